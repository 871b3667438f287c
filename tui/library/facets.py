"""What the articles of a query come to: its figures, sites, months and languages, counted exactly.

Few articles are counted by SQL. Many are marked in a string of flags, one byte for each article of
the library in newest-first order, and held against columns in the same order: the group (site,
month and language) of each article, and for each figure that is asked about where its articles
stand. Figures are asked about in falling order of their articles, until none that is left can have
more than the last one shown; so a frequent word costs a hundred figures, not a million appearances.
Where that goes on for too long, because no figure stands out, SQL counts after all.
"""

import re
from array import array
from bisect import bisect_left, bisect_right, insort
from collections import Counter, OrderedDict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import compress
from sqlite3 import Connection
from threading import Lock
from typing import Final

import orjson

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
_ORDER: Final = "SELECT sort, key FROM article ORDER BY sort"
_GROUPS: Final = "SELECT key, site, substr(published, 1, 7), language FROM article"
_FREQUENT: Final = """
    SELECT key, articles FROM figure WHERE articles > 8 ORDER BY articles DESC, key
"""
_ALL_FIGURES: Final = "SELECT key, articles FROM figure ORDER BY articles DESC, key"
_LIST: Final = "SELECT group_concat(article) FROM appearance WHERE figure = ?"

_MONTH: Final = re.compile(r"\d{4}-\d{2}", re.ASCII)

Group = tuple[str | None, str | None, str | None]
"""Site, month as YYYY-MM, and language, as the article has them."""


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
        self._sorts = array("q")
        self._standing = array("I")
        """By key: where the article stands."""
        self._numbers = array("I")
        """By standing: the article's group."""
        self._all = Counter[int]()
        """How many articles each group has."""
        self._groups: list[Group] = []
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
            total = len(self._sorts) if places is None else len(places)
            if places is None:
                groups = self._all
                found = _most_frequent(connection, most)
            else:
                flags = self._flags(places)
                groups = Counter(compress(self._numbers, flags))
                named_most = self._frequent(connection, flags, most)
                found = named_most or _figures_at(connection, places, most)
            named = Counter({self._groups[number]: n for number, n in groups.items()})
        return _facets(connection, named, found, total, most)

    def _flags(self, places: Sequence[int]) -> bytes:
        """Return a byte for each article, 1 for those at `places`, which are in order."""
        flags = bytearray(len(self._sorts))
        for start in range(0, len(places), _PIECE):
            piece = places[start : start + _PIECE]
            first, last = sorted((piece[0], piece[-1]))
            low, high = bisect_left(self._sorts, first), bisect_right(self._sorts, last)
            flags[low:high] = bytes(map(frozenset(piece).__contains__, self._sorts[low:high]))
        return bytes(flags)

    def _refresh(self, connection: Connection) -> None:
        """Read the columns where the library is not as it was."""
        state = connection.execute(_STATE).fetchone()
        if state == self._state:
            return
        (last,) = connection.execute("SELECT coalesce(max(key), 0) FROM article").fetchone()
        self._sorts, standing = array("q"), array("I", bytes(4 * (last + 1)))
        for place, (sort, key) in enumerate(connection.execute(_ORDER)):
            self._sorts.append(sort)
            standing[key] = place
        numbers, groups = array("I", bytes(4 * len(self._sorts))), dict[Group, int]()
        for key, *group in connection.execute(_GROUPS):
            numbers[standing[key]] = groups.setdefault((group[0], group[1], group[2]), len(groups))
        self._standing, self._numbers, self._groups = standing, numbers, list(groups)
        self._all = Counter(numbers)
        self._figures.clear()
        self._held = 0
        self._state = state

    def _frequent(
        self, connection: Connection, flags: bytes, most: int
    ) -> list[tuple[int, int]] | None:
        """Return the figures that most of the flagged articles name, with how many do.

        None where too many would have to be asked about, for none of them stands out.
        """
        bits, asked, read = _packed(flags), 0, 0
        best: list[tuple[int, int]] = []
        for figure, articles in connection.execute(_FREQUENT):
            if len(best) >= most and articles < -best[most - 1][0]:
                return [(each, -negative) for negative, each in best]
            asked, read = asked + 1, read + (figure not in self._figures)
            if asked > _ASKED or read > _READ:
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
        places = array("I", map(self._standing.__getitem__, orjson.loads(f"[{joined or ''}]")))
        if len(places) * _DENSE > len(self._sorts):
            flags = bytearray(len(self._sorts))
            for place in places:
                flags[place] = 1
            held = _Figure(_packed(flags), array("I"))
        else:
            held = _Figure(0, places)
        self._figures[figure] = held
        self._held += _weight(held)
        while self._held > _HELD:
            _, gone = self._figures.popitem(last=False)
            self._held -= _weight(gone)
        return held


def _weight(figure: _Figure) -> int:
    return len(figure.places) + figure.bits.bit_length() // 32


def _packed(flags: bytes | bytearray) -> int:
    """Return flags of one byte each as a number of one bit each."""
    return int(b"0" + flags.translate(_DIGITS), 2)


_DIGITS: Final = b"01" + bytes(254)
"""What turns flags into binary digits."""


def _most_frequent(connection: Connection, most: int) -> list[tuple[int, int]]:
    for query in (_FREQUENT, _ALL_FIGURES):
        found = connection.execute(f"{query} LIMIT ?", (most,)).fetchall()
        if len(found) == most:
            return found
    return found


def _counted(connection: Connection, places: Sequence[int], most: int) -> Facets:
    """Count what few articles come to."""
    groups = Counter[Group]()
    for start in range(0, len(places), _CHUNK):
        groups.update(_grouped(connection, places[start : start + _CHUNK]))
    figures = _figures_at(connection, places, most)
    return _facets(connection, groups, figures, len(places), most)


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


def _grouped(connection: Connection, places: Sequence[int]) -> Iterator[Group]:
    query = (
        "SELECT site, substr(published, 1, 7), language FROM article"  # noqa: S608
        f" WHERE sort IN ({marks(places)})"
    )
    yield from connection.execute(query, places)


def _facets(
    connection: Connection,
    groups: Mapping[Group, int],
    figures: Sequence[tuple[int, int]],
    total: int,
    most: int,
) -> Facets:
    known = figures_by_key(connection, [key for key, _ in figures])
    months = [facet for facet in _summed(groups, 1) if _MONTH.fullmatch(facet.value)]
    return Facets(
        total,
        tuple(Facet(known[key].name, known[key].id, n) for key, n in figures if key in known),
        tuple(_summed(groups, 0)[:most]),
        tuple(sorted(months, key=lambda facet: facet.value, reverse=True)[:most]),
        tuple(_summed(groups, 2)[:most]),
    )


def _summed(groups: Mapping[Group, int], which: int) -> list[Facet]:
    """Return the values of one part of the groups, the most frequent first."""
    counts = Counter[str]()
    for group, count in groups.items():
        if value := group[which]:
            counts[value] += count
    ordered = sorted(counts.items(), key=lambda each: (-each[1], each[0]))
    return [Facet(value, value, count) for value, count in ordered]
