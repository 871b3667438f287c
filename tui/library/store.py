"""The library over SQLite: the interface's questions, each handed to the module that answers it."""

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from datetime import UTC, date, datetime
from functools import partial
from sqlite3 import Connection
from threading import Lock
from typing import TYPE_CHECKING, Final

from tui.library.codec import decode
from tui.library.connections import Connections
from tui.library.copies import Leads
from tui.library.corrections import Correction, Kept
from tui.library.interface import (
    USUAL,
    AddReport,
    Analysed,
    Appearance,
    Facets,
    Figure,
    FigureMatch,
    Highlight,
    LibraryError,
    Listing,
    PeopleQuery,
    Person,
    Progress,
    Query,
    QuotesQuery,
    Ready,
    Related,
    Row,
    Said,
    Taken,
    View,
    Watch,
)
from tui.library.listing import Changes, LazyListing
from tui.library.query.asked import Search
from tui.library.related import related
from tui.library.rows import appearances, figures_by_key
from tui.library.rulebook import Rulebook, kept
from tui.library.text import storable
from tui.model import Article, Brought, Span

if TYPE_CHECKING:
    from tui.library.correcting import Corrected
    from tui.library.facets import FacetLists
    from tui.library.feeds import Feeds, Visit
    from tui.library.fuzzy import FigureNames
    from tui.library.marking import Marks
    from tui.library.portraits import Portraits
    from tui.library.tagging import Tags
    from tui.library.writing import Prepared

_BATCH_SECONDS: Final = 0.1
"""How long an article may wait for others to be written with it."""

_DOCUMENT: Final = """
    SELECT a.key, d.body FROM article AS a JOIN document AS d ON d.article = a.key WHERE a.id = ?
"""
_BODY: Final = "SELECT body FROM document WHERE article = ?"
_KNOWN_FILE: Final = """
    SELECT articles FROM file WHERE path = ? AND size = ? AND changed = ? AND reader = ?
"""
MOST_CALLED: Final = 100
"""Figures that are returned for a name."""


