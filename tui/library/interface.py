"""What the reader may ask of a library, and the values it answers with.

The view knows this module and no store: the same questions are answered by a library in a file and
by one in memory. Answers are cheap to hold; an article's text is only ever loaded by `article`.
"""

from abc import abstractmethod
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple, Protocol

from tui.library.corrections import Correction, Kept
from tui.library.query.asked import EVERYTHING, Search
from tui.model import Article, Brought, Quote, QuoteKind, Span, Teaser

if TYPE_CHECKING:
    from tui.library.feeds import Feeds, Visit
    from tui.library.marking import Marks
    from tui.library.portraits import Portraits
    from tui.library.tagging import Tags

SURE: Final = 0.8
"""Below this confidence a speaker was inferred rather than said, and is shown with a mark."""


class Query(NamedTuple):
    """Which articles are meant: those of `search` that name all of `include`, none of `exclude`."""

    include: tuple[str, ...] = ()
    """Figure ids."""
    exclude: tuple[str, ...] = ()
    """Figure ids."""
    search: Search = EVERYTHING
    """What was typed, and in which order the articles stand."""

    @property
    def searches(self) -> bool:
        """Whether something was typed that leaves articles out or puts them in another order."""
        return self.search != EVERYTHING


class Row(NamedTuple):
    """An article as the list shows it."""

    id: str
    title: str
    site: str | None
    published: str | None
    read: bool
    matches: int
    """Mentions of the query's included figures; 0 where the query includes none."""
    copies: int = 0
    """Articles with the same text elsewhere, which the list leaves out."""
    starred: bool = False


class Listing(Sequence[Row]):
    """The articles a query means, newest first; rows are fetched as they are looked at."""

    @abstractmethod
    def position(self, article_id: str) -> int | None:
        """Return where an article stands in the list, or None where the query leaves it out."""


class Figure(NamedTuple):
    """A person of the library: the people of several articles that share one full name."""

    id: str
    name: str
    articles: int
    """How many articles name the figure."""
    mentions: int
    """How often, over all articles."""


@dataclass(frozen=True, slots=True)
class Facet:
    """One value of a facet."""

    name: str
    """As it is shown."""
    value: str
    """What a query asks for: a figure's id, a site, a month as YYYY-MM, a language."""
    count: int
    """How many of the query's articles have it."""


class Facets(NamedTuple):
    """What the articles of a query come to; counts are exact."""

    total: int = 0
    """Articles of the query."""
    figures: tuple[Facet, ...] = ()
    """Most frequent first, as sites and languages."""
    sites: tuple[Facet, ...] = ()
    months: tuple[Facet, ...] = ()
    """Newest first."""
    languages: tuple[Facet, ...] = ()


class Appearance(NamedTuple):
    """A figure as one article has it."""

    figure: Figure
    name: str
    """The `Person.name` in that article."""
    roles: tuple[str, ...]
    mentions: int
    """Mentions in that article."""


class FigureMatch(NamedTuple):
    """A figure that a typed name may mean, and which letters of its name were met."""

    figure: Figure
    positions: tuple[int, ...]
    """Offsets into `figure.name`, in code points."""


class Related(NamedTuple):
    """Another piece that belongs to an article, and why."""

    title: str
    target: Row | None
    """The article in the library; None where it is not there."""
    teaser: Teaser | None = None
    """The page's own teaser, where that is the reason."""
    shared: tuple[str, ...] = ()
    """Names of the figures both articles have, where that is the reason."""
    words: tuple[str, ...] = ()
    """Rare words that both articles have, where that is a reason."""
    copy: bool = False
    """Whether it is the same text elsewhere."""
    leads_here: bool = False
    """Whether its page leads to the article."""


class Person(NamedTuple):
    """A figure with everything that lists show of it."""

    figure: Figure
    names: tuple[str, ...]
    """The other forms of its name, most frequent first."""
    roles: tuple[str, ...]
    """What the newest articles say the figure is."""


