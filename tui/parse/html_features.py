"""What can be told of a block before it is known whether it is the article's.

A feature is a name and a small whole number: a yes, a kind, or the step of a scale that a measure
stands on. Zero says nothing. `body_weights` holds what each is worth, and `html_body` adds up. The
features are about form, place and neighbours, never about what a text speaks of.
"""

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import accumulate, pairwise

from tui.identity import words
from tui.parse.asking import asks
from tui.parse.bylines import byline, is_date_line
from tui.parse.html_blocks import PLACES, Box, PageBlock, all_boxes, around
from tui.parse.html_names import NAMES, bit
from tui.parse.text_credits import credited
from tui.parse.text_lines import key_of
from tui.parse.widgets import widget

Features = dict[str, int]

_LENGTHS = (0, 10, 25, 50, 80, 140, 250, 500, 1000)
_LINKED = (0.0001, 0.1, 0.25, 0.5, 0.8, 0.99)
_SHARES = (0.0001, 0.02, 0.1, 0.3, 0.6, 0.9, 0.99)
_PARTS = (0.0001, 0.25, 0.5, 0.75, 0.95)
_SEEN = (0.01, 0.3, 0.6, 0.9, 0.999)
_COUNTS = (2, 4, 8, 16, 40)
_STEPS = (1, 2, 3, 5, 9, 15)
_CAPITALS = (0.0001, 0.2, 0.4, 0.6, 0.8, 0.99)
_DIGITS = (0.0001, 0.05, 0.15, 0.3)
_MEANS = (15, 30, 60, 100, 200, 400)
"""The scales: a value is told as the number of marks that it reaches."""

_KINDS = (
    "paragraph", "heading", "list_item", "quotation", "caption", "table", "preformatted", "lede",
)  # fmt: skip
_TAGS = (
    "p", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6", "section", "article", "td", "blockquote",
    "figcaption", "dd", "body", "aside", "header", "footer", "form", "ul",
)  # fmt: skip
_KIND_STEPS = {kind: step for step, kind in enumerate(_KINDS, 1)}
_TAG_STEPS = {tag: step for step, tag in enumerate(_TAGS, 1)}
_NAMED = tuple(f"name {group}" for group in NAMES)
_CLOSED = frozenset('.!?…»”"。！？')
_COMMAS = re.compile("[,，、]")
_STOPS = re.compile(r"[.!?…。](?:\s|$)")

_ASIDE = sum(
    bit(group)
    for group in ("comments", "related", "ads", "navigation", "foot", "side", "share", "sign-up")
)
_OWN = bit("content") | bit("body")
_APART = frozenset(("nav", "aside", "footer", "form"))
_LEAST_LEFT = 500
"""Code points that must be left when boxes that look apart are not counted for the best box."""


