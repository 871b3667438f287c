"""The related pane: the page's own teasers, then articles that share figures."""

from typing import ClassVar

from textual.binding import BindingType
from textual.dom import DOMNode

from tui.library.interface import Related
from tui.session.actions import Scope
from tui.view.keys import bindings, told
from tui.view.messages import RelatedChosen
from tui.view.widgets.row_list import Part, RowList, cut, fill
from tui.words import _, day


class RelatedPane(RowList[Related]):
    """A row for each related piece: its title, and why it is there."""

    SCOPE: ClassVar[Scope] = "related"
    ROW_HEIGHT: ClassVar[int] = 3
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("related")]

    def row_key(self, row: Related) -> object:
        """A piece is the same by its title and target."""
        return row.title, row.target.id if row.target else None

    def lines(self, row: Related, width: int) -> list[list[Part]]:
        """The title in one or two lines, then the reason."""
        look = "row--strong" if row.target else "row--dim"
        mark = "→ " if row.target else "  "
        first, second = fill(row.title or _("Untitled"), width - 2, 2)
        title: list[list[Part]] = [[(mark, "row--accent"), (first, look)]]
        why: list[Part] = [("  ", ""), (cut(reason(row), width - 2), "row--dim")]
        return [*title, [("  ", ""), (second, look)], why] if second else [*title, why, []]

    def empty_words(self) -> str:
        """Say that there is nothing, and where to look."""
        searches = told(self, "library.search", _("searches the library."))
        return " ".join((_("Nothing related is known."), searches))

    def activate(self, index: int) -> None:
        """Open the piece."""
        self.post_message(RelatedChosen(self.rows[index]))

    def action_related_open(self) -> None:
        """Open the piece under the cursor."""
        if self.current:
            self.activate(self.cursor)


def not_in_library(node: DOMNode, related: Related) -> str:
    """Say that a piece cannot be opened, and what fetches it where it has an address."""
    fetches = told(node, "related.fetch", _("fetches it"))
    if related.teaser is None or not related.teaser.url or not fetches:
        return _("Not in the library: the page only names it")
    return _("Not in the library: {key_fetches_it}", key_fetches_it=fetches)


def reason(related: Related) -> str:
    """Say why a piece is related and whether it can be opened."""
    if related.copy:
        row = related.target
        where = filter(None, (row.site, day(row.published))) if row else ()
        return " · ".join((_("the same text"), *where))
    if related.leads_here:
        return _("its page leads here")
    if related.shared or related.words:
        return _("shares {names}", names=", ".join((*related.shared, *related.words[:3])))
    authors = ", ".join(related.teaser.authors) if related.teaser else ""
    place = "" if related.target else _("not in the library")
    return " · ".join(filter(None, (authors, place))) or _("on this page")
