"""The element tree of a page: made without trust, read without recursion.

lxml's HTML parser stops where a text, a script or an address holds more than 10 MB, or elements
stand in one another more than 256 deep. Such a page is parsed again without these limits, since
`tui.source` bounds a document's size, and made as shallow as the others. Every walk here is an
iteration over the tree.
"""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

from lxml import etree

from tui.parse.widgets import word_set

SILENT = word_set(
    "script style noscript template svg annotation annotation-xml iframe object embed audio video "
    "canvas button select option textarea input label head title meta link nav dialog"
)
"""Elements whose text is no text of the page."""

_NOT_SHOWN = re.compile(
    r"display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden", re.IGNORECASE
)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")
_BLANKED = bytes(
    ord(" ") if byte < ord(" ") and byte not in b"\t\n\r" else byte for byte in range(256)
)
"""Bytes as they are, control characters as spaces; no other character of UTF-8 has their bytes."""
_INLINE = word_set(
    "a abbr acronym b bdi bdo big cite code del dfn em font i ins kbd mark q s samp small span "
    "strike strong sub sup time tt u var wbr"
)
_INSIDE_TAG = rb"(?:[^>=]++|=\s*+(?:\"[^\"]*+(?:\"|\Z)|'[^']*+(?:'|\Z))?)*+"
_OPENING_TAG = re.compile(
    rb"<!--(?:-?>|(?:[^-]++|-(?!-!?>))*+)"
    rb"|(?P<code><(script|style)(?=[\s/>])" + _INSIDE_TAG + rb")(?P<text>>(?:[^<]++|<(?!/\2))*+)"
    rb"|<[a-z]" + _INSIDE_TAG,
    re.IGNORECASE,
)
"""A tag up to its end, which may not stand in a quoted value; comments, and code with its tag, are
passed over as a whole, for what they hold is no tag (HTML standard, 13.2.5)."""
_ATTRIBUTE = re.compile(rb"[^\s/>=][^\s/>=]*+(?:\s*+=\s*+(?:\"[^\"]*+\"?|'[^']*+'?|[^\s>]*+))?+")
_MOST_ATTRIBUTES = 500
"""Attributes of one element that are read: each is compared with all before it, so that time grows
with their square. The HTML standard has some forty for an element, pages a few more of their own.
"""
_DEEPEST = 256
"""Elements in one another that the tree of a page has at most."""


def parse_tree(html: str) -> etree._Element | None:
    """Return the root of `html`; None where there is nothing to parse, or it is nested too deep.

    Elements are lxml's plain ones: `lxml.html`'s cost a call into Python each time one is touched.
    """
    text = _DECLARATION.sub("", html).encode("utf-8", "replace").translate(_BLANKED)
    if not text or text.isspace():
        return None
    text = _OPENING_TAG.sub(_thinned, text)
    root, whole = _parsed(text, huge=False)
    if not whole:
        root, whole = _parsed(text, huge=True)
        if root is not None and whole:
            _make_shallow(root)
    return root if whole else None


def _thinned(found: re.Match[bytes]) -> bytes:
    """Return a tag without the attributes beyond `_MOST_ATTRIBUTES`."""
    tag = found["code"] or found[0]
    if len(tag) > 2 * _MOST_ATTRIBUTES and not tag.startswith(b"<!"):
        for attribute in islice(_ATTRIBUTE.finditer(tag, 1), _MOST_ATTRIBUTES + 1, None):
            return tag[: attribute.start()] + (found["text"] or b"")
    return found[0]


