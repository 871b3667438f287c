"""A web page to an article: our own pass over its tree around trafilatura's choice of the body.

Metadata are read first; captions and related pieces, which body extraction loses, are lifted out
of the tree; trafilatura chooses the body; what it found becomes pieces and the captions return to
their places. Where it finds nothing, the page's own paragraphs are taken.
"""

import logging
import re
from collections.abc import Iterator

from lxml import etree

from tui.identity import words
from tui.model import Failure, Source
from tui.parse.bylines import byline, is_date_line
from tui.parse.charset import decode
from tui.parse.clean import clean_preformatted
from tui.parse.draft import Draft, Dropped, Parsed, Piece, assemble
from tui.parse.html_captions import lift_captions, place_captions
from tui.parse.html_ledes import find_lede, with_lede
from tui.parse.html_metadata import read_metadata, read_url
from tui.parse.html_pieces import html_pieces, tree_pieces
from tui.parse.html_teasers import lift_teasers
from tui.parse.html_tree import parse_tree, text_of
from tui.parse.html_zones import drop_zones
from tui.parse.language import detect
from tui.parse.text_lines import key_of
from tui.parse.text_titles import clip
from tui.parse.widgets import widget
from tui.source import Document

__all__ = ["html_pieces", "parse_html"]

_QUOTES = {
    "fr": ("« ", " »"), "de": ("„", "“"), "es": ("«", "»"), "it": ("«", "»"), "pt": ("«", "»"),
}  # fmt: skip
"""The quotation marks of a language (CLDR, delimiters); English ones elsewhere."""

_TAG = re.compile(r"<(?:script|style)\b[^<]*+|<[a-zA-Z/!][^<>]*+>?")


def parse_html(document: Document) -> Iterator[Parsed | Failure]:
    """Read one article from a page; one without any text is a `Failure`."""
    page = decode(document.data, document.media_type)
    root = parse_tree(page)
    if root is None or not text_of(root):
        root = parse_tree(_flattened(page))
    if root is None or not text_of(root):
        yield Failure(document.origin, "no text in this page")
        return
    draft = _draft(root, document.url or document.origin)
    if not draft.title and not draft.pieces:
        yield Failure(document.origin, "no text in this page")
        return
    source = Source(document.origin, "html", document.fetched)
    yield Parsed(assemble(draft, source), dropped=draft.dropped)


def _draft(root: etree._Element, origin: str) -> Draft:
    base = _base(root, read_url(root, origin))
    dropped = drop_zones(root)
    teasers, removed = lift_teasers(root, base)
    dropped += [Dropped("related", text) for text in removed if text]
    head = read_metadata(root, origin)
    lede = find_lede(root, head)
    codes = _preformatted(root)
    _write_quotes(root, head.language)
    places = lift_captions(root)
    pieces, warnings = _body(root, base)
    pieces = place_captions([_restored(p, codes) for p in pieces], places)
    title = head.title or (clip(pieces[0].text) if pieces else "")
    pieces = with_lede(_without_title(pieces, title), lede)
    kept: list[Piece] = []
    for piece in pieces:
        rule = _rule(piece)
        if rule:
            dropped.append(Dropped(rule, piece.text))
        else:
            kept.append(piece)
    return Draft(
        title=title,
        pieces=tuple(kept),
        url=head.url,
        site=head.site,
        language=head.language or detect(" ".join(p.text for p in kept)[:20000] or title),
        authors=head.authors,
        published=head.published,
        teasers=tuple(t for t in teasers if key_of(t.title) != key_of(title)),
        dropped=tuple(dropped),
        warnings=warnings,
    )


def _flattened(page: str) -> str:
    """Return the words of a page that is nested too deep for the parser, a line to a paragraph."""
    lines = (line.strip() for line in _TAG.sub("\n", page).split("\n"))
    return "".join(f"<p>{line}</p>" for line in lines if line)


def _base(root: etree._Element, url: str | None) -> str | None:
    for element in root.iter("base"):
        href = element.get("href") or ""
        if href.startswith(("http://", "https://")):
            return href
    return url


def _preformatted(root: etree._Element) -> dict[str, str]:
    """Return the preformatted texts of a page by their words: body extraction loses their lines."""
    texts = ("".join(map(str, pre.itertext())) for pre in root.iter("pre"))
    return {key_of(text): clean_preformatted(text) for text in texts if key_of(text)}


def _restored(piece: Piece, codes: dict[str, str]) -> Piece:
    text = codes.get(key_of(piece.text)) if codes else None
    return Piece("preformatted", text) if text else piece


def _write_quotes(root: etree._Element, language: str | None) -> None:
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


def _body(root: etree._Element, base: str | None) -> tuple[list[Piece], tuple[str, ...]]:
    """Return the body's pieces: trafilatura's choice, else the page's own paragraphs."""
    body = _extracted(root, base)
    if body is not None:
        pieces = list(tree_pieces(body, base))
        if pieces:
            return pieces, ()
    own = list(tree_pieces(_container(root), base))
    return own, () if any(len(p.text) >= 80 for p in own) else ("no article found",)


def _extracted(root: etree._Element, base: str | None) -> etree._Element | None:
    from trafilatura import bare_extraction

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        found = bare_extraction(
            root,
            url=base,
            include_comments=False,
            include_links=True,
            include_formatting=True,
            include_tables=True,
            with_metadata=False,
        )
    except (ValueError, AttributeError, TypeError, RecursionError, etree.LxmlError):
        return None
    return None if found is None else getattr(found, "body", None)


def _container(root: etree._Element) -> etree._Element:
    """Return the one `article`, else `main`, else the whole page."""
    for tag in ("article", "main", "body"):
        found = list(root.iter(tag))
        if len(found) == 1:
            return found[0]
    return root


def _without_title(pieces: list[Piece], title: str) -> list[Piece]:
    """Drop the title where the body begins with it again."""
    name = words(title)
    return [
        p for i, p in enumerate(pieces)
        if not (i < 4 and p.kind in ("heading", "paragraph") and words(p.text) == name)
    ]  # fmt: skip


def _rule(piece: Piece) -> str | None:
    """Name the rule by which a piece of the extracted body is no part of the article."""
    if piece.kind in ("preformatted", "table"):
        return None
    if found := widget(piece.text):
        return found
    if is_date_line(piece.text):
        return "date"
    return "byline" if byline(piece.text) is not None else None
