"""Which figures a few typed letters may mean, best first.

Better means, in this order: the name begins with what was typed; words of the name begin with the
typed words, in any order; the name contains it; the letters are initials of words in a row; the
letters stand in the name in this order, close together. Within each, the most mentioned come first.
Letters are compared folded. The names are one string, searched with `str.find`, a line for each.
"""

import re
import time
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from sqlite3 import Connection
from typing import Final

from tui.identity import words

_LONGEST_TYPED: Final = 64
"""Code points that are looked at; a longer name is not typed."""

_LONGEST_MARKED: Final = 200
"""Code points of a name in which letters are marked."""

_LOOSE: Final = 200
"""How many names with scattered letters are compared for closeness."""

_SLOW: Final = 0.05
"""Seconds of building from which on an index may be a little old while articles are added."""

_OLD: Final = 2.0
"""How old, in seconds."""

_STATE: Final = """
    SELECT (SELECT articles FROM tally), (SELECT max(key) FROM figure),
        (SELECT count(*) FROM correction), (SELECT max(key) FROM correction)
"""
_NAMES: Final = """
    SELECT group_concat(line, char(10)) FROM (
        SELECT ' ' || folded || char(9) || key AS line FROM (
            SELECT substr(id, 1, instr(id || '@', '@') - 1) AS folded, key, mentions, articles, id
            FROM figure
            UNION ALL
            SELECT k.folded, f.key, f.mentions, f.articles, f.id
            FROM known_as AS k JOIN figure AS f ON f.id = k.figure
        ) ORDER BY mentions DESC, articles DESC, id
    )
"""
"""Ids are folded names, before an "@" where there is one: no space but between words, no tab."""


@dataclass(frozen=True, slots=True)
class Typed:
    """What the user typed, folded."""

    words: tuple[str, ...]

    @property
    def phrase(self) -> str:
        """The words, as they stand in a folded name."""
        return " ".join(self.words)

    @property
    def letters(self) -> str:
        """The letters alone."""
        return "".join(self.words)


def folded_typed(text: str) -> Typed:
    """Fold what was typed."""
    return Typed(tuple(words(text[:_LONGEST_TYPED])))


class FigureNames:
    """All figures' names, most mentioned first; read anew when the library has changed."""

    def __init__(self) -> None:
        self._lines = "\n"
        self._state: tuple[object, ...] = ()
        self._built = self._took = 0.0

    def refresh(self, connection: Connection, writes: int) -> None:
        """Read the names where the library is not as it was; `writes` counts our own."""
        state = (writes, *connection.execute(_STATE).fetchone())
        now = time.monotonic()
        if state == self._state or (self._took > _SLOW and now < self._built + _OLD):
            return
        (lines,) = connection.execute(_NAMES).fetchone()
        self._lines = f"\n{lines}\n" if lines else "\n"
        self._state, self._built = state, time.monotonic()
        self._took = self._built - now

    def matches(self, wanted: Typed, limit: int) -> list[int]:
        """Return the keys of at most `limit` figures, best first."""
        found: dict[int, None] = {}
        for grade in _GRADES:
            if len(found) < limit:
                hits = grade(self._lines, wanted)
                found.update(dict.fromkeys(islice(_new(hits, found), limit - len(found))))
        return list(found)

    def beginning(self, wanted: Typed) -> list[int]:
        """Return the figures of whose name words begin with all that was typed, in any order."""
        hits = _word_starts(self._lines, wanted) if wanted.words else iter(())
        return list(_new(hits, {}))

    def called(self, wanted: Typed) -> list[int]:
        """Return the figures with this very name, else those whose name has all of its words."""
        exact = [_key(self._lines, tab) for _, tab in _lines_that(self._lines, wanted, whole=True)]
        if exact or not wanted.words:
            return list(dict.fromkeys(exact))
        among = [_key(self._lines, tab) for _, tab in _lines_that(self._lines, wanted, whole=False)]
        return list(dict.fromkeys(among))


def positions(name: str, wanted: Typed) -> tuple[int, ...]:
    """Return where the typed letters stand in `name`, as the best grade found them."""
    folded, offsets = _folded(name)
    places = _places(folded, wanted)
    return tuple(sorted({offsets[place] for place in places}))


def _new(hits: Iterator[int], known: dict[int, None]) -> Iterator[int]:
    """Yield each key that is not known, once."""
    met = set(known)
    for key in hits:
        if key not in met:
            met.add(key)
            yield key


def _occurrences(lines: str, needle: str) -> Iterator[tuple[int, int]]:
    """Yield where `needle` first stands in the name of a line, and where that name ends."""
    at = lines.find(needle)
    while at >= 0:
        tab = lines.find("\t", at)
        end = lines.find("\n", at + 1)
        if 0 <= tab < end:
            yield at, tab
        at = lines.find(needle, max(end, at + 1))


