"""JSON Feed, versions 1 and 1.1 (https://www.jsonfeed.org/version/1.1/): one article for each item.

Every field may be missing or of another type than it should be; then it counts as missing.
"""

from collections.abc import Iterator
from typing import Any

from tui.model import Failure, Media
from tui.parse.charset import decode
from tui.parse.draft import Parsed
from tui.parse.feed_entry import Entry, Feed, parsed_feed
from tui.source import Document

_MOST_MEDIA = 100
"""Files kept of one item."""


def parse_json_feed(document: Document) -> Iterator[Parsed | Failure]:
    """Parse a JSON Feed into its items."""
    import orjson

    try:
        feed = read_json_feed(document)
    except orjson.JSONDecodeError as error:
        reason = error.msg.partition(":")[0]
        yield Failure(document.origin, f"not valid JSON: {reason}", error.lineno)
        return
    except TypeError as error:
        yield Failure(document.origin, str(error), field="items")
        return
    yield from parsed_feed(feed, document)


def read_json_feed(document: Document) -> Feed:
    """Return the feed in `document`; raise `JSONDecodeError`, or `TypeError` without any items."""
    import orjson

    try:
        found = orjson.loads(document.data)
    except orjson.JSONDecodeError:
        text = decode(document.data, document.media_type)
        found = orjson.loads(text.encode("utf-8", "replace"))
    items = found.get("items") if isinstance(found, dict) else None
    if not isinstance(items, list):
        raise TypeError("is not a list")
    return Feed(
        title=_string(found, "title"),
        link=_string(found, "home_page_url") or None,
        language=_string(found, "language") or None,
        authors=_authors(found),
        entries=tuple(_entry(item) for item in items if isinstance(item, dict)),
    )


def _entry(item: dict[str, Any]) -> Entry:
    return Entry(
        title=_string(item, "title"),
        link=_string(item, "url") or _string(item, "external_url") or None,
        authors=_authors(item),
        published=tuple(filter(None, (_string(item, "date_published"),))),
        updated=_string(item, "date_modified"),
        content=_string(item, "content_html") or _escaped(_string(item, "content_text")),
        summary=_escaped(_string(item, "summary")),
        language=_string(item, "language") or None,
        keywords=_strings(item, "tags"),
        media=tuple(_media(item)),
    )


def _media(item: dict[str, Any]) -> Iterator[Media]:
    """Yield the attachments, else the item's picture."""
    attachments = item.get("attachments")
    files = attachments if isinstance(attachments, list) else []
    found = [file for file in files if isinstance(file, dict) and _string(file, "url")]
    for file in found[:_MOST_MEDIA]:
        media_type, title = _string(file, "mime_type"), _string(file, "title")
        yield Media(_string(file, "url"), media_type or None, title or None)
    picture = _string(item, "image") or _string(item, "banner_image")
    if picture and not found:
        yield Media(picture, "image")


def _authors(thing: dict[str, Any]) -> tuple[str, ...]:
    """Return the names of version 1.1's "authors", or of version 1's "author"."""
    authors = thing.get("authors")
    people = authors if isinstance(authors, list) else [thing.get("author")]
    return tuple(name for p in people if isinstance(p, dict) and (name := _string(p, "name")))


def _string(thing: dict[str, Any], name: str) -> str:
    value = thing.get(name)
    return value if isinstance(value, str) else ""


def _strings(thing: dict[str, Any], name: str) -> tuple[str, ...]:
    values = thing.get(name)
    return tuple(v for v in values if isinstance(v, str)) if isinstance(values, list) else ()


def _escaped(text: str) -> str:
    """Write plain text so that nothing in it reads as markup."""
    return text.replace("&", "&amp;").replace("<", "&lt;")
