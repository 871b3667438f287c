"""The element tree of a page: made without trust, read without recursion.

lxml's HTML parser runs without its `huge_tree` switch, so depth and sizes stay bounded; every walk
here is an iteration over the tree.
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
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


def parse_tree(html: str) -> etree._Element | None:
    """Return the root of `html`, None where there is nothing to parse.

    Elements are lxml's plain ones: `lxml.html`'s cost a call into Python each time one is touched.
    """
    text = _CONTROLS.sub(" ", _DECLARATION.sub("", html)).encode("utf-8", "replace")
    if not text.strip():
        return None
    parser = etree.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=False
    )
    try:
        return etree.fromstring(text, parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None


def text_of(element: etree._Element) -> str:
    """Return the text below `element`, white space collapsed, silent elements left out."""
    parts: list[str] = []
    skip = 0
    for event, node in etree.iterwalk(element, events=("start", "end")):
        if event == "start":
            skip += node.tag in SILENT
            if not skip and node.text:
                parts.append(node.text)
            if node.tag == "br":
                parts.append(" ")
        else:
            skip -= node.tag in SILENT
            if node is not element and not skip and node.tail:
                parts.append(node.tail)
    return " ".join("".join(parts).split())


def short_text(element: etree._Element, longest: int) -> str | None:
    """Return the text below `element`; None where it is longer than `longest` code points.

    What holds many elements is no short line and is not read, so that asking boxes that stand one
    inside the other stays quick.
    """
    if next(islice(element.iter(), _MANY, None), None) is not None:
        return None
    text = text_of(element)
    return text if len(text) <= longest else None


_MANY = 60
"""Elements that no short line is made of."""


def is_hidden(element: etree._Element) -> bool:
    """Tell whether the page itself says that a browser shows nothing of `element`."""
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
    values = (element.get("class"), element.get("id"), element.get("data-testid"))
    return " ".join(v[:300] for v in values if v).lower()


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
