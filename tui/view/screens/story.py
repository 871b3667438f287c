"""A story: copies and follow-ups of an article as one thread, with what each of them quotes."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message

from tui.layout import visible
from tui.library.interface import LibraryError
from tui.library.stories import MOST, Carried, Telling, follows, story
from tui.model import Article, Span
from tui.reasons import worded
from tui.view.careful import CarefulLibrary
from tui.view.screens.figure_lists import how, in_quotes
from tui.view.screens.page import Destination, Page, PageBar, PageList
from tui.view.widgets.row_list import Part, cut, spread
from tui.words import _, day, ngettext


class StoryRow(NamedTuple):
    """An article of the story, or a quote of the article above."""

    telling: Telling
    carried: Carried | None
    """The quote; None for the article itself."""


class StoryList(PageList[StoryRow]):
    """Articles in the order of time, each over its quotes."""

    reading = True
    open_id: str | None = None
    """The article from which the story was asked for."""

    def lines(self, row: StoryRow, width: int) -> list[list[Part]]:
        """An article's date, outlet and title and how much it quotes; a quote and who has it."""
        if row.carried is None:
            article = row.telling.article
            mark = "▶ " if article.id == self.open_id else "● "
            return [
                spread(
                    [(mark, "row--accent"), (article.title or _("Untitled"), "row--strong")],
                    [(day(article.published) or _("no date"), "row--dim")],
                    width,
                ),
                [("  ", ""), (cut(f"{outlet(article)} · {_quotes(row.telling)}", width - 2), "")],
            ]
        said = row.carried.said
        who = said.quote.speaker or _("speaker not said")
        also = ", ".join(dict.fromkeys(map(outlet, row.carried.also)))
        where = _("also in {also}", also=also) if also else _("only here")
        aside = " · ".join(filter(None, (where, how(said))))
        return [
            [("    ", ""), (cut(in_quotes(said), width - 4), "row--quote")],
            [("    ", ""), (cut(f"{who} · {aside}", width - 4), "row--dim")],
        ]

    def empty_words(self) -> str:
        """Say that it is being read."""
        return _("Reading…") if self.reading else _("No article is open.")


class StoryScreen(Page):
    """Answers with a place in one of the story's articles."""

    OPENED_BY = "article.story"

    class Found(Message):
        """The story has been put together; `failure` where it could not be read."""

        def __init__(self, tellings: Sequence[Telling], failure: str = "") -> None:
            super().__init__()
            self.tellings = tellings
            self.failure = failure

    def __init__(self, library: CarefulLibrary, article_id: str) -> None:
        super().__init__()
        self._library = library
        self._article_id = article_id

    def compose(self) -> ComposeResult:
        """What the story comes to over its articles."""
        with Vertical():
            yield PageBar(id="story-title")
            yield StoryList(id="story")
            yield PageBar(id="story-status")

    def on_mount(self) -> None:
        """Begin to read."""
        self.query_one(StoryList).open_id = self._article_id
        self.shown.focus()
        self.query_one("#story-status", PageBar).set_parts(
            [(_("⏎ goes there   esc closes"), "bar--dim")]
        )
        self._read()

    @property
    def shown(self) -> PageList[Any]:
        """The list of articles and quotes."""
        return self.query_one(StoryList)

    @work(thread=True, exclusive=True, group="story", exit_on_error=True)
    def _read(self) -> None:
        ids = [self._article_id]
        for related in self._library.related(self._article_id):
            if follows(related) and related.target is not None and related.target.id not in ids:
                ids.append(related.target.id)
        try:
            found = list(self._library.portraits.corrected(ids[:MOST]))
        except LibraryError as error:
            self.post_message(self.Found((), worded(str(error))))
            return
        self.post_message(self.Found(story(found)))

    @on(Found)
    def _found(self, message: Found) -> None:
        rows = self.query_one(StoryList)
        rows.reading = False
        shown = [
            StoryRow(telling, carried)
            for telling in message.tellings
            for carried in (None, *telling.quotes)
        ]
        here = next(
            (n for n, row in enumerate(shown) if row.telling.article.id == self._article_id), 0
        )
        rows.show(shown, here)
        outlets = {outlet(telling.article) for telling in message.tellings}
        count = len(message.tellings)
        articles = ngettext("{n} article", "{n} articles", count)
        places = ngettext("{n} outlet", "{n} outlets", len(outlets))
        alone = _(" · nothing else in the library is on it") if count == 1 else ""
        self.query_one("#story-title", PageBar).set_parts(
            [(_("The story"), "bar--strong"), (alone, "bar--dim")],
            [
                (
                    f"{articles} · {places}",
                    "bar--dim",
                )
            ],
        )
        if message.failure:
            self.query_one("#story-status", PageBar).set_parts(
                [(visible(message.failure), "bar--strong")]
            )

    def action_open(self) -> None:
        """Go to the article or quote under the cursor."""
        row = self.query_one(StoryList).current
        if row is None:
            return
        if row.carried is None:
            self.dismiss(Destination(row.telling.article.id))
            return
        said = row.carried.said
        self.dismiss(Destination(said.article.id, Span(said.quote.start, said.quote.end)))


def outlet(article: Article) -> str:
    """Return where an article appeared."""
    return article.site or article.source.path.rpartition("/")[2] or _("unknown outlet")


def _quotes(telling: Telling) -> str:
    alone = sum(not carried.also for carried in telling.quotes)
    whole = len(telling.quotes) + telling.repeated
    if not whole:
        return _("quotes nobody")
    quotes = ngettext("{n} quote", "{n} quotes", whole)
    here = ngettext("{n} only here", "{n} only here", alone)
    old = telling.repeated
    again = [ngettext("{n} of them from before", "{n} of them from before", old)] if old else []
    return ", ".join((quotes, here, *again))
