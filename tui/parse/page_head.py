"""The head of a page as it stands: meta elements, addresses, the title, the JSON-LD scripts.

Pages write one name in many forms ("article:published_time", "article:published:time",
"DC.date.issued"): names are compared by their letters and digits alone.
"""

import re
from dataclasses import dataclass, field
from html import unescape

from lxml import etree

from tui.parse.clean import clean_inline

_LONGEST = 5000
_LONGEST_TITLE = 2000
_MOST = 50
"""Values that are kept of one name."""
_NOT_KEY = re.compile(r"[^a-z0-9]")
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,200}>")


@dataclass(frozen=True, slots=True)
class PageHead:
    """What stands in the head, unjudged."""

    language: str | None
    title: str
    """The text of the `title` element."""
    metas: dict[str, list[str]] = field(default_factory=dict)
    """The contents of meta elements by the letters of their names, in the order of the page."""
    canonical: tuple[str, ...] = ()
    scripts: tuple[str, ...] = ()
    """The JSON-LD scripts."""

    def all(self, *names: str) -> list[str]:
        """Return the contents under these names, cleaned; the first name's first."""
        return [text for name in names for raw in self.metas.get(name, ()) if (text := plain(raw))]


def read_head(root: etree._Element) -> PageHead:
    """Read the head of the page, in one walk."""
    title = ""
    metas: dict[str, list[str]] = {}
    canonical: list[str] = []
    scripts: list[str] = []
    for element in root.iter("meta", "link", "script", "title"):
        if element.tag == "meta":
            _add(metas, element)
        elif element.tag == "link":
            if "canonical" in (element.get("rel") or "").lower():
                canonical.append(element.get("href") or "")
        elif element.tag == "script":
            if "ld+json" in (element.get("type") or "").lower():
                scripts.append(element.text or "")
        elif not title and _is_of_page(element):
            title = plain("".join(map(str, element.itertext()))[:_LONGEST_TITLE])
    language = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang")
    return PageHead(language, title, metas, tuple(canonical[:_MOST]), tuple(scripts[:_MOST]))


def _add(metas: dict[str, list[str]], element: etree._Element) -> None:
    content = (element.get("content") or "")[:_LONGEST].strip()
    if not content:
        return
    names = [element.get("name") or "", *(element.get("property") or "").split()]
    for key in dict.fromkeys(_NOT_KEY.sub("", name[:100].lower()) for name in names):
        if key:
            values = metas.setdefault(key, [])
            if len(values) < _MOST:
                values.append(content)


def _is_of_page(title: etree._Element) -> bool:
    """Tell the page's title from that of a drawing."""
    parent = title.getparent()
    return parent is not None and parent.tag in ("head", "html", "body")


def plain(text: str) -> str:
    """Return `text` without the entities and tags that end up in metadata, on one line."""
    text = text[:20000]
    if "&" in text or "<" in text:
        text = _TAG.sub("", unescape(unescape(text)))
    return clean_inline(text)
