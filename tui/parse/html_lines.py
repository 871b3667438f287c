"""The short lines under a page's title, where it prints who wrote the article and when.

They are looked for from the main heading on, in the order of the page, until the body begins. Boxes
that hold other pieces' lines (comments, related pieces, pictures) are left out.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from lxml import etree

from tui.identity import words
from tui.parse.clean import clean_inline
from tui.parse.html_tree import ancestors, is_hidden, names_of, short_text, text_of

BLOCKS = ("p", "div", "li", "address", "h2", "h3", "h4", "dt", "dd", "time")
_LINES = (*BLOCKS, "span", "a", "em", "strong", "small", "b", "i")
_OUTSIDE = ("nav", "aside", "figure", "figcaption", "form", "script", "style")
_BESIDE = re.compile(
    r"(?:^|[\s_-])(?:comments?(?:$|[\s_-]|list)|related|recommend|teaser|repl(?:y|ies)|side-?bar|"
    r"popular|newsletter|(?<!hasnt-)(?<!has-no-)bio(?:$|[\s_-])|biograph|"
    r"about[_-](?:the[_-])?(?:author|me|us)(?:$|[\s_-])|caption|"
    r"(?:photo|image|picture|media|video)s?[_-]{0,2}credit|copyright|gallery|most-|"
    r"more-(?:from|news|stories)|latest|references?(?:$|[\s_-])|bibliograph|citations?(?:$|[\s_-])|"
    r"footnotes?(?:$|[\s_-]))"
)
"""Names of boxes whose lines are others'; "has-no-bio" only says what is missing."""
_SPAN = 140
"""Lines after the heading that are looked at."""
_OVER = 12
"""Lines before it."""
_BOXES_OVER = 2
PROSE = 180
"""Code points from which a paragraph is the body's."""
_MOST_PROSE = 2
_DEEPEST = 40
"""Boxes around a heading that are left, one by one."""
_NEAR = 7
"""Boxes around a line whose names are asked."""


def lines_under_title(
    root: etree._Element, title: str | None = None
) -> Iterator[tuple[etree._Element, str]]:
    """Yield the elements that print a short line before the body, and their texts.

    `title` is the heading as the page prints it; without it the main heading is. A few lines right
    over the heading come last.
    """
    heading = _heading(root, title)
    prose = 0
    for element in islice(_after(heading, root), _SPAN):
        text = short_text(element, PROSE, " ")
        if text is None:
            prose += element.tag == "p"
            if prose >= _MOST_PROSE:
                break
        elif _is_line(element, text):
            yield element, clean_inline(text)
    for element in islice(_before(heading), _OVER):
        text = short_text(element, PROSE, " ")
        if text and _is_line(element, text):
            yield element, clean_inline(text)


def _is_line(element: etree._Element, text: str) -> bool:
    return bool(text) and not is_beside(element) and not _is_unseen(element)


def is_beside(element: etree._Element) -> bool:
    """Tell whether an element stands in a box of comments, related pieces, pictures or the like."""
    return any(
        node.tag in _OUTSIDE or (node.tag not in ("body", "html") and _names_others(names_of(node)))
        for node in ancestors(element, _NEAR)
    )


def _is_unseen(element: etree._Element) -> bool:
    return any(is_hidden(node) for node in ancestors(element, 2))


@lru_cache(maxsize=8192)
def _names_others(names: str) -> bool:
    return _BESIDE.search(names) is not None


def _heading(root: etree._Element, title: str | None) -> etree._Element | None:
    heading = next((h for h in root.iter("h1") if text_of(h) and not is_hidden(h)), None)
    if heading is None and title:
        key = words(title)
        heading = next((h for h in root.iter("h2", "h3") if words(text_of(h)) == key), None)
    return heading


def _after(heading: etree._Element | None, root: etree._Element) -> Iterator[etree._Element]:
    """Yield what may be a line after the heading, or from the beginning without one."""
    if heading is None:
        yield from root.iter(*_LINES)
        return
    for node in ancestors(heading, _DEEPEST):
        for sibling in node.itersiblings():
            yield from sibling.iter(*_LINES)


def _before(heading: etree._Element | None) -> Iterator[etree._Element]:
    """Yield what may be a line right over the heading, the nearest box first."""
    for node in ancestors(heading, _BOXES_OVER) if heading is not None else ():
        for sibling in node.itersiblings(preceding=True):
            yield from sibling.iter(*_LINES)
