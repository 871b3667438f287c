"""Voices: who gets how many words, in the article, in what the list shows, and month by month."""

from typing import Any, ClassVar, Final

from rich.cells import cell_len
from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.worker import get_current_worker

from tui.layout import visible
from tui.library.interface import LibraryError, Query
from tui.library.voices import NOBODY, MonthHeard, Tally, Voice
from tui.reasons import worded
from tui.view import counts
from tui.view.careful import CarefulLibrary
from tui.view.messages import PartChosen
from tui.view.screens.page import Destination, Page, PageBar, PageList
from tui.view.widgets.bar import Bar
from tui.view.widgets.row_list import Part, cut, spread
from tui.words import N_, _, after_colon, ngettext, percent

BATCH: Final = 250
"""Articles after which what has been counted is shown."""
SECTIONS: Final = {
    "article": N_("In the article"),
    "list": N_("In the list"),
    "months": N_("By month"),
}
GENDERS: Final = {
    "f": N_("women"),
    "m": N_("men"),
    "": N_("not shown"),
    "?": N_("speaker not said"),
}
SIGNS: Final = {"f": "█", "m": "▓", "": "░", "?": "·"}
"""How each part of a bar is drawn: by shape, not by colour."""
_EIGHTHS: Final = " ▏▎▍▌▋▊▉"


