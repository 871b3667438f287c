"""What is scrolled line by line: a line that stays the same is kept with its border as it moves.

Textual keeps what it painted by where it stood on the screen, so that scrolling by a line paints
every line anew (8.2.8); here it is kept by what it shows.
"""

from abc import abstractmethod
from collections.abc import Callable, Hashable
from typing import Any

from textual._styles_cache import StylesCache
from textual.cache import FIFOCache
from textual.css.styles import StylesBase
from textual.geometry import Region
from textual.scroll_view import ScrollView
from textual.scrollbar import ScrollBar
from textual.strip import Strip

from tui.view.widgets.scroll_bar import thumb

KEPT = 128
"""Lines that are kept: a tall terminal and some. Each takes some ten kilobytes with what Textual
makes of it; its own cache of what was used last is a ring, which nothing frees but a clean-up."""


class LineCache(StylesCache):
    """Painted lines by their keys, until the widget is to be painted anew as a whole."""

    def __init__(self, key: Callable[[int], Hashable]) -> None:
        """`key` says what the line at a place of the widget shows; None for what is not kept."""
        super().__init__()
        self._key = key
        self._kept: FIFOCache[Hashable, Strip] = FIFOCache(KEPT)

    def clear(self) -> None:
        """Forget all lines."""
        super().clear()
        self._kept.clear()

    def render_line(self, styles: StylesBase, y: int, *how: Any) -> Strip:  # noqa: ANN401  # as asked
        """Paint one line, unless it has been painted somewhere else on the screen."""
        key = self._key(y)
        if key is None:
            return super().render_line(styles, y, *how)
        if (strip := self._kept.get(key)) is None:
            strip = self._kept[key] = super().render_line(styles, y, *how)
        return strip


class Scrolled(ScrollView):
    """A view over lines, each of which depends on its key alone.

    Whatever else changes how lines look must repaint the widget as a whole (`refresh()`).
    """

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self._styles_cache = LineCache(self._key_at)
        self._gutter = self._top = self._height = 0

    @abstractmethod
    def line_key(self, line: int) -> Hashable:
        """Return what a line of the whole, from 0, depends on; None where that is not known."""

    def render_lines(self, crop: Region) -> list[Strip]:
        """Paint some lines; what all of them ask for is asked once, which takes as long as one."""
        self._gutter, self._top = self.styles.gutter.top, self.scroll_offset.y
        self._height = self.content_size.height
        return super().render_lines(crop)

    def _key_at(self, y: int) -> Hashable:
        inside = y - self._gutter
        return self.line_key(inside + self._top) if 0 <= inside < self._height else None

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Paint what has moved, the scroll bar only where its thumb has."""
        if self.show_vertical_scrollbar and self._thumb(old_value) == self._thumb(new_value):
            self.vertical_scrollbar.set_reactive(ScrollBar.position, new_value)
        super().watch_scroll_y(old_value, new_value)

    def _thumb(self, position: float) -> tuple[int, int]:
        bar = self.vertical_scrollbar
        return thumb(bar.size.height, bar.window_virtual_size, bar.window_size, position)
