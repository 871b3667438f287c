"""A note on words of an article, in a line of its own."""

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

SHOWN = 160
"""Code points of the words that are shown."""


class NoteScreen(ModalScreen[str | None]):
    """Answers with the note, "" for none, or None where it is left as it was."""

    TITLE_OF_BOX: ClassVar[str] = N_("Note")
    PLACEHOLDER: ClassVar[str] = N_("A note")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", show=False, id="note.close"),
    ]

    def __init__(self, words: str, note: str) -> None:
        super().__init__()
        self._words = words
        self._note = note

    def compose(self) -> ComposeResult:
        """The words over a line to type in."""
        with Vertical(id="naming"):
            cut = self._words[:SHOWN] + ("…" if len(self._words) > SHOWN else "")
            yield Static(Content(visible(cut)))
            yield Input(
                self._note,
                placeholder=_(self.PLACEHOLDER),
                compact=True,
                max_length=10_000,
                # A letter goes on with what is there, and does not replace it.
                select_on_focus=False,
            )

    def on_mount(self) -> None:
        """Take the keys at once."""
        box = self.query_one("#naming")
        box.border_title = _(self.TITLE_OF_BOX)
        box.border_subtitle = _("⏎ keeps it   esc leaves it")
        self.query_one(Input).focus()

    @on(Input.Submitted)
    def _kept(self, event: Input.Submitted) -> None:
        event.stop()
        self.dismiss(event.value.strip())
