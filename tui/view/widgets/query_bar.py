"""The line in which the library is searched, as it is typed."""

from typing import ClassVar

from textual.binding import Binding, BindingType

from tui.library.query.complete import Completion
from tui.view.messages import QueryDropped, QueryKept, QueryOpened, QueryTyped, RowsMoved
from tui.view.widgets.typed_line import TypedLine
from tui.words import _


class QueryBar(TypedLine):
    """Searches the library; enter keeps what was found, escape drops it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,ctrl+n", "move(1)", show=False, id="query.down"),
        Binding("up,ctrl+p", "move(-1)", show=False, id="query.up"),
        Binding("tab", "complete", show=False, id="query.complete"),
    ]

    completion: Completion | None = None
    """What tab puts in."""

    def __init__(self, query: str) -> None:
        words = _("Search the library: words, person:, said:, date:, is:unread …")
        super().__init__(query, placeholder=words, id="query", compact=True)

    def opened(self) -> QueryOpened:
        """Letters are a query."""
        return QueryOpened()

    def typed(self) -> QueryTyped:
        """Something else is to be found."""
        return QueryTyped(self.value, self.cursor_position)

    def kept(self, *, entered: bool) -> QueryKept:
        """What was found is wanted."""
        return QueryKept(entered=entered)

    def dropped(self) -> QueryDropped:
        """The list of before is wanted."""
        return QueryDropped()

    def action_move(self, rows: int) -> None:
        """Go through what was found."""
        self.post_message(RowsMoved(rows))

    def action_complete(self) -> None:
        """Put in what is offered."""
        if self.completion is None:
            return
        start, end, text = self.completion.start, self.completion.end, self.completion.text
        self.value = self.value[:start] + text + self.value[end:]
        self.cursor_position = start + len(text)
