"""Where an article's page leads: the addresses of its teasers, by which they lead back."""

from sqlite3 import Connection
from typing import Final

from tui.library.text import url_hash
from tui.model import Article

_NOTE: Final = "INSERT OR IGNORE INTO reference VALUES (?, ?)"
_FORGET: Final = "DELETE FROM reference WHERE url_hash = ? AND article = ?"


def note_references(connection: Connection, key: int, article: Article) -> None:
    """Note where the page of `article`, stored as `key`, leads."""
    connection.executemany(_NOTE, _rows(key, article))


def forget_references(connection: Connection, key: int, article: Article) -> None:
    """Take out what was noted."""
    connection.executemany(_FORGET, _rows(key, article))


def _rows(key: int, article: Article) -> list[tuple[int, int]]:
    addresses = {url_hash(teaser.url, article.url) for teaser in article.teasers}
    return [(address, key) for address in sorted(address for address in addresses if address)]
