"""A short list of what can be chosen, each with a line of what it means."""

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen

from tui.view.widgets.row_list import Part, RowList, cut


class Choice(NamedTuple):
    """One of them."""

    value: str
    name: str
    meaning: str


class ChoiceList(RowList[Choice]):
    """A name, and what it means below."""

    ROW_HEIGHT: ClassVar[int] = 2

    def lines(self, row: Choice, width: int) -> list[list[Part]]:
        """The name, then the meaning."""
        return [
            [(cut(row.name, width), "row--strong")],
            [("  ", ""), (cut(row.meaning, width - 2), "row--dim")],
        ]

    def row_key(self, row: Choice) -> object:
        """A choice is the same by its value."""
        return row.value

    def activate(self, index: int) -> None:
        """Choose it."""
        self.screen.dismiss(self.rows[index].value)


class ChoiceScreen(ModalScreen[str | None]):
    """Answers with the value that was chosen, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "dismiss(None)", show=False, id="choice.close"),
        Binding("j,down", "move(1)", show=False, id="choice.down"),
        Binding("k,up", "move(-1)", show=False, id="choice.up"),
        Binding("enter", "choose", show=False, id="choice.choose"),
    ]

    def __init__(self, title: str, choices: Sequence[Choice], current: str = "") -> None:
        """`current`: the value that the cursor stands on."""
        super().__init__()
        self._title = title
        self._choices = choices
        self._current = current

    def compose(self) -> ComposeResult:
        """A list and its keys."""
        with Vertical(id="picker"):
            yield ChoiceList()

    def on_mount(self) -> None:
        """Show what there is."""
        box = self.query_one("#picker")
        box.border_title = self._title
        box.border_subtitle = "⏎ chooses   esc leaves it"
        box.styles.height = min(2 * len(self._choices) + 2, max(4, self.app.size.height - 4))
        rows = self.query_one(ChoiceList)
        rows.can_focus = False
        rows.show(self._choices)
        rows.move_to(rows.find_row(self._current) or 0)

    def action_move(self, rows: int) -> None:
        """Move the cursor."""
        choices = self.query_one(ChoiceList)
        choices.move_to(choices.cursor + rows)

    def action_choose(self) -> None:
        """Choose what is under the cursor."""
        choices = self.query_one(ChoiceList)
        if choices.current:
            choices.activate(choices.cursor)
