"""From the tree of an RSS or Atom feed to its entries, fields as the feed gives them.

Names are compared without namespace, since feeds get those wrong more often than they use two of
the same name. The exception is Media RSS, whose "title" and "description" are those of a picture.
"""

import html
from collections.abc import Collection, Iterator
from functools import lru_cache

from lxml import etree

from tui.model import Media
from tui.parse.feed_entry import Entry, Feed

_ENTRIES = ("{*}item", "{*}entry")
_UNDECLARED = (":item", ":entry")
"""How an entry's name ends whose prefix was never declared."""

_PUBLISHED = ("published", "pubDate", "issued", "date", "created", "pubdate")
"""Atom, RSS, Atom 0.3, Dublin Core; the last is a common misspelling."""

_UPDATED = ("updated", "modified", "lastBuildDate")
_AUTHORS = ("creator", "author", "byline")
_CONTENT = ("encoded", "content", "body")
_KEYWORDS = ("category", "subject")
"""RSS and Atom, Dublin Core: a keyword each."""

_KEYWORD_LISTS = ("keywords", "media:keywords")
"""Apple's and Media RSS's lists of keywords, with commas between."""

_MEDIA = "search.yahoo.com/mrss"
"""The namespace of Media RSS (https://www.rssboard.org/media-rss)."""

_PREFIX = "media:"
"""What stands before the names of Media RSS here, whatever prefix the feed uses."""

_MEDIA_FILES = ("media:content", "media:thumbnail")
_MEDIA_GROUPS = ("media:group", "media:content")
_MOST_MEDIA = 100
"""Files kept of one entry: a long picture series."""

Fields = dict[str, list["etree._Element"]]  # noqa: SLF001 - the type has no other name


def feed_of(root: etree._Element) -> Feed:
    """Return the feed whose tree has the root `root`."""
    nodes = list(root.iter(*_ENTRIES)) or [
        node for node in root.iter("{*}*") if str(node.tag).endswith(_UNDECLARED)
    ]
    channel = next(root.iter("{*}channel"), root)
    fields = _fields(channel)
    return Feed(
        title=_text(fields, "title"),
        link=_link(fields),
        language=_text(fields, "language") or _attribute(root, "lang"),
        authors=tuple(_authors(fields)),
        entries=_Entries(nodes),
        repeats=_repeat(nodes),
    )


def _repeat(nodes: list[etree._Element]) -> bool:
    """Say whether several entries may have one address; the first link of each is looked at."""
    links = [
        (link.text or link.get("href") or "").partition("#")[0].strip()
        for node in nodes
        if (link := next(node.iterchildren("{*}link"), None)) is not None
    ]
    return len(set(links)) < len(nodes)


class _Entries(Collection[Entry]):
    """The entries of a feed's tree, each read when its turn comes."""

    def __init__(self, nodes: list[etree._Element]) -> None:
        self._nodes = nodes

    def __len__(self) -> int:
        return len(self._nodes)

    def __iter__(self) -> Iterator[Entry]:
        return map(_entry, self._nodes)

    def __contains__(self, entry: object) -> bool:
        return any(entry == one for one in self)


def _entry(node: etree._Element) -> Entry:
    fields = _fields(node)
    atom = _local(node.tag) == "entry"
    description = _markup(fields, "description") if "description" in fields else ""
    return Entry(
        title=_markup(fields, "title"),
        link=_link(fields),
        authors=tuple(_authors(fields)),
        published=tuple(text for name in _PUBLISHED if (text := _text(fields, name))),
        updated=next((text for name in _UPDATED if (text := _text(fields, name))), ""),
        content=next((text for name in _CONTENT if (text := _markup(fields, name))), ""),
        summary=_markup(fields, "summary") or (description if atom else ""),
        description="" if atom else description,
        language=_text(fields, "language") or (_attribute(node, "lang") if node.attrib else None),
        site=_origin(fields) if "source" in fields else "",
        keywords=tuple(_keywords(fields)),
        media=tuple(_media(fields)),
    )


def _fields(node: etree._Element) -> Fields:
    """Return the children of `node` by name."""
    fields: Fields = {}
    for child in node:
        name = _local(child.tag)
        if name in fields:
            fields[name].append(child)
        else:
            fields[name] = [child]
    return fields


