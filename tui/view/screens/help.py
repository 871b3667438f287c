"""Help: the keys that work in the pane that has the focus."""

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.session.actions import Action, Scope
from tui.session.keymap import Keymap
from tui.view.keys import key_name, keymap_of, typed_key


class HelpScreen(ModalScreen[None]):
    """The actions of one pane, its own first."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "dismiss(None)", show=False, id="help.close"),
        Binding("j", "scroll(1)", show=False, id="help.down"),
        Binding("k", "scroll(-1)", show=False, id="help.up"),
        Binding("d,ctrl+d,space", "scroll(10)", show=False, id="help.page_down"),
        Binding("u,ctrl+u,b", "scroll(-10)", show=False, id="help.page_up"),
        Binding("g", "scroll(-1000)", show=False, id="help.top"),
        Binding("G", "scroll(1000)", show=False, id="help.bottom"),
    ]

    def __init__(self, pane: Scope) -> None:
        super().__init__()
        self._pane = pane

    def compose(self) -> ComposeResult:
        """One line for each action."""
        with VerticalScroll(id="help"):
            yield Static(Content("\n").join(key_lines(self._pane, keymap_of(self))))

    def on_mount(self) -> None:
        """Say whose keys these are."""
        box = self.query_one("#help")
        box.border_title = f"Keys in the {self._pane} pane"
        box.border_subtitle = "esc closes"
        box.focus()

    def on_key(self, event: events.Key) -> None:
        """Close by the key that opened it, whichever that is."""
        if typed_key(event) in keymap_of(self).keys("app.help"):
            event.stop()
            self.dismiss(None)

    def action_scroll(self, lines: int) -> None:
        """Scroll the list of keys."""
        self.query_one("#help", VerticalScroll).scroll_relative(y=lines, animate=False)


def key_lines(pane: Scope, keymap: Keymap) -> list[Content]:
    """Return a line for each action of a pane: its keys and what it does."""
    return [_line(action) for action in keymap.in_pane(pane) if action.keys]


def _line(action: Action) -> Content:
    keys = "  ".join(key_name(key) for key in action.keys)
    return Content.assemble((f"{keys:<17} ", "bold"), action.description)
