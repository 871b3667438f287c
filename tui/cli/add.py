"""`broadsheet add`: bring articles into the library."""

import os
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from tui.cli.failures import report
from tui.cli.lost import idle, tell_lost
from tui.cli.working import Stop, show
from tui.intake_pool import imported
from tui.library import default_path, open_library
from tui.library.interface import AddReport, Analysed, Library, LibraryError
from tui.model import Article, Failure

_OFTEN: Final = 0.2
"""Seconds between two lines of progress."""


def add(paths: Sequence[str], library_path: Path | None, jobs: int | None) -> int:
    """Store what stands at `paths`, read by `jobs` processes, and say how much of it was new."""
    stop = Stop()
    reading = _Reading(paths, jobs or os.cpu_count() or 1, stop)
    try:
        library = open_library(library_path or default_path())
        try:
            with stop.on_interrupt():
                done = _stored(library, reading)
        finally:
            library.close()
    except LibraryError as error:
        report(str(error))
        return 2
    counts = f"{done.added} added, {done.updated} updated, {done.unchanged} unchanged"
    if reading.cut_short:
        print(f"stopped: {counts}; the same command goes on from there")
        return 130
    print(counts)
    if reading.failures > 1:
        report(f"{reading.failures} inputs could not be read")
    return int(bool(reading.failures))


def _stored(library: Library, reading: "_Reading") -> AddReport:
    before = idle(library)
    try:
        return library.add(reading.articles())
    finally:
        show("")
        tell_lost(library, before)


class _Reading:
    """The articles on their way to the library, and how many there were."""

    def __init__(self, paths: Sequence[str], jobs: int, stop: Stop) -> None:
        self.failures = 0
        self.cut_short = False
        self._paths, self._jobs, self._stop = paths, jobs, stop
        self._read = 0
        self._since = self._shown = time.monotonic()

    def articles(self) -> Iterator[Article | Analysed]:
        """Yield the articles until all are read or the user has had enough."""
        from tui.enrich import engine
        from tui.source import documents

        for item in imported(documents(self._paths), self._jobs):
            if isinstance(item, Failure):
                show("")
                report(item)
                self.failures += 1
            else:
                self._read += 1
                yield item.article if item.annotated else Analysed(item.article, engine())
            self._tell()
            if self._stop.asked:
                self.cut_short = True
                return

    def _tell(self) -> None:
        now = time.monotonic()
        if now - self._shown >= _OFTEN:
            rate = self._read / (now - self._since)
            failed = f", {self.failures:,} could not be read" if self.failures else ""
            show(f"{self._read:,} articles, {rate:,.0f} a second{failed}")
            self._shown = now
