"""What is fuzzed: functions of bytes that hold for every input, and what they begin with.

A target raises nothing but what is a mistake of ours. `TARGETS` at the bottom names them.
"""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from hostile.carriers import CARRIERS
from hostile.payloads import PAYLOADS

from tui.intake_pool import read_document
from tui.library.query import QueryError, parse, parse_unfinished
from tui.library.query.complete import complete
from tui.library.query.meaning import meaning
from tui.library.query.unparse import unparse
from tui.model import Article, Failure
from tui.parse.article_json import dumps, loads
from tui.parse.article_rules import check
from tui.parse.sniff import UnreadableError, sniff
from tui.source import Document

ROOT = Path(__file__).parent.parent.parent
TODAY = date(2026, 3, 18)


def _read(data: bytes, name: str) -> None:
    """Read a document to its end: each article keeps its contract, each failure is one line."""
    for item in read_document(Document(data, name)):
        if isinstance(item, Failure):
            assert item.reason
            assert "\n" not in item.reason
            continue
        article = getattr(item, "article", None)
        assert isinstance(article, Article)
        check(article)
        assert loads(dumps(article)) == article


def _reader(wanted: str, head: bytes, name: str) -> Callable[[bytes], None]:
    """Return a target whose input is read as one format, behind `head` where it is not of it."""

    def read(data: bytes) -> None:
        try:
            is_of_it = sniff(Document(data, name)) == wanted
        except UnreadableError:
            is_of_it = False
        _read(data if is_of_it else head + data, name)

    return read


def query(data: bytes) -> None:
    """Read what somebody types: a query that can be written again, or an error inside it."""
    typed = data.decode("utf-8", "replace")
    complete(typed, len(typed), lambda *_: ())
    for read in (parse, parse_unfinished):
        wrong = None
        try:
            search = read(typed, TODAY)
        except QueryError as error:
            wrong = error
        if wrong is not None:
            assert 0 <= wrong.start <= len(typed)
            assert wrong.pointed().count("\n") == 2
            continue
        assert parse(unparse(search), TODAY) == search
        assert meaning(search, "en")
        assert meaning(search, "fr")


def seeds(target: str) -> Iterator[bytes]:
    """Yield what a target begins with: small sound files, and words that harm in each format."""
    if target == "query":
        yield from (words.encode() for words in QUERIES)
        yield from (words.encode("utf-8", "replace")[:200] for words in PAYLOADS.values())
        return
    kinds, ends = SEEDS[target]
    for words in PAYLOADS.values():
        yield from (CARRIERS[kind][1](words[:60]) for kind in kinds)
    for folder in ("samples", "tests/parse/golden", "tests/parse/layouts"):
        for path in sorted((ROOT / folder).iterdir()):
            if path.suffix in ends:
                yield path.read_bytes()


QUERIES = (
    'person:"Léna Morvan" date:2026-01..2026-03 -is:read', "by:(a OR b*) NOT (c ET d)",
    "said:« digue » site:quai lang:fr has:quotes sort:oldest", "date:>2026 OU date:hier SAUF x",
    'title:"a b"* keyword:x author:y', "date:last-week date:7d date:2026-W12", "((((a))))", "-",
)  # fmt: skip
SEEDS = {
    "text": (("text", "markdown"), (".txt", ".md")),
    "html": (("page", "references"), (".html",)),
    "feed": (("feed",), (".xml",)),
    "json": (("article", "json-feed"), (".json", ".jsonl")),
}
"""The carriers of a target's first inputs, and the endings of our own files that join them."""

WORDS = {
    "text": "“ ” « » ' — : - a-t-il dit |, said |By | M. |Anna Holt|21 January 2025|http://",
    "html": "<p>|</p>|<div |class=|<h1>|<br>|<article>|&#x|<script type=application/ld+json>|"
    "<a href=|<table>|<figure>|<!--|]]>|itemprop=|<meta property=|content=|<time datetime=",
    "feed": "<item>|</item>|<entry>|<title>|<link>|<![CDATA[|]]>|&amp;|<!DOCTYPE|<!ENTITY|"
    "<content:encoded>|xmlns:|<pubDate>|xml:base=|type=|<?xml encoding=",
    "json": '"title":|"text":|"blocks":|"start":|"end":|"kind":|"items":|"version":|"people":|'
    '"quotes":|"speaker":|"@graph":|"@type":|\\u|null|1e9|[{|}]|"content_html":',
    "query": 'person:|by:|date:|is:|has:|sort:|said:|AND|OR|NOT|SAUF|..|*|(|)|-|«|»|“|"',
}
"""What each language's marks are, with "|" between them."""

TARGETS: dict[str, Callable[[bytes], None]] = {
    "text": _reader("text", b"Boats\n\n", "a.txt"),
    "html": _reader("html", b"<html>", "a.html"),
    "feed": _reader("feed", b"<rss><channel><item><title>", "a.xml"),
    "json": _reader("article_json", b'{"title": "', "a.json"),
    "query": query,
}
