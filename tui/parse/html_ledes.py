"""The lede of a page: the stand-first that the page sets apart under its title.

It is recognised between the title and the body: by what content systems call it, by standing in one
`header` with the title, or by saying what the page says of the article to others while it is set
apart from the paragraphs after it. A stand-first may come in several lines, printed alike.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from lxml import etree

from tui.identity import words
from tui.parse.bylines import byline, is_date_line
from tui.parse.clean import clean_inline
from tui.parse.draft import Piece
from tui.parse.html_metadata import Metadata
from tui.parse.html_tree import ancestors, is_hidden, short_text, text_of
from tui.parse.text_credits import credited
from tui.parse.text_lines import key_of
from tui.parse.widgets import widget, word_set

_NAMES = word_set(
    "standfirst lede dek deck lead leadtext leadin intro introtext introduction vorspann chapo "
    "chapeau chapô entradilla bajada copete occhiello sommario catenaccio abstract strapline "
    "subtitle subtitles subheadline subhead subheading subheader subline sottotitolo subtitulo "
    "subtítulo excerpt summary onderkop ondertitel manchet ingress sapo soustitre"
)
"""What systems of the web and papers call a stand-first, in the names of classes."""
_PICTURE = word_set("image img picture figure caption photo foto video gallery credit")
_NO_LEDE = _PICTURE | word_set(
    "media share social author byline date meta tags related "
    "teaser button btn form newsletter comment comments section category kicker breadcrumb nav "
    "advert ad read-time"
)
"""Words beside them in a name that say it is something else's."""
_HUMP = re.compile(r"[a-zà-ÿ]+|[A-ZÀ-Ý]+(?![a-zà-ÿ])|[A-ZÀ-Ý][a-zà-ÿ]+")

_BLOCKS = ("p", "div", "h2", "h3", "h4", "span", "strong", "li", "ul", "section")
_SIZE = (40, 900)
"""Code points of a stand-first."""
_SHORT = 25
"""Code points of a line of one whose name says what it is."""
_DESCRIPTION = 40
_DATELINE = 30
"""Code points of the place before a stand-first that the page's description leaves out."""
_SPAN = 160
"""Elements after the title that are looked at."""
_PROSE = 200
"""Code points of a paragraph of the body."""
_MOST_PROSE = 2
"""Paragraphs of the body after which nothing is set apart under the title."""
_LINE = 90
_DATED = re.compile(r"\b\d{4}[./-]\d|\d[./ ,]\s?\d{4}\b|\d{1,2}:\d\d\b")
"""A date or a time of day, as it stands in short lines about the article."""
_CREDIT = re.compile(r"©|\b(?:foto|photo|bild|image|crédit|credit|quelle)s?\s?:\s", re.IGNORECASE)
"""Marks of a picture's caption."""
_OPENS = re.compile(r"[\w«‹“„‘\"'(\[¿¡…—–-]")
"""How a text begins, and a row of a page's labels does not."""
_CUT = re.compile(r"\[(?:…|\.{3})\]$")
"""Where a content system cut a first paragraph off to make an excerpt of it."""
_MOST_LINES = 8
_MOST_CHILDREN = 8
_BOLD = re.compile(r"(?:^|[\s_-])(?:bold|font-(?:bold|semibold|medium)|strong|fett)(?:$|[\s_-])")


@dataclass(frozen=True, slots=True)
class Lede:
    """The stand-first of a page."""

    lines: tuple[str, ...] = ()
    apart: bool = True
    """Whether the page sets it apart; else it is only a first paragraph that must not be lost."""


