"""The links of an article, each with a number that goes to it."""

from collections.abc import Sequence
from typing import ClassVar, Literal, NamedTuple

from textual import events
from textual.binding import Binding, BindingType

from tui.view.keys import keymap_of, typed_key
from tui.view.screens.choice import Choice, ChoiceList, ChoiceScreen
from tui.words import _

Way = Literal["open", "fetch", "browse"]
"""Read it from the library, fetch it from the web, or leave it to the browser."""


class Linked(NamedTuple):
    """Where a link of the article leads."""

    words: str
    """Those that lead there."""
    address: str
    article_id: str | None
    """The article that stands there, where the library has it."""


class Followed(NamedTuple):
    """A link, and how it is followed."""

    link: Linked
    way: Way


class LinksScreen(ChoiceScreen):
    """Answers with a link and how to follow it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "follow('fetch')", show=False, id="links.fetch"),
        Binding("o", "follow('browse')", show=False, id="links.browse"),
        Binding("backspace", "back", show=False, id="links.back"),
        Binding("g,home", "end(0)", show=False, id="links.top"),
        Binding("G,end", "end(-1)", show=False, id="links.bottom"),
    ]

    def __init__(self, links: Sequence[Linked], current: str | None = None) -> None:
        """`current` is the address that the cursor stands on."""
        digits = len(str(len(links)))
        choices = [
            Choice(f"{n:>{digits}}  {link.words}", link, _aside(link))
            for n, link in enumerate(links, 1)
        ]
        at = next((link for link in links if link.address == current), None)
        super().__init__(_("Links"), choices, current=at, explained=True)
        self._typed = ""

    def on_mount(self) -> None:
        """Say what the keys do."""
        super().on_mount()
        self._tell()

    def _tell(self) -> None:
        rows = self.query_one(ChoiceList)
        stored = rows.current is not None and rows.current.value.article_id is not None
        opens = f"⏎ {_('reads it')}" if stored else f"a {_('fetches it')}"
        told = f"{_('number')} {self._typed or '…'}   {opens}   o {_('browser')}   esc"
        self.query_one("#choice").border_subtitle = told

    def on_key(self, event: events.Key) -> None:
        """Go to the number that is typed; close by the key that opened this."""
        if typed_key(event) in keymap_of(self).keys("article.links"):
            event.stop()
            self.dismiss(None)
        elif event.character and event.character in "0123456789":
            event.stop()
            self._go(self._typed + event.character, event.character)
        else:
            self._typed = ""

    def _go(self, typed: str, last: str) -> None:
        """Put the cursor on a number; where there is none of so many digits, begin again."""
        rows = self.query_one(ChoiceList)
        self._typed = next((n for n in (typed, last) if 1 <= int(n) <= len(rows.rows)), "")
        if self._typed:
            rows.move_to(int(self._typed) - 1)
        self._tell()

    def action_back(self) -> None:
        """Forget what was typed of a number."""
        self._typed = ""
        self._tell()

    def action_move(self, rows: int) -> None:
        """Move the cursor."""
        super().action_move(rows)
        self._tell()

    def action_end(self, index: int) -> None:
        """Go to the first link or the last."""
        rows = self.query_one(ChoiceList)
        rows.move_to(index % len(rows.rows))
        self._tell()

    def action_choose(self) -> None:
        """Read it, where the library has it; say what else can be done where it has not."""
        self._follow("open")

    def action_follow(self, way: Way) -> None:
        """Follow the link under the cursor in another way."""
        self._follow(way)

    def _follow(self, way: Way) -> None:
        choice = self.query_one(ChoiceList).current
        if choice is None:
            return
        stored = choice.value.article_id is not None
        if way == "fetch" and stored:
            way = "open"
        if way == "open" and not stored:
            told = "   ".join(
                (_("Not in the library"), f"a {_('fetches it')}", f"o {_('browser')}")
            )
            self.query_one("#choice").border_subtitle = told
            return
        self.dismiss(choice._replace(value=Followed(choice.value, way)))


def _aside(link: Linked) -> str:
    stored = _("in the library") if link.article_id else ""
    return " · ".join(filter(None, (stored, link.address)))
