"""What long commands have in common: how far they are, and ctrl+c that lets a batch end."""

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


class Stop:
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


def show(text: str) -> None:
    """Write over the line of progress, where somebody sees it."""
    if sys.stderr is not None and sys.stderr.isatty():
        sys.stderr.write(f"\r\x1b[K{text}")
        sys.stderr.flush()
