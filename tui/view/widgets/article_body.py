"""The article's body: laid out once per width, painted line by line, styled when looked at.

It owns the reading position. Positions are offsets into the article's text, so they survive a
change of width; screen lines are asked of the `Page` and never stored.
"""

from collections.abc import Hashable, Mapping
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len, split_graphemes
from rich.segment import Segment
from textual import events
from textual.binding import BindingType
from textual.cache import FIFOCache
from textual.content import Content
from textual.content import Span as ContentSpan
from textual.geometry import Offset, Size
from textual.selection import Selection
from textual.strip import Strip
from textual.style import Style

from tui.layout import PROSE, Line, Page, form_of, lay_out, widened
from tui.model import Article, Span
from tui.session.colours import SIGNS
from tui.session.steps import block_starts, step
from tui.settings.values import DEFAULTS
from tui.view.doing import Doing
from tui.view.keys import bindings, told
from tui.view.messages import BodyScrolled, LinkClicked, PersonClicked, QuoteClicked
from tui.view.widgets.looks import LOOKS, Looks
from tui.view.widgets.marks import Layer, Mark, Marking, layers
from tui.view.widgets.offsets import anchored, numbered, offsets
from tui.view.widgets.scroll_bar import MarkedBar, Marks
from tui.view.widgets.scrolled import Scrolled
from tui.words import N_, _, percent

if TYPE_CHECKING:
    from tui.layout.hyphens import Points

EMPTY = N_("No article is open.")


