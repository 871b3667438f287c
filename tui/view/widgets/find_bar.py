"""The line in which the words to find in the article are typed."""

from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widgets import Input

from tui.view.messages import SearchDropped, SearchKept, SearchOpened, SearchTyped


class FindBar(Input):
    """Searches while it is typed in; enter keeps the hits, escape drops them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "drop", show=False, id="find.drop"),
    ]

    def __init__(self, words: str) -> None:
        super().__init__(words, placeholder="Find in the article", id="find", compact=True)

    def on_mount(self) -> None:
        """Take the keys at once."""
        self.screen.set_focus(self, scroll_visible=False)

    def reopen(self, words: str) -> None:
        """Come back with the words of the search."""
        self.display = True
        with self.prevent(Input.Changed):
            self.value = words
        self.cursor_position = len(words)
        self.screen.set_focus(self, scroll_visible=False)

    def on_focus(self) -> None:
        """Say that letters are words from here on."""
        self.post_message(SearchOpened())

    def on_blur(self) -> None:
        """Keep the hits where the focus goes elsewhere."""
        if self.display:
            self.post_message(SearchKept(entered=False))

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        if self.display:
            self.post_message(SearchTyped(event.value))

    @on(Input.Submitted)
    def _kept(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(SearchKept(entered=True))

    def action_drop(self) -> None:
        """Drop the search."""
        self.post_message(SearchDropped())
