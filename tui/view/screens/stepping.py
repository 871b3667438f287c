"""The reader's keys: stepping through articles, quotes, mentions, headings and hits.

Every method here answers one action of the registry. They read the session, and end in a jump of
the body or a new session; what is shown follows from that.
"""

from abc import abstractmethod
from collections.abc import Sequence
from typing import Final

from textual.reactive import reactive
from textual.screen import Screen

from tui.model import Span
from tui.session import Place, Session
from tui.session import state as transitions
from tui.session.actions import FACETS, PANES
from tui.session.journal import Before, ReadWas
from tui.session.steps import heading_starts, mention_spans, shown_quotes, step
from tui.view.careful import CarefulLibrary
from tui.view.keys import told
from tui.view.panes.facets import FacetsPane
from tui.view.panes.library import LibraryPane
from tui.view.panes.people import PeoplePane
from tui.view.panes.quotes import QuotesPane
from tui.view.panes.related import RelatedPane
from tui.view.themes import THEMES
from tui.view.widgets.article_body import ArticleBody
from tui.words import N_, _, after_colon, ngettext

NO_MORE: Final = {
    ("quote", 1): N_("No quote after this"),
    ("quote", -1): N_("No quote before this"),
    ("mention", 1): N_("No mention after this"),
    ("mention", -1): N_("No mention before this"),
    ("heading", 1): N_("No heading after this"),
    ("heading", -1): N_("No heading before this"),
    ("article", 1): N_("No article after this"),
    ("article", -1): N_("No article before this"),
    ("unread", 1): N_("No unread article after this"),
    ("unread", -1): N_("No unread article before this"),
}
"""What is said at either end, by what is stepped through and the direction."""

AGAIN: Final = {
    ("hit", 1): N_("From the first hit again"),
    ("hit", -1): N_("From the last hit again"),
    ("mention", 1): N_("From the first mention again"),
    ("mention", -1): N_("From the last mention again"),
}


def told_place(name: str, at: int, count: int) -> str:
    """Say which of `count` hits or mentions is the one `at`, from 1; with 0 how many there are."""
    if at:
        if name == "hit":
            return _("hit {n} of {count}", n=at, count=count)
        return _("mention {n} of {count}", n=at, count=count)
    if name == "hit":
        return ngettext("{n} hit", "{n} hits", count)
    return ngettext("{n} mention", "{n} mentions", count)


