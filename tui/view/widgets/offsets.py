"""Offsets into the article's text, written into what is painted: text selection reads them.

A point of a selection has an offset for its x and 0 for its y, so that a selection does not depend
on where lines end.
"""

from collections.abc import Mapping

from rich.segment import Segment
from rich.style import Style as RichStyle
from textual.selection import Selection


def offsets(selection: Selection, length: int) -> tuple[int, int]:
    """Return a selection's offsets; the x of its points are offsets into the text, y is 0."""
    start = selection.start.x if selection.start else 0
    end = selection.end.x if selection.end else length
    return max(0, start), min(end, length)


def anchored(segments: list[Segment], offset: int) -> list[Segment]:
    """Let every cell of what is no text of the article select from `offset`."""
    anchor = RichStyle.from_meta({"offset": (offset, 0)})
    return [
        Segment(character, (segment.style or RichStyle.null()) + anchor)
        for segment in segments
        for character in segment.text
    ]


def numbered(segments: list[Segment], start: int, gaps: Mapping[int, int]) -> list[Segment]:
    """Give every segment of the article's text the offset that text selection reads.

    `gaps` has the cells that are put behind a character, by its place in the line.
    """
    numbered = []
    at = 0
    for text, style, _control in segments:
        style = style or RichStyle.null()
        done = 0
        for gap in [gap for gap in sorted(gaps) if at <= gap < at + len(text)]:
            cut = gap + 1 - at
            numbered.append(_placed(text[done:cut], style, start + at + done))
            numbered += anchored([Segment(" " * gaps[gap], style)], start + gap)
            done = cut
        if done < len(text):
            numbered.append(_placed(text[done:], style, start + at + done))
        at += len(text)
    return numbered


def _placed(text: str, style: RichStyle, offset: int) -> Segment:
    return Segment(text, style + RichStyle.from_meta({"offset": (offset, 0)}))
