"""`broadsheet follow`, `unfollow` and `feeds`: the list of what is refreshed."""

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tui.cli.columns import Column, write_found, write_lists
from tui.cli.counts import say_added, say_updated
from tui.cli.failures import report
from tui.cli.opening import NotThereError, on_library
from tui.cli.output import write_each
from tui.library import default_path, open_library
from tui.library.feeds import Feed
from tui.library.interface import Library, LibraryError
from tui.model import Failure
from tui.reasons import worded
from tui.words import N_, _, after_colon, ngettext

if TYPE_CHECKING:
    from tui.fetch.client import Client, Manners
    from tui.fetch.hosts import Hosts

FOLLOWING: Final = N_("""\
URL is a feed, or a page that leads to one; its articles are put into the library at once, those
that come later by `broadsheet refresh`. A feed that is followed already gets the folder, and what
else is said here. With --import nothing is fetched before the next refresh.
Only http: and https: are fetched, and nothing of this machine or a private network, unless
--allow-private says so for these feeds. Proxies are those of the system (`https_proxy` and such).
Exit code: 0 all are followed; 1 some are not; 2 the library or the list cannot be read.
""")

UNFOLLOWING: Final = N_("""\
NAME is the address, the name or the folder of feeds; the articles stay in the library.
Exit code: 0 all went well; 1 nothing is so called; 2 the library cannot be opened.
""")

LISTING: Final = N_("""\
In a pipe, each line is name, folder, state, when something new came last, and address, with tabs
between. With --json, each line is an object: `url`, `title`, `site`, `folder`, `full_text`, `state`
(new, well, waiting, failing, gone), `problem`, `failures`, `checked`, `changed`, `wait`.
Exit code: 0 all went well; 1 no feed is followed; 2 the library cannot be opened.
""")

_COLUMNS: Final = (
    Column(N_("Feed"), 28),
    Column(N_("Folder"), 14),
    Column(N_("State"), 22),
    Column(N_("New"), 10),
    Column(N_("Address"), 40),
)


@dataclass(frozen=True, slots=True)
class Following:
    """What `broadsheet follow` was asked for."""

    urls: Sequence[str]
    lists: Sequence[str] = ()
    """Files of OPML or newsboat's, "-" for standard input."""
    folder: str = ""
    full_text: bool = False
    allow_private: bool = False
    agent: str | None = None
    proxy: str | None = None


def follow(asked: Following, library_path: Path | None) -> int:
    """Follow feeds; make the library where there is none."""
    try:
        library = open_library(library_path or default_path())
        try:
            code = max((_follow_list(library, asked, path) for path in asked.lists), default=0)
            return max(code, _follow_urls(library, asked)) if asked.urls else code
        finally:
            library.close()
    except LibraryError as error:
        report(str(error))
        return 2


def manners_of(agent: str | None, proxy: str | None) -> "Manners":
    """Return how the user wants to appear to servers."""
    from tui.fetch.asking import USER_AGENT
    from tui.fetch.client import Manners

    return Manners(agent or USER_AGENT, proxy)


def _follow_urls(library: Library, asked: Following) -> int:
    from tui.fetch.asking import FetchError, Limits
    from tui.fetch.client import Client
    from tui.fetch.hosts import Hosts

    limits = Limits()
    hosts = Hosts(limits.gap)
    try:
        client = Client(limits, hosts, manners_of(asked.agent, asked.proxy))
    except FetchError as error:
        report(str(error))
        return 2
    code = 0
    try:
        for url in asked.urls:
            try:
                code = max(code, _follow_url(library, client, hosts, asked, url))
            except FetchError as error:
                report(Failure(url, str(error)))
                code = 1
    finally:
        client.close()
    return code


def _follow_url(
    library: Library, client: "Client", hosts: "Hosts", asked: Following, url: str
) -> int:
    """Follow one feed and store what it has; raises FetchError."""
    from tui.fetch.addresses import request_address
    from tui.fetch.finding import find_feed
    from tui.fetch.refreshing import Setting, stored, visitor
    from tui.library.reading import read_ready

    plain = request_address(url)
    known = next((feed for feed in library.feeds.all() if feed.url == plain), None)
    if known is not None and not known.gone:
        _change(library, known, asked)
        return 0
    found = find_feed(client, plain, allow_private=asked.allow_private)
    at = request_address(found.url)
    feed = Feed(
        at, found.head.title, found.head.site, asked.folder, asked.full_text, asked.allow_private
    )
    added = library.feeds.follow([feed])
    there = added[0] if added else next(f for f in library.feeds.all() if f.url == at)
    if not added and not there.gone:
        _change(library, there, asked)
        return 0
    setting = Setting(read_ready)
    visited = visitor(library, client, hosts, setting).judged(there, found.answer)
    code = 0
    for refreshed in stored(library, [visited], setting):
        for failure in refreshed.failures:
            report(failure)
        if refreshed.outcome == "failed":
            report(Failure(at, refreshed.feed.problem))
            code = 1
        told = refreshed.report
        counts = f"{say_added(told.added)}, {say_updated(told.updated)}"
        _say(_("following {feed}: {counts}", feed=name_of(refreshed.feed), counts=counts))
    for other in found.others[:3]:
        _say(_("the page also leads to {url}", url=other.url))
    return code


