"""How often something was, month by month, as a row of bars that fits a width.

The bars are eighths of a block (Unicode's block elements, U+2581 to U+2587), which every terminal
font has; the whole block is left out, so that rows of bars do not touch. The years below say when.
"""

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

BARS: Final = "▁▂▃▄▅▆▇"
NOTHING: Final = " "
_STEPS: Final = (1, 3, 6, 12)
"""Months that one bar may stand for; where a year is too little, as many years as are needed."""
_YEAR: Final = 12
_WIDE: Final = 5
"""Cells of the widest bars, which have a gap behind them and a label of their own below."""


class Timeline(NamedTuple):
    """Bars in the order of time, and what stands below them."""

    months: int
    """How many months a bar stands for."""
    first: int
    """The first month, counted from the year 0."""
    length: int
    """How many bars there are."""

    cells: int = 1
    """How wide a bar is, with the gap behind it where there is one."""

    def bars(self, counts: Mapping[str, int]) -> str:
        """Return a bar for each stretch of months; the highest is full, any but none is seen."""
        sums = [0] * self.length
        for month, count in counts.items():
            number = _number(month)
            if number is not None:
                place = (number - self.first) // self.months
                if 0 <= place < self.length:
                    sums[place] += count
        most = max(sums, default=0)
        bars = (BARS[(n * len(BARS) - 1) // most] if n else NOTHING for n in sums)
        gap = NOTHING if self.cells >= _WIDE else ""
        return "".join(bar * (self.cells - len(gap)) + gap for bar in bars)

    def when(self) -> str:
        """Return the years where they begin, where there is room; and the months of wide bars."""
        line = [NOTHING] * (self.length * self.cells)
        free = 0
        for place in range(self.length):
            year, month = divmod(self.first + place * self.months, _YEAR)
            begins = place == 0 or month < self.months
            at = place * self.cells
            label = f"{year:04}" if begins else f"{month + 1:02}" if self.cells >= _WIDE else ""
            if at >= free and at + len(label) <= len(line):
                line[at : at + len(label)] = label
                free = at + len(label) + 1 if label else free
        return "".join(line)


def timeline(months: Sequence[str], width: int) -> Timeline | None:
    """Return a timeline of at most `width` cells that holds all `months` ("2026-05").

    None where there is no dated month or no room.
    """
    numbers = [number for number in map(_number, months) if number is not None]
    if not numbers or width < 1:
        return None
    first, last = min(numbers), max(numbers)
    for step in _STEPS:
        start = first - first % step
        length = (last - start) // step + 1
        if length <= width:
            return Timeline(step, start, length, max(1, min(_WIDE, width // length)))
    start = first - first % _YEAR
    years = (last - start) // _YEAR + 1
    step = -(-years // width) * _YEAR
    return Timeline(step, start, (last - start) // step + 1)


def _number(month: str) -> int | None:
    """Return a month counted from the year 0; None for what is none."""
    year, dash, name = month.partition("-")
    if not (dash and year.isdecimal() and name.isdecimal() and 1 <= int(name) <= _YEAR):
        return None
    return int(year) * _YEAR + int(name) - 1
