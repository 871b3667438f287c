"""A figure with its target, and where its value stands in what was measured.

A figure's key names it in its report and in the report's file of reasons.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from .children import Broken, Measured
from .worst import Rank

Results = Mapping[str, Measured | Broken]
"""By the name of the measurement; one that was not asked for is not there."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure with its target."""

    key: str
    path: tuple[str, ...]
    """The measurement first, then the keys in what it found."""
    target: float | None
    """None where the figure is only watched."""
    measured: str
    peers: str
    """What the best other programs reach, measured once on the same kind of data."""
    rank: Rank | None = None
    at_most: bool = False
    target_with_models: float | None = None
    """Where the optional models are installed; None where the target stays the same."""

    def value(self, found: Mapping[str, Any], suffix: str = "") -> float | None:
        """Return the figure's value, None where it is not in `found`.

        `suffix` is added to the measurement's name.
        """
        here: Any = found
        for key in (self.path[0] + suffix, *self.path[1:]):
            here = here.get(key) if isinstance(here, Mapping) else None
        return None if here is None or isinstance(here, Mapping) else float(here)

    def reached(self, value: float) -> bool:
        """Say whether `value` is as good as the target; a figure without one is always."""
        if self.target is None:
            return True
        return value <= self.target if self.at_most else value >= self.target

    def wanted(self, target: float | None) -> str:
        """Return a target in words."""
        return "-" if target is None else f"{'≤' if self.at_most else '≥'} {target:,g}"


def details(source: str, results: Results, part: str | None = None) -> list[dict[str, Any]]:
    """Return the items of one measurement, or of one set of it."""
    result = results.get(source)
    found = result.found.get("detail") if isinstance(result, Measured) else None
    if isinstance(found, dict):
        found = found.get(part, [])
    elif found and part is not None and any("set" in item for item in found):
        found = [item for item in found if item.get("set") == part]
    return found or []


def broken(results: Results) -> list[str]:
    """Return the names of the measurements that failed."""
    return [name for name, result in results.items() if isinstance(result, Broken)]
