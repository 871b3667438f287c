"""The blocks of a whole page, each with the boxes that it stands in.

One walk reads every block of text that a browser would show, cookie texts and all other business
of the page included; only `nav` is left out. For each it keeps the chain of boxes around it, and
for each box how much prose and how many links it holds. Nothing is decided here; `html_body`
chooses.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lxml import etree

from tui.parse.draft import Piece
from tui.parse.html_captions import CAPTIONED, caption_of
from tui.parse.html_names import naming
from tui.parse.html_pictures import PagePicture
from tui.parse.html_pieces import BLOCKS, PieceReader
from tui.parse.html_tree import is_hidden, names_of

PLACES = ("article", "main", "aside", "nav", "header", "footer", "form", "figure", "table", "list")
"""Kinds of elements whose presence around a block is worth knowing."""

_PLACE_BITS = {name: 1 << place for place, name in enumerate(PLACES)}
_PLACE_BITS |= dict.fromkeys(("td", "th", "tr", "tbody"), _PLACE_BITS["table"])
_PLACE_BITS |= dict.fromkeys(("ul", "ol", "dl", "li"), _PLACE_BITS["list"])
_PLACE_BITS["figcaption"] = _PLACE_BITS["figure"]

_BOXES = BLOCKS | frozenset(("table", "td", "th", "tr"))

_PROSE = 80
"""Code points from which a block that is not mostly links counts as prose."""
_PROSE_LINKS = 0.4


class Box:
    """An element that begins a block or holds some, and what stands in it."""

    __slots__ = (
        "around", "article", "blocks", "chars", "depth", "entered", "label", "left", "linked",
        "names", "parent", "places", "prose", "says_body", "score", "tag",
    )  # fmt: skip

    def __init__(self, node: etree._Element, parent: "Box | None", entered: int) -> None:
        tag = str(node.tag)
        bare = not node.keys()
        names = "" if bare else names_of(node)
        group = naming(names) if names and tag not in ("html", "body") else 0
        self.tag = tag
        self.parent = parent
        self.names = group
        """The groups its own class names and id belong to, a bit each."""
        self.around = group
        """The groups of it and of all the boxes around it."""
        self.entered = self.left = entered
        """Places in the order of the walk, so that `holds` is two comparisons."""
        self.label = names
        self.depth = 0
        self.places = _PLACE_BITS.get(tag, 0)
        self.says_body = not bare and "articleBody" in (node.get("itemprop") or "")
        self.article: Box | None = self if tag == "article" else None
        """The outermost `article` that it is or stands in."""
        if parent is not None:
            self.article = parent.article or self.article
            self.depth = parent.depth + 1
            self.around |= parent.around
            self.places |= parent.places
            self.says_body = self.says_body or parent.says_body
        self.blocks = self.chars = self.linked = self.prose = 0
        self.score = 0.0

    def holds(self, other: "Box") -> bool:
        """Tell whether `other` is this box or inside it."""
        return self.entered <= other.entered <= self.left

    def form(self) -> str:
        """Return what it is called: its element and its first class, without a number."""
        first = self.label.split(None, 1)
        return f"{self.tag}.{first[0].rstrip('0123456789') if first else ''}"

    def signature(self) -> tuple[str, ...]:
        """Return what it and the three boxes around it are called."""
        found: list[str] = []
        box: Box | None = self
        while box is not None and len(found) < 4:
            found.append(box.form())
            box = box.parent
        return tuple(found)

    def names_by_distance(self) -> tuple[int, int, int, int]:
        """Return the groups named here, one box up, two or three up, and anywhere around."""
        one = self.parent
        two = one.parent if one is not None else None
        three = two.parent if two is not None else None
        return (
            self.names,
            one.names if one is not None else 0,
            (two.names if two is not None else 0) | (three.names if three is not None else 0),
            self.around,
        )

    def stands_in(self, place: str) -> bool:
        """Tell whether this box is, or stands in, an element of one of the kinds in `PLACES`."""
        return bool(self.places & _PLACE_BITS[place])

    @property
    def link_share(self) -> float:
        """How much of the text is links, 0 to 1."""
        return self.linked / self.chars if self.chars else 0.0


def around(box: Box) -> Iterator[Box]:
    """Yield `box` and the boxes around it, the innermost first."""
    here: Box | None = box
    while here is not None:
        yield here
        here = here.parent


def all_boxes(blocks: "Iterable[PageBlock]") -> "list[Box]":
    """Return the boxes around `blocks`, each once: those of the first block, the innermost first.

    The climb from a block ends at the first box that is known, since all above it are.
    """
    boxes: dict[int, Box] = {}
    for block in blocks:
        for box in around(block.box):
            if box.entered in boxes:
                break
            boxes[box.entered] = box
    return list(boxes.values())


@dataclass(frozen=True, slots=True)
class PageBlock:
    """One block of a page's text."""

    piece: Piece
    box: Box
    """The innermost box around it."""
    link_share: float
    """How much of the text is links, 0 to 1."""
    prose: int
    """Code points outside links where this is a block of prose, else 0."""
    strong: bool = False
    """Whether all of it is set in bold."""


