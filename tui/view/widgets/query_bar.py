"""The line in which the library is searched, as it is typed."""

from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widgets import Input

from tui.library.query.complete import Completion
from tui.view.messages import QueryDropped, QueryKept, QueryOpened, QueryTyped, RowsMoved


class QueryBar(Input):
    """Searches while it is typed in; enter keeps what was found, escape drops it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "drop", show=False, id="query.drop"),
        Binding("down,ctrl+n", "move(1)", show=False, id="query.down"),
        Binding("up,ctrl+p", "move(-1)", show=False, id="query.up"),
        Binding("tab", "complete", show=False, id="query.complete"),
    ]

    completion: Completion | None = None
    """What tab puts in."""

    def __init__(self, query: str) -> None:
        words = "Search the library: words, person:, said:, date:, is:unread …"
        super().__init__(query, placeholder=words, id="query", compact=True)

    def on_mount(self) -> None:
        """Take the keys at once."""
        self.screen.set_focus(self, scroll_visible=False)

    def reopen(self, query: str) -> None:
        """Come back with the query in force."""
        self.display = True
        with self.prevent(Input.Changed):
            self.value = query
        self.cursor_position = len(query)
        self.screen.set_focus(self, scroll_visible=False)

    def on_focus(self) -> None:
        """Say that letters are a query from here on."""
        self.post_message(QueryOpened())

    def on_blur(self) -> None:
        """Keep what was found where the focus goes elsewhere."""
        if self.display:
            self.post_message(QueryKept(entered=False))

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        if self.display:
            self.post_message(QueryTyped(event.value, self.cursor_position))

    @on(Input.Submitted)
    def _kept(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(QueryKept(entered=True))

    def action_drop(self) -> None:
        """Drop the search."""
        self.post_message(QueryDropped())

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