def _lines_that(lines: str, wanted: Typed, *, whole: bool) -> Iterator[tuple[int, int]]:
    """Yield the lines whose name is what is wanted, or has all of its words as words."""
    longest = max(wanted.words, key=len, default="")
    needle = f"\n {wanted.phrase}\t" if whole else f" {longest}"
    for at, tab in _occurrences(lines, needle):
        start = lines.rindex("\n", 0, at + 2) + 1
        tab = lines.index("\t", start)
        if whole or all(f" {word} " in f"{lines[start:tab]} " for word in wanted.words):
            yield start, tab


def _key(lines: str, tab: int) -> int:
    return int(lines[tab + 1 : lines.index("\n", tab)])


def _beginning(lines: str, wanted: Typed) -> Iterator[int]:
    return (_key(lines, tab) for _, tab in _occurrences(lines, f"\n {wanted.phrase}"))


def _word_starts(lines: str, wanted: Typed) -> Iterator[int]:
    longest = max(wanted.words, key=len, default="")
    for at, tab in _occurrences(lines, f" {longest}"):
        line = lines[lines.rindex("\n", 0, at + 1) : tab]
        if all(f" {word}" in line for word in wanted.words):
            yield _key(lines, tab)


def _containing(lines: str, wanted: Typed) -> Iterator[int]:
    return (_key(lines, tab) for _, tab in _occurrences(lines, wanted.phrase))


def _initials(lines: str, wanted: Typed) -> Iterator[int]:
    pattern = _initials_pattern(wanted)
    for match in pattern.finditer(lines) if pattern else ():
        yield _key(lines, lines.index("\t", match.end()))


def _scattered(lines: str, wanted: Typed) -> Iterator[int]:
    pattern = _scattered_pattern(wanted)
    hits = islice(pattern.finditer(lines), _LOOSE) if pattern else ()
    for match in sorted(hits, key=lambda hit: hit.end() - hit.start()):
        yield _key(lines, lines.index("\t", match.end()))


def _initials_pattern(wanted: Typed) -> re.Pattern[str] | None:
    letters = wanted.letters
    if len(wanted.words) != 1 or not 2 <= len(letters) <= 6:
        return None
    return re.compile(r"[^ \t\n]*+".join(f" ({re.escape(letter)})" for letter in letters))


def _scattered_pattern(wanted: Typed) -> re.Pattern[str] | None:
    """Return a pattern that never goes back: what stands between two letters is not the second."""
    letters = [re.escape(letter) for letter in wanted.letters]
    if len(letters) < 2:
        return None
    rest = "".join(rf"[^{letter}\t\n]*+({letter})" for letter in letters[1:])
    return re.compile(rf"({letters[0]}){rest}(?=[^\t\n]*+\t)")


_GRADES: Final[tuple[Callable[[str, Typed], Iterator[int]], ...]] = (
    _beginning,
    _word_starts,
    _containing,
    _initials,
    _scattered,
)


def _places(folded: str, wanted: Typed) -> Iterator[int]:
    """Yield the places of the typed letters in one folded name, which begins with a space."""
    line, phrase = f"{folded}\t", wanted.phrase
    if folded.startswith(f" {phrase}"):
        yield from range(1, 1 + len(phrase))
    elif all(f" {word}" in folded for word in wanted.words):
        for word in wanted.words:
            start = folded.index(f" {word}") + 1
            yield from range(start, start + len(word))
    elif phrase in folded:
        start = folded.index(phrase)
        yield from range(start, start + len(phrase))
    else:
        patterns = (_initials_pattern(wanted), _scattered_pattern(wanted))
        for match in [pattern.search(line) for pattern in patterns if pattern]:
            if match:
                yield from (match.start(group) for group in range(1, match.re.groups + 1))
                return


def _folded(name: str) -> tuple[str, list[int]]:
    """Return `name` as a line of the index has it, and where each of its characters is from."""
    letters, offsets = [" "], [0]
    for offset, character in enumerate(name[:_LONGEST_MARKED]):
        folded = "".join(words(character))
        if folded:
            letters.extend(folded)
            offsets.extend([offset] * len(folded))
        elif letters[-1] != " " and not _joins(character):
            letters.append(" ")
            offsets.append(offset)
    return "".join(letters), offsets


def _joins(character: str) -> bool:
    """Say whether `character` is an accent, which parts no word when names are folded."""
    return all(unicodedata.combining(c) for c in unicodedata.normalize("NFKD", character))
