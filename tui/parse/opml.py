"""OPML 2.0 (http://opml.org/spec2.opml): lists of feeds, as readers hand them to one another.

A feed is an outline with an address, a folder is one without. Case of attributes varies between
programs; folders stand in one another and are joined by "/".
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from lxml import etree

from tui.parse.addresses import web_address
from tui.parse.clean import clean_inline

MOST: Final = 20_000
"""Feeds that are taken from one list."""

_LONGEST: Final = 200
"""Code points of a name."""
_ILLEGAL: Final = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 may not hold."""


class OpmlError(Exception):
    """A list that cannot be read; the message is the reason."""


@dataclass(frozen=True, slots=True)
class Outline:
    """A feed as a list has it."""

    url: str
    """As it stands there; whether it is one of the web is not looked at."""
    title: str = ""
    site: str | None = None
    folder: str = ""


def read_opml(data: bytes) -> tuple[Outline, ...]:
    """Return the feeds in a list, each address once; raises OpmlError."""
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        root = None
    if root is None or not isinstance(root.tag, str) or root.tag.lower() != "opml":
        raise OpmlError("not an OPML list of feeds")
    found: dict[str, Outline] = {}
    for outline in _outlines(root):
        found.setdefault(outline.url, outline)
        if len(found) > MOST:
            raise OpmlError(f"more than {MOST:,} feeds")
    return tuple(found.values())


def _outlines(root: etree._Element) -> Iterator[Outline]:
    folders: list[str] = []
    for event, element in etree.iterwalk(root, events=("start", "end"), tag="outline"):
        if event == "end":
            folders.pop()
            continue
        given = {str(name).lower(): str(value) for name, value in element.attrib.items()}
        name = clean_inline(given.get("title") or given.get("text") or "")[:_LONGEST]
        url = (given.get("xmlurl") or "").strip()
        if not url:
            folders.append(name.replace("/", "-"))
            continue
        folder = "/".join(filter(None, folders)) or _category(given.get("category", ""))
        folders.append("")
        yield Outline(url, name, web_address(given.get("htmlurl")), folder[:_LONGEST])


def _category(said: str) -> str:
    """Return the first of the categories that stand in an attribute, "/a/b,/c"."""
    return clean_inline(said.partition(",")[0]).strip("/ ")


def write_opml(feeds: Sequence[Outline]) -> bytes:
    """Return a list of `feeds`, those of one folder together."""
    root = etree.Element("opml", version="2.0")
    etree.SubElement(etree.SubElement(root, "head"), "title").text = "Broadsheet"
    body = etree.SubElement(root, "body")
    folders: dict[str, etree._Element] = {"": body}
    for feed in feeds:
        title = _legal(feed.title or feed.url)
        given = {"type": "rss", "text": title, "title": title, "xmlUrl": _legal(feed.url)}
        if feed.site:
            given["htmlUrl"] = _legal(feed.site)
        etree.SubElement(_folder(folders, _legal(feed.folder)), "outline", given)
    return etree.tostring(root, xml_declaration=True, encoding="utf-8", pretty_print=True)


def _folder(folders: dict[str, etree._Element], path: str) -> etree._Element:
    """Return the outline of a folder, made where it is not there yet."""
    done = ""
    for name in filter(None, path.split("/")):
        inside = f"{done}/{name}"
        if inside not in folders:
            folders[inside] = etree.SubElement(folders[done], "outline", text=name, title=name)
        done = inside
    return folders[done]


def _legal(text: str) -> str:
    return _ILLEGAL.sub("", text)