def find_lede(root: etree._Element, head: Metadata) -> Lede:
    """Return the stand-first between the title and the body, without lines where none is."""
    heading = _heading(root, head)
    if heading is None:
        return Lede()
    prose = 0
    first = Lede()
    for element in _following(heading):
        if prose >= _MOST_PROSE:
            break
        if len(element) > _MOST_CHILDREN:
            continue
        text = short_text(element, _SIZE[1])
        prose += element.tag == "p" and (text is None or len(text) > _PROSE)
        if not text or not _fits(text := clean_inline(text), element, head):
            continue
        named = _is_named(element)
        if _holds_block(element, named) or _is_linked(element, text):
            continue
        if named:
            return Lede(_lines(element, text))
        described = _is_described(text, head) and not _is_of_picture(element)
        if _is_beside_title(element, heading) or (described and _is_apart(element, text)):
            return Lede((text,))
        if described and not first.lines:
            first = Lede((text,), apart=False)
    return first


def _holds_block(element: etree._Element, named: bool) -> bool:
    """Tell whether the stand-first is to be looked for inside: in what is called so, or a block."""
    if named:
        return any(_is_named(inner) for inner in element.iterdescendants(*_BLOCKS))
    return next(element.iterdescendants("p", "div", "ul", "h2", "h3", "h4"), None) is not None


def _is_linked(element: etree._Element, text: str) -> bool:
    """Tell whether a block is a list of links and not a text."""
    return 2 * sum(len(text_of(link)) for link in element.iter("a")) > len(text)


def _heading(root: etree._Element, head: Metadata) -> etree._Element | None:
    """Return the last printed form of the title near the top, else the first main heading."""
    wanted = {tuple(words(title)) for title in (head.title, head.heading) if title}
    found = None
    for element in root.iter("h1", "h2"):
        if tuple(words(text_of(element))) in wanted and not _in_list(element):
            if element.tag == "h2" or found is None:
                found = element
            if element.tag == "h2":
                break
    return found if found is not None else next(iter(root.iter("h1")), None)


def _in_list(element: etree._Element) -> bool:
    return any(node.tag in ("li", "nav", "aside", "footer") for node in ancestors(element, 4))


def _following(heading: etree._Element) -> Iterator[etree._Element]:
    """Yield the elements after `heading` and near it, in the order of the page."""
    seen = 0
    for node in ancestors(heading, 5):
        for sibling in node.itersiblings():
            for inner in sibling.iter(*_BLOCKS):
                seen += 1
                if seen > _SPAN:
                    return
                yield inner


def _fits(text: str, element: etree._Element, head: Metadata) -> bool:
    least = _SHORT if _is_named(element) else _SIZE[0]
    if not least <= len(text) <= _SIZE[1] or is_hidden(element):
        return False
    key = words(text)
    if key in (words(head.title or ""), words(head.heading or "")):
        return False
    if (len(text) <= _LINE and _DATED.search(text)) or _CREDIT.search(text) or credited(text):
        return False
    if not _OPENS.match(text) or _CUT.search(text):
        return False
    return not (is_date_line(text) or byline(text) is not None or widget(text))


def _is_named(element: etree._Element) -> bool:
    names = element.get("class") or ""
    if names and _names_lede(names[:300]):
        return True
    return _names_lede((element.get("data-testid") or element.get("id") or "")[:100])


@lru_cache(maxsize=4096)
def _names_lede(names: str) -> bool:
    """Tell whether one of the names has a word of the table in it, and none of the others."""
    for name in names.split():
        parts = {part.lower() for part in _HUMP.findall(name)}
        if parts & _NAMES and not parts & _NO_LEDE:
            return True
    return False


def _is_beside_title(element: etree._Element, heading: etree._Element) -> bool:
    """Tell whether a paragraph stands in one `header` with the title, which is not the page's."""
    if element.tag not in ("p", "h2", "h3") or _is_of_picture(element):
        return False
    for above in element.iterancestors("header"):
        parent = above.getparent()
        return above in heading.iterancestors() and parent is not None and parent.tag != "body"
    return False


def _is_of_picture(element: etree._Element) -> bool:
    """Tell whether a line stands in a box of a picture or the like, by the box's name."""
    names = (node.get("class") or "" for node in ancestors(element, _NEAR))
    return any(_names_picture(name[:300]) for name in names if name)


