"""JSON-LD as pages write it, often broken, and the article that it describes.

Comments, commas before a closing bracket, HTML around or instead of the quotation marks and several
values in a row are read over. Of what can't be read as JSON at all, the plain fields of the article
are still taken. Reading never raises, and takes time in proportion to the text.
"""

import json
import re
from collections.abc import Iterable, Iterator
from html import unescape
from typing import Any

from tui.parse.foreign_graph import schema_articles, schema_pages

_LARGEST = 2_000_000
"""Code points of a script; longer ones hold galleries and catalogues."""
_MOST_VALUES = 50

_WRAPPING = re.compile(r"<!--|-->|(?://|/\*)?\s{0,9}(?:<!\[CDATA\[|\]\]>)\s{0,9}(?:\*/)?")
_TOKENS = re.compile(
    r'"(?:[^"\\]|\\.)*+"?|//[^\n]*+|/\*(?:[^*]|\*(?!/))*+(?:\*/)?|,(?=\s*+[}\]])|\\\'', re.DOTALL
)
"""Strings, which stay, and what JSON does not know: comments, commas at an end."""
_ESCAPE = re.compile(r'\\(?:(u[0-9a-fA-F]{4}|["\\/bfnrt])|u|(.?))', re.DOTALL)
_BETWEEN = re.compile(r"[\s,;]*+")

_FIELD = re.compile(
    r'"(headline|alternativeHeadline|description|datePublished|dateModified|articleSection)"'
    r'\s{0,9}:\s{0,9}("(?:[^"\\]|\\.)*+")',
    re.DOTALL,
)
_AUTHOR = re.compile(
    r'"author"\s{0,9}:\s{0,9}\[?\s{0,9}\{[^{}]{0,400}?"name"\s{0,9}:\s{0,9}("(?:[^"\\]|\\.)*+")',
    re.DOTALL,
)
_SOME_ARTICLE = re.compile(r'"@type"\s{0,9}:\s{0,9}\[?\s{0,9}"[A-Za-z]{0,40}(?:Article|Posting)"')

_TELLING = ("headline", "author", "datePublished")
"""Fields that tell an article from the mention of one."""


def read_json_ld(scripts: Iterable[str]) -> dict[str, Any]:
    """Return the article that the page's JSON-LD describes, references followed; {} without one.

    Of several the first one that is told in full counts, since others may only be mentioned, and
    what it leaves out is taken from others of the same headline: papers write one themselves, and a
    plugin another. Where there is none, the description of the page itself stands in.
    """
    values: list[object] = []
    broken: list[str] = []
    for text in scripts:
        if len(text) > _LARGEST or not text.strip():
            continue
        found = read_json(text)
        values += found
        if not found:
            broken.append(text)
    for things in (schema_articles(values), list(_salvaged(broken)), schema_pages(values)):
        if things:
            return _merged(things)
    return {}


def _merged(things: list[dict[str, Any]]) -> dict[str, Any]:
    told = (thing for thing in things if all(map(thing.get, _TELLING)))
    first = next(told, None) or max(things, key=lambda thing: sum(map(bool, thing.values())))
    headline = first.get("headline")
    same = [thing for thing in things if thing.get("headline") == headline] if headline else ()
    merged: dict[str, Any] = {}
    for thing in (first, *same):
        for name, value in thing.items():
            if value:
                merged.setdefault(name, value)
    return merged


def read_json(text: str) -> list[object]:
    """Return the JSON values in `text`, mended where it takes little; none where it can't be."""
    text = text.strip().rstrip(";")
    try:
        return [json.loads(text, strict=False)]
    except (ValueError, RecursionError):
        pass
    mended = _mended(text)
    return _values(mended) or (_values(_mended(unescape(text))) if "&quot;" in text else [])


def _mended(text: str) -> str:
    text = _TOKENS.sub(_kept, _WRAPPING.sub(" ", text))
    return _ESCAPE.sub(lambda match: match[0] if match[1] else match[2] or "", text)


def _kept(token: re.Match[str]) -> str:
    return token[0] if token[0][0] == '"' else "'" if token[0][0] == "\\" else ""


def _values(text: str) -> list[object]:
    """Read the values that stand one behind the other; all before the first that can't be read."""
    decoder = json.JSONDecoder(strict=False)
    found: list[object] = []
    place = 0
    while len(found) < _MOST_VALUES:
        gap = _BETWEEN.match(text, place)
        place = gap.end() if gap else place
        if text[place : place + 1] not in ("{", "["):
            break
        try:
            value, place = decoder.raw_decode(text, place)
        except (ValueError, RecursionError):
            break
        found.append(value)
    return found


def _salvaged(texts: Iterable[str]) -> Iterator[dict[str, Any]]:
    """Yield the plain fields of articles whose JSON can't be read."""
    for text in texts:
        if not _SOME_ARTICLE.search(text):
            continue
        article: dict[str, Any] = {}
        for name, value in _FIELD.findall(text):
            if name not in article and (read := _string(value)):
                article[name] = read
        author = _AUTHOR.search(text)
        if author and (name := _string(author[1])):
            article["author"] = name
        if article:
            yield article


def _string(text: str) -> str | None:
    try:
        value = json.loads(text, strict=False)
    except ValueError:
        return None
    return value if isinstance(value, str) else None
