"""The related pieces listed at the end of an article that has no page around it.

Markdown files and feed entries end in them: a heading such as "À lire aussi" and links below it, up
to the end. They become teasers and leave the text; where anything else follows, nothing is taken.
"""

import re
from collections.abc import Container, Sequence
from dataclasses import replace

from tui.model import Teaser
from tui.parse.bylines import people
from tui.parse.draft import Piece
from tui.parse.widgets import widget

_RELATED = ("related", "read also")
"""The categories of headings over lists of related pieces."""

_LONGEST_LOOSE_LINE = 400
"""Code points of a line without a link that may be the excerpt of the related piece above it."""

_LONGEST_LEAD = 40
"""Code points in front of an item's link: a date, a name, "Lire aussi"; behind more it is prose."""

_LONGEST_ITEM = 1000
"""Code points of an item: its title, its excerpt and who signed it."""

_AUTHOR_END = re.compile(
    r"(?:^|[\s,(–—·-]+)(?:par|by|von|por|door)\s+(?P<names>[^.!?:;()]{3,80})\)?\.?$", re.IGNORECASE
)
_SEPARATOR = " \t,:–—-·|("


def split_teasers(
    pieces: Sequence[Piece], labels: Container[int]
) -> tuple[int, tuple[Teaser, ...]]:
    """Return how many of `pieces` are the article, and the teasers listed behind them.

    `labels` are the places of pieces that, besides the headings, may stand over the list.
    """
    for place in range(len(pieces) - 2, -1, -1):
        piece, below = pieces[place], pieces[place + 1]
        head = (piece.kind == "heading" or place in labels) and below.links and _is_item(below)
        if head and widget(piece.text) in _RELATED:
            teasers = _teasers(pieces[place + 1 :])
            return (place, teasers) if teasers else (len(pieces), ())
        if "heading" in (piece.kind, pieces[-1].kind):
            break
    return len(pieces), ()


def _teasers(pieces: Sequence[Piece]) -> tuple[Teaser, ...]:
    """Return a teaser for each piece with a link; none where something else stands between."""
    teasers: list[Teaser] = []
    for piece in pieces:
        if piece.links and not _is_item(piece):
            return ()
        if piece.links:
            teasers.append(_teaser(piece))
        elif teasers and not teasers[-1].excerpt and len(piece.text) <= _LONGEST_LOOSE_LINE:
            teasers[-1] = replace(teasers[-1], excerpt=piece.text)
        else:
            return ()
    return tuple(teasers)


def _is_item(piece: Piece) -> bool:
    return len(piece.text) <= _LONGEST_ITEM and piece.links[0].start <= _LONGEST_LEAD


def _teaser(piece: Piece) -> Teaser:
    """Read "[title](url) — excerpt, par Someone"."""
    link = piece.links[0]
    title, rest = piece.text[link.start : link.end], piece.text[link.end :].strip(_SEPARATOR)
    authors: tuple[str, ...] = ()
    for_author = _AUTHOR_END.search(rest)
    if for_author:
        authors = people(for_author["names"])
        rest = rest[: for_author.start()].strip(_SEPARATOR) if authors else rest
    return Teaser(title, rest or None, authors, link.url)
