"""`broadsheet add --watch`: what comes into a folder, once it has come whole."""

import os
import time
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from tui.model import Failure
from tui.source import inputs

EVERY: Final = 1.0
"""Seconds between two looks."""

State = tuple[int, int]
"""Size in bytes, and when it was last changed, in nanoseconds."""


def arrivals(paths: Sequence[str], stopped: Callable[[], bool]) -> Iterator[list[str]]:
    """Yield files that are new or changed and stand still, look by look, until `stopped`.

    Nothing is yielded twice as it is; a folder that is not there is looked for again.
    """
    taken: dict[str, State] = {}
    before: dict[str, State] = {}
    while not stopped():
        now = dict(_states(paths))
        still = [
            path
            for path, state in now.items()
            if state != taken.get(path) and state == before.get(path)
        ]
        taken.update({path: now[path] for path in still})
        taken = {path: state for path, state in taken.items() if path in now}
        before = now
        if still:
            yield still
        _wait(stopped)


def _states(paths: Sequence[str]) -> Iterator[tuple[str, State]]:
    for file in inputs(paths):
        if not isinstance(file, Failure) and file != "-":
            try:
                status = os.stat(file)  # noqa: PTH116 - a pathlib.Path would rewrite the name given
            except (OSError, ValueError):
                continue
            yield file, (status.st_size, status.st_mtime_ns)


def _wait(stopped: Callable[[], bool]) -> None:
    end = time.monotonic() + EVERY
    while time.monotonic() < end and not stopped():
        time.sleep(0.05)
