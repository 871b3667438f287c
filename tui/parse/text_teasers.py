"""The related pieces that a page offers, as they stand in a dump.

Three shapes: a title printed twice with an excerpt, a signature and a date around it, in a row of
at least two; a title after "Lire aussi :" on its line; titles under a "Related" head. What is
taken here is no part of the body. An excerpt that the page cut off stays cut off.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from tui.model import Teaser
from tui.parse.bylines import NOT_NAMES, byline, is_person, people, signed_title
from tui.parse.text_lines import ends_sentence, key_of
from tui.parse.text_zones import Seen
from tui.parse.widgets import READ_ALSO

_TITLE_SIZE = (15, 220)
_EXCERPT_SIZE, _CUT_SIZE = 60, 140
_SIGNATURE_WORDS = 6


@dataclass(frozen=True, slots=True)
class Taken:
    """A teaser and the half-open range of lines it stands in."""

    teaser: Teaser
    start: int
    end: int


def find_teasers(seen: Sequence[Seen], start: int) -> tuple[Taken, ...]:
    """Return the teasers in the lines from `start` on, in order."""
    doubled = _doubled_rows(seen, start)
    covered = {i for t in doubled for i in range(t.start, t.end)}
    others = _after_heads(seen, start, covered)
    return tuple(sorted((*doubled, *others), key=lambda t: t.start))


def distinct(taken: Iterable[Taken]) -> tuple[Teaser, ...]:
    """Return the teasers of `taken`, each title once, with all that is said of it anywhere."""
    found: dict[str, Teaser] = {}
    for teaser in (t.teaser for t in taken):
        known = found.setdefault(key_of(teaser.title), teaser)
        found[key_of(teaser.title)] = replace(
            known, excerpt=known.excerpt or teaser.excerpt, authors=known.authors or teaser.authors
        )
    return tuple(found.values())


def closing_teasers(seen: Sequence[Seen]) -> tuple[Taken, ...]:
    """Return the titles under a "Related" head that ends a text, and after "Read also:" in it."""
    heads = [i for i, s in enumerate(seen) if s.category == "related"]
    out = [
        _read_also(seen, i) for i, s in enumerate(seen)
        if s.category == "read also" and not ends_sentence(s.line.text)
    ]  # fmt: skip
    found = [t for t in out if t]
    if heads and (zone := _zone(seen, heads[-1] + 1, set())) and zone[-1].end == len(seen):
        found += [replace(zone[0], start=heads[-1]), *zone[1:]]
    return tuple(found)


def _doubled_rows(seen: Sequence[Seen], start: int) -> list[Taken]:
    """Find rows of at least two teasers whose titles are printed twice."""
    out: list[Taken] = []
    row: list[Taken] = []
    i = start
    while i < len(seen):
        taken = _doubled(seen, i)
        if taken is None:
            out += row if len(row) >= 2 else []
            row = []
            i += 1
        else:
            row.append(taken)
            i = taken.end
    return out + (row if len(row) >= 2 else [])


def _doubled(seen: Sequence[Seen], i: int) -> Taken | None:
    if not _twice(seen, i) or not _TITLE_SIZE[0] <= seen[i].size <= _TITLE_SIZE[1]:
        return None
    title, j = seen[i].line.text, i + 2
    excerpt = None
    j = _skip_dates(seen, j)
    if j < len(seen) and seen[j].size >= _EXCERPT_SIZE and not _twice(seen, j):
        excerpt, j = seen[j].line.text, j + 1
    authors, j = _signatures(seen, j)
    if excerpt and j < len(seen) and seen[j].prose and not _twice(seen, j):
        return None
    return Taken(Teaser(title, excerpt, authors or signed_title(title)), i, j)


def _twice(seen: Sequence[Seen], i: int) -> bool:
    if i + 1 < len(seen) and seen[i + 1].line.spaced:
        return False
    return i + 1 < len(seen) and key_of(seen[i].line.text) == key_of(seen[i + 1].line.text)


def _skip_dates(seen: Sequence[Seen], j: int) -> int:
    while j < len(seen) and seen[j].category in ("date", "url"):
        j += 1
    return j


def _signatures(seen: Sequence[Seen], j: int) -> tuple[tuple[str, ...], int]:
    """Read the names and desks after an excerpt; return the persons and where they end."""
    found: dict[str, None] = {}
    for _ in range(6):
        j = _skip_dates(seen, j)
        if j >= len(seen):
            break
        names = _signature(seen[j])
        if names is None:
            break
        found.update(dict.fromkeys(names))
        j += 1
    return tuple(found), j


def _signature(s: Seen) -> tuple[str, ...] | None:
    text = s.line.text
    if s.category == "byline":
        return byline(text)
    words = text.split()
    if s.category or len(words) > _SIGNATURE_WORDS or s.size > 60:
        return None
    if is_person(text):
        return (text,)
    if names := people(text):
        return names if len(" ".join(names)) > len(text) * 0.6 else None
    desk = any(w.strip(".,'’").casefold() in NOT_NAMES for w in words)
    return () if desk and len(words) <= 4 and text[:1].isupper() else None


def _after_heads(seen: Sequence[Seen], start: int, covered: set[int]) -> list[Taken]:
    out: list[Taken] = []
    i = start
    while i < len(seen):
        if i in covered:
            i += 1
        elif seen[i].category == "read also":
            taken = _read_also(seen, i)
            out += [taken] if taken else []
            i += 1
        elif seen[i].category == "related":
            zone = _zone(seen, i + 1, covered)
            out += zone
            i = zone[-1].end if zone else i + 1
        else:
            i += 1
    return out


def _read_also(seen: Sequence[Seen], i: int) -> Taken | None:
    text = seen[i].line.text
    match = READ_ALSO.match(text)
    title = text[match.end() :].strip(" -–—:>»") if match else ""
    if len(title) < _TITLE_SIZE[0]:
        return None
    return Taken(Teaser(title, None, signed_title(title)), i, i + 1)


def _zone(seen: Sequence[Seen], i: int, covered: set[int]) -> list[Taken]:
    """Read title, excerpt, signature, date … under a head, as long as titles follow."""
    out: list[Taken] = []
    while i < len(seen) and i not in covered and len(out) < 30:
        j = _skip_dates(seen, i)
        if j >= len(seen) or not _titlelike(seen[j]) or _opens_prose(seen, j):
            break
        title, end = seen[j].line.text, j + 1
        end += _twice(seen, j)
        excerpt = None
        dated = end
        end = _skip_dates(seen, end)
        rows = [t.teaser.excerpt is not None for t in out]
        if end < len(seen) and not _next_row(seen, dated, end) and _excerptlike(seen, end, rows):
            excerpt, end = seen[end].line.text, end + 1
        authors: tuple[str, ...] = ()
        if excerpt or (end < len(seen) and seen[end].category == "byline"):
            authors, end = _signatures(seen, end)
        end = _skip_dates(seen, end)
        out.append(Taken(Teaser(title, excerpt, authors or signed_title(title)), i, end))
        i = end
    return out


def _titlelike(s: Seen) -> bool:
    if s.category or not _TITLE_SIZE[0] <= s.size <= _TITLE_SIZE[1] or len(s.line.text.split()) < 3:
        return False
    return not re.search(r"[^.][.;,:]$", s.line.text) and not (s.prose and s.sentence)


def _next_row(seen: Sequence[Seen], dated: int, j: int) -> bool:
    """Tell whether the line at `j` is the next title: a date stands before it and one after."""
    after = _skip_dates(seen, j + 1)
    return j > dated and after > j + 1 and _titlelike(seen[j])


def _excerptlike(seen: Sequence[Seen], j: int, rows: list[bool]) -> bool:
    """Tell whether the line at `j` is an excerpt.

    It is cut off; or, if the `rows` above have an excerpt, or there is none above, a short one.
    """
    s = seen[j]
    short = bool(rows) and all(rows) and s.sentence and s.size < _EXCERPT_SIZE
    if s.category or not s.line.text[0].isupper() or not (s.size >= _EXCERPT_SIZE or short):
        return False
    marked = s.line.text.endswith(("…", "...", "[…]", "[...]"))
    cut = marked or (not s.sentence and s.size >= _CUT_SIZE)
    whole = (not rows or rows[-1]) and s.size < 320
    alone = j + 1 >= len(seen) or not (seen[j + 1].prose or seen[j + 1].sentence)
    return (alone or short) and (cut or whole)


def _opens_prose(seen: Sequence[Seen], j: int) -> bool:
    """Tell whether the line at `j` heads at least two paragraphs: a heading of the article."""
    after = seen[j + 1 : j + 3]
    return len(after) == 2 and all(s.prose for s in after)
