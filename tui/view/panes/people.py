"""The people pane: whom the open article names, what they are, how often they appear."""

from typing import ClassVar

from textual.binding import BindingType

from tui.library.interface import Appearance, Query
from tui.session.actions import Scope
from tui.view.keys import bindings, told
from tui.view.messages import FigureAdded, FigureChosen, FigureExcluded
from tui.view.widgets.row_list import Part, RowList, cut, spread
from tui.words import _


class PeoplePane(RowList[Appearance]):
    """A row for each person of the article, most mentioned first."""

    SCOPE: ClassVar[Scope] = "people"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("people")]

    query_shown = Query()
    """The filter in force."""

    def row_key(self, row: Appearance) -> object:
        """A person is the same by the figure."""
        return row.figure.id

    def lines(self, row: Appearance, width: int) -> list[list[Part]]:
        """Name, mentions here of those in the library; then the roles."""
        included = row.figure.id in self.query_shown.include
        left_out = row.figure.id in self.query_shown.exclude
        mark = "▸ " if included else "✕ " if left_out else "  "
        look = "row--chosen" if included else "row--dim" if left_out else "row--strong"
        everywhere = row.figure.mentions
        count = (
            str(row.mentions)
            if everywhere == row.mentions
            else _("{here} of {everywhere}", here=row.mentions, everywhere=everywhere)
        )
        return [
            spread([(mark, "row--accent"), (row.name, look)], [(count, "row--dim")], width),
            [("  ", ""), (cut(", ".join(row.roles), width - 2), "row--dim")],
        ]

    def empty_words(self) -> str:
        """Say that there is nobody, and where there are others."""
        chooses = told(self, "figure.filter", _("chooses a figure of the whole library."))
        return " ".join((_("Nobody is named here."), chooses))

    def activate(self, index: int) -> None:
        """Filter by the person."""
        self.post_message(FigureChosen(self.rows[index].figure.id))

    def action_people_choose(self) -> None:
        """Filter by the person under the cursor alone."""
        if self.current:
            self.activate(self.cursor)

    def action_people_exclude(self) -> None:
        """Leave out the articles that name the person under the cursor."""
        if self.current:
            self.post_message(FigureExcluded(self.current.figure.id))

    def action_people_add(self) -> None:
        """Ask for the person under the cursor beside those of the filter."""
        if self.current:
            self.post_message(FigureAdded(self.current.figure.id))
