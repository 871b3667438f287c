"""The stories that a page links to, as cards: a link of a title's length and the box around it.

The box of a story is the highest one in which no other story is linked and which holds neither the
body nor prose of its own. Boxes side by side are a row. Whether a row is related matter is judged
in `html_offers`. Each step is one walk over the links with a bounded climb: the time is linear.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from lxml import etree

from tui.parse.html_tree import ancestors, text_of
from tui.parse.widgets import widget, word_set

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_LEAST, _MOST = 15, 600
"""Columns of a link's text: shorter is a button or a section, longer is prose."""
_WORDS = 3
_BUTTON = 45
"""Code points of the longest button worth looking up."""
_LINKS = 1500
"""Links that are looked at; a page offers forty pieces at most, and an archive page thousands."""
_LEVELS = 10
_LARGEST = 1500
"""Code points of the largest card, with its excerpt and names."""
_PROSE = 100
_INLINE = 0.6
"""The share of a paragraph that a link must be, so that it is no link in running text."""
_WITHIN = word_set("em strong span b i u small font sup cite q mark")
_RUNNING = 40
"""Code points of text of its own beside a link, from which a box is running text; a label or a date
is shorter."""
_BODY = 300
"""Code points of prose from which a box is the body."""
_DEPTH = 256
"""The deepest tree that the parser makes."""
_PLACES = re.compile(
    r"[/.](?:tags?|authors?|autor(?:es|en)?|auteurs?|autori|auteur|categor(?:y|ies|ia)|kategorie|"
    r"categorie|topics?|tema|thema|themen|sujets?|sections?|users?|profile?s?|login|sign-?in|"
    r"subscri\w*|abo|abos|newsletters?|shop|jobs?|stellenmarkt|search|people|by|contributors?|"
    r"vouchers?|gutscheine?|cup[oó]n\w*|descuentos|discounts?|crosswords?|crucigramas|sudoku|forums?|"
    r"horoscop\w*|juegos|jeux|spiele|giochi|jogos|shopping|preisvergleich|angebote|archiv|hemeroteca|"
    r"privacy|terms|feed|rss)(?:[/.?#]|$)",
    re.IGNORECASE,
)
"""Parts of an address that lead to a list or a service and not to a story."""
_TOPS = word_set("html body main head")


@dataclass(frozen=True, slots=True)
class Story:
    """One story that the page links to."""

    link: etree._Element
    card: etree._Element


@dataclass(slots=True)
class Row:
    """Cards side by side, in page order."""

    parent: etree._Element
    stories: list[Story]


@dataclass(slots=True)
class Page:
    """What is known of a page's boxes before rows are judged."""

    body: etree._Element | None
    """The box that holds most prose; None on a page without."""
    around: set[etree._Element] = field(default_factory=set)
    """The body and every box around it."""
    rows: list[Row] = field(default_factory=list)

    def in_body(self, element: etree._Element) -> bool:
        """Tell whether `element` is the body or stands in it."""
        return self.body is not None and any(e is self.body for e in ancestors(element, _DEPTH))


def read_rows(root: etree._Element) -> Page:
    """Return the rows of story cards of a page, in page order."""
    body = _body(root)
    page = Page(body, set() if body is None else set(ancestors(body, _DEPTH)))
    links = list(islice(_story_links(root), _LINKS))
    chains = [list(ancestors(link, _LEVELS)) for link in links]
    keys = [_key(link) for link in links]
    owners: dict[etree._Element, str] = {}
    for key, chain in zip(keys, chains, strict=True):
        for node in chain:
            if owners.setdefault(node, key) != key:
                owners[node] = ""
    rows: dict[etree._Element, Row] = {}
    done: set[tuple[etree._Element, str]] = set()
    for link, key, chain in zip(links, keys, chains, strict=True):
        card = _card(key, chain, owners, page)
        parent = card.getparent()
        if parent is None or (card, key) in done:
            continue
        done.add((card, key))
        rows.setdefault(parent, Row(parent, [])).stories.append(Story(link, card))
    page.rows = list(rows.values())
    return page


def _story_links(root: etree._Element) -> Iterator[etree._Element]:
    beside: dict[etree._Element, int] = {}
    for link in root.iter("a"):
        href = (link.get("href") or "").strip()
        if not href or href[0] == "#" or href[:5].lower() in ("javas", "mailt", "tel:+", "data:"):
            continue
        text = label_of(link)
        if is_title(text) and not _PLACES.search(href[:300]) and not _inline(link, text, beside):
            yield link


