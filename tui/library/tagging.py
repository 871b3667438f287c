"""What the user files articles under: tags, beside the keywords that articles come with.

A tag is compared without case, accents and punctuation, and kept as it was first written.
"""

from collections.abc import Callable, Sequence
from sqlite3 import Connection
from typing import TYPE_CHECKING, Final

from tui.identity import words
from tui.library.text import storable

if TYPE_CHECKING:
    from tui.library.connections import Connections

LONGEST: Final = 200
"""Code points of a tag."""
MOST: Final = 100
"""Tags that a user gives one article."""

_PUT: Final = "INSERT OR IGNORE INTO tag SELECT key, ?, ? FROM article WHERE id = ?"
_TAKE: Final = """
    DELETE FROM tag WHERE folded = ? AND article = (SELECT key FROM article WHERE id = ?)
"""
_OF: Final = """
    SELECT name FROM tag WHERE article = (SELECT key FROM article WHERE id = ?) ORDER BY folded
"""
_FILED: Final = """
    SELECT a.sort AS n FROM tag AS t JOIN article AS a ON a.key = t.article
    WHERE instr(' ' || t.folded || ' ', ?)
"""


class Tags:
    """The tags, in the library's database."""

    def __init__(self, connections: "Connections", changed: Callable[[], None]) -> None:
        """`changed` is called when rows of a listing may have come or gone."""
        self._connections = connections
        self._changed = changed

    def of(self, article_id: str) -> Sequence[str]:
        """Return what the user has filed an article under, by name."""
        with self._connections.read() as connection:
            return tags_of(connection, article_id)

    def set(self, article_id: str, names: Sequence[str]) -> Sequence[str]:
        """File an article under these names and no others, and return them as they are now."""
        wanted = {folded_tag(name): name for name in names[:MOST]}
        with self._connections.write() as connection:
            for name in tags_of(connection, article_id):
                if folded_tag(name) not in wanted:
                    take_tag(connection, article_id, name)
            for name in wanted.values():
                put_tag(connection, article_id, name)
            found = tags_of(connection, article_id)
        self._changed()
        return found


def folded_tag(name: str) -> str:
    """Return what tags are compared by; "" for what is no tag."""
    return " ".join(words(name)) or " ".join(name.casefold().split())


def put_tag(connection: Connection, article_id: str, name: str) -> None:
    """File an article under a tag; nothing happens where it is, or where there is no tag."""
    name = storable(" ".join(name.split())[:LONGEST])
    folded = storable(folded_tag(name))
    if folded:
        connection.execute(_PUT, (folded, name, storable(article_id)))


def take_tag(connection: Connection, article_id: str, name: str) -> None:
    """Take a tag away from an article."""
    connection.execute(_TAKE, (storable(folded_tag(name)), storable(article_id)))


def tags_of(connection: Connection, article_id: str) -> Sequence[str]:
    """Return what the user has filed an article under."""
    return tuple(name for (name,) in connection.execute(_OF, (storable(article_id),)))


def tagged_places(typed: str, *, prefix: bool) -> tuple[str, tuple[str]]:
    """Return the query, and its value, for the places of articles with these words in a tag.

    With `prefix` the last word may go on.
    """
    wanted = storable(folded_tag(typed))
    return _FILED, (f" {wanted}" if prefix else f" {wanted} ",)
