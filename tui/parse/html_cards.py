"""One card of a related piece to a `Teaser`: its title, excerpt, authors, address and date."""

import re

from lxml import etree

from tui.model import Teaser
from tui.parse.addresses import web_address
from tui.parse.bylines import byline, date_in, is_date_line, is_person, signed_title
from tui.parse.clean import clean_inline
from tui.parse.dates import iso_date
from tui.parse.html_rows import HEADINGS, label_of
from tui.parse.html_tree import ancestors, names_of, text_of
from tui.parse.widgets import READ_ALSO, widget

_TITLE = (8, 300)
_PARTS = ("p", "div", "span", "a", "li", "address", "time", "small", "em", "i", "td", "cite")
_EXCERPT = re.compile(r"excerpt|summary|desc|teaser|chapo|lead|intro|standfirst|dek", re.IGNORECASE)
_LEAST_EXCERPT = 40
_HEADLINE = re.compile(r"(?:^|[\s_-])(?:title|headline|titre|titel|titulo|titolo|hed)(?:$|[\s_-])")
_WRITER = re.compile(r"author|by-?line|auteur|autor|writer|signature|attribution")
_STEP = re.compile(
    r"^[\s«←‹<→»›>]*(?:(?:previous|prev|next|précédent|suivant|vorheriger?|nächster?|anterior|"
    r"siguiente|precedente|successivo|próximo|vorige|volgende)(?:\s+(?:post|article|artikel|beitrag))?"
    r"\s*[:»→›]\s*)?|[\s«←‹→»›]+$",
    re.IGNORECASE,
)
"""What stands before the title in a link to a neighbour, and the arrows after it."""


def read_card(
    card: etree._Element, link: etree._Element, base: str | None, language: str | None
) -> Teaser | None:
    """Return what a card shows; None where it has no title."""
    title = clean_inline(_STEP.sub("", READ_ALSO.sub("", _title(card, link), count=1)))
    if not _TITLE[0] <= len(title) <= _TITLE[1]:
        return None
    excerpt, published = None, None
    authors: list[str] = []
    for node in card.iter(*_PARTS):
        if node is link or len(node) > 3:
            continue
        text = clean_inline(text_of(node))
        published = published or _date(node, text, language)
        if not text or text in title or title in text or is_date_line(text):
            continue
        names = byline(text) or ((text,) if is_person(text) and _person_place(node) else ())
        authors += [n for n in names if n not in authors]
        published = published or (_shown_date(text, language) if names else None)
        if excerpt is None and not names and _is_excerpt(node, text):
            excerpt = text
    signed = tuple(authors) or signed_title(title)
    return Teaser(title, excerpt, signed, web_address(link.get("href"), base), published)


def _title(card: etree._Element, link: etree._Element) -> str:
    """Return the text of the card's heading, of what is named a title, or of the link."""
    for heading in (*link.iter(*HEADINGS), *_above(link), *card.iter(*HEADINGS)):
        if len(text := text_of(heading)) >= _TITLE[0] and not _is_head(heading, card):
            return text
    for node in link.iter("span", "div", "p", "strong", "b"):
        if _HEADLINE.search(names_of(node)) and len(text := text_of(node)) >= _TITLE[0]:
            return text
    own = " ".join(" ".join((link.text or "", *((c.tail or "") for c in link))).split())
    if len(own) >= 2 * _TITLE[0] and all(c.tag in ("span", "time", "small", "div") for c in link):
        return own
    parts = [text_of(c) for c in link if c.tag in ("span", "div", "p", "strong")]
    long = [part for part in parts if len(part) >= 2 * _TITLE[0]]
    return long[0] if long and len(own) < _TITLE[0] else text_of(link) or label_of(link)


def _above(link: etree._Element) -> list[etree._Element]:
    return [node for node in ancestors(link, 3) if node.tag in HEADINGS]


def _is_head(heading: etree._Element, card: etree._Element) -> bool:
    """Tell whether a heading stands over the zone and not over the story."""
    return widget(text_of(heading)) is not None or (
        next(iter(card), None) is heading and heading.find(".//a") is None and len(card) > 1
        and next((h for h in card.iter(*HEADINGS) if h is not heading), None) is not None
    )  # fmt: skip


def _date(node: etree._Element, text: str, language: str | None) -> str | None:
    stamp = node.get("datetime") if node.tag == "time" else None
    if stamp and (found := iso_date(stamp, language)):
        return found
    return _shown_date(text, language) if is_date_line(text) else None


def _shown_date(text: str, language: str | None) -> str | None:
    shown = date_in(text)
    return iso_date(shown, language) if shown else None


def _person_place(node: etree._Element) -> bool:
    near = (names_of(e) + (e.get("rel") or "") for e in ancestors(node, 1))
    return any(_WRITER.search(names) for names in near)


def _is_excerpt(node: etree._Element, text: str) -> bool:
    if widget(text):
        return False
    return len(text) >= _LEAST_EXCERPT and (
        node.tag == "p" or bool(_EXCERPT.search(names_of(node)))
    )