class PeopleQuery(NamedTuple):
    """Which figures are meant; "" asks for nothing. Words are compared folded, by their starts."""

    called: str = ""
    """Words of the name."""
    about: str = ""
    """Words of the name of somebody else, whom an article names as well."""


class QuotesQuery(NamedTuple):
    """Which quotes are meant; "" asks for nothing. Words are compared folded, by their starts."""

    said: str = ""
    """Words of the quote."""
    by: str = ""
    """Words of the speaker's name."""
    about: str = ""
    """Words of the quote, its paragraph or the title; or of a name that stands there."""
    kind: QuoteKind | None = None
    """The kind of the quote; None for every kind."""


class Said(NamedTuple):
    """A quote of the library, where it stands."""

    article: Article
    number: int
    """Which of `article.quotes` it is."""
    figure: str | None
    """The speaker's id; None where nobody is said to speak."""

    @property
    def quote(self) -> Quote:
        """The quote itself."""
        return self.article.quotes[self.number]

    @property
    def words(self) -> str:
        """What is said, on one line."""
        return " ".join(self.article.text[self.quote.start : self.quote.end].split())


class Analysed(NamedTuple):
    """An article whose people and quotes our engine found."""

    article: Article
    engine: int
    """The engine's version."""


COLOURS: Final = ("violet", "yellow", "green", "blue", "red")
"""What a highlight may be coloured."""
USUAL: Final = COLOURS[0]
"""The colour of what nobody gave another."""


class Highlight(NamedTuple):
    """Words of an article that the user has marked."""

    key: int
    span: Span
    note: str = ""
    colour: str = USUAL
    """One of `COLOURS`."""


class View(NamedTuple):
    """A query that was saved under a name, and what is in it."""

    name: str
    query: str
    """As it was typed."""
    unread: int = 0
    new: int = 0
    """Unread articles that came after it was last looked at."""
    mistake: str = ""
    """Why the query cannot be read any more; "" where it can."""


class Watch(NamedTuple):
    """A figure that the user watches, and what there is to read of it."""

    id: str
    """The figure's id when it was first watched."""
    figure: Figure
    """As it is now, perhaps merged with others."""
    unread: int
    new: int
    """Unread articles that came after it was last looked at."""


class Ready:
    """An article with everything that is stored of it worked out: `ready` makes it.

    It can be made in another process than the one that stores it.
    """

    __slots__ = ()


class Taken(NamedTuple):
    """A file whose articles have all been handed to the library before it."""

    path: str
    size: int
    """Bytes."""
    changed: int
    """When it was last changed, nanoseconds since 1970."""
    reader: str
    """Which version of the program read it."""
    articles: int = 0
    """How many articles it held."""


class Progress(NamedTuple):
    """How far going over articles again is."""

    done: int
    total: int
    changed: int = 0
    """Articles in which something else was found."""
    unreadable: int = 0
    """Articles that are damaged, and stay as they are."""


class AddReport(NamedTuple):
    """What an import did."""

    added: int = 0
    updated: int = 0
    unchanged: int = 0


class LibraryError(Exception):
    """A library that cannot be opened or written; the message is one line for the user."""


