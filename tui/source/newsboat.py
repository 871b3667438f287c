"""newsboat's cache: the items of its feeds, each a document of JSON under the columns' names.

The database is copied and only the copy is opened, as one that does not change: newsboat's own file
is never locked or written to. Items that newsboat has deleted are left out.
"""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from tui.model import Failure
from tui.source.document import Document
from tui.source.spooled import TooLargeError, spooled
from tui.source.stream import Read

_WANTED: Final = frozenset(("guid", "title", "url", "feedurl", "pubDate", "content", "unread"))
_KEPT: Final = (
    "guid",
    "title",
    "author",
    "url",
    "feedurl",
    "pubDate",
    "content",
    "unread",
    "flags",
)
"""Columns of `rss_item` (newsboat 2; `author` and `flags` may be missing in older ones)."""


def read_newsboat(read: Read, origin: str, limit: int) -> Iterator[Document | Failure]:
    """Yield the items of the cache that `read` gives; `limit` is the most bytes of one of them."""
    try:
        with spooled(read) as copy:
            address = f"{Path(copy.name).as_uri()}?mode=ro&immutable=1"
            with closing(sqlite3.connect(address, uri=True)) as connection:
                connection.execute("PRAGMA trusted_schema = OFF")
                connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, limit)
                connection.text_factory = _text
                yield from _items(connection, origin)
    except TooLargeError as error:
        yield Failure(origin, str(error))
    except sqlite3.Error as error:
        yield Failure(
            origin, f"a database that can't be read: {' '.join(str(error).split())[:120]}"
        )


def _items(connection: sqlite3.Connection, origin: str) -> Iterator[Document | Failure]:
    columns = _columns(connection, "rss_item")
    if not columns >= _WANTED:
        yield Failure(origin, "a database of SQLite, and not newsboat's cache")
        return
    names = [name for name in _KEPT if name in columns]
    titled = _columns(connection, "rss_feed") >= {"rssurl", "title"}
    title = "(SELECT title FROM rss_feed WHERE rssurl = i.feedurl)" if titled else "NULL"
    chosen = ", ".join(f"i.{name}" for name in names)
    there = "WHERE NOT i.deleted" if "deleted" in columns else ""
    query = f"SELECT {chosen}, {title} FROM rss_item AS i {there}"  # noqa: S608
    for number, row in enumerate(connection.execute(query), 1):
        item = dict(zip((*names, "feed_title"), row, strict=True))
        item["published"] = _date(item["pubDate"])
        data = json.dumps({name: _plain(value) for name, value in item.items()})
        yield Document(data.encode("utf-8", "replace"), f"{origin}:{number}")


def _columns(connection: sqlite3.Connection, table: str) -> frozenset[str]:
    """Return the columns of a table, none where it is no table: a view could be anything."""
    kind = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?"
    if connection.execute(kind, (table,)).fetchone() is None:
        return frozenset()
    return frozenset(str(row[1]) for row in connection.execute(f"PRAGMA table_info({table})"))


def _date(seconds: object) -> str | None:
    """Return a moment in seconds since 1970 as ISO 8601; None where it is none."""
    if not isinstance(seconds, int) or seconds <= 0:
        return None
    try:
        return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="seconds")
    except (ValueError, OverflowError, OSError):
        return None


def _plain(value: Any) -> Any:  # noqa: ANN401 - what a cell of a database holds
    return None if isinstance(value, bytes) else value


def _text(data: bytes) -> str:
    return data.decode("utf-8", "replace")
