"""Strings as the library's columns take them, and the hashes that stand for long ones.

A column holds what a list shows and what a look-up compares; the article itself is in its document,
to the last code point.
"""

import re
from typing import Final
from urllib.parse import urljoin

from tui.digest import blake2b
from tui.identity import canonical_url, words

LONGEST_SHOWN: Final = 1_000
"""Code points of a title or name that a list may show; a page of rows stays small."""


_WHOLE: Final = re.compile(r"https?://[^/]+(?:/(?!\.)[^/]*)*$")
"""Addresses that are the same wherever they stand; to find that out takes longer."""


def storable(text: str) -> str:
    r"""Return `text` with lone surrogates, which no column takes, written out as "\udc80"."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def shown(text: str) -> str:
    """Return `text` for a list: storable, and no longer than a list needs."""
    return storable(text[:LONGEST_SHOWN])


def url_hash(url: str | None, base: str | None = None) -> int | None:
    """Return what an address is looked up by: its canonical form, hashed; None where it is none."""
    if not url:
        return None
    try:
        address = canonical_url(urljoin(base, url) if base and not _WHOLE.match(url) else url)
    except ValueError:
        return None
    return _hash(address) if "://" in address else None


def title_hash(title_words: list[str]) -> int | None:
    """Return what a title is looked up by: its folded words, hashed; None where it has none."""
    return _hash(" ".join(title_words)) if title_words else None


def title_words(title: str) -> list[str]:
    """Return the folded words of a title."""
    return words(title)


def _hash(text: str) -> int:
    """Return 64 bits, as SQLite's signed integers hold them."""
    digest = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)
