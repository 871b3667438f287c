"""The feeds that the user follows, and what is known of each.

The list is the user's own. What a feed was last found to be is stored in the transaction of its
last article, so a refresh that is cut short asks again for what it did not store.
"""

from collections.abc import Iterable, Sequence
from dataclasses import astuple, dataclass, fields
from typing import TYPE_CHECKING, Final

from tui.library.text import storable

if TYPE_CHECKING:
    from sqlite3 import Connection

    from tui.library.connections import Connections


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed that is followed. Times are ISO 8601, in UTC."""

    url: str
    title: str = ""
    """As the user or the feed calls it; "" where nobody has yet."""
    site: str | None = None
    """Its page."""
    folder: str = ""
    full_text: bool = False
    """Whether the pages of its entries are fetched."""
    private: bool = False
    """Whether it may be on this machine or in this network."""
    etag: str | None = None
    """The version that was stored, as its server calls it."""
    modified: str | None = None
    """When its server says that this was changed, in its words."""
    digest: bytes | None = None
    """What tells that version from others."""
    checked: str | None = None
    """When it was last asked."""
    changed: str | None = None
    """When something else was last found there."""
    wait: str | None = None
    """Until when its server wants to be left alone."""
    failures: int = 0
    """How often in a row it could not be had."""
    problem: str = ""
    """Why not, the last time."""
    gone: bool = False
    """Whether its server says that there is none any more."""
    key: int = 0
    """Its number in the library; 0 before it is there."""


@dataclass(frozen=True, slots=True)
class Visit:
    """What a feed was found to be, handed to the library behind its articles."""

    feed: Feed
    pages: tuple[str, ...] = ()
    """Ids of entries in whose place the article of their page was stored."""


_COLUMNS: Final = tuple(field.name for field in fields(Feed) if field.name != "key")
_NAMES: Final = ", ".join(_COLUMNS)
_PLACES: Final = ", ".join("?" * len(_COLUMNS))
_STATE: Final = (
    *("site", "etag", "modified", "digest", "checked", "changed"),
    *("wait", "failures", "problem", "gone"),
)
"""What a visit changes; the rest is the user's."""

_ALL: Final = f"SELECT {_NAMES}, key FROM feed ORDER BY folder, title, url"  # noqa: S608
_FOLLOW: Final = f"INSERT OR IGNORE INTO feed ({_NAMES}) VALUES ({_PLACES})"  # noqa: S608
_KEY: Final = "SELECT key FROM feed WHERE url = ?"
_VISITED: Final = f"UPDATE feed SET {', '.join(f'{n} = ?' for n in _STATE)} WHERE key = ?"  # noqa: S608
_MOVED: Final = "UPDATE OR IGNORE feed SET url = ? WHERE key = ?"
_NAMED: Final = "UPDATE feed SET title = ? WHERE key = ? AND title = ''"
_PAGE: Final = "INSERT OR IGNORE INTO feed_page VALUES (?)"
_CHANGE: Final = "UPDATE feed SET title = ?, folder = ?, full_text = ?, private = ? WHERE key = ?"
_KNOWN: Final = """
    SELECT 1 FROM article WHERE id = ?1 UNION ALL SELECT 1 FROM feed_page WHERE entry = ?1
"""
_TAKEN: Final = "SELECT 1 FROM feed_page WHERE entry = ?"


class Feeds:
    """The list, in the library's database."""

    def __init__(self, connections: "Connections") -> None:
        self._connections = connections

    def all(self) -> Sequence[Feed]:
        """Return the feeds by folder and name."""
        with self._connections.read() as connection:
            return tuple(_feed(row) for row in connection.execute(_ALL).fetchall())

    def follow(self, feeds: Iterable[Feed]) -> Sequence[Feed]:
        """Add to the list what is not there, and return what was added."""
        added = []
        with self._connections.write() as connection:
            for feed in feeds:
                values = [_stored(value) for value in astuple(feed)[:-1]]
                if connection.execute(_FOLLOW, values).rowcount:
                    key = connection.execute(_KEY, (storable(feed.url),)).fetchone()[0]
                    added.append(_feed((*values, key)))
        return added

    def change(self, feed: Feed) -> None:
        """Store a feed's name and folder, and what the user wants of it."""
        named = (storable(feed.title), storable(feed.folder))
        with self._connections.write() as connection:
            connection.execute(_CHANGE, (*named, feed.full_text, feed.private, feed.key))

    def unfollow(self, feeds: Iterable[Feed]) -> None:
        """Take feeds off the list; their articles stay."""
        keys = [(feed.key,) for feed in feeds]
        with self._connections.write() as connection:
            connection.executemany("DELETE FROM feed WHERE key = ?", keys)

    def unknown(self, ids: Sequence[str]) -> Sequence[str]:
        """Return those ids of entries of which neither they nor their pages are stored."""
        with self._connections.read() as connection:
            return [i for i in ids if connection.execute(_KNOWN, (storable(i),)).fetchone() is None]

    def replaced(self, ids: Sequence[str]) -> Sequence[str]:
        """Return those ids of entries whose pages are stored in their place."""
        with self._connections.read() as connection:
            return [i for i in ids if connection.execute(_TAKEN, (storable(i),)).fetchone()]


def note_visit(connection: "Connection", visit: Visit) -> None:
    """Store what a feed was found to be; what the user changed meanwhile stays."""
    feed = visit.feed
    state = [_stored(getattr(feed, name)) for name in _STATE]
    connection.execute(_VISITED, (*state, feed.key))
    connection.execute(_MOVED, (storable(feed.url), feed.key))
    connection.execute(_NAMED, (storable(feed.title), feed.key))
    connection.executemany(_PAGE, [(storable(entry),) for entry in visit.pages])


def _stored(value: str | bytes | bool | int | None) -> str | bytes | int | None:
    return storable(value) if isinstance(value, str) else value


def _feed(row: Sequence[object]) -> Feed:
    named = dict(zip((*_COLUMNS, "key"), row, strict=True))
    for name in ("full_text", "private", "gone"):
        named[name] = bool(named[name])
    return Feed(**named)  # type: ignore[arg-type]
