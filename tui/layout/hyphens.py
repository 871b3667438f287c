"""Words cut at the end of a line: where a word may be cut, and how far a line may so go on.

Only words that begin with a small letter are cut: names stay whole. Where a language's words may be
cut is known to pyphen (GPL 2.0+, LGPL 2.1+ or MPL 1.1), with the patterns of LibreOffice (French:
LGPL 2.1+, from TeX's, MIT; English: BSD style); it is imported when hyphenation is first asked for.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from importlib import import_module
from typing import Final

from tui.layout.wrap import Graphemes, Stretches, cells_of, line_at

Points = Callable[[str], Sequence[int]]
"""Gives the places in a word, in order, at which it may be cut."""

LANGUAGES: Final = {"fr": "fr", "en": "en_US"}
"""The patterns for a language of articles, by ISO 639-1 code."""

SHORTEST: Final = 6
"""Letters of a word below which it is never cut."""
BEFORE, AFTER = 2, 3
"""Letters that stay on the line, and that go to the next, at least: so do the patterns of TeX have
it for both languages (`\\\\lefthyphenmin`, `\\\\righthyphenmin`)."""
IN_A_ROW: Final = 2
"""Lines that may end in a hyphen one below the other, by what typographers hold for bearable."""

_WORD: Final = re.compile(r"[^\W\d_]+")


@cache
def points_of(language: str | None) -> Points | None:
    """Return where words of a language may be cut; None where that is not known.

    It is not known for other languages than `LANGUAGES`, nor where pyphen is not installed.
    """
    if language not in LANGUAGES:
        return None
    try:
        pyphen = import_module("pyphen")
    except ImportError:
        return None
    dictionary = pyphen.Pyphen(lang=LANGUAGES[language], left=BEFORE, right=AFTER)

    def points(word: str) -> list[int]:
        return list(map(int, dictionary.positions(word)))

    return points


def wrap_hyphenated(
    text: str, width: int, graphemes: Graphemes, points: Points
) -> list[tuple[int, int, bool]]:
    """Return the lines of `text` as `wrap` does, and of each whether a hyphen stands at its end.

    With the hyphen, which is no part of the text, no line is wider than `width`.
    """
    lines: list[tuple[int, int, bool]] = []
    start = 0
    for paragraph in text.split("\n"):
        lines += (
            (start + a, start + b, cut) for a, b, cut in _lines(paragraph, width, graphemes, points)
        )
        start += len(paragraph) + 1
    return lines


def _lines(
    text: str, width: int, graphemes: Graphemes, points: Points
) -> Iterator[tuple[int, int, bool]]:
    stretches = Stretches(text, graphemes)
    start = in_a_row = 0
    while start < len(text):
        end, after = line_at(text, start, width, stretches)
        further = None
        if end < after < len(text) and in_a_row < IN_A_ROW:
            further = _further(text, start, after, width, graphemes, points)
        in_a_row = in_a_row + 1 if further else 0
        yield start, further or end, further is not None
        start = further or after
    if not text:
        yield 0, 0, False


def _further(
    text: str, start: int, after: int, width: int, graphemes: Graphemes, points: Points
) -> int | None:
    """Return where in the word at `after` the line from `start` may end, if anywhere."""
    ends = text.find(" ", after)
    token = text[after : ends if ends >= 0 else len(text)]
    found = None
    for word in _WORD.finditer(token[: width + SHORTEST]):
        if len(word[0]) < SHORTEST or not word[0][0].islower():
            continue
        for point in points(word[0]):
            if not BEFORE <= point <= len(word[0]) - AFTER:
                continue
            place = after + word.start() + point
            if cells_of(text[start:place], graphemes) + 1 > width:
                return found
            found = place
    return found


def is_installed() -> bool:
    """Say whether words can be cut at all."""
    from importlib.util import find_spec

    return find_spec("pyphen") is not None
