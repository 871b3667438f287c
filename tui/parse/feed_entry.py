"""A feed as its entries, whatever its format, and from an entry to an article.

The readers of the formats end in `Feed`; `parsed_feed` turns each entry into an article of its own.
What an entry lacks is said in its warnings and never made up, but for a title, which a list needs:
there the first sentence stands.
"""

import html
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from tui.identity import article_id, canonical_url, words
from tui.model import Failure, Media, Source
from tui.parse.addresses import web_address
from tui.parse.authors import given_authors
from tui.parse.clean import clean_inline
from tui.parse.closing_teasers import split_teasers
from tui.parse.draft import Draft, Parsed, Piece, assemble
from tui.parse.language import detect
from tui.parse.machine_dates import feed_date
from tui.parse.plain_markup import plain_pieces
from tui.source import Document

_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,2000}>|<!--")
_PARAGRAPHS = re.compile(r"\n\s*\n")
_SENTENCE = re.compile(r".+?[.!?…](?=[\s»”\"])[»”\"]?|.+", re.DOTALL)

_LONGEST_TITLE = 100
"""Code points of a title made from the first sentence."""

_SAMPLE = 400
"""Code points that tell the language of most entries: some seventy words."""

_MOST_KEYWORDS = 200
_LONGEST_KEYWORD = 200

_CORRECTED = 2
"""Titles that one article has in one feed, at most: before and after a correction."""

_FULL_TEXT = 1500
_FULL_PARAGRAPHS = 3
"""An RSS description with so many code points or paragraphs is the article and no summary."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry as the feed gives it, nothing cleaned."""

    title: str = ""
    link: str | None = None
    authors: tuple[str, ...] = ()
    published: tuple[str, ...] = ()
    """Dates of publication as printed, the best first."""
    updated: str = ""
    content: str = ""
    """The full text, HTML or plain."""
    summary: str = ""
    description: str = ""
    """What is a summary in some feeds and the full text in others: the description of RSS."""
    language: str | None = None
    site: str = ""
    """The feed that an aggregator took the entry from."""
    keywords: tuple[str, ...] = ()
    media: tuple[Media, ...] = ()
    """Files that come with the entry, their addresses as printed."""


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed: its name, its own page and language, and its entries."""

    title: str = ""
    link: str | None = None
    language: str | None = None
    authors: tuple[str, ...] = ()
    entries: Collection[Entry] = ()
    """Some readers make an entry only when it is asked for, so that the first is there soon."""
    repeats: bool = True
    """Whether several entries may have one address."""


def parsed_feed(feed: Feed, document: Document) -> Iterator[Parsed | Failure]:
    """Turn every entry into an article; those without any words are one `Failure`."""
    if not feed.entries:
        yield Failure(document.origin, "the feed has no entries")
        return
    source = Source(document.origin, "feed", document.fetched)
    site = plain_text(feed.title) or None
    base = web_address(feed.link, document.url) or web_address(document.url)
    shared = shared_addresses(feed, base)
    empty = 0
    for entry in feed.entries:
        named = (plain_text(entry.site) or site) if entry.site else site
        draft = _draft(entry, feed, base, named)
        if draft.title or draft.pieces:
            article = assemble(draft, source)
            if draft.url and shared and canonical_url(draft.url) in shared:
                article = replace(article, id=article_id(None, f"{draft.url} {draft.title}"))
            yield Parsed(article)
        else:
            empty += 1
    if empty:
        total = len(feed.entries)
        yield Failure(document.origin, f"{empty} of {total} entries of the feed hold no words")


def shared_addresses(feed: Feed, base: str | None) -> frozenset[str]:
    """Return the addresses, as they are compared, that are those of several entries.

    They are places of one page ("#version-2"), or the page of all that the feed tells of, and name
    none of its entries. Two entries with one address may be an article and its correction.
    """
    if not feed.repeats:
        return frozenset()
    often = Counter(_page(entry) for entry in feed.entries)
    told: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    places: dict[str, set[str]] = defaultdict(set)
    for entry in feed.entries if len(often) < len(feed.entries) else ():
        url = web_address(entry.link, base) if often[_page(entry)] > 1 else None
        if url:
            address = canonical_url(url)
            told[address].add(tuple(words(entry.title)))
            places[address].add(url.partition("#")[2])
    return frozenset(
        address
        for address, titles in told.items()
        if len(titles) > _CORRECTED or (len(titles) > 1 and len(places[address]) > 1)
    )


def _page(entry: Entry) -> str:
    return (entry.link or "").partition("#")[0].strip()


def plain_text(markup: str) -> str:
    """Return the words of a title, which may be HTML, escaped HTML or plain."""
    text = html.unescape(markup) if "&" in markup else markup
    return clean_inline(_TAG.sub("", text) if "<" in text else text)


def _draft(entry: Entry, feed: Feed, base: str | None, site: str | None) -> Draft:
    """Return an entry as an article; `base` is where its relative addresses start."""
    url = web_address(entry.link, base)
    pieces, full = _body(entry, url or base)
    end, teasers = split_teasers(pieces, _list_labels(pieces))
    pieces = pieces[:end]
    title = plain_text(entry.title)
    warnings = [] if full else [_lack(pieces)]
    if not title and pieces:
        title = _first_sentence(pieces[0].text)
        warnings.append("the feed gives no title; the first sentence stands for it")
    language = _language(title, pieces) or _code(entry.language or feed.language)
    published = next(filter(None, (feed_date(text, language) for text in entry.published)), None)
    modified = feed_date(entry.updated, language) if entry.updated else None
    if published is None and entry.updated:
        published = modified
        warnings.append("the date is that of the last update")
    own_feed = not entry.site or site == plain_text(feed.title)
    return Draft(
        title=title,
        pieces=_without_title(pieces, title),
        url=url,
        site=site,
        language=language,
        authors=_authors(entry.authors or (feed.authors if own_feed else ()), site),
        published=published,
        modified=None if modified == published else modified,
        keywords=_keywords(entry.keywords),
        media=tuple(_media(entry.media, url or base)),
        teasers=tuple(t for t in teasers if words(t.title) != words(title)),
        warnings=tuple(warnings),
    )


@lru_cache(maxsize=1024)
def _authors(names: tuple[str, ...], site: str | None) -> tuple[str, ...]:
    """Return the persons among `names`; a feed has few authors and many entries."""
    return given_authors(names, site)


def _keywords(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return keywords cleaned, each once."""
    kept = (plain_text(word) for word in words[:_MOST_KEYWORDS])
    return tuple(dict.fromkeys(word for word in kept if word and len(word) <= _LONGEST_KEYWORD))


