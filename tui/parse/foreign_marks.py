"""What a reader did to an article in another tool: read state, stars, tags, highlights and notes.

One function for each tool that keeps such things, under the tool's name in
`tui.parse.foreign_tools`. A field of another type than it should have counts as missing.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any, Final

from tui.model import Article, Brought, Passage
from tui.parse.clean import clean_inline
from tui.parse.foreign_tools import TOOLS

MOST: Final = 500
"""Tags and passages of one article."""
LONGEST_TAG: Final = 200
"""Code points."""
_WHOLE: Final = 100
"""How much of an article was read, in per cent, where all of it was."""
LONGEST_PASSAGE: Final = 20_000
"""Code points of a passage, and of a note."""


def brought_along(value: object, article: Article) -> Brought | None:
    """Return what was done to `article`, which was read from `value`; None where it was nothing."""
    if not isinstance(value, dict):
        return None
    for tool in TOOLS:
        if tool.name in _MARKS and any(fields <= value.keys() for fields in tool.known_by):
            found = replace(_MARKS[tool.name](value), article=article.id)
            return None if found == Brought(article.id) else found
    return None


def tag_names(names: object) -> tuple[str, ...]:
    """Return the tags among `names`, cleaned, each once."""
    found = names[:MOST] if isinstance(names, list) else []
    cleaned = (clean_inline(name[:LONGEST_TAG]) for name in found if isinstance(name, str))
    return tuple(dict.fromkeys(name for name in cleaned if name))


def _wallabag(value: dict[str, Any]) -> Brought:
    """Read an entry of Wallabag 2: 0, 1 or a Boolean, tags by name or as objects with a label."""
    tags = value.get("tags")
    labels = [
        tag.get("label") if isinstance(tag, dict) else tag
        for tag in (tags[:MOST] if isinstance(tags, list) else ())
    ]
    return Brought(
        "",
        read=_is_true(value.get("is_archived")),
        starred=_is_true(value.get("is_starred")),
        tags=tag_names(labels),
        passages=tuple(_annotations(value.get("annotations"))),
    )


def _annotations(found: object) -> Iterator[Passage]:
    """Yield annotations of Annotator.js: the words that are marked, and the text about them."""
    for each in found[:MOST] if isinstance(found, list) else ():
        if isinstance(each, dict):
            words, note = _text(each.get("quote")), _text(each.get("text"))
            if words or note:
                yield Passage(words, note)


def _newsboat(value: dict[str, Any]) -> Brought:
    """Read an item of newsboat, whose flags are letters that mean what the user wants them to."""
    flags = _text(value.get("flags"))[:LONGEST_TAG]
    letters = sorted({c for c in flags if c.isalpha()})
    return Brought(
        "",
        read=value.get("unread") == 0,
        tags=tag_names([f"flag {letter}" for letter in letters]),
    )


def _mail(value: dict[str, Any]) -> Brought:
    """Read a message, as the mail program has marked it."""
    return Brought("", read=value.get("seen") is True, starred=value.get("flagged") is True)


def _omnivore(value: dict[str, Any]) -> Brought:
    """Read an item of Omnivore, with the Markdown of its highlights."""
    return Brought(
        "",
        read=value.get("state") == "Archived",
        tags=tag_names(value.get("labels")),
        passages=tuple(_highlights(_text(value.get("highlights")))),
    )


def _readeck(value: dict[str, Any]) -> Brought:
    """Read a bookmark of Readeck: what is archived, or read to its end, was read."""
    return Brought(
        "",
        read=value.get("IsArchived") is True or value.get("ReadProgress") == _WHOLE,
        starred=value.get("IsMarked") is True,
        tags=tag_names(value.get("Labels")),
        passages=tuple(_marked(value.get("Annotations"))),
    )


def _marked(found: object) -> Iterator[Passage]:
    """Yield annotations of Readeck: the words, the note on them, and the colour."""
    for each in found[:MOST] if isinstance(found, list) else ():
        if isinstance(each, dict):
            words, note = _text(each.get("text")), _text(each.get("note"))
            if words or note:
                yield Passage(words, note, _text(each.get("color")))


def _highlights(markdown: str) -> Iterator[Passage]:
    """Yield what stands in quotation blocks, and below each the note on it."""
    words, notes, begun = "", list[str](), False
    for block in markdown.replace("\r\n", "\n").split("\n\n"):
        if block.startswith(">"):
            if begun:
                yield Passage(words, "\n\n".join(notes))
            lines = (line.removeprefix(">") for line in block.split("\n"))
            words, notes, begun = " ".join(" ".join(lines).split()), [], True
        elif block.strip() and not _labels(block):
            notes.append(block.strip())
            begun = True
    if begun:
        yield Passage(words, "\n\n".join(notes))


def _labels(block: str) -> bool:
    """Say whether a block is the labels of a highlight, "#one #two"."""
    return all(word.startswith("#") and len(word) > 1 for word in block.split())


def _text(value: object) -> str:
    return value.strip()[:LONGEST_PASSAGE] if isinstance(value, str) else ""


def _is_true(value: object) -> bool:
    return value is True or value == 1


_MARKS: Final[dict[str, Callable[[dict[str, Any]], Brought]]] = {
    "Wallabag": _wallabag,
    "mail": _mail,
    "newsboat": _newsboat,
    "Omnivore": _omnivore,
    "Readeck": _readeck,
}
