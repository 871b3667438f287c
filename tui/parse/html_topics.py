"""Where a page files its article, and what it is tagged with."""

import re
from collections.abc import Iterator, Sequence

from lxml import etree

from tui.parse.html_sites import is_site
from tui.parse.html_tree import text_of
from tui.parse.page_facts import PageFacts
from tui.parse.schema_values import texts

_SECTIONS = (
    "articlesection", "ogarticlesection", "parselysection", "section", "category",
    "cxenseparsesection", "dctermssubject", "articlesectionname", "sailthrusection",
)  # fmt: skip
_KEYWORDS = (
    "newskeywords", "articletag", "ogarticletag", "parselytags", "sailthrutags", "keywords",
    "citationkeywords", "dcsubject", "tags",
)  # fmt: skip
"""Names of meta elements: OpenGraph, Google News, Parse.ly, Sailthru, Highwire, Dublin Core."""

_LISTED = re.compile(r"[,;|\n]")
_AROUND_A_TAG = ("span", "li", "b", "strong", "em", "i")
"""What stands around one link of a list of tags (https://microformats.org/wiki/rel-tag)."""

_IDENTIFIER = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|\d{5,}", re.IGNORECASE)
"""A UUID (RFC 9562) or a number of a system's own: no word for readers."""
_LONGEST = 80
"""Code points of a section's name or of a keyword."""
_MOST = 50
"""Values of a field, and words of a value, that are read."""
_MOST_KEYWORDS = 30
"""Keywords that are kept."""


def find_section(facts: PageFacts) -> str | None:
    """Return the section that the article is filed under; the site is none."""
    for text in facts.texts("articleSection", *_SECTIONS):
        for part in _LISTED.split(text):
            name = part.strip()
            if _is_word(name) and not is_site(name, facts.sites):
                return name
    return None


def find_keywords(root: etree._Element, facts: PageFacts) -> tuple[str, ...]:
    """Return the keywords of the first field that gives any, each once.

    A page without such a field may have one list of links marked as tags; of two, one is some
    other piece's.
    """
    found: dict[str, str] = {}
    sources = (
        texts(facts.article.get("keywords")),
        *(facts.head.all(name) for name in _KEYWORDS),
        texts(facts.marked.get("keywords")),
    )
    for source in sources:
        for word in _words(source):
            if not is_site(word, facts.sites):
                found.setdefault(word.casefold(), word)
        if found:
            break
    if not found:
        found = {word.casefold(): word for word in _words(_tags(root))}
    return tuple(found.values())[:_MOST_KEYWORDS]


def _tags(root: etree._Element) -> list[str]:
    """Return the texts of the page's links with `rel="tag"`, if they stand in one place."""
    links = [a for a in root.iter("a") if "tag" in (a.get("rel") or "").lower().split()]
    places = {_place(link) for link in links[:_MOST]}
    return [text_of(link) for link in links[:_MOST]] if len(places) == 1 else []


def _place(link: etree._Element) -> etree._Element | None:
    return next((node for node in link.iterancestors() if node.tag not in _AROUND_A_TAG), None)


def _words(values: Sequence[str]) -> Iterator[str]:
    for value in values[:_MOST]:
        for part in _LISTED.split(value)[: 2 * _MOST]:
            word = part.strip(" #\"'[]")
            if _is_word(word):
                yield word


def _is_word(text: str) -> bool:
    if not 1 < len(text) <= _LONGEST or text.startswith(("http:", "https:", "www.")):
        return False
    return _IDENTIFIER.fullmatch(text) is None