class VoiceList(PageList[Voice]):
    """Speakers with a bar of their words, the most first."""

    reading = True
    most = 1
    whole = 1

    def lines(self, row: Voice, width: int) -> list[list[Part]]:
        """Name, words and share; then a bar, and what is known of the speaker."""
        name = _("speaker not said") if row.figure == NOBODY else row.name
        look = "row--dim" if row.figure == NOBODY else "row--strong"
        count = f"{counts.words(row.total)} · {_percent(row.total, self.whole)} "
        quotes = _(
            "{quotes} in {articles}",
            quotes=counts.quotes(row.quotes),
            articles=counts.articles(row.articles),
        )
        reported = (
            ngettext(", {n} word reported", ", {n} words reported", row.reported)
            if row.reported
            else ""
        )
        shown = ""
        if row.shown:
            by = _("“{words}”", words=row.shown.by)
            shown = f" · {_(GENDERS[row.shown.gender])}{after_colon(by)}"
        room = max(8, width // 3)
        drawn = bar(row.total, self.most, room)
        rest = cut(f"{quotes}{reported}{shown}", max(1, width - room - 3))
        return [
            spread([(name, look)], [(count, "row--dim")], width),
            [(drawn, "row--accent"), (" " * (room - cell_len(drawn) + 1), ""), (rest, "row--dim")],
        ]

    def empty_words(self) -> str:
        """Say why there is nothing, or not yet."""
        return _("Counting…") if self.reading else _("Nobody is quoted here.")


class MonthList(PageList[MonthHeard]):
    """Months with a bar in parts by gender, the newest first."""

    reading = True
    most = 1

    def lines(self, row: MonthHeard, width: int) -> list[list[Part]]:
        """The month with a bar; then who got most words."""
        words = f"{counts.words(row.total)} "
        label = f"{row.month or _('no date'):<8} "
        room = max(4, width - len(label) - len(words) - 1)
        drawn = parted(row.genders, self.most, room)
        most = " · ".join(f"{name} {count}" for name, count in row.voices[:4])
        return [
            spread([(label, "row--strong"), (drawn, "row--accent")], [(words, "row--dim")], width),
            [(" " * len(label), ""), (cut(most, max(1, width - len(label))), "row--dim")],
        ]

    def empty_words(self) -> str:
        """Say why there is nothing, or not yet."""
        return _("Counting…") if self.reading else _("Nobody is quoted here.")


class VoicesScreen(Page):
    """Counts in the background and shows what it has counted."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(str(n), f"section({name!r})", show=False, id=f"voices.{name}")
            for n, name in enumerate(SECTIONS, 1)
        ),
        Binding("tab,l,right", "next_section(1)", show=False, id="voices.next"),
        Binding("shift+tab,h,left", "next_section(-1)", show=False, id="voices.previous"),
        Binding("f", "filter", show=False, id="voices.filter_by"),
    ]
    OPENED_BY = "library.voices"

    class Counted(Message):
        """So much has been counted; `last` when all has."""

        def __init__(self, section: str, tally: Tally, *, last: bool, failure: str = "") -> None:
            super().__init__()
            self.section = section
            self.voices = tally.voices()
            self.months = tally.months()
            self.genders = tally.genders()
            self.articles = tally.articles
            self.last = last
            self.failure = failure

    def __init__(self, library: CarefulLibrary, article_id: str | None, query: Query) -> None:
        super().__init__()
        self._library = library
        self._article_id = article_id
        self._query = query
        self._section = "article" if article_id else "list"
        self._counted: dict[str, VoicesScreen.Counted] = {}
        self._failure = ""

    def compose(self) -> ComposeResult:
        """The shares over the lists."""
        with Vertical():
            for line in ("title", "shares", "tabs"):
                yield PageBar(id=f"voices-{line}")
            yield VoiceList(id="voices-article")
            yield VoiceList(id="voices-list")
            yield MonthList(id="voices-months")
            yield PageBar(id="voices-status")

    def on_mount(self) -> None:
        """Begin to count."""
        self.action_section(self._section)
        self._count()

    def on_resize(self) -> None:
        """Draw the shares for the new width."""
        self._show_head()

    @property
    def shown(self) -> PageList[Any]:
        """The list that is shown."""
        found: PageList[Any] = self.query_one(f"#voices-{self._section}")  # type: ignore[assignment]
        return found

    def _show_head(self) -> None:
        section = "article" if self._section == "article" else "list"
        counted = self._counted.get(section)
        if section == "article":
            article = self._library.article(self._article_id) if self._article_id else None
            where = visible(article.title) if article else _("no article is open")
        else:
            more = "…" if counted is None or not counted.last else ""
            where = _(
                "{articles} of the list{more}",
                articles=counts.articles(counted.articles if counted else 0),
                more=more,
            )
        genders = counted.genders if counted else {}
        whole = sum(genders.values())
        self.query_one("#voices-title", Bar).set_parts(
            [(_("Who gets how many words: "), "bar--dim"), (where, "bar--strong")],
            [(counts.words(whole), "bar--strong")],
        )
        shares = [
            f"{SIGNS[sign]} {_(GENDERS[sign])} {_percent(genders.get(sign, 0), whole)}"
            for sign in GENDERS
        ]
        room = max(4, self.app.size.width - 2 - sum(map(cell_len, shares)) - 3 * len(shares) - 2)
        self.query_one("#voices-shares", Bar).set_parts(
            [
                (parted(genders, whole, room), "row--accent"),
                ("  ", ""),
                ("   ".join(shares), "bar--dim"),
            ]
        )
        parts: list[Part] = []
        for number, (name, title) in enumerate(SECTIONS.items(), 1):
            look = "bar--tab-active" if name == self._section else "bar--tab"
            parts += [(f"{number} {_(title)}", f"{look}:{name}"), ("  ", "")]
        self.query_one("#voices-tabs", Bar).set_parts(parts)
        keys = _("⏎ opens their page   f filters by them   esc closes")
        self.query_one("#voices-status", Bar).set_parts(
            [(visible(self._failure), "bar--strong") if self._failure else (keys, "bar--dim")]
        )

    @work(thread=True, exclusive=True, group="voices", exit_on_error=True)
    def _count(self) -> None:
        worker = get_current_worker()
        listing = self._library.listing(self._query)
        asked = {
            "article": (id_ for id_ in (self._article_id,) if id_ is not None),
            "list": (row.id for row in listing),
        }
        for section, ids in asked.items():
            tally, failure = Tally(), ""
            try:
                for found in self._library.portraits.corrected(ids):
                    if worker.is_cancelled:
                        return
                    tally.add(found)
                    if tally.articles % BATCH == 0:
                        self.post_message(self.Counted(section, tally, last=False))
            except LibraryError as error:
                failure = worded(str(error))
            self.post_message(self.Counted(section, tally, last=True, failure=failure))

    @on(Counted)
    def _show_counted(self, message: Counted) -> None:
        self._counted[message.section] = message
        self._failure = message.failure or self._failure
        rows = self.query_one(f"#voices-{message.section}", VoiceList)
        rows.reading = not message.last
        rows.most = max((voice.total for voice in message.voices), default=1) or 1
        rows.whole = sum(voice.total for voice in message.voices) or 1
        rows.update_rows(message.voices)
        if message.section == "list":
            months = self.query_one(MonthList)
            months.reading = not message.last
            months.most = max((month.total for month in message.months), default=1) or 1
            months.update_rows(message.months)
        self._show_head()

    @on(PartChosen)
    def _part_chosen(self, message: PartChosen) -> None:
        message.stop()
        self.action_section(message.value)

    def action_section(self, name: str) -> None:
        """Show a list."""
        self._section = name
        for section in SECTIONS:
            self.query_one(f"#voices-{section}").display = section == name
        self.shown.focus()
        self._show_head()

    def action_next_section(self, step: int) -> None:
        """Show the list to the right, or to the left."""
        names = list(SECTIONS)
        self.action_section(names[(names.index(self._section) + step) % len(names)])

    def action_open(self) -> None:
        """Open the page of the speaker under the cursor; a month's articles are listed."""
        current = self.shown.current
        if isinstance(current, Voice) and current.figure != NOBODY:
            from tui.view.screens.figure import FigureScreen

            portrait = self._library.portrait(current.figure)
            if portrait is not None:
                self.app.push_screen(FigureScreen(self._library, portrait), self.leave_for)

    def action_filter(self) -> None:
        """List the articles of the speaker under the cursor."""
        current = self.shown.current
        if isinstance(current, Voice) and current.figure != NOBODY:
            self.dismiss(Destination(figure=current.figure))


def bar(count: int, most: int, width: int) -> str:
    """Return a bar for `count` where `most` fills `width` cells; any but none is seen."""
    eighths = -(-count * width * 8 // most) if count else 0
    whole, part = divmod(min(eighths, width * 8), 8)
    return "█" * whole + (_EIGHTHS[part] if part else "")


def parted(counts: dict[str, int], most: int, width: int) -> str:
    """Return a bar in parts, by gender, where `most` fills `width` cells."""
    drawn, so_far = "", 0
    for sign, cell in SIGNS.items():
        so_far += counts.get(sign, 0)
        end = round(so_far * width / most) if most else 0
        drawn += cell * (end - len(drawn))
    return drawn


def _percent(part: int, whole: int) -> str:
    return percent(part / whole if whole else 0.0)
