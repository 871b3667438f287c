"""What a page says of itself: JSON-LD, microdata and meta elements, then what is printed.

Each field is decided by the module that owns it, from the same reading of the page's head. Every
field holds a valid value or none: a title that is not the site's name, authors that are persons, a
date that reads as one, an absolute address.
"""

import re
from dataclasses import dataclass

from lxml import etree

from tui.parse.html_authors import find_authors
from tui.parse.html_dates import find_modified, find_published
from tui.parse.html_titles import choose_title
from tui.parse.html_topics import find_keywords, find_section
from tui.parse.page_facts import PageFacts, read_facts
from tui.parse.page_head import PageHead

_DESCRIPTIONS = ("ogdescription", "description", "twitterdescription", "dcdescription")
_LANGUAGES = ("oglocale", "contentlanguage", "dclanguage", "language")
_LANGUAGE = re.compile(r"^[A-Za-z]{2}(?:[-_]|$)")


@dataclass(frozen=True, slots=True)
class Metadata:
    """The fields of an article's head, None or empty where the page does not give them."""

    title: str | None = None
    url: str | None = None
    site: str | None = None
    language: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    modified: str | None = None
    section: str | None = None
    keywords: tuple[str, ...] = ()
    description: str | None = None
    """What the page writes of the article for others."""
    descriptions: tuple[str, ...] = ()
    """All the wordings of it."""
    heading: str | None = None
    """The title as the page prints it, which its metadata may word otherwise."""


def read_metadata(
    root: etree._Element, origin: str | None = None, head: PageHead | None = None
) -> Metadata:
    """Read the metadata of the page at `root`; `origin` is its address where it was fetched.

    `head` is the page's own, where it has been read before.
    """
    facts = read_facts(root, origin, head)
    language = _language(facts)
    title, heading = choose_title(root, facts)
    descriptions = tuple(dict.fromkeys(facts.texts("description", *_DESCRIPTIONS)))
    published = find_published(root, facts, language, heading or title)
    return Metadata(
        title=title,
        heading=heading,
        url=facts.url,
        site=facts.site,
        language=language,
        authors=find_authors(root, facts, heading or title),
        published=published,
        modified=find_modified(root, facts, language, published),
        section=find_section(facts),
        keywords=find_keywords(root, facts),
        description=next(iter(descriptions), None),
        descriptions=descriptions,
    )


def _language(facts: PageFacts) -> str | None:
    values = (facts.head.language or "", *facts.texts("inLanguage", *_LANGUAGES))
    for value in values:
        if _LANGUAGE.match(value.strip()):
            return value.strip()[:2].lower()
    return None
