"""The authors of a page's article: those it names for programs, else those it prints.

Full names come first. A field that says "Person" may hold a pen name of one word, which gives way
to a byline that the page prints: such a field often names who keeps the account. The site is never
its own author, nor is an organisation.
"""

import re
from collections.abc import Iterable, Sequence
from typing import Any

from lxml import etree

from tui.identity import words
from tui.parse.authors import given_authors
from tui.parse.bylines import known
from tui.parse.html_bylines import printed_authors
from tui.parse.html_sites import is_site
from tui.parse.page_facts import PageFacts
from tui.parse.page_head import PageHead
from tui.parse.schema_values import parties

_METAS = (
    "citationauthor", "author", "articleauthor", "parselyauthor", "sailthruauthor", "dccreator",
    "dcauthor", "byl", "dctermscreator", "ogarticleauthor", "articleauthorname", "creator",
    "cxenseparseauthor", "authors", "articleauthors", "bylinename",
)  # fmt: skip
"""Names of meta elements with authors: Highwire Press, OpenGraph, Parse.ly, Sailthru, Dublin Core,
Cxense, and what large papers have made up."""

_SIGNED = re.compile(
    r"written by|verfasst von|geschrieben von|écrit par|rédigé par|escrito por|scritto da|"
    r"geschreven door|^author$|^by$",
    re.IGNORECASE,
)
"""Labels of Twitter cards before an author's name, as search plugins write them."""

_INVERTED = re.compile(r"([^,;]{2,40}), ([^,;]{2,40})")
"""Names as libraries list them ("Roe, Jane"); the guidelines of Highwire Press's tags allow it."""
_LISTED_INVERTED = ("citationauthor", "dccreator")
_MOST_AUTHORS = 30


def find_authors(
    root: etree._Element, facts: PageFacts, title: str | None = None
) -> tuple[str, ...]:
    """Return the persons who signed the article; `title` is the heading as the page prints it."""
    article, marked = _stated(facts.article), _stated(facts.marked)
    fields = (*article, *_metas(facts.head), *marked)
    named = [found for names in fields if (found := _not_sites(_named(names), facts.sites))]
    if named:
        return _fullest(named)
    persons = (*article[::2], _labelled(facts.head), *marked[::2])
    for names in persons:
        if short := _not_sites(given_authors(names), facts.sites):
            return _not_sites(printed_authors(root, title), facts.sites) or short
    return _not_sites(printed_authors(root, title), facts.sites)


_FIELDS = ("author", "creator")


def _stated(article: dict[str, Any]) -> tuple[list[str], ...]:
    """Return for each field two lists: who is called a person, and who may be one.

    An organisation is no author, and where it stands for one, the creator may be named.
    """
    found = []
    for field in _FIELDS:
        named = parties(article.get(field))
        found += [[p.name for p in named if p.kind == kind] for kind in ("person", "unsaid")]
    return tuple(found)


def _fullest(lists: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    """Return the first list, or a later one that holds all its names and more."""
    best = {tuple(words(name)) for name in lists[0]}
    for names in lists[1:]:
        if best < {tuple(words(name)) for name in names}:
            return names
    return lists[0]


def _metas(head: PageHead) -> list[list[str]]:
    values = {name: head.all(name) for name in _METAS}
    return [
        [_turned(text) for text in texts] if name in _LISTED_INVERTED else texts
        for name, texts in values.items()
    ]


def _labelled(head: PageHead) -> list[str]:
    """Return what cards for Twitter give behind a label such as "Written by"."""
    pairs = (("twitterlabel1", "twitterdata1"), ("twitterlabel2", "twitterdata2"))
    return [
        text
        for label, data in pairs
        if any(_SIGNED.search(said) for said in head.all(label))
        for text in head.all(data)
    ]


def _named(values: Iterable[str]) -> tuple[str, ...]:
    """Return full names; in scripts without capitals, what the field holds."""
    found: list[str] = []
    for value in values:
        caseless = value.upper() == value.lower()
        found += given_authors([value]) if caseless else known([value])
    return tuple(found)


def _not_sites(names: Iterable[str], sites: Sequence[str]) -> tuple[str, ...]:
    """Return the names once each, without the site's own and its staff's."""
    found: dict[tuple[str, ...], str] = {}
    for name in names:
        if not is_site(name, sites):
            found.setdefault(tuple(words(name)), name)
    return tuple(found.values())[:_MOST_AUTHORS]


def _turned(name: str) -> str:
    inverted = _INVERTED.fullmatch(name)
    return f"{inverted[2]} {inverted[1]}" if inverted else name
