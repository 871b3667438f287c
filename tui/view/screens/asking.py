"""A line that is asked for, below a line that says for what; or only a yes to it."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from tui.layout import visible
from tui.words import N_, _

MOST = 4096
"""Characters that may be typed: the longest path that systems take."""


class LineScreen(ModalScreen[str | None]):
    """Answers with what was typed, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", show=False, id="line.close"),
    ]

    def __init__(self, title: str, words: str, value: str = "", does: str = N_("goes on")) -> None:
        """`words` stand over the line, `value` in it; `does` is what enter does."""
        super().__init__()
        self._title = title
        self._words = words
        self._value = value
        self._does = does

    def compose(self) -> ComposeResult:
        """The words over a line to type in."""
        with Vertical(id="naming"):
            yield Static(Content(visible(self._words)))
            yield Input(self._value, compact=True, max_length=MOST)

    def on_mount(self) -> None:
        """Take the keys at once."""
        box = self.query_one("#naming")
        box.border_title = self._title
        box.border_subtitle = _("⏎ {does}   esc leaves it", does=_(self._does))
        self.query_one(Input).focus()

    @on(Input.Submitted)
    def _typed(self, event: Input.Submitted) -> None:
        event.stop()
        if event.value.strip():
            self.dismiss(event.value.strip())


class YesScreen(ModalScreen[bool]):
    """Answers whether what it says may be done."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,y", "dismiss(True)", show=False, id="yes.yes"),
        Binding("escape,q,n", "dismiss(False)", show=False, id="yes.no"),
    ]

    def __init__(self, title: str, words: str, does: str) -> None:
        """`words` say what it is about; `does` is what enter does."""
        super().__init__()
        self._title = title
        self._words = words
        self._does = does

    def compose(self) -> ComposeResult:
        """What it is about."""
        with Vertical(id="naming"):
            yield Static(Content(visible(self._words)))

    def on_mount(self) -> None:
        """Say which key means what."""
        box = self.query_one("#naming")
        box.border_title = self._title
        box.border_subtitle = _("⏎ {does}   esc leaves it", does=_(self._does))
