"""Corrections that fitted before an article changed and do not fit any more: kept, and told."""

from tui.cli.failures import report
from tui.library.interface import Library


def idle(library: Library) -> frozenset[int]:
    """Return the numbers of the corrections that should change something and do not."""
    return frozenset(kept.correction.key for kept in library.corrections() if kept.idle)


def tell_lost(library: Library, before: frozenset[int]) -> None:
    """Tell which corrections are idle that were not `before`."""
    lost = sorted(idle(library) - before)
    if lost:
        numbers = ", ".join(map(str, lost[:10])) + (" …" if len(lost) > 10 else "")
        what = f"correction {numbers} no longer fits"
        if len(lost) > 1:
            what = f"corrections {numbers} no longer fit"
        report(f"{what}; see `broadsheet correct list`")
