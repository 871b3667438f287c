"""What a command wrote: lines to look at."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen

from tui.view.widgets.row_list import Part, RowList, cut
from tui.words import _


class OutputList(RowList[str]):
    """A row for each line."""

    ROW_HEIGHT: ClassVar[int] = 1

    def lines(self, row: str, width: int) -> list[list[Part]]:
        """The line, cut."""
        return [[(cut(row, width), "")]]

    def empty_words(self) -> str:
        """Say that there is nothing."""
        return _("It wrote nothing.")


class OutputScreen(ModalScreen[None]):
    """The lines, one below the other."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,enter", "dismiss(None)", show=False, id="output.close"),
        Binding("j,down", "move(1)", show=False, id="output.down"),
        Binding("k,up", "move(-1)", show=False, id="output.up"),
        Binding("space,pagedown", "move(20)", show=False, id="output.page_down"),
        Binding("b,pageup", "move(-20)", show=False, id="output.page_up"),
    ]

    def __init__(self, title: str, told: str, lines: Sequence[str]) -> None:
        """`told`: how it ended."""
        super().__init__()
        self._title = title
        self._told = told
        self._lines = lines

    def compose(self) -> ComposeResult:
        """A list."""
        with Vertical(id="picker"):
            yield OutputList()

    def on_mount(self) -> None:
        """Show the lines."""
        box = self.query_one("#picker")
        box.border_title = self._title
        box.border_subtitle = _("{told}   esc closes", told=self._told)
        box.styles.width = "90%"
        rows = self.query_one(OutputList)
        rows.can_focus = False
        rows.show(self._lines)

    def action_move(self, rows: int) -> None:
        """Move the cursor."""
        lines = self.query_one(OutputList)
        lines.move_to(lines.cursor + rows)
