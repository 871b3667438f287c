"""RSS and Atom feeds: one article for each entry.

A feed is read from its tree where that is sound, and by feedparser where it is damaged or where
fewer entries came out than the source begins; whichever reader found more is believed.
"""

from collections.abc import Iterator

from tui.model import Failure
from tui.parse.charset import decode
from tui.parse.draft import Parsed
from tui.parse.feed_entry import Feed, parsed_feed
from tui.source import Document

_LARGEST_DAMAGED = 4 * 1024 * 1024
"""Code points up to which a damaged feed is given to the slow reader, at worst 5 s a million."""


def parse_feed(document: Document) -> Iterator[Parsed | Failure]:
    """Parse an RSS or Atom feed into its entries."""
    yield from parsed_feed(read_feed(document), document)


def read_feed(document: Document) -> Feed:
    """Return the feed in `document`, damaged or not; one without entries where there is none."""
    from tui.parse.feed_xml import mended, read_damaged_feed, read_sound_feed

    plain = read_sound_feed(document.data)
    if plain is not None:
        return plain
    text = decode(document.data, document.media_type)
    feed, sound = read_damaged_feed(text)
    if sound or len(text) > _LARGEST_DAMAGED:
        return feed
    from tui.parse.feed_loose import read_feed_loosely

    loose = read_feed_loosely(mended(text))
    return max(loose, feed, key=_found)


def _found(feed: Feed) -> tuple[int, int]:
    """Return how many entries were found, and how many of their fields hold something."""
    fields = ((e.title, e.link, e.authors, e.published, e.content) for e in feed.entries)
    return len(feed.entries), sum(bool(field) for entry in fields for field in entry)
