"""A library whose failures are told to the reader instead of ending the program.

A damaged page, a vanished disk: each question has an answer that shows nothing, and the reason goes
to the status line. What can be read can still be read.
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeVar, overload

from tui.library.corrections import Correction, Kept
from tui.library.interface import (
    USUAL,
    Appearance,
    Facets,
    Figure,
    FigureMatch,
    Highlight,
    Library,
    LibraryError,
    Listing,
    Query,
    Related,
    Row,
    View,
    Watch,
)
from tui.model import Article, Span
from tui.reasons import worded
from tui.words import N_, _

if TYPE_CHECKING:
    from tui.library.marking import Marked
    from tui.library.portraits import Portrait, Portraits

Answer = TypeVar("Answer")

UNREADABLE = Row("", N_("This entry cannot be read"), None, None, read=True, matches=0)
"""What the list shows in place of a row that cannot be read."""


class CarefulLibrary:
    """Asks a library; tells failures by `tell`, one line each."""

    def __init__(self, library: Library, tell: Callable[[str], None]) -> None:
        self._library = library
        self._tell = tell

    def _ask(self, question: Callable[[], Answer], otherwise: Answer) -> Answer:
        try:
            return question()
        except LibraryError as error:
            self._tell(worded(str(error)))
            return otherwise

    def __len__(self) -> int:
        return self._ask(lambda: len(self._library), 0)

    def listing(self, query: Query, most: int | None = None) -> Listing:
        """Return the articles that `query` means; none where they cannot be listed."""
        listing = self._ask(lambda: self._library.listing(query, most), None)
        return CarefulListing(listing, self._ask)

    def facets(self, query: Query, most: int) -> Facets:
        """Return what the articles of `query` come to."""
        return self._ask(lambda: self._library.facets(query, most), Facets())

    def article(self, article_id: str) -> Article | None:
        """Return a whole article, or None where there is none or it cannot be read."""
        return self._ask(lambda: self._library.article(article_id), None)

    def appearances(self, article_id: str) -> Sequence[Appearance]:
        """Return the figures an article names."""
        return self._ask(lambda: self._library.appearances(article_id), ())

    def figure(self, figure_id: str) -> Figure | None:
        """Return one figure."""
        return self._ask(lambda: self._library.figure(figure_id), None)

    def match_figures(self, typed: str, limit: int) -> Sequence[FigureMatch]:
        """Return the figures `typed` may mean."""
        return self._ask(lambda: self._library.match_figures(typed, limit), ())

    def figure_now(self, figure_id: str) -> str | None:
        """Return the id of the figure that one is part of by now; None where it is nobody."""
        portrait = None if self.figure(figure_id) else self.portrait(figure_id)
        return portrait.figure.id if portrait else figure_id if self.figure(figure_id) else None

    def portrait(self, figure_id: str) -> "Portrait | None":
        """Return what is known of a figure, or None where it cannot be read."""
        return self._ask(lambda: self._library.portraits.of(figure_id), None)

    @property
    def portraits(self) -> "Portraits":
        """What is known of single figures; whoever goes through their quotes takes LibraryError."""
        return self._library.portraits

    def related(self, article_id: str) -> Sequence[Related]:
        """Return what is related to an article."""
        return self._ask(lambda: self._library.related(article_id), ())

    def views(self) -> Sequence[View]:
        """Return the saved views."""
        return self._ask(self._library.views, ())

    def watches(self) -> Sequence[Watch]:
        """Return the watched figures."""
        return self._ask(self._library.watches, ())

    def save_view(self, name: str, query: str) -> bool:
        """Save a query under a name; False where that cannot be written."""
        return self._do(lambda: self._library.save_view(name, query))

    def drop_view(self, name: str) -> bool:
        """Forget a view; False where that cannot be written."""
        return self._do(lambda: self._library.drop_view(name))

    def watch(self, figure_id: str, *, on: bool) -> bool:
        """Watch a figure or no longer; False where that cannot be written."""
        return self._do(lambda: self._library.watch(figure_id, on=on))

    def looked_at(self, view: str | None = None, figure: str | None = None) -> bool:
        """Remember that a view or figure was looked at; False where that cannot be written."""
        return self._do(lambda: self._library.looked_at(view, figure))

    def _do(self, deed: Callable[[], object]) -> bool:
        def done() -> bool:
            deed()
            return True

        return self._ask(done, otherwise=False)

    def star(self, article_id: str, *, on: bool) -> bool:
        """Give an article a star or take it away; False where that cannot be written."""
        return self._do(lambda: self._library.star(article_id, on=on))

    def marked(self) -> "Sequence[Marked]":
        """Return every highlight of the library, the last one made first."""
        return self._ask(lambda: self._library.marks.all(), ())

    def tags(self, article_id: str) -> Sequence[str]:
        """Return what an article is filed under."""
        return self._ask(lambda: self._library.tags.of(article_id), ())

    def set_tags(self, article_id: str, names: Sequence[str]) -> Sequence[str] | None:
        """File an article under names and return those it has; None where none can be written."""
        return self._ask(lambda: self._library.tags.set(article_id, names), None)

    def highlights(self, article: Article) -> Sequence[Highlight]:
        """Return what is marked in an article."""
        return self._ask(lambda: self._library.highlights(article), ())

    def highlight(self, article: Article, span: Span, colour: str = USUAL) -> int | None:
        """Mark a range and return its number; None where that cannot be written."""
        return self._ask(lambda: self._library.highlight(article, span, colour), None)

    def paint(self, key: int, colour: str) -> bool:
        """Give a mark another colour; False where that cannot be written."""
        return self._do(lambda: self._library.marks.paint(key, colour))

    def drop_highlight(self, key: int) -> bool:
        """Take a mark away; False where that cannot be written."""
        return self._do(lambda: self._library.drop_highlight(key))

    def write_note(self, key: int, note: str) -> bool:
        """Write a note on a mark; False where that cannot be written."""
        return self._do(lambda: self._library.write_note(key, note))

    def mark_all_read(self, article_ids: Sequence[str], read: bool) -> bool:
        """Remember it of many articles; False where that cannot be written."""
        return self._do(lambda: self._library.mark_all_read(article_ids, read))

    def correct(self, correction: Correction) -> int | None:
        """Put something right and return its number; None where that cannot be written."""
        return self._ask(lambda: self._library.correct(correction), None)

    def take_back(self, key: int) -> bool:
        """Take a correction back; False where that cannot be written."""
        return self._do(lambda: self._library.take_back(key))

    def corrections(self) -> Sequence[Kept]:
        """Return all corrections, oldest first."""
        return self._ask(self._library.corrections, ())

    def merges_into(self, figure_id: str) -> Sequence[Correction]:
        """Return the corrections in force that made somebody part of a figure."""
        made = (kept.correction for kept in self.corrections() if not kept.overruled)
        return [each for each in made if each.kind == "merge" and each.figure == figure_id]

    def called(self, typed: str) -> Sequence[Figure]:
        """Return the figures of a name."""
        return self._ask(lambda: self._library.called(typed), ())

    def mark_read(self, article_id: str, read: bool) -> bool:
        """Remember whether an article has been read; False where that cannot be written."""
        return self._do(lambda: self._library.mark_read(article_id, read))


class CarefulListing(Listing):
    """A listing whose unreadable rows say so."""

    def __init__(
        self, listing: Listing | None, ask: Callable[[Callable[[], object], object], object]
    ) -> None:
        self._listing = listing
        self._ask = ask

    def __len__(self) -> int:
        listing = self._listing
        count = self._ask(lambda: len(listing), 0) if listing is not None else 0
        return count if isinstance(count, int) else 0

    @overload
    def __getitem__(self, index: int) -> Row: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Row]: ...
    def __getitem__(self, index: int | slice) -> Row | Sequence[Row]:
        if isinstance(index, slice):
            return [self[i] for i in range(*index.indices(len(self)))]
        if self._listing is None or not -len(self) <= index < len(self):
            raise IndexError(index)
        listing = self._listing
        row = self._ask(lambda: listing[index], UNREADABLE)
        found = row if isinstance(row, Row) else UNREADABLE
        return found._replace(title=_(found.title)) if found is UNREADABLE else found

    def position(self, article_id: str) -> int | None:
        """Return where an article stands in the list."""
        listing = self._listing
        if listing is None:
            return None
        found = self._ask(lambda: listing.position(article_id), None)
        return found if isinstance(found, int) else None
