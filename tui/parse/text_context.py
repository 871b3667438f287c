"""What a first sum for each line says about its neighbours: the second look at a dump.

The first sums tell where the article's text lies densest; a line far from it, or of other words,
is looked at again with that in mind.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from itertools import accumulate
from math import exp

from tui.parse.text_features import (
    SHARED,
    STEPS,
    Features,
    crossed,
    kind_of,
    line_stems,
    shared,
    step_from,
    together,
)
from tui.parse.text_zones import Seen

SUMS = (-5, -3, -2, -1, -0.4, 0, 0.4, 1, 2, 3, 5)
_CHANCES = (0.02, 0.1, 0.25, 0.4, 0.6, 0.75, 0.9, 0.98)
_MASS = (0.0001, 0.02, 0.1, 0.3, 0.7, 0.9, 0.98, 0.9999)
_SURE = (-2, 0, 2)
"""The scales: a value is told as the number of marks that it reaches."""

_SIZE = 1500
"""Code points of a line that count at most."""
_GAIN, _COST, _FULL = (3.0, 100, 400), (0.35, 0.35), 400
"""In the search for the densest range: the most that a line's sum counts, per so many code points,
of so many at most; the most that a line without the article's text costs, and by its sum."""
_OUTSIDE = 20


def densest(seen: Sequence[Seen], sums: Sequence[float]) -> tuple[int, int]:
    """Return the half-open range of lines whose sums are worth most together."""
    best = total = 0.0
    begin, found = 0, (0, 0)
    most, unit, full = _GAIN
    for i, (s, each) in enumerate(zip(seen, sums, strict=True)):
        if total <= 0:
            total, begin = 0.0, i
        if each > 0:
            total += min(most, each) * min(s.size, full) / unit
        else:
            total += max(-_COST[0], each * _COST[1])
        if total > best:
            best, found = total, (begin, i + 1)
    return found


def known_stems(seen: Sequence[Seen], sums: Sequence[float]) -> tuple[list[set[str]], Counter[str]]:
    """Return the stems of each line, and in how many lines with a good sum each stem stands."""
    own = line_stems(seen)
    counts: Counter[str] = Counter()
    for mine, each in zip(own, sums, strict=True):
        if each > 0:
            counts.update(mine)
    return own, counts


def second_look(
    seen: Sequence[Seen], sums: Sequence[float], title: tuple[int, float]
) -> list[Features]:
    """Return features of each line in the light of the first `sums` of all.

    `title` is the line of the title, -1 for none, and its sum.
    """
    begin, end = densest(seen, sums)
    own, counts = known_stems(seen, sums)
    kinds = [kind_of(s) for s in seen]
    found = _near(seen, sums)
    sure = 1 + bisect_right(_SURE, title[1])
    for i, here in enumerate(found):
        here["2 kind"] = kinds[i]
        if i < begin:
            here["m before"] = 1 + bisect_right(STEPS, begin - i)
        elif i >= end:
            here["m after"] = 1 + bisect_right(STEPS, i - end + 1)
        else:
            here["m in"] = 1 + min(4, 5 * (i - begin) // (end - begin))
            here["m from"] = 1 + bisect_right(STEPS, i - begin)
            here["m to"] = 1 + bisect_right(STEPS, end - 1 - i)
        share = shared(own[i], counts, 1 + (sums[i] > 0))
        here["2 topic"] = 1 + bisect_right(SHARED, share) if share >= 0 else 0
        if title[0] >= 0:
            here["2 title"] = step_from(i, title[0])
            here["2 title sure"] = 100 * sure + here["2 title"]
        here["s around"] = 100 * here["s -1"] + here["s +1"]
        here["kept around"] = 100 * here["kept before"] + here["kept after"]
        together(here, _PAIRS)
    return found


def _near(seen: Sequence[Seen], sums: Sequence[float]) -> list[Features]:
    """Return the sums of each line and its neighbours, and how much of the text near it is kept."""
    chances = [1 / (1 + exp(-max(-30.0, min(30.0, each)))) for each in sums]
    sizes = [min(s.size, _SIZE) for s in seen]
    steps = [1 + bisect_right(SUMS, each) for each in sums]
    framed = [_OUTSIDE] * 2 + steps + [_OUTSIDE] * 2
    kept = [0.0, *accumulate(p * size for p, size in zip(chances, sizes, strict=True))]
    text = [0, *accumulate(sizes)]
    count, total = len(seen), kept[-1] or 1.0
    out: list[Features] = []
    for i in range(count):
        here = {"s": steps[i]}
        for far, name in enumerate(("s -2", "s -1", "", "s +1", "s +2")):
            if name:
                here[name] = framed[i + far]
        for reach, name in _REACHES:
            low, high = max(0, i - reach), min(count, i + reach + 1)
            here[name] = _share(
                kept[high] - kept[low] - chances[i] * sizes[i], text[high] - text[low] - sizes[i]
            )
        low, high = max(0, i - 6), min(count, i + 7)
        here["kept before"] = _share(kept[i] - kept[low], text[i] - text[low])
        here["kept after"] = _share(kept[high] - kept[i + 1], text[high] - text[i + 1])
        here["mass before"] = 1 + bisect_right(_MASS, kept[i] / total)
        here["mass after"] = 1 + bisect_right(_MASS, (total - kept[i + 1]) / total)
        around = kept[min(count, i + 13)] - kept[max(0, i - 12)]
        here["mass 12"] = 1 + bisect_right(_MASS, around / total)
        out.append(here)
    return out


_REACHES = ((2, "kept 2"), (5, "kept 5"), (12, "kept 12"), (30, "kept 30"))


def _share(kept: float, text: int) -> int:
    return 1 + bisect_right(_CHANCES, kept / text) if text > 0 else 0


_PAIRS = crossed((
    ("2 kind", "2 title"), ("2 kind", "kept 5"), ("2 kind", "kept 12"), ("2 kind", "2 topic"),
    ("2 kind", "mass 12"), ("2 kind", "m in"), ("2 kind", "m after"), ("2 kind", "m before"),
    ("2 kind", "s -1"), ("2 kind", "s +1"), ("2 kind", "kept before"), ("2 kind", "kept after"),
    ("s", "kept 5"), ("s", "2 topic"), ("s", "m in"), ("s", "m after"), ("s", "m before"),
    ("s", "kept 2"), ("s", "mass 12"), ("2 topic", "kept 5"), ("2 topic", "m after"),
    ("2 topic", "m before"), ("2 topic", "mass 12"),
))  # fmt: skip
