"""Headings, which are too short to be told by themselves: their neighbours tell.

A heading before a paragraph of the article is the article's. A page marks its headings in one way:
where none is an element of its own, bold lines before paragraphs are the headings; where most do
not lead elsewhere, those that do belong to cards.
"""

from collections.abc import Sequence
from itertools import pairwise

from tui.identity import words
from tui.parse.html_blocks import PageBlock

_LINKED = 0.9
_SIZE = (3, 90)
_PARAGRAPH = 80
"""Code points of the paragraph that a bold line heads, at least."""


def heading_between(
    blocks: Sequence[PageBlock], chosen: Sequence[int], sums: Sequence[float]
) -> set[int]:
    """Return the places of the headings that head a chosen paragraph and stand after another.

    `sums` says how sure each block is the article's; one that is surely none stays out.
    """
    wanted = set(chosen)
    found = set()
    for place in range(chosen[0], chosen[-1]) if chosen else ():
        block = blocks[place]
        if block.piece.kind != "heading" or place in wanted or sums[place] < _SURELY_NOT:
            continue
        before = _text_beside(blocks, place, -1)
        after = _text_beside(blocks, place, 1)
        if before in wanted and after in wanted and block.link_share <= _LINKED:
            found.add(place)
    return found


_SURELY_NOT = -2.5
"""A sum of log-odds: a chance of 8 %."""


def _text_beside(blocks: Sequence[PageBlock], place: int, step: int) -> int:
    """Return the place of the next block on one side that is neither heading nor caption."""
    for _ in range(_NEAR):
        place += step
        if not 0 <= place < len(blocks):
            break
        if blocks[place].piece.kind not in ("heading", "caption"):
            return place
    return -1


_NEAR = 5
"""Blocks beyond which nothing stands beside a heading."""


def linked_headings(blocks: Sequence[PageBlock], chosen: Sequence[int]) -> set[int]:
    """Return the places of the chosen headings that are the titles of other pieces."""
    headings = [place for place in chosen if blocks[place].piece.kind == "heading"]
    linked = {place for place in headings if blocks[place].link_share > _LINKED}
    return linked if 2 * len(linked) < len(headings) else set()


def printed_headings(
    blocks: Sequence[PageBlock], chosen: Sequence[int], title: list[str]
) -> set[int]:
    """Return the places of the chosen paragraphs that are headings by their looks.

    `title` is the words of the article's title, which is no heading of its parts.
    """
    headings = (blocks[i].piece.text for i in chosen if blocks[i].piece.kind == "heading")
    if any(words(text) != title for text in headings):
        return set()
    found = set()
    for place, next_place in pairwise(chosen):
        block, after = blocks[place], blocks[next_place]
        if not block.strong or block.piece.kind != "paragraph" or block.piece.links:
            continue
        if after.piece.kind == "paragraph" and not after.strong and _heads(block, after):
            found.add(place)
    return found


def _heads(block: PageBlock, after: PageBlock) -> bool:
    text = block.piece.text
    return (
        _SIZE[0] <= len(text) <= _SIZE[1]
        and len(after.piece.text) >= _PARAGRAPH
        and text[-1] not in '.,;:…»”"-'
        and (text[0].isalnum() or text[0] in '¿¡«“"')
        and any(c.isalpha() for c in text)
    )
