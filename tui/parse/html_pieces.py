"""From an element tree to pieces: one walk over HTML or trafilatura's body tree.

A table says what each element is: the start of a block of some kind, something inside a line, or
nothing. Links become spans of the piece's cleaned text. The walk is iterative and reads every
node once.
"""

from dataclasses import dataclass, field

from lxml import etree

from tui.model import BlockKind, Link
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

_BLOCKS = word_set(
    "p div section article main aside header footer ul ol dl list body html figure address details "
    "summary fieldset center hr figcaption tbody caption noscript"
) | frozenset(_KINDS)
"""Elements that begin and end a block."""

_SKIPPED = SILENT - {"head"}
"""trafilatura's `head` is a heading; HTML's holds nothing but silent elements."""
_PREFORMATTED = frozenset({"pre"})
_BREAKS = frozenset({"br", "lb"})
_LINKS = {"a": "href", "ref": "target"}
_ROWS, _CELLS = frozenset({"tr", "row"}), frozenset({"td", "th", "cell"})


@dataclass(slots=True)
class _Buffer:
    """The block that is being read: cleaned text so far and the links in it."""

    parts: list[str] = field(default_factory=list)
    size: int = 0
    gap: str = ""
    links: list[Link] = field(default_factory=list)
    breaks: int = 0

    def add(self, text: str) -> None:
        clean = clean_inline(text)
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


def _space(text: str) -> str:
    return text if text in ("\xa0", "\u202f") else " "


class _Reader:
    """Collects pieces while the walk goes over the tree."""

    def __init__(self, base: str | None) -> None:
        self.base = base
        self.pieces: list[Piece] = []
        self.buffer = _Buffer()
        self.kinds: list[tuple[BlockKind, int | None]] = [("paragraph", None)]
        self.open_links: list[tuple[str | None, int]] = []

    def flush(self) -> None:
        """End the block that is being read."""
        text = "".join(self.buffer.parts)
        if text:
            kind, level = self.kinds[-1]
            links = tuple(x for x in self.buffer.links if x.end <= len(text))
            self.pieces.append(Piece(kind, text, level, links))
        self.buffer = _Buffer()
        self.open_links = [(url, 0) for url, _ in self.open_links]

    def line_break(self) -> None:
        """A second break in a row ends the block, as in pages that know no paragraphs."""
        self.buffer.breaks += 1
        self.buffer.gap = self.buffer.gap or " "
        if self.buffer.breaks >= 2:
            self.flush()

    def open_link(self, href: str | None) -> None:
        self.open_links.append((web_address(href, self.base, LINKED), self.buffer.size))

    def close_link(self) -> None:
        url, start = self.open_links.pop()
        parts = self.buffer.parts
        if start and parts and start < self.buffer.size:
            start += _leading_gap(parts, self.buffer.size, start)
        if url and start < self.buffer.size:
            self.buffer.links.append(Link(start, self.buffer.size, url))


def _leading_gap(parts: list[str], size: int, start: int) -> int:
    """Return 1 where the text from `start` on begins with the gap before the link."""
    for part in reversed(parts):
        size -= len(part)
        if size <= start:
            return int(part in (" ", "\xa0", "\u202f"))
    return 0


def html_pieces(html: str, base_url: str | None) -> tuple[Piece, ...]:
    """Return the pieces of an HTML fragment that is all content, as a feed's entry is."""
    root = parse_tree(html)
    return () if root is None else tree_pieces(root, base_url)


def tree_pieces(root: etree._Element, base_url: str | None) -> tuple[Piece, ...]:
    """Return the pieces below `root`, HTML or trafilatura's, in reading order."""
    reader = _Reader(base_url)
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, node in walk:
        if event == "start":
            if _enter(reader, node):
                walk.skip_subtree()
        else:
            _leave(reader, node)
            if node is not root and node.tail:
                reader.buffer.add(node.tail)
    reader.flush()
    return tuple(reader.pieces)


def _enter(reader: _Reader, node: etree._Element) -> bool:
    """Read the start of an element; True where its subtree is done with."""
    tag = node.tag
    if not isinstance(tag, str) or tag in _SKIPPED:
        return True
    if tag in _PREFORMATTED or (tag == "code" and "\n" in _all_text(node).strip()):
        return _whole(reader, "preformatted", clean_preformatted(_all_text(node)))
    if tag == "table":
        return _table(reader, node)
    if tag in _BREAKS:
        reader.line_break()
    if tag in _BLOCKS:
        reader.flush()
        reader.kinds.append(_kind(node, reader.kinds[-1]))
    if tag in _LINKS:
        reader.open_link(node.get(_LINKS[tag]))
    if node.text:
        reader.buffer.add(node.text)
    return False


def _all_text(node: etree._Element) -> str:
    return "".join(map(str, node.itertext()))


def _leave(reader: _Reader, node: etree._Element) -> None:
    tag = node.tag
    if not isinstance(tag, str) or tag in _SKIPPED:
        return
    if tag in _LINKS:
        reader.close_link()
    if tag in _BLOCKS:
        reader.flush()
        reader.kinds.pop()


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


def _whole(reader: _Reader, kind: BlockKind, text: str) -> bool:
    reader.flush()
    if text:
        reader.pieces.append(Piece(kind, text))
    return True


def _table(reader: _Reader, node: etree._Element) -> bool:
    """Read a table of data as one piece; a table of one column is a layout and is walked."""
    rows = []
    for row in node.iter(*_ROWS):
        cells = [clean_inline(text_of(cell)) for cell in row if cell.tag in _CELLS]
        if any(cells):
            rows.append(cells)
    nested = any(inner is not node for inner in node.iter("table"))
    if nested or not rows or max(map(len, rows)) < 2 or any(len(c) > 600 for r in rows for c in r):
        reader.flush()
        return False
    return _whole(reader, "table", "\n".join(" | ".join(cells) for cells in rows))
