"""RSS 0.9x, 1.0 and 2.0 and Atom, read by one walk over a forgiving XML tree.

Feeds break XML in a few well-known ways: entities of HTML, bare ampersands, control characters,
undeclared prefixes. These are mended in the text before it is parsed. A document type is cut out
first, so an entity can neither grow nor reach a file or the network. Names are compared without
namespace, since feeds get those wrong more often than they use two of the same name.
"""

import html
import re
from collections.abc import Iterator
from html.entities import html5

from lxml import etree

from tui.parse.feed_entry import Entry, Feed

_DOCTYPE = re.compile(r"<!DOCTYPE\s[^<>\[\]]*+(?:\[.*?\]\s*+)?>", re.IGNORECASE | re.DOTALL)
_DECLARATION = re.compile(r"\s*<\?xml[^<>]*\?>")
_AMPERSAND = re.compile(
    r"&(?!(?:amp|lt|gt|quot|apos|#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6});)(?:(\w{2,31};))?"
)
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_SURROGATE = re.compile(
    r"&#(?:[xX]0*[dD][89a-fA-F][0-9a-fA-F]{2}(?![0-9a-fA-F])"
    r"|0*(?:5529[6-9]|55[3-9][0-9]{2}|56[0-9]{3}|57[0-2][0-9]{2}|573[0-3][0-9]|5734[0-3])(?![0-9]));?"
)
"""References to U+D800 to U+DFFF, which are no characters; lxml decodes them to invalid UTF-8."""
_CDATA = re.compile(r"<!\[CDATA\[.*?(?:\]\]>|\Z)", re.DOTALL)
_OPENING = re.compile(r"<(?:\w{1,20}:)?(?:item|entry)[\s/>]")

_ENTRIES = ("item", "entry")
_PUBLISHED = ("published", "pubDate", "issued", "date", "created", "pubdate")
"""Atom, RSS, Atom 0.3, Dublin Core; the last is a common misspelling."""

_UPDATED = ("updated", "modified", "lastBuildDate")
_AUTHORS = ("creator", "author", "byline")
_CONTENT = ("encoded", "content", "body")
_MEDIA = "search.yahoo.com/mrss"
"""The namespace of Media RSS, whose "content", "title" and "description" are those of an image."""


def read_feed_xml(text: str) -> tuple[Feed, bool]:
    """Return the feed in `text`, and whether its structure is sound and nothing was guessed."""
    parser = etree.XMLParser(
        encoding="utf-8",
        recover=True,
        huge_tree=True,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(mended(text).encode("utf-8"), parser)
        if root is None:
            return Feed(), False
        return _feed(root), not any(_is_damage(error) for error in parser.error_log)
    except UnicodeError:
        return Feed(), False


def _feed(root: etree._Element) -> Feed:
    entries = tuple(_entry(node) for node in root.iter("{*}*") if _name(node) in _ENTRIES)
    channel = next((node for node in root.iter("{*}*") if _name(node) == "channel"), root)
    fields = _fields(channel)
    return Feed(
        title=_text(fields, "title"),
        link=_link(fields),
        language=_text(fields, "language") or _attribute(root, "lang"),
        authors=tuple(_authors(fields)),
        entries=entries,
    )


def mended(text: str) -> str:
    """Return `text` as well-formed as it can be made without knowing its structure."""
    text = _DECLARATION.sub("", _ILLEGAL.sub("", text), count=1).lstrip("\ufeff \t\r\n")
    text = _SURROGATE.sub("\N{REPLACEMENT CHARACTER}", text)
    if text.rfind("<![CDATA[") > text.rfind("]]>"):
        text += "]]>"
    return _AMPERSAND.sub(_entity, _DOCTYPE.sub("", text, count=1))


def entry_openings(text: str) -> int:
    """Return how many entries the source of a feed begins, those in quoted text left out."""
    return sum(1 for _ in _OPENING.finditer(_CDATA.sub("", text)))


def _entity(match: re.Match[str]) -> str:
    name = match[1]
    if name is None:
        return "&amp;"
    return html.escape(html5[name]) if name in html5 else f"&amp;{name}"


def _is_damage(error: "etree._LogEntry") -> bool:
    """Say whether an error of the parser can have changed the structure."""
    return bool(error.domain != etree.ErrorDomains.NAMESPACE)


Fields = dict[str, list["etree._Element"]]  # noqa: SLF001 - the type has no other name


def _entry(node: etree._Element) -> Entry:
    fields = _fields(node)
    atom = _name(node) == "entry"
    summary = _markup(fields, "summary")
    return Entry(
        title=_markup(fields, "title"),
        link=_link(fields),
        authors=tuple(_authors(fields)),
        published=tuple(filter(None, (_text(fields, name) for name in _PUBLISHED))),
        updated=next(filter(None, (_text(fields, name) for name in _UPDATED)), ""),
        content=next(filter(None, (_markup(fields, name) for name in _CONTENT)), ""),
        summary=summary or (_markup(fields, "description") if atom else ""),
        description="" if atom else _markup(fields, "description"),
        language=_text(fields, "language") or _attribute(node, "lang"),
    )


def _fields(node: etree._Element) -> Fields:
    """Return the children of `node` by local name, media left out."""
    fields: Fields = {}
    for child in node.iterchildren("{*}*"):
        if _MEDIA not in child.tag:
            fields.setdefault(_name(child), []).append(child)
    return fields


def _name(node: etree._Element) -> str:
    """Return the name without namespace or an undeclared prefix."""
    return node.tag.rpartition("}")[2].rpartition(":")[2]


def _text(fields: Fields, name: str) -> str:
    return next(
        (
            text
            for node in fields.get(name, ())
            if (text := "".join(map(str, node.itertext())).strip())
        ),
        "",
    )


def _markup(fields: Fields, name: str) -> str:
    """Return the content of a field as HTML or text; Atom's XHTML is written out again."""
    for node in fields.get(name, ()):
        if len(node):
            inner = (etree.tostring(child, encoding="unicode") for child in node)
            return html.escape(node.text or "", quote=False) + "".join(inner)
        if node.text and node.text.strip():
            plain = _attribute(node, "type") in ("text", "text/plain")
            return html.escape(node.text, quote=False) if plain else node.text
    return ""


def _link(fields: Fields) -> str | None:
    """Return the address of the page: Atom's alternate link, RSS's link, a permanent guid."""
    for node in fields.get("link", ()):
        href = node.get("href")
        if href and node.get("rel", "alternate") == "alternate":
            return href
        if not href and node.text and node.text.strip():
            return node.text.strip()
    for node in fields.get("guid", []):
        if node.get("isPermaLink", "true") != "false" and node.text:
            return node.text.strip()
    return None


def _authors(fields: Fields) -> Iterator[str]:
    """Yield names: Dublin Core's creator, RSS's author, the name inside Atom's."""
    for name in _AUTHORS:
        for node in fields.get(name, ()):
            inner = _text(_fields(node), "name") if len(node) else (node.text or "")
            if inner.strip():
                yield inner.strip()


def _attribute(node: etree._Element, name: str) -> str | None:
    """Return an attribute by local name, such as xml:lang."""
    return next((str(node.attrib[key]) for key in node.attrib if str(key).endswith(name)), None)