class Stepping(Screen[None]):
    """The part of the reader that moves through what is open."""

    session: reactive[Session]
    library: CarefulLibrary
    active: str
    """The pane that has the focus."""

    @property
    def list_pane(self) -> LibraryPane:
        """The library pane."""
        return self.query_one("#library", LibraryPane)

    @property
    def body(self) -> ArticleBody:
        """The article pane."""
        return self.query_one("#article", ArticleBody)

    @property
    def people_pane(self) -> PeoplePane:
        """The people pane."""
        return self.query_one("#people", PeoplePane)

    @property
    def quotes_pane(self) -> QuotesPane:
        """The quotes pane."""
        return self.query_one("#quotes", QuotesPane)

    @property
    def related_pane(self) -> RelatedPane:
        """The related pane."""
        return self.query_one("#related", RelatedPane)

    @property
    def facets_pane(self) -> FacetsPane:
        """The facets pane."""
        return self.query_one(f"#{FACETS}", FacetsPane)

    @property
    @abstractmethod
    def here(self) -> Place | None:
        """Where the reader is, to come back to."""

    @property
    @abstractmethod
    def names(self) -> dict[str, str]:
        """The open article's names by figure id."""

    @abstractmethod
    def show_pane(self, name: str) -> None:
        """Give a pane the focus."""

    def reveal(self) -> None:
        """Bring the article to the screen where there is room for one pane only."""
        if not self.body.display:
            self.show_pane("article")

    @abstractmethod
    def show_status(self, notice: str = "") -> None:
        """Write the status line, with a notice in place of the hints."""

    @abstractmethod
    def did(self, told: str, *before: Before) -> None:
        """Remember what was done, to be taken back, and say so."""

    @abstractmethod
    def open(self, article_id: str) -> None:
        """Open an article; the place left goes into the history."""

    @abstractmethod
    def move_list_cursor(self) -> None:
        """Put the list's cursor on the open article."""

    @abstractmethod
    def set_read(self, article_id: str, read: bool) -> bool:
        """Mark an article read or unread, where the library can be written."""

    @property
    def chosen_names(self) -> list[str]:
        """The names that the filter's figures have in the open article."""
        return [self.names[f] for f in self.session.query.include if f in self.names]

    # --- hits and mentions -----------------------------------------------------------------

    def hits(self) -> tuple[Sequence[Span], str]:
        """Return what `n` steps through, and its name: search hits, else the chosen's mentions."""
        if self.session.search:
            return self.body.marking.hits, "hit"
        article = self.body.article
        return (mention_spans(article, self.chosen_names) if article else []), "mention"

    def where(self) -> str:
        """Say which of the hits or mentions the last jump led to."""
        spans, name = self.hits()
        if not spans:
            words = self.session.search
            return _("no hit for “{words}”", words=words) if words else ""
        target = self.body.marking.target
        number = spans.index(target) + 1 if target in spans else 0
        return told_place(name, number, len(spans))

    def _step_hits(self, direction: int) -> None:
        spans, name = self.hits()
        if not spans:
            finds = told(self, "article.find", _("finds words"))
            chooses = told(self, "figure.filter", _("chooses a figure"))
            how = ", ".join(filter(None, (finds, chooses)))
            self.show_status(self.where() or _("Nothing to step through") + after_colon(how))
            return
        index = step([s.start for s in spans], self.body.reading_offset, direction)
        wrapped = index is None
        if index is None:
            index = 0 if direction > 0 else len(spans) - 1
        self.reveal()
        self.body.jump(spans[index])
        self.show_status(_(AGAIN[name, direction]) if wrapped and len(spans) > 1 else "")

    def action_article_next_hit(self) -> None:
        """Go to the next hit, or mention of the chosen figure, from the first again at the end."""
        self._step_hits(1)

    def action_article_previous_hit(self) -> None:
        """Go to the hit or mention before, from the last again at the beginning."""
        self._step_hits(-1)

    # --- quotes, mentions, headings --------------------------------------------------------

    def _step_to(self, spans: Sequence[Span], direction: int, name: str) -> None:
        index = step([s.start for s in spans], self.body.reading_offset, direction)
        if index is None:
            self.show_status(_(NO_MORE[name, direction]))
            return
        self.reveal()
        self.body.jump(spans[index])
        self.show_status()

    def _step_quotes(self, direction: int) -> None:
        if article := self.body.article:
            quotes = shown_quotes(article, self.session.query, self.names)
            spans = sorted({(q.start, q.end) for _, q in quotes})
            self._step_to([Span(*span) for span in spans], direction, "quote")

    def action_article_next_quote(self) -> None:
        """Go to the next quote that the filter leaves."""
        self._step_quotes(1)

    def action_article_previous_quote(self) -> None:
        """Go to the quote before."""
        self._step_quotes(-1)

    def _step_mentions(self, direction: int) -> None:
        if article := self.body.article:
            names = self.chosen_names
            if not names:
                chooses = told(self, "figure.filter", _("chooses one"))
                self.show_status(_("No figure is chosen") + after_colon(chooses))
                return
            self._step_to(mention_spans(article, names), direction, "mention")

    def action_article_next_mention(self) -> None:
        """Go to the next mention of the chosen figure."""
        self._step_mentions(1)

    def action_article_previous_mention(self) -> None:
        """Go to the mention before."""
        self._step_mentions(-1)

    def _step_headings(self, direction: int) -> None:
        if article := self.body.article:
            starts = heading_starts(article)
            ends = {block.start: block.end for block in article.blocks}
            self._step_to([Span(s, ends[s]) for s in starts], direction, "heading")

    def action_article_next_heading(self) -> None:
        """Go to the next heading."""
        self._step_headings(1)

    def action_article_previous_heading(self) -> None:
        """Go to the heading before."""
        self._step_headings(-1)

    # --- articles and history --------------------------------------------------------------

    def _step_articles(self, direction: int, unread: bool = False) -> None:
        rows = self.list_pane.rows
        here = self.list_pane.position_of(self.session.article_id)
        index = (self.list_pane.cursor if here is None else here) + direction
        while 0 <= index < len(rows) and unread and rows[index].read:
            index += direction
        if not 0 <= index < len(rows):
            kind = "unread" if unread else "article"
            self.show_status(_(NO_MORE[kind, direction]))
            return
        self.open(rows[index].id)
        if self.active != "library":
            self.reveal()

    def action_library_next(self) -> None:
        """Open the next article of the list."""
        self._step_articles(1)

    def action_library_previous(self) -> None:
        """Open the article before."""
        self._step_articles(-1)

    def action_library_next_unread(self) -> None:
        """Open the next article that has not been read."""
        self._step_articles(1, unread=True)

    def action_library_previous_unread(self) -> None:
        """Open the unread article before."""
        self._step_articles(-1, unread=True)

    def action_library_toggle_read(self) -> None:
        """Mark the article under the list's cursor, or the open one, read or unread."""
        row = self.list_pane.current
        if self.active != "library" or row is None:
            position = self.list_pane.position_of(self.session.article_id)
            row = None if position is None else self.list_pane.rows[position]
        if row is not None and self.set_read(row.id, not row.read):
            told = f"{'Unread' if row.read else 'Read'}: {row.title}"
            self.did(told, ReadWas((row.id,), row.read))

    def _travel(self, moved: tuple[Session, Place] | None, end: str) -> None:
        if moved is None:
            self.show_status(end)
            return
        self.session, place = moved
        self.body.go_to(place.offset)
        self.move_list_cursor()

    def action_history_back(self) -> None:
        """Return to the place before, in whichever article it is."""
        if here := self.here:
            self._travel(transitions.gone_back(self.session, here), _("Nothing to go back to"))

    def action_history_forward(self) -> None:
        """Go forward again."""
        if here := self.here:
            self._travel(
                transitions.gone_forward(self.session, here), _("Nothing to go forward to")
            )

    # --- panes and looks -------------------------------------------------------------------

    def _step_panes(self, direction: int, around: bool) -> None:
        panes = (*PANES[:2], FACETS) if self.session.facets_shown else PANES
        index = (panes.index(self.active) if self.active in panes else 0) + direction
        if around:
            index %= len(panes)
        if 0 <= index < len(panes):
            self.show_pane(panes[index])

    def action_pane_next(self) -> None:
        """Go to the next pane, from the first again after the last."""
        self._step_panes(1, around=True)

    def action_pane_previous(self) -> None:
        """Go to the pane before."""
        self._step_panes(-1, around=True)

    def action_pane_parent(self) -> None:
        """Go to the pane to the left."""
        self._step_panes(-1, around=False)

    def action_pane_child(self) -> None:
        """Go to the pane to the right."""
        self._step_panes(1, around=False)

    def action_pane_library(self) -> None:
        """Go to the library."""
        self.show_pane("library")

    def action_pane_article(self) -> None:
        """Go to the article."""
        self.show_pane("article")

    def action_pane_people(self) -> None:
        """Go to the people."""
        self.show_pane("people")

    def action_pane_quotes(self) -> None:
        """Go to the quotes."""
        self.show_pane("quotes")

    def action_pane_related(self) -> None:
        """Go to the related pieces."""
        self.show_pane("related")

    def action_view_quotes(self) -> None:
        """Show or hide the quote marks in the body."""
        shown = not self.session.quotes_shown
        self.session = self.session._replace(quotes_shown=shown)
        self.show_status(_("Quotes marked") if shown else _("Quotes not marked"))

    def action_view_body_only(self) -> None:
        """Show only the article, or everything again."""
        body_only = not self.session.body_only
        self.session = self.session._replace(body_only=body_only)
        self.show_pane("article")

    def action_figure_clear(self) -> None:
        """Clear the filter."""
        self.session = transitions.cleared(self.session)
        self.move_list_cursor()

    def action_view_theme(self) -> None:
        """Go on to the next theme: ours, then the user's own."""
        names = [theme.name for theme in getattr(self.app, "themes", THEMES)]
        index = names.index(self.app.theme) if self.app.theme in names else -1
        self.app.theme = names[(index + 1) % len(names)]
