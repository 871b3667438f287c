"""A figure's page: what they said, what others said of them, articles, companions, names."""

from collections.abc import Iterator
from typing import Any, ClassVar, Final

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.worker import get_current_worker

from tui.layout import visible
from tui.layout.timeline import timeline
from tui.library.interface import LibraryError, Query, Said
from tui.library.portraits import Portrait
from tui.model import Span
from tui.reasons import worded
from tui.view import counts
from tui.view.careful import CarefulLibrary
from tui.view.doing.watching import watching
from tui.view.messages import PartChosen
from tui.view.screens.figure_lists import ArticleList, CompanionList, NameList, SaidList
from tui.view.screens.page import Destination, Page, PageBar, PageList
from tui.view.widgets.bar import Bar
from tui.view.widgets.row_list import Part
from tui.words import N_, _, ngettext

FIRST: Final = 12
"""Quotes that are shown at once; the next ones come in larger parts."""
BATCH: Final = 400

SECTIONS: Final = {
    "said": N_("Said"),
    "about": N_("Of them"),
    "articles": N_("Articles"),
    "with": N_("With"),
    "names": N_("Names"),
}
"""The lists in the order of their number keys."""


class FigureScreen(Page):
    """The page of one figure. Quotes are read in the background and come as they are found."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(str(n), f"section({name!r})", show=False, id=f"figure.{name}")
            for n, name in enumerate(SECTIONS, 1)
        ),
        Binding("tab,l,right", "next_section(1)", show=False, id="figure.next"),
        Binding("shift+tab,h,left", "next_section(-1)", show=False, id="figure.previous"),
        Binding("f", "filter", show=False, id="figure.filter_by"),
        Binding("w", "watch", show=False, id="figure.watch_them"),
        Binding("c", "compare", show=False, id="figure.compare"),
    ]

    class Found(Message):
        """More quotes have been read; `last` of their list, `failure` where reading ended early."""

        def __init__(
            self, section: str, said: list[Said], *, last: bool, failure: str = ""
        ) -> None:
            super().__init__()
            self.section = section
            self.said = said
            self.last = last
            self.failure = failure

    def __init__(self, library: CarefulLibrary, portrait: Portrait) -> None:
        super().__init__()
        self._library = library
        self._portrait = portrait
        self._section = "said"
        self._said: dict[str, list[Said]] = {"said": [], "about": []}
        self._watched: bool | None = None
        self._notice = ""

    def compose(self) -> ComposeResult:
        """Who it is and when they were in the news, over the lists."""
        with Vertical():
            for line in ("name", "roles", "mentions", "quotes", "years"):
                bar = PageBar(id=f"figure-{line}")
                bar.add_class("head")
                yield bar
            yield PageBar(id="figure-tabs")
            yield SaidList(id="said")
            yield SaidList(id="about")
            yield ArticleList(id="articles")
            yield CompanionList(id="with")
            yield NameList(id="names")
            yield PageBar(id="figure-status")

    def on_mount(self) -> None:
        """Show what is known at once, and begin to read what they said."""
        portrait, figure = self._portrait, self._portrait.figure
        self.query_one("#said", SaidList).nothing = _(
            "No article quotes {name}. 3 shows the articles.", name=visible(figure.name)
        )
        about = self.query_one("#about", SaidList)
        about.nothing = _("Nobody is quoted with words on {name}.", name=visible(figure.name))
        about.speakers = {}
        self.query_one(CompanionList).show(portrait.companions)
        self.query_one(NameList).show(portrait.names)
        listing = self._library.listing(Query(include=(figure.id,)))
        self.query_one(ArticleList).show(listing)
        self._show_head()
        self.action_section("said")
        self._read()

    def on_resize(self) -> None:
        """Draw the timeline for the new width."""
        self._show_head()

    @property
    def shown(self) -> PageList[Any]:
        """The list that is shown."""
        found: PageList[Any] = self.query_one(f"#{self._section}")  # type: ignore[assignment]
        return found

    def _show_head(self) -> None:
        portrait, figure = self._portrait, self._portrait.figure
        said = sum(month.said for month in portrait.months)
        self.query_one("#figure-name", Bar).set_parts(
            [(visible(figure.name), "bar--strong")],
            [(f"{counts.articles(figure.articles)} · {counts.quotes(said)}", "bar--dim")],
        )
        self.query_one("#figure-roles", Bar).set_parts(
            [(visible(" · ".join(portrait.roles) or _("no role is told")), "bar--dim")]
        )
        for bar, line in _timelines(portrait, self.app.size.width - 4).items():
            self.query_one(f"#figure-{bar}", Bar).set_parts(line)

    def _show_tabs(self) -> None:
        shown = {
            "said": len(self._said["said"]),
            "about": len(self._said["about"]),
            "articles": self._portrait.figure.articles,
            "with": len(self._portrait.companions),
            "names": len(self._portrait.names),
        }
        parts: list[Part] = []
        for number, (section, title) in enumerate(SECTIONS.items(), 1):
            more = "…" if section in self._said and self._reading(section) else ""
            look = "bar--tab-active" if section == self._section else "bar--tab"
            label = f"{number} {_(title)} {shown[section]}{more}"
            parts += [(label, f"{look}:{section}"), ("  ", "")]
        self.query_one("#figure-tabs", Bar).set_parts(parts)
        keys = _("⏎ goes   f filters   w watches   c compares   esc closes")
        self.query_one("#figure-status", Bar).set_parts(
            [(visible(self._notice), "bar--strong") if self._notice else (keys, "bar--dim")]
        )

    def _reading(self, section: str) -> bool:
        return self.query_one(f"#{section}", SaidList).reading

    @work(thread=True, exclusive=True, group="figure", exit_on_error=True)
    def _read(self) -> None:
        worker = get_current_worker()
        figure, portraits = self._portrait.figure.id, self._library.portraits
        for section, ask in (("said", portraits.said), ("about", portraits.about)):
            try:
                for said, last in _batches(ask(figure)):
                    if worker.is_cancelled:
                        return
                    self.post_message(self.Found(section, said, last=last))
            except LibraryError as error:
                self.post_message(self.Found(section, [], last=True, failure=worded(str(error))))

    @on(Found)
    def _found(self, message: Found) -> None:
        said = self._said[message.section]
        said += message.said
        rows = self.query_one(f"#{message.section}", SaidList)
        rows.reading = not message.last
        self._notice = message.failure or self._notice
        rows.update_rows(said)
        self._show_tabs()

    @on(PartChosen)
    def _part_chosen(self, message: PartChosen) -> None:
        message.stop()
        self.action_section(message.value)

    def action_section(self, name: str) -> None:
        """Show a list."""
        self._section = name
        for section in SECTIONS:
            self.query_one(f"#{section}").display = section == name
        self.shown.focus()
        self._show_tabs()

    def action_next_section(self, step: int) -> None:
        """Show the list to the right, or to the left."""
        names = list(SECTIONS)
        self.action_section(names[(names.index(self._section) + step) % len(names)])

    def action_open(self) -> None:
        """Go where the row under the cursor leads."""
        figure, current = self._portrait.figure.id, self.shown.current
        if isinstance(current, Said):
            quote = current.quote
            self.dismiss(Destination(current.article.id, Span(quote.start, quote.end)))
        elif self._section == "articles" and (row := self.query_one(ArticleList).current):
            self.dismiss(Destination(row.id, figure=figure))
        elif self._section == "names" and (form := self.query_one(NameList).current):
            self.dismiss(Destination(form.article, figure=figure, name=form.name))
        elif self._section == "with" and (beside := self.query_one(CompanionList).current):
            portrait = self._library.portrait(beside.figure.id)
            if portrait is not None:
                self.app.push_screen(FigureScreen(self._library, portrait), self.leave_for)

    def action_filter(self) -> None:
        """List the figure's articles."""
        self.dismiss(Destination(figure=self._portrait.figure.id))

    def action_watch(self) -> None:
        """Watch the figure, or no longer."""
        figure = self._portrait.figure
        watched = {watch.figure.id: watch.id for watch in self._library.watches()}
        on = figure.id not in watched
        if self._library.watch(watched.get(figure.id, figure.id), on=on):
            self._notice = watching(figure.name, on=on)
            self._show_tabs()

    def action_compare(self) -> None:
        """Choose a second figure and show both side by side."""
        from tui.view.screens.picker import FigurePicker

        self.app.push_screen(
            FigurePicker(self._library, _("Compare with: type a name")), self._compare_with
        )

    def _compare_with(self, figure_id: str | None) -> None:
        from tui.view.screens.compare import CompareScreen

        other = None if figure_id is None else self._library.portrait(figure_id)
        if other is None:
            return
        if other.figure == self._portrait.figure:
            self._notice = _("Compare with somebody else")
            self._show_tabs()
            return
        self.app.push_screen(CompareScreen(self._library, self._portrait, other), self.leave_for)


