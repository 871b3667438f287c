"""The related pieces of a page: rows of cards lifted out before the body is extracted.

A card is a subtree with one titled link; a row is at least two of them, siblings of one tag and
class signature. A row counts where the page says that it is related matter: by a class name, a
heading over it, an `aside`, or its place after the last paragraph. The words are tables.
"""

import re
from dataclasses import dataclass
from itertools import pairwise

from lxml import etree

from tui.model import Teaser
from tui.parse.addresses import web_address
from tui.parse.bylines import byline, is_date_line, is_person, signed_title
from tui.parse.clean import clean_inline
from tui.parse.html_tree import ancestors, names_of, remove, text_of
from tui.parse.text_lines import key_of
from tui.parse.widgets import READ_ALSO, widget, word_set

_RELATED = re.compile(
    r"related|recommend|read-?(?:also|more|next)|more-?(?:from|on|stories|news|articles)|similar|"
    r"lire-?aussi|a-?lire|associ(?:e|ated)|connexe|suggest|you-?may|popular|most-?read|plus-?lus|"
    r"meist|weitere|mehr-?zum|empfehl|verwandt|correlat|relacionad|gerelateerd|teaser-?list|"
    r"further-?reading|see-?also|post-?feed|readmore|(?:^|[\s_-])more(?:$|[\s_-])"
)
"""Class names and ids of zones that lead elsewhere."""
_NEVER = word_set("nav header footer form menu")
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_TITLE = (15, 220)
_CARD_LEVELS, _LARGEST_CARD = 6, 1500
_MOST = 40
_EXCERPT = re.compile(r"excerpt|summary|desc|teaser|chapo|lead|intro|standfirst|dek", re.IGNORECASE)


@dataclass(slots=True)
class _Row:
    cards: list[tuple[etree._Element, etree._Element]]
    """Card and its titled link."""


def lift_teasers(root: etree._Element, base: str | None) -> tuple[tuple[Teaser, ...], list[str]]:
    """Remove the related zones below `root`; return their teasers and the text removed."""
    links = [a for a in root.iter("a") if _titled(a) and not _in_menu(a)]
    rows = _rows(links)
    last = _last_paragraph(root)
    teasers: dict[str, Teaser] = {}
    removed: list[str] = []
    for parent, row in rows:
        if len(row.cards) < 2 or not _is_related(parent, row, last):
            continue
        for card, link in row.cards:
            teaser = _teaser(card, link, base)
            if teaser is not None:
                teasers.setdefault(key_of(teaser.title), teaser)
        removed += _lift(parent, row)
    single = _read_also_lines(root, base)
    for element, teaser in single:
        teasers.setdefault(key_of(teaser.title), teaser)
        removed.append(clean_inline(text_of(element)))
        remove(element)
    return tuple(teasers.values())[:_MOST], removed


def _titled(a: etree._Element) -> bool:
    href = a.get("href") or ""
    if not href or href.startswith(("#", "javascript:", "mailto:", "tel:")):
        return False
    text = text_of(a)
    return _TITLE[0] <= len(text) <= 600 and len(text.split()) >= 3 and widget(text) is None


def _in_menu(a: etree._Element) -> bool:
    return any(e.tag in _NEVER for e in ancestors(a, 30))


def _signature(element: etree._Element) -> str:
    classes = (element.get("class") or "").split()
    return f"{element.tag}.{classes[0] if classes else ''}"


def _rows(links: list[etree._Element]) -> list[tuple[etree._Element, _Row]]:
    """Group the links by the row they are in: the nearest ancestor with siblings of one form."""
    chains = [list(ancestors(a, _CARD_LEVELS + 1)) for a in links]
    counts: dict[tuple[etree._Element, str], set[etree._Element]] = {}
    for chain in chains:
        for node, parent in pairwise(chain):
            counts.setdefault((parent, _signature(node)), set()).add(node)
    rows: dict[tuple[etree._Element, str], _Row] = {}
    for chain in chains:
        for node, parent in pairwise(chain):
            key = (parent, _signature(node))
            if len(counts[key]) >= 2 and node.tag not in ("body", "p", "span"):
                row = rows.setdefault(key, _Row([]))
                if not any(card is node for card, _ in row.cards[-1:]):
                    row.cards.append((node, _better(chain[0], node)))
                break
    return [(parent, row) for (parent, _), row in rows.items()]


def _better(link: etree._Element, card: etree._Element) -> etree._Element:
    """Prefer the link that holds or stands in the card's heading."""
    for heading in card.iter(*_HEADINGS):
        for node in (*heading.iter("a"), *ancestors(heading, 3)):
            if node.tag == "a" and node.get("href"):
                return node
        break
    return link


