"""Slide shows in the middle of an article: pieces of their own, with a headline for each picture.

A slide says which of how many it is: "2/50". Where three slides and more are counted that way and
the article goes on after them, the box around them is a slide show. A piece that ends with its
slides consists of them, and keeps them; captions are the pictures' own and stay with the article.
"""

import re
from collections.abc import Sequence

from tui.parse.html_blocks import Box, PageBlock

_COUNTER = re.compile(r"(\d{1,3})\s?/\s?(\d{1,3})(?![\d/.,])")
_SLIDES = 3
"""Slides of a show, at least."""
_SHOWS = 8
"""Slide shows that are looked at in one article."""
_AROUND = 300
"""Code points of the article's prose on each side of the slides, at least."""


def slide_shows(blocks: Sequence[PageBlock], chosen: Sequence[int]) -> set[int]:
    """Return the places of the chosen blocks, captions apart, that belong to slide shows."""
    found: set[int] = set()
    for run in _runs(blocks, chosen)[:_SHOWS]:
        box = _box_around(blocks[run[0]].box, blocks[run[-1]].box)
        inside = {i for i in chosen if box.holds(blocks[i].box)}
        before = sum(blocks[i].prose for i in chosen if i < run[0] and i not in inside)
        after = sum(blocks[i].prose for i in chosen if i > run[-1] and i not in inside)
        if min(before, after) >= _AROUND:
            found |= {i for i in inside if blocks[i].piece.kind != "caption"}
    return found


def _runs(blocks: Sequence[PageBlock], chosen: Sequence[int]) -> list[list[int]]:
    """Return the runs of chosen blocks that count on to one and the same number."""
    runs: list[list[int]] = []
    number = total = 0
    for place in chosen:
        text = blocks[place].piece.text
        count = _COUNTER.match(text) if text[0].isdigit() else None
        if count is None:
            continue
        here, of = int(count[1]), int(count[2])
        if of == total and number < here <= of:
            runs[-1].append(place)
        else:
            runs.append([place])
        number, total = here, of
    return [run for run in runs if len(run) >= _SLIDES]


def _box_around(one: Box, other: Box) -> Box:
    """Return the innermost box that holds both."""
    box = one
    while box.parent is not None and not box.holds(other):
        box = box.parent
    return box
