"""Searching the library: the query line, its worker, and what the list comes to.

A search runs in a thread and posts what it found: the first rows, then all of them, then the
facets. Whatever is typed meanwhile makes it stop; the reader's own thread never waits for one.
"""

from abc import abstractmethod
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from textual import on, work
from textual.worker import get_current_worker

from tui.layout import visible
from tui.library.interface import Facets, Listing, Query
from tui.library.query.asked import EVERYTHING, Search
from tui.session import state as transitions
from tui.session.actions import FACETS
from tui.view import messages as said
from tui.view.screens.overlays import Overlays
from tui.view.widgets.bar import Bar
from tui.view.widgets.row_list import Part
from tui.words import _, language

if TYPE_CHECKING:
    from tui.view.widgets.query_bar import QueryBar

FIRST: Final = 128
"""Rows that are shown at once: more than a tall terminal has."""

MOST: Final = 20
"""Values of a facet."""


class Searching(Overlays):
    """The part of the reader that searches the library."""

    def __init__(self) -> None:
        super().__init__()
        self.facets = Facets()
        """What the list comes to, as it was last counted."""
        self.written: tuple[Search, str] = (EVERYTHING, "")
        """The last search, and what was typed for it: "last week" stays that."""
        self._before: Search | None = None
        """What the list was searched for before the query line was opened; None while it is not."""
        self._looking = False
        """Whether a search is at work."""

    # --- the query line --------------------------------------------------------------------

    def action_library_search(self) -> None:
        """Search the library."""
        from tui.view.widgets.query_bar import QueryBar

        self._before = self.session.query.search
        self.opening_search = True
        written = self.as_typed(self._before)
        bar = self._query_bar()
        if bar is not None:
            bar.reopen(written)
            return
        self.mount(Bar(id="meaning"), QueryBar(written), before="#status")

    def _query_bar(self) -> "QueryBar | None":
        for bar in self.query("#query"):
            return bar  # type: ignore[return-value]  # the only widget of that id
        return None

    @abstractmethod
    def as_typed(self, search: Search) -> str:
        """Return what was typed to search for `search`, else a query that means it."""

    @on(said.QueryOpened)
    def _query_opened(self) -> None:
        self.opening_search = False
        self.query_one("#meaning", Bar).display = True
        self.show_beside("library")
        self._tell_meaning(self.session.query.search, "", 0)
        self.count()

    @on(said.QueryTyped)
    def _query_typed(self, message: said.QueryTyped) -> None:
        from tui.library.query import QueryError, parse_unfinished

        try:
            search = parse_unfinished(message.query, datetime.now(UTC).astimezone().date())
        except QueryError as error:
            where = _(
                "{reason} · at “{place}”",
                reason=_(error.message),
                place=message.query[error.start : error.end],
            )
            told: list[Part] = [(visible(where), "bar--strong")]
            offered = self._offer(message.query, message.cursor)
            self.query_one("#meaning", Bar).set_parts(told, offered)
            return
        self.written = (search, _finished(message.query, search))
        self.session = transitions.searched(self.session, search)
        self._tell_meaning(search, message.query, message.cursor)

    def _tell_meaning(self, search: Search, typed: str, cursor: int) -> None:
        """Write what the query means, and what may be typed next."""
        from tui.library.query.meaning import meaning

        told = visible(meaning(search, language()))
        offered = self._offer(typed, cursor)
        self.query_one("#meaning", Bar).set_parts([(told, "bar--dim")], offered)

    def _offer(self, typed: str, cursor: int) -> list[Part]:
        """Let tab put in the first completion, and return how the first ones are shown."""
        from tui.library.query.complete import complete

        offered = complete(typed, cursor, self._values) if typed else []
        bar = self._query_bar()
        if bar is not None:
            bar.completion = offered[0] if offered else None
        texts = "  ".join(each.text for each in offered[:4])
        return [(f"{_('tab')} ", "bar--key"), (visible(texts), "bar--dim")] if offered else []

    def _values(self, field: str, typed: str) -> list[str]:
        """Return values of a field that begin with what was typed: what the list comes to."""
        if field in ("person", "by"):
            return [match.figure.name for match in self.library.match_figures(typed, 8)]
        facets = {"site": self.facets.sites, "lang": self.facets.languages}.get(field, ())
        folded = typed.casefold()
        return [each.value for each in facets if each.value.casefold().startswith(folded)]

    @on(said.RowsMoved)
    def _rows_moved(self, message: said.RowsMoved) -> None:
        self.list_pane.move_to(self.list_pane.cursor + message.rows)

    @on(said.QueryKept)
    def _query_kept(self, message: said.QueryKept) -> None:
        self._hide_query()
        if message.entered:
            self.show_pane("library")

    @on(said.QueryDropped)
    def _query_dropped(self) -> None:
        if self._before is not None:
            self.session = transitions.searched(self.session, self._before)
        self._hide_query()
        self.show_pane("library")

    def _hide_query(self) -> None:
        self.opening_search = False
        self._before = None
        for name in ("#query", "#meaning"):
            self.query_one(name).display = False
        self.place_panes()

    @property
    def typing_query(self) -> bool:
        """Whether the query line is open."""
        return self._before is not None

    # --- what is found ---------------------------------------------------------------------

    def look_up(self, query: Query) -> None:
        """Search for `query`; what is found comes as messages."""
        self._looking = True
        self._look_up(query, counted=self.counting)

    def look_again(self) -> None:
        """Search again for what the list shows, unless that is being done."""
        if not self._looking:
            self.look_up(self.session.query)

    @property
    def counting(self) -> bool:
        """Whether anybody sees what the list comes to."""
        return self.typing_query or self.session.facets_shown

    @work(thread=True, exclusive=True, group="search", exit_on_error=True)
    def _look_up(self, query: Query, *, counted: bool) -> None:
        worker = get_current_worker()
        for most in (FIRST, None):
            listing = self.library.listing(query, most)
            if worker.is_cancelled:
                return
            self.post_message(said.Found(query, listing, most is None or len(listing) < most))
            if most is not None and len(listing) < most:
                break
        if counted:
            self._count_in_thread(query)

    def count(self) -> None:
        """Count what the list comes to, where anybody sees it."""
        if self.counting and not self._looking:
            self._count(self.session.query)

    @work(thread=True, exclusive=True, group="count", exit_on_error=True)
    def _count(self, query: Query) -> None:
        self._count_in_thread(query)

    def _count_in_thread(self, query: Query) -> None:
        worker = get_current_worker()
        facets = self.library.facets(query, MOST)
        if not worker.is_cancelled:
            self.post_message(said.Counted(query, facets))

    @on(said.Found)
    def _found(self, message: said.Found) -> None:
        self._looking = not message.whole
        if message.query == self.session.query:
            self.show_found(message.listing, whole=message.whole)

    @abstractmethod
    def show_found(self, listing: Listing, *, whole: bool) -> None:
        """Show what a search found, `whole` or the first of it."""

    @abstractmethod
    def show_beside(self, name: str) -> None:
        """Show a pane beside the article, where there is room for one; the focus stays."""

    @abstractmethod
    def place_panes(self) -> None:
        """Display the panes that the width, the focus and the session ask for."""

    @on(said.Counted)
    def _counted(self, message: said.Counted) -> None:
        if message.query == self.session.query:
            self.facets = message.facets
            self.facets_pane.show_facets(message.facets)

    # --- facets ----------------------------------------------------------------------------

    def action_library_facets(self) -> None:
        """Show what the list comes to, or no longer."""
        shown = not (self.session.facets_shown and self.active == FACETS)
        self.session = transitions.with_facets(self.session, shown=shown)
        self.show_pane(FACETS if shown else "library")
        self.count()

    @on(said.FacetChosen)
    def _facet_chosen(self, message: said.FacetChosen) -> None:
        if message.kind == "figure":
            self.filter(transitions.added(self.session, message.facet.value))
        else:
            from tui.session.narrowing import narrowed, term_of

            self.filter(narrowed(self.session, term_of(message.kind, message.facet)))


def _finished(typed: str, search: Search) -> str:
    """Return what was typed so that it means `search` once nothing more is typed."""
    from tui.library.query import QueryError, parse
    from tui.library.query.unparse import unparse

    today = datetime.now(UTC).astimezone().date()
    for query in (typed, f"{typed}*"):
        try:
            if parse(query, today) == search:
                return query
        except QueryError:
            continue
    return unparse(search)