def _parsed(text: bytes, *, huge: bool) -> tuple[etree._Element | None, bool]:
    """Return the root, and whether the parser read the page to its end."""
    parser = etree.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=huge
    )
    try:
        root = etree.fromstring(text, parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        root = None
    last = parser.error_log.last_error
    return root, last is None or last.level != etree.ErrorLevels.FATAL


def _make_shallow(root: etree._Element) -> None:
    """Leave of what stands deeper than `_DEEPEST` its words alone, as paragraphs."""
    depth = 0
    deep = []
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, node in walk:
        depth += 1 if event == "start" else -1
        if event == "start" and depth >= _DEEPEST and len(node):
            deep.append(node)
            walk.skip_subtree()
    for node in deep:
        lines = _lines(node)
        node.text = None
        del node[:]
        for line in lines:
            etree.SubElement(node, "p").text = line


def _lines(element: etree._Element) -> list[str]:
    """Return the text below `element`, a line to each element that does not stand in a line."""
    lines: list[list[str]] = [[]]
    walk = etree.iterwalk(element, events=("start", "end"))
    for event, node in walk:
        if node is not element and node.tag not in _INLINE:
            lines.append([])
        if event == "start" and node.tag in SILENT:
            walk.skip_subtree()
        elif event == "start":
            lines[-1].append(node.text or "")
        elif node is not element:
            lines[-1].append(node.tail or "")
    joined = (" ".join("".join(line).split()) for line in lines)
    return [line for line in joined if line]


def has_text(root: etree._Element) -> bool:
    """Tell whether `text_of` would return any text, without reading on from the first word."""
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, node in walk:
        if event == "end":
            text = None if node is root else node.tail
        elif node.tag in SILENT:
            walk.skip_subtree()
            continue
        else:
            text = node.text
        if text and not text.isspace():
            return True
    return False


def text_of(element: etree._Element, between: str = "") -> str:
    """Return the text below `element`, white space collapsed, silent elements left out.

    `between` stands between the texts of elements that no white space parts.
    """
    if not len(element):
        return "" if element.tag in SILENT else " ".join((element.text or "").split())
    parts: list[str] = []
    walk = etree.iterwalk(element, events=("start", "end"))
    for event, node in walk:
        if event == "end":
            if node is not element and (tail := node.tail):
                parts.append(tail)
            continue
        tag = node.tag
        if tag in SILENT:
            walk.skip_subtree()
        elif tag == "br":
            parts.append(" ")
        elif text := node.text:
            parts.append(text)
    return " ".join(between.join(parts).split())


def short_text(element: etree._Element, longest: int, between: str = "") -> str | None:
    """Return the text below `element`; None where it is longer than `longest` code points.

    What holds many elements is no short line and is not read, so that asking boxes that stand one
    inside the other stays quick.
    """
    if next(islice(element.iter(), _MANY, None), None) is not None:
        return None
    text = text_of(element, between)
    return text if len(text) <= longest else None


_MANY = 60
"""Elements that no short line is made of."""


def is_hidden(element: etree._Element) -> bool:
    """Tell whether the page itself says that a browser shows nothing of `element`."""
    if not element.keys():
        return False
    if element.get("hidden") is not None and element.get("hidden") != "until-found":
        return True
    style = element.get("style")
    if style and _NOT_SHOWN.search(style[:500]):
        return True
    return element.get("aria-hidden") == "true" and element.tag not in ("html", "body")


def select(path: etree.XPath, element: etree._Element) -> list[etree._Element]:
    """Return the elements that a compiled path finds from `element`."""
    result: Any = path(element)
    found: list[etree._Element] = result
    return found


def names_of(element: etree._Element) -> str:
    """Return the classes, the id and the role of `element` in one lower-case string."""
    names = element.get("class") or ""
    if len(names) > _LONGEST_NAME:
        names = names[:_LONGEST_NAME]
    for key in ("id", "data-testid"):
        if value := element.get(key):
            names = f"{names} {value[:_LONGEST_NAME]}" if names else value[:_LONGEST_NAME]
    return names.lower()


_LONGEST_NAME = 300
"""Code points of an attribute that are looked at."""


def ancestors(element: etree._Element, levels: int) -> Iterator[etree._Element]:
    """Yield `element` and at most `levels` elements above it."""
    node: etree._Element | None = element
    for _ in range(levels + 1):
        if node is None:
            return
        yield node
        node = node.getparent()


def remove(element: etree._Element) -> None:
    """Take `element` out of its tree; the text after it stays."""
    parent = element.getparent()
    if parent is None:
        return
    if element.tail:
        previous = element.getprevious()
        if previous is not None:
            previous.tail = (previous.tail or "") + element.tail
        else:
            parent.text = (parent.text or "") + element.tail
    element.tail = None
    parent.remove(element)