def _change(library: Library, feed: Feed, asked: Following) -> None:
    """Give a feed that is followed what was asked for."""
    wanted = replace(
        feed,
        folder=asked.folder or feed.folder,
        full_text=asked.full_text or feed.full_text,
        private=asked.allow_private or feed.private,
    )
    library.feeds.change(wanted)
    _say(_("{feed} is followed already", feed=name_of(feed)))


def _follow_list(library: Library, asked: Following, path: str) -> int:
    """Follow what a list of feeds has; nothing is fetched."""
    from tui.fetch.addresses import request_address
    from tui.fetch.asking import FetchError
    from tui.parse.opml import OpmlError, read_opml
    from tui.parse.page_lists import feeds_in
    from tui.source import documents_in

    code = 0
    for document in documents_in(path):
        if isinstance(document, Failure):
            report(document)
            return 2
        try:
            outlines = feeds_in(document) or read_opml(document.data)
        except OpmlError as error:
            report(Failure(document.origin, str(error)))
            return 2
        feeds = []
        for outline in outlines:
            try:
                url = request_address(outline.url)
            except FetchError as error:
                report(Failure(outline.url, str(error)))
                code = 1
                continue
            folder = asked.folder or outline.folder
            site = outline.site
            full, private = asked.full_text, asked.allow_private
            feeds.append(Feed(url, outline.title, site, folder, full, private))
        listed = len(library.feeds.follow(feeds))
        new = ngettext("{n} added to the list", "{n} added to the list", listed)
        old = ngettext("{n} were there", "{n} were there", len(feeds) - listed)
        _say(f"{new}, {old}")
    return code


def unfollow(names: Sequence[str], library_path: Path | None) -> int:
    """Take feeds off the list."""

    def work(library: Library) -> int:
        chosen = named(library.feeds.all(), names)
        library.feeds.unfollow(chosen)
        for feed in chosen:
            _say(_("no longer following {feed}", feed=name_of(feed)))
        return 0

    return on_library(library_path, work)


def feeds(*, as_json: bool, as_opml: bool, library_path: Path | None) -> int:
    """List the feeds that are followed."""
    nothing = _("no feed is followed; `broadsheet follow URL` follows one")

    def work(library: Library) -> int:
        found = library.feeds.all()
        if as_opml:
            return _write_opml(found)
        if as_json:
            return write_found(map(_object, found), nothing)
        return write_lists(_COLUMNS, map(_row, found), nothing)

    return on_library(library_path, work)


def named(feeds: Sequence[Feed], names: Sequence[str]) -> list[Feed]:
    """Return the feeds that `names` mean, each once; raises NotThereError for a name of none."""
    chosen: dict[int, Feed] = {}
    for name in names:
        found = _called(feeds, name)
        if not found:
            raise NotThereError(_("no feed is called {name}", name=name))
        chosen.update({feed.key: feed for feed in found})
    return list(chosen.values())


def _called(feeds: Sequence[Feed], name: str) -> list[Feed]:
    """Return the feeds with this address; else those so called, or in this folder."""
    from tui.fetch.addresses import is_web_address, request_address
    from tui.fetch.asking import FetchError

    if is_web_address(name):
        try:
            url = request_address(name)
        except FetchError:
            return []
        return [feed for feed in feeds if feed.url == url]
    wanted = " ".join(name.casefold().split())
    return [
        feed
        for feed in feeds
        if wanted in (" ".join(feed.title.casefold().split()), feed.folder.casefold())
    ]


def name_of(feed: Feed) -> str:
    """Return what a feed is called where it is told."""
    return f"{feed.title} ({feed.url})" if feed.title else feed.url


def state_of(feed: Feed) -> str:
    """Return in one word how a feed is."""
    if feed.gone:
        return N_("gone")
    if feed.wait and feed.wait > _now():
        return N_("waiting")
    if feed.problem:
        return N_("failing")
    return N_("well") if feed.checked else N_("new")


def _now() -> str:
    from datetime import UTC, datetime

    return datetime.now(UTC).isoformat(timespec="seconds")


def _row(feed: Feed) -> tuple[str, ...]:
    state = state_of(feed)
    told = f"{_(state)}{after_colon(worded(feed.problem))}"
    return feed.title or feed.url, feed.folder, told, (feed.changed or "")[:10], feed.url


def _object(feed: Feed) -> str:
    told = {
        "url": feed.url,
        "title": feed.title,
        "site": feed.site,
        "folder": feed.folder,
        "full_text": feed.full_text,
        "state": state_of(feed),
        "problem": feed.problem or None,
        "failures": feed.failures,
        "checked": feed.checked,
        "changed": feed.changed,
        "wait": feed.wait,
    }
    return json.dumps(told, ensure_ascii=True)


def _write_opml(found: Sequence[Feed]) -> int:
    from tui.parse.opml import Outline, write_opml

    def written() -> Iterator[bytes]:
        yield write_opml([Outline(f.url, f.title, f.site, f.folder) for f in found])

    return write_each(written())


def _say(line: str) -> None:
    from tui.layout.visible import visible

    if sys.stdout is not None:
        print(visible(line))
