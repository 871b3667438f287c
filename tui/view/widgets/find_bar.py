"""The line in which the words to find in the article are typed."""

from tui.view.messages import SearchDropped, SearchKept, SearchOpened, SearchTyped
from tui.view.widgets.typed_line import TypedLine
from tui.words import _


class FindBar(TypedLine):
    """Searches the article; enter keeps the hits, escape drops them."""

    def __init__(self, words: str) -> None:
        super().__init__(words, placeholder=_("Find in the article"), id="find", compact=True)

    def opened(self) -> SearchOpened:
        """Letters are words to find."""
        return SearchOpened()

    def typed(self) -> SearchTyped:
        """Other words are to be found."""
        return SearchTyped(self.value)

    def kept(self, *, entered: bool) -> SearchKept:
        """The hits are wanted."""
        return SearchKept(entered=entered)

    def dropped(self) -> SearchDropped:
        """The hits are not wanted."""
        return SearchDropped()
