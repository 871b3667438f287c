"""Pages that go on with another article below the first, as those that scroll without an end do.

HTML's `article` is a composition that stands by itself. Where the one that bears the page's title
tells its story, a few others beside it are other pieces; many are the posts of one live page.
"""

from collections.abc import Sequence

from tui.identity import words
from tui.parse.html_blocks import Box, PageBlock

_TOLD = 300
"""Code points of prose from which an article tells its own story."""
_OTHERS = 3
"""The most articles that a page has loaded after its own when it was saved (one, on the pages
measured); a live page has dozens of posts."""
_FIRST = 6
"""Blocks of an article among which its title stands."""


def further_articles(blocks: Sequence[PageBlock], chosen: Sequence[int], title: str) -> set[int]:
    """Return the places of the chosen blocks in articles beside the one with `title`."""
    tops = [block.box.article for block in blocks]
    found = {top.entered for place in chosen if (top := tops[place]) is not None}
    name = words(title)
    if not name or not 2 <= len(found) <= 1 + _OTHERS:
        return set()
    first = tops[chosen[0]]
    if first is None or not _bears(blocks, tops, first, name):
        return set()
    told = sum(blocks[place].prose for place in chosen if tops[place] is first)
    if told < _TOLD:
        return set()
    return {place for place in chosen if tops[place] not in (None, first)}


def _bears(
    blocks: Sequence[PageBlock], tops: Sequence[Box | None], article: Box, name: list[str]
) -> bool:
    """Tell whether one of an article's first blocks begins with the title's words."""
    own = [block for block, top in zip(blocks, tops, strict=True) if top is article]
    return any(words(block.piece.text[:1000])[: len(name)] == name for block in own[:_FIRST])
