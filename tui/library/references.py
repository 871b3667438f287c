"""Where an article's page leads: the addresses of its teasers, by which they lead back."""

from collections.abc import Iterable
from sqlite3 import Connection
from typing import Final

from tui.library.text import url_hash
from tui.model import Article

_NOTE: Final = "INSERT OR IGNORE INTO reference VALUES (?, ?)"
_FORGET: Final = "DELETE FROM reference WHERE url_hash = ? AND article = ?"


def references(article: Article) -> tuple[int, ...]:
    """Return where the page of `article` leads, as `url_hash` has it."""
    hashes = {url_hash(teaser.url, article.url) for teaser in article.teasers}
    return tuple(sorted(each for each in hashes if each is not None))


def note_references(connection: Connection, noted: Iterable[tuple[int, int]]) -> None:
    """Note pairs of one of `references` and the article's key."""
    connection.executemany(_NOTE, noted)


def forget_references(connection: Connection, key: int, article: Article) -> None:
    """Take out what was noted."""
    connection.executemany(_FORGET, [(address, key) for address in references(article)])
