"""The related pieces of a page, lifted out before the body is chosen.

`html_rows` finds the cards, `html_offers` says which rows of them are related matter, `html_cards`
reads a card. Here they are taken out of the tree, each piece once and in page order.
"""

from itertools import islice
from urllib.parse import urlsplit

from lxml import etree

from tui.model import Teaser
from tui.parse.bylines import is_date_line
from tui.parse.clean import clean_inline
from tui.parse.html_cards import read_card
from tui.parse.html_offers import offered
from tui.parse.html_rows import Row, Story, read_rows, short_text
from tui.parse.html_tree import remove, text_of
from tui.parse.text_lines import key_of
from tui.parse.widgets import widget, word_set

_MOST = 40
_HEADING = 70
_FEW = 30
"""Boxes of a zone that may be empty."""
_KEPT = word_set("html body main article")
_SUFFIXES = word_set("co com org net gov ac edu or ne go")
"""Labels of a host's end that are no one's own: "bbc.co.uk" and "bbc.com" are one's."""


def lift_teasers(root: etree._Element, base: str | None) -> tuple[tuple[Teaser, ...], list[str]]:
    """Remove the related zones below `root`; return their teasers and the text removed.

    `base` is the page's address: links to it are none, nor are those to another owner's site.
    """
    language = (root.get("lang") or "")[:2].lower() or None
    page = read_rows(root)
    chosen = [(row, stories) for row in page.rows if (stories := offered(row, page))]
    teasers: dict[str, Teaser] = {}
    addresses = {_address(base)} if base else set()
    removed: list[str] = []
    for _, stories in chosen:
        for story in stories:
            if len(teasers) >= _MOST:
                break
            teaser = read_card(story.card, story.link, base, language)
            if teaser is None or is_date_line(teaser.title) or _elsewhere(teaser.url, base):
                continue
            address = _address(teaser.url)
            if not (address and address in addresses):
                teasers.setdefault(key_of(teaser.title), teaser)
                addresses.add(address)
    for row, stories in chosen:
        removed += _lift(row, stories)
    return tuple(teasers.values()), removed


def _address(url: str | None) -> str:
    return (url or "").split("#")[0].split("?utm")[0].rstrip("/")


def _elsewhere(url: str | None, base: str | None) -> bool:
    """Tell whether an address is another owner's than the page's."""
    if url is None:
        return base is not None
    mine, theirs = _owner(base), _owner(url)
    return bool(mine and theirs and mine != theirs)


def _owner(url: str | None) -> str:
    labels = (urlsplit(url or "").hostname or "").split(".")
    while len(labels) > 1 and (len(labels[-1]) == 2 or labels[-1] in _SUFFIXES or len(labels) > 2):
        if labels[-1] not in _SUFFIXES and len(labels[-1]) != 2 and len(labels) <= 2:
            break
        if len(labels) > 2 and labels[-2] not in _SUFFIXES:
            return labels[-2]
        labels.pop()
    return labels[-2] if len(labels) > 1 else labels[0]


def _lift(row: Row, stories: list[Story]) -> list[str]:
    """Remove the cards, and the zone's head and the zone where nothing else is left in it."""
    out = []
    for story in stories:
        if story.card.getparent() is not None:
            out.append(clean_inline(text_of(story.card)))
            before = story.card.getprevious()
            remove(story.card)
            _drop_head(before)
    zone = row.parent
    _drop_head(zone.getprevious())
    for _ in range(3):
        above = zone.getparent()
        if above is None or zone.tag in _KEPT or not _is_empty(zone):
            break
        _drop_head(zone.getprevious())
        remove(zone)
        zone = above
    return [text for text in out if text]


def _drop_head(element: etree._Element | None) -> None:
    if element is not None and widget(short_text(element, _HEADING)) == "related":
        remove(element)


def _is_empty(zone: etree._Element) -> bool:
    if next(zone.iter("img", "figure", "table", "pre"), None) is not None:
        return False
    if next(islice(zone.iter(), _FEW, None), None) is not None:
        return False
    text = text_of(zone)
    return not text or (len(text) <= _HEADING and widget(text) == "related")
