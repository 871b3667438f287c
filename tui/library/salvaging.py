"""A damaged library made whole again from what can be read of it.

Every article whose document can be read goes into a new file through the same writer as an import,
so everything derived is made anew; what the user did is carried over. The damaged file is kept
beside the new one.
"""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from sqlite3 import Connection, DatabaseError
from typing import Final

from tui.library.amending import choose_names
from tui.library.checking import condition
from tui.library.codec import decode
from tui.library.corrections import replayed
from tui.library.files import open_file, read_only
from tui.library.interface import USUAL, Analysed, LibraryError
from tui.library.rulebook import stored
from tui.library.schema import USERS_OWN
from tui.library.store import SqliteLibrary
from tui.model import Article

_STRETCH: Final = 256
"""Articles that are read at once, as long as none of them is damaged."""

_HIGHLIGHTS: Final = "SELECT * FROM highlight ORDER BY key"
_HIGHLIGHT: Final = """
    INSERT INTO highlight (article, start, words, note, made, colour)
    SELECT key, ?, ?, ?, ?, ? FROM article WHERE id = ?
"""
_BESIDE_ARTICLES: Final = (
    ("tag", "INSERT OR IGNORE INTO tag SELECT key, ?, ? FROM article WHERE id = ?"),
    ("brought", "INSERT OR IGNORE INTO brought SELECT key, ? FROM article WHERE id = ?"),
)
"""Tables of the user's whose first column is an article, and how their rows are carried over."""
_FURTHEST: Final = 1 << 40
"""Where the search for the last article ends."""


@dataclass(frozen=True, slots=True)
class Salvage:
    """What came of it."""

    saved: int
    """Articles of the new library."""
    lost: int
    """Articles that could not be read."""
    names: tuple[str, ...]
    """Ids or titles of those, as far as they could be told."""
    kept: Path
    """Where the damaged file is now."""


def salvage(path: Path, tell: Callable[[int], None]) -> Salvage:
    """Make the library at `path` anew from what can be read; raises LibraryError.

    `tell` is called with the number of articles that have been saved.
    """
    condition(path)
    made = path.with_name(f".{path.name}.salvaged")
    _remove(made)
    try:
        with closing(read_only(path)) as damaged:
            rescue = _Rescue(damaged)
            library = SqliteLibrary(open_file(made))
            try:
                rescue.user_first(library)
                library.add(rescue.articles(tell))
                rescue.user_last(library)
            finally:
                library.close()
        kept = _free_name(path)
        _move(path, kept)
        _move(made, path)
    except (sqlite3.Error, OSError) as error:
        reason = getattr(error, "strerror", None) or " ".join(str(error).split())
        raise LibraryError(f"{path}: {reason}") from error
    finally:
        _remove(made)
    return Salvage(rescue.saved, len(rescue.lost), tuple(rescue.lost), kept)


