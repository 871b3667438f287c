"""The way in: paths to enriched articles, `source → parse → enrich` as one stream.

A bad input becomes a `Failure` in the stream, and the rest goes on. Nothing here knows where the
articles end up: the command line prints them, the library stores them, the reader shows them.

`Intake` runs the same stream in a process of its own, so that keys never wait for a parser. Its
results come back through a pipe, pickled: they are this program's own child's, as trustworthy as
what a function returns.
"""

import pickle
import subprocess
import sys
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from tui.model import Article, Failure

if TYPE_CHECKING:
    from tui.source import Document

MOST_WAITING = 64
"""How many slow documents are held back at most, so that memory does not grow with a folder."""


def articles(paths: Sequence[str]) -> Iterator[Article | Failure]:
    """Read, parse and enrich what stands at `paths` (files, folders, "-"), in the order given."""
    from tui.source import documents

    return _enriched(documents(paths))


def quick_first(paths: Sequence[str]) -> Iterator[Article | Failure]:
    """Read the same in another order: what is quick to parse comes ahead of what is slow."""
    from tui.parse import starts_quickly
    from tui.source import documents

    def ordered() -> "Iterator[Document | Failure]":
        waiting: deque[Document] = deque()
        for document in documents(paths):
            if isinstance(document, Failure) or starts_quickly(document):
                yield document
                continue
            waiting.append(document)
            if len(waiting) > MOST_WAITING:
                yield waiting.popleft()
        yield from waiting

    return _enriched(ordered())


def _enriched(found: "Iterable[Document | Failure]") -> Iterator[Article | Failure]:
    from tui.enrich import enrich
    from tui.parse import parse

    for document in found:
        if isinstance(document, Failure):
            yield document
            continue
        for parsed in parse(document):
            if isinstance(parsed, Failure):
                yield parsed
            else:
                yield parsed.article if parsed.annotated else enrich(parsed.article)


class Intake:
    """`quick_first` in a child process, started at once and read when it is asked."""

    def __init__(self, paths: Sequence[str]) -> None:
        self._paths = paths
        self._stopped = False
        program = f"import sys; sys.path[:] = {sys.path!r}; from tui.intake import send; send()"
        command = [sys.executable, "-P", "-c", program, *paths]
        self._child = subprocess.Popen(  # noqa: S603
            command,
            stdin=None if "-" in paths else subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )

    def __iter__(self) -> Iterator[Article | Failure]:
        """Yield what the child sends; one that dies before its end leaves a `Failure`."""
        pipe = self._child.stdout
        while pipe is not None:
            try:
                item = pickle.load(pipe)  # noqa: S301
            except (EOFError, pickle.UnpicklingError, ValueError):
                if not self._stopped:
                    yield Failure(" ".join(self._paths), "reading stopped early")
                return
            if item is None:
                return
            yield item

    def kill(self) -> None:
        """End the child; what it has not sent is lost."""
        self._child.kill()
        self._child.wait()

    def stop(self) -> None:
        """End the child without a word about what it has not sent."""
        self._stopped = True
        self.kill()
        if self._child.stdout is not None:
            self._child.stdout.close()


def send() -> None:
    """Be the child: read the paths of the command line and send what comes of them."""
    pipe = sys.stdout.buffer
    try:
        for item in quick_first(sys.argv[1:]):
            pickle.dump(item, pipe, protocol=pickle.HIGHEST_PROTOCOL)
            pipe.flush()
        pickle.dump(None, pipe)
        pipe.flush()
    except (BrokenPipeError, KeyboardInterrupt):
        sys.stderr.close()
