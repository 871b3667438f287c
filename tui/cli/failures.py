"""How a failure is told on standard error: one line, safe to print, whatever is in its name."""

import sys
from contextlib import suppress

from tui.layout import visible
from tui.model import Failure


def report(failure: Failure | str) -> None:
    """Write one line to standard error, where there is one."""
    with suppress(OSError, AttributeError, ValueError):
        print(f"broadsheet: {visible(str(failure))}", file=sys.stderr)