class SqliteLibrary:
    """Many articles in one database. Reading waits for no article to be parsed or written."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections
        self._names: FigureNames | None = None
        self._leads = Leads()
        self._facets: FacetLists | None = None
        self._book = Rulebook()
        self._changes = Changes()
        self._writes = 0
        self._counting = Lock()

    @property
    def feeds(self) -> "Feeds":
        """The feeds that are followed."""
        from tui.library.feeds import Feeds

        return Feeds(self._connections)

    @property
    def marks(self) -> "Marks":
        """All that is highlighted."""
        from tui.library.marking import Marks

        return Marks(self._connections)

    @property
    def portraits(self) -> "Portraits":
        """What is known of single figures."""
        from tui.library.portraits import Portraits

        return Portraits(self._connections, self._book.rules, self._read)

    @property
    def tags(self) -> "Tags":
        """What the user has filed articles under."""
        from tui.library.tagging import Tags

        return Tags(self._connections, lambda: self._changed(rows=True))

    def add(
        self, articles: "Iterable[Article | Analysed | Ready | Taken | Visit | Brought]"
    ) -> AddReport:
        """Store articles as they come, each whole or not at all.

        Quick ones are written a few at a time; nothing is held while the next one is waited for.
        Where `articles` raises, what came before is stored. Raises LibraryError.
        """
        from tui.library.feeds import Visit
        from tui.library.writing import Prepared, prepare

        counts = {"added": 0, "updated": 0, "unchanged": 0}
        batch: list[Prepared | Taken | Visit | Brought] = []
        since = time.monotonic()
        try:
            for item in articles:
                if isinstance(item, Taken | Visit | Prepared | Brought):
                    batch.append(item)
                elif isinstance(item, Analysed):
                    batch.append(prepare(item.article, item.engine))
                elif isinstance(item, Article):
                    batch.append(prepare(item))
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

    def listing(self, query: Query, most: int | None = None) -> Listing:
        """Return the articles that `query` means, newest first, undated last.

        Of a search, only the first `most`, which takes no longer where there are very many.
        """
        return LazyListing(self._connections, query, self._seen, self._named, self._leads, most)

    def facets(self, query: Query, most: int) -> Facets:
        """Return what the articles of `query` come to, at most `most` values of each facet."""
        from tui.library.facets import FacetLists
        from tui.library.selection import places_of

        with self._connections.read() as connection:
            if self._facets is None:
                self._facets = FacetLists()
            everything = query == Query()
            found = None if everything else places_of(connection, query, self._named, self._leads)
            return self._facets.facets(connection, found, most)

    def article(self, article_id: str) -> Article | None:
        """Return a whole article as corrected, or None where there is none with this id."""
        with self._connections.read() as connection:
            found = connection.execute(_DOCUMENT, (storable(article_id),)).fetchone()
            rules = self._book.rules(connection)
        if found is None:
            return None
        article = self._decoded(article_id, found[1])
        if rules.empty:
            return article
        from tui.library.correcting import corrected

        return corrected(article, rules).article

    def appearances(self, article_id: str) -> Sequence[Appearance]:
        """Return the figures an article names, most mentioned first."""
        with self._connections.read() as connection:
            return appearances(connection, storable(article_id))

    def figure(self, figure_id: str) -> Figure | None:
        """Return one figure, or None where no article names it."""
        query = "SELECT id, name, articles, mentions FROM figure WHERE id = ?"
        with self._connections.read() as connection:
            found = connection.execute(query, (storable(figure_id),)).fetchone()
        return None if found is None else Figure(*found)

    def match_figures(self, typed: str, limit: int) -> Sequence[FigureMatch]:
        """Return the figures `typed` may mean, best first; the most mentioned for no letters."""
        from tui.library.fuzzy import folded_typed, positions

        wanted = folded_typed(typed)
        with self._connections.read() as connection:
            names = self._figure_names(connection)
            keys = names.matches(wanted, max(limit, 0))
            figures = figures_by_key(connection, keys)
        found = (figures[key] for key in keys if key in figures)
        return tuple(FigureMatch(figure, positions(figure.name, wanted)) for figure in found)

    def related(self, article_id: str) -> Sequence[Related]:
        """Return copies, the page's own teasers, what leads here, and what shares something."""
        with self._connections.read() as connection:
            found = connection.execute(_DOCUMENT, (storable(article_id),)).fetchone()
            if found is None:
                return ()
            return tuple(related(connection, found[0], self._decoded(article_id, found[1])))

    def mark_read(self, article_id: str, read: bool) -> None:
        """Remember whether an article has been read; raises LibraryError if that fails."""
        self.mark_all_read((article_id,), read)

    def mark_all_read(self, article_ids: Sequence[str], read: bool) -> None:
        """Remember of many articles whether they have been read."""
        from tui.library.marking import mark_read

        with self._connections.write() as connection:
            mark_read(connection, article_ids, read)
        with self._counting:
            self._changes = self._changes._replace(rows=self._changes.rows + 1)

    def star(self, article_id: str, *, on: bool) -> None:
        """Give an article a star, or take it away."""
        from tui.library.marking import star

        with self._connections.write() as connection:
            star(connection, article_id, on=on)
        with self._counting:
            self._changes = self._changes._replace(rows=self._changes.rows + 1)

    def highlights(self, article: Article) -> Sequence[Highlight]:
        """Return what the user has marked in a stored article, where it stands now."""
        from tui.library.marking import highlights

        with self._connections.read() as connection:
            return tuple(highlights(connection, article))

    def highlight(self, article: Article, span: Span, colour: str = USUAL) -> int | None:
        """Mark a range of a stored article and return its number; None where it is not stored."""
        from tui.library.marking import put_highlight

        with self._connections.write() as connection:
            return put_highlight(connection, article, span, colour=colour)

    def drop_highlight(self, key: int) -> None:
        """Take a mark away, and its note with it."""
        from tui.library.marking import drop_highlight

        with self._connections.write() as connection:
            drop_highlight(connection, key)

    def write_note(self, key: int, note: str) -> None:
        """Write a note on a mark; "" takes it away."""
        from tui.library.marking import write_note

        with self._connections.write() as connection:
            write_note(connection, key, note)

    def called(self, typed: str) -> Sequence[Figure]:
        """Return the figure with this id; else those of this name; else with all of its words."""
        from tui.library.fuzzy import folded_typed

        known = self.figure(typed)
        if known is not None:
            return (known,)
        with self._connections.read() as connection:
            keys = self._figure_names(connection).called(folded_typed(typed))[:MOST_CALLED]
            found = figures_by_key(connection, keys)
        return tuple(found[key] for key in keys if key in found)

    def people(self, query: PeopleQuery) -> Iterator[Person]:
        """Yield the figures that `query` means, most mentioned first."""
        from tui.library.catalogue import people

        return people(self._connections, self._named, query)

    def quotes(self, query: QuotesQuery) -> Iterator[Said]:
        """Yield the quotes that `query` means, those of the newest article first."""
        from tui.library.catalogue import quotes

        return quotes(self._connections, self._named, self._read, query)

    def search(self, search: Search) -> Iterator[Row]:
        """Yield the articles that `search` means, in its order, as they are asked for."""
        from tui.library.finding import found

        return found(self._connections, self._named, search)

    def count(self, search: Search) -> int:
        """Return how many articles `search` means."""
        from tui.library.finding import Finder

        with self._connections.read() as connection:
            return Finder(connection, partial(self._named, connection)).count(search)

    def articles_beginning(self, start: str, limit: int) -> Sequence[str]:
        """Return ids that begin with `start`, at most `limit`; one that is `start` comes alone."""
        from tui.library.short_ids import beginning

        with self._connections.read() as connection:
            return beginning(connection, storable(start), limit)

    def short_id(self, article_id: str) -> str:
        """Return the beginning of an id that no other article's has."""
        from tui.library.short_ids import shortest

        with self._connections.read() as connection:
            return shortest(connection, storable(article_id))

    def correct(self, correction: Correction) -> int:
        """Store what the user has put right, apply it, and return its number."""
        from tui.library.amending import put_right

        with self._connections.write() as connection:
            key = put_right(connection, correction)
        self._changed(rows=True)
        return key

    def take_back(self, key: int) -> Correction | None:
        """Forget the correction with this number; None where there is none."""
        from tui.library.amending import take_back

        with self._connections.write() as connection:
            made = take_back(connection, key)
        self._changed(rows=True)
        return made

    def corrections(self) -> Sequence[Kept]:
        """Return all corrections, oldest first."""
        with self._connections.read() as connection:
            return kept(connection, self._book.rules(connection))

    def reanalyse(
        self, analyse: Callable[[Article], Article], engine: int, *, everything: bool
    ) -> Iterator[Progress]:
        """Let `analyse`, of the version `engine`, go over what older ones found, batch by batch."""
        from tui.library.reanalysis import reanalyse

        run = reanalyse(self._connections, self._book, analyse, engine, everything=everything)
        for progress in run:
            self._changed(rows=progress.changed > 0)
            yield progress

    def views(self) -> Sequence[View]:
        """Return the saved views by name, counted."""
        from tui.library.views import views

        with self._connections.read() as connection:
            return views(connection, self._named, self._leads, _today)

    def save_view(self, name: str, query: str) -> None:
        """Save a query under a name, in the place of one that had it."""
        from tui.library.query import parse
        from tui.library.views import save_view

        parse(query, _today())
        with self._connections.write() as connection:
            save_view(connection, name, query)

    def drop_view(self, name: str) -> bool:
        """Forget a view; False where there is none of this name."""
        from tui.library.views import drop_view

        with self._connections.write() as connection:
            return drop_view(connection, name)

    def watches(self) -> Sequence[Watch]:
        """Return the watched figures by name, counted."""
        from tui.library.views import watches

        with self._connections.read() as connection:
            return watches(connection, self._book.rules(connection))

    def watch(self, figure_id: str, *, on: bool) -> None:
        """Watch a figure from now on, or no longer."""
        from tui.library.views import watch

        with self._connections.write() as connection:
            watch(connection, figure_id, on=on)

    def looked_at(self, view: str | None = None, figure: str | None = None) -> None:
        """Remember that a view, or a watched figure by `Watch.id`, was looked at."""
        from tui.library.views import looked_at

        with self._connections.write() as connection:
            looked_at(connection, view, figure)

    def relate(self) -> Iterator[Progress]:
        """Work out what belongs to the articles that have come in, batch by batch."""
        from tui.library.relating import Relating

        with self._connections.read() as connection:
            relating = Relating(connection)
        while True:
            with self._connections.write() as connection:
                progress = relating.batch(connection)
            if progress is None:
                return
            yield progress

    def writing(self) -> AbstractContextManager[Connection]:
        """Give the connection in a transaction to whoever makes a library from another."""
        return self._connections.write()

    def close(self) -> None:
        """Let go of the store."""
        self._connections.close()

    def taken(self, file: Taken) -> int | None:
        """Return how many articles a file held that was taken as it is; None where it was not."""
        values = (storable(file.path), file.size, file.changed, file.reader)
        with self._connections.read() as connection:
            found = connection.execute(_KNOWN_FILE, values).fetchone()
        return None if found is None else int(found[0])

    def _write(
        self, batch: "Sequence[Prepared | Taken | Visit | Brought]", counts: dict[str, int]
    ) -> None:
        if not batch:
            return
        from tui.library.bringing import bring
        from tui.library.feeds import Visit, note_visit
        from tui.library.writing import Prepared, Writer

        with (
            self._connections.write() as connection,
            Writer(connection, self._book.rules(connection)) as writer,
        ):
            outcomes = writer.put_all([each for each in batch if isinstance(each, Prepared)])
            files = [_file(each) for each in batch if isinstance(each, Taken)]
            connection.executemany("INSERT OR REPLACE INTO file VALUES (?, ?, ?, ?, ?)", files)
            for each in batch:
                if isinstance(each, Visit):
                    note_visit(connection, each)
                elif isinstance(each, Brought):
                    bring(connection, each)
        for outcome in outcomes:
            counts[outcome] += 1
        self._changed(rows=writer.changed or any(isinstance(each, Brought) for each in batch))

    def _seen(self) -> Changes:
        return self._changes

    def _changed(self, *, rows: bool) -> None:
        """Count a write; `rows` tells whether one that a listing shows may look different."""
        with self._counting:
            self._writes += 1
            if rows:
                self._changes = Changes(self._changes.rows + 1, self._changes.dates + 1)

    def _figure_names(self, connection: Connection) -> "FigureNames":
        if self._names is None:
            from tui.library.fuzzy import FigureNames

            self._names = FigureNames()
        self._names.refresh(connection, self._writes)
        return self._names

    def _named(self, connection: Connection, typed: str) -> Sequence[int]:
        from tui.library.fuzzy import folded_typed

        return self._figure_names(connection).beginning(folded_typed(typed))

    def _read(self, connection: Connection, key: int) -> "Corrected | None":
        from tui.library.correcting import corrected

        found = connection.execute(_BODY, (key,)).fetchone()
        try:
            article = None if found is None else decode(found[0])
        except ValueError:
            return None
        return None if article is None else corrected(article, self._book.rules(connection))

    def _decoded(self, article_id: str, body: bytes) -> Article:
        try:
            return decode(body)
        except ValueError as error:
            raise LibraryError(f"{self._connections.name}: {article_id}: {error}") from error


def _today() -> date:
    return datetime.now(UTC).astimezone().date()


def _file(taken: Taken) -> tuple[str, int, int, str, int]:
    return (storable(taken.path), taken.size, taken.changed, taken.reader, taken.articles)
