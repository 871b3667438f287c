"""A web page to an article: one reading of its tree, and what is decided on the way.

Metadata are read first; zones that are the page's own business and related pieces are lifted out of
the tree; what is left is read as blocks, and `html_body` chooses the article's among them. What was
not chosen stays in the result under the name of what it looks like.
"""

import json
import re
from collections.abc import Iterator, Sequence

from lxml import etree

from tui.identity import words
from tui.model import Failure, Source
from tui.parse.bylines import byline, is_date_line
from tui.parse.charset import decode
from tui.parse.collection import collector_resting
from tui.parse.draft import Draft, Dropped, Parsed, Piece, assemble
from tui.parse.html_articles import further_articles
from tui.parse.html_blocks import PageBlock
from tui.parse.html_body import MANY, choose
from tui.parse.html_captions import kept_captions
from tui.parse.html_headings import (
    alike_headings,
    heading_between,
    linked_headings,
    marked_headings,
    printed_headings,
    stand_firsts,
    unseen_headings,
    with_stand_firsts,
)
from tui.parse.html_ledes import find_lede, with_lede
from tui.parse.html_metadata import read_metadata
from tui.parse.html_names import NAMES
from tui.parse.html_pictures import PagePicture, pictures
from tui.parse.html_pieces import html_pieces
from tui.parse.html_slides import slide_shows
from tui.parse.html_teasers import lift_teasers
from tui.parse.html_tree import has_text, parse_tree
from tui.parse.html_zones import drop_zones
from tui.parse.language import detect
from tui.parse.page_facts import read_url
from tui.parse.page_head import read_head
from tui.parse.text_lines import key_of
from tui.parse.widgets import widget
from tui.source import Document

__all__ = ["html_pieces", "parse_html"]

_QUOTES = {
    "fr": ("« ", " »"), "de": ("„", "“"), "es": ("«", "»"), "it": ("«", "»"), "pt": ("«", "»"),
}  # fmt: skip
"""The quotation marks of a language (CLDR, delimiters); English ones elsewhere."""

_ARTICLE_BODY = re.compile(r'"articleBody"\s{0,20}:\s{0,20}("(?:[^"\\]|\\.)*+")', re.DOTALL)
_LEAST_BODY = 300
"""Code points from which an `articleBody` is more than a summary."""
_BODY = re.compile(r"<body\b", re.IGNORECASE)
_TAG = re.compile(
    r"<(?:script|style)\b(?:[^<]|<(?!/(?:script|style)))*+|<[a-zA-Z/!][^<>]*+>?", re.IGNORECASE
)


def parse_html(document: Document) -> Iterator[Parsed | Failure]:
    """Read one article from a page; one without any text is a `Failure`.

    A page whose text a script writes has only what its head says for others.
    """
    with collector_resting(len(document.data)):
        found = _read(document)
    yield found


def _read(document: Document) -> Parsed | Failure:
    page = decode(document.data, document.media_type)
    root = parse_tree(page)
    if root is None or not has_text(root):
        own_text = article_body(root) if root is not None else None
        root = parse_tree(_flattened(page, own_text))
    if root is None or not (has_text(root) or read_head(root).all("ogtitle")):
        return Failure(document.origin, "no text in this page")
    draft = _draft(root, document.url or document.origin)
    if not draft.title and not draft.pieces:
        return Failure(document.origin, "no text in this page")
    source = Source(document.origin, "html", document.fetched)
    return Parsed(assemble(draft, source), dropped=draft.dropped)


def _draft(root: etree._Element, origin: str) -> Draft:
    said = read_head(root)
    base = _base(root, read_url(said, origin))
    own_text = article_body(root)
    dropped = drop_zones(root)
    teasers, removed = lift_teasers(root, base)
    dropped += [Dropped("related", text) for text in removed if text]
    head = read_metadata(root, origin, said)
    lede = find_lede(root, head)
    write_quotes(root, head.language)
    seen: list[PagePicture] = []
    blocks, sums = choose(root, base, head.heading or head.title or "", own_text, seen)
    chosen = _chosen(blocks, sums, base)
    chosen = sorted(
        set(chosen) - further_articles(blocks, chosen, head.heading or head.title or "")
    )
    title = head.title or (_first_words(blocks[chosen[0]]) if chosen else "")
    labels = [words(name) for name in (head.section, head.site) if name]
    pieces, rest = _sorted_out(blocks, chosen, (title, head.heading or title), labels)
    pieces = with_stand_firsts(with_lede(pieces, lede), stand_firsts(blocks, chosen))
    return Draft(
        title=title,
        pieces=tuple(pieces),
        url=head.url,
        site=head.site,
        language=head.language or detect(" ".join(p.text for p in pieces)[:20000] or title),
        authors=head.authors,
        published=head.published,
        modified=head.modified,
        section=head.section,
        keywords=head.keywords,
        media=pictures(seen, chosen, base),
        teasers=tuple(t for t in teasers if key_of(t.title) != key_of(title)),
        dropped=(*dropped, *rest),
        warnings=() if any(len(p.text) >= _PROSE for p in pieces) else ("no article found",),
    )


def _first_words(block: PageBlock) -> str:
    """Return a title for a page without one; what plain text needs for it is imported here."""
    from tui.parse.text_titles import clip

    return clip(block.piece.text)


_PROSE = 80
"""Code points of a paragraph: a page without any has no article."""


