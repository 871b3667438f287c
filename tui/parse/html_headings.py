"""Headings, which are too short to be told by themselves: their neighbours tell.

A heading before a paragraph of the article is the article's. A page marks its headings in one way:
where none is an element of its own, bold lines before paragraphs are the headings; one that is
marked as the article's own are is one of them; one that stands alone before the first paragraph is
the stand-first. Where most do not lead elsewhere, those that do belong to cards.
"""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from urllib.parse import urlsplit

from tui.identity import words
from tui.parse.addresses import web_address
from tui.parse.bylines import is_date_line
from tui.parse.draft import Piece
from tui.parse.html_blocks import PageBlock

_LINKED = 0.9
_IN_DOUBT = 0.8
"""A sum of log-odds below which it is in doubt whose a heading is: a chance of 69 %."""
_SIZE = (3, 90)
_PARAGRAPH = 80
"""Code points of the paragraph that a bold line heads, at least."""
_STAND_FIRST = (60, 900)
"""Code points of a stand-first: it is a sentence, which few headings are."""

_UNSEEN = re.compile(
    r"(?<![a-z])(?:visually-?hidden|hidden-?visually|(?<!not-)sr-only|screen-?reader(?:-?(?:text|only))?|"
    r"a11y-?(?:hidden|text)|assistive-?text|off-?screen)(?![a-z])"
)
"""Class names of what is read aloud and never shown: Bootstrap, Tailwind, WordPress, Foundation and
the United States' design system; headings of that kind name parts of the page."""


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
    """Return the place of the next block on one side that is no heading, caption or date."""
    for _ in range(_NEAR):
        place += step
        if not 0 <= place < len(blocks):
            break
        piece = blocks[place].piece
        if piece.kind not in ("heading", "caption") and not _is_moment(piece.text):
            return place
    return -1


def _is_moment(text: str) -> bool:
    """Tell whether a block only tells when what it stands over was written."""
    return len(text) <= _MOMENT and (_TIME.fullmatch(text) is not None or is_date_line(text))


_MOMENT = 60
"""Code points of the longest date with its time."""
_TIME = re.compile(r"\W*\d{1,2}\s?[h:.]\s?(?:\d{2})?(?:\s?[ap]\.?m\.?)?\W*", re.IGNORECASE)
"""A time of day, as live pages print it over each entry."""


_NEAR = 5
"""Blocks beyond which nothing stands beside a heading."""


def marked_headings(blocks: Sequence[PageBlock], chosen: Sequence[int]) -> set[int]:
    """Return the places of the headings that are marked as the article's own are and head text.

    A form is the article's where it chose two headings of it and hardly any stand outside.
    """
    if not chosen:
        return set()
    wanted = set(chosen)
    forms = {i: block.box.form() for i, block in enumerate(blocks) if block.piece.kind == "heading"}
    anywhere = Counter(forms.values())
    kept = Counter(form for place, form in forms.items() if place in wanted)
    inside = Counter(form for i, form in forms.items() if chosen[0] <= i <= chosen[-1])
    own = {f for f in kept if kept[f] >= _OF_A_FORM and inside[f] >= _INSIDE * anywhere[f]}
    found = set()
    text = chosen[-1] + 1
    following: dict[str, int] = {}
    for place in range(chosen[-1], chosen[0], -1):
        form = forms.get(place)
        if form is None:
            if place in wanted and blocks[place].piece.kind != "caption":
                text = place
        elif form in own:
            if text < following.get(form, chosen[-1] + 1):
                found.add(place)
            following[form] = place
    return found


_OF_A_FORM, _INSIDE = 2, 0.9


def unseen_headings(blocks: Sequence[PageBlock], chosen: Sequence[int]) -> set[int]:
    """Return the places of the chosen headings that no browser shows."""
    headings = (place for place in chosen if blocks[place].piece.kind == "heading")
    return {place for place in headings if _UNSEEN.search(blocks[place].box.label)}


