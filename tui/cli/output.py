"""How articles reach standard output: each as soon as it is there, failures on standard error."""

import os
import sys
from collections.abc import Iterable

from tui.cli.failures import report
from tui.model import Failure
from tui.reasons import worded
from tui.words import _


def write_each(items: Iterable[bytes | Failure]) -> int:
    """Write what comes to standard output and tell each failure; return the exit code.

    Raises `BrokenPipeError` when whoever reads has enough. Nothing is taken from `items` when
    standard output is closed.
    """
    failed = False
    if sys.stdout is None:
        report(_("standard output is closed"))
        return 1
    out = sys.stdout.buffer
    for item in items:
        if isinstance(item, Failure):
            report(item)
            failed = True
            continue
        try:
            out.write(item)
            out.flush()
        except BrokenPipeError:
            raise
        except OSError as error:
            report(_("standard output: {strerror}", strerror=worded(str(error.strerror))))
            os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
            return 1
    return int(failed)
