"""How a failure is told on standard error: one line, safe to print, whatever is in its name."""

import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace

from tui.layout import visible
from tui.model import Failure
from tui.reasons import worded
from tui.words import ngettext


def report(failure: Failure | str) -> None:
    """Write one line to standard error, where there is one."""
    if isinstance(failure, Failure):
        line = str(replace(failure, reason=worded(failure.reason)))
    else:
        line = worded(failure)
    with suppress(OSError, AttributeError, ValueError):
        print(f"broadsheet: {visible(line)}", file=sys.stderr)


def retell(failures: Sequence[Failure], count: int) -> None:
    """Say how many inputs failed; on a terminal, where they have scrolled by, which and why."""
    if count > 1:
        report(ngettext("{n} input could not be read", "{n} inputs could not be read", count))
        if sys.stderr is not None and sys.stderr.isatty():
            for failure in failures:
                report(failure)
            if count > len(failures):
                report(ngettext("and {n} more", "and {n} more", count - len(failures)))
