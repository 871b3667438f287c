"""What the forms have in common: safe text, safe links, and the quotes of an article."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from tui.layout.visible import visible
from tui.library.interface import SURE
from tui.model import Article, Block, Quote

_MARKS: Final = {"fr": ("«\u00a0", "\u00a0»")}
"""Quotation marks by language, with no-break spaces; the others get the English ones."""


@dataclass(frozen=True, slots=True)
class Speech:
    """A quote as it is written out."""

    words: str
    """On one line, with marks where they are somebody's own words."""
    speaker: str | None
    inferred: bool
    """Whether the speaker was inferred rather than said."""
    quote: Quote


def one_line(text: str) -> str:
    """Return `text` on one line, without control characters."""
    return visible(" ".join(text.split()))


def lines_of(text: str) -> list[str]:
    """Return the lines of a block, without control characters."""
    return [visible(line) for line in text.splitlines() or [""]]


def cells_of(table: str) -> list[list[str]]:
    """Return the rows of a table block: a line each, with bars between the cells."""
    return [line.split(" | ") for line in table.splitlines() or [""]]


def item(block: Block, lines: Iterable[str]) -> str:
    """Return an item of a list, its further lines under the first."""
    marker = item_marker(block)
    return marker + f"\n{' ' * len(marker)}".join(lines)


def item_marker(block: Block) -> str:
    """Return what stands before an item of a list: where it is in others, and its number."""
    mark = "-" if block.number is None else f"{block.number}."
    return f"{'    ' * ((block.depth or 1) - 1)}{mark} "


def web_address(url: str | None) -> str | None:
    """Return `url` where it leads to the web, written so that no form sees markup in it."""
    if not url:
        return None
    try:
        if urlsplit(url).scheme.lower() not in ("http", "https"):
            return None
    except ValueError:
        return None
    safe = "".join(c if 0x21 <= ord(c) <= 0x7E and c not in '<>"`\\' else "" for c in _quoted(url))
    return safe.replace("(", "%28").replace(")", "%29")


def _quoted(url: str) -> str:
    return "".join(
        character
        if character.isascii()
        else "".join(f"%{byte:02X}" for byte in character.encode("utf-8", "replace"))
        for character in url
    )


def speeches(article: Article) -> Iterator[Speech]:
    """Yield the quotes of an article, in its order."""
    opening, closing = quotation_marks(article.language)
    for quote in article.quotes:
        words = one_line(article.text[quote.start : quote.end])
        if quote.kind != "indirect":
            words = f"{opening}{words}{closing}"
        speaker = None if quote.speaker is None else one_line(quote.speaker)
        inferred = speaker is not None and quote.confidence < SURE
        yield Speech(words, speaker, inferred, quote)


def clean_line(text: str) -> str:
    """Return `text` on one line, without what has no shape: for a clipboard, which hides it."""
    words = " ".join(text.split())
    shown = visible(words)
    if shown == words:
        return words
    return "".join(c for c, as_shown in zip(words, shown, strict=True) if c == as_shown)


def quotation_marks(language: str | None) -> tuple[str, str]:
    """Return the opening and the closing mark of a language, with the spaces inside them."""
    return _MARKS.get(language or "", ("“", "”"))
