"""How a failure is told on standard error: one line, safe to print, whatever is in its name."""

import sys
from collections.abc import Sequence
from contextlib import suppress

from tui.layout import visible
from tui.model import Failure


def report(failure: Failure | str) -> None:
    """Write one line to standard error, where there is one."""
    with suppress(OSError, AttributeError, ValueError):
        print(f"broadsheet: {visible(str(failure))}", file=sys.stderr)


def retell(failures: Sequence[Failure], count: int) -> None:
    """Say how many inputs failed; on a terminal, where they have scrolled by, which and why."""
    if count > 1:
        report(f"{count} inputs could not be read")
        if sys.stderr is not None and sys.stderr.isatty():
            for failure in failures:
                report(failure)
            if count > len(failures):
                report(f"and {count - len(failures)} more")
