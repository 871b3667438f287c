"""The figure picker: type a few letters of a name, choose whom to follow."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input

from tui.layout import visible
from tui.library.interface import FigureMatch
from tui.view.careful import CarefulLibrary
from tui.view.widgets.row_list import Part, RowList, spread
from tui.words import N_, _, ngettext

MOST = 200
"""How many figures are offered: nobody scrolls further, a letter more is quicker."""


class MatchList(RowList[FigureMatch]):
    """Figures, with the letters that were met."""

    ROW_HEIGHT: ClassVar[int] = 1

    def lines(self, row: FigureMatch, width: int) -> list[list[Part]]:
        """The name, the met letters marked, and in how many articles it stands."""
        name = [
            (letter, "row--match" if i in row.positions else "")
            for i, letter in enumerate(visible(row.figure.name))
        ]
        count = row.figure.articles
        articles = ngettext("{n} article", "{n} articles", count)
        return [spread(name, [(f"{articles} ", "row--dim")], width)]

    def empty_words(self) -> str:
        """Say that nobody is meant."""
        return _("Nobody in the library is called that. Fewer letters find more.")

    def activate(self, index: int) -> None:
        """Choose the figure."""
        self.screen.dismiss(self.rows[index].figure.id)


class FigurePicker(ModalScreen[str | None]):
    """Answers with a figure's id, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", show=False, id="picker.close"),
        Binding("down,ctrl+n,ctrl+j", "move(1)", show=False, id="picker.down"),
        Binding("up,ctrl+p,ctrl+k", "move(-1)", show=False, id="picker.up"),
    ]

    def __init__(
        self, library: CarefulLibrary, asks: str = N_("Filter by a figure: type a name")
    ) -> None:
        """`asks` is what stands in the line before anything is typed."""
        super().__init__()
        self._library = library
        self._asks = asks

    def compose(self) -> ComposeResult:
        """A line to type in over the list of figures."""
        with Vertical(id="picker"):
            yield Input(placeholder=_(self._asks), compact=True)
            yield MatchList()

    def on_mount(self) -> None:
        """Offer the most mentioned."""
        self.query_one("#picker").border_title = _("Figures")
        self.query_one(MatchList).can_focus = False
        self.query_one(Input).focus()
        self._offer("")

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._offer(event.value)

    @on(Input.Submitted)
    def _chosen(self, event: Input.Submitted) -> None:
        event.stop()
        matches = self.query_one(MatchList)
        if matches.current:
            matches.activate(matches.cursor)

    def _offer(self, typed: str) -> None:
        found: Sequence[FigureMatch] = self._library.match_figures(typed, MOST)
        self.query_one(MatchList).show(found)

    def action_move(self, rows: int) -> None:
        """Move the cursor of the list while the keys stay in the line."""
        matches = self.query_one(MatchList)
        matches.move_to(matches.cursor + rows)
