"""The reader: panes around one session.

The screen owns the session. Panes post what the reader chose, keys call actions; both end in a
new session, and `watch_session` shows what follows from the difference.
"""

from functools import partial
from typing import ClassVar

from rich.cells import cell_len
from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.reactive import reactive
from textual.widget import Widget

from tui.layout import visible
from tui.library.interface import Appearance, Library, Listing, Query
from tui.library.query.asked import EVERYTHING
from tui.model import Article, Span
from tui.session import Place, Session
from tui.session import state as transitions
from tui.session.actions import FACETS, PANES
from tui.session.arrangement import SIDE, size_name, visible_panes
from tui.session.find import find
from tui.session.steps import shown_quotes
from tui.settings.values import DEFAULTS, Settings
from tui.view import messages as said
from tui.view.careful import CarefulLibrary
from tui.view.compositor import BandCompositor
from tui.view.doing import Doing
from tui.view.keys import bindings, runner
from tui.view.panes.facets import FacetsPane
from tui.view.panes.library import LibraryPane
from tui.view.panes.people import PeoplePane
from tui.view.panes.quotes import QuotesPane
from tui.view.panes.related import RelatedPane, not_in_library
from tui.view.screens.arrivals import Arrivals, Feed
from tui.view.status import CLEARS, SEARCH, byline, chips, hints, write_titles
from tui.view.widgets.article_body import ArticleBody
from tui.view.widgets.bar import Bar
from tui.view.widgets.marks import Marking
from tui.view.widgets.row_list import Part
from tui.words import _


