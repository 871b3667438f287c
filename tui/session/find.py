"""Finding words in one article as a reader means them: any case, any accents, any white space.

Matches are spans of the article's own text. The search text becomes a pattern in which a letter
stands for all its accented forms, so no folded copy of the text and no offset map is needed.
"""

import re
import unicodedata
from functools import cache

from tui.model import Span

MOST_HITS = 10_000
"""Where a search stops: more hits than anyone steps through."""

_MARKS = "[\u0300-\u036f]*"
_LOOSE = {
    "'": "['’ʼ]",
    "’": "['’ʼ]",
    '"': '["“”„«»]',
    "-": "[-‐‑–]",
}
"""Punctuation that a keyboard has in one form and a page in several."""


@cache
def _accented() -> dict[str, str]:
    """Map a base letter to all its precomposed Latin forms (Unicode's Latin blocks)."""
    forms: dict[str, str] = {}
    for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)):
        letter = chr(code)
        base = unicodedata.normalize("NFD", letter)[0]
        if base != letter:
            forms[base] = forms.get(base, "") + letter
    return forms


def find(text: str, wanted: str) -> list[Span]:
    """Return where `wanted` stands in `text`, in order, without overlaps; nothing for no words."""
    words = wanted.split()
    if not words:
        return []
    pattern = r"\s+".join("".join(map(_letter, word)) for word in words)
    hits: list[Span] = []
    for match in re.finditer(pattern, text, re.IGNORECASE):
        hits.append(Span(*match.span()))
        if len(hits) >= MOST_HITS:
            break
    return hits


def _letter(letter: str) -> str:
    """Return the pattern for one character of the search text."""
    if letter in _LOOSE:
        return _LOOSE[letter]
    if not letter.isalpha():
        return re.escape(letter)
    base = unicodedata.normalize("NFD", letter)[0]
    forms = _accented().get(base, "") + _accented().get(base.swapcase(), "")
    return f"[{re.escape(letter + base + forms)}]{_MARKS}"
