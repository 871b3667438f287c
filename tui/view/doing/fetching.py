"""Asking the web from the reader: the feeds for what is new, and a piece that a page only names.

Threads ask, a child reads, and what comes of it is told to the reader as callbacks in its own
thread; nothing here waits. Nothing is asked for unless a key says so.
"""

import time
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from textual.worker import Worker, get_current_worker

from tui.intake_pool import Imported
from tui.library.feeds import Feed
from tui.library.interface import LibraryError, Ready
from tui.model import Article, Failure
from tui.reasons import worded
from tui.settings.values import DEFAULTS, Settings
from tui.view import messages as said
from tui.view.keys import told
from tui.words import _, after_colon, ngettext

if TYPE_CHECKING:
    from tui.fetch.refreshing import Refreshed
    from tui.view.screens.reader import ReaderScreen

REFRESH: Final = "refresh"
PIECE: Final = "piece"
TELL_EVERY: Final = 0.1
"""Seconds between two words on how far it is: more often nobody can read them."""


def feeds_refresh(reader: "ReaderScreen") -> None:
    """Ask the feeds that are followed for what is new, while the reader goes on."""
    if _is_under_way(reader, REFRESH):
        reader.show_status(_("The feeds are being asked already"))
        return
    feeds = [feed for feed in _followed(reader) if not feed.gone]
    if not feeds:
        reader.show_status(_("No feed is followed: `broadsheet follow URL` follows one"))
        return
    reader.unfetched.clear()
    refresh = _Refresh(reader, feeds)
    refresh.show()
    reader.run_worker(refresh.run, group=REFRESH, thread=True, exit_on_error=True)


def feeds_failures(reader: "ReaderScreen") -> None:
    """List what could not be fetched, with the reason."""
    from tui.view.screens.failures import FailuresScreen

    failing = [
        Failure(feed.title or feed.url, feed.problem) for feed in _followed(reader) if feed.problem
    ]
    reader.app.push_screen(FailuresScreen([*failing, *reader.unfetched]))


def related_fetch(reader: "ReaderScreen") -> None:
    """Fetch the piece under the cursor of the related pane, and open it."""
    related = reader.related_pane.current
    if related is None:
        reader.show_status(_("No related piece is under the cursor"))
        return
    if related.target is not None:
        reader.post_message(said.RelatedChosen(related))
        return
    url = related.teaser.url if related.teaser else None
    if not url:
        reader.show_status(_("The page gives no address of this piece"))
        return
    fetch_piece(reader, url)


def fetch_piece(reader: "ReaderScreen", url: str) -> None:
    """Fetch what stands at an address, and open it."""
    if _is_under_way(reader, PIECE):
        reader.show_status(_("Another piece is being fetched"))
        return
    piece = _Piece(reader, url)
    reader.show_status(_("Fetching {host} …", host=piece.host))
    reader.run_worker(piece.run, group=PIECE, thread=True, exit_on_error=True)


def _is_under_way(reader: "ReaderScreen", group: str) -> bool:
    return any(worker.group == group and worker.is_running for worker in reader.workers)


def _followed(reader: "ReaderScreen") -> Sequence[Feed]:
    try:
        return reader.store.feeds.all()
    except LibraryError as error:
        reader.show_status(worded(str(error)))
        return ()


