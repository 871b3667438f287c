"""The quotes pane: who says what in the open article."""

from typing import ClassVar

from textual.binding import BindingType

from tui.library.interface import SURE
from tui.model import Quote
from tui.session.actions import Scope
from tui.view.keys import bindings, told
from tui.view.messages import QuoteChosen
from tui.view.widgets.row_list import Part, RowList, fill, spread
from tui.words import N_, _

MARKS = {"fr": ("« ", " »")}
"""Quotation marks by language; the others get the English ones."""
REPORTED = N_("reported")
"""Said of speech in the writer's own words, which gets no quotation marks."""


class QuotesPane(RowList[tuple[int, Quote]]):
    """A row for each quote, in the article's order; rows are `(index, quote)`."""

    SCOPE: ClassVar[Scope] = "quotes"
    ROW_HEIGHT: ClassVar[int] = 3
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("quotes")]

    text = ""
    """The article's text, which the quotes point into."""
    language: str | None = None
    filtered = False
    """Whether a filter may have left quotes out."""

    def lines(self, row: tuple[int, Quote], width: int) -> list[list[Part]]:
        """Who speaks, then two lines of what is said."""
        quote = row[1]
        words = " ".join(self.text[quote.start : quote.end].split())
        reported = quote.kind == "indirect"
        if not reported:
            opening, closing = MARKS.get(self.language or "", ("“", "”"))
            words = f"{opening}{words}{closing}"
        first, second = fill(words, width - 2, 2)
        look = "row--reported" if reported else "row--quote"
        return [
            spread(self._speaker(quote), [(_(REPORTED), "row--dim")] if reported else [], width),
            [("  ", ""), (first, look)],
            [("  ", ""), (second, look)],
        ]

    def _speaker(self, quote: Quote) -> list[Part]:
        if quote.speaker is None:
            return [(_("speaker not said"), "row--dim")]
        if quote.confidence < SURE:
            return [(quote.speaker, "row--strong"), (f" ({_('inferred')})", "row--dim")]
        return [(quote.speaker, "row--strong")]

    def empty_words(self) -> str:
        """Say why there is nothing."""
        if self.filtered:
            shows = told(self, "figure.clear", _("shows all quotes."))
            return " ".join((_("The figures of the filter say nothing here."), shows))
        follows = told(self, "library.next", _("goes to the next article."))
        return " ".join((_("Nobody is quoted here."), follows))

    def activate(self, index: int) -> None:
        """Go to the quote in the article."""
        self.post_message(QuoteChosen(self.rows[index][1]))

    def select(self, wanted: Quote) -> None:
        """Put the cursor on a quote, where it is shown."""
        for position, (_index, quote) in enumerate(self.rows):
            if quote is wanted:
                self.move_to(position)

    def action_quotes_jump(self) -> None:
        """Go to the quote under the cursor."""
        if self.current:
            self.activate(self.cursor)
