"""What arrives while the reader is there: inputs that are being read elsewhere.

A worker thread brings articles into the library and posts messages; looking at the library is the
screen's, at most twenty times a second, so that a folder of thousands never holds up a key.
"""

import time
from abc import abstractmethod
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

from textual import on, work
from textual.worker import get_current_worker

from tui.library.interface import Library
from tui.model import Article, Brought, Failure
from tui.reasons import worded
from tui.view import messages as said
from tui.view.screens.annotating import Annotating
from tui.words import _, ngettext

LOOK_EVERY = 0.05
"""Seconds between two looks at what has arrived: often enough to see the list grow."""

FIRST_PATIENCE = 0.06
"""Seconds that the first paint waits for something to show: an empty one would cost as much."""

FIRST_BUDGET = 0.04
"""Seconds that are spent on storing what has come, before the first paint."""


class Feed(Protocol):
    """Inputs that are being read elsewhere."""

    def __iter__(self) -> Iterator[Article | Brought | Failure]:
        """Yield what comes of them; called in a worker thread."""

    def ready(self, patience: float) -> Iterator[Article | Brought | Failure]:
        """Yield what has come so far, waiting at most `patience` seconds for the first."""

    def stop(self) -> None:
        """Read no further; whoever waits for the next item gets none."""


class Arrivals(Annotating):
    """The part of the reader that takes in what its feed yields."""

    def __init__(self, store: Library, feed: Feed | None) -> None:
        """`store` takes the articles, in the worker's thread."""
        super().__init__()
        self.feed = feed
        self.reading = feed is not None
        """Whether inputs are still being read."""
        self.failures: list[Failure] = []
        self.fetching = ""
        """How far asking the feeds is, for the status line; "" where nobody asks them."""
        self.unfetched: list[Failure] = []
        """What could not be had of the web since the feeds were last asked."""
        self.store = store
        """The library itself, for threads: it raises what it cannot do."""
        self._looked = False
        """Whether what arrived was looked at a moment ago."""
        self._more = False
        """Whether something has arrived since."""

    @abstractmethod
    def show_arrivals(self) -> None:
        """Show that the library holds more than before."""

    def take_ready(self) -> None:
        """Take what was read while the program started, so that the first paint shows it."""
        if self.feed is None:
            return
        began = time.monotonic()
        for item in self.feed.ready(FIRST_PATIENCE):
            if isinstance(item, Failure):
                self.failures.append(item)
            else:
                self.store.add([item])
            if time.monotonic() - began > FIRST_BUDGET:
                return

    @work(thread=True, exclusive=True, group="intake", exit_on_error=True)
    def read(self, feed: Feed) -> None:
        """Bring what the inputs hold into the library, off the reader's thread."""
        worker = get_current_worker()
        for item in feed:
            if worker.is_cancelled:
                return
            if isinstance(item, Failure):
                self.post_message(said.InputFailed(item))
                continue
            self.store.add([item])
            self.post_message(said.ArticlesArrived())
        self.post_message(said.IntakeEnded())

    @on(said.ArticlesArrived)
    def _articles_arrived(self) -> None:
        """Look at once, and then again after a while for all that comes meanwhile."""
        if self._looked:
            self._more = True
            return
        self._looked, self._more = True, False
        self.show_arrivals()
        self.set_timer(LOOK_EVERY, self._look_again)

    def _look_again(self) -> None:
        self._looked = False
        if self._more:
            self._articles_arrived()

    @on(said.InputFailed)
    def _input_failed(self, message: said.InputFailed) -> None:
        self.failures.append(message.failure)
        self.show_status()

    @on(said.IntakeEnded)
    def _intake_ended(self) -> None:
        self.reading = False
        self.show_arrivals()
        if len(self.failures) == 1:
            failure = self.failures[0]
            self.show_status(
                _(
                    "Could not be read: {name}: {reason}",
                    name=Path(failure.origin).name,
                    reason=worded(failure.reason),
                )
            )
        elif self.failures:
            count = len(self.failures)
            self.show_status(
                ngettext(
                    "{n} input could not be read: it is listed when you leave",
                    "{n} inputs could not be read: they are listed when you leave",
                    count,
                )
            )
