"""How the app's scroll bars are painted: whole cells, a strip a line.

Textual's own goes through Rich, which took a twentieth of the first paint and most of a key that
scrolls a list (measured on 8.2.8).
"""

from collections.abc import Iterable
from functools import lru_cache
from math import ceil
from typing import ClassVar, Final, NamedTuple

from rich.segment import Segment
from rich.style import Style as RichStyle
from textual.css.styles import RulesMap
from textual.scrollbar import ScrollBarRender
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual

HIT: Final = "─"
CURRENT: Final = "━"
"""What marks a hit in the bar, and what the hit that was jumped to: also without colours."""


class SlimBar(Visual, ScrollBarRender):
    """One state of a scroll bar; `ScrollBar.renderer` makes one for each paint."""

    sign: ClassVar[str] = " "
    """What the thumb is painted with: a block, where it has no colour to be seen by."""

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:  # noqa: ARG002
        """Return the cells a bar takes."""
        return self.thickness

    def get_minimal_width(self, rules: RulesMap) -> int:  # noqa: ARG002
        """Return the cells a bar takes."""
        return self.thickness

    def get_height(self, rules: RulesMap, width: int) -> int:  # noqa: ARG002
        """Return the lines a bar takes; a standing one is as high as its pane."""
        return 1

    def render_strips(
        self,
        width: int,
        height: int | None,
        style: Style,  # noqa: ARG002
        options: RenderOptions,  # noqa: ARG002
    ) -> list[Strip]:
        """Paint the bar."""
        lines = height or 1
        rich = self.style if isinstance(self.style, RichStyle) else RichStyle.parse(self.style)
        length = lines if self.vertical else width
        first, after = thumb(length, self.virtual_size, self.window_size, self.position)
        before, held, rest = _segments(rich, width if self.vertical else 1, self.sign)
        if self.vertical:
            above, at, below = (Strip([segment], width) for segment in (before, held, rest))
            return [above] * first + [at] * (after - first) + [below] * (lines - after)
        cells = [before] * first + [held] * (after - first) + [rest] * (width - after)
        return [Strip(cells, width)] * lines


class Marks(NamedTuple):
    """What is marked in a scroll bar."""

    lines: tuple[int, ...]
    """Lines of what is scrolled."""
    current: int | None
    """The one line among them that stands out."""
    look: RichStyle
    current_look: RichStyle


class MarkedBar(SlimBar):
    """A standing scroll bar that shows where in the whole some lines stand."""

    def __init__(
        self,
        marks: Marks,
        virtual_size: float = 100,
        window_size: float = 0,
        position: float = 0,
        thickness: int = 1,
        vertical: bool = True,
        style: str | RichStyle = "",
    ) -> None:
        """All but `marks` is what a bar of the toolkit is made with, in its order."""
        super().__init__(virtual_size, window_size, position, thickness, vertical, style)  # type: ignore[arg-type]  # it takes floats, and says so where it calls this
        self.marks = marks

    def render_strips(
        self, width: int, height: int | None, style: Style, options: RenderOptions
    ) -> list[Strip]:
        """Paint the bar, and the marks over it."""
        strips = super().render_strips(width, height, style, options)
        cells = ticks(len(strips), self.virtual_size, self.marks.lines)
        looks = [(cell, HIT, self.marks.look) for cell in cells]
        if self.marks.current is not None:
            current = ticks(len(strips), self.virtual_size, (self.marks.current,))
            looks += [(cell, CURRENT, self.marks.current_look) for cell in current]
        for cell, sign, look in looks:
            (below,) = strips[cell]
            painted = (below.style or RichStyle.null()) + look
            strips[cell] = Strip([Segment(sign * width, painted)], width)
        return strips


def ticks(length: int, whole: float, lines: Iterable[int]) -> list[int]:
    """Return the cells of a bar of `length` in which any of `lines` of the whole stands, once."""
    if length <= 0 or whole <= 0:
        return []
    cells = {min(length - 1, int(line * length / whole)) for line in lines}
    return sorted(cell for cell in cells if cell >= 0)


def thumb(length: int, whole: float, shown: float, position: float) -> tuple[int, int]:
    """Return the first cell of the thumb and the one after it; none where all is shown.

    `whole`, `shown` and `position` are lines; a thumb at either end touches it.
    """
    if not shown or whole <= shown:
        return length, length
    size = min(length, max(1, ceil(length * shown / whole)))
    first = round((length - size) * min(1.0, max(0.0, position / (whole - shown))))
    return first, first + size


@lru_cache(maxsize=16)
def _segments(bar: RichStyle, cells: int, sign: str) -> tuple[Segment, Segment, Segment]:
    """Return a cell above the thumb, of it, and below; with what a press there does."""
    looks = (
        (" ", bar.bgcolor, "scroll_up"),
        (sign, bar.color, "grab"),
        (" ", bar.bgcolor, "scroll_down"),
    )
    above, held, below = (
        Segment(
            painted * cells, RichStyle(color=colour, bgcolor=colour, meta={"@mouse.down": does})
        )
        for painted, colour, does in looks
    )
    return above, held, below
