"""Markdown articles: front matter, title, body, and the related pieces listed at the end.

The file is the article, so nothing is judged and thrown away: what is taken out of the body (the
byline, the list of related pieces) stands elsewhere in the result.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from tui.identity import words
from tui.model import Article, Brought, Failure, Media, Passage, Source, Teaser
from tui.parse.addresses import web_address
from tui.parse.authors import given_authors
from tui.parse.bylines import LONGEST_BYLINE, reads_date, signature
from tui.parse.charset import decode
from tui.parse.clean import clean_inline
from tui.parse.closing_teasers import split_teasers
from tui.parse.dates import iso_date
from tui.parse.draft import Draft, Dropped, Parsed, Piece, assemble
from tui.parse.foreign_marks import MOST, tag_names
from tui.parse.front_matter import FrontMatter, read_front_matter
from tui.parse.language import detect
from tui.parse.markdown_blocks import MarkdownBlock, markdown_blocks
from tui.parse.markdown_dialects import without_dialects
from tui.source import Document

_TITLE = ("title", "headline", "titre")
_AUTHORS = ("authors", "author", "byline", "by", "auteur", "auteurs")
_DATE = ("date", "published", "publishdate", "published_at", "publish_date", "pubdate")
_CREATED = ("created", "created_at")
"""When the article was written, unless the file says that it was taken from elsewhere."""

_MODIFIED = ("lastmod", "modified", "updated", "updated_at", "last_modified", "last_modified_at")
_URL = (
    "canonical_url",
    "canonicalurl",
    "canonical",
    "url",
    "source_url",
    "source",
    "link",
    "permalink",
)
_CLIPPED = ("source", "source_url")
"""Where a web clipper took the article from; its `created` is the moment of that."""
_SITE = ("site", "site_name", "publication", "publisher", "sitename", "website")
_LANGUAGE = ("lang", "language", "locale", "langue")
_LEDE = ("description", "lede", "standfirst", "subtitle", "excerpt", "summary", "chapo")
_READECK = ("saved", "website", "source")
"""What stands before an article that Readeck 0.20 has written (its `converter/markdown.go`)."""
_MARK = re.compile(r"==(?=[^\s=])([^=\n]{1,2000})(?<=\S)==")
"""What was marked there; marks within it leave no words that are those of the article."""
_SECTION = ("section", "category", "categories", "rubrique")
_KEYWORDS = ("tags", "keywords", "tag", "mots-clés")
_IMAGE = ("image", "cover", "featured_image", "thumbnail", "banner")
"""Names of fields, as Jekyll, Hugo, Pelican, Obsidian's web clipper and Pandoc write them."""

_HEAD_BLOCKS = 3
"""How many blocks below the title may be its byline or its date."""


def parse_markdown(document: Document) -> Iterator[Parsed | Failure]:
    """Parse one Markdown file."""
    text = re.sub(r"\r\n?", "\n", decode(document.data, document.media_type)).lstrip("\n")
    head = read_front_matter(text)
    url = web_address(head.first(*_URL))
    blocks = markdown_blocks(without_dialects(text[head.body :].replace("\0", "")), url)
    title, blocks = _split_title(blocks, head.first(*_TITLE))
    draft = _draft(title, blocks, head, url)
    if not draft.title and not draft.pieces:
        yield Failure(document.origin, "no text in it")
        return
    article = assemble(draft, Source(document.origin, "markdown", document.fetched))
    brought = _brought(head, text, article) if all(map(head.first, _READECK)) else None
    yield Parsed(article, dropped=draft.dropped, brought=brought)


def _brought(head: FrontMatter, text: str, article: Article) -> Brought | None:
    """Return the labels and the marks of an article that Readeck has written as Markdown."""
    marks = (clean_inline(mark[1]) for mark in islice(_MARK.finditer(text, head.body), MOST))
    passages = tuple(Passage(words) for words in marks if words in article.text)
    found = Brought(article.id, tags=tag_names(list(head.every("labels"))), passages=passages)
    return None if found == Brought(article.id) else found


