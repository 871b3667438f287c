"""A line of typing at the foot of the reader: what is typed takes effect at once.

Enter keeps it, escape drops it, and so does the focus that goes elsewhere keep it. Subclasses say
which messages these are.
"""

from abc import abstractmethod
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Input


class TypedLine(Input):
    """Takes the keys until it is left."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "drop", show=False, id="line.drop"),
    ]

    @abstractmethod
    def opened(self) -> Message:
        """Return what says that letters are words from here on."""

    @abstractmethod
    def typed(self) -> Message:
        """Return what says that other words stand in the line."""

    @abstractmethod
    def kept(self, *, entered: bool) -> Message:
        """Return what says that the line is left, by enter or because the focus went elsewhere."""

    @abstractmethod
    def dropped(self) -> Message:
        """Return what says that the line is left and its words are not wanted."""

    def on_mount(self) -> None:
        """Take the keys at once."""
        self.screen.set_focus(self, scroll_visible=False)

    def reopen(self, words: str) -> None:
        """Come back with some words."""
        self.display = True
        with self.prevent(Input.Changed):
            self.value = words
        self.cursor_position = len(words)
        self.screen.set_focus(self, scroll_visible=False)

    def on_focus(self) -> None:
        """Say that letters are words from here on."""
        self.post_message(self.opened())

    def on_blur(self) -> None:
        """Keep the words where the focus goes elsewhere."""
        if self.display:
            self.post_message(self.kept(entered=False))

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        if self.display:
            self.post_message(self.typed())

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(self.kept(entered=True))

    def action_drop(self) -> None:
        """Drop the words."""
        self.post_message(self.dropped())
