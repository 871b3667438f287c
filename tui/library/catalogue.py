"""The library's people and quotes, gone through from the shell: filtered, a page at a time.

People come by how often they are named, quotes in the order of the listing. A typed name means
every figure whose name has words that begin with the typed ones; each line names its figure in
full, so nothing is taken to be one person by it.
"""

from array import array
from collections.abc import Callable, Collection, Iterator, Sequence
from sqlite3 import Connection
from typing import Final

import orjson

from tui.identity import words
from tui.library.connections import Connections
from tui.library.correcting import Corrected, block_at
from tui.library.indexing import QUOTES, place_of, searchable
from tui.library.interface import PeopleQuery, Person, QuotesQuery, Said
from tui.library.rows import figures_by_key, marks
from tui.model import Quote, QuoteKind, Span

PAGE: Final = 64
"""Figures or articles that are fetched at once."""

_CHUNK: Final = 500
"""Values of one statement: some builds of SQLite take 999."""

_MOST: Final = 1_000_000
"""Figures that a typed name may mean."""

_BY_MENTIONS: Final = "SELECT key FROM figure ORDER BY mentions DESC, articles DESC, id"
_FORMS: Final = "SELECT name FROM form WHERE figure = ? ORDER BY articles DESC, name"
_ROLES: Final = """
    SELECT roles FROM appearance WHERE figure = ? AND roles IS NOT NULL
    ORDER BY sort, article LIMIT 5
"""
_NEXT: Final = """
    SELECT sort, key FROM article WHERE (sort, key) > (?, ?) ORDER BY sort, key LIMIT ?
"""

_SAYING: Final = "SELECT rowid FROM quote_text WHERE quote_text MATCH ?"
_FULL: Final = "SELECT key FROM quote WHERE (key & (? - 1)) = ?"

_SPEAKING: Final = " AND said IS NOT 0"

Names = Callable[[Connection, str], Sequence[int]]
"""Finds the keys of the figures that a typed name means."""

Read = Callable[[Connection, int], Corrected | None]
"""Reads an article by its key, corrected; None where it has gone or cannot be read."""


def people(connections: Connections, names: Names, query: PeopleQuery) -> Iterator[Person]:
    """Yield the figures that `query` means, most mentioned first."""
    with connections.read() as connection:
        keys = _figures(connection, names, query)
    for start in range(0, len(keys), PAGE):
        page = keys[start : start + PAGE]
        with connections.read() as connection:
            figures = figures_by_key(connection, page)
            found = [
                Person(
                    figures[key],
                    _forms(connection, key, figures[key].name),
                    _roles(connection, key),
                )
                for key in page
                if key in figures
            ]
        yield from found


def _figures(connection: Connection, names: Names, query: PeopleQuery) -> Sequence[int]:
    if query.called:
        keys = names(connection, query.called)
    else:
        keys = array("q", (key for (key,) in connection.execute(_BY_MENTIONS)))
    if not query.about:
        return keys
    beside = _beside(connection, names(connection, query.about))
    return [key for key in keys if key in beside]


def _beside(connection: Connection, figures: Sequence[int]) -> Collection[int]:
    """Return the figures that stand in an article with one of `figures`, but for these."""
    articles = {article for _, article in _naming(connection, figures)}
    found: set[int] = set()
    for page in _chunks(sorted(articles)):
        query = f"SELECT DISTINCT figure FROM appearance WHERE article IN ({marks(page)})"  # noqa: S608
        found.update(key for (key,) in connection.execute(query, page))
    return found.difference(figures)


def _forms(connection: Connection, figure: int, shown: str) -> tuple[str, ...]:
    forms = (name for (name,) in connection.execute(_FORMS, (figure,)))
    return tuple(name for name in forms if name != shown)


def _roles(connection: Connection, figure: int) -> tuple[str, ...]:
    found = [orjson.loads(roles) for (roles,) in connection.execute(_ROLES, (figure,))]
    return tuple(dict.fromkeys(role for roles in found for role in roles))


def quotes(
    connections: Connections, names: Names, read: Read, query: QuotesQuery
) -> Iterator[Said]:
    """Yield the quotes that `query` means, those of the newest article first."""
    if any(typed and not words(typed) for typed in (query.said, query.by, query.about)):
        return
    speakers = about = None
    with connections.read() as connection:
        if query.by:
            speakers = names(connection, query.by)
        if query.about:
            about = _ids(connection, names(connection, query.about))
        wanted = _Wanted(
            None if speakers is None else _ids(connection, speakers),
            words(query.said),
            words(query.about),
            about or frozenset(),
            query.kind,
        )
        speaking = None if speakers is None else _naming(connection, speakers, _SPEAKING)
        if query.said:
            saying = _saying(connection, query.said)
            speaking = saying if speaking is None else speaking & saying
    pages = _whole(connections) if speaking is None else _pages(sorted(speaking))
    for page in pages:
        with connections.read() as connection:
            found = [read(connection, key) for key in page]
        for article in found:
            if article is not None:
                yield from wanted.of(article)


