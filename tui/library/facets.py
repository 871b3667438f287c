"""What the articles of a query come to: its figures, sites, months and languages, counted exactly.

Few articles are counted by SQL. Many are marked in a string of flags, one byte for each article of
the library in newest-first order, and held against columns in the same order: what `columns` has,
and for each figure that is asked about where its articles stand. Figures are asked about in falling
order of their articles, until none that is left can have more than the last one shown; so a
frequent word costs a hundred figures, not a million appearances. Where that goes on for too long,
because no figure stands out, SQL counts after all.
"""

import sys
from array import array
from bisect import bisect_left, bisect_right, insort
from collections import Counter, OrderedDict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from sqlite3 import Connection
from threading import Lock
from typing import Final

import orjson

from tui.library.columns import MONTH, Columns, bits_of, packed, read
from tui.library.interface import Facet, Facets
from tui.library.rows import figures_by_key, marks

_FEW: Final = 1_500
"""Articles that SQL counts more quickly than flags do (measured at 100,000 articles)."""

_CHUNK: Final = 500
"""Values of one statement: some builds of SQLite take 999."""

_PIECE: Final = 50_000
"""Places that are looked at together, so that a million take little memory."""

_HELD: Final = 4_000_000
"""Places in the figures' lists that are held, together: four bytes each."""

_ASKED: Final = 2_000
"""Figures that are asked about at most, each of which takes some microseconds."""

_READ: Final = 400
"""Figures whose articles are read for one question at most, about fifty microseconds each."""

_DENSE: Final = 256
"""From one article in so many on, a figure's list is one number with a bit for each article."""

_STATE: Final = "SELECT revision, articles FROM tally"
_FREQUENT: Final = """
    SELECT key, articles FROM figure WHERE articles > 8 ORDER BY articles DESC, key
"""
_ALL_FIGURES: Final = "SELECT key, articles FROM figure ORDER BY articles DESC, key"
_LIST: Final = "SELECT group_concat(article) FROM appearance WHERE figure = ?"


@dataclass(frozen=True, slots=True)
class _Figure:
    """Where a figure's articles stand, as bits or one by one."""

    bits: int
    places: "array[int]"