class Library(Protocol):
    """Many articles. Safe to read from one thread while another adds."""

    @property
    def feeds(self) -> "Feeds":
        """The feeds that are followed."""

    @property
    def marks(self) -> "Marks":
        """All that is highlighted."""

    @property
    def portraits(self) -> "Portraits":
        """What is known of single figures."""

    @property
    def tags(self) -> "Tags":
        """What the user has filed articles under."""

    def add(
        self, articles: "Iterable[Article | Analysed | Ready | Taken | Visit | Brought]"
    ) -> AddReport:
        """Store articles, each whole or not at all; one with a known id replaces the stored one.

        A file that is `Taken`, the `Visit` of a feed, and what was `Brought` along with an article
        is remembered together with the articles before it.
        """

    def taken(self, file: Taken) -> int | None:
        """Return how many articles a file held that was taken as it is; None where it was not."""

    def __len__(self) -> int:
        """Return how many articles there are."""

    def listing(self, query: Query, most: int | None = None) -> Listing:
        """Return the articles that `query` means, newest first, undated last.

        Of a search, only the first `most`, which takes no longer where there are very many.
        """

    def facets(self, query: Query, most: int) -> Facets:
        """Return what the articles of `query` come to, at most `most` values of each facet."""

    def article(self, article_id: str) -> Article | None:
        """Return a whole article, or None where there is none with this id."""

    def appearances(self, article_id: str) -> Sequence[Appearance]:
        """Return the figures an article names, most mentioned first."""

    def figure(self, figure_id: str) -> Figure | None:
        """Return one figure, or None where no article names it."""

    def match_figures(self, typed: str, limit: int) -> Sequence[FigureMatch]:
        """Return the figures `typed` may mean, best first; the most mentioned for no letters."""

    def related(self, article_id: str) -> Sequence[Related]:
        """Return copies, the page's own teasers, what leads here, and what shares something."""

    def relate(self) -> Iterator[Progress]:
        """Work out what belongs to the articles that have come in, batch by batch."""

    def mark_read(self, article_id: str, read: bool) -> None:
        """Remember whether an article has been read."""

    def mark_all_read(self, article_ids: Sequence[str], read: bool) -> None:
        """Remember of many articles whether they have been read."""

    def star(self, article_id: str, *, on: bool) -> None:
        """Give an article a star, or take it away."""

    def highlights(self, article: Article) -> Sequence[Highlight]:
        """Return what the user has marked in a stored article, where it stands now."""

    def highlight(self, article: Article, span: Span, colour: str = USUAL) -> int | None:
        """Mark a range of a stored article and return its number; None where it is not stored."""

    def drop_highlight(self, key: int) -> None:
        """Take a mark away, and its note with it."""

    def write_note(self, key: int, note: str) -> None:
        """Write a note on a mark; "" takes it away."""

    def called(self, typed: str) -> Sequence[Figure]:
        """Return the figure with this id; else those of this name; else with all of its words."""

    def people(self, query: PeopleQuery) -> Iterator[Person]:
        """Yield the figures that `query` means, most mentioned first."""

    def quotes(self, query: QuotesQuery) -> Iterator[Said]:
        """Yield the quotes that `query` means, those of the newest article first."""

    def search(self, search: Search) -> Iterator[Row]:
        """Yield the articles that `search` means, in its order, as they are asked for."""

    def count(self, search: Search) -> int:
        """Return how many articles `search` means."""

    def articles_beginning(self, start: str, limit: int) -> Sequence[str]:
        """Return ids that begin with `start`, at most `limit`; one that is `start` comes alone."""

    def short_id(self, article_id: str) -> str:
        """Return the beginning of an id that no other article's has."""

    def correct(self, correction: Correction) -> int:
        """Store what the user has put right, apply it, and return its number."""

    def take_back(self, key: int) -> Correction | None:
        """Forget the correction with this number; None where there is none."""

    def corrections(self) -> Sequence[Kept]:
        """Return all corrections, oldest first."""

    def reanalyse(
        self, analyse: Callable[[Article], Article], engine: int, *, everything: bool
    ) -> Iterator[Progress]:
        """Let `analyse`, of the version `engine`, go over what older ones found, batch by batch."""

    def views(self) -> Sequence[View]:
        """Return the saved views by name, counted."""

    def save_view(self, name: str, query: str) -> None:
        """Save a query under a name, in the place of one that had it.

        Raises LibraryError where the name is none, and QueryError where the query is none.
        """

    def drop_view(self, name: str) -> bool:
        """Forget a view; False where there is none of this name."""

    def watches(self) -> Sequence[Watch]:
        """Return the watched figures by name, counted."""

    def watch(self, figure_id: str, *, on: bool) -> None:
        """Watch a figure from now on, or no longer."""

    def looked_at(self, view: str | None = None, figure: str | None = None) -> None:
        """Remember that a view, or a watched figure by `Watch.id`, was looked at."""

    def close(self) -> None:
        """Let go of the store."""
