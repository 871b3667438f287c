"""An article as screen lines: one layout per width, and the way between offsets and lines.

A page is a list of lines, each a half-open range of the article's text with the block it stands
in; blank lines and the byline are lines of no text. Every offset of the text has exactly one line,
every line that shows text has exactly one range, and a reading position survives any width.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, NamedTuple

from tui.layout.visible import visible
from tui.layout.wrap import Graphemes, cells_of, wrap
from tui.model import Article, Block, BlockKind

if TYPE_CHECKING:
    from tui.layout.hyphens import Points

_HELD_SPACE = re.compile("(?<=[«‹]) (?=\\S)|(?<=\\S) (?=[»›;:!?])")
"""Spaces that French typography never breaks a line at, whatever the page typed."""

_LEADING_JOINERS = re.compile("^\u200d+", re.MULTILINE)
"""Joiners with nothing on their left: painters disagree how much of what follows they hide."""

LineRole = Literal["text", "blank", "byline"]


class Line(NamedTuple):
    """One screen line: which part of the text it shows."""

    start: int
    """Where its text begins; for a line without text, a place between the blocks around it."""
    end: int
    block: int
    """Index into `Article.blocks`."""
    role: LineRole = "text"
    first: bool = False
    """Whether it is the first line of its block, or of a table's row."""
    hyphen: bool = False
    """Whether a hyphen, which is not in the text, is painted at its end."""


class Form(NamedTuple):
    """How a kind of block is set."""

    before: int = 1
    """Blank lines before it."""
    marker: str = ""
    """What stands before its first line."""
    margin: str = ""
    """What stands before the others."""


FORMS: dict[BlockKind, Form] = {
    "title": Form(before=0),
    "lede": Form(),
    "heading": Form(before=2),
    "paragraph": Form(),
    "caption": Form(marker="▏ ", margin="▏ "),
    "quotation": Form(marker="▌ ", margin="▌ "),
    "list_item": Form(marker="• ", margin="  "),
    "preformatted": Form(marker="  ", margin="  "),
    "table": Form(marker="▪ ", margin="  "),
}


_NESTED = "◦ "
"""What stands before an item of a list within another."""


def form_of(block: Block) -> Form:
    """Return how a block is set; an item of a list is numbered and indented as it is there."""
    form = FORMS[block.kind]
    if block.depth is None and block.number is None:
        return form
    before = "  " * ((block.depth or 1) - 1)
    mark = f"{block.number}. " if block.number is not None else _NESTED
    return Form(form.before, before + mark, " " * len(before + mark))


PROSE: frozenset[BlockKind] = frozenset({"lede", "paragraph", "caption", "quotation", "list_item"})
"""Kinds of blocks whose lines break where there is no more room."""


class Page(NamedTuple):
    """The lines of an article at one width."""

    text: str
    """The article's text as it may be painted: same offsets, nothing dangerous."""
    lines: tuple[Line, ...]
    width: int
    """Cells that a line may take, marker included."""
    starts: tuple[int, ...]
    """`Line.start` of every line, for searching."""
    byline: tuple[str, ...] = ()
    """The words of the byline's lines."""
    byline_at: int = 0
    """The first line of the byline."""
    padding: Mapping[int, Mapping[int, int]] = MappingProxyType({})
    """Cells by which lines of tables grow, by the line and the character that they stand behind."""

    def line_of(self, offset: int) -> int:
        """Return the line that shows `offset`; for one between two lines, the earlier."""
        index = max(0, bisect_right(self.starts, offset) - 1)
        while index > 0 and self.lines[index].role != "text":
            index -= 1
        return index

    def top_line(self, offset: int) -> int:
        """Return the line to put on top so that it is `offset_of` that line, or holds it."""
        index = bisect_left(self.starts, offset)
        if index < len(self.starts) and self.starts[index] == offset:
            return index
        return max(0, index - 1)

    def offset_of(self, line: int) -> int:
        """Return the offset at which `line` begins, clamped to the page."""
        if not self.lines:
            return 0
        return self.lines[max(0, min(line, len(self.lines) - 1))].start


