"""Saved views and watched figures: what the user comes back to, and what is new in each.

A view is a query with a name, kept as it was typed, so that "last week" goes on meaning the last
week. What is new came after the view was last looked at; articles come in the order of their keys.
"""

from collections.abc import Callable, Set
from datetime import date
from functools import partial
from sqlite3 import Connection
from typing import Final

import orjson

from tui.library.copies import Leads
from tui.library.corrections import Rules
from tui.library.interface import Figure, LibraryError, Query, View, Watch
from tui.library.query import QueryError, parse
from tui.library.selection import Names, places_of
from tui.library.text import storable

LONGEST_NAME: Final = 80
"""Code points of a view's name."""

_VIEWS: Final = "SELECT name, query, seen FROM saved_view ORDER BY name"
_SAVE: Final = """
    INSERT INTO saved_view VALUES (?, ?, (SELECT coalesce(max(key), 0) FROM article))
    ON CONFLICT (name) DO UPDATE SET query = excluded.query
"""
_LOOKED: Final = """
    UPDATE saved_view SET seen = (SELECT coalesce(max(key), 0) FROM article) WHERE name = ?
"""
_WATCHES: Final = "SELECT figure, seen FROM watch"
_WATCH: Final = """
    INSERT OR IGNORE INTO watch VALUES (?, (SELECT coalesce(max(key), 0) FROM article))
"""
_LOOKED_AT_FIGURE: Final = """
    UPDATE watch SET seen = (SELECT coalesce(max(key), 0) FROM article) WHERE figure = ?
"""
_FIGURE: Final = "SELECT id, name, articles, mentions FROM figure WHERE id = ?"
_UNREAD_OF_FIGURE: Final = """
    SELECT count(*), sum(article > ?2) FROM appearance AS a
    WHERE figure = (SELECT key FROM figure WHERE id = ?1)
        AND NOT EXISTS (SELECT 1 FROM reading AS r WHERE r.article = a.article)
"""
_READ: Final = """
    SELECT group_concat(a.sort) FROM reading AS r JOIN article AS a ON a.key = r.article
"""
_SINCE: Final = "SELECT group_concat(sort) FROM article WHERE key > ?"


def views(
    connection: Connection, names: Names, leads: Leads, today: Callable[[], date]
) -> list[View]:
    """Return the saved views with their counts, by name; one that cannot be read has none."""
    saved = connection.execute(_VIEWS).fetchall()
    read: Set[int] = _numbers(connection, _READ) if saved else frozenset()
    find = partial(places_of, connection, names=names, leads=leads)
    counted = []
    for name, query, seen in saved:
        try:
            search = parse(query, today())
        except QueryError as error:
            counted.append(View(name, query, mistake=error.message))
            continue
        unread = frozenset(find(Query(search=search))) - read
        new = unread & _numbers(connection, _SINCE, seen)
        counted.append(View(name, query, len(unread), len(new)))
    return counted


def save_view(connection: Connection, name: str, query: str) -> None:
    """Keep `query`, which can be parsed, under a name; raises LibraryError for one that is none."""
    wanted = " ".join(name.split())
    if not wanted or len(wanted) > LONGEST_NAME or not wanted.isprintable():
        raise LibraryError(f"a view's name has 1 to {LONGEST_NAME} characters")
    connection.execute(_SAVE, (storable(wanted), storable(query)))


def drop_view(connection: Connection, name: str) -> bool:
    """Forget a view; False where there is none of this name."""
    wanted = (storable(" ".join(name.split())),)
    return connection.execute("DELETE FROM saved_view WHERE name = ?", wanted).rowcount > 0


def looked_at(connection: Connection, name: str | None, figure: str | None) -> None:
    """Remember that what a view or a watched figure has until now was looked at."""
    if name is not None:
        connection.execute(_LOOKED, (storable(name),))
    if figure is not None:
        connection.execute(_LOOKED_AT_FIGURE, (storable(figure),))


def watches(connection: Connection, rules: Rules) -> list[Watch]:
    """Return the watched figures with their counts, by name."""
    found = []
    for id_, seen in connection.execute(_WATCHES).fetchall():
        now = rules.root(id_)
        known = connection.execute(_FIGURE, (now,)).fetchone()
        figure = Figure(*known) if known else Figure(now, now.partition("@")[0], 0, 0)
        unread, new = connection.execute(_UNREAD_OF_FIGURE, (now, seen)).fetchone()
        found.append(Watch(id_, figure, unread, new or 0))
    return sorted(found, key=lambda watch: (watch.figure.name, watch.id))


def watch(connection: Connection, figure: str, *, on: bool) -> None:
    """Watch a figure from now on, or no longer."""
    query = _WATCH if on else "DELETE FROM watch WHERE figure = ?"
    connection.execute(query, (storable(figure),))


def _numbers(connection: Connection, query: str, *values: int) -> Set[int]:
    (joined,) = connection.execute(query, values).fetchone()
    return frozenset(orjson.loads(f"[{joined or ''}]"))
