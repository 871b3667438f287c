"""Views and watches in the reader: saving the list, opening what was saved."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from tui.library.interface import Query, View
from tui.library.query.asked import Search
from tui.session import state as transitions
from tui.session.journal import ViewWas
from tui.view.keys import told
from tui.view.screens.searching import Searching
from tui.words import _, after_colon

if TYPE_CHECKING:
    from tui.view.screens.views import Kept


class Keeping(Searching):
    """The part of the reader that keeps what the user comes back to."""

    def action_library_views(self) -> None:
        """Show the saved views and the watched figures."""
        from tui.view.screens.views import ViewsScreen

        self.app.push_screen(ViewsScreen(self.library), self._kept_chosen)

    def _kept_chosen(self, kept: "Kept | None") -> None:
        if kept is None:
            return
        if not isinstance(kept, View):
            self.library.looked_at(figure=kept.id)
            self.session = transitions.cleared(self.session)
            self.filter(transitions.chosen(self.session, kept.figure.id))
            self.show_pane("library")
            return
        from tui.library.query import QueryError, parse

        try:
            search = parse(kept.query, datetime.now(UTC).astimezone().date())
        except QueryError as error:
            self.show_status(f"{kept.name}: {error.message}")
            return
        self.library.looked_at(view=kept.name)
        self.written = (search, kept.query)
        self.session = transitions.searched(transitions.cleared(self.session), search)
        self.show_pane("library")

    def action_library_save_view(self) -> None:
        """Save what the list shows under a name."""
        if not self.session.filtered:
            self.show_status(_("The list shows everything: search or filter first"))
            return
        from tui.view.screens.views import NameScreen

        query = self._as_query(self.session.query)
        self.app.push_screen(NameScreen(query), lambda name: self._named(name, query))

    def _named(self, name: str | None, query: str) -> None:
        if name is None:
            return
        name = " ".join(name.split())
        was = {view.name: view.query for view in self.library.views()}
        if self.library.save_view(name, query):
            opens = told(self, "library.views", _("opens it"))
            self.did(
                _("Saved as “{name}”", name=name) + after_colon(opens),
                ViewWas(name, was.get(name)),
            )

    def _as_query(self, query: Query) -> str:
        """Return a query in words that means what the list shows, figures by their names."""
        parts = []
        for ids, sign in ((query.include, ""), (query.exclude, "-")):
            for id_ in ids:
                figure = self.library.figure(id_)
                name = (figure.name if figure else id_).replace('"', " ")
                parts.append(f'{sign}person:"{name}"')
        searched = self.as_typed(query.search)
        if parts and (" OR " in searched or " OU " in searched):
            searched = f"({searched})"
        return " ".join([*parts, searched] if searched else parts)

    def as_typed(self, search: Search) -> str:
        """Return what was typed to search for `search`, else a query that means it."""
        from tui.library.query.unparse import unparse

        found, typed = self.written
        return typed if found == search else unparse(search)
