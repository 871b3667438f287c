"""The line in which the words to find in the article are typed."""

from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widgets import Input

from tui.view.messages import SearchDropped, SearchKept, SearchTyped


class FindBar(Input):
    """Searches while it is typed in; enter keeps the hits, escape drops them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "drop", show=False, id="find.drop"),
    ]

    def __init__(self, words: str) -> None:
        super().__init__(words, placeholder="Find in the article", id="find", compact=True)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(SearchTyped(event.value))

    @on(Input.Submitted)
    def _kept(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(SearchKept())

    def action_drop(self) -> None:
        """Drop the search."""
        self.post_message(SearchDropped())
