"""Which feeds a page leads to: those that its head names, then links that look like one.

The standard says how a page names its feeds (https://www.rssboard.org/rss-autodiscovery), and its
first is the one that it wants followed; comments come behind.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Final

from lxml import etree

from tui.parse.addresses import web_address
from tui.parse.charset import decode
from tui.parse.html_tree import parse_tree
from tui.parse.page_head import plain
from tui.source import Document

_TYPES: Final = frozenset(
    (
        "application/rss+xml",
        "application/atom+xml",
        "application/feed+json",
        "application/rdf+xml",
        "application/xml",
        "text/xml",
    )
)
"""Media types of feeds. Plain JSON is none: many sites name their programming interface so."""

_LOOKS_LIKE_FEED: Final = re.compile(
    r"[^?#]{0,500}(?:/(?:feed|rss|atom)|\.(?:rss|atom|rdf)|/(?:feed|rss|atom|index)\.(?:xml|json))/?$",
    re.IGNORECASE,
)
"""How the addresses of feeds end, where a page links to one in its text."""

MOST: Final = 20
"""Feeds of one page that are told."""


@dataclass(frozen=True, slots=True)
class FeedLink:
    """A feed that a page leads to."""

    url: str
    title: str = ""


def feed_links(document: Document) -> tuple[FeedLink, ...]:
    """Return the feeds that the page in `document` leads to, the one it wants followed first."""
    root = parse_tree(decode(document.data, document.media_type))
    if root is None:
        return ()
    found: dict[str, FeedLink] = {}
    for link in _links(root, _base(root, document.url)):
        found.setdefault(link.url, link)
        if len(found) == MOST:
            break
    return tuple(found.values())


def _base(root: etree._Element, url: str | None) -> str | None:
    first = next(root.iter("base"), None)
    return (web_address(first.get("href"), url) if first is not None else None) or url


def _links(root: etree._Element, base: str | None) -> Iterator[FeedLink]:
    for element in root.iter("link"):
        kinds = (element.get("rel") or "").lower().split()
        media_type = (element.get("type") or "").partition(";")[0].strip().lower()
        if ("alternate" in kinds and media_type in _TYPES) or "feed" in kinds:
            url = web_address(element.get("href"), base)
            if url:
                yield FeedLink(url, plain(element.get("title") or "")[:200])
    for element in islice(root.iter("a"), 20_000):
        url = web_address(element.get("href"), base)
        if url and _LOOKS_LIKE_FEED.match(url):
            yield FeedLink(url)