def _batches(quotes: Iterator[Said]) -> Iterator[tuple[list[Said], bool]]:
    """Yield quotes in parts, the first one small; the last one is told, and may be empty."""
    part: list[Said] = []
    size = FIRST
    for said in quotes:
        part.append(said)
        if len(part) >= size:
            yield part, False
            part, size = [], BATCH
    yield part, True


def _timelines(portrait: Portrait, width: int) -> dict[str, list[Part]]:
    """Return the lines of bars, and of the years below them, for so many cells."""
    label = 10
    months = [month.month for month in portrait.months]
    drawn = timeline(months, max(1, width - label))
    if drawn is None:
        return {"mentions": [(_("no article has a date"), "bar--dim")], "quotes": [], "years": []}
    mentions = drawn.bars({month.month: month.mentions for month in portrait.months})
    said = drawn.bars({month.month: month.said for month in portrait.months})
    return {
        "mentions": [(f"{_('mentions'):<{label}}", "bar--dim"), (mentions, "row--accent")],
        "quotes": [(f"{_('quotes'):<{label}}", "bar--dim"), (said, "row--quote")],
        "years": [(f"{_stretch(drawn.months):<{label}}", "bar--dim"), (drawn.when(), "bar--dim")],
    }


def _stretch(months: int) -> str:
    """Return what a bar stands for."""
    known = {1: _("a month"), 12: _("a year")}
    if months % 12:
        return known.get(months) or ngettext("{n} month", "{n} months", months)
    return known.get(months) or ngettext("{n} year", "{n} years", months // 12)
