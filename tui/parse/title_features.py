"""What can be told of a dump's line before it is known whether it is the article's title.

A title stands above the text, in words that the text has too, near a signature or a date; many
dumps print it again on their first line, with the site behind it.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence

from tui.parse.text_context import SUMS, densest, known_stems
from tui.parse.text_features import SHARED, Features, crossed, kind_of, shared, stems, together
from tui.parse.text_lines import key_of
from tui.parse.text_zones import Seen

_SIZES = (15, 25, 35, 50, 70, 90, 120, 160, 220)
_FAR = (1, 2, 3, 4, 6, 9, 14, 25, 60)
_LINES = (1, 2, 4, 8, 16, 32, 64, 128)
"""The scales: a value is told as the number of marks that it reaches."""
_LEAST, _MOST = 8, 260
"""Code points of a title."""
_BELOW, _ABOVE, _SIGNED = 4, 8, 5
"""Lines of the text in which a title may stand yet; lines above it among which a title is the
longest label; lines below a title in which a signature stands."""
_HEAD = 400


def title_features(
    seen: Sequence[Seen], sums: Sequence[float], rule: int
) -> tuple[list[int], list[Features]]:
    """Return the lines that may be the title, and the features of each.

    `sums` are the lines' first sums (`text_body`); `rule` is the line that the rules took for the
    title (`text_titles`).
    """
    begin, _ = densest(seen, sums)
    own, counts = known_stems(seen, sums)
    keys = [key_of(s.line.text) for s in seen]
    printed = Counter(keys)
    kinds = [kind_of(s) for s in seen]
    head = stems(seen[0].line.text[:_HEAD])
    above = [s.size for s in seen[max(0, begin - _ABOVE) : begin] if not s.prose]
    longest = max(above, default=0)
    places = [
        i for i in range(min(len(seen), begin + _BELOW))
        if _LEAST <= seen[i].size <= _MOST and keys[i]
    ]  # fmt: skip
    prose = [0]
    for s in seen[:begin]:
        prose.append(prose[-1] + s.prose)
    found: list[Features] = []
    for i in places:
        s = seen[i]
        here = _form(s, kinds, i)
        here |= _again(keys, i, printed)
        alike = len(own[i] & head) / len(own[i]) if own[i] else 0.0
        here["head stems"] = 1 + bisect_right(SHARED, alike) if i and own[i] else 0
        far = begin - i
        here["far"] = 1 + bisect_right(_FAR, far) if far > 0 else 20 - (far < 0)
        here["prose between"] = min(3, max(0, prose[-1] - prose[min(i + 1, begin)]))
        share = shared(own[i], counts, 1 + (sums[i] > 0))
        here["topic"] = 1 + bisect_right(SHARED, share) if share >= 0 else 0
        below = [each.category for each in seen[i + 1 : i + _SIGNED]]
        here["signed"] = int("date" in below or "byline" in below)
        here["signed below"] = int(bool(below) and below[0] in ("date", "byline"))
        here["s"] = 1 + bisect_right(SUMS, sums[i])
        here["rule"] = 1 if i == rule else 2 if i < rule else 3
        here["longest"] = int(s.size == longest and begin - _ABOVE <= i < begin)
        here["line"] = 1 + bisect_right(_LINES, i)
        together(here, _PAIRS)
        found.append(here)
    return places, found


def _form(s: Seen, kinds: Sequence[int], i: int) -> Features:
    text = s.line.text
    return {
        "category": int(s.category is not None),
        "size": 1 + bisect_right(_SIZES, s.size),
        "prose": int(s.prose),
        "sentence": int(s.sentence),
        "stop": int(text[-1] == "."),
        "level": s.line.level,
        "item": int(s.line.mark in ("bullet", "number")),
        "quote": int(s.line.mark == "quote"),
        "centred": int(s.line.centred),
        "words": min(6, len(text.split())),
        "next": kinds[i + 1] if i + 1 < len(kinds) else 40,
        "last": kinds[i - 1] if i else 40,
        "blanks": 1 + min(3, s.line.blanks),
        "colon": int(":" in text),
        "shout": int(text.isupper()),
    }


def _again(keys: Sequence[str], i: int, printed: Counter[str]) -> Features:
    """Return where else the line is printed: on the dump's first line, whole or in part."""
    head, key = keys[0], keys[i]
    later = i > 0 and len(key) >= _LEAST
    return {
        "first": int(i == 0),
        "is head": int(i > 0 and key == head),
        "begins head": int(later and key != head and head.startswith(key)),
        "goes on from head": int(
            i > 0 and len(head) >= _LEAST and key != head and key.startswith(head)
        ),
        "again": min(3, printed[key] - 1),
    }


_PAIRS = crossed((
    ("level", "far"), ("topic", "far"), ("is head", "far"), ("head stems", "far"),
    ("centred", "far"), ("signed", "far"), ("rule", "far"), ("again", "far"), ("size", "far"),
    ("topic", "rule"), ("size", "rule"), ("again", "rule"), ("signed", "rule"), ("topic", "size"),
    ("size", "last"), ("size", "next"), ("last", "signed below"), ("last", "next"),
))  # fmt: skip
