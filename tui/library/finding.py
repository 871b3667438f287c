"""What a query means among the stored articles: their places, newest first.

Words alone are one expression of the full-text index, which yields its rows as they are asked for;
so what is newest comes at once, however many there are. Where fields of other tables take part,
each part is a set of places.
"""

from array import array
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from itertools import islice
from sqlite3 import Connection
from typing import Final

import orjson

from tui.identity import words
from tui.library.connections import Connections
from tui.library.dates import sort_key
from tui.library.indexing import QUOTES, searchable
from tui.library.interface import Row
from tui.library.query.asked import Search
from tui.library.query.terms import And, Dated, Flag, Named, Not, Or, Term, Word
from tui.library.rows import keys_at, marks, rows
from tui.library.tagging import tagged_places

PAGE: Final = 200
"""Places that are fetched at once."""
_CHUNK: Final = 500
"""Values of one statement: some builds of SQLite take 999."""

_COLUMNS: Final = {"title": "title", "text": "body", "author": "names"}
"""Fields that are a column of the index, and nothing else."""

_MATCHING: Final = "SELECT rowid AS n FROM article_text WHERE article_text MATCH ?"
_PIECE: Final = f"{_MATCHING} AND rowid > ? ORDER BY rowid LIMIT ?"
_PIECE_ROWS: Final = 50_000
_FURTHEST: Final = 1 << 62
"""Beyond every place."""
_NOT_READ: Final = """
    SELECT sort AS n FROM article AS a
    WHERE NOT EXISTS (SELECT 1 FROM reading AS r WHERE r.article = a.key)
"""
_UNREAD: Final = Flag("is", "unread")
_EVERY: Final = "SELECT sort AS n FROM article"
_IN_LANGUAGE: Final = "SELECT sort AS n FROM article WHERE language = ?"
_HIGHLIGHTED: Final = """
    SELECT DISTINCT a.sort AS n FROM highlight AS h JOIN article AS a ON a.key = h.article
"""
_FLAGS: Final = {
    ("is", "read"): "SELECT a.sort AS n FROM reading AS r JOIN article AS a ON a.key = r.article",
    ("is", "starred"): "SELECT a.sort AS n FROM star AS s JOIN article AS a ON a.key = s.article",
    ("is", "highlighted"): _HIGHLIGHTED,
    ("has", "notes"): f"{_HIGHLIGHTED} WHERE h.note <> ''",
    ("has", "people"): "SELECT DISTINCT sort AS n FROM appearance",
    (
        "has",
        "quotes",
    ): f"SELECT DISTINCT (key - ((key % {QUOTES}) + {QUOTES}) % {QUOTES}) / {QUOTES}"  # noqa: S608
    " AS n FROM quote",
}

Names = Callable[[str], Sequence[int]]
"""Finds the keys of the figures that a typed name means."""