class Page:
    """The blocks of a page with what all of them share: the best box, the prose, the title."""

    def __init__(self, blocks: Sequence[PageBlock], title: str) -> None:
        self.blocks = blocks
        self.prose_before = [0, *accumulate(block.prose for block in blocks)]
        """Code points of prose before each block, and before the end."""
        self.prose = self.prose_before[-1] or 1
        self.keys = [key_of(block.piece.text) for block in blocks]
        self.counts = Counter(self.keys)
        self.boxes = all_boxes(blocks)
        self._score()
        self.best = max(self.boxes, key=_worth, default=None)
        self.best_worth = max(_worth(self.best), 1e-9) if self.best is not None else 1.0
        self.main = self._deepest(0.6)
        self.whole = self._deepest(0.9)
        self.title_at = self._find(words(title))
        inside = [
            i for i, block in enumerate(blocks)
            if block.prose and self.best is not None and self.best.holds(block.box)
        ]  # fmt: skip
        self.first, self.last = (inside[0], inside[-1]) if inside else (0, len(blocks))

    def _deepest(self, share: float) -> Box | None:
        """Return the innermost box that holds `share` of the page's prose."""
        found = (box for box in self.boxes if box.prose >= share * self.prose)
        return max(found, key=lambda box: box.depth, default=None)

    def _find(self, title: list[str]) -> int | None:
        for place, block in enumerate(self.blocks):
            text = block.piece.text
            if not title or len(text) > 400 or block.piece.kind not in ("heading", "paragraph"):
                continue
            if words(text) == title:
                return place
        return None

    def _score(self) -> None:
        """Score each box by the text near it, as Arc90's Readability first did.

        A block counts for its parent whole, for the next box by half, and less above.
        """
        apart: dict[int, bool] = {}
        for box in sorted(self.boxes, key=lambda box: box.depth):
            above = box.parent is not None and apart[id(box.parent)]
            apart[id(box)] = above or _looks_apart(box)
        left = sum(len(b.piece.text) for b in self.blocks if not apart[id(b.box)])
        for block in self.blocks:
            size = len(block.piece.text)
            if size < 25 or (apart[id(block.box)] and left >= _LEAST_LEFT):
                continue
            worth = 1 + min(10, len(_COMMAS.findall(block.piece.text))) + min(size // 100, 3)
            level = -1 if block.box.tag in ("p", "td", "pre", "li", "blockquote") else 0
            for box in around(block.box):
                if level >= 0:
                    box.score += worth / (1, 2, 6, 9, 12)[level]
                level += 1
                if level == 5:
                    break


def _worth(box: Box) -> float:
    return box.score * (1 - box.link_share)


def _looks_apart(box: Box) -> bool:
    if box.tag in ("html", "body", "article", "main", "table", "td"):
        return False
    return box.tag in _APART or bool(box.names & _ASIDE and not box.names & _OWN)


def features(page: Page, publisher: Sequence[float] | None = None) -> list[Features]:
    """Return the features of each block of `page`.

    `publisher` says how much of each block stands in the `articleBody` of the page's JSON-LD, 0 to
    1; None where the page has none.
    """
    found = [_own(block) for block in page.blocks]
    groups = _groups(page)
    for place, here in enumerate(found):
        _place(page, place, here)
        here |= groups[place]
        if publisher is not None:
            here["publisher"] = 1 + bisect_right(_SEEN, publisher[place])
        _together(here, _PAIRS)
    _tell_neighbours(found, _NEIGHBOURLY)
    return found


def advised(page: Page, found: list[Features], extractor: Sequence[float]) -> None:
    """Add to `found` what another extractor says: how much of each block it keeps, 0 to 1."""
    _extracted(page, found, extractor)
    for here in found:
        _together(here, _ADVISED_PAIRS)
    _tell_neighbours(found, ("extractor",))


_NEIGHBOURLY = ("length", "linked", "kind", "in best", "widget")
"""What a block knows of the ones before and after it."""


def _tell_neighbours(found: list[Features], names: Sequence[str]) -> None:
    told = [(name, f"{name}<", f"{name}>") for name in names]
    for before, after in pairwise(found):
        for name, from_before, from_after in told:
            if name in before:
                after[from_before] = before[name] + 1
            if name in after:
                before[from_after] = after[name] + 1


def _is_shouted(text: str) -> bool:
    """Tell whether nearly all letters are capitals."""
    head = text[:200]
    capitals = sum(map(str.isupper, head))
    if capitals <= 0.8 * _SHOUTED:
        return False
    letters = sum(map(str.isalpha, head))
    return letters >= _SHOUTED and capitals > 0.8 * letters


_SHOUTED = 12
"""Letters of the shortest line that can be shouted."""


def _own(block: PageBlock) -> Features:
    """Return what the block shows by itself and by the boxes around it."""
    text, kind, box = block.piece.text, block.piece.kind, block.box
    size = len(text)
    tokens = text.split()
    found = {
        "length": bisect_right(_LENGTHS, size),
        "linked": bisect_right(_LINKED, block.link_share),
        "links": min(4, len(block.piece.links)),
        "end": 1 if text[-1] in _CLOSED else 2 if text[-1] == ":" else 0,
        "small": int(text[0].islower()),
        "commas": min(5, len(_COMMAS.findall(text))),
        "sentences": min(3, len(_STOPS.findall(text))),
        "capitals": bisect_right(
            _CAPITALS, sum([word[0].isupper() for word in tokens]) / (len(tokens) or 1)
        ),
        "digits": bisect_right(_DIGITS, _digits(text) / size),
        "kind": _KIND_STEPS[kind],
        "tag": _TAG_STEPS.get(box.tag, 0),
        "widget": int(size < 200 and widget(text) is not None),
        "byline": int(size < 120 and byline(text) is not None),
        "date": int(size < 80 and is_date_line(text)),
        "credit": int(credited(text)),
        "shout": int(_is_shouted(text)),
        "strong": int(block.strong),
        "asks": int(asks(text)),
        "says body": int(box.says_body),
    }
    found.update(_named(box.names_by_distance()))
    found.update(_inside(box.places))
    return found


@lru_cache(maxsize=4096)
def _named(near: tuple[int, int, int, int]) -> Features:
    """Return for each group of names around a block how near it is named."""
    return {
        name: next(far for far, names in enumerate(near, 1) if names >> place & 1)
        for place, name in enumerate(_NAMED)
        if near[-1] >> place & 1
    }


@lru_cache(maxsize=1 << len(PLACES))
def _inside(places: int) -> Features:
    return {f"in {name}": 1 for place, name in enumerate(PLACES) if places >> place & 1}


def _digits(text: str) -> int:
    return len(_DIGIT.findall(text)) if text.isascii() else sum(map(str.isdigit, text))


_DIGIT = re.compile("[0-9]")


_AROUND = tuple(
    tuple(f"{name} {what}" for what in ("share", "linked", "blocks", "worth"))
    for name in ("own", "parent", "grandparent")
)


def _place(page: Page, place: int, found: Features) -> None:
    """Add where the block stands among the boxes of the page."""
    box = page.blocks[place].box
    parent = box.parent or box
    for names, each in zip(_AROUND, (box, parent, parent.parent or parent), strict=True):
        share, linked, blocks, worth = names
        link_share = each.link_share
        found[share] = bisect_right(_SHARES, each.prose / page.prose)
        found[linked] = bisect_right(_LINKED, link_share)
        found[blocks] = bisect_right(_COUNTS, each.blocks)
        found[worth] = bisect_right(_PARTS, each.score * (1 - link_share) / page.best_worth)
    if page.best is not None and page.best.holds(box):
        found["in best"] = 1
        found["below best"] = 1 + min(6, box.depth - page.best.depth)
    elif page.best is not None and page.best.parent is not None and page.best.parent.holds(box):
        found["beside best"] = 1
    if page.main is not None and page.main.holds(box):
        found["in main"] = 1
        found["below main"] = 1 + min(6, box.depth - page.main.depth)
    if page.whole is not None and page.whole.holds(box):
        found["in whole"] = 1
    _order(page, place, found)


def _order(page: Page, place: int, found: Features) -> None:
    """Add where the block stands in the order of the page."""
    if place < page.first:
        found["before"] = bisect_right(_STEPS, page.first - place)
    elif place > page.last:
        found["after"] = bisect_right(_STEPS, place - page.last)
    else:
        found["inside"] = 1 + min(4, 5 * (place - page.first) // (page.last - page.first + 1))
    if page.title_at is not None:
        far = place - page.title_at
        scale = 2 if far > 0 else 12
        found["title"] = 1 if not far else scale + bisect_right(_STEPS, abs(far))
    if page.counts[page.keys[place]] > 1:
        found["again"] = 1
    near = (
        page.prose_before[min(len(page.blocks), place + 7)] - page.prose_before[max(0, place - 6)]
    )
    found["prose around"] = bisect_right(_MEANS, near / 13)


def _groups(page: Page) -> list[Features]:
    """Return what the blocks of one form have in common: one kind in boxes of the same names."""
    members: dict[tuple[str, ...], list[PageBlock]] = defaultdict(list)
    forms = [(block.piece.kind, *block.box.signature()) for block in page.blocks]
    for form, block in zip(forms, page.blocks, strict=True):
        members[form].append(block)
    told: dict[tuple[str, ...], Features] = {}
    for form, blocks in members.items():
        size = sum(len(block.piece.text) for block in blocks)
        linked = sum(block.link_share * len(block.piece.text) for block in blocks)
        told[form] = {
            "alike": bisect_right(_COUNTS, len(blocks)),
            "alike length": bisect_right(_MEANS, size / len(blocks)),
            "alike linked": bisect_right(_LINKED, linked / size),
            "alike share": bisect_right(_SHARES, sum(block.prose for block in blocks) / page.prose),
        }
    return [told[form] for form in forms]


def _extracted(page: Page, found: list[Features], extractor: Sequence[float]) -> None:
    for here, share in zip(found, extractor, strict=True):
        here["extractor"] = bisect_right(_SEEN, share)
    sizes = [len(block.piece.text) for block in page.blocks]
    for level, name in ((1, "parent"), (2, "grandparent"), (3, "great-grandparent")):
        boxes = [_up(block.box, level) for block in page.blocks]
        kept: dict[int, float] = defaultdict(float)
        whole: dict[int, int] = defaultdict(int)
        for box, size, share in zip(boxes, sizes, extractor, strict=True):
            kept[id(box)] += share * size
            whole[id(box)] += size
        for here, box in zip(found, boxes, strict=True):
            here[f"extractor {name}"] = bisect_right(_SEEN, kept[id(box)] / whole[id(box)])


def _up(box: Box, levels: int) -> Box:
    for _ in range(levels):
        box = box.parent or box
    return box


_PAIRS = (
    ("kind", "length"), ("length", "linked"), ("in best", "length"), ("kind", "in best"),
    ("kind", "linked"), ("kind", "alike linked"), ("kind", "inside"), ("shout", "linked"),
    ("asks", "length"), ("asks", "links"), ("credit", "length"), ("again", "length"),
    ("strong", "length"), ("strong", "linked"),
)  # fmt: skip
_ADVISED_PAIRS = (
    ("extractor", "length"), ("extractor", "in best"), ("extractor", "in main"),
    ("extractor", "kind"), ("extractor", "extractor parent"),
    ("extractor", "extractor grandparent"), ("extractor", "asks"), ("extractor", "credit"),
    ("extractor", "linked"), ("extractor", "title"),
    ("extractor", "alike linked"), ("extractor", "alike share"), ("extractor", "parent share"),
    ("extractor", "inside"), ("extractor", "before"), ("extractor", "after"),
    ("extractor", "widget"), ("extractor", "again"),
)  # fmt: skip
"""Features that mean something else together than one by one."""


def _together(found: Features, pairs: tuple[tuple[str, str], ...]) -> None:
    for one, other, both in _named_pairs(pairs):
        if one in found:
            found[both] = 100 * found[one] + found.get(other, 0)


@cache
def _named_pairs(pairs: tuple[tuple[str, str], ...]) -> list[tuple[str, str, str]]:
    return [(one, other, f"{one} × {other}") for one, other in pairs]
