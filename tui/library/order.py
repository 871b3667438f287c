"""In what order a query's articles stand, without holding more than it must.

Newest first, undated last, and articles of one moment in the order they were added. Membership is
settled when the query is asked: articles that are added later do not move what is on the screen.
"""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from sqlite3 import Connection
from typing import Final, NamedTuple, Protocol

from tui.library.rows import keys_at, marks

_CHUNK: Final = 500
"""Values of one statement: some builds of SQLite take 999."""

_PLACE: Final = "SELECT count(*) FROM article WHERE copy_of IS NULL AND sort < ? AND key <= ?"
_FORWARDS: Final = """
    SELECT sort, key FROM article WHERE copy_of IS NULL AND key <= ?
    ORDER BY sort LIMIT ? OFFSET ?
"""
_BACKWARDS: Final = """
    SELECT sort, key FROM article WHERE copy_of IS NULL AND key <= ?
    ORDER BY sort DESC LIMIT ? OFFSET ?
"""
_FURTHER: Final = """
    SELECT sort, key FROM article WHERE copy_of IS NULL AND sort > ? AND key <= ?
    ORDER BY sort LIMIT 1 OFFSET ?
"""


class Order(Protocol):
    """The keys of a query's articles, by their place."""

    count: int

    def keys(self, connection: Connection, start: int, stop: int) -> Sequence[int]:
        """Return the keys from `start` to `stop`, where `0 <= start <= stop <= count`."""

    def place(self, connection: Connection, key: int) -> int | None:
        """Return where the article `key` stands; None where the query leaves it out."""

    def refresh(self, connection: Connection) -> None:
        """Take notice that articles may have got other dates."""


class ChosenOrder:
    """Articles that name someone: their keys, eight bytes each."""

    def __init__(self, keys: Sequence[int]) -> None:
        self._keys = keys
        self.count = len(keys)

    def keys(self, connection: Connection, start: int, stop: int) -> Sequence[int]:  # noqa: ARG002
        """Return the keys from `start` to `stop`."""
        return self._keys[start:stop]

    def place(self, connection: Connection, key: int) -> int | None:  # noqa: ARG002
        """Return where `key` is."""
        try:
            return self._keys.index(key)
        except ValueError:
            return None

    def refresh(self, connection: Connection) -> None:
        """Stay as it was."""


class FoundOrder:
    """Articles that a search found: their places, eight bytes each, rising or falling."""

    def __init__(self, find: Callable[[Connection], Sequence[int]], connection: Connection) -> None:
        """Take how they are found, which is asked at once and where articles changed places."""
        self._find = find
        self._places = _places(find(connection))
        self.count = len(self._places)

    def keys(self, connection: Connection, start: int, stop: int) -> Sequence[int]:
        """Return the keys from `start` to `stop`; fewer where others have moved articles."""
        found = keys_at(connection, self._places[start:stop])
        if len(found) < stop - start:
            self.refresh(connection)
            found = keys_at(connection, self._places[start:stop])
        return found

    def place(self, connection: Connection, key: int) -> int | None:
        """Return where `key` stands."""
        (sort,) = connection.execute("SELECT sort FROM article WHERE key = ?", (key,)).fetchone()
        falling = self.count > 1 and self._places[0] > self._places[-1]
        sign = -1 if falling else 1
        at = bisect_left(self._places, sign * sort, key=lambda place: sign * place)
        return at if at < self.count and self._places[at] == sort else None

    def refresh(self, connection: Connection) -> None:
        """Search again."""
        self._places = _places(self._find(connection))
        self.count = len(self._places)


def _places(found: Sequence[int]) -> "array[int]":
    return found if isinstance(found, array) else array("q", found)


class LeftOut(NamedTuple):
    """Articles in order, as two lists: a pair for each would take twice as long to make."""

    sorts: Sequence[int] = ()
    keys: Sequence[int] = ()

    def before(self, sort: int, key: int) -> int:
        """Return how many of them stand before the place of an article, or at it."""
        return bisect_right(
            range(len(self.keys)), (sort, key), key=lambda n: (self.sorts[n], self.keys[n])
        )


def left_out(pairs: Iterable[tuple[int, int]]) -> LeftOut:
    """Put articles, given as (sort, key), in order."""
    ordered = sorted(pairs)
    return LeftOut([sort for sort, _ in ordered], [key for _, key in ordered])


class WholeOrder:
    """The whole library but for copies and the articles left out; only the latter are held."""

    def __init__(self, total: int, last: int, left_out: LeftOut) -> None:
        """Take how many articles there are, the last key, and the articles left out."""
        self._total, self._last = total, last
        self._left_out = left_out
        self._left_out_keys = frozenset(left_out.keys)
        self.count = total - len(left_out.keys)

    def keys(self, connection: Connection, start: int, stop: int) -> Sequence[int]:
        """Return the keys from `start` to `stop`, stepping from the nearer end."""
        if not self._left_out_keys:
            return [key for _, key in self._stretch(connection, start, stop)]
        found = self._kept(connection, self._place_in_whole(connection, start), stop - start)
        if len(found) == stop - start:
            return found
        # Another process has given an article that is left out another date: count from the start.
        return self._kept(connection, 0, stop)[start:]

    def place(self, connection: Connection, key: int) -> int | None:
        """Return how many articles stand before `key`."""
        if key in self._left_out_keys or key > self._last:
            return None
        query = "SELECT sort, copy_of FROM article WHERE key = ?"
        sort, lead = connection.execute(query, (key,)).fetchone()
        if lead is not None:
            return None
        (before,) = connection.execute(_PLACE, (sort, self._last)).fetchone()
        return int(before) - self._left_out.before(sort, key)

    def refresh(self, connection: Connection) -> None:
        """Put the articles left out in their present order."""
        keys = sorted(self._left_out_keys)
        found: list[tuple[int, int]] = []
        for start in range(0, len(keys), _CHUNK):
            chunk = keys[start : start + _CHUNK]
            query = f"SELECT sort, key FROM article WHERE key IN ({marks(chunk)})"  # noqa: S608
            found += connection.execute(query, chunk)
        self._left_out = left_out(found)

    def _stretch(self, connection: Connection, start: int, stop: int) -> list[tuple[int, int]]:
        """Return (sort, key) for places of the library with nothing left out."""
        stop = min(stop, self._total)
        if start < self._total - stop:
            parameters = (self._last, stop - start, start)
            return connection.execute(_FORWARDS, parameters).fetchall()
        parameters = (self._last, stop - start, self._total - stop)
        return connection.execute(_BACKWARDS, parameters).fetchall()[::-1]

    def _place_in_whole(self, connection: Connection, place: int) -> int:
        """Return where the `place`-th article that is not left out stands among all."""
        if place == 0:
            return 0
        whole, found = place, self._stretch(connection, place, place + 1)
        while found:
            # Rises with every round and ends, for what stands before a place rises with it.
            further = place + self._left_out.before(*found[0])
            if further <= whole:
                break
            parameters = (found[0][0], self._last, further - whole - 1)
            whole, found = further, connection.execute(_FURTHER, parameters).fetchall()
        return whole

    def _kept(self, connection: Connection, whole: int, count: int) -> list[int]:
        """Return `count` keys that are not left out, from the place `whole` among all."""
        kept: list[int] = []
        while len(kept) < count and whole < self._total:
            step = max(2 * (count - len(kept)), 64)
            stretch = self._stretch(connection, whole, whole + step)
            kept += [key for _, key in stretch if key not in self._left_out_keys]
            whole += step
        return kept[:count]
