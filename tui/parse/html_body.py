"""Which blocks of a page are the article: the sum of what the features of each are worth.

The weights are a table that `tests/bench/train_body.py` learnt from pages with a known body. Where
the sums leave doubt, trafilatura is asked too, and its word is one more feature; most pages never
need it, which keeps its import and its time away from them.
"""

import re
from collections.abc import Iterable, Sequence

from lxml import etree

from tui.parse.html_blocks import PageBlock, all_boxes, page_blocks
from tui.parse.html_features import Page, advised, features
from tui.parse.html_pictures import PagePicture
from tui.parse.html_pieces import tree_pieces
from tui.parse.weights import score, tables

_UNSURE = 0.8
"""A block whose sum is nearer to zero than this is in doubt: a chance of 31 to 69 %."""
_DOUBT = 0.25
"""The share of a body's text that may be in doubt before trafilatura is asked (measured: asking for
one page in fourteen is worth as much as asking for more)."""
_SMALL = 300
"""Code points below which a body is in doubt as a whole."""
_LARGEST = 200_000
"""Code points of a page's text from which trafilatura takes too long to be asked."""

MANY = 6000
"""Blocks of a page from which each is not looked at closely any more: no article has so many, and
a hostile page may have a million."""

_WORD = re.compile(r"\w+")
_RUN = 3
"""Words in a row that two texts must share."""


def choose(
    root: etree._Element,
    base: str | None,
    title: str,
    article_body: str | None,
    pictures: list[PagePicture] | None = None,
) -> tuple[list[PageBlock], list[float]]:
    """Return the blocks below `root` and for each how sure it is the article's: above 0, it is.

    `article_body` is what the page's JSON-LD gives as its text, None where it gives none.
    The page's pictures are added to `pictures`.
    """
    blocks = page_blocks(root, base, pictures)
    if len(blocks) > MANY:
        return blocks, _rough_sums(blocks)
    page = Page(blocks, title)
    publisher = agreement(blocks, [article_body]) if article_body else None
    found = features(page, publisher)
    table = tables("html_body")
    sums = [score(here, table["alone"]) for here in found]
    if in_doubt(blocks, sums):
        advised(page, found, agreement(blocks, extracted(root, base)))
        sums = [score(here, table["advised"]) for here in found]
    return blocks, sums


def _rough_sums(blocks: Sequence[PageBlock]) -> list[float]:
    """Choose what is not mostly links in the innermost box with most of the prose."""
    prose = sum(block.prose for block in blocks)
    found = (box for box in all_boxes(blocks) if box.prose >= _MOST_PROSE * prose)
    main = max(found, key=lambda box: box.depth if prose else -box.depth)
    return [
        1.0 if block.link_share < _MOSTLY_LINKS and main.holds(block.box) else -1.0
        for block in blocks
    ]


_MOST_PROSE, _MOSTLY_LINKS = 0.6, 0.5


def in_doubt(blocks: Sequence[PageBlock], sums: Sequence[float]) -> bool:
    """Tell whether so much of the text is in doubt that a second opinion is worth its time."""
    sizes = [len(block.piece.text) for block in blocks]
    kept = sum(size for size, total in zip(sizes, sums, strict=True) if total > 0)
    unsure = sum(size for size, total in zip(sizes, sums, strict=True) if abs(total) < _UNSURE)
    if sum(sizes) > _LARGEST:
        return False
    return kept < _SMALL or unsure > _DOUBT * kept


def agreement(blocks: Iterable[PageBlock], texts: Iterable[str]) -> list[float]:
    """Return how much of each block stands in `texts`, by runs of words, 0 to 1."""
    runs: set[tuple[str, ...]] = set()
    for text in texts:
        found = _WORD.findall(text.casefold())
        if len(found) < _RUN:
            runs.add(tuple(found))
        runs.update(zip(found, found[1:], found[2:], strict=False))
    return [_share(_WORD.findall(block.piece.text.casefold()), runs) for block in blocks]


def _share(found: list[str], runs: set[tuple[str, ...]]) -> float:
    if len(found) < _RUN:
        return float(bool(found) and tuple(found) in runs)
    covered = [False] * len(found)
    for place, run in enumerate(zip(found, found[1:], found[2:], strict=False)):
        if run in runs:
            covered[place : place + _RUN] = [True] * _RUN
    return sum(covered) / len(covered)


def extracted(root: etree._Element, base: str | None) -> list[str]:
    """Return the texts of trafilatura's body; none where it finds nothing or fails."""
    import logging

    from lxml import html
    from trafilatura import bare_extraction

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    parser = etree.HTMLParser(encoding="utf-8")
    # `lxml.html` looks up the class of each element in Python; trafilatura needs only the one.
    plain = etree.ElementDefaultClassLookup(element=html.HtmlElement, comment=html.HtmlComment)
    parser.set_element_class_lookup(plain)
    try:
        page = etree.fromstring(etree.tostring(root, encoding="utf-8", method="html"), parser)
        found = bare_extraction(
            page, url=base, include_comments=False, include_tables=True, with_metadata=False
        )
    except (ValueError, AttributeError, TypeError, RecursionError, etree.LxmlError):
        return []
    body = None if found is None else getattr(found, "body", None)
    return [] if body is None else [piece.text for piece in tree_pieces(body, base)]
