"""From an element tree to pieces: one walk over HTML or trafilatura's body tree.

A table says what each element is: the start of a block of some kind, something inside a line, or
nothing. Links become spans of the piece's cleaned text. The walk is iterative and reads every
node once.
"""

import re
from dataclasses import dataclass, field

from lxml import etree

from tui.model import HIGHEST_NUMBER, BlockKind, Link
from tui.parse.addresses import LINKED, web_address
from tui.parse.clean import clean_inline, clean_preformatted
from tui.parse.draft import Piece
from tui.parse.html_tree import SILENT, parse_tree, text_of
from tui.parse.widgets import word_set

_HEADINGS = {f"h{n}": max(2, n) for n in range(1, 7)}

_KINDS: dict[str, BlockKind] = {
    "head": "heading", **dict.fromkeys(_HEADINGS, "heading"),
    "blockquote": "quotation", "quote": "quotation",
    "li": "list_item", "item": "list_item", "dt": "list_item", "dd": "list_item",
    "figcaption": "caption",
}  # fmt: skip
"""Elements that say what kind of block they hold: HTML's, and the names trafilatura gives them."""

BLOCKS = word_set(
    "p div section article main aside header footer ul ol dl list body html figure address details "
    "summary fieldset form center hr figcaption tbody caption noscript"
) | frozenset(_KINDS)
"""Elements that begin and end a block."""

_LISTS, _ITEMS = frozenset({"ul", "ol", "list"}), frozenset({"li", "item"})
_NO_MARK = re.compile(r"list-style(?:-type)?\s*:[^;]*\bnone\b", re.IGNORECASE)

_LINKS = {"a": "href", "ref": "target"}
_ROWS, _CELLS = frozenset({"tr", "row"}), frozenset({"td", "th", "cell"})

_PARTS = {
    **dict.fromkeys(SILENT - {"head"}, "silent"),
    **dict.fromkeys(BLOCKS, "block"),
    **dict.fromkeys(_LINKS, "link"),
    **dict.fromkeys(("br", "lb"), "break"),
    **dict.fromkeys(("b", "strong"), "strong"),
    "pre": "preformatted", "code": "code", "table": "table",
}  # fmt: skip
"""What an element does to the text around it; one that is not named stands inside a line.
trafilatura's `head` is a heading; HTML's holds nothing but silent elements."""


@dataclass(slots=True)
class _Buffer:
    """The block that is being read: cleaned text so far and the links in it."""

    parts: list[str] = field(default_factory=list)
    size: int = 0
    gap: str = ""
    links: list[Link] = field(default_factory=list)
    breaks: int = 0
    linked: int = 0
    """Code points inside links that have ended."""
    plain: bool = False
    """Whether any of its words stand outside strong ones."""

    def add(self, text: str, *, strong: bool = False) -> None:
        clean = "" if text.isspace() else clean_inline(text)
        if not clean:
            self.gap = self.gap or (_space(text) if text else "")
            return
        gap = self.gap or (_space(text[:1]) if text[0].isspace() else "")
        if self.size and gap:
            self.parts.append(gap)
            self.size += len(gap)
        self.parts.append(clean)
        self.size += len(clean)
        self.gap = _space(text[-1:]) if text[-1].isspace() else ""
        self.breaks = 0
        self.plain = self.plain or not strong


def _space(text: str) -> str:
    return text if text in ("\xa0", "\u202f") else " "


