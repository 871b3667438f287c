"""From pieces to an article: the one place where `Article.text` and its offsets are made.

Every parser ends in a `Draft`: a title, the pieces of the body in reading order and what the page
says of itself. `assemble` joins the pieces, shifts their links into the article's coordinates and
drops what is empty, so that no parser ever counts offsets across pieces.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from tui.identity import article_id
from tui.model import (
    BLOCK_SEPARATOR,
    HIGHEST_NUMBER,
    Article,
    Block,
    BlockKind,
    Brought,
    Link,
    Media,
    Source,
    Teaser,
)

DEEPEST = 6
"""Lists within each other that are told apart."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One block before it has a place: its kind and its own text."""

    kind: BlockKind
    text: str
    level: int | None = None
    """2 to 6 for a heading, else None."""
    links: tuple[Link, ...] = ()
    """Links with offsets into this piece's own text."""
    depth: int = 1
    """How many lists an item stands in, its own included."""
    number: int | None = None
    """What an item of a numbered list is numbered."""


@dataclass(frozen=True, slots=True)
class Dropped:
    """Text of the page that is no part of the article, under the rule that took it out."""

    rule: str
    text: str


@dataclass(frozen=True, slots=True)
class Draft:
    """What a parser found: the title, the pieces without the title, and the page's metadata."""

    title: str
    pieces: tuple[Piece, ...]
    url: str | None = None
    site: str | None = None
    language: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    modified: str | None = None
    section: str | None = None
    keywords: tuple[str, ...] = ()
    media: tuple[Media, ...] = ()
    teasers: tuple[Teaser, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Parsed:
    """One article out of a document, and what stood around it."""

    article: Article
    annotated: bool = False
    """Whether people and quotes came with the input, so that nothing is to be added."""
    dropped: tuple[Dropped, ...] = ()
    brought: Brought | None = None
    """What its reader did to it where it came from."""


def assemble(draft: Draft, source: Source) -> Article:
    """Join the title and the pieces into an article; empty pieces vanish."""
    texts: list[str] = []
    blocks: list[Block] = []
    links: list[Link] = []
    start = 0
    pieces = [piece for piece in (Piece("title", draft.title), *draft.pieces) if piece.text]
    for piece, depth in zip(pieces, _depths(pieces), strict=True):
        end = start + len(piece.text)
        texts.append(piece.text)
        blocks.append(Block(piece.kind, start, end, piece.level, depth, _number(piece)))
        links += (Link(start + link.start, start + link.end, link.url) for link in piece.links)
        start = end + len(BLOCK_SEPARATOR)
    text = BLOCK_SEPARATOR.join(texts)
    return Article(
        id=article_id(draft.url, text),
        source=source,
        title=draft.title,
        text=text,
        blocks=tuple(blocks),
        url=draft.url,
        site=draft.site,
        language=draft.language,
        authors=tuple(" ".join(name.split()) for name in draft.authors),
        published=draft.published,
        modified=draft.modified,
        section=draft.section,
        keywords=draft.keywords,
        links=tuple(links),
        media=draft.media,
        teasers=draft.teasers,
        warnings=draft.warnings,
    )


def _number(piece: Piece) -> int | None:
    """Return what an item is numbered; None for what is no count, whoever counted it."""
    counted = piece.kind == "list_item" and 0 <= (piece.number or 0) <= HIGHEST_NUMBER
    return piece.number if counted else None


def _depths(pieces: Sequence[Piece]) -> Iterator[int | None]:
    """Yield how deep each item stands in its list: the outermost ones are not, whatever is around.

    Deeper than `DEEPEST` they are told no further.
    """
    for listed, run in groupby(pieces, key=lambda piece: piece.kind == "list_item"):
        items = list(run)
        least = min(piece.depth for piece in items) if listed else 0
        for piece in items:
            depth = min(DEEPEST, piece.depth - least + 1)
            yield depth if listed and depth > 1 else None
