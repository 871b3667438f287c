"""One spelling for comparing words: lower case, no accents, one apostrophe, one hyphen.

The folded form is only ever compared, never shown, and need not keep the length of the original.
"""

import unicodedata
from functools import lru_cache

_SHAPES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "‐": "-", "‑": "-", "–": "-"})


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """Return `word` in lower case, without accents, with plain apostrophes and hyphens."""
    plain = word.translate(_SHAPES).lower().replace(" '", "'")
    if plain.isascii():
        return plain
    spread = unicodedata.normalize("NFKD", plain)
    return "".join(c for c in spread if not unicodedata.combining(c))


def lower(word: str) -> str:
    """Return `word` in lower case with plain apostrophes and hyphens; accents stay."""
    return word.translate(_SHAPES).lower()
