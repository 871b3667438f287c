"""Where the articles of each site, month and language stand, held for counting.

A place here is an article's standing in newest-first order, from 0. What is counted is marked
twice: as flags, a byte for each article, and as bits, the same in one number. A frequent value is a
number of bits too, so that it is counted by one operation; rare values are listed place by place.
Months stand one after the other, as the articles do, so that theirs are counted from end to end.
"""

import re
from array import array
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import compress, groupby, pairwise
from sqlite3 import Connection
from typing import Final

import orjson

_DENSE: Final = 64
"""From one article in so many on, a value's articles are bits: as much memory as a list of them."""

_ORDER: Final = """
    SELECT group_concat(sort), group_concat(key) FROM
        (SELECT sort, key FROM article WHERE sort > ? ORDER BY sort LIMIT ?)
"""
_GROUPS: Final = """
    SELECT site, substr(published, 1, 7), language, group_concat(key) FROM article
    WHERE key BETWEEN ? AND ? GROUP BY 1, 2, 3
"""
_LAST: Final = "SELECT coalesce(max(key), 0) FROM article"
_PIECE: Final = 50_000
"""Articles that are read together, so that a million take little memory."""
_NOWHERE: Final = -(1 << 62)
"""Before every place."""
MONTH: Final = re.compile(r"\d{4}-\d{2}", re.ASCII)

_DIGITS: Final = b"01" + bytes(254)
"""What turns flags into binary digits."""


@dataclass(frozen=True, slots=True)
class Column:
    """One value, or none, for each article."""

    totals: Mapping[str, int]
    frequent: tuple[tuple[str, int], ...]
    """Values with their bits."""
    rare: tuple[str, ...]
    """The other values."""
    places: "array[int]"
    """Where the articles of rare values stand."""
    values: "array[int]"
    """Which of `rare` each of these has."""

    def count(self, flags: bytes, bits: int) -> Counter[str]:
        """Return how many of the marked articles have each value."""
        marked = compress(self.values, map(flags.__getitem__, self.places))
        found = Counter({self.rare[number]: n for number, n in Counter(marked).items()})
        for value, its in self.frequent:
            if n := (its & bits).bit_count():
                found[value] = n
        return found


@dataclass(frozen=True, slots=True)
class Months:
    """The months, as the articles stand."""

    starts: "array[int]"
    """Where another month begins."""
    names: tuple[str, ...]
    """Which, as YYYY-MM; "" for none."""

    def count(self, flags: bytes) -> Counter[str]:
        """Return how many of the marked articles are of each month."""
        found = Counter[str]()
        for (start, end), name in zip(
            pairwise((*self.starts, len(flags))), self.names, strict=True
        ):
            if name and (n := flags.count(1, start, end)):
                found[name] += n
        return found


@dataclass(frozen=True, slots=True)
class Columns:
    """What a library's articles have, in one state of it."""

    sorts: "array[int]" = field(default_factory=lambda: array("q"))
    """The place in the full-text index of each article."""
    standing: "array[int]" = field(default_factory=lambda: array("I"))
    """Where the article of each key stands."""
    sites: Column = field(default_factory=lambda: _column({}, 0))
    languages: Column = field(default_factory=lambda: _column({}, 0))
    months: Months = field(default_factory=lambda: Months(array("I"), ()))


def read(connection: Connection) -> Columns:
    """Read the columns."""
    (last,) = connection.execute(_LAST).fetchone()
    sorts, standing = array("q"), array("I", bytes(4 * (last + 1)))
    while True:
        after = sorts[-1] if sorts else _NOWHERE
        found, of = map(_numbers, connection.execute(_ORDER, (after, _PIECE)).fetchone())
        for place, key in enumerate(of, len(sorts)):
            standing[key] = place
        sorts.extend(found)
        if len(found) < _PIECE:
            break
    sites: dict[str, array[int]] = {}
    languages: dict[str, array[int]] = {}
    months, names, known = array("I", bytes(4 * len(sorts))), [""], {"": 0}
    for first in range(1, last + 1, _PIECE):
        for site, month, language, group in connection.execute(
            _GROUPS, (first, first + _PIECE - 1)
        ):
            places = array("I", map(standing.__getitem__, _numbers(group)))
            for value, lists in ((site, sites), (language, languages)):
                if value:
                    lists.setdefault(value, array("I")).extend(places)
            if month and MONTH.fullmatch(month):
                number = known.setdefault(month, len(known))
                names += [month] * (number == len(names))
                for place in places:
                    months[place] = number
    total = len(sorts)
    one, other = _column(sites, total), _column(languages, total)
    return Columns(sorts, standing, one, other, _runs(months, names))


def _runs(months: "array[int]", names: Sequence[str]) -> Months:
    starts, runs, at = array("I"), list[str](), 0
    for number, run in groupby(months):
        starts.append(at)
        runs.append(names[number])
        at += sum(1 for _ in run)
    return Months(starts, tuple(runs))


def _column(lists: Mapping[str, "array[int]"], total: int) -> Column:
    frequent, rare = list[tuple[str, int]](), list[str]()
    at, values = array("I"), array("I")
    for value, places in lists.items():
        if len(places) * _DENSE > total:
            frequent.append((value, bits_of(places, total)))
        else:
            at.extend(places)
            values.extend(array("I", [len(rare)]) * len(places))
            rare.append(value)
    totals = {value: len(places) for value, places in lists.items()}
    return Column(totals, tuple(frequent), tuple(rare), at, values)


def bits_of(places: Iterable[int], total: int) -> int:
    """Return a number with a bit for each of `total` articles, set at `places`."""
    flags = bytearray(total)
    for place in places:
        flags[place] = 1
    return packed(flags)


def packed(flags: bytes | bytearray) -> int:
    """Return flags of one byte each as a number of one bit each."""
    return int(b"0" + flags.translate(_DIGITS), 2)


def _numbers(joined: str | None) -> list[int]:
    numbers: list[int] = orjson.loads(f"[{joined or ''}]")
    return numbers