class FacetLists:
    """The columns in memory; safe to ask from several threads, one at a time."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._state: tuple[int, int] = (0, 0)
        self._columns = Columns()
        self._figures: OrderedDict[int, _Figure] = OrderedDict()
        self._held = 0

    def facets(self, connection: Connection, places: Sequence[int] | None, most: int) -> Facets:
        """Return what the articles at `places` come to, `most` values of each facet.

        None stands for every article.
        """
        if places is not None and len(places) <= _FEW:
            return _counted(connection, places, most)
        with self._lock:
            self._refresh(connection)
            if places is None:
                return self._everything(connection, most)
            columns, flags = self._columns, self._flags(places)
            bits = packed(flags)
            named = self._frequent(connection, flags, bits, most)
        figures = _figures_at(connection, places, most) if named is None else named
        counts = (
            columns.sites.count(flags, bits),
            columns.months.count(flags),
            columns.languages.count(flags, bits),
        )
        return _facets(connection, counts, figures, len(places), most)

    def _everything(self, connection: Connection, most: int) -> Facets:
        columns = self._columns
        total = len(columns.sorts)
        counts = (
            columns.sites.totals,
            columns.months.count(b"\1" * total),
            columns.languages.totals,
        )
        return _facets(connection, counts, _most_frequent(connection, most), total, most)

    def _flags(self, places: Sequence[int]) -> bytes:
        """Return a byte for each article, 1 for those at `places`, which are in order."""
        sorts = self._columns.sorts
        flags = bytearray(len(sorts))
        for start in range(0, len(places), _PIECE):
            piece = array("q", places[start : start + _PIECE])
            first, last = sorted((piece[0], piece[-1]))
            low, high = bisect_left(sorts, first), bisect_right(sorts, last)
            near = sorts[low:high]
            found = bytes(map(frozenset(_quarters(piece)).__contains__, _quarters(near)))
            if found.count(1) != len(piece):
                found = bytes(map(frozenset(piece).__contains__, near))
            flags[low:high] = found
        return bytes(flags)

    def _refresh(self, connection: Connection) -> None:
        """Read the columns where the library is not as it was."""
        state = connection.execute(_STATE).fetchone()
        if state == self._state:
            return
        self._columns = read(connection)
        self._figures.clear()
        self._held = 0
        self._state = state

    def _frequent(
        self, connection: Connection, flags: bytes, bits: int, most: int
    ) -> list[tuple[int, int]] | None:
        """Return the figures that most of the flagged articles name, with how many do.

        None where too many would have to be asked about, for none of them stands out.
        """
        asked, fetched = 0, 0
        best: list[tuple[int, int]] = []
        for figure, articles in connection.execute(_FREQUENT):
            if len(best) >= most and articles < -best[most - 1][0]:
                return [(each, -negative) for negative, each in best]
            asked, fetched = asked + 1, fetched + (figure not in self._figures)
            if asked > _ASKED or fetched > _READ:
                return None
            its = self._figure(connection, figure)
            count = (its.bits & bits).bit_count() + sum(map(flags.__getitem__, its.places))
            if count:
                insort(best, (-count, figure))
                del best[most:]
        return None

    def _figure(self, connection: Connection, figure: int) -> _Figure:
        held = self._figures.get(figure)
        if held is not None:
            self._figures.move_to_end(figure)
            return held
        (joined,) = connection.execute(_LIST, (figure,)).fetchone()
        places = array(
            "I", map(self._columns.standing.__getitem__, orjson.loads(f"[{joined or ''}]"))
        )
        total = len(self._columns.sorts)
        dense = len(places) * _DENSE > total
        held = _Figure(bits_of(places, total), array("I")) if dense else _Figure(0, places)
        self._figures[figure] = held
        self._held += _weight(held)
        while self._held > _HELD:
            _, gone = self._figures.popitem(last=False)
            self._held -= _weight(gone)
        return held


def _weight(figure: _Figure) -> int:
    return len(figure.places) + figure.bits.bit_length() // 32


def _quarters(places: "array[int]") -> "array[int]":
    """Return places as quarters of a second within 34 years, nearly all of them still different.

    Most places are whole seconds of 1024 steps, so that their last bits are the same, and those are
    what a set goes by: it is made and asked in two thirds of the time without them (measured).
    """
    held = places.tobytes()
    quarters = bytearray(len(held) // 2)
    for byte in range(4):
        at = byte + 1 if sys.byteorder == "little" else byte + 3
        quarters[byte::4] = held[at::8]
    return array("I", bytes(quarters))


def _most_frequent(connection: Connection, most: int) -> list[tuple[int, int]]:
    for query in (_FREQUENT, _ALL_FIGURES):
        found = connection.execute(f"{query} LIMIT ?", (most,)).fetchall()
        if len(found) == most:
            return found
    return found


def _counted(connection: Connection, places: Sequence[int], most: int) -> Facets:
    """Count what few articles come to."""
    sites, months, languages = counts = Counter[str](), Counter[str](), Counter[str]()
    for start in range(0, len(places), _CHUNK):
        for site, month, language in _grouped(connection, places[start : start + _CHUNK]):
            sites.update([site] if site else ())
            months.update([month] if month and MONTH.fullmatch(month) else ())
            languages.update([language] if language else ())
    figures = _figures_at(connection, places, most)
    return _facets(connection, counts, figures, len(places), most)


def _figures_at(connection: Connection, places: Sequence[int], most: int) -> list[tuple[int, int]]:
    """Return the figures that most of the articles at `places` name, each appearance counted."""
    figures = Counter[int]()
    for start in range(0, len(places), _CHUNK):
        chunk = places[start : start + _CHUNK]
        query = (
            "SELECT figure, count(*) FROM appearance WHERE article IN"  # noqa: S608
            f" (SELECT key FROM article WHERE sort IN ({marks(chunk)})) GROUP BY figure"
        )
        for figure, count in connection.execute(query, chunk):
            figures[figure] += count
    return sorted(figures.items(), key=lambda each: (-each[1], each[0]))[:most]


def _grouped(connection: Connection, places: Sequence[int]) -> Iterator[Sequence[str | None]]:
    query = (
        "SELECT site, substr(published, 1, 7), language FROM article"  # noqa: S608
        f" WHERE sort IN ({marks(places)})"
    )
    yield from connection.execute(query, places)


def _facets(
    connection: Connection,
    counts: Sequence[Mapping[str, int]],
    figures: Sequence[tuple[int, int]],
    total: int,
    most: int,
) -> Facets:
    known = figures_by_key(connection, [key for key, _ in figures])
    sites, months, languages = (_ordered(values) for values in counts)
    return Facets(
        total,
        tuple(Facet(known[key].name, known[key].id, n) for key, n in figures if key in known),
        tuple(sites[:most]),
        tuple(sorted(months, key=lambda facet: facet.value, reverse=True)[:most]),
        tuple(languages[:most]),
    )


def _ordered(counts: Mapping[str, int]) -> list[Facet]:
    """Return values, the most frequent first."""
    ordered = sorted(counts.items(), key=lambda each: (-each[1], each[0]))
    return [Facet(value, value, count) for value, count in ordered]
