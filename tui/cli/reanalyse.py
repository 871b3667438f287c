"""`broadsheet reanalyse`: let this version's engine go over what older ones found."""

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from tui.cli.failures import report
from tui.cli.lost import idle, tell_lost
from tui.cli.opening import on_library
from tui.library.interface import Library, Progress


class _Stop:
    """Whether the user has had enough; the first ctrl+c asks, the second one does not wait."""

    def __init__(self) -> None:
        self.asked = False

    @contextmanager
    def on_interrupt(self) -> Iterator[None]:
        """Take ctrl+c as a wish to stop after the batch."""
        before = signal.signal(signal.SIGINT, self._ask)
        try:
            yield
        finally:
            signal.signal(signal.SIGINT, before)

    def _ask(self, _: int, frame: FrameType | None) -> None:
        if self.asked:
            signal.default_int_handler(signal.SIGINT, frame)
        self.asked = True


def reanalyse(library_path: Path | None, *, everything: bool) -> int:
    """Go over the articles and say what changed; 1 where some could not be read."""
    stop = _Stop()
    with stop.on_interrupt():
        return on_library(library_path, lambda library: _run(library, stop, everything))


def _run(library: Library, stop: _Stop, everything: bool) -> int:
    from tui.enrich import engine, enrich

    before, last = idle(library), Progress(0, 0)
    for last in library.reanalyse(enrich, engine(), everything=everything):
        _show(f"{last.done:,} of {last.total:,} articles")
        if stop.asked:
            break
    _show("")
    tell_lost(library, before)
    done = f"{last.done} of {last.total} articles analysed, {last.changed} changed"
    if stop.asked and last.done < last.total:
        print(f"stopped: {done}; `broadsheet reanalyse` goes on from there")
        return 130
    print(done if last.total else "every article is up to date")
    if last.unreadable:
        report(f"{last.unreadable} articles are damaged and stay as they are")
    return int(bool(last.unreadable))


def _show(text: str) -> None:
    """Write over the line of progress, where somebody sees it."""
    if sys.stderr is not None and sys.stderr.isatty():
        sys.stderr.write(f"\r\x1b[K{text}")
        sys.stderr.flush()
