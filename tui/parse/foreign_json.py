"""Articles that another tool has parsed: from its JSON to ours.

Nothing is judged again. Structure comes from the HTML that the tool kept, else from the lines of
its text. A field of another type than it should have counts as missing.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from typing import Any

from tui.identity import words
from tui.model import Article, Link, Media, Source
from tui.parse.addresses import LINKED, web_address
from tui.parse.authors import given_authors
from tui.parse.clean import clean_inline
from tui.parse.draft import Draft, Piece, assemble
from tui.parse.feed_entry import plain_text
from tui.parse.foreign_graph import schema_articles
from tui.parse.foreign_tools import SCHEMA_ORG, TOOLS, Tool
from tui.parse.inline import InlineText
from tui.parse.language import detect
from tui.parse.machine_dates import feed_date
from tui.parse.text_titles import clip

_TAG = re.compile(r"</?(?:p|div|br|li|h[1-6]|span|a|article|section|blockquote|b|em)\b[^<>]*>")
_LINES = re.compile(r"\n+")
_ITEM = re.compile(r"[-*•] (?=\S)")
_LINK = re.compile(r"\[([^\[\]]{1,500})\]\(([^()\s]{1,2000})\)")
"""A link as trafilatura writes it into its text."""

_RULE = frozenset(" \t|:-")
"""What the line below the head of a table is made of."""

_LISTED = re.compile(r"[;,]")
_MOST = 200
"""Values of one field that are looked at, and objects of one graph."""

_LONGEST_WORD = 200
"""Code points of a keyword, of a section's or of a site's name."""


def foreign_article(value: object, origin: str) -> Article | None:
    """Return the article in `value`, None where no tool that is known has written it.

    An article may be without a body: then a warning says so.
    """
    if not isinstance(value, dict):
        return None
    for found in schema_articles(value):
        return _article(found, SCHEMA_ORG, origin)
    for tool in TOOLS:
        if any(fields <= value.keys() for fields in tool.known_by):
            return _article(value, tool, origin)
    return None


def values_inside(value: object) -> list[Any] | None:
    """Return the values of a list, of a graph, or of a page of Wallabag's answers; else None.

    Of the things that schema.org describes side by side only the articles are meant.
    """
    if isinstance(value, dict):
        embedded = value.get("_embedded")
        value = value.get("@graph") or (isinstance(embedded, dict) and embedded.get("items"))
    if not isinstance(value, list):
        return None
    described = any(isinstance(thing, dict) and "@type" in thing for thing in value)
    return (described and schema_articles(value)) or value


def _article(value: dict[str, Any], tool: Tool, origin: str) -> Article | None:
    draft = _draft(value, tool)
    if not draft.title and not draft.pieces:
        return None
    fetched = feed_date(_first(value, tool.fetched), None)
    return assemble(draft, Source(origin, "json", fetched))


def _draft(value: dict[str, Any], tool: Tool) -> Draft:
    url = next(filter(None, map(web_address, _texts(value, tool.url))), None)
    title = plain_text(_first(value, tool.title))
    pieces = _body(value, tool, url)
    title = title or (clip(pieces[0].text) if pieces else "")
    kept = _without_title(pieces, title)
    warnings = () if kept else ("no text in it",)
    kept = _with_lede(kept, value, tool)
    site = plain_text(_first(value, tool.site))[:_LONGEST_WORD] or None
    language = _code(_first(value, tool.language))
    language = language or detect("\n".join((title, *(piece.text for piece in kept))))
    names = (name for text in _texts(value, tool.authors) for name in text.split(";"))
    return Draft(
        title=title,
        pieces=kept,
        url=url,
        site=site,
        language=language,
        authors=given_authors(map(plain_text, names), site),
        published=feed_date(_first(value, tool.published), language),
        modified=feed_date(_first(value, tool.modified), language),
        section=next(_words(value, tool.section), None),
        keywords=tuple(dict.fromkeys(_words(value, tool.keywords))),
        media=tuple(_pictures(value, tool, url)),
        warnings=warnings,
    )


def _texts(value: dict[str, Any], names: tuple[str, ...]) -> list[str]:
    """Return the texts of the first field among `names` that holds any.

    A text may stand in a list, or be the name, the label or the address of an object.
    """
    for name in names:
        found = [text for thing in _at(value, name) if (text := _text(thing))]
        if found:
            return found
    return []


def _at(value: dict[str, Any], name: str) -> list[Any]:
    """Return the values at a path such as "publisher.name", lists spread out."""
    things: list[Any] = [value]
    for step in (name,) if name in value else name.split("."):
        inner = (thing.get(step) for thing in things if isinstance(thing, dict))
        things = [x for y in inner for x in (y[:_MOST] if isinstance(y, list) else (y,))]
    return things[:_MOST]


def _text(thing: object) -> str:
    if isinstance(thing, dict):
        thing = thing.get("name") or thing.get("@value") or thing.get("label") or thing.get("url")
    if isinstance(thing, list):
        thing = next((item for item in thing if isinstance(item, str)), None)
    return thing.strip() if isinstance(thing, str) else ""


def _first(value: dict[str, Any], names: tuple[str, ...]) -> str:
    return next(iter(_texts(value, names)), "")


def _words(value: dict[str, Any], names: tuple[str, ...]) -> Iterator[str]:
    """Yield keywords, in a list or in one text with commas or semicolons."""
    for text in _texts(value, names):
        for part in _LISTED.split(text)[:_MOST]:
            word = plain_text(part)
            if 0 < len(word) <= _LONGEST_WORD:
                yield word


def _pictures(value: dict[str, Any], tool: Tool, url: str | None) -> Iterator[Media]:
    for text in _texts(value, tool.images)[:1]:
        address = web_address(text, url)
        if address:
            yield Media(address, "image")


def _body(value: dict[str, Any], tool: Tool, url: str | None) -> tuple[Piece, ...]:
    """Return the pieces of the HTML, else of the text."""
    html, text = _first(value, tool.html), _first(value, tool.text)
    for source in (html, unescape(text) if tool.escaped else text):
        if _TAG.search(source):
            from tui.parse.html_pieces import html_pieces

            if pieces := html_pieces(source, url):
                return pieces
        elif source:
            return tuple(_lines(source, url))
    return ()


def _lines(text: str, url: str | None) -> Iterator[Piece]:
    """Yield a piece for each line of a text: a table's rows together, items without their mark."""
    rows: list[str] = []
    for line in _LINES.split(text.replace("\r", "\n")):
        stripped = line.strip()
        if stripped.startswith("|") and stripped.count("|") > 1:
            rows += [] if _RULE.issuperset(stripped) else [_row(stripped)]
            continue
        if rows:
            yield Piece("table", "\n".join(rows))
            rows = []
        item = _ITEM.match(stripped)
        piece = _linked(stripped[item.end() :] if item else stripped, url)
        if piece[0]:
            yield Piece("list_item" if item else "paragraph", piece[0], None, piece[1])
    if rows:
        yield Piece("table", "\n".join(rows))


