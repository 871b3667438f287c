"""The library pane: the articles that the filter leaves, newest first."""

from collections.abc import Callable
from typing import ClassVar

from textual.binding import BindingType

from tui.library.interface import Listing, Row
from tui.session.actions import Scope
from tui.view.keys import bindings, told
from tui.view.messages import ArticleChosen
from tui.view.widgets.row_list import Part, RowList, fill, spread
from tui.words import _, day, ngettext


class LibraryPane(RowList[Row]):
    """Title, site, date and read state of each article."""

    SCOPE: ClassVar[Scope] = "library"
    ROW_HEIGHT: ClassVar[int] = 3
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("library")]

    open_id: str | None = None
    """The article that is open."""
    reading = False
    """Whether inputs are still being read."""
    named_inputs = False
    """Whether inputs were named, rather than the library opened."""
    filtered = False
    """Whether a filter leaves articles out."""

    _listing: Listing | None = None
    _source: Callable[[], Listing] | None = None

    def load(self, source: Callable[[], Listing]) -> None:
        """Show the articles that `source` lists."""
        self._source = source
        self._listing = source()
        self.show(self._listing)

    def reload(self) -> None:
        """Ask again for the same articles: there are more, or something about them has changed."""
        if self._source:
            self._listing = self._source()
            self.update_rows(self._listing)

    def replace_rows(self, listing: Listing) -> None:
        """Show the same articles anew, or more of them; cursor and view stay on what they show."""
        self._source, self._listing = (lambda: listing), listing
        self.update_rows(listing)

    def row_key(self, row: Row) -> object:
        """An article is the same by its id."""
        return row.id

    def find_row(self, key: object) -> int | None:
        """Ask the listing, which knows without looking at every row."""
        return self.position_of(key) if isinstance(key, str) else None

    def position_of(self, article_id: str | None) -> int | None:
        """Return the row of an article; None where it is not listed."""
        if article_id is None or self._listing is None:
            return None
        return self._listing.position(article_id)

    def lines(self, row: Row, width: int) -> list[list[Part]]:
        """The title in one or two lines, then when and where it appeared."""
        look = "row--dim" if row.read else "row--strong"
        mark = "▶ " if row.id == self.open_id else "  " if row.read else "● "
        first, second = fill(row.title or _("Untitled"), width - 2, 2)
        others = _others(row.copies)
        meta = " · ".join(filter(None, (day(row.published), row.site, others)))
        matches: list[Part] = [("★ ", "row--accent")] if row.starred else []
        matches += [(f"{row.matches}×", "row--match")] if row.matches else []
        appeared = spread([("  ", ""), (meta, "row--dim")], matches, width)
        title: list[list[Part]] = [[(mark, "row--accent"), (first, look)]]
        if second:
            return [*title, [("  ", ""), (second, look)], appeared]
        return [*title, appeared, []]

    def empty_words(self) -> str:
        """Say why there is nothing."""
        if self.filtered:
            return " ".join(
                (_("No article is left."), told(self, "figure.clear", _("clears the filter.")))
            )
        if self.reading:
            return _("Reading…")
        if self.named_inputs:
            return " ".join(
                (_("Nothing could be read."), told(self, "app.quit", _("leaves, and says why.")))
            )
        return _("The library is empty: broadsheet add PATH fills it.")

    def activate(self, index: int) -> None:
        """Open the article."""
        self.post_message(ArticleChosen(self.rows[index].id))

    def action_library_open(self) -> None:
        """Open the article under the cursor."""
        if self.current:
            self.activate(self.cursor)


def _others(copies: int) -> str:
    return ngettext("and {n} other", "and {n} others", copies) if copies else ""
