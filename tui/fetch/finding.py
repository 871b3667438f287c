"""The feed that an address means: its own, or the one that the page there leads to."""

from dataclasses import dataclass
from datetime import UTC, datetime
from http import HTTPStatus
from typing import Final

from tui.fetch.answers import document_of, reason_of
from tui.fetch.asking import Answer, Asked, FetchError
from tui.fetch.client import Client
from tui.model import Failure
from tui.parse.feed_head import FeedHead, feed_head
from tui.parse.feed_links import FeedLink, feed_links
from tui.source import Document

_MOST_TRIED: Final = 3
"""Feeds of one page that are asked, until one of them is a feed."""


@dataclass(frozen=True, slots=True)
class Found:
    """A feed that was found at an address."""

    url: str
    """Where it is asked from now on."""
    head: FeedHead
    answer: Answer
    others: tuple[FeedLink, ...] = ()
    """What else the page leads to."""


def find_feed(client: Client, url: str, *, allow_private: bool) -> Found:
    """Fetch the feed that `url` means; raises FetchError where there is none."""
    answer, head, document = _asked(client, url, allow_private=allow_private)
    if head is not None:
        return Found(answer.moved or url, head, answer)
    links = feed_links(document)
    for number, link in enumerate(links[:_MOST_TRIED]):
        try:
            answer, head, _ = _asked(client, link.url, allow_private=allow_private)
        except FetchError:
            continue
        if head is not None:
            others = (*links[:number], *links[number + 1 :])
            return Found(answer.moved or link.url, head, answer, others)
    if links:
        raise FetchError("the page leads to feeds, and none of them can be had")
    raise FetchError("no feed stands there, and the page leads to none")


def fetched(client: Client, url: str, *, allow_private: bool) -> Document | Failure:
    """Fetch the page or feed at `url`."""
    try:
        answer = client.get(Asked(url, allow_private=allow_private))
    except FetchError as error:
        return Failure(url, str(error))
    if answer.status != HTTPStatus.OK:
        return Failure(url, reason_of(answer))
    return document_of(answer, url, datetime.now(UTC))


def _asked(
    client: Client, url: str, *, allow_private: bool
) -> tuple[Answer, FeedHead | None, Document]:
    answer = client.get(Asked(url, allow_private=allow_private))
    if answer.status != HTTPStatus.OK:
        raise FetchError(reason_of(answer))
    document = document_of(answer, answer.url, datetime.now(UTC))
    return answer, feed_head(document), document
