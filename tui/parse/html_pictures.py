"""The pictures of an article: addresses and captions, read off the page; nothing is loaded.

A picture is the article's where it stands between two of its blocks or in a figure little before
the first. Icons, faces of authors, counting pixels and pictures that lead to other pieces are not.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from lxml import etree

from tui.model import Media
from tui.parse.addresses import web_address
from tui.parse.clean import clean_inline
from tui.parse.html_captions import CAPTIONED, caption_of
from tui.parse.html_tree import names_of

if TYPE_CHECKING:
    from tui.parse.html_blocks import Box

_MOST: Final = 100
"""Pictures of one article; a page of photographs has some tens."""
_LEAST: Final = 100
"""Pixels across or down, where the page says them: faces and icons have fewer."""
_LEAD: Final = 12
"""Blocks before the body's first among which the picture above it may stand, as captions may."""
_NEAR: Final = 4
"""Elements around a picture, the nearest first, among which its figure is looked for."""
_FEW: Final = 40
"""Elements of a figure among which its caption is looked for."""
_ADDRESSES: Final = ("src", "data-src", "data-lazy-src", "data-original")
"""Where `img` has its address; those that scripts fill in later (lazysizes, WordPress, lazyload)
come after the HTML standard's own, which then holds a blank picture as a `data:` address."""
_SETS: Final = ("srcset", "data-srcset")
_NO_PICTURE: Final = re.compile(
    r"avatar|icon|logo|emoji|pixel|tracking|spacer|badge|sprite|author[_-]?(?:photo|image|pic)",
    re.IGNORECASE,
)
"""What pages call pictures that are furniture."""
_FILE: Final = re.compile(r"\.(?:jpe?g|png|gif|webp)$", re.IGNORECASE)
"""The formats that are shown."""
_DRAWN: Final = re.compile(r"\.svgz?(?:[?#]|$)", re.IGNORECASE)
_SIZE: Final = re.compile(r"\s*(\d{1,6})(?:px)?\s*$")


@dataclass(frozen=True, slots=True)
class PagePicture:
    """A picture, and where the page has it."""

    node: etree._Element
    box: "Box"
    """The innermost box around it."""
    place: int
    """The number of blocks before it: the place of the block that it stands in or before."""


def pictures(
    found: Iterable[PagePicture], chosen: Sequence[int], base: str | None
) -> tuple[Media, ...]:
    """Return those of the pictures `found` that belong to a body of the blocks at `chosen`.

    `base` is the page's address; without one, addresses beside the page stay as they are.
    """
    kept: dict[str, Media] = {}
    body = frozenset(chosen)
    for picture in found:
        if len(kept) == _MOST:
            break
        if not body or not _stands_in(picture, body, chosen[0]) or _is_furniture(picture.node):
            continue
        address = _address(picture.node, base)
        if address is None or address in kept:
            continue
        caption = _caption(picture.node)
        if caption is None and _leads_elsewhere(picture.node):
            continue
        title = clean_inline(picture.node.get("alt") or "")[:1000]
        kept[address] = Media(address, "image", title or None, caption)
    return tuple(kept.values())


def _stands_in(picture: PagePicture, body: frozenset[int], first: int) -> bool:
    """Tell whether a picture stands among the blocks of a body."""
    place, box = picture.place, picture.box
    if any(map(box.stands_in, ("aside", "nav", "footer", "form"))):
        return False
    if place <= first or place - 1 == max(body):
        return first - _LEAD <= place and box.stands_in("figure")
    return place in body or place - 1 in body


def _is_furniture(node: etree._Element) -> bool:
    """Tell whether the page says that a picture is small, or calls it what is no picture."""
    for name in ("width", "height"):
        said = _SIZE.match(node.get(name) or "")
        if said and int(said[1]) < _LEAST:
            return True
    around = node.getparent()
    names = f"{names_of(node)} {names_of(around) if around is not None else ''}"
    return bool(_NO_PICTURE.search(names))


def _address(node: etree._Element, base: str | None) -> str | None:
    """Return where a picture is; None where no address can be kept."""
    for href in _said(node):
        if _DRAWN.search(href):
            continue
        address = web_address(href, base) or (None if base else _beside(href))
        if address is not None:
            return address
    return None


def _said(node: etree._Element) -> Iterator[str]:
    yield from filter(None, (node.get(name) for name in _ADDRESSES))
    several = [node]
    around = next(node.iterancestors("picture"), None)
    if around is not None:
        several += list(around.iter("source"))[:_FEW]
    for each in several:
        for name in _SETS:
            # An address and a size, then a comma and the next (HTML standard, 4.8.4.2.1).
            words = (each.get(name) or "")[:4000].split()
            if words:
                yield words[0].rstrip(",")


def _beside(href: str) -> str | None:
    """Return the path of a file that stands beside a page without an address, or below."""
    parts = href.split("/")
    if any(part in ("", "..", ".") for part in parts) or not href.isprintable():
        return None
    return href if _FILE.search(href) and not set(href) & set(":\\?#%") else None


def _caption(node: etree._Element) -> str | None:
    """Return the caption of the figure around a picture."""
    around = node.getparent()
    for _ in range(_NEAR):
        if around is None:
            return None
        named = around.tag == "figure" or "caption" in names_of(around)
        if named:
            for place, each in enumerate(around.iter(*CAPTIONED)):
                if place == _FEW:
                    return None
                if each is not around and (caption := caption_of(each)):
                    return caption
        if around.tag == "figure":
            return None
        around = around.getparent()
    return None


def _leads_elsewhere(node: etree._Element) -> bool:
    """Tell whether a picture is a link to anything but itself in full size."""
    around = node.getparent()
    for _ in range(_NEAR):
        if around is None:
            return False
        if around.tag == "a":
            href = (around.get("href") or "").partition("?")[0]
            return bool(href) and not _FILE.search(href)
        around = around.getparent()
    return False