class PieceReader:
    """Collects pieces while a walk enters and leaves each element of a tree and adds the tails."""

    def __init__(self, base: str | None) -> None:
        self.base = base
        self.pieces: list[Piece] = []
        """The blocks that have ended so far."""
        self.buffer = _Buffer()
        self.kinds: list[tuple[BlockKind, int | None]] = [("paragraph", None)]
        self.open_links: list[tuple[str | None, int, bool]] = []
        """Address, where it begins, and whether it leads anywhere at all."""
        self.linked: dict[int, int] = {}
        """Code points inside links, with an address that can be kept or without, by piece."""
        self.lists: list[int | None] = []
        """Of the lists that are open, the number of the next item; None where there is none."""
        self.number: int | None = None
        """What the item that begins here is numbered."""
        self.strong = 0
        """How many strong elements are open."""
        self.bold: set[int] = set()
        """The places of the pieces that are strong as a whole."""

    def add(self, text: str) -> None:
        """Add text where the walk stands."""
        self.buffer.add(text, strong=self.strong > 0)

    def flush(self) -> None:
        """End the block that is being read."""
        if not self.buffer.parts:
            self.buffer.gap, self.buffer.breaks = "", 0
            return
        text = "".join(self.buffer.parts)
        kind, level = self.kinds[-1]
        links = tuple(x for x in self.buffer.links if x.end <= len(text))
        if not self.buffer.plain:
            self.bold.add(len(self.pieces))
        self.buffer.linked += sum(
            self.buffer.size - start for _, start, leads in self.open_links[-1:] if leads
        )
        if self.buffer.linked:
            self.linked[len(self.pieces)] = self.buffer.linked
        if kind == "list_item":
            piece = Piece(kind, text, level, links, max(1, len(self.lists)), self.number)
            self.number = None
        else:
            piece = Piece(kind, text, level, links)
        self.pieces.append(piece)
        self.buffer = _Buffer()
        if self.open_links:
            self.open_links = [(url, 0, leads) for url, _, leads in self.open_links]

    def line_break(self) -> None:
        """A second break in a row ends the block, as in pages that know no paragraphs."""
        self.buffer.breaks += 1
        self.buffer.gap = self.buffer.gap or " "
        if self.buffer.breaks >= 2:
            self.flush()

    def open_link(self, href: str | None) -> None:
        """Remember where a link begins."""
        address = web_address(href, self.base, LINKED)
        self.open_links.append((address, self.buffer.size, bool(href)))

    def close_link(self) -> None:
        """Keep the link that was opened last, where words stand in it."""
        url, start, leads = self.open_links.pop()
        parts = self.buffer.parts
        if start and parts and start < self.buffer.size:
            start += _leading_gap(parts, self.buffer.size, start)
        if leads and start < self.buffer.size:
            self.buffer.linked += self.buffer.size - start
        if url and start < self.buffer.size:
            self.buffer.links.append(Link(start, self.buffer.size, url))

    def enter(self, node: etree._Element) -> bool:
        """Read the start of an element; True where its subtree is done with."""
        part = _PARTS.get(node.tag) if isinstance(node.tag, str) else "silent"
        if part is not None:
            if part == "silent":
                return True
            if part == "preformatted" or (part == "code" and "\n" in _all_text(node).strip()):
                return self._whole("preformatted", clean_preformatted(_all_text(node)))
            if part == "table":
                return self._table(node)
            self._begin(part, node)
        if node.text:
            self.add(node.text)
        return False

    def _begin(self, part: str, node: etree._Element) -> None:
        if part == "block":
            self.flush()
            self.kinds.append(_kind(node, self.kinds[-1]))
            if node.tag in _LISTS:
                self.lists.append(_first_number(node))
            elif node.tag in _ITEMS:
                self._item(node)
        elif part == "break":
            self.line_break()
        elif part == "link":
            self.open_link(node.get(_LINKS[node.tag]))
        elif part == "strong":
            self.strong += 1

    def _item(self, node: etree._Element) -> None:
        """Number an item of a numbered list; one may have a number of its own."""
        self.number = self.lists[-1] if self.lists else None
        if self.number is not None:
            self.number = _whole_number(node.get("value")) or self.number
            self.lists[-1] = self.number + 1

    def leave(self, node: etree._Element) -> None:
        """Read the end of an element that was entered."""
        part = _PARTS.get(node.tag) if isinstance(node.tag, str) else None
        if part is None:
            return
        if part == "block":
            self.flush()
            self.kinds.pop()
            if node.tag in _LISTS:
                self.lists.pop()
            elif node.tag in _ITEMS:
                # An item without words of its own hands its number to nobody.
                self.number = None
        elif part == "link":
            self.close_link()
        elif part == "strong":
            self.strong -= 1

    def _whole(self, kind: BlockKind, text: str) -> bool:
        """Keep code or a table with its lines; inside a block quotation, as a part of it."""
        self.flush()
        if text:
            quoted = self.kinds[-1][0] == "quotation"
            self.pieces.append(Piece("quotation", text.strip()) if quoted else Piece(kind, text))
        return True

    def _table(self, node: etree._Element) -> bool:
        """Read a table of data as one piece; a table of one column is a layout and is walked."""
        rows = []
        if next(node.iterdescendants("table"), None) is None:
            for row in node.iter(*_ROWS):
                cells = [clean_inline(text_of(cell)) for cell in row if cell.tag in _CELLS]
                if any(cells):
                    rows.append(cells)
        widest = max(map(len, rows), default=0)
        if widest < 2 or any(len(cell) > 600 for cells in rows for cell in cells):
            self.flush()
            return False
        return self._whole("table", "\n".join(" | ".join(cells) for cells in rows))


