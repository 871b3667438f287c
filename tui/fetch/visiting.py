"""One feed asked once: what came, what the feed is from then on, the pages of its new entries."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from hashlib import blake2b
from http import HTTPStatus
from typing import Final, Literal
from urllib.parse import urlsplit

from tui.fetch.addresses import host_of, request_address
from tui.fetch.answers import document_of, is_whole, iso, reason_of, version_of, wait_of
from tui.fetch.asking import Answer, Asked, FetchError
from tui.fetch.client import Client
from tui.fetch.hosts import Hosts
from tui.identity import article_id, names_article
from tui.library.feeds import Feed
from tui.model import Failure
from tui.parse.feed_head import FeedHead, feed_head
from tui.source import Document

MOST_PAGES: Final = 50
"""Pages that are fetched of one feed at once; of what is older, the feed's own words are kept."""
MOST_BYTES: Final = 32 * 1024 * 1024
"""Bytes of pages that are held at once for one feed."""

Outcome = Literal["changed", "unchanged", "failed", "waiting", "gone"]
Unknown = Callable[[Sequence[str]], Sequence[str]]
"""Which ids of entries are not in the library."""


@dataclass(frozen=True, slots=True)
class Visited:
    """What came of asking a feed."""

    feed: Feed
    """As it is from then on, once its articles are stored."""
    outcome: Outcome
    before: Feed
    """As it was."""
    documents: tuple[Document, ...] = ()
    """The feed and then the pages of its entries."""
    head: FeedHead | None = None
    failures: tuple[Failure, ...] = ()
    """Pages that could not be had."""


class Visitor:
    """Asks feeds, one after the other. Each thread has its own."""

    def __init__(
        self, client: Client, hosts: Hosts, unknown: Unknown, stopped: Callable[[], bool]
    ) -> None:
        self._client = client
        self._hosts = hosts
        self._unknown = unknown
        self._stopped = stopped

    def visit(self, feed: Feed) -> Visited:
        """Ask a feed, unless its server wants to be left alone."""
        now = datetime.now(UTC)
        if (feed.wait and feed.wait > iso(now)) or self._hosts.left(_host(feed.url)) > 0:
            return Visited(feed, "waiting", feed)
        asked = Asked(feed.url, feed.etag, feed.modified, feed.private)
        try:
            return self.judged(feed, self._client.get(asked))
        except FetchError as error:
            return failed(feed, str(error), now)

    def judged(self, feed: Feed, answer: Answer) -> Visited:
        """Return what an answer makes of a feed."""
        now = datetime.now(UTC)
        if answer.status == HTTPStatus.NOT_MODIFIED and (feed.etag or feed.modified):
            return Visited(_well(feed, answer, now), "unchanged", feed)
        if answer.status == HTTPStatus.GONE:
            gone = replace(failed(feed, reason_of(answer), now).feed, gone=True)
            return Visited(gone, "gone", feed)
        if answer.status != HTTPStatus.OK:
            return self._refused(feed, answer, now)
        return self._found(feed, answer, now)

    def _refused(self, feed: Feed, answer: Answer, now: datetime) -> Visited:
        seconds = wait_of(answer, now)
        refused = failed(feed, reason_of(answer), now)
        if seconds is None:
            return refused
        self._hosts.put_off(_host(answer.url), seconds)
        until = iso(now + timedelta(seconds=seconds))
        return replace(refused, feed=replace(refused.feed, wait=until))

    def _found(self, feed: Feed, answer: Answer, now: datetime) -> Visited:
        digest = blake2b(answer.data, digest_size=16).digest()
        if digest == feed.digest:
            return Visited(_well(feed, answer, now), "unchanged", feed)
        document = document_of(answer, answer.url, now)
        head = feed_head(document)
        if head is None:
            return failed(feed, "what stands there is no feed", now)
        if not is_whole(answer):
            return failed(feed, "its answer breaks off", now)
        well = replace(
            _well(feed, answer, now),
            title=feed.title or head.title,
            site=head.site or feed.site,
            digest=digest,
            changed=iso(now),
        )
        pages: list[Document | Failure] = []
        if feed.full_text:
            pages.extend(self._pages(feed, head, now))
        return Visited(
            well,
            "changed",
            feed,
            (document, *(page for page in pages if isinstance(page, Document)))
            if head.entries
            else (),
            head,
            tuple(page for page in pages if isinstance(page, Failure)),
        )

    def _pages(self, feed: Feed, head: FeedHead, now: datetime) -> Iterator[Document | Failure]:
        """Fetch the pages of entries that are new; each is asked for once."""
        links = {article_id(url, ""): url for url in head.links if names_article(url)}
        new = self._unknown(list(links))[:MOST_PAGES]
        size = 0
        for url in (links[entry] for entry in new):
            if self._stopped() or size > MOST_BYTES or self._hosts.left(_host(url)) > 0:
                return
            private = feed.private and _host(url) == _host(feed.url)
            try:
                answer = self._client.get(Asked(url, allow_private=private))
            except FetchError as error:
                yield Failure(url, str(error))
                continue
            if answer.status == HTTPStatus.OK:
                size += len(answer.data)
                yield document_of(answer, url, now)
                continue
            yield Failure(url, reason_of(answer))
            seconds = wait_of(answer, now)
            if seconds is not None:
                self._hosts.put_off(_host(answer.url), seconds)


def failed(feed: Feed, reason: str, now: datetime) -> Visited:
    """Return what becomes of a feed that could not be had; what is known of it stays."""
    worse = replace(
        feed, checked=iso(now), failures=feed.failures + 1, problem=reason, wait=None, gone=False
    )
    return Visited(worse, "failed", feed)


def _well(feed: Feed, answer: Answer, now: datetime) -> Feed:
    """Return a feed that answered: where it has moved to, and which version is known."""
    same = answer.status == HTTPStatus.NOT_MODIFIED
    return replace(
        feed,
        url=answer.moved or feed.url,
        etag=version_of(answer, "etag") or (feed.etag if same else None),
        modified=version_of(answer, "last-modified") or (feed.modified if same else None),
        checked=iso(now),
        wait=None,
        failures=0,
        problem="",
        gone=False,
    )


def host_of_feed(feed: Feed) -> str:
    """Return the host that a feed is asked from."""
    return _host(feed.url)


def _host(url: str) -> str:
    try:
        return host_of(request_address(url))
    except FetchError:
        return urlsplit(url).netloc if url.isprintable() else url
