"""Help: the keys that work in the pane that has the focus, and all others by their words."""

from collections.abc import Iterator
from typing import ClassVar, Final

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from tui.session.actions import FACETS, PANES, Action, Scope
from tui.session.keymap import Keymap
from tui.view.keys import key_name, keymap_of, typed_key
from tui.words import N_, _

HEADINGS: Final[dict[Scope, str]] = {"panes": N_("In every pane"), "everywhere": N_("Everywhere")}
"""What stands over the actions of no one pane."""

NOTHING: Final = N_("No key does that. Fewer letters find more; the palette has what has no key.")


class AskingLine(Input):
    """The line in which is typed what is wanted."""

    def on_key(self, event: events.Key) -> None:
        """Close by the key that opened it, unless it is a letter of what is being typed."""
        opens = typed_key(event) in keymap_of(self).keys("app.help")
        if opens and not (event.is_printable and self.value):
            event.stop()
            event.prevent_default()
            self.screen.dismiss(None)


class HelpScreen(ModalScreen[None]):
    """The actions of one pane, its own first; what is typed leaves those that it may mean."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", show=False, id="help.close"),
        Binding("down,ctrl+n", "scroll(1)", show=False, id="help.down"),
        Binding("up,ctrl+p", "scroll(-1)", show=False, id="help.up"),
        Binding("pagedown", "scroll(10)", show=False, id="help.page_down"),
        Binding("pageup", "scroll(-10)", show=False, id="help.page_up"),
    ]
    CSS = """
    #help Input { background: $surface; margin: 0 0 1 0; }
    #keys { height: 1fr; scrollbar-size-vertical: 1; }
    """

    def __init__(self, pane: Scope) -> None:
        super().__init__()
        self._pane = pane

    def compose(self) -> ComposeResult:
        """A line to type in, over one line for each action."""
        with Vertical(id="help"):
            yield AskingLine(placeholder=_("Type what you want to do, or a key"), compact=True)
            with VerticalScroll(id="keys", can_focus=False):
                yield Static(key_lines(self._pane, keymap_of(self)))

    def on_mount(self) -> None:
        """Say whose keys these are."""
        box = self.query_one("#help")
        box.border_title = _("Keys in the {pane} pane", pane=_(self._pane))
        box.border_subtitle = _("↓ ↑ scroll   esc closes")
        self.query_one(Input).focus()

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self.query_one(Static).update(key_lines(self._pane, keymap_of(self), event.value))
        self.query_one("#keys").scroll_home(animate=False)

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        self.dismiss(None)

    def action_scroll(self, lines: int) -> None:
        """Scroll the list of keys."""
        self.query_one("#keys", VerticalScroll).scroll_relative(y=lines, animate=False)


def key_lines(pane: Scope, keymap: Keymap, typed: str = "") -> Content:
    """Return a line for each action of a pane, under headings: its keys and what it does.

    Where something is typed, those of every pane are looked through, and the rest is left out.
    """
    lines: list[Content] = []
    for heading, actions in _sections(pane, keymap, everything=bool(typed.split())):
        met = [action for action in actions if action.keys and is_meant(action, typed)]
        if met:
            lines += [Content("")] * bool(lines)
            lines += [Content.assemble((heading, "underline")), *map(_line, met)]
    return Content("\n").join(lines or [Content(_(NOTHING))])


def _sections(
    pane: Scope, keymap: Keymap, *, everything: bool
) -> Iterator[tuple[str, list[Action]]]:
    actions = keymap.in_pane(pane)
    for scope in (pane, "panes", "everywhere"):
        heading = _(HEADINGS[scope]) if scope in HEADINGS else _("In the {pane} pane", pane=_(pane))
        yield heading, [action for action in actions if action.scope == scope]
    for other in (*PANES, FACETS) if everything else ():
        if other != pane:
            own = [action for action in keymap.actions if action.scope == other]
            yield _("In the {pane} pane", pane=_(other)), own


def is_meant(action: Action, typed: str) -> bool:
    """Say whether every word typed stands in what an action does, or is the beginning of a key."""
    says = _(action.description).casefold()
    keys = [*action.keys, *map(key_name, action.keys)]
    return all(
        word.casefold() in says or any(key.startswith(word) for key in keys)
        for word in typed.split()
    )


def _line(action: Action) -> Content:
    keys = "  ".join(key_name(key) for key in action.keys)
    return Content.assemble((f"{keys:<17} ", "bold"), _(action.description))