def _chosen(blocks: Sequence[PageBlock], sums: Sequence[float], base: str | None) -> list[int]:
    """Return the places of the article's blocks; all blocks of the content where none is sure."""
    chosen = [i for i, total in enumerate(sums) if total > 0 and blocks[i].piece.kind != "caption"]
    cards = linked_headings(blocks, chosen, sums, base)
    found = heading_between(blocks, chosen, sums) | marked_headings(blocks, chosen)
    chosen = sorted({*chosen, *found} - cards)
    chosen = sorted(set(chosen) - unseen_headings(blocks, chosen) - slide_shows(blocks, chosen))
    while chosen and blocks[chosen[-1]].piece.kind == "heading":
        chosen.pop()
    if not chosen:
        chosen = _content(blocks)
    return sorted({*chosen, *kept_captions(blocks, chosen)})


def _content(blocks: Sequence[PageBlock]) -> list[int]:
    """Return the places of the blocks in the `article`, else in `main`, else of all."""
    for name in ("article", "main"):
        found = [i for i, block in enumerate(blocks) if block.box.stands_in(name)]
        if found:
            return found
    return list(range(len(blocks)))


def _sorted_out(
    blocks: Sequence[PageBlock],
    chosen: Sequence[int],
    titles: Sequence[str],
    labels: Sequence[list[str]],
) -> tuple[list[Piece], list[Dropped]]:
    """Return the article's pieces, and what was left out under the rules that did it."""
    kept: list[Piece] = []
    dropped: list[Dropped] = []
    wanted = set(chosen)
    names = [words(title) for title in titles if title]
    name = names[-1] if names else []
    printed = printed_headings(blocks, chosen, name)
    alike = alike_headings(blocks, chosen)
    closely = len(blocks) <= MANY
    for place, block in enumerate(blocks):
        piece = block.piece
        if place not in wanted:
            dropped.append(Dropped(_looks_like(block) if closely else "outside", piece.text))
        elif _is_title(piece, names, len(kept)):
            dropped.append(Dropped("title", piece.text))
        elif len(kept) <= _FIRST and words(piece.text) in labels:
            dropped.append(Dropped("section", piece.text))
        elif closely and place not in alike and (rule := _rule(piece)):
            dropped.append(Dropped(rule, piece.text))
        else:
            kept.append(Piece("heading", piece.text, 3) if place in printed else piece)
    if not kept:
        kept = [blocks[place].piece for place in chosen if words(blocks[place].piece.text) in names]
    return kept, dropped


def _is_title(piece: Piece, names: list[list[str]], before: int) -> bool:
    """Tell whether a piece near the beginning is the title again, a heading with a kicker too."""
    if before >= 4 or piece.kind not in ("heading", "paragraph"):
        return False
    found = words(piece.text)
    return found in names or (
        piece.kind == "heading"
        and any(len(name) >= _KICKED and found[-len(name) :] == name for name in names)
    )


_FIRST = 1
"""Pieces before which the name of the section or site is a label over the article."""

_KICKED = 4
"""Words of a title that stands after its kicker in one heading, at least."""


def _looks_like(block: PageBlock) -> str:
    """Name what a block outside the article looks like: by its boxes, else by its words."""
    for names in block.box.names_by_distance():
        for place, name in enumerate(NAMES):
            if names >> place & 1 and name not in _SAY_LITTLE:
                return name
    return widget(block.piece.text) or "outside"


_SAY_LITTLE = ("body", "content", "head", "lede")
"""Groups of names that boxes of the article bear as well."""


def _flattened(page: str, own_text: str | None) -> str:
    """Return a page that no text can be read from as its head and its words.

    The words are those that its JSON-LD gives, else all in its body. Each line is a paragraph.
    """
    body = _BODY.search(page)
    start = body.start() if body else 0
    lines = (line.strip() for line in _TAG.sub("\n", own_text or page[start:]).split("\n"))
    return page[:start] + "".join(f"<p>{line}</p>" for line in lines if line)


def _base(root: etree._Element, url: str | None) -> str | None:
    for element in root.iter("base"):
        href = element.get("href") or ""
        if href.startswith(("http://", "https://")):
            return href
    return url


def write_quotes(root: etree._Element, language: str | None) -> None:
    """Write the marks of inline quotations as text, and a block quotation's source as a line."""
    opening, closing = _QUOTES.get(language or "", ("“", "”"))
    for q in list(root.iter("q")):
        q.text = opening + (q.text or "")
        if len(q):
            q[-1].tail = (q[-1].tail or "") + closing
        else:
            q.text += closing
        q.tag = "span"
    for quote in root.iter("blockquote"):
        for source in quote.iter("footer", "cite"):
            if source.tag == "footer" or source.getparent() is quote:
                source.tag = "p"


def article_body(root: etree._Element) -> str | None:
    """Return the text of the article as the page's JSON-LD gives it, without markup."""
    longest = ""
    for script in root.iter("script"):
        if "ld+json" not in (script.get("type") or ""):
            continue
        for found in _ARTICLE_BODY.finditer(script.text or ""):
            try:
                text = json.loads(found[1], strict=False)
            except ValueError:
                continue
            longest = max(longest, text, key=len)
    text = _TAG.sub(" ", longest)
    return text if len(text) >= _LEAST_BODY else None


def _rule(piece: Piece) -> str | None:
    """Name the rule by which a piece of the extracted body is no part of the article."""
    if piece.kind in ("preformatted", "table", "quotation"):
        return None
    if found := widget(piece.text):
        return found
    if is_date_line(piece.text):
        return "date"
    return "byline" if byline(piece.text) is not None else None
