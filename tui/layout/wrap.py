"""Greedy line breaking in terminal cells, for one block of text.

Lines are half-open ranges of the text; the spaces at a break belong to no line. Characters that are
one cell wide everywhere take a fast path; the rest is measured by the caller's `Graphemes`, which
must be the measure of whoever paints, or lines would not fit. Which path a line takes never shows.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from functools import cache

from tui.layout.visible import PLAIN_RANGES, is_plain

Grapheme = tuple[int, int, int]
"""Start, end and cells."""

Graphemes = Callable[[str], list[Grapheme]]
"""Cuts a text into `(start, end, cells)` without gaps; offsets in code points. A grapheme holds at
most one plain character before, between and after others: `a` with its marks, a joiner with `b`."""

_PLAIN = "".join(f"{chr(first)}-{chr(last)}" for first, last in PLAIN_RANGES)

_NEAR = 32
"""Plain characters between others that are cheaper to measure along than to leave out."""


@cache
def _unusual() -> re.Pattern[str]:
    """Return what finds a stretch that must be measured, with the plain character after it.

    The character before it belongs to it too. Compiled when the first such text is met.
    """
    return re.compile(f"[^{_PLAIN}](?:[{_PLAIN}]{{0,{_NEAR}}}+[^{_PLAIN}]++)*+[{_PLAIN}]?")


def wrap(text: str, width: int, graphemes: Graphemes) -> list[tuple[int, int]]:
    """Return the lines of `text`, at most `width` cells each; an empty text has one empty line.

    Lines break at spaces, at line feeds, and, where a word is wider than a line, anywhere between
    graphemes; a no-break space never breaks. A grapheme wider than `width` stands alone.
    """
    lines: list[tuple[int, int]] = []
    start = 0
    for paragraph in text.split("\n"):
        cut = _wrap_paragraph(paragraph, width, graphemes)
        lines += ((start + a, start + b) for a, b in cut)
        start += len(paragraph) + 1
    return lines


def _wrap_paragraph(text: str, width: int, graphemes: Graphemes) -> Iterator[tuple[int, int]]:
    stretches = Stretches(text, graphemes)
    start = 0
    while start < len(text):
        end, after = line_at(text, start, width, stretches)
        yield start, end
        start = after
    if not text:
        yield 0, 0


def line_at(text: str, start: int, width: int, stretches: "Stretches") -> tuple[int, int]:
    """Return the end of the line that begins at `start`, and where the next one begins."""
    line = _plain_line(text, start, stretches.plain_until(start), width)
    return line or _measured_line(text, width, stretches.graphemes_from(start))


def cells_of(text: str, graphemes: Graphemes) -> int:
    """Return the cells that a text takes."""
    return len(text) if is_plain(text) else sum(wide for _, _, wide in graphemes(text))


class Stretches:
    """Where a paragraph is plain, and its graphemes from anywhere; measures what it must, once."""

    def __init__(self, text: str, graphemes: Graphemes) -> None:
        found = () if is_plain(text) else _unusual().finditer(text)
        self._spans = [(max(0, match.start() - 1), match.end()) for match in found]
        self._ends = [end for _, end in self._spans]
        self._text = text
        self._measure = graphemes
        self._measured: tuple[int, list[Grapheme]] = (-1, [])
        """The stretch measured last: its number, and its graphemes."""

    def plain_until(self, start: int) -> int:
        """Return where the plain characters from `start` on end; `start` where there are none."""
        number = bisect_right(self._ends, start)
        return max(start, self._spans[number][0]) if number < len(self._spans) else len(self._text)

    def graphemes_from(self, start: int) -> Iterator[Grapheme]:
        """Yield the graphemes from `start` on, where one begins."""
        for number in range(bisect_right(self._ends, start), len(self._spans)):
            begin, end = self._spans[number]
            yield from ((at, at + 1, 1) for at in range(start, begin))
            measured = self._graphemes_of(number)
            first = bisect_left(measured, (start,)) if start > begin else 0
            for index in range(first, len(measured)):
                yield measured[index]
            start = end
        yield from ((at, at + 1, 1) for at in range(start, len(self._text)))

    def _graphemes_of(self, number: int) -> list[Grapheme]:
        if self._measured[0] != number:
            begin, end = self._spans[number]
            cut = self._measure(self._text[begin:end])
            self._measured = number, [(begin + a, begin + b, wide) for a, b, wide in cut]
        return self._measured[1]


def _plain_line(text: str, start: int, until: int, width: int) -> tuple[int, int] | None:
    """Return the end of the line at `start` and the start of the next; `None` to have it measured.

    Every character before `until` takes one cell.
    """
    if until - start <= width:
        return (until, until) if until == len(text) else None
    space = text.rfind(" ", start, start + width + 1)
    end = space if space > start else start + width
    after = _after_spaces(text, end)
    if after > until:
        return None
    return (_before_spaces(text, start, end) if space > start else end), after


def _before_spaces(text: str, start: int, end: int) -> int:
    while end > start + 1 and text[end - 1] == " ":
        end -= 1
    return end


def _after_spaces(text: str, start: int) -> int:
    while start < len(text) and text[start] == " ":
        start += 1
    return start


def _measured_line(text: str, width: int, graphemes: Iterable[Grapheme]) -> tuple[int, int]:
    """Return what `_plain_line` does, by grapheme; also breaks on either side of a wide one (CJK).

    `graphemes` begin at the line's start.
    """
    start = before = gap = -1
    cells = 0
    resume: tuple[int, int] | None = None
    """The last place to break: end of the line, and start of what follows."""
    for begin, end, wide in graphemes:
        if start < 0:
            start = begin
        if text[begin:end] == " ":
            if gap < 0 and begin > start:
                gap = begin
        else:
            if gap >= 0:
                resume = gap, begin
            elif begin > start and (wide > 1 or before > 1):
                resume = begin, begin
            if cells + wide > width and begin > start:
                line_end, after = resume or (begin, begin)
                return _before_spaces(text, start, line_end), after
            gap = -1
        cells += wide
        before = wide
    return _before_spaces(text, start, len(text)) if cells > width else len(text), len(text)
