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
from collections.abc import Iterator, Sequence

from tui.model import Article, Failure


def articles(paths: Sequence[str]) -> Iterator[Article | Failure]:
    """Read, parse and enrich what stands at `paths` (files, folders, "-"), in the order given."""
    from tui.enrich import enrich
    from tui.parse import parse
    from tui.source import documents

    for document in documents(paths):
        if isinstance(document, Failure):
            yield document
            continue
        for parsed in parse(document):
            if isinstance(parsed, Failure):
                yield parsed
            else:
                yield parsed.article if parsed.annotated else enrich(parsed.article)


class Intake:
    """`articles` in a child process, started at once and read when it is asked."""

    def __init__(self, paths: Sequence[str]) -> None:
        self._paths = paths
        program = f"import sys; sys.path[:] = {sys.path!r}; from tui.intake import send; send()"
        command = [sys.executable, "-P", "-c", program, *paths]
        self._child = subprocess.Popen(  # noqa: S603
            command,
            stdin=None if "-" in paths else subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )

    def __iter__(self) -> Iterator[Article | Failure]:
        """Yield what the child sends; one that dies leaves a `Failure`."""
        pipe = self._child.stdout
        if pipe is None:
            return
        while True:
            try:
                item = pickle.load(pipe)  # noqa: S301
            except (EOFError, pickle.UnpicklingError):
                break
            if item is None:
                return
            yield item
        if self._child.wait() >= 0:
            yield Failure(" ".join(self._paths), "reading stopped early")

    def stop(self) -> None:
        """End the child; what it has not sent is lost."""
        self._child.kill()
        self._child.wait()
        if self._child.stdout:
            self._child.stdout.close()


def send() -> None:
    """Be the child: read the paths of the command line and send what comes of them."""
    pipe = sys.stdout.buffer
    try:
        for item in articles(sys.argv[1:]):
            pickle.dump(item, pipe, protocol=pickle.HIGHEST_PROTOCOL)
            pipe.flush()
        pickle.dump(None, pipe)
        pipe.flush()
    except (BrokenPipeError, KeyboardInterrupt):
        sys.stderr.close()
