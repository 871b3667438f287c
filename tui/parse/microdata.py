"""Microdata and RDFa: the article that attributes of the page's own elements describe.

Both name a thing's type and its properties where they are printed (HTML standard, microdata; RDFa
Lite 1.1). The result has the form of JSON-LD, so that what reads one reads all three.
"""

from typing import Any

from lxml import etree

from tui.parse.foreign_graph import ARTICLE_TYPES
from tui.parse.html_tree import select, text_of

_WANTED = frozenset((
    "headline", "alternativeHeadline", "description", "datePublished", "dateModified",
    "dateCreated", "author", "creator", "publisher", "articleSection", "keywords", "inLanguage",
))  # fmt: skip
_PEOPLE = ("author", "creator", "publisher")
_LISTED = (*_PEOPLE, "keywords")
_MOST_VALUES = 30
"""Values of a listed property that are read."""
_MOST_THINGS = 20
_MOST_PROPERTIES = 400
_LONGEST = 2000

_THINGS = etree.XPath("//*[@itemtype or @typeof]")
_PROPERTIES = etree.XPath(".//*[@itemprop]")
_RDFA_PROPERTIES = etree.XPath(".//*[@property]")
_HEAD = etree.XPath("/html/head//meta[@itemprop]")

_SYNTAXES = (
    (_PROPERTIES, "itemtype", "itemprop", "itemscope"),
    (_RDFA_PROPERTIES, "typeof", "property", "typeof"),
)


def read_microdata(root: etree._Element) -> dict[str, Any]:
    """Return the properties of the page's first article, or of the page's head; {} without any."""
    things = select(_THINGS, root)
    for properties, kind, name, scope in _SYNTAXES:
        for element in [thing for thing in things if thing.get(kind)][:_MOST_THINGS]:
            if _kinds(element, kind) & ARTICLE_TYPES and not _is_mentioned(element, name):
                found = _read(element, select(properties, element), kind, name, scope)
                if found:
                    return found
    head = select(_HEAD, root)
    return _read(root, head, "itemtype", "itemprop", "itemscope") if head else {}


_MENTIONS = frozenset(("citation", "comment", "review", "hasPart", "mentions", "relatedLink"))
"""Properties whose value is another article than the page's (schema.org, `CreativeWork`)."""


def _is_mentioned(thing: etree._Element, name: str) -> bool:
    """Tell whether a thing is only what another one cites, or a part of it."""
    names = (thing.get(name) or "").split()
    return any(given.rpartition(":")[2] in _MENTIONS for given in names)


def _kinds(element: etree._Element, kind: str) -> set[str]:
    values = (element.get(kind) or "")[:500].split()
    return {value.rpartition("/")[2].rpartition(":")[2] for value in values}


def _read(
    thing: etree._Element, elements: list[etree._Element], kind: str, name: str, scope: str
) -> dict[str, Any]:
    """Return the properties of `thing` by name; those of things inside it are not its own."""
    found: dict[str, Any] = {}
    for element in elements[:_MOST_PROPERTIES]:
        names = {n.rpartition(":")[2] for n in (element.get(name) or "").split()} & _WANTED
        if not names or _owner(element, thing, scope) is not thing:
            continue
        own = element.get(scope) is not None
        for given in names:
            if len(found.get(given, ())) >= (_MOST_VALUES if given in _LISTED else 1):
                continue
            if own and given in _PEOPLE:
                value: Any = _party(element, kind, name)
            else:
                value = None if own else _value(element)
            if value and given in _LISTED:
                found.setdefault(given, []).append(value)
            elif value:
                found[given] = value
    return found


def _owner(element: etree._Element, thing: etree._Element, scope: str) -> etree._Element | None:
    """Return the nearest thing above `element`; a picture's properties have none."""
    for above in element.iterancestors():
        if above.tag in ("figure", "figcaption"):
            return None
        if above is thing or above.get(scope) is not None:
            return above
    return None


def _party(element: etree._Element, kind: str, name: str) -> dict[str, Any] | None:
    """Return a person or an organisation: its type and its name, which may be printed bare."""
    for inner in element.iter():
        if "name" in (inner.get(name) or "").replace(":", " ").split():
            text = _value(inner)
            break
    else:
        text = _value(element)
    types = sorted(_kinds(element, kind))
    return {"@type": types, "name": text} if text else None


def _value(element: etree._Element) -> str:
    """Return a property's value: what the element says of itself, else what it prints."""
    given = element.get("content") or element.get("datetime")
    return (given or text_of(element))[:_LONGEST].strip()