class _Rescue:
    """Takes what it can from a connection to a damaged library."""

    def __init__(self, damaged: Connection) -> None:
        self.saved = 0
        self.lost: list[str] = []
        self._damaged = damaged
        self._ids: dict[int, str] = {}
        """Ids of what was saved, by the keys that the damaged library has."""

    def user_first(self, library: SqliteLibrary) -> None:
        """Carry over the corrections, which articles are written by."""
        with library.writing() as connection:
            _carry(self._damaged, connection, "correction")
            choose_names(connection, replayed(stored(connection)))

    def articles(self, tell: Callable[[int], None]) -> Iterator[Article | Analysed]:
        """Yield every article that can be read."""
        analysed = _rows(self._damaged, "SELECT article, engine FROM analysis")
        engines = {row[0]: row[1] for row in analysed}
        for key, body in self._bodies():
            try:
                article = decode(body)
            except ValueError:
                self._lose(key)
                continue
            self.saved += 1
            self._ids[key] = article.id
            tell(self.saved)
            engine = engines.get(key)
            yield article if engine is None else Analysed(article, engine)

    def user_last(self, library: SqliteLibrary) -> None:
        """Carry over what the user did to articles."""
        read = [self._ids[key] for (key,) in _rows(self._damaged, "SELECT article FROM reading")
                if key in self._ids]  # fmt: skip
        starred = [self._ids[key] for (key,) in _rows(self._damaged, "SELECT article FROM star")
                   if key in self._ids]  # fmt: skip
        with library.writing() as connection:
            for table, ids in (("reading", read), ("star", starred)):
                connection.executemany(
                    f"INSERT OR IGNORE INTO {table} SELECT key FROM article WHERE id = ?",  # noqa: S608
                    [(id_,) for id_ in ids],
                )
            for _number, key, *marked in _rows(self._damaged, _HIGHLIGHTS):
                if key in self._ids:
                    # The colour is the last column: a library of an older version has none.
                    start, words, note, made, colour = (*marked, USUAL)[:5]
                    row = (start, words, note, made, colour, self._ids[key])
                    connection.execute(_HIGHLIGHT, row)
            for table, query in _BESIDE_ARTICLES:
                for key, *values in _rows(self._damaged, f"SELECT * FROM {table}"):  # noqa: S608
                    if key in self._ids:
                        connection.execute(query, (*values, self._ids[key]))
            _carry(self._damaged, connection, "feed")
            # What was lost comes again only where nothing is said to be known.
            connection.execute("UPDATE feed SET etag = NULL, modified = NULL, digest = NULL")
            for table in ("saved_view", "watch"):
                _carry(self._damaged, connection, table)
                connection.execute(f"UPDATE {table} SET seen = ?", (self.saved,))  # noqa: S608

    def _bodies(self) -> Iterator[tuple[int, bytes]]:
        last = self._last_key()
        for start in range(1, last + 1, _STRETCH):
            yield from self._stretch(start, min(start + _STRETCH, last + 1))

    def _stretch(self, start: int, stop: int) -> Iterator[tuple[int, bytes]]:
        """Yield what can be read from `start` to `stop`, halving around what cannot."""
        query = "SELECT article, body FROM document WHERE article >= ? AND article < ?"
        try:
            yield from self._damaged.execute(query, (start, stop)).fetchall()
        except DatabaseError:
            if stop - start == 1:
                self._lose(start)
                return
            middle = (start + stop) // 2
            yield from self._stretch(start, middle)
            yield from self._stretch(middle, stop)

    def _last_key(self) -> int:
        for query in ("SELECT max(article) FROM document", "SELECT max(key) FROM article"):
            with suppress(DatabaseError):
                (last,) = self._damaged.execute(query).fetchone()
                if last is not None:
                    return int(last)
        # Neither end can be read: the first stretch without anything is taken for it.
        end = _STRETCH
        while end < _FURTHEST and any(True for _ in self._stretch(end - _STRETCH + 1, end + 1)):
            end *= 2
        self.lost.clear()
        return end

    def _lose(self, key: int) -> None:
        name = f"number {key}"
        with suppress(DatabaseError):
            query = "SELECT id, title FROM article WHERE key = ?"
            found = self._damaged.execute(query, (key,)).fetchone()
            if found is None:
                return
            name = f"{found[0]} ({found[1]})"
        self.lost.append(name)


def _carry(damaged: Connection, made: Connection, table: str) -> None:
    """Copy the rows of one of the user's own tables, as far as they can be read."""
    if table not in USERS_OWN:
        raise ValueError(table)
    columns = [name for _, name, *_ in made.execute(f"PRAGMA table_info({table})")]
    joined = ", ".join(columns)
    places = ", ".join("?" * len(columns))
    for row in _rows(damaged, f"SELECT {joined} FROM {table}"):  # noqa: S608
        made.execute(f"INSERT OR IGNORE INTO {table} VALUES ({places})", row)  # noqa: S608


def _rows(damaged: Connection, query: str) -> Iterator[tuple[int, ...]]:
    """Yield rows until one cannot be read; none where the table is not there."""
    with suppress(DatabaseError):
        yield from damaged.execute(query)


def _free_name(path: Path) -> Path:
    number = 1
    while (name := path.with_name(f"{path.name}.damaged-{number}")).exists():
        number += 1
    return name


_BESIDE: Final = ("", "-wal", "-shm", "-journal")


def _move(path: Path, target: Path) -> None:
    for suffix in _BESIDE:
        source = path.with_name(path.name + suffix)
        if source.exists():
            source.replace(target.with_name(target.name + suffix))


def _remove(path: Path) -> None:
    for suffix in _BESIDE:
        path.with_name(path.name + suffix).unlink(missing_ok=True)
