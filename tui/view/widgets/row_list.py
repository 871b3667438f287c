"""A list of rows of one height, painted line by line.

It holds any sequence and looks at the rows on the screen only, so that a hundred thousand rows cost
as much as ten. Subclasses say how a row is painted and what choosing it means.
"""

from abc import abstractmethod
from collections.abc import Hashable, Sequence
from typing import ClassVar, Generic, TypeVar

from rich.cells import cell_len, set_cell_size, split_graphemes
from textual import events
from textual.binding import BindingType
from textual.cache import FIFOCache
from textual.content import Content, Span
from textual.geometry import Region, Size
from textual.reactive import reactive
from textual.strip import Strip
from textual.style import Style

from tui.layout import visible, wrap
from tui.session.actions import Scope
from tui.view.doing import Doing
from tui.view.keys import bindings
from tui.view.widgets.looks import Looks
from tui.view.widgets.scrolled import Scrolled

Item = TypeVar("Item")

Part = tuple[str, str]
"""Text and the component class it is painted in ("" for the list's own colour)."""


class RowList(Scrolled, Looks, Doing, Generic[Item], can_focus=True):
    """A cursor over rows."""

    SCOPE: ClassVar[Scope]
    ROW_HEIGHT: ClassVar[int] = 2
    """Lines a row takes."""
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("panes")]
    ALLOW_SELECT = False

    cursor: reactive[int] = reactive(0, repaint=False)
    """The row the keys act on."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self._rows: Sequence[Item] = ()
        self._width = 0
        self._strips: FIFOCache[tuple[int, int, bool], list[Strip]] = FIFOCache(64)

    @abstractmethod
    def lines(self, row: Item, width: int) -> list[list[Part]]:
        """Return `ROW_HEIGHT` lines of parts for a row; what is too long is cut."""

    def empty_words(self) -> str:
        """Return what to say where there are no rows."""
        return ""

    def activate(self, index: int) -> None:
        """Do what choosing a row means."""

    @property
    def row_width(self) -> int:
        """The cells a row may take: what the scroll bar leaves."""
        return self.scrollable_content_region.width

    @property
    def rows(self) -> Sequence[Item]:
        """The rows shown."""
        return self._rows

    @property
    def current(self) -> Item | None:
        """The row under the cursor; None where there are no rows."""
        return self._rows[self.cursor] if 0 <= self.cursor < len(self._rows) else None

    def show(self, rows: Sequence[Item], cursor: int = 0) -> None:
        """Show other rows, with the cursor on one of them."""
        self._rows = rows
        self._strips.clear()
        self.virtual_size = Size(self.row_width, max(1, len(rows)) * self.ROW_HEIGHT)
        self.set_reactive(RowList.cursor, max(0, min(cursor, len(rows) - 1)))
        self.bring_into_view()
        self.refresh()

    def update_rows(self, rows: Sequence[Item]) -> None:
        """Show the same rows anew, more or fewer: cursor and view stay on what they show."""
        top, part = divmod(self.scroll_offset.y, self.ROW_HEIGHT)
        shown = self._rows[top] if top < len(self._rows) else None
        current = self.current
        self._rows = rows
        self._strips.clear()
        self.virtual_size = Size(self.row_width, max(1, len(rows)) * self.ROW_HEIGHT)
        cursor = None if current is None else self.find_row(self.row_key(current))
        if cursor is None:
            cursor = max(0, min(self.cursor, len(rows) - 1))
        self.set_reactive(RowList.cursor, cursor)
        first = None if shown is None or not top else self.find_row(self.row_key(shown))
        if first is not None:
            self._scroll_lines(first * self.ROW_HEIGHT + part)
        self.refresh()

    def row_key(self, row: Item) -> object:
        """Return what makes a row the same row after an update."""
        return row

    def find_row(self, key: object) -> int | None:
        """Return where the row with a key stands."""
        return next((i for i, row in enumerate(self._rows) if self.row_key(row) == key), None)

    def repaint(self) -> None:
        """Paint all rows anew: what they depend on has changed."""
        self._strips.clear()
        self.refresh()

    def move_to(self, index: int) -> None:
        """Put the cursor on a row, or on the nearest there is."""
        self.cursor = max(0, min(index, len(self._rows) - 1))

    def watch_cursor(self, old: int, new: int) -> None:
        """Repaint the two rows that changed and keep the cursor on the screen."""
        self.refresh_lines(old * self.ROW_HEIGHT, self.ROW_HEIGHT)
        self.refresh_lines(new * self.ROW_HEIGHT, self.ROW_HEIGHT)
        self.bring_into_view()

    def bring_into_view(self) -> None:
        """Scroll as little as needed to show the cursor's row whole."""
        top, height = self.cursor * self.ROW_HEIGHT, self.size.height
        if not height:
            return
        if top < self.scroll_offset.y:
            self._scroll_lines(top)
        elif top + self.ROW_HEIGHT > self.scroll_offset.y + height:
            self._scroll_lines(top + self.ROW_HEIGHT - height)

    def _scroll_lines(self, y: int) -> None:
        self.scroll_to(y=y, animate=False, immediate=True, force=True)

    def line_key(self, line: int) -> Hashable:
        """A line depends on its row, and on whether the cursor is on that."""
        index, part = divmod(line, self.ROW_HEIGHT)
        return (index, part, self._marked(index)) if index < len(self._rows) else None

    def render_lines(self, crop: Region) -> list[Strip]:
        """Paint some lines, all of one width: asking for it takes as long as painting a row."""
        self._width = self.row_width
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """Paint one screen line."""
        width = self._width
        if not self._rows:
            return self._empty_line(y, width)
        index, part = divmod(y + self.scroll_offset.y, self.ROW_HEIGHT)
        if index >= len(self._rows):
            return Strip.blank(width, self.rich_style)
        key = (index, width, self._marked(index))
        if (strips := self._strips.get(key)) is None:
            strips = self._strips[key] = self._paint(index, width)
        return strips[part]

    def notify_style_update(self) -> None:
        """Forget what was painted in other colours."""
        super().notify_style_update()
        self._strips.clear()

    def on_focus(self) -> None:
        """Show the cursor strongly."""
        self.repaint()

    def on_blur(self) -> None:
        """Show the cursor weakly."""
        self.repaint()

    def on_resize(self) -> None:
        """Fit the rows to the new width."""
        self._strips.clear()
        self.virtual_size = Size(self.row_width, max(1, len(self._rows)) * self.ROW_HEIGHT)
        self.bring_into_view()

    def on_click(self, event: events.Click) -> None:
        """Choose the row under the mouse."""
        offset = event.get_content_offset(self)
        if offset is None:
            return
        index = (offset.y + self.scroll_offset.y) // self.ROW_HEIGHT
        if index < len(self._rows):
            self.move_to(index)
            self.activate(index)

    def _marked(self, index: int) -> bool:
        return index == self.cursor

    def _paint(self, index: int, width: int) -> list[Strip]:
        base = self.visual_style
        if self._marked(index):
            base += self.look("row--cursor" if self.has_focus else "row--cursor-blurred")
        return [self._strip(line, width, base) for line in self.lines(self._rows[index], width)]

    def _strip(self, line: list[Part], width: int, base: Style) -> Strip:
        texts, spans, start = [], [], 0
        for text, component in line:
            if component:
                style = self.look(component)
                spans.append(Span(start, start + len(text), style))
            texts.append(text)
            start += len(text)
        plain = "".join(texts)
        cells = cell_len(plain)
        if cells < width:
            plain += " " * (width - cells)
        content = Content(plain, spans=[s for s in spans if s.end > s.start])
        strip = Strip(content.render_segments(base), max(cells, width))
        return strip if cells <= width else strip.crop(0, width)

    def _empty_line(self, y: int, width: int) -> Strip:
        words = self.empty_words()
        cut = wrap(words, max(1, width), lambda text: split_graphemes(text)[0])
        text = words[slice(*cut[y])] if y < len(cut) else ""
        return self._strip([(text, "row--dim")], width, self.visual_style)

    def action_move_down(self) -> None:
        """Go a row down."""
        self.move_to(self.cursor + 1)

    def action_move_up(self) -> None:
        """Go a row up."""
        self.move_to(self.cursor - 1)

    def action_move_half_down(self) -> None:
        """Go half a page down."""
        self.move_to(self.cursor + max(1, self._page // 2))

    def action_move_half_up(self) -> None:
        """Go half a page up."""
        self.move_to(self.cursor - max(1, self._page // 2))

    def action_move_page_down(self) -> None:
        """Go a page down."""
        self.move_to(self.cursor + self._page)

    def action_move_page_up(self) -> None:
        """Go a page up."""
        self.move_to(self.cursor - self._page)

    def action_move_top(self) -> None:
        """Go to the first row."""
        self.move_to(0)

    def action_move_bottom(self) -> None:
        """Go to the last row."""
        self.move_to(len(self._rows) - 1)

    @property
    def _page(self) -> int:
        return max(1, self.size.height // self.ROW_HEIGHT)


def cut(text: str, width: int) -> str:
    """Return `text`, safe to paint, in at most `width` cells, its end marked where it was cut."""
    text = visible(text[: 4 * width + 4])
    if cell_len(text) <= width:
        return text
    return set_cell_size(text, max(0, width - 1)).rstrip() + "…"


def fill(text: str, width: int, lines: int) -> list[str]:
    """Return `text`, safe to paint, as exactly `lines` lines of at most `width` cells."""
    text = visible(text[: 4 * width * lines + 4])
    spans = wrap(text, max(1, width), lambda part: split_graphemes(part)[0])
    shown = [text[start:end] for start, end in spans[:lines]]
    if len(spans) > lines:
        shown[-1] = cut(text[spans[lines - 1][0] :], width)
    return [*shown, *[""] * (lines - len(shown))]


def spread(left: list[Part], right: list[Part], width: int) -> list[Part]:
    """Return one line with `left` at the beginning and `right` at the end of `width` cells."""
    room = width - sum(cell_len(text) for text, _ in right) - 1
    parts: list[Part] = []
    for text, component in left:
        shown = cut(text, max(0, room))
        parts.append((shown, component))
        room -= cell_len(shown)
    return [*parts, (" " * (max(0, room) + 1), ""), *right]
