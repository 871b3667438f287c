"""Pages over the reader: lists from whose rows one gets to a place in an article."""

from abc import abstractmethod
from typing import Any, ClassVar, NamedTuple, TypeVar

from textual import events, on
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.screen import ModalScreen

from tui.model import Span
from tui.view.keys import keymap_of, typed_key
from tui.view.widgets.bar import Bar
from tui.view.widgets.row_list import RowList

Item = TypeVar("Item")


class Destination(NamedTuple):
    """Where a page leads to: a place in an article, or the list of a figure's articles."""

    article_id: str = ""
    span: Span | None = None
    """The words to go to; None for the first mention of `figure`."""
    figure: str = ""
    name: str = ""
    """The form of the figure's name that is meant; "" for any."""


class Chosen(Message):
    """A row of a page was clicked."""


class PageBar(Bar):
    """A line on a page."""

    DEFAULT_CLASSES = "page-bar"


class PageList(RowList[Item]):
    """A list on a page."""

    DEFAULT_CLASSES = "page-list"

    def activate(self, index: int) -> None:
        """Go where the row leads."""
        self.move_to(index)
        self.post_message(Chosen())


class Page(ModalScreen[Destination | None]):
    """A screen of lists with one cursor, from which every row leads somewhere."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "dismiss(None)", show=False, id="page.close"),
        Binding("j,down", "rows('down')", show=False, id="page.down"),
        Binding("k,up", "rows('up')", show=False, id="page.up"),
        Binding("d,ctrl+d", "rows('half_down')", show=False, id="page.half_down"),
        Binding("u,ctrl+u", "rows('half_up')", show=False, id="page.half_up"),
        Binding("space,pagedown", "rows('page_down')", show=False, id="page.page_down"),
        Binding("b,pageup", "rows('page_up')", show=False, id="page.page_up"),
        Binding("g,home", "rows('top')", show=False, id="page.top"),
        Binding("G,end", "rows('bottom')", show=False, id="page.bottom"),
        Binding("enter", "open", show=False, id="page.open"),
    ]
    OPENED_BY: ClassVar[str] = "figure.page"
    """The action whose key closes the page again."""
    CSS = """
    .page-bar { height: 1; padding: 0 1; }
    .head { background: $surface; }
    .page-list {
        height: 1fr; padding: 0 1; background: $background;
        overflow-y: scroll; overflow-x: hidden; scrollbar-size-vertical: 1;
        scrollbar-background: $background; scrollbar-background-hover: $background;
        scrollbar-background-active: $background; scrollbar-color: $panel;
        scrollbar-color-hover: $secondary; scrollbar-color-active: $accent;
    }
    """

    @property
    @abstractmethod
    def shown(self) -> "PageList[Any]":
        """The list that is shown."""

    @abstractmethod
    def action_open(self) -> None:
        """Go where the row under the cursor leads."""

    @on(Chosen)
    def _row_chosen(self) -> None:
        self.action_open()

    def action_rows(self, step: str) -> None:
        """Move the cursor of the list that is shown."""
        getattr(self.shown, f"action_move_{step}")()

    def on_key(self, event: events.Key) -> None:
        """Close by the key that opened it, whichever that is."""
        if typed_key(event) in keymap_of(self).keys(self.OPENED_BY):
            event.stop()
            self.dismiss(None)

    def leave_for(self, destination: Destination | None) -> None:
        """Leave for where a page on top of this one led to; stay where it led nowhere."""
        if destination is not None:
            self.dismiss(destination)
