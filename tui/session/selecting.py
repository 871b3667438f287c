"""Selecting an article's text by keys: sentence by sentence, from where one reads."""

import re
from bisect import bisect_left, bisect_right
from typing import Final

from tui.model import Article, Span

_END: Final = re.compile(r"(?<!\b[A-ZÀ-Þ])[.!?…]+[\u2019”»\"')\]]*(?=\s|$)")
"""The end of a sentence; the stop behind an initial ("J. Doe") is none. Where an abbreviation is
taken for one, the next step goes further."""


def ends(article: Article) -> list[int]:
    """Return where sentences end, in order: every block ends one."""
    found = []
    for block in article.blocks:
        text = article.text[block.start : block.end]
        found += [block.start + match.end() for match in _END.finditer(text)]
        if block.end > block.start and (not found or found[-1] != block.end):
            found.append(block.end)
    return found


def extended(article: Article, selected: Span | None, at: int) -> Span | None:
    """Return the selection with one more sentence, or the sentence that holds or follows `at`.

    None where the article has no text from there on.
    """
    stops = ends(article)
    index = bisect_right(stops, selected.end if selected else at)
    if index == len(stops):
        return selected
    if selected is not None:
        return Span(selected.start, stops[index])
    return _trimmed(article.text, stops[index - 1] if index else 0, stops[index])


def shortened(article: Article, selected: Span) -> Span | None:
    """Return the selection without its last sentence; None where it has no other."""
    stops = ends(article)
    index = bisect_left(stops, selected.end) - 1
    return (
        Span(selected.start, stops[index]) if index >= 0 and stops[index] > selected.start else None
    )


def _trimmed(text: str, start: int, end: int) -> Span:
    """Return a range without the space at its beginning."""
    words = text[start:end]
    return Span(end - len(words.lstrip()), end)
