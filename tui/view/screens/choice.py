"""A short list of what may be done, from which one is chosen."""

from collections.abc import Sequence
from typing import Any, ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.layout import visible
from tui.view.widgets.row_list import Part, RowList, cut, spread
from tui.words import _


class Choice(NamedTuple):
    """One of the things to choose from."""

    told: str
    """In words."""
    value: Any
    aside: str = ""
    """What stands at the end of the line, or below it where the choices need two lines."""


class ChoiceList(RowList[Choice]):
    """A line for each choice."""

    ROW_HEIGHT: ClassVar[int] = 1

    def lines(self, row: Choice, width: int) -> list[list[Part]]:
        """The choice in words, and what stands beside it."""
        aside = cut(row.aside, width // 2)
        return [spread([(row.told, "")], [(aside, "row--dim")] if aside else [], width)]

    def activate(self, index: int) -> None:
        """Choose."""
        self.screen.dismiss(self.rows[index])


class ExplainedList(ChoiceList):
    """Two lines for each choice: its words, and what it means."""

    ROW_HEIGHT: ClassVar[int] = 2

    def lines(self, row: Choice, width: int) -> list[list[Part]]:
        """The choice in words, then what it means."""
        return [
            [(cut(row.told, width), "row--strong")],
            [("  ", ""), (cut(row.aside, width - 2), "row--dim")],
        ]


class ChoiceScreen(ModalScreen[Choice | None]):
    """Answers with a choice, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "dismiss(None)", show=False, id="choice.close"),
        Binding("j,down", "move(1)", show=False, id="choice.down"),
        Binding("k,up", "move(-1)", show=False, id="choice.up"),
        Binding("enter", "choose", show=False, id="choice.choose"),
    ]
    CSS = """
    ChoiceScreen { align: center middle; background: $background 40%; }
    #choice {
        width: 72; max-width: 100%; height: auto; max-height: 80%;
        background: $surface; border: round $accent;
        border-title-color: $accent; border-subtitle-color: $dim-foreground; padding: 0 1;
    }
    #choice Static { color: $dim-foreground; height: auto; }
    #choice RowList { background: $surface; scrollbar-size-vertical: 1; }
    """

    def __init__(
        self,
        title: str,
        choices: Sequence[Choice],
        says: str = "",
        *,
        current: object = None,
        explained: bool = False,
    ) -> None:
        """`says` stands above the choices, `current` is the value that the cursor stands on.

        `explained`: what stands aside gets a line of its own.
        """
        super().__init__()
        self._current = current
        self._explained = explained
        self._title = title
        self._choices = choices
        self._says = says

    def compose(self) -> ComposeResult:
        """What is asked, over the choices."""
        with Vertical(id="choice"):
            if self._says:
                yield Static(Content(visible(self._says)))
            yield ExplainedList() if self._explained else ChoiceList()

    def on_mount(self) -> None:
        """Take the keys at once."""
        box = self.query_one("#choice")
        box.border_title = Content(visible(self._title))
        box.border_subtitle = _("⏎ chooses   esc leaves it")
        rows = self.query_one(ChoiceList)
        height = len(self._choices) * rows.ROW_HEIGHT
        rows.styles.height = max(1, min(height, self.app.size.height - 8))
        values = [choice.value for choice in self._choices]
        rows.show(self._choices, values.index(self._current) if self._current in values else 0)
        rows.focus()

    def action_move(self, rows: int) -> None:
        """Move the cursor."""
        choices = self.query_one(ChoiceList)
        choices.move_to(choices.cursor + rows)

    def action_choose(self) -> None:
        """Choose what is under the cursor."""
        choices = self.query_one(ChoiceList)
        if choices.current:
            choices.activate(choices.cursor)
