"""Which quotes of an article a correction means, by the words that were quoted.

Offsets move when an article's text changes, and a newer engine may cut a quote elsewhere; the words
stay. The same words, whatever their case, accents and punctuation, are the same quote. Where there
are none, a quote that holds them, or whose words they hold, is meant; a few words in common are not
enough, for "no comment" is said by many.
"""

from collections.abc import Sequence
from typing import Final

from tui.identity import words
from tui.model import Article, Quote

_FEWEST: Final = 4
"""Words of a quote that is told by a part of it."""

_PART: Final = 0.5
"""How much of the longer one the shorter one must be, in words, to be taken for it."""


def quoted(article: Article, quote: Quote) -> str:
    """Return the words of a quote, as an anchor takes them."""
    text = article.text[quote.start : quote.end]
    return text.encode("utf-8", "ignore").decode("utf-8")


def ordinal(article: Article, number: int) -> int:
    """Return how many quotes before the one with this number have the same words."""
    keys = _keys(article)
    return keys[:number].count(keys[number])


def anchored(article: Article, said: str, nth: int) -> Sequence[int]:
    """Return the numbers of the quotes that hold the words `said`; none where they are gone.

    `nth` tells, from 0 on, which of several with the same words is meant. A quote that stands in
    parts by now is all of its parts.
    """
    wanted, keys = _key(said), _keys(article)
    same = [number for number, key in enumerate(keys) if key == wanted]
    if same:
        return same[nth : nth + 1] or same[-1:]
    holding = [number for number, key in enumerate(keys) if _tells(wanted, key)]
    if holding:
        return holding if len(holding) == 1 else ()
    return _parts(keys, wanted)


def _parts(keys: Sequence[str], wanted: str) -> Sequence[int]:
    """Return the quotes whose words are parts of `wanted`, if together they are most of it."""
    parts = [number for number, key in enumerate(keys) if key and f" {key} " in f" {wanted} "]
    told = sum(len(keys[number].split()) for number in parts)
    total = len(wanted.split())
    fits = total >= _FEWEST and _PART * total <= told <= total
    return parts if fits else ()


def _tells(part: str, whole: str) -> bool:
    length = len(part.split())
    if length < _FEWEST or f" {part} " not in f" {whole} ":
        return False
    return length >= _PART * len(whole.split())


def _keys(article: Article) -> list[str]:
    return [_key(quoted(article, quote)) for quote in article.quotes]


def _key(text: str) -> str:
    return " ".join(words(text)) or text.strip()
