"""Pages that are lists of links under headings, read mark by mark in the order they stand.

A scanner without a tree: such a page may be many megabytes of links, and each piece of it is looked
at once.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from typing import Final

_TAG: Final = re.compile(r"<(/?)(a|h[1-4]|dl)(?=[\s>/])([^<>]*)>", re.IGNORECASE)
_ANY_TAG: Final = re.compile(r"<[^<>]*>")
_ATTRIBUTE: Final = re.compile(r'([\w-]{1,40})\s*=\s*(?:"([^"]*)"|([^\s">]+))')
_LONGEST: Final = 1_000
"""Code points of a heading or of the words of a link."""
_LONGEST_VALUE: Final = 10_000


@dataclass(frozen=True, slots=True)
class Marked:
    """A link: its address, its words, and its attributes by name in lower case."""

    url: str
    title: str
    attributes: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Heading:
    """The name of what follows."""

    name: str
    level: int
    attributes: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Edge:
    """Where a definition list begins or ends."""

    begins: bool


def marks_in(text: str) -> Iterator[Marked | Heading | Edge]:
    """Yield links, headings, and the edges of definition lists."""
    opened: re.Match[str] | None = None
    for tag in _TAG.finditer(text):
        name = tag[2].lower()
        if name == "dl":
            yield Edge(begins=not tag[1])
            opened = None
        elif not tag[1]:
            opened = tag
        elif opened is not None and opened[2].lower() == name:
            words = _words(text[opened.end() : min(tag.start(), opened.end() + 4 * _LONGEST)])
            attributes = _attributes(opened[3])
            if name == "a":
                yield Marked(attributes.get("href", ""), words, attributes)
            else:
                yield Heading(words, int(name[1]), attributes)
            opened = None


def _words(markup: str) -> str:
    return " ".join(unescape(_ANY_TAG.sub("", markup)).split())[:_LONGEST]


def _attributes(text: str) -> dict[str, str]:
    return {
        found[1].lower(): unescape((found[2] or found[3] or "")[:_LONGEST_VALUE])
        for found in _ATTRIBUTE.finditer(text)
    }
