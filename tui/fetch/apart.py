"""Documents read in a process of their own, so that who asks for them goes on as before.

A parser in a thread would hold up every key of the reader. What comes back through the pipe is
pickled: it is this program's own child's, as trustworthy as what a function returns.
"""

import pickle
import queue
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import IO, Final

from tui.intake_pool import Result
from tui.model import Failure
from tui.source import Document

ENDED: Final = "reading it ended the process that read it"

_LOOK: Final = 0.1
"""Seconds between two looks whether somebody has had enough."""
_PROGRAM: Final = "import sys; sys.path[:] = {path!r}; from {module} import serve; serve()"


class Apart:
    """One child that reads what it is given; started by the first document."""

    def __init__(self, stopped: Callable[[], bool] = lambda: False) -> None:
        """`stopped` says whether nothing more is wanted; the child is then ended where it is."""
        self._stopped = stopped
        self._child: subprocess.Popen[bytes] | None = None
        self._answers: queue.SimpleQueue[list[Result] | None] = queue.SimpleQueue()

    def read(self, document: Document) -> list[Result]:
        """Parse and enrich one document; a child that dies of it leaves a `Failure`."""
        found = self._answer(document)
        if found is None:
            self.close()
            return [] if self._stopped() else [Failure(document.origin, ENDED)]
        return found

    def close(self) -> None:
        """End the child."""
        child, self._child = self._child, None
        if child is not None:
            child.kill()
            child.wait()
            if child.stdin is not None:
                with suppress(OSError):
                    child.stdin.close()

    def _answer(self, document: Document) -> list[Result] | None:
        """Return what the child makes of a document; None where it ends before that."""
        child = self._child or self._start()
        try:
            pickle.dump(document, _open(child.stdin), protocol=pickle.HIGHEST_PROTOCOL)
            _open(child.stdin).flush()
        except OSError:
            return None
        while not self._stopped():
            with suppress(queue.Empty):
                return self._answers.get(timeout=_LOOK)
        return None

    def _start(self) -> "subprocess.Popen[bytes]":
        child = begun("tui.fetch.apart")
        self._child, self._answers = child, queue.SimpleQueue()
        taking = (_open(child.stdout), self._answers)
        threading.Thread(target=_take, args=taking, name="reading apart", daemon=True).start()
        return child


def begun(module: str) -> "subprocess.Popen[bytes]":
    """Start a child that runs `serve` of one of our modules, its input and output in our hands."""
    # Without `site` (-S): the search path is given, and looking for it takes time.
    return subprocess.Popen(  # noqa: S603
        [sys.executable, "-P", "-S", "-c", _PROGRAM.format(path=sys.path, module=module)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def _take(pipe: IO[bytes], answers: "queue.SimpleQueue[list[Result] | None]") -> None:
    """Move what a child answers into the queue, and None behind the last."""
    with pipe:
        try:
            while True:
                answers.put(pickle.load(pipe))  # noqa: S301
        except (EOFError, pickle.UnpicklingError, ValueError, OSError):
            answers.put(None)


def _open(pipe: IO[bytes] | None) -> IO[bytes]:
    if pipe is None:
        raise BrokenPipeError
    return pipe


def serve() -> None:
    """Be the child: read documents from standard input until there are no more."""
    from tui.library.reading import read_ready

    with suppress(EOFError, BrokenPipeError, KeyboardInterrupt):
        while True:
            document = pickle.load(sys.stdin.buffer)  # noqa: S301
            pickle.dump(read_ready(document), sys.stdout.buffer, protocol=pickle.HIGHEST_PROTOCOL)
            sys.stdout.buffer.flush()