def label_of(link: etree._Element) -> str:
    """Return a link's text, or its label where it lies over a card without any text."""
    own = "".join(map(str, link.itertext())) if len(link) else link.text or ""
    text = " ".join(own.split())
    return text or " ".join((link.get("aria-label") or link.get("title") or "").split())


def is_title(text: str) -> bool:
    """Tell whether `text` has a title's length; a character of CJK is two columns and a word."""
    if not _LEAST / 2 <= len(text) <= _MOST:
        return False
    columns = columns_of(text)
    words = max(text.count(" ") + 1, (columns - len(text)) // 3)
    if columns < _LEAST or words < _WORDS:
        return False
    return len(text) > _BUTTON or widget(text) is None


def columns_of(text: str) -> int:
    """Return how much a title says, in columns: a character of CJK says what two letters do."""
    return len(text) + (0 if text.isascii() else sum("\u2e80" <= c <= "\uffdc" for c in text))


def _inline(link: etree._Element, text: str, beside: dict[etree._Element, int]) -> bool:
    """Tell whether a link stands in running text or in the caption of a picture.

    `beside` keeps how much text of their own the boxes of other links have: a box may hold many.
    """
    for node in islice(ancestors(link, 5), 1, None):
        if node.tag in HEADINGS:
            return False
        if node.tag == "figcaption":
            return True
        if node.tag == "p":
            if node not in beside:
                beside[node] = sum(map(len, node.itertext()))
            return len(text) < _INLINE * beside[node]
        if node.tag not in _WITHIN:
            if node not in beside:
                own = " ".join((node.text or "", *((child.tail or "") for child in node)))
                beside[node] = len(" ".join(own.split()))
            return beside[node] > _RUNNING
    return False


def _key(link: etree._Element) -> str:
    return (link.get("href") or "").strip().split("#")[0].split("?utm")[0].rstrip("/")


def _card(
    key: str, chain: list[etree._Element], owners: dict[etree._Element, str], page: Page
) -> etree._Element:
    """Return the highest box that is this story's alone."""
    own = [chain[0]]
    for node in chain[1:]:
        if node.tag in _TOPS or owners[node] != key or node in page.around:
            break
        own.append(node)
    for node in reversed(own):
        if _fits(node):
            return node
    return chain[0]


def _fits(card: etree._Element) -> bool:
    """Tell whether a box is small enough for a card, without reading a large one to its end."""
    size = prose = 0
    for node in islice(card.iter(), 400):
        if node.tag == "h1":
            return False
        text = node.text or ""
        size += len(text.strip())
        prose += node.tag == "p" and len(text) >= _PROSE
        if size > _LARGEST or prose > 2:
            return False
    return True


def _body(root: etree._Element) -> etree._Element | None:
    """Return the box whose paragraphs hold most prose, their boxes' boxes at a discount."""
    scores: dict[etree._Element, float] = {}
    for p in root.iter("p"):
        size = len(" ".join("".join(map(str, p.itertext())).split()))
        if size < _PROSE or _beside(p):
            continue
        share = float(size)
        for node in islice(ancestors(p, 4), 1, None):
            if node.tag in ("html", "body"):
                break
            scores[node] = scores.get(node, 0) + share
            share *= 0.9
    best = max(scores, key=lambda node: scores[node], default=None)
    if best is not None and scores[best] >= _BODY:
        return best
    return _unparted(root)


def _unparted(root: etree._Element) -> etree._Element | None:
    """Return the box with most text of its own, where a page sets its lines without paragraphs."""
    best, most = None, _BODY
    for box in root.iter("div", "td", "section", "article"):
        size = len((box.text or "").strip()) + sum(len((c.tail or "").strip()) for c in box)
        if size > most:
            best, most = box, size
    return best


_BESIDE = word_set("a li aside footer figure form nav")


def _beside(p: etree._Element) -> bool:
    """Tell whether a paragraph belongs to a card, a list or a box beside the article."""
    before = p.getprevious()
    if before is not None and before.tag in HEADINGS and before.find(".//a") is not None:
        return True
    return any(e.tag in _BESIDE for e in ancestors(p, 5))


def short_text(element: etree._Element, most: int) -> str:
    """Return the text of a small element; "" for one with more text or more boxes than that."""
    size = 0
    for count, node in enumerate(element.iter()):
        size += len(node.text or "")
        if count > 30 or size > 4 * most:
            return ""
    text = text_of(element)
    return text if len(text) <= most else ""
