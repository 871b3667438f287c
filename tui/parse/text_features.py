"""What can be told of a dump's line before it is known whether it is the article's.

A feature is a name and a small whole number, as in `html_features`: a yes, a kind, or the step of a
scale. They are about form, place and neighbours, never about what a text speaks of.
`text_body` adds up what each is worth.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from tui.identity import words
from tui.parse.asking import asks
from tui.parse.text_credits import credited
from tui.parse.text_zones import Seen, legal_words

Features = dict[str, int]

SIZES = (6, 15, 25, 40, 60, 80, 120, 180, 280, 450, 800)
_LOW = (0.0001, 0.2, 0.4, 0.55, 0.7, 0.85)
_DIGITS = (0.0001, 0.05, 0.15, 0.3)
STEPS = (1, 2, 3, 5, 9, 15, 30)
_SUMS = (1, 80, 200, 500, 1000, 2000, 4000)
_PARTS = (0.0001, 0.03, 0.1, 0.25, 0.5, 0.75, 0.9, 0.97, 0.9999)
_LABELS = (1, 2, 3, 5, 8)
SHARED = (0.0001, 0.15, 0.3, 0.45, 0.6, 0.75, 0.9)
"""The scales: a value is told as the number of marks that it reaches."""

_CATEGORIES = (
    "share", "subscription", "cookies", "advertisement", "navigation", "comments", "related",
    "footer", "read also", "date", "byline", "url",
)  # fmt: skip
_MARKS = ("bullet", "number", "heading", "quote")
_ENDS = {
    ".": 1, "!": 2, "?": 3, "…": 4, ":": 5, ",": 6, ";": 6, '"': 7, "”": 7, "»": 7, ")": 8,
    "。": 1, "！": 2, "？": 3,
}  # fmt: skip
_COMMAS = re.compile("[,，、]")
_STOPS = re.compile(r"[.!?…](?:\s|$)|[。！？]")
_QUOTES = re.compile('[«»“”„"「」]')
_WORD = re.compile(r"[^\W\d_]+")
_TIME = re.compile(r"\b\d{1,2}[:hH.]\d{2}\b")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_BAR = re.compile(r"[|·]| / |»$")
_FIRST_WIDE = "\u2e80"
"""The lowest code point of the scripts that write no spaces between words."""

_HEAD, _SHORT, _LINE = 1500, 400, 200
"""Code points of a line that are looked at; those of one that may speak to the reader, or hold a
time or a year that says something of the line."""
_NONE = 40
"""The kind of the line before the first and after the last."""
_BRIDGE = 2
"""Lines without prose that a row of prose goes on over."""


@dataclass(frozen=True, slots=True)
class Outline:
    """What the rules made of the dump, before the lines are weighed."""

    title: int
    """The line of the title, -1 for none."""
    begin: int
    end: int
    """The half-open range of the lines that look most like an article together."""
    teased: frozenset[int]
    """The lines of the related pieces."""


def features(seen: Sequence[Seen], outline: Outline) -> list[Features]:
    """Return the features of each line of a dump."""
    found = [_own(s) for s in seen]
    kinds = [kind_of(s) for s in seen]
    _tell_kinds(kinds, found)
    _tell_sums(seen, found)
    _tell_zones(seen, found)
    for i, (here, share) in enumerate(zip(found, _topics(seen, outline), strict=True)):
        _place(i, outline, here)
        here["topic"] = 1 + bisect_right(SHARED, share) if share >= 0 else 0
        here["blanks"] = 1 + min(3, seen[i].line.blanks)
        here["blanks after"] = 1 + min(3, seen[i + 1].line.blanks) if i + 1 < len(seen) else 0
        here["period"] = _period(kinds, i)
        together(here, _PAIRS)
    return found


def crossed(pairs: Sequence[tuple[str, str]]) -> tuple[tuple[str, str, str], ...]:
    """Return the pairs with the name of the feature that both make together."""
    return tuple((f"{one} × {other}", one, other) for one, other in pairs)


def together(here: Features, pairs: Sequence[tuple[str, str, str]]) -> None:
    """Add to `here` the features that mean something else together than one by one."""
    for name, one, other in pairs:
        if value := here.get(one):
            here[name] = 100 * value + here.get(other, 0)


_PAIRS = crossed((
    ("size", "topic"), ("size", "in"), ("kind", "in"), ("size", "end"), ("size", "low"),
    ("kind", "topic"), ("kind", "run"), ("size", "run"), ("kind", "after"), ("kind", "before"),
    ("kind", "repeats"), ("asks", "size"), ("kind", "prose 8"), ("kind", "prose before"),
    ("kind", "prose after"), ("in", "topic"), ("after", "topic"), ("before", "topic"),
    ("since related", "kind"), ("since comments", "kind"), ("since footer", "kind"),
    ("teased", "kind"), ("title", "kind"), ("topic", "run"), ("kind", "passed"), ("kind", "left"),
    ("category", "in"), ("topic", "prose 8"),
))  # fmt: skip


def kind_of(s: Seen) -> int:
    """Return the form of a line in one number: what its neighbours need to know of it."""
    if s.category in _KIND_OF:
        return _KIND_OF[s.category]
    if s.category:
        return 4
    if s.line.mark == "heading":
        return 5
    if s.prose:
        return (6 + bisect_right((150, 300), s.size)) if s.sentence else 9
    if s.line.mark in ("bullet", "number"):
        return 10 + bisect_right((30, 60), s.size)
    if s.sentence:
        return 13 + bisect_right((40,), s.size)
    return 15 + bisect_right((15, 30, 60), s.size)


_KIND_OF = {"comments": 1, "footer": 1, "related": 2, "read also": 2, "date": 3, "byline": 3}


def _own(s: Seen) -> Features:
    """Return what a line shows by itself."""
    text = s.line.text
    head = text[:_HEAD]
    tokens = _WORD.findall(head)
    lower = sum(word[0].islower() for word in tokens) / (len(tokens) or 1)
    spaced = not tokens or max(tokens[0]) < _FIRST_WIDE
    short = s.size < _LINE
    category = 1 + _CATEGORIES.index(s.category) if s.category in _CATEGORIES else 0
    return {
        "size": 1 + bisect_right(SIZES, s.size),
        "end": _ENDS.get(text[-1], 0),
        "sentence": int(s.sentence),
        "prose": int(s.prose),
        "small": int(text[0].islower()),
        "opens": _opening(text[0]),
        "low": 1 + bisect_right(_LOW, lower) if spaced else 0,
        "letters": bisect_right(_DIGITS, sum(map(str.isdigit, head)) / len(head)),
        "commas": min(5, len(_COMMAS.findall(head))),
        "stops": min(4, len(_STOPS.findall(head))),
        "quotes": min(3, len(_QUOTES.findall(head))),
        "mark": 1 + _MARKS.index(s.line.mark) if s.line.mark else 0,
        "level": s.line.level,
        "category": category,
        "repeats": min(3, s.repeats - 1),
        "credit": int(credited(text)),
        "legal": min(3, legal_words(text)),
        "time": int(short and bool(_TIME.search(text))),
        "year": int(short and bool(_YEAR.search(text))),
        "url": int("://" in head or "www." in head),
        "mail": int("@" in head),
        "bar": int(s.size < _SHORT and bool(_BAR.search(text))),
        "shout": int(len(tokens) > 1 and head.isupper()),
        "glued": 2 if s.line.spaced else int(s.line.part > 0),
        "apart": int(s.line.apart),
        "centred": int(s.line.centred),
        "asks": int(asks(text)),
    }


def _opening(first: str) -> int:
    if first.isdigit():
        return 1
    if first in '«“"„「':
        return 2
    return 0 if first.isalnum() else 3


_AROUND = tuple((step, f"kind {step:+}") for step in (-3, -2, -1, 1, 2, 3))


def _tell_kinds(kinds: Sequence[int], found: list[Features]) -> None:
    """Add what forms the lines around each have."""
    framed = [_NONE] * 3 + list(kinds) + [_NONE] * 3
    for i, here in enumerate(found, 3):
        kind = framed[i]
        here["kind"] = kind
        for step, name in _AROUND:
            here[name] = framed[i + step]
        for step, name in (
            (-2, "kind × -2"),
            (-1, "kind × -1"),
            (1, "kind × +1"),
            (2, "kind × +2"),
        ):
            here[name] = 100 * kind + framed[i + step]
        here["between"] = 100 * framed[i - 1] + framed[i + 1]


def _tell_sums(seen: Sequence[Seen], found: list[Features]) -> None:
    """Add how much prose and how many labels stand near each line, before it and after it."""
    sizes = [s.size if s.prose else 0 for s in seen]
    prose = [0, *accumulate(sizes)]
    labels = [0, *accumulate(not s.prose and not s.sentence for s in seen)]
    runs = _runs(seen)
    longest, total, count = max(runs, default=0) or 1, prose[-1] or 1, len(seen)
    for i, here in enumerate(found):
        for reach, name, short in _REACHES:
            low, high = max(0, i - reach), min(count, i + reach + 1)
            here[name] = 1 + bisect_right(_SUMS, prose[high] - prose[low] - sizes[i])
            if short:
                here[short] = 1 + bisect_right(_LABELS, labels[high] - labels[low])
        low, high = max(0, i - 8), min(count, i + 9)
        here["prose before"] = 1 + bisect_right(_SUMS, prose[i] - prose[low])
        here["prose after"] = 1 + bisect_right(_SUMS, prose[high] - prose[i + 1])
        here["passed"] = bisect_right(_PARTS, prose[i] / total)
        here["left"] = bisect_right(_PARTS, (total - prose[i + 1]) / total)
        here["line"] = bisect_right(_PARTS, i / count)
        here["run"] = bisect_right(_PARTS, runs[i] / longest)


_REACHES = ((3, "prose 3", "labels 3"), (8, "prose 8", "labels 8"), (20, "prose 20", ""))


def _runs(seen: Sequence[Seen]) -> list[int]:
    """Return for each line the code points of the row of prose that it stands in."""
    out = [0] * len(seen)
    i = 0
    while i < len(seen):
        j, last, size = i, i, 0
        while j < len(seen) and j - last <= _BRIDGE:
            if seen[j].prose:
                size, last = size + seen[j].size, j
            j += 1
        end = last + 1
        out[i:end] = [size] * (end - i)
        i = end
    return out


_ZONES = ("share", "subscription", "comments", "related", "footer", "read also", "byline", "date")
_SINCE = {zone: f"since {zone}" for zone in _ZONES}
_TILL = {zone: f"till {zone}" for zone in _ZONES}


def _tell_zones(seen: Sequence[Seen], found: list[Features]) -> None:
    """Add how far above each line the last widget of each kind stands, and how far below."""
    for names, order in ((_SINCE, range(len(seen))), (_TILL, range(len(seen) - 1, -1, -1))):
        last: dict[str, int] = {}
        for i in order:
            for zone, place in last.items():
                found[i][names[zone]] = 1 + bisect_right(STEPS, abs(i - place))
            category = seen[i].category
            if category in names:
                last[category] = i
    ended = related = 0
    for s, here in zip(seen, found, strict=True):
        here["ended"], here["related seen"] = min(3, ended), min(3, related)
        ended += s.category in ("comments", "footer")
        related += s.category == "related"


def _place(i: int, outline: Outline, here: Features) -> None:
    """Add where the line stands to the range and the title that the rules found."""
    begin, end = outline.begin, outline.end
    if i < begin:
        here["before"] = 1 + bisect_right(STEPS, begin - i)
    elif i >= end:
        here["after"] = 1 + bisect_right(STEPS, i - end + 1)
    else:
        here["in"] = 1 + min(4, 5 * (i - begin) // (end - begin))
        here["in from"] = 1 + bisect_right(STEPS, i - begin)
        here["in to"] = 1 + bisect_right(STEPS, end - 1 - i)
    if outline.title >= 0:
        here["title"] = step_from(i, outline.title)
    here["teased"] = int(i in outline.teased)


def step_from(i: int, place: int) -> int:
    """Return how far and on which side of the line `place` the line `i` stands; 1 is on it."""
    far = i - place
    return 1 if not far else (2 if far > 0 else 12) + bisect_right(STEPS, abs(far))


def stems(text: str) -> set[str]:
    """Return the beginnings of the longer words; of a script without spaces, pairs of signs."""
    found = words(text)
    out = {word[:6] for word in found if len(word) >= 5}
    for word in found:
        if word[0] >= _FIRST_WIDE:
            out.update(map("".join, pairwise(word)))
    return out


def line_stems(seen: Sequence[Seen]) -> list[set[str]]:
    """Return the stems of each line."""
    return [stems(s.line.text[:_HEAD]) for s in seen]


def _topics(seen: Sequence[Seen], outline: Outline) -> list[float]:
    """Return the share of each line's stems that other prose of the range has; -1 for none."""
    own = line_stems(seen)
    counts: Counter[str] = Counter()
    main = {i for i in range(outline.begin, outline.end) if seen[i].prose}
    for i in main:
        counts.update(own[i])
    if outline.title >= 0:
        counts.update(own[outline.title])
    return [
        shared(mine, counts, 1 + (i in main) + (i == outline.title)) for i, mine in enumerate(own)
    ]


def shared(mine: set[str], counts: Counter[str], least: int) -> float:
    """Return the share of `mine` that stands in at least `least` lines; -1 for no stems."""
    return sum(counts[stem] >= least for stem in mine) / len(mine) if mine else -1.0


def _period(kinds: Sequence[int], i: int) -> int:
    """Return the distance at which the forms around a line repeat, as in a row of teasers."""
    for step in (2, 3, 4, 5):
        here = kinds[i : i + step]
        if i >= step and kinds[i - step : i] == here and len(here) == step and len(set(here)) > 1:
            return step
    return 0
