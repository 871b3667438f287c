"""Which rows of cards are related matter: offered for further reading, and no menu.

A row counts by the names of the boxes around it, by the heading over it, or by its place and form:
several titles outside the body. Inside the body only what is marked counts, because lists of links
belong to articles too. The words are tables.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from lxml import etree

from tui.parse.html_rows import HEADINGS, Page, Row, Story, columns_of, label_of, short_text
from tui.parse.html_tree import ancestors, names_of
from tui.parse.widgets import READ_ALSO, widget, word_set

_EDGE = r"(?:^|[\s_-])"
_END = r"(?:$|[\s_-])"
_RELATED = re.compile(
    r"related|recommend|read-?(?:also|more|next)|more-?(?:from|on|stories|news|articles)|similar|"
    r"lire-?aussi|a-?lire|associ(?:e|ated)|connexe|suggest|you-?may|popular|most-?(?:read|view)|"
    r"plus-?lus|meist|weitere|mehr-?zum|empfehl|verwandt|correlat|relacionad|gerelateerd|"
    r"teasers|teaser-?(?:list|grid|group|item|card)|further-?reading|see-?also|post-?feed|trending|latest-?(?:posts|news|article)|"
    r"recent-?(?:posts|entries|news|articles)|breaking-?news|up-?next|editors?-?picks|"
    r"mais-?lidas|mas-?leid|piu-?letti|interstitial|inline-?article|ticker|marquee|"
    rf"{_EDGE}more{_END}"
)
"""Class names and ids of zones that lead elsewhere."""
_ELSEWHERE = re.compile(
    rf"{_EDGE}(?:(?:main|top|site|sub|mega|burger|side|mobile|drop|footer|header|nav|primary)?-?"
    r"(?:menus?|nav|navbar|navi|navigation|subnavigation|topnavi)|breadcrumbs?|(?:site-?)?footer\d?|"
    r"site-?header|masthead|tag-?cloud|tag-?(?:list|links)|tags|keywords?|taxonomy|categories|"
    r"authors?-?(?:bio|box|info|card|list)?|bio|byline|comments?|commentlist|comment-?(?:list|body)|"
    r"recent-?comments|cookies?|legal|login|jobs?|jobwidget|stellenmarkt|shop|sponsor(?:ed)?|"
    r"vouchers?|voucher-?code|gutscheine?|coupons?|events?|eventwidget|share|social|newsletters?|"
    rf"languages?|lang-?switcher|dropdown|drop-?down){_END}|widget_categories|widget_tag|"
    r"widget_recent_comments|menu-item|nav-menu|nav-list|-dropdown"
)
"""Class names and ids of what leads elsewhere without being related matter."""
_NEIGHBOUR = re.compile(
    rf"{_EDGE}(?:prev(?:ious)?|next|paginav|post-?nav(?:igation)?|post-?pagination){_END}"
)
"""Class names of links to the piece before and the one after."""
_OTHER_HEADS = word_set(
    "tags tag categories category archives archive schlagwörter kategorien catégories "
    "étiquettes categorías etiquetas categorie etichette categorias kategorie comments "
    "commentaires kommentare jobs stellenmarkt podcasts rubriken rubriques secciones sezioni "
    "autor author auteur authors"
)
"""Headings of lists that are no stories."""
_LEVELS = 6
_HEADING = 70
"""Code points of the longest heading over a row."""
_ROW, _UNHEADED_ROW = 2, 3
_TITLE = 28
"""Columns of a typical title: sections and tags are shorter (measured on generated menus and on
real pages)."""
_PROSE = 400
"""Code points of a paragraph that is more than an excerpt."""


def offered(row: Row, page: Page) -> list[Story]:
    """Return the stories of a row that are related matter: all, none, or the marked ones."""
    around = list(_around(row, page))
    neighbours = [s for s in row.stories if _is_neighbour(s)]
    if neighbours:
        return neighbours
    if any(_leads_elsewhere(node) for node in around) or _is_prose(row):
        return []
    if any(_relates(names_of(node)) for node in around):
        return row.stories
    heading = _heading(around)
    if heading is not None and _is_related(heading):
        return row.stories
    inside = page.in_body(row.parent)
    if heading is not None and heading.casefold().strip(" :") in _OTHER_HEADS:
        return []
    if not inside and _has_form(row, heading is not None, page):
        return [s for s in row.stories if not _leads_elsewhere(s.card)]
    if inside and around and heading is not None and _are_pictured(row.stories):
        return row.stories
    cards = {story.card for story in row.stories}
    return [s for s in row.stories if _is_marked(s, cards)]


def _around(row: Row, page: Page) -> Iterator[etree._Element]:
    """Yield the boxes around a row, as far as they are not the body's or the page's."""
    for node in ancestors(row.parent, _LEVELS):
        if node in page.around or node.tag in ("main", "body", "html"):
            return
        yield node


@lru_cache(maxsize=8192)
def _relates(names: str) -> bool:
    return _RELATED.search(names) is not None


@lru_cache(maxsize=8192)
def _neighbours(names: str) -> bool:
    return _NEIGHBOUR.search(names) is not None


@lru_cache(maxsize=8192)
def _elsewhere(names: str) -> bool:
    return _ELSEWHERE.search(names) is not None and not _relates(names)


def _leads_elsewhere(node: etree._Element) -> bool:
    if node.tag in ("form", "menu"):
        return True
    names = names_of(node)
    if node.tag == "nav" or node.get("role") == "navigation":
        return not _relates(names)
    if node.tag == "footer" or (node.tag == "header" and node.find(".//nav") is not None):
        return True
    return bool(names) and _elsewhere(names)


def _is_neighbour(story: Story) -> bool:
    """Tell whether a link leads to the piece before or after this one."""
    if (story.link.get("rel") or "").lower() in ("prev", "next", "previous"):
        return True
    near = islice(ancestors(story.link, 3), 4)
    return any(_neighbours(names_of(node)) for node in near if node.tag != "body")


def _is_prose(row: Row) -> bool:
    long = sum(
        len(p.text or "") >= _PROSE for s in row.stories for p in islice(s.card.iter("p"), 10)
    )
    return long * 2 > len(row.stories)


def _is_related(heading: str) -> bool:
    return widget(heading) == "related" or bool(READ_ALSO.match(heading + ":"))


def _heading(around: list[etree._Element]) -> str | None:
    """Return the nearest short line over a row: first in a box around it, or just before one."""
    for node in around:
        first = next(iter(node), None)
        for element in (first, node.getprevious()):
            if element is not None and _is_heading(element):
                text = short_text(element, _HEADING)
                if text:
                    return text
    return None


def _is_heading(element: etree._Element) -> bool:
    if element.tag in HEADINGS or element.tag in ("header", "strong", "b", "span"):
        return True
    return element.tag in ("p", "div") and next(element.iter("a", "img"), None) is None


def _has_form(row: Row, headed: bool, page: Page) -> bool:
    """Tell whether a row outside the body has the form of a list of stories."""
    if page.body is None:
        return False
    sizes = sorted(columns_of(label_of(s.link)) for s in row.stories)
    carded = sum(_is_carded(s) for s in row.stories) * 2 > len(sizes)
    least = _ROW if headed or carded else _UNHEADED_ROW
    if sizes[len(sizes) // 2] + 10 * carded < _TITLE:
        return False
    return len(sizes) >= least


def _is_carded(story: Story) -> bool:
    """Tell whether a card has what stories have: a heading, a picture, a date."""
    if any(node.tag in HEADINGS for node in ancestors(story.link, 3)):
        return True
    return next(story.card.iter("img", "picture", "time", *HEADINGS), None) is not None


def _are_pictured(stories: list[Story]) -> bool:
    return len(stories) >= _ROW and all(_is_pictured(story) for story in stories)


def _is_pictured(story: Story) -> bool:
    """Tell whether a card is a picture and a linked heading: no item of an article's own list."""
    headed = any(node.tag in HEADINGS for node in ancestors(story.link, 3))
    headed = headed or next(story.link.iter(*HEADINGS), None) is not None
    return headed and next(story.card.iter("img", "picture"), None) is not None


def _is_marked(story: Story, cards: set[etree._Element]) -> bool:
    """Tell whether one card says of itself, or the line before it, that it leads elsewhere."""
    if _leads_elsewhere(story.card):
        return False
    if _relates(names_of(story.card)):
        return True
    first = next(iter(story.card), None)
    if first is not None and first is not story.link and _is_heading(first):
        text = short_text(first, _HEADING)
        if text and _is_related(text):
            return True
    if READ_ALSO.match(short_text(story.card, 300)):
        return True
    before = story.card.getprevious()
    for _ in range(6):
        if before is None or before not in cards:
            break
        before = before.getprevious()
    if before is None or before.tag not in (*HEADINGS, "p", "div", "strong", "b", "span"):
        return False
    return _is_related(short_text(before, _HEADING))
