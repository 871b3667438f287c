"""Feeds whose XML is broken, read by feedparser, which guesses at the structure.

It is thirty times slower than the walk over a tree and needed only where there is no sound tree.
Nothing is fetched: it is given a stream and never an address.
"""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from tui.model import Media
from tui.parse.feed_entry import Entry, Feed

_MOST = 200
"""Keywords, and files, that are taken of one entry."""


def read_feed_loosely(text: str) -> Feed:
    """Return what can be saved of the feed in `text`; a feed without entries where nothing can."""
    import feedparser

    try:
        found = feedparser.parse(
            BytesIO(text.encode("utf-8", "replace")),
            response_headers={"content-type": "application/xml; charset=utf-8"},
            resolve_relative_uris=False,
            sanitize_html=False,
        )
    except (UnicodeError, LookupError, AttributeError, TypeError):
        # It looks for what an end tag's beginning should have left, and end tags stand anywhere.
        return Feed()
    channel = found.feed
    return Feed(
        title=_string(channel, "title"),
        link=_string(channel, "link") or None,
        language=_string(channel, "language") or None,
        authors=_authors(channel),
        entries=tuple(_entry(entry) for entry in found.entries),
    )


def _entry(entry: Any) -> Entry:  # noqa: ANN401 - feedparser has no types
    content = next((c["value"] for c in entry.get("content", ()) if c.get("value")), "")
    summary = _string(entry, "summary")
    return Entry(
        title=_string(entry, "title"),
        link=_string(entry, "link") or None,
        authors=_authors(entry),
        published=tuple(filter(None, (_string(entry, "published"), _string(entry, "created")))),
        updated=_string(entry, "updated") if "updated" in entry else "",
        content=content,
        description="" if summary == content else summary,
        site=_string(entry.get("source") or {}, "title"),
        keywords=tuple(
            _string(tag, "label") or _string(tag, "term") for tag in _dicts(entry, "tags")
        ),
        media=tuple(_media(entry)),
    )


def _media(entry: Any) -> Iterator[Media]:  # noqa: ANN401
    """Yield the enclosures, and the files of Media RSS."""
    for file in (*_dicts(entry, "enclosures"), *_dicts(entry, "media_content")):
        url = _string(file, "href") or _string(file, "url")
        if url:
            media_type = _string(file, "type") or _string(file, "medium")
            yield Media(url, media_type or None, _string(file, "title") or None)


def _dicts(entry: Any, name: str) -> list[Any]:  # noqa: ANN401
    values = entry.get(name)
    found = values[:_MOST] if isinstance(values, list) else []
    return [value for value in found if isinstance(value, dict)]


def _authors(thing: Any) -> tuple[str, ...]:  # noqa: ANN401
    names = tuple(author["name"] for author in thing.get("authors", ()) if author.get("name"))
    return names or tuple(filter(None, (_string(thing, "author"),)))


def _string(thing: Any, name: str) -> str:  # noqa: ANN401
    value = thing.get(name)
    return value if isinstance(value, str) else ""