@lru_cache(maxsize=512)
def _local(tag: object) -> str:
    """Return the name in `tag` without namespace or an undeclared prefix; "" where it has none."""
    if not isinstance(tag, str):
        return ""
    space, _, name = tag.rpartition("}")
    media = _MEDIA in space or name.startswith(_PREFIX)
    return _PREFIX * media + name.rpartition(":")[2]


def _text(fields: Fields, name: str) -> str:
    for node in fields.get(name, ()):
        text = ("".join(map(str, node.itertext())) if len(node) else node.text or "").strip()
        if text:
            return text
    return ""


def _markup(fields: Fields, name: str) -> str:
    """Return the content of a field as HTML or text; Atom's XHTML is written out again."""
    for node in fields.get(name, ()):
        text = node.text
        if len(node):
            inner = (etree.tostring(child, encoding="unicode") for child in node)
            return html.escape(text or "", quote=False) + "".join(inner)
        if text and not text.isspace():
            plain = node.get("type") in ("text", "text/plain")
            return html.escape(text, quote=False) if plain else text
    return ""


def _link(fields: Fields) -> str | None:
    """Return the address of the page: Atom's alternate link, RSS's link, a permanent guid."""
    for node in fields.get("link", ()):
        href = node.get("href")
        if href and node.get("rel", "alternate") == "alternate":
            return href
        if not href and node.text and node.text.strip():
            return node.text.strip()
    for node in fields.get("guid", ()):
        if node.get("isPermaLink", "true") != "false" and node.text:
            return node.text.strip()
    return None


def _origin(fields: Fields) -> str:
    """Return the name of the feed an entry was taken from: Atom's has a title, RSS's is one."""
    node = fields["source"][0]
    return _text(_fields(node), "title") if len(node) else (node.text or "").strip()


def _authors(fields: Fields) -> Iterator[str]:
    """Yield names: Dublin Core's creator, RSS's author, the name inside Atom's."""
    for name in _AUTHORS:
        for node in fields.get(name, ()):
            inner = _text(_fields(node), "name") if len(node) else (node.text or "")
            if inner := inner.strip():
                yield inner


def _keywords(fields: Fields) -> Iterator[str]:
    """Yield what the entry is tagged with: the label of Atom's categories before their term."""
    for name in _KEYWORDS:
        for node in fields.get(name, ()):
            word = node.get("label") or node.text or node.get("term")
            if word:
                yield word
    for name in _KEYWORD_LISTS:
        yield from _text(fields, name).split(",")


def _media(fields: Fields) -> Iterator[Media]:
    """Yield the files that come with an entry: enclosures first, thumbnails where nothing else."""
    found: dict[str, Media] = {}
    for node in (*fields.get("enclosure", ()), *fields.get("link", ())):
        if node.get("rel", "enclosure") == "enclosure":
            url = node.get("url") or (node.get("rel") and node.get("href"))
            if url:
                found.setdefault(url, Media(url, node.get("type"), node.get("title")))
    full, small = (tuple(_media_nodes(fields, name)) for name in _MEDIA_FILES)
    for node in full or (() if found else small):
        if url := node.get("url"):
            found.setdefault(url, _media_rss(node, url))
    yield from list(found.values())[:_MOST_MEDIA]


def _media_nodes(fields: Fields, name: str) -> Iterator[etree._Element]:
    """Yield the elements `name` of an entry and of its groups."""
    yield from fields.get(name, ())
    for outer in _MEDIA_GROUPS:
        for group in fields.get(outer, ()):
            if len(group):
                yield from _fields(group).get(name, ())


def _media_rss(node: etree._Element, url: str) -> Media:
    fields = _fields(node)
    title = _text(fields, "media:title") or _text(fields, "media:description") or None
    image = "image" if _local(node.tag) == "media:thumbnail" else None
    return Media(url, node.get("type") or node.get("medium") or image, title)


def _attribute(node: etree._Element, name: str) -> str | None:
    """Return an attribute by local name, such as xml:lang."""
    return next((str(node.attrib[key]) for key in node.attrib if str(key).endswith(name)), None)
