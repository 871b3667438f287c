"""The line that says how far an import is: a bar, the rate, the time left, what failed."""

import threading
import time
from collections.abc import Callable
from typing import Final

from tui.cli.working import show
from tui.words import _, ngettext, number

_OFTEN: Final = 0.2
"""Seconds between two lines."""

_CELLS: Final = 20
"""Cells of the bar."""

_SETTLED: Final = 3.0
"""Seconds after which the time left is told."""


class ImportProgress:
    """Counts as files and articles go by, and shows it where somebody sees it."""

    def __init__(self, count: Callable[[], int]) -> None:
        """`count` says how many files there are; it is asked in a thread of its own."""
        self.files = self.articles = self.failures = 0
        self._total: int | None = None
        self._since = self._shown = time.monotonic()
        self._count = count
        threading.Thread(target=self._find_total, name="counting", daemon=True).start()

    def _find_total(self) -> None:
        self._total = self._count()

    def tell(self) -> None:
        """Show where we are, at most a few times a second."""
        now = time.monotonic()
        if now - self._shown >= _OFTEN:
            self._shown = now
            show(line(self, self._total, now - self._since))


def line(progress: ImportProgress, total: int | None, seconds: float) -> str:
    """Return the line after some `seconds`; `total` is the number of files, None if unknown."""
    rate = progress.articles / seconds if seconds else 0.0
    parts = [
        ngettext("{n} article", "{n} articles", progress.articles),
        _("{n} a second", n=number(round(rate))),
    ]
    if total and total >= progress.files:
        part = progress.files / total
        if progress.files and seconds >= _SETTLED:
            parts.append(_("{time} left", time=_clock(seconds / part - seconds)))
        filled = int(part * _CELLS)
        parts[0] = f"{'█' * filled}{'░' * (_CELLS - filled)} {part:4.0%}  {parts[0]}"
    if progress.failures:
        parts.append(ngettext("{n} could not be read", "{n} could not be read", progress.failures))
    return ", ".join(parts)


def _clock(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
