"""What is marked in the body: which offsets, in which look, and what a click there means.

Marks are looked up by range when a line is painted, so that an article with ten thousand mentions
opens as quickly as one with ten.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import Any, NamedTuple

from tui.library.interface import Highlight
from tui.model import Article, Span


class Mark(NamedTuple):
    """A range of the text and the component class it is painted in."""

    start: int
    end: int
    component: str
    meta: tuple[str, Any] | None = None
    """What a click there means, as a name and its value."""


class Marking(NamedTuple):
    """What the session asks to see marked in the open article."""

    chosen: frozenset[str] = frozenset()
    """`Person.name` of the figures in the filter."""
    quotes: frozenset[int] = frozenset()
    """Indexes into `Article.quotes` of the quotes to highlight."""
    hits: tuple[Span, ...] = ()
    """Where the searched words stand."""
    highlights: tuple[Highlight, ...] = ()
    """What the reader has marked."""
    target: Span | None = None
    """Where the last jump led."""


class Layer:
    """Marks of one kind, in order, that can be asked for by range."""

    def __init__(self, marks: Iterable[Mark]) -> None:
        self._marks = sorted(marks)
        self._starts = [mark.start for mark in self._marks]
        self._reach = list(accumulate((mark.end for mark in self._marks), max))
        """How far the marks up to each one reach: where looking back may stop."""

    def within(self, start: int, end: int) -> list[Mark]:
        """Return the marks that share a code point with `[start, end)`, in order."""
        found = []
        index = bisect_left(self._starts, end) - 1
        while index >= 0 and self._reach[index] > start:
            if self._marks[index].end > start:
                found.append(self._marks[index])
            index -= 1
        return found[::-1]


def layers(article: Article, marking: Marking) -> list[Layer]:
    """Return all marks of an article; the later layers are painted over the earlier."""
    target = marking.target
    return [
        Layer(_links(article)),
        Layer(_reported(article, marking)),
        Layer(_quotes(article, marking)),
        Layer(_highlights(marking)),
        Layer(_people(article, marking)),
        Layer(Mark(hit.start, hit.end, "article--hit") for hit in marking.hits),
        Layer([Mark(target.start, target.end, "article--target")] if target else []),
    ]


def _highlights(marking: Marking) -> Iterator[Mark]:
    for highlight in marking.highlights:
        span = highlight.span
        yield Mark(span.start, span.end, f"highlight--{highlight.colour}")


def _links(article: Article) -> Iterator[Mark]:
    for i, link in enumerate(article.links):
        yield Mark(link.start, link.end, "article--link", ("link", i))


def _quotes(article: Article, marking: Marking) -> Iterator[Mark]:
    for i, quote in enumerate(article.quotes):
        if i in marking.quotes and quote.kind != "indirect":
            yield Mark(quote.start, quote.end, "article--quote", ("quote", i))


def _reported(article: Article, marking: Marking) -> Iterator[Mark]:
    """Yield the marks of reported speech: paler than quoted words, which may stand in it."""
    for i, quote in enumerate(article.quotes):
        if i in marking.quotes and quote.kind == "indirect":
            yield Mark(quote.start, quote.end, "article--reported", ("quote", i))


def _people(article: Article, marking: Marking) -> Iterator[Mark]:
    for person in article.people:
        look = "article--chosen" if person.name in marking.chosen else "article--person"
        meta = ("person", person.name)
        for span in person.mentions:
            yield Mark(span.start, span.end, look, meta)
