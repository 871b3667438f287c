"""What the open article leads to, by number, and what to do with a link that leads out of it."""

from collections.abc import Callable, Sequence
from typing import ClassVar, Final, Literal, NamedTuple

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.layout import visible
from tui.session.references import Reference
from tui.view.keys import keymap_of, typed_key
from tui.view.screens.page import Chosen, Page, PageBar, PageList
from tui.view.widgets.row_list import Part, cut, spread
from tui.words import _, ngettext

Does = Literal["open", "fetch", "browse"]

_LONGEST: Final = 6
"""Digits that are taken: no article has a million links."""


class Wanted(NamedTuple):
    """What is to be done with a link or picture."""

    does: Does
    reference: Reference


class ReferenceList(PageList[Reference]):
    """Two lines for each: its number and words, and its address."""

    ROW_HEIGHT: ClassVar[int] = 2

    here: Callable[[str], bool] = staticmethod(lambda _address: False)
    """Says whether the library has the article of an address."""

    def lines(self, row: Reference, width: int) -> list[list[Part]]:
        """The number and the words; then the address, and whether the library has it."""
        number = f"{row.number:>3} "
        words = " ".join(row.words.split()) or (
            _("without a caption") if row.kind == "picture" else _("without words")
        )
        return [
            [(number, "row--accent"), (cut(words, width - len(number)), "row--strong")],
            spread([("    ", ""), (row.address, "row--dim")], [(self._aside(row), "")], width),
        ]

    def _aside(self, row: Reference) -> str:
        if row.kind == "picture":
            return _("picture")
        return _("in the library") if self.here(row.address) else ""

    def row_key(self, row: Reference) -> object:
        """A link is the same by its number."""
        return row.number

    def empty_words(self) -> str:
        """Say that there is none."""
        return _("This article has no links and no pictures.")


class LinksScreen(Page):
    """Leaves with `wanted` saying what is to be done with a link or picture."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "want('fetch')", show=False, id="links.fetch"),
        Binding("o", "want('browse')", show=False, id="links.browse"),
        Binding("backspace", "untype", show=False, id="links.untype"),
    ]
    OPENED_BY = "article.links"

    def __init__(
        self, found: Sequence[Reference], here: Callable[[str], bool], first: int = 0
    ) -> None:
        """`here` says whether the library has an address; the cursor begins on row `first`."""
        super().__init__()
        self._found = found
        self._here = here
        self._first = first
        self._typed = ""
        self.wanted: Wanted | None = None
        """None until something is chosen."""

    def compose(self) -> ComposeResult:
        """How many there are, over the list."""
        with Vertical():
            yield PageBar(id="links-title")
            yield ReferenceList(id="links")
            yield PageBar(id="links-status")

    def on_mount(self) -> None:
        """Show them all."""
        rows = self.shown
        rows.here = self._here
        rows.show(self._found, self._first)
        rows.focus()
        links = sum(each.kind == "link" for each in self._found)
        counts = (
            ngettext("{n} link", "{n} links", links),
            ngettext("{n} picture", "{n} pictures", len(self._found) - links),
        )
        self.query_one("#links-title", PageBar).set_parts(
            [(_("Links and pictures"), "bar--strong")], [(", ".join(counts), "bar--dim")]
        )
        self._tell()

    @property
    def shown(self) -> ReferenceList:
        """The list of links and pictures."""
        return self.query_one(ReferenceList)

    def on_key(self, event: events.Key) -> None:
        """Take the digits of a number; close by the other key that opens it too."""
        if event.character and event.character in "0123456789":
            event.stop()
            self._type(self._typed + event.character)
        elif typed_key(event) in keymap_of(self).keys("article.pictures"):
            event.stop()
            self.dismiss(None)

    def _type(self, typed: str) -> None:
        """Put the cursor on the link whose number is typed."""
        self._typed = typed.lstrip("0")[:_LONGEST]
        number = int(self._typed or 0)
        if 0 < number <= len(self._found):
            self.shown.move_to(number - 1)
        self._tell()

    def _tell(self) -> None:
        keys = _("number or ⏎ opens   a fetches   o browses   esc closes")
        number = int(self._typed or 0)
        told: Part = (keys, "bar--dim")
        if number > len(self._found):
            told = (_("There is no number {n}", n=number), "bar--strong")
        elif number:
            told = (_("{n}   ⏎ opens it", n=number), "bar--strong")
        self.query_one("#links-status", PageBar).set_parts([told])

    def action_untype(self) -> None:
        """Take back the last digit."""
        self._type(self._typed[:-1])

    def action_rows(self, step: str) -> None:
        """Move the cursor; what was typed no longer counts."""
        super().action_rows(step)
        self._type("")

    @on(Chosen)
    def _clicked(self) -> None:
        self._typed = ""

    def action_open(self) -> None:
        """Open the link, or the one whose number was typed."""
        self.action_want("open")

    def action_want(self, does: Does) -> None:
        """Leave for what is to be done with the link."""
        reference = self.shown.current
        if reference is None or int(self._typed or 0) > len(self._found):
            return
        if does != "open" and not reference.on_web:
            self.query_one("#links-status", PageBar).set_parts(
                [(_("It has no address on the web"), "bar--strong")]
            )
            return
        self.wanted = Wanted(does, reference)
        self.dismiss(None)


class OfferScreen(ModalScreen[Does | None]):
    """Answers what to do with an address whose article the library has not."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "dismiss('fetch')", show=False, id="offer.fetch"),
        Binding("o", "dismiss('browse')", show=False, id="offer.browse"),
        Binding("escape,q", "dismiss(None)", show=False, id="offer.close"),
    ]

    def __init__(self, address: str) -> None:
        super().__init__()
        self._address = address

    def compose(self) -> ComposeResult:
        """The whole address."""
        with Vertical(id="naming"):
            yield Static(Content(visible(self._address)))

    def on_mount(self) -> None:
        """Say which key means what."""
        box = self.query_one("#naming")
        box.border_title = _("Not in the library")
        box.border_subtitle = _("a fetches it   o in the browser   esc leaves it")