class _Refresh:
    """One round of all feeds."""

    def __init__(self, reader: "ReaderScreen", feeds: Sequence[Feed]) -> None:
        self._reader = reader
        self._feeds = feeds
        self._asked = self._added = self._updated = self._failed = 0
        self._problem = ""
        self._told = 0.0

    # --- in the thread

    def run(self) -> None:
        """Ask, store, and tell how far it is."""
        from tui.fetch.apart import Apart
        from tui.fetch.asking import FetchError
        from tui.fetch.refreshing import Setting, refresh

        worker = get_current_worker()
        apart = Apart(lambda: worker.is_cancelled)
        setting = Setting(apart.read, stopped=lambda: worker.is_cancelled)
        try:
            for each in refresh(self._reader.store, self._feeds, setting):
                self._take(each)
            self._relate(worker)
        except (FetchError, LibraryError) as error:
            self._problem = worded(str(error))
        finally:
            apart.close()
            if not worker.is_cancelled:
                self._reader.call_later(self._end)

    def _take(self, each: "Refreshed") -> None:
        self._asked += 1
        self._added += each.report.added
        self._updated += each.report.updated
        self._failed += each.outcome in ("failed", "gone")
        self._reader.unfetched.extend(each.failures)
        if each.report.added or each.report.updated:
            self._reader.post_message(said.ArticlesArrived())
        if time.monotonic() - self._told > TELL_EVERY:
            self._told = time.monotonic()
            self._reader.call_later(self.show)

    def _relate(self, worker: Worker[object]) -> None:
        """Work out what belongs together; what is left undone is worked out when it is read."""
        if self._added or self._updated:
            for _step in self._reader.store.relate():
                if worker.is_cancelled:
                    return

    # --- in the reader

    def show(self) -> None:
        """Say how far it is, beside whatever else the status line says."""
        how_far = _("feeds {asked}/{all}", asked=self._asked, all=len(self._feeds))
        new = ngettext("{n} new", "{n} new", self._added)
        self._reader.fetching = f"{how_far}, {new}" if self._added else how_far
        self._reader.show_progress()

    def _end(self) -> None:
        self._reader.fetching = ""
        self._reader.show_status(self._problem or self._outcome())

    def _outcome(self) -> str:
        """Return in a line what came."""
        came = [
            ngettext("{n} new article", "{n} new articles", self._added)
            if self._added
            else _("no new articles")
        ]
        if self._updated:
            came.append(ngettext("{n} changed", "{n} changed", self._updated))
        asked = ngettext("in {n} feed", "in {n} feeds", self._asked)
        told_all = f"{', '.join(came)} {asked}"
        failed = self._failed + len(self._reader.unfetched)
        if not failed:
            return told_all
        why = told(self._reader, "feeds.failures", _("tells why"))
        not_had = ngettext("{n} could not be had", "{n} could not be had", failed)
        return f"{told_all}; {not_had}{after_colon(why)}"


class _Piece:
    """One page that is fetched to be read."""

    def __init__(self, reader: "ReaderScreen", url: str) -> None:
        self._reader = reader
        self._url = url
        self._from = reader.session.article_id
        settings: Settings = getattr(reader.app, "settings", DEFAULTS)
        self._allow_private = settings.allow_private

    @property
    def host(self) -> str:
        """Whom it is asked of."""
        try:
            return urlsplit(self._url).hostname or self._url
        except ValueError:
            return self._url

    # --- in the thread

    def run(self) -> None:
        """Fetch, read and store the piece."""
        worker = get_current_worker()
        try:
            found = self._stored(worker)
        except LibraryError as error:
            found = worded(str(error))
        if not worker.is_cancelled:
            self._reader.call_later(self._show, found)

    def _stored(self, worker: Worker[object]) -> Article | str:
        """Return the article, or why there is none."""
        from tui.fetch.apart import Apart
        from tui.fetch.client import Client
        from tui.fetch.finding import fetched
        from tui.fetch.network import PRIVATE

        client = Client()
        apart = Apart(lambda: worker.is_cancelled)
        try:
            document = fetched(client, self._url, allow_private=self._allow_private)
            found = [document] if isinstance(document, Failure) else apart.read(document)
        finally:
            client.close()
            apart.close()
        articles = [item for item in found if isinstance(item, Imported)]
        if not articles:
            reasons = [item.reason for item in found if isinstance(item, Failure)]
            if PRIVATE in reasons:
                return _(
                    "of this machine or a private network (the setting allow_private allows it)"
                )
            return worded(reasons[0]) if reasons else _("no article stands there")
        self._reader.store.add(
            item.ready if isinstance(item.ready, Ready) else item.article for item in articles
        )
        return articles[0].article

    # --- in the reader

    def _show(self, found: Article | str) -> None:
        reader = self._reader
        if isinstance(found, str):
            reader.show_status(f"{self.host}{after_colon(_(found))}")
            return
        reader.show_arrivals()
        if reader.is_active and reader.session.article_id == self._from:
            reader.open(found.id)
            reader.show_pane("article")
            reader.show_status(_("Fetched, and in the library"))
        else:
            reader.show_status(_("Fetched, and in the library: {title}", title=found.title))
