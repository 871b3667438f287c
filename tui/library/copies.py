"""Which articles are one text in several places: wire copy, a piece that moved, a second edition.

Texts are compared by their sentences, so that an inserted or a missing one moves none of the
others. An article keeps the few smallest of its sentences' hashes in a table; those that share one
are looked at whole, by how much of the shorter text stands in the longer one (Broder, "On the
resemblance and containment of documents", 1997). The one that was stored first is the lead, and
the others are its copies.
"""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date
from heapq import nsmallest
from sqlite3 import Connection
from typing import Final
from zlib import crc32

from tui.digest import blake2b
from tui.identity import words
from tui.model import BLOCK_SEPARATOR, Article

_MARKS: Final = "«»“”„\"'’‘,;:()–—-"
"""What one outlet sets otherwise than another."""
_END: Final = re.compile(r"[.!?…]+")
_SAYING: Final = 25
"""Letters of a sentence that counts: five words, in French as in English."""
_LONGEST: Final = 60_000
"""Code points that are compared; where the first twenty pages are the same, the rest is."""
_FEWEST: Final = 5
"""Sentences that a text must have: a shorter one says too little."""
_KEPT: Final = 4
"""Hashes of an article in the table: of two texts that have three quarters of their sentences in
common, one pair in a hundred shares none of these."""
_ALIKE: Final = 0.6
"""Part of the shorter text's sentences that the longer one must have: an editor who cuts and
mends a piece of an agency leaves more of them."""
_SHORTEST: Final = 0.35
"""How long the shorter one must be, of the longer one."""
_DAYS: Final = 10
"""Days between two copies, at most: what says the same every month is another piece each time."""
_EXCERPT: Final = 0.6
"""How long an excerpt is at most, of the whole: what is longer is another version of the piece."""
_CANDIDATES: Final = 6
"""Articles that are looked at whole."""

_SHARING: Final = "SELECT article FROM sentence WHERE hash = ? ORDER BY article DESC LIMIT 12"
_KEEP: Final = "INSERT OR IGNORE INTO sentence VALUES (?, ?)"
_DROP: Final = "DELETE FROM sentence WHERE hash = ? AND article = ?"
_LEAD: Final = "SELECT coalesce(copy_of, key) FROM article WHERE key = ?"
_COPY: Final = "UPDATE article SET copy_of = ? WHERE key = ?"
_COUNT: Final = "UPDATE article SET copies = copies + ? WHERE key = ?"
_TALLY: Final = "UPDATE tally SET copies = copies + ?"
_HAND_ON: Final = "UPDATE article SET copy_of = ? WHERE copy_of = ?"
_PAIRS: Final = """
    SELECT c.key, c.copy_of, c.sort, lead.sort FROM article AS c JOIN article AS lead
    ON lead.key = c.copy_of WHERE c.copy_of IS NOT NULL
"""

Read = Callable[[int], Article | None]
"""Reads a stored article by its key; None where it cannot be read."""


def sentences(article: Article) -> frozenset[int]:
    """Return the hashes of the sentences in the text of `article` behind its title.

    Case, white space and quotation marks make no difference.
    """
    first = article.blocks[0] if article.blocks else None
    start = first.end if first and first.kind == "title" else 0
    text = article.text[start : start + _LONGEST].replace(BLOCK_SEPARATOR, ".").casefold()
    letters = "".join(text.split())
    for mark in _MARKS:
        letters = letters.replace(mark, "")
    found = (each for each in _END.split(letters) if len(each) >= _SAYING)
    return frozenset(crc32(each.encode("utf-8", "surrogatepass")) for each in found)


def sketch(found: frozenset[int]) -> tuple[int, ...]:
    """Return the few hashes by which a text with these sentences is looked up."""
    if len(found) < _FEWEST:
        return ()
    # The smallest of 32 bits are crowded; 64 keep a million articles apart.
    return tuple(_wide(number) for number in nsmallest(_KEPT, found))


def alike(one: frozenset[int], other: frozenset[int]) -> bool:
    """Say whether two texts, given by their sentences, are copies."""
    shorter, longer = sorted((len(one), len(other)))
    if shorter < max(_FEWEST, _SHORTEST * longer):
        return False
    return len(one & other) >= _ALIKE * shorter


def same_piece(article: Article, stored: Article, found: frozenset[int]) -> bool:
    """Say whether `article`, with the sentences `found`, is the stored one of the same title."""
    return (
        _same_site(article, stored) and _near(article, stored) and alike(found, sentences(stored))
    )