class ReaderScreen(Arrivals, Doing):
    """The library, the article, its people, its quotes and what is related."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("everywhere")]
    AUTO_FOCUS = ""

    session: reactive[Session] = reactive(Session(), init=False)

    def __init__(
        self,
        library: Library,
        feed: Feed | None = None,
        alone: bool = False,
        settings: Settings = DEFAULTS,
    ) -> None:
        """`alone`: a single input was named, so the article rather than the list is meant."""
        super().__init__(library, feed)
        self._compositor = BandCompositor()
        self._settings = settings
        self.library = CarefulLibrary(library, self._tell)
        self.touched = False
        """Whether the reader has pressed or clicked anything yet."""
        self._alone = alone
        # `begun`: whether what stands beside the article has been shown, after the first paint.
        self._resumed = self.begun = False
        self._cast: list[Appearance] = []
        self.active = "library"
        self._side = "library"
        self._read_to_end = False
        self._notice = ""
        self._listed = Query()
        """What the list shows the articles of."""
        self._partial = False
        """Whether the list shows only the first of them."""

    def compose(self) -> ComposeResult:
        """Lay the panes out."""
        self.add_class(f"-{size_name(self.app.size.width)}", update=False)
        yield Bar(id="chips")
        yield Bar(id="tabs")
        with Horizontal(id="columns"):
            yield LibraryPane(id="library", classes="pane")
            yield ArticleBody(
                self._settings.measure, self._settings.justify, id="article", classes="pane"
            )
            with Vertical(id="side"):
                yield PeoplePane(id="people", classes="pane")
                yield QuotesPane(id="quotes", classes="pane")
                yield RelatedPane(id="related", classes="pane")
                yield FacetsPane(id=FACETS, classes="pane")
        yield Bar(id="status")

    def update_node_styles(self, animate: bool = True) -> None:
        """Style everything anew; what is about to be painted first was styled when mounted."""
        if self._resumed:
            super().update_node_styles(animate)
        self._resumed = True

    def on_mount(self) -> None:
        """Show what the library holds, and begin to read the inputs."""
        if self._alone:
            self.active = "article"
        self.take_ready()
        self.list_pane.reading = self.reading
        self.show_listing()
        self._open_top()
        self.show_pane(self.active)
        self.call_after_refresh(self._begin)
        if self.feed is not None:
            self.call_after_refresh(self.read, self.feed)

    def on_unmount(self) -> None:
        """Let the inputs go: a worker that waits for the next one would keep the program alive."""
        if self.feed is not None:
            self.feed.stop()

    def on_resize(self) -> None:
        """Show the panes that there is room for."""
        self.place_panes()

    def place_panes(self) -> None:
        """Display the panes that the width, the focus and the session ask for."""
        width = self.app.size.width
        shown = visible_panes(
            width,
            "library" if self.typing_query else self.active,
            self._side,
            body_only=self.session.body_only and not self.typing_query,
            facets=self.counting,
        )
        size = size_name(width)
        if not self.has_class(f"-{size}"):
            self.remove_class("-wide", "-medium", "-small").add_class(f"-{size}")
        beside = shown & SIDE
        for name in (*PANES, FACETS):
            _display(self.query_one(f"#{name}"), name in (shown if self.begun else shown - beside))
        _display(self.query_one("#side"), bool(beside))
        _display(self.query_one("#tabs"), size != "wide" and not self.session.body_only)
        self.show_status()

    def show_pane(self, name: str) -> None:
        """Give a pane the focus, bringing it to the screen where it is not there."""
        if self.session.body_only and name != "article":
            self.session = self.session._replace(body_only=False)
        if name in ("people", "quotes", "related") and self.session.facets_shown:
            self.session = transitions.with_facets(self.session, shown=False)
        self.active = name
        if name != "article":
            self._side = name
        self.place_panes()
        self.set_focus(self.query_one(f"#{name}"), scroll_visible=False)

    def show_beside(self, name: str) -> None:
        """Show a pane beside the article, where there is room for one; the focus stays."""
        self._side = name
        self.place_panes()

    @property
    def pane_of_keys(self) -> str:
        """The pane whose actions keys mean; "" where something is typed in or lies over it."""
        if not self.is_active:
            return ""
        name = self.active if self.focused is None else self.focused.id
        return name if name in (*PANES, FACETS) else ""

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Follow the focus that a click moved."""
        name = event.widget.id
        if name in (*PANES, FACETS) and name != self.active:
            self.show_pane(name)

    # --- from the session to the panes -----------------------------------------------------

    def watch_session(self, old: Session, new: Session) -> None:
        """Show what differs."""
        if old.query != new.query:
            self.show_listing()
        if old.article_id != new.article_id:
            self.hide_search()
            self._show_article()
        elif (old.query, old.search, old.quotes_shown) != (
            new.query,
            new.search,
            new.quotes_shown,
        ):
            self._show_marks()
        if (old.body_only, old.facets_shown) != (new.body_only, new.facets_shown):
            self.place_panes()
        self.show_status()

    def show_listing(self) -> None:
        """Show the articles that the filter leaves, with the cursor on the open one.

        What a search leaves is shown when it has been found.
        """
        pane, query = self.list_pane, self.session.query
        pane.filtered, pane.named_inputs = self.session.filtered, self.feed is not None
        if query.searches:
            self.look_up(query)
            return
        pane.load(partial(self.library.listing, query))
        pane.move_to(pane.position_of(self.session.article_id) or 0)
        self._partial = False
        self.count()

    def show_found(self, listing: Listing, *, whole: bool) -> None:
        """Show what a search found, `whole` or the first of it."""
        pane, query = self.list_pane, self.session.query
        if query == self._listed:
            pane.replace_rows(listing)
        else:
            pane.load(lambda: listing)
            pane.move_to(0)
        self._listed, self._partial = query, not whole
        self.show_status(self._notice)

    def _show_article(self, offset: int = 0) -> None:
        """Show the open article in every pane."""
        article_id = self.session.article_id
        article = self.library.article(article_id) if article_id else None
        self._cast = list(self.library.appearances(article_id)) if article_id else []
        self.read_highlights(article)
        self._read_to_end = False
        self.list_pane.open_id = article_id
        self.list_pane.repaint()
        self.body.show(article, self._byline(article), self._marking(article), offset)
        self.people_pane.query_shown = self.session.query
        self.people_pane.show(self._cast)
        self._show_quotes(article)
        if self.begun:
            self._show_related()

    def _byline(self, article: Article | None) -> str:
        return byline(article, self.library.tags(article.id)) if article else ""

    def show_tags(self) -> None:
        """Show what the open article is filed under by now; the words on top stay there."""
        self.body.byline = self._byline(self.body.article)

    def _show_related(self) -> None:
        article_id = self.session.article_id
        self.related_pane.show(list(self.library.related(article_id)) if article_id else [])

    def _begin(self) -> None:
        """Show what stands beside the first article, once that itself has been painted."""
        self.begun, notice = True, self._notice
        self._show_related()
        self.place_panes()
        if notice:
            self.show_status(notice)

    def show_corrected(self) -> None:
        """Show everything anew: what articles hold, or what is marked in them, has changed."""
        self.session = transitions.followed(self.session, self.library.figure_now)
        self.list_pane.reload()
        self.count()
        self._show_article(max(0, self.body.top))
        self.show_status()

    def _show_marks(self) -> None:
        """Show the same article under another filter or search."""
        self.body.mark(self._marking(self.body.article))
        self.people_pane.query_shown = self.session.query
        self.people_pane.repaint()
        self._show_quotes(self.body.article)

    def _show_quotes(self, article: Article | None) -> None:
        pane = self.quotes_pane
        pane.text = article.text if article else ""
        pane.language = article.language if article else None
        pane.filtered = self.session.filtered
        pane.show(shown_quotes(article, self.session.query, self.names) if article else ())

    @property
    def names(self) -> dict[str, str]:
        """The open article's names by figure id."""
        return {a.figure.id: a.name for a in self._cast}

    def _marking(self, article: Article | None) -> Marking:
        if article is None:
            return Marking()
        session = self.session
        quotes = shown_quotes(article, session.query, self.names) if session.quotes_shown else []
        return Marking(
            chosen=frozenset(self.chosen_names),
            quotes=frozenset(index for index, _ in quotes),
            hits=tuple(find(article.text, session.search)),
            highlights=self.highlights,
            target=self.body.marking.target if self.body.article is article else None,
        )

    def show_status(self, notice: str = "") -> None:
        """Write the chips, the tabs and the status line."""
        figures = {
            figure: self.library.figure(figure)
            for figure in (*self.session.query.include, *self.session.query.exclude)
        }
        count, total = len(self.list_pane.rows), len(self.library)
        more, keymap = "+" if self._partial else "", self._settings.keymap
        self.query_one("#chips", Bar).set_parts(
            *chips(self.session.query, figures, f"{count}{more}", total, self.reading, keymap)
        )
        counts = {
            "library": count,
            "people": len(self.people_pane.rows),
            "quotes": len(self.quotes_pane.rows),
            "related": len(self.related_pane.rows),
        }
        write_titles(self, counts, self.active, keymap)
        self._notice = notice
        self.show_progress()

    def show_progress(self) -> None:
        """Write how far the reader is, and which hit the last jump led to."""
        where = visible("  ".join(filter(None, (self.fetching, self.where()))))
        progress = self.body.progress
        right: list[Part] = [
            (where, "bar--strong"),
            ("  " if where else "", ""),
            (progress, "bar--dim"),
        ]
        room = self.app.size.width - 3 - sum(cell_len(text) for text, _ in right)
        left = hints(self.active, room, self._settings.keymap)
        if self._notice:
            left = [(visible(self._notice), "bar--strong")]
        self.query_one("#status", Bar).set_parts(left, right)

    def _tell(self, notice: str) -> None:
        """Show what the library could not do, from wherever it was asked."""
        self.call_later(self.show_status, notice)

    # --- what the panes say ----------------------------------------------------------------

    @on(said.ArticleChosen)
    def _article_chosen(self, message: said.ArticleChosen) -> None:
        self.open(message.article_id)
        self.show_pane("article")

    @on(said.FigureChosen)
    def _figure_chosen(self, message: said.FigureChosen) -> None:
        if self.session.query.include == (message.figure_id,):
            self.run_worker(self.run_action("figure_page"))
            return
        self.filter(transitions.chosen(self.session, message.figure_id))

    @on(said.FigureAdded)
    def _figure_added(self, message: said.FigureAdded) -> None:
        self.filter(transitions.added(self.session, message.figure_id))

    @on(said.FigureExcluded)
    def _figure_excluded(self, message: said.FigureExcluded) -> None:
        self.filter(transitions.excluded(self.session, message.figure_id))

    @on(said.PersonClicked)
    def _person_clicked(self, message: said.PersonClicked) -> None:
        for appearance in self._cast:
            if appearance.name != message.name:
                continue
            if self.session.query.include == (appearance.figure.id,):
                self.action_article_next_mention()
            else:
                self.post_message(said.FigureChosen(appearance.figure.id))

    @on(said.QuoteChosen)
    def _quote_chosen(self, message: said.QuoteChosen) -> None:
        article = self.body.article
        if article is None or message.quote not in article.quotes:
            return
        if here := self.here:
            self.session = transitions.left(self.session, here)
        self.reveal()
        self.body.jump(Span(message.quote.start, message.quote.end))

    @on(said.QuoteClicked)
    def _quote_clicked(self, message: said.QuoteClicked) -> None:
        speaker = message.quote.speaker
        self.quotes_pane.select(message.quote)
        reported = message.quote.kind == "indirect"
        how = _("Reported of {name}") if reported else _("Said by {name}")
        self.show_status(how.format(name=speaker) if speaker else _("Speaker not said"))

    @on(said.RelatedChosen)
    def _related_chosen(self, message: said.RelatedChosen) -> None:
        target = message.related.target
        if target is None:
            self.show_status(not_in_library(self, message.related))
            return
        self.open(target.id)
        self.show_pane("article")

    @on(said.PartChosen)
    async def _part_chosen(self, message: said.PartChosen) -> None:
        if message.bar == "tabs":
            self.show_pane(message.value)
        elif message.bar == "status" or message.value == CLEARS:
            if run := runner(message.value, self.focused, self):
                await run()
        elif message.value == SEARCH:
            self.session = transitions.searched(self.session, EVERYTHING)
        else:
            self.filter(transitions.without(self.session, message.value))

    @on(said.BodyScrolled)
    def _body_scrolled(self) -> None:
        if self.touched and self.body.seen >= 1.0 and not self._read_to_end:
            self._read_to_end = True
            if self._settings.mark_read == "end":
                self.mark_read(True)
        self.show_progress()

    # --- opening and filtering -------------------------------------------------------------

    @property
    def here(self) -> Place | None:
        """Where the reader is, to come back to."""
        article_id = self.session.article_id
        return Place(article_id, max(0, self.body.top)) if article_id else None

    def open(self, article_id: str) -> None:
        """Open an article as it was asked for; the place left goes into the history."""
        self._show(article_id)
        if self._settings.mark_read == "open":
            self.mark_read(True)

    def _show(self, article_id: str) -> None:
        if article_id != self.session.article_id:
            self.session = transitions.opened(self.session, article_id, self.here)
        self.move_list_cursor()

    def move_list_cursor(self) -> None:
        """Put the list's cursor on the open article, where the filter leaves it."""
        position = self.list_pane.position_of(self.session.article_id)
        if position is not None:
            self.list_pane.move_to(position)

    def filter(self, session: Session) -> None:
        """Filter the list, the quotes and the marks; open the first match if this is none."""
        self.session = session
        rows = self.list_pane.rows
        if session.query.searches:
            return
        if not rows:
            self.show_status(_("No article is left"))
            return
        if self.list_pane.position_of(self.session.article_id) is None:
            self._show(rows[0].id)
        self.move_list_cursor()

    def _open_top(self) -> None:
        """Open the newest article, as long as the reader has not chosen one."""
        rows = self.list_pane.rows
        if rows and not self.touched:
            article_id = rows[0].id
            if article_id != self.session.article_id:
                self.session = transitions.opened(self.session, article_id, None)
            self.list_pane.move_to(0)

    def show_arrivals(self) -> None:
        """Show that the library holds more than before; nothing the reader looks at moves."""
        self.list_pane.reading = self.reading
        if self.session.query.searches:
            self.look_again()
        else:
            self.list_pane.reload()
            self.count()
        if not self.touched:
            self.list_pane.move_to(0)
            self._open_top()
        article_id = self.session.article_id
        if article_id is not None and self.body.article is not None:
            self._cast = list(self.library.appearances(article_id))
            self.people_pane.update_rows(self._cast)
            self.related_pane.update_rows(list(self.library.related(article_id)))
        self.show_status(self._notice)


def _display(widget: Widget, shown: bool) -> None:
    """Show or hide a widget; one that is so already costs nothing."""
    if widget.display != shown:
        widget.display = shown