def lay_out(
    article: Article,
    width: int,
    graphemes: Graphemes,
    byline: str = "",
    points: "Points | None" = None,
) -> Page:
    """Lay `article` out in lines of at most `width` cells, with the byline under the title.

    `points` says where words of prose may be cut; without it they stay whole.
    """
    words = visible(byline)
    byline_lines = tuple(words[a:b] for a, b in wrap(words, width, graphemes)) if words else ()
    text = visible_text(article)
    lines: list[Line] = []
    grown: dict[int, Mapping[int, int]] = {}
    for index, block in enumerate(article.blocks):
        form = form_of(block)
        if index and not _in_one_list(article, index):
            lines += _blanks(article, index, form.before, bool(byline_lines))
        room = max(1, width - len(form.marker))
        words_of_block = text[block.start : block.end]
        if block.kind == "table":
            rows = _table(words_of_block, room, graphemes, block.start, index)
            grown.update((len(lines) + n, gaps) for n, (_, gaps) in enumerate(rows) if gaps)
            lines += [line for line, _ in rows]
        elif points is not None and block.kind in PROSE:
            lines += _hyphenated(words_of_block, room, graphemes, points, block.start, index)
        else:
            for number, (a, b) in enumerate(wrap(words_of_block, room, graphemes)):
                lines.append(Line(block.start + a, block.start + b, index, "text", number == 0))
        if byline_lines and _has_byline(article, index):
            lines.append(Line(block.end, block.end, index, "blank"))
            lines += [Line(block.end + 1, block.end + 1, index, "byline")] * len(byline_lines)
    starts = tuple(line.start for line in lines)
    at = next((number for number, line in enumerate(lines) if line.role == "byline"), 0)
    return Page(text, tuple(lines), width, starts, byline_lines, at, grown)


def _table(
    text: str, room: int, graphemes: Graphemes, start: int, index: int
) -> list[tuple[Line, dict[int, int]]]:
    """Return the lines of a table, and by how much each grows for its columns to stand straight."""
    from tui.layout.tables import padding

    rows = text.split("\n")
    grown = padding(rows, room, partial(cells_of, graphemes=graphemes))
    lines = []
    for row, gaps in zip(rows, grown, strict=True):
        for number, (a, b) in enumerate(wrap(row, room, graphemes)):
            lines.append((Line(start + a, start + b, index, "text", number == 0), gaps))
        start += len(row) + 1
    return lines


def _hyphenated(
    text: str, room: int, graphemes: Graphemes, points: "Points", start: int, index: int
) -> list[Line]:
    from tui.layout.hyphens import wrap_hyphenated

    return [
        Line(start + a, start + b, index, "text", number == 0, cut)
        for number, (a, b, cut) in enumerate(wrap_hyphenated(text, room, graphemes, points))
    ]


def visible_text(article: Article) -> str:
    """Return the article's text as it may be painted, its line feeds inside blocks kept."""
    shown = "\n".join(visible(line) for line in article.text.split("\n"))
    shown = _LEADING_JOINERS.sub(lambda joiners: "\ufffd" * len(joiners[0]), shown)
    return _HELD_SPACE.sub("\u00a0", shown)


def _has_byline(article: Article, index: int) -> bool:
    return index == 0 and article.blocks[0].kind == "title"


def _blanks(article: Article, index: int, count: int, bylined: bool) -> list[Line]:
    """Return the blank lines before a block; their offsets lie in the gap before it."""
    start = article.blocks[index].start
    gap = start if bylined and _has_byline(article, index - 1) else article.blocks[index - 1].end
    places = [min(gap + number, start) for number in range(count)]
    return [Line(place, place, index, "blank") for place in places]


def _in_one_list(article: Article, index: int) -> bool:
    """Say whether a block follows another item of the same list."""
    kinds = article.blocks[index - 1].kind, article.blocks[index].kind
    return kinds == ("list_item", "list_item")