def _row(line: str) -> str:
    return " | ".join(clean_inline(cell) for cell in line.strip("|").split("|"))


def _linked(line: str, url: str | None) -> tuple[str, tuple[Link, ...]]:
    """Return the text of a line, links in it taken out of their marks."""
    inline = InlineText()
    start = 0
    for match in _LINK.finditer(line):
        inline.add(line[start : match.start()])
        inline.open_link(web_address(match[2], url, LINKED))
        inline.add(match[1])
        inline.close_link()
        start = match.end()
    inline.add(line[start:])
    return inline.result()


def _without_title(pieces: tuple[Piece, ...], title: str) -> tuple[Piece, ...]:
    """Leave out a first line that only repeats the title."""
    repeated = pieces and pieces[0].kind in ("heading", "paragraph")
    return pieces[1:] if repeated and words(pieces[0].text) == words(title) else pieces


def _with_lede(pieces: tuple[Piece, ...], value: dict[str, Any], tool: Tool) -> tuple[Piece, ...]:
    """Mark the stand-first in the body, or set the one before it that the tool found."""
    lede, described = (plain_text(_first(value, names)) for names in (tool.lede, tool.described))
    wanted = words(lede or described)
    first = pieces[0] if len(pieces) > 1 and pieces[0].kind == "paragraph" else None
    if first and wanted and words(first.text) == wanted:
        return (replace(first, kind="lede"), *pieces[1:])
    repeated = pieces and words(pieces[0].text)[: len(wanted)] == wanted
    return (Piece("lede", lede), *pieces) if lede and not repeated else pieces


def _code(tag: str) -> str | None:
    """Return the ISO 639-1 code at the head of a language tag such as "fr_FR"."""
    match = re.match(r"([a-z]{2})(?:[_-]|$)", tag.lower())
    return match[1] if match else None
