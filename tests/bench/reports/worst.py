"""The items that cost a figure most, and the reasons that somebody who looked has written down.

A rank reads one item of a scorer's detail: how bad it is (the lowest first) and what to say of it;
None where it costs nothing. Reasons stand in a file beside each report: a table for each figure,
named as in the report, with the items as keys.
"""

import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

WORST = 10
NO_REASON = "not looked at"

Detail = Mapping[str, Any]
Rank = Callable[[Detail], "tuple[float, str] | None"]
Reasons = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Item:
    """One item that costs a figure something."""

    name: str
    told: str
    badness: float
    """The lower, the worse; only the order means something."""


def least(key: str, enough: float = 1.0) -> Rank:
    """Rank by a share, the least first; what has `enough` costs nothing."""

    def rank(detail: Detail) -> tuple[float, str] | None:
        value = detail.get(key)
        return None if value is None or value >= enough else (value, f"{value:.3f}")

    return rank


def unequal(key: str, words: str) -> Rank:
    """Rank what is not equal by the F1 over its words."""

    def rank(detail: Detail) -> tuple[float, str] | None:
        if detail.get(key) != 0:
            return None
        value = detail.get(words, 0.0)
        return (value, f"unequal, words {value:.2f}")

    return rank


def wrong(key: str, said: str, right: float = 1.0) -> Rank:
    """Rank what is simply wrong, all of it alike."""
    return lambda detail: None if detail.get(key, right) == right else (0.0, said)


def missed(key: str, found: int = 0, of: int = 1, said: str = "missed") -> Rank:
    """Rank by the difference of two counts in a list, the largest first."""

    def rank(detail: Detail) -> tuple[float, str] | None:
        counts = detail.get(key)
        if not counts or counts[of] <= counts[found]:
            return None
        return (counts[found] - counts[of], f"{counts[of] - counts[found]} of {counts[of]} {said}")

    return rank


def longer(key: str, enough: float) -> Rank:
    """Rank by seconds, the most first; what was given up says so."""

    def rank(detail: Detail) -> tuple[float, str] | None:
        seconds = detail.get(key, 0.0)
        told = detail.get("failed") or f"{seconds:.2f} s"
        return None if seconds <= enough else (-seconds, told)

    return rank


def slower(one: str, other: str) -> Rank:
    """Rank by how many milliseconds more one reader takes than the other, the most first."""

    def rank(detail: Detail) -> tuple[float, str] | None:
        mine, theirs = detail.get(one, 0.0), detail.get(other, 0.0)
        return None if mine <= theirs else (theirs - mine, f"{mine:.0f} ms, {other} {theirs:.0f}")

    return rank


def worst(items: Iterable[Item], most: int = WORST) -> list[Item]:
    """Return the worst items, the worst first; equal ones by name."""
    return sorted(items, key=lambda item: (item.badness, item.name))[:most]


def ranked(details: Iterable[Detail], rank: Rank, *names: str) -> Iterator[Item]:
    """Yield what costs something among the items, each called by the values of `names`."""
    for detail in details:
        if (found := rank(detail)) is not None:
            yield Item(" ".join(str(detail.get(name, "?")) for name in names), found[1], found[0])


def read_reasons(path: Path) -> Reasons:
    """Return the reasons by figure and item; raises `ValueError` where the file is not in form."""
    if not path.exists():
        return {}
    found = tomllib.loads(path.read_text(encoding="utf-8"))
    for figure, reasons in found.items():
        if not isinstance(reasons, dict) or not all(isinstance(r, str) for r in reasons.values()):
            raise ValueError(f"{path.name}: {figure!r} is no table of item = reason")
    return found