def page_blocks(
    root: etree._Element, base_url: str | None, pictures: list[PagePicture] | None = None
) -> list[PageBlock]:
    """Return the blocks below `root` in the order of the page; add its pictures to `pictures`."""
    reader = PieceReader(base_url)
    boxes: list[Box] = []
    place = 0
    box = outermost = Box(root, None, 0)
    hidden = taken = None
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, node in walk:
        tag = node.tag
        if event == "start":
            if not isinstance(tag, str) or is_hidden(node):
                hidden = node
                walk.skip_subtree()
                continue
            names = None
            if tag in _BOXES:
                reader.flush()
                _keep(boxes, reader, box)
                place += 1
                box = Box(node, box, place)
                names = box.label
            if tag == "img" and pictures is not None:
                pictures.append(PagePicture(node, box, len(reader.pieces)))
            if tag in CAPTIONED and (caption := caption_of(node, names)):
                reader.flush()
                reader.pieces.append(Piece("caption", caption))
                taken = node
                walk.skip_subtree()
            elif reader.enter(node):
                walk.skip_subtree()
            _keep(boxes, reader, box)
            continue
        if node is hidden:
            hidden = None
        else:
            if node is taken:
                taken = None
            else:
                reader.leave(node)
            if tag in _BOXES:
                reader.flush()
                _keep(boxes, reader, box)
                box.left = place
                box = box.parent or outermost
        if node is not root and node.tail:
            reader.add(node.tail)
    reader.flush()
    _keep(boxes, reader, outermost)
    outermost.left = place
    blocks = [_block(reader, place, box) for place, box in enumerate(boxes)]
    _add_up(blocks)
    return blocks


def _keep(boxes: list[Box], reader: PieceReader, box: Box) -> None:
    """Give the pieces read since the last call their box."""
    if len(reader.pieces) > len(boxes):
        boxes += [box] * (len(reader.pieces) - len(boxes))


def _block(reader: PieceReader, place: int, box: Box) -> PageBlock:
    piece = reader.pieces[place]
    size = len(piece.text)
    linked = min(size, reader.linked.get(place, 0))
    share = linked / size
    prose = size >= _PROSE and share < _PROSE_LINKS and piece.kind != "caption"
    return PageBlock(piece, box, share, size - linked if prose else 0, place in reader.bold)


def _add_up(blocks: list[PageBlock]) -> None:
    """Count for each box what its blocks hold."""
    boxes: dict[int, Box] = {}
    for block in blocks:
        box = block.box
        size = len(block.piece.text)
        box.blocks += 1
        box.chars += size
        box.linked += round(block.link_share * size)
        box.prose += block.prose
        above: Box | None = box
        while above is not None and above.entered not in boxes:
            boxes[above.entered] = above
            above = above.parent
    for box in sorted(boxes.values(), key=lambda box: -box.depth):
        if box.parent is not None:
            box.parent.blocks += box.blocks
            box.parent.chars += box.chars
            box.parent.linked += box.linked
            box.parent.prose += box.prose
