"""Captions of figures: what a page calls one, and which of them belong to the article.

No words tell a caption from a paragraph, but the page's own marks do: `figcaption`, and class
names. A caption is the article's where it stands among its blocks, or little before the first.
"""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from lxml import etree

from tui.parse.clean import clean_inline
from tui.parse.html_tree import names_of, text_of
from tui.parse.text_lines import key_of

if TYPE_CHECKING:
    from tui.parse.html_blocks import PageBlock

_CAPTION = re.compile(
    r"(?:^|[\s_-])(?:wp-)?(?:fig)?(?:image|img|photo|media|picture|bild)?[_-]*"
    r"(?:caption|légende|legende|bildunterschrift|cutline)(?:[_-]?(?:text|content|wrap))?(?:$|[\s_-])|"
    r"[a-z]caption(?:$|[\s_-])|(?:image|photo|picture|media|figure|article)[a-z]*[_-]*caption"
)
"""Class names of captions outside `figcaption`: WordPress, and what content systems call them."""
_NAMED = frozenset(("p", "div", "span", "dd", "small"))
CAPTIONED = _NAMED | {"figcaption"}
"""Elements that may be a caption."""
_SIZE = (3, 1000)
_LINKED = 0.8
"""The share of links from which it is the title of another piece."""
_LEAD = 12
"""Blocks before the body's first among which the picture above it may stand."""


def caption_of(node: etree._Element, names: str | None = None) -> str | None:
    """Return the text of the caption that `node` is; None for anything else.

    `names` is what `names_of` says of it, where that is known.
    """
    if node.tag != "figcaption":
        if node.tag not in _NAMED or len(node) >= 12:
            return None
        names = names_of(node) if names is None else names
        if "aption" not in names and "egende" not in names and "cutline" not in names:
            return None
        if not _CAPTION.search(names):
            return None
    text = clean_inline(text_of(node))
    if not _SIZE[0] <= len(text) <= _SIZE[1]:
        return None
    linked = sum(len(text_of(link)) for link in node.iter("a"))
    return text if linked < _LINKED * len(text) else None


def kept_captions(blocks: "Sequence[PageBlock]", chosen: Sequence[int]) -> list[int]:
    """Return the places of the captions that belong to a body of the blocks at `chosen`."""
    if not chosen:
        return []
    seen: set[str] = set()
    out = []
    for place in range(max(0, chosen[0] - _LEAD), min(len(blocks), chosen[-1] + 3)):
        block = blocks[place]
        if block.piece.kind != "caption" or _is_outside(block):
            continue
        key = key_of(block.piece.text)
        if key not in seen:
            out.append(place)
        seen.add(key)
    return out


def _is_outside(block: "PageBlock") -> bool:
    """Tell whether a caption is another piece's: a link as a whole, or in a box beside the text."""
    box = block.box
    return block.link_share >= _LINKED or any(map(box.stands_in, ("aside", "nav", "footer")))
