"""What is marked in the body: which offsets, in which look, and what a click there means."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from tui.layout import Page
from tui.model import Article, Span


class Mark(NamedTuple):
    """A range of the text and the component class it is painted in."""

    start: int
    end: int
    component: str
    meta: tuple[str, Any] | None = None
    """What a click there means, as a name and its value."""


@dataclass(frozen=True, slots=True)
class Marking:
    """What the session asks to see marked in the open article."""

    chosen: frozenset[str] = frozenset()
    """`Person.name` of the figures in the filter."""
    quotes: frozenset[int] = frozenset()
    """Indexes into `Article.quotes` of the quotes to highlight."""
    hits: tuple[Span, ...] = ()
    """Where the searched words stand."""
    target: Span | None = None
    """Where the last jump led."""


def marks(article: Article, marking: Marking) -> list[Mark]:
    """Return all marks of an article; the later ones are painted over the earlier."""
    found = [
        Mark(link.start, link.end, "article--link", ("link", i))
        for i, link in enumerate(article.links)
    ]
    for i, quote in enumerate(article.quotes):
        if i in marking.quotes:
            found.append(Mark(quote.start, quote.end, "article--quote", ("quote", i)))
    for person in article.people:
        look = "article--chosen" if person.name in marking.chosen else "article--person"
        found += (Mark(s.start, s.end, look, ("person", person.name)) for s in person.mentions)
    found += (Mark(hit.start, hit.end, "article--hit") for hit in marking.hits)
    if marking.target:
        found.append(Mark(marking.target.start, marking.target.end, "article--target"))
    return found


def by_line(page: Page, found: Iterable[Mark]) -> Mapping[int, list[Mark]]:
    """Return, for each line that has any, the marks that touch it, in painting order."""
    lines: dict[int, list[Mark]] = defaultdict(list)
    for mark in found:
        if mark.end > mark.start:
            for line in range(page.line_of(mark.start), page.line_of(mark.end - 1) + 1):
                lines[line].append(mark)
    return lines
