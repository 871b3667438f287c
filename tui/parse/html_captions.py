"""Captions of figures: taken out before the body is extracted, put back where they stood.

Body extraction drops captions or mixes them with paragraphs. So each is lifted out and remembers
the words around it; after the extraction it returns between the same neighbours. A caption whose
neighbours are no part of the body stays out.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass

from lxml import etree

from tui.parse.clean import clean_inline
from tui.parse.draft import Piece
from tui.parse.html_tree import ancestors, names_of, remove, text_of
from tui.parse.text_lines import key_of
from tui.parse.widgets import word_set

_CAPTION = re.compile(
    r"(?:^|[\s_-])(?:wp-)?(?:fig)?(?:image|img|photo|media|picture|bild)?[_-]*"
    r"(?:caption|légende|legende|bildunterschrift|cutline)(?:[_-]?(?:text|content|wrap))?(?:$|[\s_-])|"
    r"(?:image|photo|picture|media|figure|article)[a-z]*[_-]*caption"
)
"""Class names of captions outside `figcaption`: WordPress, and what content systems call them."""
_OUTSIDE = word_set("aside nav footer header")
_TEXT = ("p", "h2", "h3", "h4", "li", "blockquote", "div")
_LONGEST = 1000


@dataclass(frozen=True, slots=True)
class Caption:
    """A caption's text and its place among the page's blocks of text."""

    text: str
    place: int
    """How many blocks of text stand before it."""


@dataclass(frozen=True, slots=True)
class Places:
    """The captions of a page and where each text stands."""

    captions: tuple[Caption, ...]
    order: dict[str, list[int]]
    """The places of each block of text, by its folded beginning."""


def lift_captions(root: etree._Element) -> Places:
    """Remove the captions below `root` and return them with their places."""
    order: dict[str, list[int]] = {}
    captions: list[Caption] = []
    done: list[etree._Element] = []
    place = 0
    walk = etree.iterwalk(root, events=("start",))
    for _, node in walk:
        if _is_caption(node):
            text = clean_inline(text_of(node))
            if 3 <= len(text) <= _LONGEST and not _is_outside(node):
                captions.append(Caption(text, place))
            done.append(node)
            walk.skip_subtree()
        elif node.tag in _TEXT and (key := _key(node)):
            place += 1
            order.setdefault(key, []).append(place)
    for node in done:
        remove(node)
    return Places(tuple(_once(captions)), order)


def _once(captions: list[Caption]) -> list[Caption]:
    seen: dict[str, Caption] = {}
    for caption in captions:
        seen.setdefault(key_of(caption.text), caption)
    return list(seen.values())


def _is_caption(node: etree._Element) -> bool:
    if node.tag == "figcaption":
        return True
    if node.tag not in ("p", "div", "span", "dd", "small"):
        return False
    names = names_of(node)
    return "caption" in names and bool(_CAPTION.search(names)) and len(node) < 12


def _is_outside(node: etree._Element) -> bool:
    return any(above.tag in _OUTSIDE for above in ancestors(node, 8) if above is not node)


def _key(node: etree._Element) -> str:
    """Return the folded beginning of the text directly in `node` or its inline children."""
    if node.tag == "div" and not (node.text or "").strip():
        return ""
    parts: list[str] = []
    size = 0
    for part in node.itertext():
        parts.append(str(part))
        size += len(part)
        if size > 240:
            break
    return _begin("".join(parts))


def _begin(text: str) -> str:
    return key_of(" ".join(text.split())[:120])[:60]


def place_captions(pieces: list[Piece], places: Places) -> list[Piece]:
    """Return the body's pieces with the captions between those they stood between."""
    if not places.captions or not pieces:
        return pieces
    positions = _positions(pieces, places.order)
    known = [p for p in positions if p]
    if not known:
        return pieces
    inserts: dict[int, list[Piece]] = {}
    for caption in places.captions:
        if known[0] - _LEAD <= caption.place <= known[-1] + 1:
            inserts.setdefault(_index(positions, caption.place), []).append(
                Piece("caption", caption.text)
            )
    texts = {key_of(c.text) for c in places.captions}
    out: list[Piece] = []
    for i, piece in enumerate([*pieces, None]):
        out += inserts.get(i, ())
        if piece is not None and (piece.kind == "heading" or key_of(piece.text) not in texts):
            out.append(piece)
    return out


_LEAD = 12
"""Blocks of text before the body's first in which the picture above it may stand."""


def _positions(pieces: list[Piece], order: dict[str, list[int]]) -> list[int]:
    """Return each piece's place in the page, rising; 0 where it is not found."""
    out: list[int] = []
    last = 0
    for piece in pieces:
        found = order.get(_begin(piece.text), [])
        k = bisect_right(found, last)
        here = found[k] if k < len(found) else 0
        out.append(here)
        last = here or last
    return out


def _index(positions: list[int], place: int) -> int:
    """Return the index of the first piece that stands after `place`."""
    after = 0
    for i, position in enumerate(positions):
        if position and position <= place:
            after = i + 1
        elif position:
            break
    return after
