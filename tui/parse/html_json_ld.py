"""The article that a page describes in JSON-LD, read as pages write it.

A page's scripts are one graph: an article in one names its author by the `@id` of a thing in
another. Broken JSON-LD is passed over.
"""

import json
import re
from typing import Any

from lxml import etree

from tui.parse.clean import clean_inline
from tui.parse.foreign_graph import schema_articles

_LARGEST_JSON = 2_000_000
"""Code points of all scripts that are read."""

_MOST_ITEMS = 50
"""Items of a list that are read."""

_WRAPPING = re.compile(r"^\s*(?:<!--|//<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\]\]>|\]\]>)\s*;?\s*$")


def page_article(root: etree._Element) -> dict[str, Any]:
    """Return the first article among the page's JSON-LD things, else an empty one."""
    values: list[object] = []
    left = _LARGEST_JSON
    for script in root.iter("script"):
        text = script.text or ""
        if "ld+json" in (script.get("type") or "").lower() and len(text) <= left:
            left -= len(text)
            values.append(_json(text))
    return next(iter(schema_articles(values)), {})


def _json(text: str) -> object:
    """Read JSON as pages write it: HTML comments around it, raw line breaks, trailing commas."""
    text = _WRAPPING.sub("", text)
    for candidate in (text, re.sub(r",\s*([}\]])", r"\1", text)):
        try:
            return json.loads(candidate.strip().rstrip(";"), strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def strings(value: object) -> list[str]:
    """Return the strings or names in a JSON-LD value: a text, an object with a name, a list."""
    items = value if isinstance(value, list) else [value]
    out: list[str] = []
    for item in items[:_MOST_ITEMS]:
        if isinstance(item, dict):
            item = item.get("name") or item.get("@value") or _name_of(item)
        if isinstance(item, list):
            out += [plain(x) for x in item if isinstance(x, str)]
        if isinstance(item, str) and item.strip():
            out.append(plain(item))
    return out


def person_names(value: object) -> list[str]:
    """Return the names in a JSON-LD value that are not those of an organization."""
    items = value if isinstance(value, list) else [value]
    return strings([item for item in items[:_MOST_ITEMS] if not _is_organization(item)])


def _name_of(person: dict[str, Any]) -> str | None:
    """Return a person's name that is given in its parts."""
    parts = [person.get("givenName"), person.get("familyName")]
    return " ".join(part for part in parts if isinstance(part, str) and part) or None


def _is_organization(item: object) -> bool:
    """Tell whether `item` says that it is one: schema.org's `Organization` and its kinds."""
    kind = item.get("@type") if isinstance(item, dict) else None
    return isinstance(kind, str) and kind.endswith("Organization")


def plain(text: str) -> str:
    """Return `text` without the entities and tags that end up in metadata."""
    if "&" in text or "<" in text:
        from html import unescape

        text = re.sub(r"</?[a-zA-Z][^<>]{0,200}>", "", unescape(text[:20000]))
    return clean_inline(text[:20000])
