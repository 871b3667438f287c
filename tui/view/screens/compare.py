"""Two figures side by side: when each was in the news, and the stories on which both speak."""

from typing import Any, ClassVar, Final

from rich.cells import cell_len
from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.worker import get_current_worker

from tui.layout import visible
from tui.layout.timeline import timeline
from tui.library.interface import LibraryError, Said
from tui.library.portraits import Exchange, Portrait
from tui.model import Span
from tui.reasons import worded
from tui.view.careful import CarefulLibrary
from tui.view.screens.figure_lists import in_quotes, when_and_where
from tui.view.screens.page import Destination, Page, PageBar, PageList
from tui.view.widgets.bar import Bar
from tui.view.widgets.row_list import Part, cut, fill, spread
from tui.words import _, ngettext

GAP: Final = "  "
"""What stands between the two columns."""
WORDS: Final = 4
"""Lines of words that each column gets."""


class ExchangeList(PageList[Exchange]):
    """Stories on which both speak: the title, then what each says."""

    ROW_HEIGHT: ClassVar[int] = WORDS + 2

    reading = True
    """Whether there may be more."""
    side = 0
    """The column that enter means: 0 or 1."""

    def lines(self, row: Exchange, width: int) -> list[list[Part]]:
        """The title with when and where, the words of each in a column, and a line between."""
        first = row.one[0]
        title = first.article.title or "Untitled"
        head = spread(
            [(title, "row--strong")], [(cut(when_and_where(first), width // 2), "row--dim")], width
        )
        room = max(1, (width - len(GAP)) // 2)
        left, right = _column(row.one, room), _column(row.other, room)
        lines: list[list[Part]] = [head]
        for one, other in zip(left, right, strict=True):
            pad = " " * (room - cell_len(one))
            lines.append([(one, self._look(0)), (pad + GAP, ""), (other, self._look(1))])
        return [*lines, []]

    def _look(self, side: int) -> str:
        return "row--quote" if side == self.side else "row--dim"

    def empty_words(self) -> str:
        """Say why there is nothing, or not yet."""
        if self.reading:
            return _("Reading…")
        return _("No article, and no two that belong together, quote both.")


class CompareScreen(Page):
    """What two figures say on the same stories."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("h,left", "side(0)", show=False, id="compare.left"),
        Binding("l,right,tab", "side(1)", show=False, id="compare.right"),
    ]

    class Found(Message):
        """More stories have been read; `failure` where reading ended early."""

        def __init__(self, exchanges: list[Exchange], *, last: bool, failure: str = "") -> None:
            super().__init__()
            self.exchanges = exchanges
            self.last = last
            self.failure = failure

    def __init__(self, library: CarefulLibrary, one: Portrait, other: Portrait) -> None:
        super().__init__()
        self._library = library
        self._pair = (one, other)
        self._found: list[Exchange] = []

    def compose(self) -> ComposeResult:
        """The two names and when they were in the news, over the stories."""
        with Vertical():
            for line in ("names", "counts", "bars", "years"):
                bar = PageBar(id=f"compare-{line}")
                bar.add_class("head")
                yield bar
            yield ExchangeList(id="exchanges")
            yield PageBar(id="compare-status")

    def on_mount(self) -> None:
        """Begin to read."""
        self._show_head()
        self._show_status("")
        self.shown.focus()
        self._read()

    def on_resize(self) -> None:
        """Draw the timelines for the new width."""
        self._show_head()

    @property
    def shown(self) -> PageList[Any]:
        """The list of stories."""
        return self.query_one(ExchangeList)

    def _show_head(self) -> None:
        room = max(1, (self.app.size.width - 5 - len(GAP)) // 2)
        months = [month.month for portrait in self._pair for month in portrait.months]
        drawn = timeline(months, room)
        lines: dict[str, list[str]] = {
            "names": [visible(portrait.figure.name) for portrait in self._pair],
            "counts": [_counts(portrait) for portrait in self._pair],
            "bars": [
                drawn.bars({m.month: m.mentions for m in portrait.months}) if drawn else ""
                for portrait in self._pair
            ],
            "years": [drawn.when() if drawn else ""] * 2,
        }
        looks = {"names": "bar--strong", "bars": "row--accent"}
        for line, (left, right) in lines.items():
            left, right = cut(left, room), cut(right, room)
            pad = " " * (room - cell_len(left))
            look = looks.get(line, "bar--dim")
            self.query_one(f"#compare-{line}", Bar).set_parts(
                [(left, look), (pad + GAP, ""), (right, look)]
            )

    def _show_status(self, notice: str) -> None:
        keys = _("⏎ goes to what is said   h l choose whose   esc closes")
        told = (visible(notice), "bar--strong") if notice else (keys, "bar--dim")
        count = len(self._found)
        stories = ngettext("{n} story with both", "{n} stories with both", count)
        self.query_one("#compare-status", Bar).set_parts([told], [(stories, "bar--strong")])

    @work(thread=True, exclusive=True, group="compare", exit_on_error=True)
    def _read(self) -> None:
        worker = get_current_worker()
        one, other = (portrait.figure.id for portrait in self._pair)
        part: list[Exchange] = []
        failure = ""
        try:
            for exchange in self._library.portraits.exchanges(one, other):
                if worker.is_cancelled:
                    return
                part.append(exchange)
                if len(part) >= 8:
                    self.post_message(self.Found(part, last=False))
                    part = []
        except LibraryError as error:
            failure = worded(str(error))
        self.post_message(self.Found(part, last=True, failure=failure))

    @on(Found)
    def _more(self, message: Found) -> None:
        self._found += message.exchanges
        rows = self.query_one(ExchangeList)
        rows.reading = not message.last
        rows.update_rows(self._found)
        self._show_status(message.failure)

    def action_side(self, side: int) -> None:
        """Choose whose words enter leads to."""
        rows = self.query_one(ExchangeList)
        rows.side = side
        rows.repaint()

    def action_open(self) -> None:
        """Go to what the chosen one of the two says."""
        rows = self.query_one(ExchangeList)
        if rows.current is not None:
            said = (rows.current.one, rows.current.other)[rows.side][0]
            quote = said.quote
            self.dismiss(Destination(said.article.id, Span(quote.start, quote.end)))


def _column(said: tuple[Said, ...], width: int) -> list[str]:
    """Return what one of the two says, in `WORDS` lines; how much more there is stands last."""
    if len(said) == 1:
        return fill(in_quotes(said[0]), width, WORDS)
    more = cut(f"and {len(said) - 1} more", width)
    return [*fill(in_quotes(said[0]), width, WORDS - 1), more]


def _counts(portrait: Portrait) -> str:
    said = sum(month.said for month in portrait.months)
    articles = portrait.figure.articles
    return (
        f"{articles} article{'' if articles == 1 else 's'} · {said} quote{'' if said == 1 else 's'}"
    )