def _last_paragraph(root: etree._Element) -> etree._Element | None:
    """Return the last paragraph of prose outside links and asides."""
    last = None
    for p in root.iter("p"):
        text = text_of(p)
        if len(text) >= 140 and not any(
            e.tag in ("a", "aside", "footer", "li") for e in ancestors(p, 6)
        ):
            last = p
    return last


def _is_related(parent: etree._Element, row: _Row, last: etree._Element | None) -> bool:
    first = row.cards[0][0]
    prose = sum(len(text_of(p)) for card, _ in row.cards for p in card.iter("p"))
    if prose > 400 * len(row.cards):
        return False
    for node in ancestors(parent, 4):
        if node.tag in ("article", "main", "body"):
            break
        if node.tag == "aside" or _RELATED.search(names_of(node)):
            return True
        if _related_heading(node):
            return True
    if _related_heading(first):
        return True
    headed = any(True for card, _ in row.cards for _ in card.iter(*_HEADINGS))
    return headed and last is not None and _after(first, last)


def _related_heading(node: etree._Element) -> bool:
    """Tell whether the heading just before or first in `node` is one of related matter."""
    before = node.getprevious()
    first = next(iter(node), None)
    for element in (before, first):
        if element is None or element.tag not in (
            *_HEADINGS,
            "p",
            "div",
            "span",
            "strong",
            "header",
        ):
            continue
        if widget(text_of(element)) == "related":
            return True
    return False


def _after(element: etree._Element, other: etree._Element) -> bool:
    """Tell whether `element` stands after `other` in the page, and not around it."""
    mine = list(ancestors(element, 200))[::-1]
    theirs = list(ancestors(other, 200))[::-1]
    for depth, (a, b) in enumerate(zip(mine, theirs, strict=False)):
        if a is not b:
            if depth == 0:
                return False
            parent = mine[depth - 1]
            return parent.index(a) > parent.index(b)
    return False


def _teaser(card: etree._Element, link: etree._Element, base: str | None) -> Teaser | None:
    title = _card_title(card, link)
    if not _TITLE[0] - 5 <= len(title) <= _TITLE[1]:
        return None
    excerpt, authors = None, []
    for node in card.iter("p", "div", "span", "a", "li", "address"):
        if node is link or len(node) > 3:
            continue
        text = clean_inline(text_of(node))
        if not text or text in title or title in text or is_date_line(text):
            continue
        names = byline(text) or ((text,) if is_person(text) and _person_place(node) else ())
        authors += [n for n in names if n not in authors]
        if excerpt is None and not names and _is_excerpt(node, text):
            excerpt = text
    return Teaser(
        title, excerpt, tuple(authors) or signed_title(title), web_address(link.get("href"), base)
    )


def _card_title(card: etree._Element, link: etree._Element) -> str:
    for heading in card.iter(*_HEADINGS):
        if text := clean_inline(text_of(heading)):
            return text
    return clean_inline(text_of(link))


def _person_place(node: etree._Element) -> bool:
    names = names_of(node) + (node.get("rel") or "")
    return bool(re.search(r"author|by-?line|auteur|autor|writer|signature", names))


def _is_excerpt(node: etree._Element, text: str) -> bool:
    if widget(text):
        return False
    return len(text) >= 40 and (node.tag == "p" or bool(_EXCERPT.search(names_of(node))))


def _lift(parent: etree._Element, row: _Row) -> list[str]:
    """Remove the cards, and the zone's head where nothing else is left in the zone."""
    out = []
    for card, _ in row.cards:
        out.append(clean_inline(text_of(card)))
        remove(card)
    left = clean_inline(text_of(parent))
    if parent.getparent() is not None and parent.tag not in ("body", "article", "main"):
        before = parent.getprevious()
        if before is not None and widget(text_of(before)) == "related":
            remove(before)
        if not left or widget(left) == "related":
            remove(parent)
    return out


def _read_also_lines(root: etree._Element, base: str | None) -> list[tuple[etree._Element, Teaser]]:
    """Find the paragraphs that only lead elsewhere: "Lire aussi : …"."""
    out = []
    for p in root.iter("p", "li", "div", "aside"):
        if len(p) > 6 or (p.tag in ("div", "aside") and p.find(".//p") is not None):
            continue
        links = list(p.iter("a"))
        if len(links) != 1:
            continue
        text, title = clean_inline(text_of(p)), clean_inline(text_of(links[0]))
        match = READ_ALSO.match(text)
        rest = text[match.end() :] if match else ""
        if match and len(rest) <= _TITLE[1] and len(title) >= 0.7 * len(rest) > 10:
            name = READ_ALSO.sub("", title, count=1) if READ_ALSO.match(title) else title
            out.append((p, Teaser(name, None, (), web_address(links[0].get("href"), base))))
    return out
