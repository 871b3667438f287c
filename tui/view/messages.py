"""What panes and workers tell the screen; the screen alone decides what follows."""

from dataclasses import dataclass

from textual.message import Message

from tui.library.interface import Facet, Facets, Listing, Query, Related
from tui.model import Failure, Quote


@dataclass(eq=False, repr=False)
class ArticleChosen(Message):
    """The reader wants to read an article of the library."""

    article_id: str


@dataclass(eq=False, repr=False)
class FigureChosen(Message):
    """The reader wants to filter by a figure alone."""

    figure_id: str


@dataclass(eq=False, repr=False)
class FigureAdded(Message):
    """The reader wants one more figure in the filter, or to take it out again."""

    figure_id: str


@dataclass(eq=False, repr=False)
class FigureExcluded(Message):
    """The reader wants the articles with a figure left out, or in again."""

    figure_id: str


@dataclass(eq=False, repr=False)
class LinkClicked(Message):
    """A link in the article was clicked."""

    url: str
    """As the page has it, perhaps relative to the article's own."""


@dataclass(eq=False, repr=False)
class PersonClicked(Message):
    """A name in the article was clicked."""

    name: str
    """The `Person.name` in the open article."""


@dataclass(eq=False, repr=False)
class QuoteChosen(Message):
    """The reader wants to see a quote in its place."""

    quote: Quote


@dataclass(eq=False, repr=False)
class QuoteClicked(Message):
    """A quote in the article was clicked: the reader wants to know who said it."""

    quote: Quote


@dataclass(eq=False, repr=False)
class RelatedChosen(Message):
    """The reader wants to open a related piece."""

    related: Related


@dataclass(eq=False, repr=False)
class PartChosen(Message):
    """A part of a bar was clicked."""

    bar: str
    """The bar's id."""
    value: str
    """What the part stands for: a figure's id, a pane's name."""


@dataclass(eq=False, repr=False)
class SearchTyped(Message):
    """The words to find in the article are being typed."""

    words: str


class SearchOpened(Message):
    """The search line has the focus."""


@dataclass(eq=False, repr=False)
class SearchKept(Message):
    """The search line is left, its hits are wanted."""

    entered: bool
    """Whether by enter, so that the article is to be read on; else the focus went elsewhere."""


class SearchDropped(Message):
    """The search line is left, its hits are not wanted."""


@dataclass(eq=False, repr=False)
class QueryTyped(Message):
    """What to search the library for is being typed."""

    query: str
    cursor: int
    """Code points before the cursor."""


@dataclass(eq=False, repr=False)
class QueryKept(Message):
    """The query line is left, what it found is wanted."""

    entered: bool
    """Whether by enter, so that the list is to be looked through; else the focus went elsewhere."""


@dataclass(eq=False, repr=False)
class RowsMoved(Message):
    """The reader goes through the list while the query line keeps the keys."""

    rows: int
    """How far down; negative for up."""


class QueryOpened(Message):
    """The query line has the focus."""


class QueryDropped(Message):
    """The query line is left, the list of before is wanted."""


@dataclass(eq=False, repr=False)
class Found(Message):
    """A search in the library has come to something."""

    query: Query
    listing: Listing
    whole: bool
    """Whether these are all; else the first of them."""


@dataclass(eq=False, repr=False)
class Counted(Message):
    """What a query comes to has been counted."""

    query: Query
    facets: Facets


@dataclass(eq=False, repr=False)
class FacetChosen(Message):
    """The reader wants the list narrowed to one value of a facet, or no longer."""

    facet: Facet
    kind: str
    """"figure", "site", "month" or "language"."""


class BodyScrolled(Message):
    """The article shows other lines than before."""

    def can_replace(self, message: Message) -> bool:
        """Only where it stopped matters."""
        return isinstance(message, BodyScrolled)


class ArticlesArrived(Message):
    """The library holds more articles than before."""

    def can_replace(self, message: Message) -> bool:
        """One look at the library shows all that arrived."""
        return isinstance(message, ArticlesArrived)


@dataclass(eq=False, repr=False)
class InputFailed(Message):
    """An input could not be read."""

    failure: Failure


class IntakeEnded(Message):
    """Every input has been read."""
