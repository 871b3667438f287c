"""Greedy line breaking in terminal cells, for one block of text.

Lines are half-open ranges of the text; the spaces at a break belong to no line. Text made of
characters that are one cell wide everywhere takes a fast path; the rest is measured by the caller's
`Graphemes`, which must be the measure of whoever paints, or lines would not fit.
"""

from collections.abc import Callable, Iterator

from tui.layout.visible import is_plain

Graphemes = Callable[[str], list[tuple[int, int, int]]]
"""Cuts a text into `(start, end, cells)` without gaps; offsets in code points."""


def wrap(text: str, width: int, graphemes: Graphemes) -> list[tuple[int, int]]:
    """Return the lines of `text`, at most `width` cells each; an empty text has one empty line.

    Lines break at spaces, at line feeds, and, where a word is wider than a line, anywhere between
    graphemes; a no-break space never breaks. A grapheme wider than `width` stands alone.
    """
    lines: list[tuple[int, int]] = []
    start = 0
    for paragraph in text.split("\n"):
        if is_plain(paragraph):
            cut = _wrap_narrow(paragraph, width)
        else:
            cut = _wrap_measured(paragraph, width, graphemes(paragraph))
        lines += ((start + a, start + b) for a, b in cut)
        start += len(paragraph) + 1
    return lines


def _wrap_narrow(text: str, width: int) -> Iterator[tuple[int, int]]:
    """Wrap text in which every character takes one cell."""
    start, length = 0, len(text)
    while length - start > width:
        space = text.rfind(" ", start, start + width + 1)
        if space <= start:
            yield start, start + width
            start = _after_spaces(text, start + width)
        else:
            yield start, _before_spaces(text, start, space)
            start = _after_spaces(text, space)
    if start < length or not length:
        yield start, length


def _before_spaces(text: str, start: int, end: int) -> int:
    while end > start + 1 and text[end - 1] == " ":
        end -= 1
    return end


def _after_spaces(text: str, start: int) -> int:
    while start < len(text) and text[start] == " ":
        start += 1
    return start


def _wrap_measured(
    text: str, width: int, graphemes: list[tuple[int, int, int]]
) -> Iterator[tuple[int, int]]:
    """Wrap by grapheme: after a space, and on either side of a wide character (CJK)."""
    start = index = cells = 0
    resume: tuple[int, int, int] | None = None
    """The last place to break: end of the line, index and start of what follows."""
    while index < len(graphemes):
        begin, end, wide = graphemes[index]
        space = text[begin:end] == " "
        if cells + wide > width and begin > start and not space:
            line_end, index, after = resume or (begin, index, begin)
            yield start, _before_spaces(text, start, line_end)
            start, cells, resume = after, 0, None
            continue
        cells += wide
        index += 1
        if space and begin > start:
            while index < len(graphemes) and text[slice(*graphemes[index][:2])] == " ":
                index += 1
                cells += 1
            after = graphemes[index][0] if index < len(graphemes) else len(text)
            resume = (begin, index, after)
        elif wide > 1 or (index < len(graphemes) and graphemes[index][2] > 1):
            resume = (end, index, end)
    if start < len(text) or not text:
        yield start, _before_spaces(text, start, len(text)) if cells > width else len(text)
