"""What could not be fetched, and why: a list to look at."""

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen

from tui.model import Failure
from tui.reasons import worded
from tui.view.keys import keymap_of, told, typed_key
from tui.view.widgets.row_list import Part, RowList, cut
from tui.words import _


class FailureList(RowList[Failure]):
    """What was asked for, and the reason below."""

    ROW_HEIGHT: ClassVar[int] = 2

    def lines(self, row: Failure, width: int) -> list[list[Part]]:
        """The name of the feed or the address of the page, then why it could not be had."""
        return [
            [("✕ ", "row--accent"), (cut(row.origin, width - 2), "row--strong")],
            [("  ", ""), (cut(worded(row.reason), width - 2), "row--dim")],
        ]

    def row_key(self, row: Failure) -> object:
        """A failure is the same by what failed."""
        return row.origin

    def empty_words(self) -> str:
        """Say that all is well."""
        asks = told(self, "feeds.refresh", _("asks the feeds again."))
        return " ".join((_("Nothing failed the last time."), asks))


class FailuresScreen(ModalScreen[None]):
    """The failures, one below the other."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,enter", "dismiss(None)", show=False, id="failures.close"),
        Binding("j,down", "move(1)", show=False, id="failures.down"),
        Binding("k,up", "move(-1)", show=False, id="failures.up"),
    ]

    def __init__(self, failures: Sequence[Failure]) -> None:
        super().__init__()
        self._failures = failures

    def compose(self) -> ComposeResult:
        """A list and its keys."""
        with Vertical(id="picker"):
            yield FailureList()

    def on_mount(self) -> None:
        """Show what failed."""
        box = self.query_one("#picker")
        box.border_title = _("What could not be fetched")
        box.border_subtitle = _("esc closes")
        rows = self.query_one(FailureList)
        rows.can_focus = False
        rows.show(self._failures)

    def on_key(self, event: events.Key) -> None:
        """Close by the key that opened it, whichever that is."""
        if typed_key(event) in keymap_of(self).keys("feeds.failures"):
            event.stop()
            self.dismiss(None)

    def action_move(self, rows: int) -> None:
        """Move the cursor."""
        failures = self.query_one(FailureList)
        failures.move_to(failures.cursor + rows)
