"""What a feed says of itself, and whether a document is a feed at all.

A server may send a page where a feed was, with a status that says all is well; what is no feed is
never taken for one.
"""

from dataclasses import dataclass
from typing import Final

from tui.parse.addresses import web_address
from tui.parse.feed_entry import Feed, plain_text
from tui.parse.sniff import UnreadableError, sniff
from tui.source import Document

LONGEST_TITLE: Final = 200
"""Code points of a feed's name."""


@dataclass(frozen=True, slots=True)
class FeedHead:
    """A feed without its entries' words."""

    title: str
    """Its name; "" where it gives none."""
    site: str | None
    """The page that it belongs to."""
    links: tuple[str, ...]
    """Where its entries stand, in its order, those that say so."""
    entries: int


def feed_head(document: Document) -> FeedHead | None:
    """Return what the feed in `document` says of itself; None where there is no feed in it."""
    from lxml.etree import LxmlError

    try:
        feed = _read(document)
    except (UnreadableError, ValueError, TypeError, RecursionError, OverflowError, LxmlError):
        return None
    if feed is None:
        return None
    base = web_address(feed.link, document.url) or document.url
    addresses = (web_address(entry.link, base) for entry in feed.entries)
    links = tuple(dict.fromkeys(address for address in addresses if address))
    title = plain_text(feed.title)[:LONGEST_TITLE]
    if not (title or feed.link or feed.entries):
        return None
    return FeedHead(title, web_address(feed.link, document.url), links, len(feed.entries))


def _read(document: Document) -> Feed | None:
    kind = sniff(document)
    if kind == "feed":
        from tui.parse.feed import read_feed

        return read_feed(document)
    if kind == "json_feed":
        from tui.parse.json_feed import read_json_feed

        return read_json_feed(document)
    return None
