"""Finding words in one article as a reader means them: any case, any accents, any white space.

Both the article and the search are folded: `Œuvre` and `oeuvre`, `STRASSE` and `straße` become one.
Looking for one folded string in another takes time in proportion to the text, whatever is looked
for; matches are spans of the article's own text, in whole characters.
"""

import re
import unicodedata
from bisect import bisect_right
from functools import cache, lru_cache
from typing import NamedTuple

from tui.model import Span

MOST_HITS = 10_000
"""Where a search stops: more hits than anyone steps through."""

LONGEST = 200
"""Code points of the search text that are looked at: more than anyone types."""

_LOOSE = {"'": "’ʼ", '"': "“”„«»", "-": "‐‑–"}
"""Punctuation that a keyboard has in one form and a page in several."""

_SPELT_OUT = {
    "ß": "ss",
    "æ": "ae",
    "œ": "oe",
    "ĳ": "ij",
    "ﬀ": "ff",
    "ﬁ": "fi",
    "ﬂ": "fl",
    "ﬃ": "ffi",
    "ﬄ": "ffl",
    "ﬅ": "st",
    "ﬆ": "st",
}
"""Letters that are also written as several: Unicode's case folding and decomposition of the Latin
ligatures, and the two of French and English that it takes for letters of their own."""

_MARKS = "\u0300-\u036f"
_RESIZED = f"[ {_MARKS}{''.join(_SPELT_OUT)}](?:(?<=[{_MARKS}])[{_MARKS}]*|(?<! )| +)"
"""What folds to another length: marks, spelt-out letters, and more than one space."""


@cache
def _same_size() -> dict[int, str]:
    """Map lower-case characters to what they fold to, one for one.

    The letters are Unicode's Latin, Greek and Cyrillic blocks.
    """
    fold = {ord(form): plain for plain, forms in _LOOSE.items() for form in forms}
    for code in (*range(0xB5, 0x250), *range(0x370, 0x530), *range(0x1E00, 0x2000)):
        letter = chr(code)
        base = unicodedata.normalize("NFD", letter)[0].casefold()
        if letter.isalpha() and len(base) == 1 and base != letter:
            fold[code] = base
    spaces = filter(str.isspace, map(chr, range(0x3001)))
    return fold | {ord(space): " " for space in spaces}


class _Folded(NamedTuple):
    """A folded text, and the way back."""

    text: str
    begins: tuple[int, ...]
    """Where what folds to another length begins in the original text."""
    ends: tuple[int, ...]
    """Where it ends there."""
    afters: tuple[int, ...]
    """Where what follows it begins in the folded text."""

    def span(self, start: int, end: int) -> Span:
        """Return the original characters of which a folded range holds any part."""
        first, begin = self._origin(start)
        last, finish = self._origin(end)
        if first < len(self.begins):
            begin = min(begin, self.begins[first])
        if last < len(self.begins) and finish > self.begins[last]:
            finish = self.ends[last]
        return Span(begin, finish)

    def _origin(self, place: int) -> tuple[int, int]:
        """Return the resized part that ends after `place`, and the place as if there were none."""
        part = bisect_right(self.afters, place)
        return part, place + (self.ends[part - 1] - self.afters[part - 1] if part else 0)


@lru_cache(maxsize=2)
def _fold(text: str) -> _Folded:
    """Fold a text; an article and what is looked for in it are kept, for it is at every key."""
    even = text.replace("İ", "i").lower().translate(_same_size())
    pieces: list[str] = []
    begins, ends, afters = [], [], []
    done = size = 0
    for part in re.finditer(_RESIZED, even):
        begin, end = part.span()
        spelt = " " if part[0][0] == " " else _SPELT_OUT.get(part[0], "")
        pieces += even[done:begin], spelt
        size += begin - done + len(spelt)
        done = end
        begins.append(begin)
        ends.append(end)
        afters.append(size)
    pieces.append(even[done:])
    return _Folded("".join(pieces), tuple(begins), tuple(ends), tuple(afters))


def find(text: str, wanted: str) -> list[Span]:
    """Return where `wanted` stands in `text`, in order, without overlaps; nothing for no words.

    Only the first `LONGEST` code points of `wanted` count.
    """
    words = " ".join(wanted[:LONGEST].split())
    needle = _fold(words).text.strip() if words else ""
    if not needle:
        return []
    folded = _fold(text)
    hits: list[Span] = []
    done = at = 0
    while len(hits) < MOST_HITS and (at := folded.text.find(needle, at)) >= 0:
        hit = folded.span(at, at + len(needle))
        new = hit.start >= done
        if new:
            hits.append(hit)
            done = hit.end
        at += len(needle) if new else 1
    return hits
