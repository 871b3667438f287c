"""Which lines of a dump are the article and which one is its title: sums of learnt weights.

Three tables, learnt by `tests/bench/train_dumps.py` from dumps of pages with a known body: each
line by itself and its surroundings, then the title, then each line again in the light of both.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from tui.parse.text_context import second_look
from tui.parse.text_credits import credited
from tui.parse.text_features import Outline, features
from tui.parse.text_zones import Seen
from tui.parse.title_features import title_features
from tui.parse.weights import score, tables

MANY = 20_000
"""Lines of a dump from which each is not weighed any more: no article has so many."""
_GAP, _SIZE = 12, 800
"""Lines that part two groups of the article's text; code points of a line that count at most."""
_LEAST, _SURE = 0.2, 0.4
"""The shares of the largest group's worth, and of its mean sum, that another must have to stay
(measured: .910 to .917 of F1 held out)."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the weights made of a dump."""

    kept: frozenset[int]
    """The lines of the article's text."""
    title: int
    """The line of its title, -1 where none can be."""


def choose(seen: Sequence[Seen], outline: Outline) -> Chosen:
    """Choose the lines of the article and its title; `outline` is what the rules made of them."""
    table = tables("text_body")
    found = features(seen, outline)
    first = [score(here, table["lines"]) for here in found]
    title, sure = title_of(seen, first, outline.title) if max(first) > 0 else (outline.title, 0.0)
    looked = second_look(seen, first, (title, sure))
    second = [
        score(here | more, table["second look"]) for here, more in zip(found, looked, strict=True)
    ]
    kept = gathered(seen, second)
    if sum(seen[i].size for i in kept) < _LITTLE:
        inside = range(outline.begin, outline.end)
        kept = sorted({*kept, *(i for i in inside if _adjoins(seen, i, outline))})
    kept = adjoined(seen, kept, outline)
    return Chosen(frozenset(with_heads(seen, kept)), title)


def title_of(seen: Sequence[Seen], sums: Sequence[float], rule: int) -> tuple[int, float]:
    """Return the line that is most likely the title, and its sum; -1 where none can be."""
    table = tables("text_body")["title"]
    places, found = title_features(seen, sums, rule)
    rated = [(score(here, table), -i) for i, here in zip(places, found, strict=True)]
    best = max(rated, default=(0.0, 1))
    return -best[1], best[0]


def gathered(seen: Sequence[Seen], sums: Sequence[float]) -> list[int]:
    """Return the lines with a good sum, without the small groups far from the largest one."""
    groups: list[list[int]] = []
    for i, each in enumerate(sums):
        if each <= 0:
            continue
        if not groups or i - groups[-1][-1] > _GAP + 1:
            groups.append([])
        groups[-1].append(i)
    if not groups:
        return []
    rated = [_worth(seen, sums, group) for group in groups]
    most, sure = max(rated)
    kept = (
        group for group, (worth, mean) in zip(groups, rated, strict=True)
        if worth >= _LEAST * most and mean >= _SURE * sure
    )  # fmt: skip
    return [i for group in kept for i in group]


def _worth(
    seen: Sequence[Seen], sums: Sequence[float], group: Sequence[int]
) -> tuple[float, float]:
    """Return how much text a group has, a doubtful line counting less, and the mean of its sums."""
    sizes = [min(seen[i].size, _SIZE) for i in group]
    worth = sum(size * min(1.0, sums[i]) for size, i in zip(sizes, group, strict=True))
    return worth, sum(size * sums[i] for size, i in zip(sizes, group, strict=True)) / sum(sizes)


def adjoined(seen: Sequence[Seen], kept: Sequence[int], outline: Outline) -> list[int]:
    """Return `kept` with the sentences that adjoin its lines in the range that the rules found.

    Widgets between are passed over.
    """
    out = set(kept)
    for step in (1, -1):
        for i in kept:
            at, passed = i + step, 0
            while outline.begin <= at < outline.end and at not in out and passed <= _PASSED:
                if _adjoins(seen, at, outline):
                    out.add(at)
                elif seen[at].category is None:
                    break
                else:
                    passed += 1
                at += step
    return sorted(out)


def _adjoins(seen: Sequence[Seen], i: int, outline: Outline) -> bool:
    s = seen[i]
    return s.sentence and (s.prose or s.repeats == 1) and i not in outline.teased


_LITTLE = 1500
"""Code points of an article so short that the rules' range is taken as well: the weights have seen
few of them."""
_PASSED = 3
"""Widgets in a row that sentences of one article may stand around."""


def with_heads(seen: Sequence[Seen], kept: Sequence[int]) -> list[int]:
    """Return `kept` with what heads its lines, and with the lists that they announce.

    A label between two paragraphs heads the second, what ends in a colon the list below it. Widgets
    and captions between are passed over.
    """
    out = list(kept[:1])
    for above, below in pairwise(kept):
        if below - above <= _LIST:
            left = [
                i for i in range(above + 1, below)
                if not (seen[i].category or credited(seen[i].line.text))
            ]  # fmt: skip
            out += _missing(seen, left, seen[above], seen[below])
        out.append(below)
    return out


def _missing(seen: Sequence[Seen], left: list[int], above: Seen, below: Seen) -> list[int]:
    """Return those of the lines `left` between two kept ones that belong to them."""
    marks = {seen[i].line.mark for i in left}
    if above.line.text.endswith(":") and marks and marks <= _ITEMS:
        return left
    if len(left) != 1 or not (above.prose or above.sentence) or seen[left[0]].repeats > 1:
        return []
    text, size = seen[left[0]].line.text, seen[left[0]].size
    if below.line.mark in _ITEMS:
        return left if text.endswith(":") else []
    label = not seen[left[0]].prose and not seen[left[0]].sentence and not text[0].islower()
    return left if label and _HEADING[0] <= size <= _HEADING[1] and below.prose else []


_ITEMS = frozenset({"bullet", "number"})
_LIST, _HEADING = 12, (8, 130)
"""Lines of a list that the text announces; code points of a heading."""