def linked_headings(
    blocks: Sequence[PageBlock], chosen: Sequence[int], sums: Sequence[float], base: str | None
) -> set[int]:
    """Return the places of the chosen headings that are the titles of other pieces.

    A page offers pieces of its own site, the one of its address `base`: a heading that leads to
    another site names its subject, and where all of a form lead to pages of their own, they are the
    titles of a digest. Whatever is in doubt belongs to a card.
    """
    headings = [place for place in chosen if blocks[place].piece.kind == "heading"]
    linked = {place for place in headings if blocks[place].link_share > _LINKED}
    if 2 * len(linked) >= len(headings):
        return set()
    forms = {place: blocks[place].box.form() for place in headings}
    sure = Counter(forms[i] for i in linked if sums[i] >= _IN_DOUBT)
    digest = {form for form in sure if sure[form] > _OF_A_FORM}
    digest -= {forms[i] for i in headings if i not in linked}
    return {
        i for i in linked
        if sums[i] < _IN_DOUBT or not (forms[i] in digest or _leads_away(blocks[i], base))
    }  # fmt: skip


def _leads_away(block: PageBlock, base: str | None) -> bool:
    """Tell whether all links of a block lead to other sites than the page's own."""
    here = urlsplit(web_address(base) or "").netloc
    sites = {urlsplit(link.url).netloc for link in block.piece.links}
    return bool(here and sites) and not sites & {here, ""}


def stand_firsts(blocks: Sequence[PageBlock], chosen: Sequence[int]) -> set[str]:
    """Return the texts of the headings that stand before the article's and head no part of it.

    They are sentences, and no heading further on is marked as they are; an `h1` is a title.
    """
    begin = _beginning(blocks, chosen)
    headings = [place for place in chosen if blocks[place].piece.kind == "heading"]
    later = {blocks[place].box.form() for place in headings if place > begin}
    before = (blocks[place] for place in headings if place < begin)
    return {
        block.piece.text for block in before
        if _STAND_FIRST[0] <= len(block.piece.text) <= _STAND_FIRST[1]
        and block.box.tag != "h1"
        and block.box.form() not in later
    }  # fmt: skip


def with_stand_firsts(pieces: list[Piece], texts: set[str]) -> list[Piece]:
    """Mark the headings with one of `texts` as ledes, unless the article has a lede already."""
    if not texts or any(piece.kind == "lede" for piece in pieces):
        return pieces
    return [
        Piece("lede", piece.text, None, piece.links)
        if piece.kind == "heading" and piece.text in texts
        else piece
        for piece in pieces
    ]


def _beginning(blocks: Sequence[PageBlock], chosen: Sequence[int]) -> int:
    """Return the place of the first chosen paragraph, of the last block where there is none."""
    for place in chosen:
        piece = blocks[place].piece
        if piece.kind not in ("heading", "caption") and len(piece.text) >= _PARAGRAPH:
            return place
    return chosen[-1] if chosen else 0


def alike_headings(blocks: Sequence[PageBlock], chosen: Sequence[int]) -> set[int]:
    """Return the places of the chosen headings that are marked as at least two others are."""
    forms = {i: blocks[i].box.form() for i in chosen if blocks[i].piece.kind == "heading"}
    count = Counter(forms.values())
    return {place for place, form in forms.items() if count[form] > _OF_A_FORM}


def printed_headings(
    blocks: Sequence[PageBlock], chosen: Sequence[int], title: list[str]
) -> set[int]:
    """Return the places of the chosen paragraphs that are headings by their looks.

    `title` is the words of the article's title, which is no heading of its parts; nor is a
    stand-first, or a name before the first paragraph.
    """
    first = stand_firsts(blocks, chosen)
    headings = (blocks[i].piece.text for i in chosen if blocks[i].piece.kind == "heading")
    if any(words(text) != title and text not in first for text in headings):
        return set()
    begin = _beginning(blocks, chosen)
    found = set()
    for place, next_place in pairwise(place for place in chosen if place > begin):
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
