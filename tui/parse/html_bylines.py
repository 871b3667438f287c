"""Authors as a page prints them: in elements that say so, or in the lines under the title.

Marks come first (`rel="author"`, an `author` property, a class such as "byline"), then lines that
begin with "By" in one of the seven languages, then links to authors' pages, and last a name in bold
over or under the body. Lines of comments, related pieces and biographies are not asked.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import islice

from lxml import etree

from tui.parse.bylines import LONGEST_BYLINE, byline, is_person, known, signature
from tui.parse.clean import clean_inline
from tui.parse.html_lines import BLOCKS, PROSE, is_beside, lines_under_title
from tui.parse.html_tree import select, short_text, text_of

_PROPERTIES = etree.XPath("//*[@rel or @itemprop or @property]")
_CLASS = re.compile(
    r"(?:^|[\s_-])(?:by-?lines?|authors?|auteurs?|autor(?:e|es|in|innen)?|signatures?|firma|vcard|"
    r"journalists?|redakteur|writers?|contributors?|post-?author|article-?author|entry-?author)"
    r"(?:$|[\s_-])|byline|author(?:s|name|_?name)?(?:$|[\s_-])"
)
_NO_LINES = ("meta", "link", "script", "img", "input", "body", "html", "main", "article")
_AUTHOR_PAGE = re.compile(
    r"/(?:authors?|auteurs?|autor(?:e|es|en|in)?|autori|journalists?|journalistes?|contributors?|"
    r"writers?|reporters?|columnists?|redacteurs?|firmas?)/",
    re.IGNORECASE,
)
"""Paths of authors' pages, as systems of the web and papers name them in the seven languages."""
_PARTED = re.compile(r"\s[|•·]\s")
_PARTING = re.compile(r"\s?[|•·,–—-]\s")
_MOST_MARKED = 60
_LONGEST_NAMES = 300
"""Code points of an element's names that are read."""


def printed_authors(root: etree._Element, title: str | None = None) -> tuple[str, ...]:
    """Return the authors that the page prints, () where none is sure.

    `title` is the heading as the page prints it; without it the main heading is.
    """
    for elements in (_with_property(root), _with_name(root)):
        marked = [element for element in elements if not is_beside(element)]
        if found := _first_group(marked):
            return found
    return _under_heading(root, title) or _at_an_end(root)


def _with_property(root: etree._Element) -> list[etree._Element]:
    """Return the elements whose relation or property is the author."""
    found = []
    for element in select(_PROPERTIES, root):
        values = (element.get("rel"), element.get("itemprop"), element.get("property"))
        if any(value and "author" in value for value in values) and element.tag not in _NO_LINES:
            found.append(element)
    return found[:_MOST_MARKED]


def _with_name(root: etree._Element) -> list[etree._Element]:
    """Return the elements whose classes or ids name a byline or an author."""
    found = []
    for element in root.iter():
        names = element.get("class") or element.get("data-testid") or element.get("id")
        if names and _names_author(names[:_LONGEST_NAMES]) and element.tag not in _NO_LINES:
            found.append(element)
            if len(found) >= _MOST_MARKED:
                break
    return found


@lru_cache(maxsize=8192)
def _names_author(names: str) -> bool:
    return _CLASS.search(names.lower()) is not None


def _first_group(marked: Sequence[etree._Element]) -> tuple[str, ...]:
    """Return the names in the first marked element that has any, and in those beside it."""
    for place, element in enumerate(marked):
        names = _names(element)
        if not names:
            continue
        group = _box(element)
        for other in marked[place + 1 :]:
            if group not in other.iterancestors() or not _is_near(other, element):
                break
            names += tuple(name for name in _names(other) if name not in names)
        return names
    return ()


def _box(element: etree._Element) -> etree._Element:
    """Return the largest box around a name that holds no more than a line of names.

    An item of a list that holds more than the name is another piece's.
    """
    box = element
    longest = len(text_of(element)) + _LONGEST_ROLE
    for above in element.iterancestors():
        if above.tag in ("body", "html") or short_text(above, 2 * LONGEST_BYLINE) is None:
            break
        if above.tag == "li" and short_text(above, longest) is None:
            break
        box = above
    return box


_LONGEST_ROLE = 40
"""Code points beside a name in a list of authors."""


def _is_near(other: etree._Element, element: etree._Element) -> bool:
    return other.tag == element.tag and other.get("class") == element.get("class")


def _names(element: etree._Element) -> tuple[str, ...]:
    """Return the persons in a line that is short and says little else."""
    text = clean_inline(short_text(element, LONGEST_BYLINE, " ") or "")
    if not text:
        return ()
    names = byline(text)
    return known([text]) if names is None else names


def _under_heading(root: etree._Element, title: str | None) -> tuple[str, ...]:
    """Return who signs in the lines between the heading and the body.

    Links to authors' pages name them where they stand in one line; in several they are others'.
    """
    linked: dict[etree._Element | None, list[str]] = {}
    for element, text in lines_under_title(root, title):
        if len(text) < _SHORTEST:
            continue
        if _stands_alone(element, text) and (names := _signed(text)):
            return names
        if element.tag == "a" and _AUTHOR_PAGE.search((element.get("href") or "")[:_LONGEST_NAMES]):
            linked.setdefault(element.getparent(), []).append(text)
    groups = {names for texts in linked.values() if (names := known(texts))}
    return groups.pop() if len(groups) == 1 else ()


_SHORTEST = 4
"""Code points of a name."""


def _signed(text: str) -> tuple[str, ...]:
    """Return who signs a line: by its words, or by a date behind the name."""
    for part in _PARTED.split(text):
        if names := byline(part):
            return names
    signed = signature(text)
    if not signed or not signed.names or not text.startswith(signed.names[0]):
        return ()
    return signed.names if _PARTING.match(text[len(signed.names[0]) :]) else ()


def _stands_alone(element: etree._Element, text: str) -> bool:
    """Tell whether a line is its whole block, and no beginning of a sentence."""
    if element.tag in BLOCKS:
        return True
    parent = element.getparent()
    return parent is None or short_text(parent, max(LONGEST_BYLINE, len(text))) is not None


def _at_an_end(root: etree._Element) -> tuple[str, ...]:
    """Return who signs above the first or below the last paragraph of the body, in bold.

    The body is the box with most paragraphs; a line that is a person's name and nothing else signs
    it there, and nowhere else: between paragraphs it is a heading.
    """
    boxes: dict[etree._Element, int] = {}
    for paragraph in islice(root.iter("p"), _MOST_PARAGRAPHS):
        parent = paragraph.getparent()
        if parent is not None and len(text_of(paragraph)) > PROSE:
            boxes[parent] = boxes.get(parent, 0) + 1
    body = max(boxes, key=boxes.__getitem__, default=None)
    if body is None or boxes[body] < _LEAST_PARAGRAPHS:
        return ()
    lines = [p for p in body.iterchildren("p") if text_of(p)]
    return _bold_name(lines[0]) or _bold_name(lines[-1])


_MOST_PARAGRAPHS = 3000
_LEAST_PARAGRAPHS = 3


def _bold_name(line: etree._Element) -> tuple[str, ...]:
    """Return the name that a line is, where it is printed in bold."""
    text = clean_inline(short_text(line, _LONGEST_NAME, " ") or "")
    bold = next(line.iter("strong", "b"), None)
    if not text or bold is None or clean_inline(text_of(bold, " ")) != text:
        return ()
    return (text,) if is_person(text) else ()


_LONGEST_NAME = 60
"""Code points."""