def is_excerpt(article: Article, stored: Article) -> bool:
    """Say whether `article` has less of the same piece than the one that is stored.

    A feed has a few lines of what its page has whole, in words that need not stand there; a page
    behind a wall has its beginning.
    """
    if not article.text or len(article.text) > _EXCERPT * len(stored.text):
        return False
    if article.source.format == "feed" and stored.source.format != "feed":
        return True
    return _body(article) in " ".join(stored.text.split())


def _body(article: Article) -> str:
    """Return the text behind the title on one line, without the dots that a cut leaves."""
    first = article.blocks[0] if article.blocks else None
    text = article.text[first.end :] if first and first.kind == "title" else article.text
    return " ".join(text.split()).rstrip(" .…[]")


class Copies:
    """Joins copies as articles are written, within the writer's transaction."""

    def __init__(self, connection: Connection, read: Read) -> None:
        """`read` reads what is stored."""
        self._connection = connection
        self._read = read

    def join(
        self, key: int, article: Article, found: frozenset[int], hashes: tuple[int, ...]
    ) -> int | None:
        """Take in an article that is stored; return its lead's key where it is a copy.

        `found` are its sentences, and `hashes` their `sketch`.
        """
        shared: Counter[int] = Counter()
        for number in hashes:
            shared.update(other for (other,) in self._connection.execute(_SHARING, (number,)))
        self._connection.executemany(_KEEP, [(number, key) for number in hashes])
        del shared[key]
        ranked = sorted(shared, key=lambda other: (-shared[other], other))[:_CANDIDATES]
        for other in ranked:
            stored = self._read(other)
            if stored and _near(article, stored) and alike(found, sentences(stored)):
                (lead,) = self._connection.execute(_LEAD, (other,)).fetchone()
                self._connection.execute(_COPY, (lead, key))
                self._count(lead, 1)
                return int(lead)
        return None

    def leave(self, key: int, before: Article | None) -> None:
        """Take out an article that goes or changes; `before` is what was stored, if it is known."""
        if before is not None:
            hashes = sketch(sentences(before))
            self._connection.executemany(_DROP, [(number, key) for number in hashes])
        query = "SELECT copy_of, copies FROM article WHERE key = ?"
        lead, copies = self._connection.execute(query, (key,)).fetchone()
        if lead is not None:
            self._connection.execute(_COPY, (None, key))
            self._count(lead, -1)
        elif copies:
            query = "SELECT min(key) FROM article WHERE copy_of = ?"
            (heir,) = self._connection.execute(query, (key,)).fetchone()
            self._connection.execute(_HAND_ON, (heir, key))
            self._connection.execute(_COPY, (None, heir))
            self._connection.execute(_COUNT, (copies - 1, heir))
            self._connection.execute(_COUNT, (-copies, key))
            self._connection.execute(_TALLY, (-1,))

    def _count(self, lead: int, more: int) -> None:
        self._connection.execute(_COUNT, (more, lead))
        self._connection.execute(_TALLY, (more,))


class Leads:
    """Which articles are copies of which, held while that stays as it is."""

    def __init__(self) -> None:
        self._state: tuple[int, int] = (0, -1)
        self.keys: dict[int, int] = {}
        """Leads by their copies."""
        self.places: dict[int, int] = {}
        """The same by place."""

    def refresh(self, connection: Connection) -> "Leads":
        """Read the pairs anew where there are others."""
        state = connection.execute("SELECT copies, revision FROM tally").fetchone()
        if state != self._state:
            pairs = connection.execute(_PAIRS).fetchall() if state[0] else []
            self.keys = {copy: lead for copy, lead, _, _ in pairs}
            self.places = {copy: lead for _, _, copy, lead in pairs}
            self._state = state
        return self


def collapsed(found: Sequence[int], leads: dict[int, int]) -> Sequence[int]:
    """Return `found` without the copies whose lead is there as well."""
    if not leads:
        return found
    there = frozenset(found)
    hidden = {copy for copy in leads.keys() & there if leads[copy] in there}
    return [each for each in found if each not in hidden] if hidden else found


def _wide(number: int) -> int:
    digest = blake2b(number.to_bytes(4, "big"), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)


def _near(one: Article, other: Article) -> bool:
    """Say whether two articles are of about one time, or one of them says nothing about it."""
    days = [_day(article.published) for article in (one, other)]
    first, second = days
    return first is None or second is None or abs((first - second).days) <= _DAYS


def _same_site(one: Article, other: Article) -> bool:
    """Say whether nothing speaks against two articles being of one site."""
    return one.site is None or other.site is None or words(one.site) == words(other.site)


def _day(published: str | None) -> date | None:
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None