class ArticleBody(Scrolled, Looks, Doing, can_focus=True):
    """One article, with its marks."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("panes", "article")]

    def __init__(
        self,
        measure: int,
        justify: bool = False,
        *,
        id: str | None = None,  # noqa: A002
        classes: str | None = None,
    ) -> None:
        """`measure` is the widest a line is set, in cells; `justify` has lines end at one edge."""
        super().__init__(id=id, classes=classes)
        self._widest = measure
        self._justify = justify
        self._article: Article | None = None
        self._byline = ""
        self._page: Page | None = None
        self._marking = Marking()
        self._layers: list[Layer] = []
        self._strips: FIFOCache[int, Strip] = FIFOCache(128)
        self._anchor = 0
        """The offset that a change of the window keeps on top."""
        self._set_for = Size(0, 0)
        """The window's size when the anchor was taken."""
        self._pending: Span | None = None
        """Where a jump led while the pane was not on the screen."""

    @property
    def article(self) -> Article | None:
        """The article shown."""
        return self._article

    @property
    def marking(self) -> Marking:
        """What is marked in it."""
        return self._marking

    def show(self, article: Article | None, byline: str, marking: Marking, offset: int = 0) -> None:
        """Show an article with its marks, with the line of `offset` on top."""
        self._article, self._byline, self._marking = article, byline, marking
        self._pending = None
        self._anchor = offset
        self._lay_out(offset)

    def mark(self, marking: Marking) -> None:
        """Mark other things in the same article."""
        self._marking = marking
        self._place_marks()

    @property
    def byline(self) -> str:
        """What stands under the title."""
        return self._byline

    @byline.setter
    def byline(self, words: str) -> None:
        if words != self._byline:
            self._byline = words
            self._lay_out(self.top)

    @property
    def measure(self) -> int:
        """The widest a line is set, in cells; what is on top stays there when it changes."""
        return self._widest

    @measure.setter
    def measure(self, cells: int) -> None:
        self._widest = cells
        self.on_resize()

    @property
    def text_width(self) -> int:
        """The cells that the scroll bar leaves."""
        return self.scrollable_content_region.width

    @property
    def top(self) -> int:
        """The offset at which the first line on the screen begins."""
        return self._page.offset_of(self.scroll_offset.y) if self._page else 0

    @property
    def reading_offset(self) -> int:
        """Where stepping starts from: the target of the last jump while it is on the screen."""
        target = self._marking.target
        if target and self._on_screen(target.start):
            return target.start
        return self.top - 1

    @property
    def progress(self) -> str:
        """Where the reader is, in a word: "all" where everything is on the screen."""
        if not self._page or self._article is None:
            return ""
        last = len(self._page.lines) - self.size.height
        if last <= 0:
            return _("all")
        return percent(min(1.0, self.scroll_offset.y / last))

    @property
    def seen(self) -> float:
        """How much of the article has been scrolled past or is on the screen, 0 to 1."""
        if not self._page or not self._page.lines:
            return 0.0
        return min(1.0, (self.scroll_offset.y + self.size.height) / len(self._page.lines))

    def jump(self, span: Span) -> None:
        """Bring a range to the screen, with some text above it, and mark it as the target."""
        self._marking = self._marking._replace(target=span)
        self._place_marks()
        if self._page is None or not self._painted:
            self._pending = span
        elif not self._on_screen(span.start):
            line = self._page.line_of(span.start)
            self._scroll_lines(line - max(1, self.size.height // 3))
            self._anchor, self._set_for = self.top, self.size

    def go_to(self, offset: int) -> None:
        """Put the line of an offset on top."""
        self._pending = None
        self._anchor, self._set_for = offset, self.size
        if self._page is not None and self._painted:
            self._scroll_lines(self._page.top_line(offset))
            self._anchor = offset

    def _on_screen(self, offset: int) -> bool:
        if self._page is None:
            return False
        top = self.scroll_offset.y
        return top <= self._page.line_of(offset) < top + max(1, self.size.height - 1)

    def _lay_out(self, offset: int) -> None:
        width = self.text_width
        if self._article is None or width <= 0:
            self._page = None
            self.virtual_size = Size(width, 1)
            self.refresh()
            return
        self._page = lay_out(
            self._article,
            self._measure,
            lambda text: split_graphemes(text)[0],
            self._byline,
            self._points(self._article.language),
        )
        self.virtual_size = Size(width, len(self._page.lines))
        self._place_marks()
        pending = self._pending
        self.go_to(offset)
        if pending is not None:
            self.jump(pending)
        self.post_message(BodyScrolled())

    def _points(self, language: str | None) -> "Points | None":
        """Return where words may be cut; None where the settings leave them whole."""
        if not getattr(self.app, "settings", DEFAULTS).hyphenate:
            return None
        from tui.layout.hyphens import points_of

        return points_of(language)

    @property
    def _measure(self) -> int:
        """The cells a line may take: all but a margin, up to the measure."""
        return min(self._widest, max(8, self.text_width - 2))

    def _place_marks(self) -> None:
        if self._article is not None and self._page is not None:
            self._layers = layers(self._article, self._marking)
            self._mark_bar(self._page)
        self._strips.clear()
        self.refresh()

    def _mark_bar(self, page: Page) -> None:
        """Show in the scroll bar where the hits are; without any it stays as it is."""
        hits, target = self._marking.hits, self._marking.target
        lines = tuple(dict.fromkeys(page.line_of(hit.start) for hit in hits))
        bar = self.vertical_scrollbar
        if lines or isinstance(bar.renderer, partial):
            current = page.line_of(target.start) if target in hits and target else None
            look, strong = self.look("scroll--hit"), self.look("scroll--target")
            marks = Marks(lines, current, look.rich_style, strong.rich_style)
            bar.renderer = partial(MarkedBar, marks)  # type: ignore[assignment,misc]  # of this one
            bar.refresh()

    def _scroll_lines(self, y: int) -> None:
        self.scroll_to(y=max(0, y), animate=False, immediate=True, force=True)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Tell the screen how far the reader is."""
        super().watch_scroll_y(old_value, new_value)
        if round(old_value) != round(new_value):
            if self.size == self._set_for:
                self._anchor = self.top
            self.post_message(BodyScrolled())

    def on_resize(self) -> None:
        """Set the lines to the new width; what was on top stays on top."""
        if self._page is None or self._page.width != self._measure:
            self._lay_out(self._anchor)
            return
        self._strips.clear()
        pending = self._pending
        self.go_to(self._anchor)
        if pending is not None:
            self.jump(pending)
        self.post_message(BodyScrolled())

    def on_show(self) -> None:
        """Go where the reader was led while the pane was not on the screen."""
        self.call_after_refresh(self.on_resize)

    @property
    def _painted(self) -> bool:
        """Whether the pane has a place on the screen, so that it can be scrolled."""
        return self.display and self.size.height > 0

    def notify_style_update(self) -> None:
        """Forget what was painted in other colours."""
        super().notify_style_update()
        self._strips.clear()

    def line_key(self, line: int) -> Hashable:
        """A line of the article stays what it is until the whole is painted anew."""
        return line if self._page is not None and line < len(self._page.lines) else None

    def render_line(self, y: int) -> Strip:
        """Paint one screen line."""
        width = self.text_width
        if self._article is None:
            chooses = told(self, "pane.library", _("goes to the library."))
            return self._blank(width, f"{_(EMPTY)} {chooses}" if y == 0 else "")
        index = y + self.scroll_offset.y
        if self._page is None or index >= len(self._page.lines):
            return self._blank(width)
        if (strip := self._strips.get(index)) is None:
            strip = self._strips[index] = self._paint(self._page, index, width)
        return strip

    def _blank(self, width: int, text: str = "") -> Strip:
        style = self.visual_style.rich_style
        return Strip([Segment(text, style)], cell_len(text)).adjust_cell_length(width, style)

    def _paint(self, page: Page, index: int, width: int) -> Strip:
        line = page.lines[index]
        base = self.visual_style
        room = max(1, (width - page.width) // 2)
        signs = self._signs(line, room)
        indent = [Segment(" " * (room - len(signs)), base.rich_style)]
        indent += [Segment(signs, (base + self.look("row--accent")).rich_style)] if signs else []
        segments = anchored([*indent, *self._margin(line, base)], line.start)
        if line.role == "text":
            segments += numbered(self._words(page, line, base), line.start, self._gaps(page, index))
            if line.hyphen:
                hyphen = Segment("-", (base + self.look("article--margin")).rich_style)
                segments += anchored([hyphen], line.end)
        else:
            segments += anchored(self._wordless(page, index, base), line.start)
        cells = Segment.get_line_length(segments)
        if cells < width:
            segments.append(Segment(" " * (width - cells), base.rich_style))
        strip = Strip(segments, max(cells, width))
        return strip if cells <= width else strip.crop(0, width)

    def _signs(self, line: Line, room: int) -> str:
        """Return the sign of the highlight that begins in a line, and that of its note."""
        if line.role != "text":
            return ""
        for highlight in self._marking.highlights:
            if line.start <= highlight.span.start < max(line.end, line.start + 1):
                return f"{'✎' if highlight.note else ''}{SIGNS[highlight.colour]}"[-room:]
        return ""

    def _margin(self, line: Line, base: Style) -> list[Segment]:
        if line.role != "text" or self._article is None:
            return []
        form = form_of(self._article.blocks[line.block])
        marker = form.marker if line.first else form.margin
        style = base + self.look("article--margin")
        return [Segment(marker, style.rich_style)] if marker else []

    def _gaps(self, page: Page, index: int) -> Mapping[int, int]:
        """Return by how much each gap of a line grows; a paragraph's last line stays ragged."""
        line = page.lines[index]
        if index in page.padding:
            return page.padding[index]
        if not self._justify or self._article is None or index + 1 == len(page.lines):
            return {}
        block, after = self._article.blocks[line.block], page.lines[index + 1]
        if block.kind not in PROSE or after.role != "text" or after.first:
            return {}
        if "\n" in page.text[line.end : after.start]:
            return {}
        text = page.text[line.start : line.end]
        return widened(text, page.width - len(form_of(block).marker) - cell_len(text) - line.hyphen)

    def _words(self, page: Page, line: Line, base: Style) -> list[Segment]:
        spans = [ContentSpan(0, line.end - line.start, self._block_style(line))]
        spans += (
            ContentSpan(
                max(mark.start, line.start) - line.start,
                min(mark.end, line.end) - line.start,
                self._mark_style(mark),
            )
            for layer in self._layers
            for mark in layer.within(line.start, line.end)
        )
        if selected := self._selected():
            a, b = max(selected[0], line.start), min(selected[1], line.end)
            if a < b:
                style = self.screen.get_visual_style("screen--selection", partial=True)
                spans.append(ContentSpan(a - line.start, b - line.start, style))
        text = Content(page.text[line.start : line.end], spans=spans)
        return text.render_segments(base)

    def _wordless(self, page: Page, index: int, base: Style) -> list[Segment]:
        if page.lines[index].role == "blank":
            return [Segment(" ", base.rich_style)]
        style = base + self.look("article--byline")
        return [Segment(page.byline[index - page.byline_at], style.rich_style)]

    def _block_style(self, line: Line) -> Style:
        if self._article is None:
            return Style.null()
        component = f"article--{self._article.blocks[line.block].kind}"
        if component in LOOKS:
            return self.look(component)
        return Style.null()

    def _mark_style(self, mark: Mark) -> Style:
        style = self.look(mark.component)
        return style + Style.from_meta(dict([mark.meta])) if mark.meta else style

    @property
    def selected(self) -> Span | None:
        """What is selected, without the space around it; None where that is no words."""
        held = self._selected()
        if held is None or self._article is None:
            return None
        words = self._article.text[slice(*held)]
        start = held[0] + len(words) - len(words.lstrip())
        return Span(start, start + len(words.strip())) if words.strip() else None

    def select(self, span: Span) -> None:
        """Select a range of the text, as the mouse does, with its end on the screen."""
        self.screen.selections = {self: Selection(Offset(span.start, 0), Offset(span.end, 0))}
        if self._page is not None and not self._on_screen(span.end):
            self._scroll_lines(self._page.line_of(span.end) - self.size.height // 2)

    def _selected(self) -> tuple[int, int] | None:
        """Return the offsets that are selected."""
        selection = self.text_selection
        if selection is None or self._article is None:
            return None
        return offsets(selection, len(self._article.text))

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """Return the selected text as the article has it: whole paragraphs, no line breaks."""
        if self._article is None:
            return None
        start, end = offsets(selection, len(self._article.text))
        return self._article.text[start:end], "\n"

    def selection_updated(self, selection: Selection | None) -> None:
        """Paint the selection, which `_selected` asks for."""
        del selection
        self._strips.clear()
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Say what was clicked: a name, else a quote, else a link."""
        meta = event.style.meta
        if "person" in meta:
            self.post_message(PersonClicked(meta["person"]))
        elif "quote" in meta and self._article is not None:
            self.post_message(QuoteClicked(self._article.quotes[meta["quote"]]))
        elif "link" in meta and self._article is not None:
            self.post_message(LinkClicked(self._article.links[meta["link"]].url))

    def action_move_down(self) -> None:
        """Scroll a line down."""
        self._scroll_lines(self.scroll_offset.y + 1)

    def action_move_up(self) -> None:
        """Scroll a line up."""
        self._scroll_lines(self.scroll_offset.y - 1)

    def action_move_half_down(self) -> None:
        """Scroll half a page down."""
        self._scroll_lines(self.scroll_offset.y + self.size.height // 2)

    def action_move_half_up(self) -> None:
        """Scroll half a page up."""
        self._scroll_lines(self.scroll_offset.y - self.size.height // 2)

    def action_move_page_down(self) -> None:
        """Scroll a page down, keeping one line in sight."""
        self._scroll_lines(self.scroll_offset.y + max(1, self.size.height - 1))

    def action_move_page_up(self) -> None:
        """Scroll a page up, keeping one line in sight."""
        self._scroll_lines(self.scroll_offset.y - max(1, self.size.height - 1))

    def action_move_top(self) -> None:
        """Go to the beginning of the article."""
        self._scroll_lines(0)

    def action_move_bottom(self) -> None:
        """Go to the end of the article."""
        self._scroll_lines(self.virtual_size.height)

    def action_article_next_paragraph(self) -> None:
        """Put the next paragraph on top."""
        self._paragraph(1)

    def action_article_previous_paragraph(self) -> None:
        """Put the paragraph before on top."""
        self._paragraph(-1)

    def _paragraph(self, direction: int) -> None:
        if self._article is None or self._page is None:
            return
        starts = block_starts(self._article)
        index = step(starts, self.top, direction)
        if index is None:
            self._scroll_lines(self.virtual_size.height if direction > 0 else 0)
        else:
            self._scroll_lines(self._page.line_of(starts[index]) if index else 0)
