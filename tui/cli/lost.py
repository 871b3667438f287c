"""Corrections that fitted before an article changed and do not fit any more: kept, and told."""

from tui.cli.failures import report
from tui.library.interface import Library
from tui.words import ngettext


def idle(library: Library) -> frozenset[int]:
    """Return the numbers of the corrections that should change something and do not."""
    return frozenset(kept.correction.key for kept in library.corrections() if kept.idle)


def tell_lost(library: Library, before: frozenset[int]) -> None:
    """Tell which corrections are idle that were not `before`."""
    lost = sorted(idle(library) - before)
    if lost:
        numbers = ", ".join(map(str, lost[:10])) + (" …" if len(lost) > 10 else "")
        report(
            ngettext(
                "correction {numbers} no longer fits; see `broadsheet correct list`",
                "corrections {numbers} no longer fit; see `broadsheet correct list`",
                len(lost),
                numbers=numbers,
            )
        )
