"""A short list of what may be done, from which one is chosen; or a line to type in."""

from collections.abc import Sequence
from typing import Any, ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from tui.layout import visible
from tui.view.widgets.row_list import Part, RowList, cut, spread


class Choice(NamedTuple):
    """One of the things to choose from."""

    told: str
    """In words."""
    value: Any
    aside: str = ""
    """What stands at the end of the line."""


class ChoiceList(RowList[Choice]):
    """A row for each choice."""

    ROW_HEIGHT: ClassVar[int] = 1

    def lines(self, row: Choice, width: int) -> list[list[Part]]:
        """The choice in words."""
        aside = cut(row.aside, width // 2)
        return [spread([(row.told, "")], [(aside, "row--dim")] if aside else [], width)]

    def activate(self, index: int) -> None:
        """Choose."""
        self.screen.dismiss(self.rows[index])


class ChoiceScreen(ModalScreen[Choice | None]):
    """Answers with a choice, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "dismiss(None)", show=False, id="choice.close"),
        Binding("j,down", "move(1)", show=False, id="choice.down"),
        Binding("k,up", "move(-1)", show=False, id="choice.up"),
        Binding("enter", "choose", show=False, id="choice.choose"),
    ]
    CSS = """
    ChoiceScreen, LineScreen { align: center middle; background: $background 40%; }
    #choice {
        width: 72; max-width: 100%; height: auto; max-height: 80%;
        background: $surface; border: round $accent;
        border-title-color: $accent; border-subtitle-color: $dim-foreground; padding: 0 1;
    }
    #choice Static { color: $dim-foreground; height: auto; }
    #choice Input { background: $surface; }
    """

    def __init__(self, title: str, choices: Sequence[Choice], says: str = "") -> None:
        """`says` stands above the choices."""
        super().__init__()
        self._title = title
        self._choices = choices
        self._says = says

    def compose(self) -> ComposeResult:
        """What is asked, over the choices."""
        with Vertical(id="choice"):
            if self._says:
                yield Static(Content(visible(self._says)))
            yield ChoiceList()

    def on_mount(self) -> None:
        """Take the keys at once."""
        box = self.query_one("#choice")
        box.border_title = Content(visible(self._title))
        box.border_subtitle = "⏎ chooses   esc leaves it"
        rows = self.query_one(ChoiceList)
        rows.styles.height = max(1, min(len(self._choices), self.app.size.height - 8))
        rows.show(self._choices)
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


class LineScreen(ModalScreen[str | None]):
    """Asks for a line of words; answers with it, or None where it is left as it was."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", show=False, id="line.close"),
    ]
    CSS = ChoiceScreen.CSS

    def __init__(self, title: str, typed: str = "", most: int = 200) -> None:
        """`typed` stands in the line at first; `most` code points fit into it."""
        super().__init__()
        self._title = title
        self._typed = typed
        self._most = most

    def compose(self) -> ComposeResult:
        """A line to type in."""
        with Vertical(id="choice"):
            yield Input(visible(self._typed), compact=True, max_length=self._most)

    def on_mount(self) -> None:
        """Take the keys at once."""
        box = self.query_one("#choice")
        box.border_title = Content(visible(self._title))
        box.border_subtitle = "⏎ keeps it   esc leaves it"
        self.query_one(Input).focus()

    @on(Input.Submitted)
    def _kept(self, event: Input.Submitted) -> None:
        event.stop()
        self.dismiss(" ".join(event.value.split()))