def _leading_gap(parts: list[str], size: int, start: int) -> int:
    """Return 1 where the text from `start` on begins with the gap before the link."""
    for part in reversed(parts):
        size -= len(part)
        if size <= start:
            return int(part in (" ", "\xa0", "\u202f"))
    return 0


_TAG = re.compile(r"<[a-zA-Z/!][^<>]*+>?")


def html_pieces(html: str, base_url: str | None) -> tuple[Piece, ...]:
    """Return the pieces of an HTML fragment that is all content, as a feed's entry is.

    One that is nested too deep for the parser gives its words.
    """
    root = parse_tree(html)
    if root is None:
        root = parse_tree(_TAG.sub(" ", html))
    return () if root is None else tree_pieces(root, base_url)


def tree_pieces(root: etree._Element, base_url: str | None) -> tuple[Piece, ...]:
    """Return the pieces below `root`, HTML or trafilatura's, in reading order."""
    reader = PieceReader(base_url)
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, node in walk:
        if event == "start":
            if reader.enter(node):
                walk.skip_subtree()
        else:
            reader.leave(node)
            if node is not root and node.tail:
                reader.add(node.tail)
    reader.flush()
    return tuple(reader.pieces)


def _all_text(node: etree._Element) -> str:
    """Return the text below `node` with its white space, silent elements left out."""
    parts = [node.text or ""]
    walk = etree.iterwalk(node, events=("start", "end"))
    for event, inner in walk:
        if inner is node:
            continue
        if event == "end":
            parts.append(inner.tail or "")
        elif inner.tag in SILENT:
            walk.skip_subtree()
        else:
            parts.append("\n" if inner.tag == "br" else inner.text or "")
    return "".join(parts)


def _kind(
    node: etree._Element, outer: tuple[BlockKind, int | None]
) -> tuple[BlockKind, int | None]:
    tag = str(node.tag)
    kind = _KINDS.get(tag)
    if kind == "heading":
        rend = (node.get("rend") or "h2").lower()
        return "heading", _HEADINGS.get(tag) or _HEADINGS.get(rend, 2)
    if kind is None or (outer[0] == "quotation" and kind == "list_item"):
        return outer
    return kind, None


def _first_number(node: etree._Element) -> int | None:
    """Return the number of a list's first item; None where it shows none, or counts down."""
    numbered = node.tag == "ol" or node.get("rend") == "ol"
    style = node.get("style")
    if not numbered or node.get("reversed") is not None or (style and _NO_MARK.search(style)):
        return None
    return _whole_number(node.get("start")) or 1


def _whole_number(text: str | None) -> int | None:
    """Return a number from 1 on that an attribute has; None for any other."""
    digits = (text or "").strip()
    number = int(digits) if digits.isascii() and digits.isdigit() and len(digits) <= 5 else 0
    return number if 1 <= number <= HIGHEST_NUMBER else None