def _draft(title: str, blocks: list[MarkdownBlock], head: FrontMatter, url: str | None) -> Draft:
    blocks, teasers = _split_teasers(_legends(blocks))
    blocks, bylines = _split_byline(blocks, title)
    pieces = _with_lede(blocks, head.first(*_LEDE))
    said = (head.first(*_LANGUAGE) or "").lower()
    language = said[:2] if re.match(r"[a-z]{2}(?:[_-]|$)", said) else None
    language = language or detect("\n".join((title, *(piece.text for piece in pieces))))
    signed = [found for line in bylines if (found := signature(line))]
    site = head.first(*_SITE) or next((found.site for found in signed if found.site), None)
    printed = (*(found.date for found in signed), *map(reads_date, bylines))
    created = () if head.first(*_CLIPPED) else _CREATED
    date = head.first(*_DATE, *created) or next(filter(None, printed), "")
    picture = web_address(head.first(*_IMAGE), url)
    authors = given_authors(head.every(*_AUTHORS), site)
    warnings = (head.warning, None if title else "no title found")
    return Draft(
        title=title,
        pieces=pieces,
        url=url,
        site=site,
        language=language,
        authors=authors or tuple(name for found in signed for name in found.names),
        published=iso_date(date, language),
        modified=iso_date(head.first(*_MODIFIED) or "", language),
        section=head.first(*_SECTION),
        keywords=tuple(_keywords(head)),
        media=(Media(picture, "image"),) if picture else (),
        teasers=teasers,
        dropped=tuple(Dropped("byline", line) for line in bylines),
        warnings=tuple(warning for warning in warnings if warning),
    )


def _keywords(head: FrontMatter) -> Iterator[str]:
    """Yield the tags, each once: a list, or one text with commas, each perhaps with a "#"."""
    texts = head.every(*_KEYWORDS)
    parts = texts[0].split(",") if len(texts) == 1 else texts
    yield from dict.fromkeys(word for part in parts if (word := part.strip(" #")))


def _split_title(blocks: list[MarkdownBlock], given: str | None) -> tuple[str, list[MarkdownBlock]]:
    """Take the title out: the front matter's, else the first heading of level 1, or one on top."""
    places = [i for i, block in enumerate(blocks) if block.level == 1]
    if not places and blocks and blocks[0].level:
        places = [0]
    if not places:
        return given or "", blocks
    place = places[0]
    printed = blocks[place].piece.text
    if given and words(given) != words(printed):
        return given, blocks
    return given or printed, blocks[:place] + blocks[place + 1 :]


def _legends(blocks: Sequence[MarkdownBlock]) -> list[MarkdownBlock]:
    """Join an image and the paragraph in italics below it: that is its caption."""
    found: list[MarkdownBlock] = []
    for block in blocks:
        below = bool(found) and found[-1].image and block.emphasised
        if below and block.piece.kind == "paragraph":
            found[-1] = MarkdownBlock(replace(block.piece, kind="caption"))
        else:
            found.append(block)
    return [block for block in found if block.piece.text]


def _split_byline(blocks: list[MarkdownBlock], title: str) -> tuple[list[MarkdownBlock], list[str]]:
    """Take out the lines below the title that hold nothing but authors and dates.

    Lines that are all there is, without a title, are the text: a byline signs something.
    """
    lines = [
        block
        for block in blocks[:_HEAD_BLOCKS]
        if block.piece.kind == "paragraph"
        and len(block.piece.text) <= LONGEST_BYLINE
        and (signature(block.piece.text) is not None or reads_date(block.piece.text))
    ]
    if not title and len(lines) == len(blocks):
        return blocks, []
    rest = [block for block in blocks if block not in lines] if lines else blocks
    return rest, [block.piece.text for block in lines]


def _with_lede(blocks: list[MarkdownBlock], given: str | None) -> tuple[Piece, ...]:
    """Mark the stand-first: a first paragraph set in bold or italics, else the front matter's."""
    pieces = [block.piece for block in blocks]
    if len(blocks) > 1 and blocks[0].emphasised and pieces[0].kind == "paragraph":
        pieces[0] = replace(pieces[0], kind="lede")
        return tuple(pieces)
    if not given:
        return tuple(pieces)
    wanted = words(given)
    for place, piece in enumerate(pieces[:2]):
        if words(piece.text)[: len(wanted)] == wanted:
            same = len(words(piece.text)) == len(wanted) and piece.kind == "paragraph"
            pieces[place] = replace(piece, kind="lede") if same else piece
            return tuple(pieces)
    return (Piece("lede", given), *pieces)


def _split_teasers(
    blocks: list[MarkdownBlock],
) -> tuple[list[MarkdownBlock], tuple[Teaser, ...]]:
    """Take out a last section of links to related pieces."""
    pieces = [block.piece for block in blocks]
    end, teasers = split_teasers(pieces, {i for i, b in enumerate(blocks) if b.emphasised})
    return blocks[:end], teasers
