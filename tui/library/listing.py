"""A query's articles as a sequence of rows that are fetched by the page, as they are looked at.

A listing holds a few pages of rows whatever the size of the library. Pages are let go when
something they show has changed: an article was read, or replaced by a newer version of itself.
"""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from sqlite3 import Connection
from typing import Final, NamedTuple, overload

from tui.library.connections import Connections
from tui.library.copies import Leads
from tui.library.interface import Listing, Query, Row
from tui.library.rows import rows
from tui.library.selection import Names, order_of
from tui.library.text import storable

PAGE: Final = 128
"""Rows fetched at once: more than a tall terminal shows, and well under a millisecond."""

_PAGES: Final = 16
"""Pages held."""


GONE: Final = Row("", "No longer found", None, None, read=True, matches=0)
"""What stands in place of an article that another program has taken out of a listing."""


class Changes(NamedTuple):
    """How often what a listing shows has changed, in this process."""

    rows: int = 0
    """An article was read, or replaced."""
    dates: int = 0
    """An article was replaced, perhaps by one with another date."""


class LazyListing(Listing):
    """The articles a query means, newest first."""

    def __init__(
        self,
        connections: Connections,
        query: Query,
        changes: Callable[[], Changes],
        names: Names,
        leads: Leads,
        most: int | None = None,
    ) -> None:
        """Settle which articles are meant; `changes` counts what happens to them from then on.

        `names` finds the figures that a typed name means, `leads` knows the copies; of a search
        only `most` are listed.
        """
        self._connections = connections
        self._changes = changes
        self._seen = self._ordered = changes()
        self._pages: OrderedDict[int, Sequence[Row]] = OrderedDict()
        with connections.read() as connection:
            self._order, self._figures = order_of(connection, query, names, leads, most)

    def __len__(self) -> int:
        return self._order.count

    @overload
    def __getitem__(self, index: int) -> Row: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Row]: ...
    def __getitem__(self, index: int | slice) -> Row | Sequence[Row]:
        if isinstance(index, slice):
            return tuple(self[place] for place in range(*index.indices(len(self))))
        place = index + len(self) if index < 0 else index
        if not 0 <= place < len(self):
            raise IndexError("no such row")
        page, offset = divmod(place, PAGE)
        return self._page(page)[offset]

    def position(self, article_id: str) -> int | None:
        """Return where an article stands in the list, or None where the query leaves it out."""
        with self._connections.read() as connection:
            self._refresh_order(connection)
            found = connection.execute(
                "SELECT key FROM article WHERE id = ?", (storable(article_id),)
            ).fetchone()
            return None if found is None else self._order.place(connection, found[0])

    def _page(self, page: int) -> Sequence[Row]:
        changes = self._changes()
        if changes != self._seen:
            self._pages.clear()
            self._seen = changes
        held = self._pages.pop(page, None) or self._fetched(page)
        self._pages[page] = held
        while len(self._pages) > _PAGES:
            self._pages.popitem(last=False)
        return held

    def _fetched(self, page: int) -> Sequence[Row]:
        start = page * PAGE
        with self._connections.read() as connection:
            self._refresh_order(connection)
            stop = min(start + PAGE, len(self))
            keys = self._order.keys(connection, start, stop)
            found = rows(connection, keys, self._figures)
            return [*found, *[GONE] * (stop - start - len(found))]

    def _refresh_order(self, connection: Connection) -> None:
        changes = self._changes()
        if changes.dates != self._ordered.dates:
            self._order.refresh(connection)
        self._ordered = changes