def _media(files: tuple[Media, ...], base: str | None) -> Iterator[Media]:
    """Yield the files that stand at an address of the web."""
    for file in files:
        url = web_address(file.url, base)
        if url:
            media_type = clean_inline(file.media_type or "")[:_LONGEST_KEYWORD] or None
            yield Media(url, media_type, plain_text(file.title or "") or None)


def _language(title: str, pieces: tuple[Piece, ...]) -> str | None:
    """Return the language of an entry: its first lines tell in most, all of it in the others."""
    body = "\n".join((title, *(piece.text for piece in pieces)))
    return detect(body[:_SAMPLE]) or (detect(body) if len(body) > _SAMPLE else None)


def _list_labels(pieces: tuple[Piece, ...]) -> frozenset[int]:
    """Return the places of the paragraphs that stand over a list: labels, where no heading is."""
    return frozenset(
        place
        for place, (piece, below) in enumerate(pairwise(pieces))
        if piece.kind == "paragraph" and below.kind == "list_item"
    )


def _body(entry: Entry, base: str | None) -> tuple[tuple[Piece, ...], bool]:
    """Return the body and whether it is the whole one: full content before any summary."""
    content = _pieces(entry.content, base)
    if content:
        return content, True
    description = _pieces(entry.description, base)
    summary = _pieces(entry.summary, base)
    best = max(description, summary, key=_length)
    long = _length(description) >= _FULL_TEXT or len(description) >= _FULL_PARAGRAPHS
    return best, best is description and long


def _length(pieces: tuple[Piece, ...]) -> int:
    return sum(len(piece.text) for piece in pieces)


def _lack(pieces: tuple[Piece, ...]) -> str:
    return "feed holds only a summary" if pieces else "feed holds only a title"


def _pieces(markup: str, base: str | None) -> tuple[Piece, ...]:
    """Return the pieces of HTML, or of plain text with blank lines between its paragraphs."""
    if not markup or markup.isspace():
        return ()
    if _TAG.search(markup):
        plain = plain_pieces(markup, base)
        if plain is not None:
            return plain
        from tui.parse.html_pieces import html_pieces

        return html_pieces(markup, base)
    lines = (clean_inline(html.unescape(part)) for part in _PARAGRAPHS.split(markup))
    return tuple(Piece("paragraph", line) for line in lines if line)


def _first_sentence(text: str) -> str:
    """Return the first sentence of `text`, cut at a word where it is long."""
    match = _SENTENCE.match(text[: 4 * _LONGEST_TITLE])
    sentence = match[0] if match else text
    if len(sentence) <= _LONGEST_TITLE:
        return sentence.strip()
    cut = sentence[:_LONGEST_TITLE].rpartition(" ")[0] or sentence[: _LONGEST_TITLE - 1]
    return f"{cut.rstrip(' ,;:–—-')}…"


def _without_title(pieces: tuple[Piece, ...], title: str) -> tuple[Piece, ...]:
    """Leave out a first heading that only repeats the title."""
    first = pieces[:1]
    repeated = first and first[0].kind == "heading" and words(first[0].text) == words(title)
    return pieces[1:] if repeated else pieces


def _code(tag: str | None) -> str | None:
    """Return the ISO 639-1 code at the head of a language tag such as "fr-CA"."""
    match = re.match(r"([a-z]{2})(?:[_-]|$)", (tag or "").strip().lower())
    return match[1] if match else None