def _whole(connections: Connections) -> Iterator[Sequence[int]]:
    """Yield the keys of all articles in their order; what is added meanwhile may be among them."""
    last = (-(2**63), 0)
    while True:
        with connections.read() as connection:
            found = connection.execute(_NEXT, (*last, PAGE)).fetchall()
        if not found:
            return
        last = found[-1]
        yield [key for _, key in found]


def _pages(found: Sequence[tuple[int, int]]) -> Iterator[Sequence[int]]:
    for start in range(0, len(found), PAGE):
        yield [key for _, key in found[start : start + PAGE]]


def _naming(
    connection: Connection, figures: Sequence[int], further: str = ""
) -> set[tuple[int, int]]:
    """Return the articles that name one of `figures`, as (sort, key)."""
    found: set[tuple[int, int]] = set()
    for chunk in _chunks(figures):
        query = f"SELECT sort, article FROM appearance WHERE figure IN ({marks(chunk)}){further}"  # noqa: S608
        found.update(connection.execute(query, chunk))
    return found


def _saying(connection: Connection, typed: str) -> set[tuple[int, int]]:
    """Return the articles with a quote that has words beginning so, as (sort, key).

    An article with more quotes than the index takes is among them: its last ones may be meant.
    """
    expression = " AND ".join(f'"{word}" *' for word in words(searchable(typed)))
    rows = connection.execute(_SAYING, (expression,))
    places = {place_of(row) for (row,) in rows}
    places.update(place_of(row) for (row,) in connection.execute(_FULL, (QUOTES, QUOTES - 1)))
    found: set[tuple[int, int]] = set()
    for chunk in _chunks(sorted(places)):
        query = f"SELECT sort, key FROM article WHERE sort IN ({marks(chunk)})"  # noqa: S608
        found.update(connection.execute(query, chunk))
    return found


def _ids(connection: Connection, figures: Sequence[int]) -> frozenset[str]:
    found: set[str] = set()
    for chunk in _chunks(figures):
        query = f"SELECT id FROM figure WHERE key IN ({marks(chunk)})"  # noqa: S608
        found.update(id_ for (id_,) in connection.execute(query, chunk))
    return frozenset(found)


def _chunks(values: Sequence[int]) -> Iterator[Sequence[int]]:
    return (values[start : start + _CHUNK] for start in range(0, len(values), _CHUNK))


class _Wanted:
    """Which of an article's quotes are meant."""

    def __init__(
        self,
        speakers: frozenset[str] | None,
        said: Sequence[str],
        about: Sequence[str],
        figures: frozenset[str],
        kind: QuoteKind | None,
    ) -> None:
        self._speakers = speakers
        self._kind = kind
        self._said = said
        self._about = about
        self._figures = figures

    def of(self, found: Corrected) -> Iterator[Said]:
        article = found.article
        if self._about and not self._can_be_about(found):
            return
        ids = {
            person.name: figure
            for person, figure in zip(article.people, found.figures, strict=True)
        }
        for number, quote in enumerate(article.quotes):
            if self._kind not in (None, quote.kind):
                continue
            figure = None if quote.speaker is None else ids.get(quote.speaker)
            if self._speakers is not None and figure not in self._speakers:
                continue
            if self._said and not _begin(self._said, article.text[quote.start : quote.end]):
                continue
            if self._about and not self._is_about(found, quote, figure):
                continue
            yield Said(article, number, figure)

    def _can_be_about(self, found: Corrected) -> bool:
        """Say whether an article has what is asked for anywhere; most have not."""
        if not self._figures.isdisjoint(found.figures):
            return True
        return _begin(self._about, f"{found.article.title} {found.article.text}")

    def _is_about(self, found: Corrected, quote: Quote, speaker: str | None) -> bool:
        """Say whether the words, or a figure so called, are what a quote is about.

        The words stand in what is said, in its paragraph or in the title. A figure is named there;
        one that speaks is not what the quote is about, unless it names itself.
        """
        article = found.article
        block = block_at(article, quote.start)
        around = (
            Span(block.start, max(block.end, quote.end)) if block else Span(quote.start, quote.end)
        )
        for person, figure in zip(article.people, found.figures, strict=True):
            if figure in self._figures:
                where = Span(quote.start, quote.end) if figure == speaker else around
                if any(where.start <= m.start < where.end for m in person.mentions):
                    return True
        if speaker in self._figures:
            return False
        text = f"{article.title} {article.text[around.start : around.end]}"
        return _begin(self._about, text)


def _begin(wanted: Sequence[str], text: str) -> bool:
    """Say whether each of the wanted words begins a word of `text`."""
    folded = f" {' '.join(words(text))}"
    return all(f" {word}" in folded for word in wanted)
