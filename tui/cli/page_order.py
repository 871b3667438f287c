"""Where the parts of a page stood: what was kept and what was left out, in the page's own order.

A parser hands on what it left out without its place, so the place is looked up: the letters and
digits that a part begins with are searched among those of the page, whatever spaces and marks stand
between them. Kept blocks are in reading order already; the long ones found in that order are the
landmarks, and short ones are searched between two of them. A part that does not stand on the page
as such (joined, repaired, read from metadata) has no place of its own.
"""

import re
from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterator, Sequence

from lxml import etree

from tui.parse.charset import decode
from tui.parse.draft import Dropped
from tui.parse.html_tree import SILENT, parse_tree
from tui.parse.sniff import UnreadableError, sniff
from tui.source import Document

LOOKED_UP = 48
"""Letters and digits of a part that are looked up."""
SURE = 24
"""Letters and digits that hardly stand on a page twice."""
LEAST = 12
"""Letters and digits that are looked up where no more of a part stands on the page in one piece."""
MOST_CHARACTERS, MOST_PARTS = 2_000_000, 5_000
"""Of a page that is searched; a larger one would take minutes."""
MOST_TRIES = 200
"""Places of the same words that are tried."""

_NO_WORDS = re.compile(r"[\W_]+")
_UNSEEN = frozenset(("script", "style", "template", "title"))


def page_text(document: Document) -> tuple[str, tuple[Dropped, ...]]:
    """Return all words of a page as its source has them, and the menus that no parser reads.

    Nothing for a format whose source does not show the order of an article.
    """
    try:
        form = sniff(document)
    except UnreadableError:
        return "", ()
    text = decode(document.data, document.media_type) if form in _ORDERED else ""
    if form != "html":
        return text, ()
    root = parse_tree(text)
    if root is None:
        return "", ()
    menus = (_words(menu) for menu in root.iter("nav") if _outermost(menu))
    return _words(root), tuple(Dropped("menu", menu) for menu in menus if menu)


_ORDERED = ("html", "text", "markdown")


def _words(root: etree._Element) -> str:
    """Return the words of an element, also of those parts that are no text of an article."""
    parts: list[str] = []
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, node in walk:
        if event == "end":
            parts.append((node.tail or "") if node is not root else "")
        elif node.tag in _UNSEEN:
            walk.skip_subtree()
        else:
            parts.append(node.text or "")
    return " ".join(" ".join(parts).split())


def _outermost(menu: etree._Element) -> bool:
    return next(menu.iterancestors(*SILENT), None) is None


def in_page_order(
    page: str, kept: Sequence[str], left: Sequence[str]
) -> Iterator[tuple[bool, int, bool]]:
    """Yield whether a part was kept, its number there, and whether its place is known.

    Kept parts stay in their order; those that were left out follow where no place is known.
    """
    words = _letters(page)
    small = len(words) <= MOST_CHARACTERS and len(kept) + len(left) <= MOST_PARTS
    search = _Search(words if small else "")
    parts = [(place, 0, number) for number, place in enumerate(search.kept(kept))]
    lost = []
    for number, place in enumerate(search.left(left)):
        if place is None:
            lost.append(number)
        else:
            parts.append((place, 1, number))
    for _, group, number in sorted(parts):
        yield group == 0, number, True
    for number in lost:
        yield False, number, False


class _Search:
    """Finds parts among the letters and digits of a page, each place once."""

    def __init__(self, words: str) -> None:
        self._page = words
        self._taken: list[tuple[int, int]] = []
        """Half-open stretches that belong to a part that was found, in order."""
        self._kept: dict[str, int] = {}
        """The place of each kept part by its words."""

    def kept(self, texts: Sequence[str]) -> list[int]:
        """Return a place for each part, rising: its own, or that of the part before."""
        keys = [_letters(text) for text in texts]
        first = [self._page.find(key[:LOOKED_UP]) if len(key) >= SURE else -1 for key in keys]
        landmarks = dict(_rising(first))
        following = [len(self._page)] * (len(keys) + 1)
        for number in reversed(range(len(keys))):
            following[number] = landmarks.get(number, following[number + 1])
        places, last = [], 0
        for number, key in enumerate(keys):
            place = landmarks.get(number, -1)
            if place < 0 and key:
                place = self._page.find(key[:LOOKED_UP], last, following[number + 1])
            if place >= 0:
                self._take(place, key)
                last = max(last, place)
            places.append(last)
            self._kept.setdefault(key, last)
        return places

    def left(self, texts: Sequence[str]) -> list[int | None]:
        """Return the place of each part, None where it has none.

        Parsers tell what one rule left out in the page's order, so the place looked for first is
        behind the part before. Words that stand on the page once, and were kept, are beside those:
        a heading that says the title again, which the page's head gave.
        """
        places: list[int | None] = []
        last = 0
        for text in texts:
            key = _letters(text)
            place = self._anywhere(key[:LOOKED_UP], last)
            if place is None and len(key) > LEAST:
                place = self._anywhere(key[:LEAST], last)
            if place is not None:
                self._take(place, key)
                last = place + 1
            places.append(self._kept.get(key) if place is None else place)
        return places

    def _take(self, place: int, key: str) -> None:
        """Give a part the words from `place` on, as far as they are sure to be its own."""
        whole = self._page.startswith(key, place)
        insort(self._taken, (place, place + (len(key) if whole else LEAST)))

    def _anywhere(self, begin: str, start: int) -> int | None:
        """Return the first free place from `start` on, else the first before it."""
        place = self._free(begin, start) if begin else None
        return self._free(begin, 0) if place is None and begin and start else place

    def _free(self, begin: str, start: int) -> int | None:
        for _ in range(MOST_TRIES):
            place = self._page.find(begin, start)
            if place < 0:
                return None
            before = bisect_right(self._taken, (place, len(self._page) + 1)) - 1
            if before < 0 or self._taken[before][1] <= place:
                return place
            start = place + 1
        return None


def _letters(text: str) -> str:
    return _NO_WORDS.sub("", text.casefold())


def _rising(found: Sequence[int]) -> list[tuple[int, int]]:
    """Return the longest run of places that only rise, each with the number of its part."""
    ends: list[int] = []
    """The lowest place that a run of each length can end with."""
    last_of: list[int] = []
    """The part that such a run ends with."""
    before: dict[int, int | None] = {}
    for number, place in enumerate(found):
        if place < 0:
            continue
        length = bisect_left(ends, place)
        ends[length : length + 1] = [place]
        last_of[length : length + 1] = [number]
        before[number] = last_of[length - 1] if length else None
    run: list[tuple[int, int]] = []
    number_now = last_of[-1] if last_of else None
    while number_now is not None:
        run.append((number_now, found[number_now]))
        number_now = before[number_now]
    return run[::-1]
