"""All feeds asked at once, each host by one thread, and what came stored feed by feed.

The threads wait for servers; parsing and storing is done by whoever iterates. A feed's state is
stored behind its articles, in the last transaction that has any of them.
"""

import queue
import threading
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Final

from tui.fetch.asking import Limits
from tui.fetch.client import Client, Manners
from tui.fetch.full_text import chosen
from tui.fetch.hosts import Hosts
from tui.fetch.visiting import Outcome, Visited, Visitor, failed, host_of_feed
from tui.intake_pool import FeedEnd, Imported, Result, Work, imported
from tui.library.feeds import Feed, Visit
from tui.library.interface import AddReport, Library, Ready
from tui.model import Article, Failure
from tui.source import Document

THREADS: Final = 8
"""Hosts that are asked at the same time."""
_LOOK: Final = 0.1
"""Seconds between two looks whether somebody has had enough."""


@dataclass(frozen=True, slots=True)
class Setting:
    """How feeds are asked and read."""

    read: Work
    """What is done to each document; a function at the top of a module."""
    jobs: int = 1
    """Processes that read."""
    manners: Manners = field(default_factory=Manners)
    limits: Limits = field(default_factory=Limits)
    stopped: Callable[[], bool] = lambda: False
    """Whether somebody has had enough."""


@dataclass(frozen=True, slots=True)
class Refreshed:
    """What came of one feed, once it is stored."""

    feed: Feed
    outcome: Outcome
    before: Feed
    report: AddReport = field(default_factory=AddReport)
    failures: tuple[Failure, ...] = ()
    """Entries and pages that could not be read, though the feed was."""


def refresh(library: Library, feeds: Sequence[Feed], setting: Setting) -> Iterator[Refreshed]:
    """Ask `feeds` and store what is new of them, in the order in which they answer."""
    return stored(library, _visits(library, feeds, setting), setting)


def visitor(library: Library, client: Client, hosts: Hosts, setting: Setting) -> Visitor:
    """Return who asks feeds for this library."""
    return Visitor(client, hosts, library.feeds.unknown, setting.stopped)


def stored(library: Library, visits: Iterable[Visited], setting: Setting) -> Iterator[Refreshed]:
    """Read and store what came of `visits`."""
    coming: dict[int, Visited] = {}

    def documents() -> Iterator[Document | FeedEnd]:
        for visited in visits:
            coming[visited.feed.key] = visited
            yield from visited.documents
            yield FeedEnd(visited.feed.key)

    found: list[Result] = []
    for item in imported(documents(), setting.jobs, setting.read):
        if isinstance(item, FeedEnd):
            yield _store(library, coming.pop(item.feed), found)
            found = []
        else:
            found.append(item)


def _store(library: Library, visited: Visited, found: Sequence[Result]) -> Refreshed:
    failures = [item for item in found if isinstance(item, Failure)]
    articles = [item for item in found if isinstance(item, Imported)]
    if failures and not articles:
        visited = failed(visited.before, failures[0].reason, datetime.now(UTC))
        failures = []
    pages: tuple[str, ...] = ()
    kept = articles
    if visited.before.full_text and visited.documents:
        kept, pages = chosen(library, visited.documents[0].origin, articles)
    items: list[Article | Ready | Visit] = [
        item.ready if isinstance(item.ready, Ready) else item.article for item in kept
    ]
    if visited.outcome != "waiting":
        items.append(Visit(visited.feed, pages))
    report = library.add(items)
    told = (*visited.failures, *failures)
    return Refreshed(visited.feed, visited.outcome, visited.before, report, told)


def _visits(library: Library, feeds: Sequence[Feed], setting: Setting) -> Iterator[Visited]:
    """Ask the feeds from several threads, those of one host from one, and yield what comes."""
    hosts = Hosts(setting.limits.gap)
    groups: defaultdict[str, list[Feed]] = defaultdict(list)
    for feed in feeds:
        groups[host_of_feed(feed)].append(feed)
    waiting: queue.SimpleQueue[list[Feed]] = queue.SimpleQueue()
    for group in sorted(groups.values(), key=len, reverse=True):
        waiting.put(group)
    threads = min(THREADS, len(groups))
    # Bounded, so that what was fetched does not pile up before it is read.
    results: queue.Queue[Visited | BaseException | None] = queue.Queue(THREADS)
    ended = threading.Event()

    def enough() -> bool:
        return ended.is_set() or setting.stopped()

    def put(item: Visited | BaseException | None) -> None:
        while not ended.is_set():
            with suppress(queue.Full):
                results.put(item, timeout=_LOOK)
                return

    def work() -> None:
        try:
            client = Client(setting.limits, hosts, setting.manners)
            asking = visitor(library, client, hosts, replace(setting, stopped=enough))
            try:
                for feed in _taken(waiting):
                    if enough():
                        break
                    put(asking.visit(feed))
            finally:
                client.close()
            put(None)
        except BaseException as error:  # noqa: BLE001 - raised where the results are taken
            put(error)

    for number in range(threads):
        threading.Thread(target=work, name=f"fetching-{number}", daemon=True).start()
    try:
        yield from _results(results, threads, setting.stopped)
    finally:
        ended.set()


def _taken(waiting: "queue.SimpleQueue[list[Feed]]") -> Iterator[Feed]:
    while True:
        try:
            yield from waiting.get_nowait()
        except queue.Empty:
            return


def _results(
    results: "queue.Queue[Visited | BaseException | None]",
    threads: int,
    stopped: Callable[[], bool],
) -> Iterator[Visited]:
    """Yield what the threads send until each of them is done, or somebody has had enough."""
    while threads and not stopped():
        try:
            item = results.get(timeout=_LOOK)
        except queue.Empty:
            continue
        if item is None:
            threads -= 1
        elif isinstance(item, Visited):
            yield item
        else:
            raise item