@lru_cache(maxsize=4096)
def _names_picture(names: str) -> bool:
    return any(part.lower() in _PICTURE for part in _HUMP.findall(names))


def _is_described(text: str, head: Metadata) -> bool:
    """Tell whether the page gives this text to others for what the article says."""
    key = key_of(text)
    return any(
        len(given) >= _DESCRIPTION and 0 <= key.find(given) <= _DATELINE
        for given in (key_of(d)[:80] for d in head.descriptions)
    )


def _is_apart(element: etree._Element, text: str) -> bool:
    """Tell whether a block is printed otherwise than the ones after it."""
    bold = _BOLD.search(element.get("class") or "") or _is_bold(element, text)
    if bold or element.tag in ("h2", "h3", "h4"):
        return True
    return not (_goes_on(element) or _goes_on(element.getparent()))


def _is_bold(element: etree._Element, text: str) -> bool:
    inner = next(element.iter("strong", "b"), None)
    return inner is not None and len(clean_inline(text_of(inner))) >= 0.95 * len(text)


def _goes_on(element: etree._Element | None) -> bool:
    """Tell whether one of the next siblings is a block of the same form: the body's own."""
    if element is None or element.tag in ("body", "html"):
        return False
    for count, following in enumerate(element.itersiblings()):
        if count >= _NEAR:
            break
        if following.tag == element.tag and following.get("class") == element.get("class"):
            return True
    return False


_NEAR = 4
"""Siblings after a block that are looked at: advertisements stand between paragraphs."""


def _lines(element: etree._Element, text: str) -> tuple[str, ...]:
    """Return the lines of a stand-first: its own items, or the siblings that look like it."""
    items = [clean_inline(text_of(item)) for item in element.iter("li")]
    if len(items) > 1:
        return tuple(item for item in items if item)[:_MOST_LINES]
    inner = [p for p in element.iter("p", "h2", "h3") if p is not element]
    if len(inner) > 1:
        return tuple(line for p in inner if (line := clean_inline(text_of(p))))[:_MOST_LINES]
    found = [text]
    for sibling in islice(element.itersiblings(), _MOST_LINES - 1):
        same = sibling.tag == element.tag and sibling.get("class") == element.get("class")
        if not (same or _is_named(sibling)):
            break
        line = clean_inline(short_text(sibling, _SIZE[1]) or "")
        if len(line) < _SHORT or _is_linked(sibling, line):
            break
        found.append(line)
    return tuple(found)


def with_lede(pieces: list[Piece], lede: Lede) -> list[Piece]:
    """Mark the pieces that are the lede; lines that were left out come before the body.

    A caption with the lede in it is the page's head that looks like one, and goes.
    """
    keys = [key_of(line) for line in lede.lines]
    wanted = set(keys) if lede.apart else set()
    marked: dict[str, Piece] = {}
    rest: list[Piece] = []
    for place, piece in enumerate(pieces):
        looked_at = place < _TOP or (piece.kind == "caption" and wanted)
        key = key_of(piece.text) if looked_at else ""
        if piece.kind == "caption" and any(key.find(line) > 0 for line in wanted if line):
            continue
        if place < _TOP and key in wanted - marked.keys() and piece.kind in _MAY_BE:
            marked[key] = Piece("lede", piece.text, None, piece.links)
        else:
            rest.append(piece)
    body = [key_of(piece.text) for piece in rest[:_TOP]]
    found = []
    for line, key in zip(lede.lines, keys, strict=True):
        if key in marked:
            found.append(marked.pop(key))
        elif key and not any(key[:60] in text for text in body):
            found.append(Piece("lede", line))
    return [*found, *rest]


_TOP = 10
"""Pieces from the beginning among which the lede may stand."""
_MAY_BE = ("paragraph", "heading", "list_item")
