"""The facets pane: what the list comes to, by figure, site, month and language."""

from typing import ClassVar, NamedTuple

from textual.binding import BindingType

from tui.library.interface import Facet, Facets
from tui.session.actions import Scope
from tui.view.keys import bindings, told
from tui.view.messages import FacetChosen
from tui.view.widgets.row_list import Part, RowList, cut, spread
from tui.words import N_, _, day, number

_SHOWN = (("figure", N_("Figures"), 20), ("site", N_("Sites"), 8), ("month", N_("Months"), 12))
_LANGUAGES = ("language", N_("Languages"), 5)


class FacetRow(NamedTuple):
    """A value with its count, or the heading of a facet."""

    kind: str
    heading: str = ""
    facet: Facet | None = None
    share: float = 0.0
    """The value's part of the facet's largest, from 0 to 1."""


class FacetsPane(RowList[FacetRow]):
    """A row for each value; its bar is as long as the value is frequent."""

    SCOPE: ClassVar[Scope] = "facets"
    ROW_HEIGHT: ClassVar[int] = 1
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("facets")]

    counted = False
    """Whether there is anything to show yet."""

    def show_facets(self, facets: Facets) -> None:
        """Show what a query comes to."""
        self.counted = True
        current = self.current
        self.show(_rows(facets))
        position = None if current is None else self.find_row(self.row_key(current))
        self.move_to(1 if position is None else position)

    def row_key(self, row: FacetRow) -> object:
        """A value is the same with another count."""
        return row.kind, row.facet.value if row.facet else ""

    def lines(self, row: FacetRow, width: int) -> list[list[Part]]:
        """The name, a bar and the count."""
        if row.facet is None:
            return [[(_(row.heading), "row--dim")]]
        bar = "▪" * max(1, round(row.share * min(10, width // 4)))
        count = f"{number(row.facet.count)} "
        name = cut(
            day(row.facet.name) if row.kind == "month" else row.facet.name,
            max(4, width - len(count) - len(bar) - 4),
        )
        left: list[Part] = [("  ", ""), (name, "row--strong")]
        return [spread(left, [(f"{bar} ", "row--accent"), (count, "row--dim")], width)]

    def empty_words(self) -> str:
        """Say why there is nothing."""
        clears = told(self, "figure.clear", _("clears the filter."))
        return " ".join((_("Nothing to count."), clears)) if self.counted else _("Counting…")

    def activate(self, index: int) -> None:
        """Narrow the list to the value."""
        row = self.rows[index]
        if row.facet is not None:
            self.post_message(FacetChosen(row.facet, row.kind))

    def action_facets_choose(self) -> None:
        """Narrow the list to the value under the cursor."""
        if self.current:
            self.activate(self.cursor)


def _rows(facets: Facets) -> list[FacetRow]:
    values = (facets.figures, facets.sites, facets.months, facets.languages)
    rows = []
    for (kind, heading, most), its in zip((*_SHOWN, _LANGUAGES), values, strict=True):
        if its:
            largest = max(facet.count for facet in its)
            rows.append(FacetRow(kind, heading))
            rows += [FacetRow(kind, "", facet, facet.count / largest) for facet in its[:most]]
    return rows
