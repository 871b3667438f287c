"""The library over SQLite: the interface's questions, each handed to the module that answers it."""

import time
from collections.abc import Iterable, Sequence
from dataclasses import replace
from sqlite3 import Connection
from threading import Lock
from typing import TYPE_CHECKING, Final

import orjson

from tui.library.codec import decode
from tui.library.connections import Connections
from tui.library.interface import (
    AddReport,
    Appearance,
    Figure,
    FigureMatch,
    LibraryError,
    Listing,
    Query,
    Related,
)
from tui.library.listing import Changes, LazyListing
from tui.library.related import related
from tui.library.rows import figures_by_key
from tui.library.text import storable
from tui.model import Article

if TYPE_CHECKING:
    from tui.library.fuzzy import FigureNames
    from tui.library.writing import Prepared

_BATCH_SECONDS: Final = 0.1
"""How long an article may wait for others to be written with it."""

_DOCUMENT: Final = """
    SELECT a.key, d.body FROM article AS a JOIN document AS d ON d.article = a.key WHERE a.id = ?
"""
_APPEARANCES: Final = """
    SELECT f.id, f.name, f.articles, f.mentions, a.name, a.roles, a.mentions
    FROM appearance AS a JOIN figure AS f ON f.key = a.figure
    WHERE a.article = (SELECT key FROM article WHERE id = ?)
    ORDER BY a.mentions DESC, f.mentions DESC, f.key
"""


class SqliteLibrary:
    """Many articles in one database. Reading waits for no article to be parsed or written."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections
        self._names: FigureNames | None = None
        self._changes = Changes()
        self._writes = 0
        self._counting = Lock()

    def add(self, articles: Iterable[Article]) -> AddReport:
        """Store articles as they come, each whole or not at all.

        Quick ones are written a few at a time; nothing is held while the next one is waited for.
        Where `articles` raises, what came before is stored. Raises LibraryError.
        """
        from tui.library.writing import prepare

        counts = {"added": 0, "updated": 0, "unchanged": 0}
        batch: list[Prepared] = []
        since = time.monotonic()
        try:
            for article in articles:
                batch.append(prepare(article))
                late = time.monotonic() - since > _BATCH_SECONDS
                if late or len(batch) >= self._connections.batch:
                    ready, batch = batch, []
                    self._write(ready, counts)
                    since = time.monotonic()
        finally:
            self._write(batch, counts)
        return AddReport(**counts)

    def __len__(self) -> int:
        with self._connections.read() as connection:
            (count,) = connection.execute("SELECT articles FROM tally").fetchone()
            return int(count)

    def listing(self, query: Query) -> Listing:
        """Return the articles that `query` means, newest first, undated last."""
        return LazyListing(self._connections, query, lambda: self._changes)

    def article(self, article_id: str) -> Article | None:
        """Return a whole article, or None where there is none with this id."""
        with self._connections.read() as connection:
            found = connection.execute(_DOCUMENT, (storable(article_id),)).fetchone()
        return None if found is None else self._decoded(article_id, found[1])

    def appearances(self, article_id: str) -> Sequence[Appearance]:
        """Return the figures an article names, most mentioned first."""
        with self._connections.read() as connection:
            found = connection.execute(_APPEARANCES, (storable(article_id),)).fetchall()
        return tuple(_appearance(*columns) for columns in found)

    def figure(self, figure_id: str) -> Figure | None:
        """Return one figure, or None where no article names it."""
        query = "SELECT id, name, articles, mentions FROM figure WHERE id = ?"
        with self._connections.read() as connection:
            found = connection.execute(query, (storable(figure_id),)).fetchone()
        return None if found is None else Figure(*found)

    def match_figures(self, typed: str, limit: int) -> Sequence[FigureMatch]:
        """Return the figures `typed` may mean, best first; the most mentioned for no letters."""
        from tui.library.fuzzy import FigureNames, folded_typed, positions

        wanted = folded_typed(typed)
        if self._names is None:
            self._names = FigureNames()
        with self._connections.read() as connection:
            self._names.refresh(connection, self._writes)
            keys = self._names.matches(wanted, max(limit, 0))
            figures = figures_by_key(connection, keys)
        found = (figures[key] for key in keys if key in figures)
        return tuple(FigureMatch(figure, positions(figure.name, wanted)) for figure in found)

    def related(self, article_id: str) -> Sequence[Related]:
        """Return the page's teasers in page order, then articles that share figures, best first."""
        with self._connections.read() as connection:
            found = connection.execute(_DOCUMENT, (storable(article_id),)).fetchone()
            if found is None:
                return ()
            return tuple(related(connection, found[0], self._decoded(article_id, found[1])))

    def mark_read(self, article_id: str, read: bool) -> None:
        """Remember whether an article has been read; raises LibraryError if that fails."""
        with self._connections.write() as connection:
            _mark(connection, storable(article_id), read)
        with self._counting:
            self._changes = replace(self._changes, rows=self._changes.rows + 1)

    def close(self) -> None:
        """Let go of the store."""
        self._connections.close()

    def _write(self, batch: "Sequence[Prepared]", counts: dict[str, int]) -> None:
        if not batch:
            return
        from tui.library.writing import put

        with self._connections.write() as connection:
            outcomes = [put(connection, prepared) for prepared in batch]
        for outcome in outcomes:
            counts[outcome] += 1
        with self._counting:
            self._writes += 1
            if "updated" in outcomes:
                self._changes = Changes(self._changes.rows + 1, self._changes.dates + 1)

    def _decoded(self, article_id: str, body: bytes) -> Article:
        try:
            return decode(body)
        except ValueError as error:
            raise LibraryError(f"{self._connections.name}: {article_id}: {error}") from error


def _appearance(
    id_: str,
    name: str,
    articles: int,
    all_mentions: int,
    here: str,
    roles: str | None,
    mentions: int,
) -> Appearance:
    figure = Figure(id_, name, articles, all_mentions)
    return Appearance(figure, here, tuple(orjson.loads(roles)) if roles else (), mentions)


def _mark(connection: Connection, article_id: str, read: bool) -> None:
    if read:
        connection.execute(
            "INSERT OR IGNORE INTO reading SELECT key FROM article WHERE id = ?", (article_id,)
        )
    else:
        connection.execute(
            "DELETE FROM reading WHERE article = (SELECT key FROM article WHERE id = ?)",
            (article_id,),
        )