@dataclass(frozen=True, slots=True)
class Finder:
    """Answers queries over one connection, which sees one state of the library."""

    connection: Connection
    names: Names

    def places(self, search: Search) -> Iterator[int]:
        """Yield the places of the articles that `search` means, in its order."""
        backwards = search.sort == "oldest"
        expression = None if search.term is None else matching(search.term)
        if search.term is None:
            yield from self._rows(_EVERY, (), backwards)
        elif expression is not None:
            yield from self._rows(_MATCHING, (expression,), backwards)
        elif search.term == _UNREAD:
            yield from self._rows(_NOT_READ, (), backwards)
        else:
            yield from self._unread_of(search.term, backwards) or sorted(
                self._set(search.term), reverse=backwards
            )

    def fetch(self, search: Search, most: int | None = None) -> "array[int]":
        """Return the places of the articles that `search` means, the first `most` of them."""
        if most is not None:
            return array("q", islice(self.places(search), most))
        backwards = search.sort == "oldest"
        expression = None if search.term is None else matching(search.term)
        if search.term is None or expression is None:
            return array("q", self.places(search))
        return self._in_pieces(expression, backwards=backwards)

    def count(self, search: Search) -> int:
        """Return how many articles `search` means."""
        expression = None if search.term is None else matching(search.term)
        if search.term is None:
            (number,) = self.connection.execute("SELECT articles FROM tally").fetchone()
        elif expression is not None:
            query = "SELECT count(*) FROM article_text WHERE article_text MATCH ?"
            (number,) = self.connection.execute(query, (expression,)).fetchone()
        else:
            return len(self._set(search.term))
        return int(number)

    def _rows(self, query: str, values: tuple[str, ...], backwards: bool) -> Iterator[int]:
        ordered = f"{query} ORDER BY n {'DESC' if backwards else 'ASC'}"
        yield from (place for (place,) in self.connection.execute(ordered, values))

    def _unread_of(self, term: Term, backwards: bool) -> Iterator[int] | None:
        """Yield what has not been read of what words mean; None where the term is another one."""
        if not isinstance(term, And) or _UNREAD not in term.parts:
            return None
        rest = tuple(part for part in term.parts if part != _UNREAD)
        expression = matching(And(rest) if len(rest) > 1 else rest[0]) if rest else None
        if expression is None:
            return None
        read = self._flag(Flag("is", "read"))
        found = self._rows(_MATCHING, (expression,), backwards)
        return (place for place in found if place not in read)

    def _in_pieces(self, expression: str, *, backwards: bool) -> "array[int]":
        """Return the same as strings of numbers, which takes a third of the time.

        Each of them is short enough that a million rows take no more memory than their places.
        """
        found, last = array("q"), -_FURTHEST
        while True:
            piece = self._numbers(_PIECE, (expression, last, _PIECE_ROWS))
            found.extend(piece)
            if len(piece) < _PIECE_ROWS:
                break
            last = piece[-1]
        if backwards:
            found.reverse()
        return found

    def _numbers(self, query: str, values: Sequence[str | int]) -> list[int]:
        joined = f"SELECT group_concat(n) FROM ({query})"  # noqa: S608
        (found,) = self.connection.execute(joined, values).fetchone()
        numbers: list[int] = orjson.loads(f"[{found or ''}]")
        return numbers

    def _set(self, term: Term) -> frozenset[int]:
        if isinstance(term, Or):
            return frozenset().union(*(self._set(part) for part in term.parts))
        if isinstance(term, Not):
            return self._all() - self._set(term.part)
        if isinstance(term, And):
            return self._joined(term)
        expression = matching(term)
        if expression is not None:
            return self._fetched(_MATCHING, expression)
        if isinstance(term, Dated):
            return self._dated(term)
        if isinstance(term, Flag):
            return self._flag(term)
        if isinstance(term, Named):
            return self._named(term)
        raise TypeError(term)

    def _joined(self, term: And) -> frozenset[int]:
        """Return what all parts mean; `said:` beside `by:` or `person:` is said by that person."""
        term = And(tuple(map(_subtracted, term.parts)))
        speaking = [p for p in term.parts if isinstance(p, Named) and p.field in ("by", "person")]
        said = [part for part in term.parts if isinstance(part, Named) and part.field == "said"]
        kept = [part for part in term.parts if not isinstance(part, Not) and part not in said]
        sets = [self._set(part) for part in kept]
        speakers = [self.names(part.word.text) for part in speaking]
        sets += [self._said(part.word, speakers) for part in said]
        found = frozenset.intersection(*sorted(sets, key=len)) if sets else self._all()
        for unwanted in term.parts:
            if isinstance(unwanted, Not):
                found -= self._set(unwanted.part)
        return found

    def _named(self, term: Named) -> frozenset[int]:
        text = term.word.text
        if term.field == "person":
            return self._of_figures("SELECT sort AS n FROM appearance WHERE figure IN ({})", text)
        if term.field == "by":
            rows = self._of_figures("SELECT key AS n FROM quote WHERE figure IN ({})", text)
            return frozenset(row // QUOTES for row in rows)
        if term.field == "said":
            return self._said(term.word, [])
        if term.field == "about":
            columns = f"{{title about}} : {_quoted(term.word)}"
            return self._fetched(_MATCHING, columns) | self._set(Named("person", term.word))
        if term.field == "tag":
            tagged = self._numbers(*tagged_places(term.word.text, prefix=term.word.prefix))
            return self._fetched(_MATCHING, f"about : {_quoted(term.word)}") | frozenset(tagged)
        if term.field == "lang":
            return self._fetched(_IN_LANGUAGE, text.lower()[:2])
        return self._of_sites(text)

    def _of_figures(self, query: str, name: str) -> frozenset[int]:
        figures, found = self.names(name), set[int]()
        for start in range(0, len(figures), _CHUNK):
            chunk = figures[start : start + _CHUNK]
            found.update(self._numbers(query.format(marks(chunk)), chunk))
        return frozenset(found)

    def _said(self, word: Word, speakers: Sequence[Sequence[int]]) -> frozenset[int]:
        """Return the places of articles in which words are said, by all of `speakers` if any."""
        query = "SELECT rowid AS n FROM quote_text WHERE quote_text MATCH ?"
        rows = self._fetched(query, _quoted(word))
        if not speakers:
            return frozenset(row // QUOTES for row in rows)
        found = []
        for figures in speakers:
            own = self._of_keys(figures)
            found.append(frozenset(row // QUOTES for row in rows & own))
        return frozenset.intersection(*found)

    def _of_keys(self, figures: Sequence[int]) -> frozenset[int]:
        found = set[int]()
        for start in range(0, len(figures), _CHUNK):
            chunk = figures[start : start + _CHUNK]
            query = f"SELECT key AS n FROM quote WHERE figure IN ({marks(chunk)})"  # noqa: S608
            found.update(self._numbers(query, chunk))
        return frozenset(found)

    def _of_sites(self, text: str) -> frozenset[int]:
        """Return the articles of the site of this name, else of those with all of its words."""
        wanted = words(text)
        query = "SELECT DISTINCT site FROM article WHERE site IS NOT NULL"
        known = [site for (site,) in self.connection.execute(query)]
        sites = [site for site in known if words(site) == wanted]
        sites = sites or [site for site in known if _has(wanted, site)]
        found = set[int]()
        for start in range(0, len(sites), _CHUNK):
            chunk = sites[start : start + _CHUNK]
            query = f"SELECT sort AS n FROM article WHERE site IN ({marks(chunk)})"  # noqa: S608
            found.update(self._numbers(query, chunk))
        return frozenset(found)

    def _dated(self, days: Dated) -> frozenset[int]:
        """Return the articles of some days, as the page has its date, whatever the offset."""
        first, last = days.first or date.min, days.last or date.max
        early = first - timedelta(days=2) if first > date(1, 1, 3) else first
        late = last + timedelta(days=2) if last < date(9999, 12, 29) else last
        query = """
            SELECT sort AS n FROM article WHERE sort BETWEEN ? AND ?
                AND substr(published, 1, 10) BETWEEN ? AND ?
        """
        bounds = (sort_key(late.isoformat()), sort_key(early.isoformat()))
        found = self._numbers(query, (*bounds, first.isoformat(), last.isoformat()))
        return frozenset(found)

    def _flag(self, flag: Flag) -> frozenset[int]:
        if (flag.field, flag.value) == ("is", "unread"):
            return self._all() - self._flag(Flag("is", "read"))
        return frozenset(self._numbers(_FLAGS[flag.field, flag.value], ()))

    def _all(self) -> frozenset[int]:
        return frozenset(self._numbers(_EVERY, ()))

    def _fetched(self, query: str, value: str) -> frozenset[int]:
        return frozenset(self._numbers(query, (value,)))


def _subtracted(term: Term) -> Term:
    """Return a term that means the same, less of something rather than nearly everything."""
    return Not(Flag("is", "read")) if term == _UNREAD else term


def found(
    connections: Connections, names: Callable[[Connection, str], Sequence[int]], search: Search
) -> Iterator[Row]:
    """Yield the rows of the articles that `search` means, in its order.

    All of them come from one state of the library, which is held until the last or until the
    iterator is closed.
    """
    with connections.read() as connection:
        places = Finder(connection, partial(names, connection)).places(search)
        while page := list(islice(places, PAGE)):
            yield from rows(connection, keys_at(connection, page), ())


def matching(term: Term) -> str | None:
    """Return the expression of the full-text index that means `term`; None where none does."""
    if isinstance(term, Word):
        return _quoted(term)
    if isinstance(term, Named):
        column = _COLUMNS.get(term.field)
        return None if column is None else f"{column} : {_quoted(term.word)}"
    if isinstance(term, Or):
        return _all_of(term.parts, " OR ")
    if isinstance(term, And):
        wanted = [part for part in term.parts if not isinstance(part, Not)]
        unwanted = [part.part for part in term.parts if isinstance(part, Not)]
        found = _all_of(wanted, " AND ") if wanted else None
        without = _all_of(unwanted, " OR ") if unwanted else None
        if found is None or (unwanted and without is None):
            return None
        return f"({found} NOT {without})" if unwanted else found
    return None


def _all_of(parts: Sequence[Term], joiner: str) -> str | None:
    found = [matching(part) for part in parts]
    expressions = [each for each in found if each is not None]
    return f"({joiner.join(expressions)})" if len(expressions) == len(found) else None


def _quoted(word: Word) -> str:
    """Return words as the index takes them: a string, whatever is in it."""
    text = searchable(word.text).replace('"', " ").replace("\0", " ")
    return f'"{text}" *' if word.prefix else f'"{text}"'


def _has(wanted: Sequence[str], name: str) -> bool:
    own = f" {' '.join(words(name))}"
    return all(f" {word}" in own for word in wanted)
