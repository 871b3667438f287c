"""What is laid over the panes: search line, figure picker, help, palette, and the way back out.

The widgets for these are imported when they are first asked for, not before the first paint.
"""

from abc import abstractmethod
from typing import TYPE_CHECKING, cast

from textual import on

from tui.session import Session
from tui.session import state as transitions
from tui.session.actions import FACETS, scope_of
from tui.view import messages as said
from tui.view.screens.stepping import Stepping

if TYPE_CHECKING:
    from tui.view.screens.reader import ReaderScreen
    from tui.view.widgets.find_bar import FindBar


class Overlays(Stepping):
    """The part of the reader that asks something and puts the panes back."""

    opening_search = False
    """Whether the search line has been asked for and has not got the focus yet."""

    _found_from = 0
    """Where the reader was when the search began."""

    @abstractmethod
    def filter(self, session: Session) -> None:
        """Filter the list, the quotes and the marks."""

    def action_figure_filter(self) -> None:
        """Choose a figure of the library to filter by."""
        from tui.view.screens.picker import FigurePicker

        self.app.push_screen(FigurePicker(self.library), self._figure_picked)

    def _figure_picked(self, figure_id: str | None) -> None:
        if figure_id is not None:
            self.filter(transitions.chosen(self.session, figure_id))

    def action_article_find(self) -> None:
        """Find words in the article."""
        if self.body.article is None:
            return
        self.reveal()
        self._found_from = max(0, self.body.top)
        self.opening_search = True
        bar = self._search_bar()
        if bar is None:
            from tui.view.widgets.find_bar import FindBar

            self.mount(FindBar(self.session.search), before="#status")
        else:
            bar.reopen(self.session.search)

    def _search_bar(self) -> "FindBar | None":
        for bar in self.query("#find"):
            return bar  # type: ignore[return-value]  # the only widget of that id
        return None

    @on(said.SearchOpened)
    def _search_opened(self) -> None:
        self.opening_search = False

    @on(said.SearchTyped)
    def _search_typed(self, message: said.SearchTyped) -> None:
        if message.words == self.session.search:
            return
        self.session = self.session._replace(search=message.words)
        hits = self.body.marking.hits
        after = [hit for hit in hits if hit.start >= self._found_from] or list(hits)
        if after:
            self.body.jump(after[0])
        else:
            self.body.go_to(self._found_from)
        self.show_status()

    @on(said.SearchKept)
    def _search_kept(self, message: said.SearchKept) -> None:
        self.hide_search()
        if message.entered:
            if self.here and self._found_from != self.body.top:
                self.session = transitions.left(
                    self.session, self.here._replace(offset=self._found_from)
                )
            self.show_pane("article")

    @on(said.SearchDropped)
    def _search_dropped(self) -> None:
        self.session = self.session._replace(search="")
        self.body.go_to(self._found_from)
        self.hide_search()
        self.show_pane("article")

    def hide_search(self) -> None:
        """Put the search line away; the search itself is the session's."""
        self.opening_search = False
        bar = self._search_bar()
        if bar is not None:
            bar.display = False

    @on(said.LinkClicked)
    def _link_clicked(self, message: said.LinkClicked) -> None:
        from tui.view.doing.linking import follow

        follow(cast("ReaderScreen", self), message.url)

    def action_app_palette(self) -> None:
        """Open the command palette."""
        self.app.action_command_palette()

    def action_app_help(self) -> None:
        """Show the keys of the pane that has the focus."""
        from tui.view.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(scope_of(self.active)))

    def action_app_back(self) -> None:
        """Go back one level; leave the reader from the top."""
        if not self._one_level_back():
            self.app.exit()

    def action_app_leave(self) -> None:
        """Go back one level and never leave the reader."""
        self._one_level_back()

    def action_app_quit(self) -> None:
        """Leave the reader."""
        self.app.exit()

    def _one_level_back(self) -> bool:
        """Undo the innermost of selection, search, lone pane, pane and filter; False at the top."""
        if self.body.selected:
            self.clear_selection()
        elif self.session.search:
            self.session = self.session._replace(search="")
            self.hide_search()
        elif self.session.body_only:
            self.session = self.session._replace(body_only=False)
        elif self.active == FACETS:
            self.session = transitions.with_facets(self.session, shown=False)
            self.show_pane("library")
        elif self.active in ("people", "quotes", "related"):
            self.show_pane("article")
        elif self.active == "article":
            self.show_pane("library")
        elif self.session.filtered:
            self.action_figure_clear()
        else:
            return False
        return True
