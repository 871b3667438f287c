"""A command of the user's that gets an article: no shell, no terminal, and an end."""

import os
import re
import selectors
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Final, NamedTuple

from tui.words import _

MOST: Final = 1 << 18
"""Bytes of output that are taken: thousands of lines, of which nobody reads more."""
_LOOK: Final = 0.1
"""Seconds between two looks whether the reader is being left."""
_CONTROLS: Final = re.compile(r"\x1b\[[0-9;:?]*[ -/]*[@-~]")
"""Control sequences (ECMA-48, 5.4): colours, for the most part."""


class Ran(NamedTuple):
    """What a command did."""

    lines: list[str]
    """Its output and its complaints, in the order in which they came."""
    code: int | None
    """Its exit code, negative for a signal; None where it was stopped."""
    stopped: str = ""
    """Why it was stopped."""


def run(
    command: Sequence[str], given: bytes, limit: float, leaving: Callable[[], bool] = bool
) -> Ran:
    """Run a command with `given` on its standard input, for `limit` seconds at most.

    It has no terminal. Raises OSError where it cannot be started, ValueError for a null byte.
    """
    with tempfile.TemporaryFile() as file:
        file.write(given)
        file.seek(0)
        process = subprocess.Popen(  # noqa: S603  # what the user typed, split, without a shell
            command,
            stdin=file,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    try:
        output, stopped = _output(process, time.monotonic() + limit, leaving)
        if stopped == "time":
            stopped = _("stopped after {limit:g} s", limit=limit)
    finally:
        with suppress(OSError):
            os.killpg(process.pid, signal.SIGKILL)
        code = process.wait()
        if process.stdout:
            process.stdout.close()
    text = _CONTROLS.sub("", output.decode("utf-8", "replace"))
    return Ran(text.expandtabs().splitlines(), None if stopped else code, stopped)


def _output(
    process: subprocess.Popen[bytes], end: float, leaving: Callable[[], bool]
) -> tuple[bytes, str]:
    """Return what a process writes until it ends, and why it was not waited for any longer."""
    output = bytearray()
    if process.stdout is None:
        return b"", ""
    with selectors.DefaultSelector() as selector:
        selector.register(process.stdout, selectors.EVENT_READ)
        while not leaving():
            left = end - time.monotonic()
            if left <= 0:
                return bytes(output), "time"
            if selector.select(min(left, _LOOK)):
                piece = os.read(process.stdout.fileno(), 1 << 16)
                output += piece
                if len(output) >= MOST:
                    return bytes(output[:MOST]), _("stopped: it writes too much")
                if not piece:
                    return bytes(output), _ended(process, end, leaving)
            elif process.poll() is not None and not selector.select(0):
                return bytes(output), ""
    return bytes(output), "stopped"


def _ended(process: subprocess.Popen[bytes], end: float, leaving: Callable[[], bool]) -> str:
    """Wait for a process that writes nothing any more; return why not any longer."""
    while not leaving():
        left = end - time.monotonic()
        if left <= 0:
            return "time"
        with suppress(subprocess.TimeoutExpired):
            process.wait(min(left, _LOOK))
            return ""
    return "stopped"
