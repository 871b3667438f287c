"""The way in: paths to enriched articles, `source → parse → enrich` as one stream.

A bad input becomes a `Failure` in the stream, and the rest goes on. Nothing here knows where the
articles end up: the command line prints them, the library stores them, the reader shows them.

`Intake` runs the same stream in a process of its own, so that keys never wait for a parser. Its
results come back through a pipe, pickled: they are this program's own child's, as trustworthy as
what a function returns.
"""

import gc
import os
import pickle
import queue
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from typing import IO, TYPE_CHECKING, NamedTuple

from tui.model import Article, Brought, Failure

if TYPE_CHECKING:
    from tui.parse.draft import Parsed
    from tui.source import Document

FIRST_ITEMS = 3
"""How many articles and failures are taken before anybody asks: enough for a first screen."""

MOST_WAITING = 64
"""How many slow documents are held back at most, so that memory does not grow with a folder."""


class Reading(NamedTuple):
    """One enriched article, and what it was made from."""

    document: "Document"
    parsed: "Parsed"
    """What the parser made of it, before anybody looked for people and quotes."""
    article: Article


def articles(paths: Sequence[str]) -> Iterator[Article | Failure]:
    """Read, parse and enrich what stands at `paths` (files, folders, "-"), in the order given."""
    return (item if isinstance(item, Failure) else item.article for item in readings(paths))


def readings(paths: Sequence[str]) -> Iterator[Reading | Failure]:
    """Read the same, and keep what each article was made from."""
    from tui.source import documents

    return enriched(documents(paths))


def quick_first(
    paths: Sequence[str], begun: Callable[[str], None] | None = None
) -> Iterator[Article | Brought | Failure]:
    """Read the same in another order: what is quick to parse comes ahead of what is slow.

    Behind an article stands what its reader did to it elsewhere. `begun` is called with the origin
    of each document before it is parsed.
    """
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

    return _told(enriched(ordered(), begun))


def _told(found: Iterable[Reading | Failure]) -> Iterator[Article | Brought | Failure]:
    for item in found:
        if isinstance(item, Failure):
            yield item
            continue
        yield item.article
        if item.parsed.brought is not None:
            yield item.parsed.brought


def enriched(
    found: "Iterable[Document | Failure]", begun: Callable[[str], None] | None = None
) -> Iterator[Reading | Failure]:
    """Parse and enrich the documents `found`; `begun` is called with each one's origin before."""
    from tui.enrich import enrich
    from tui.parse import parse

    for document in found:
        if isinstance(document, Failure):
            yield document
            continue
        if begun is not None:
            begun(document.origin)
        for parsed in parse(document):
            if isinstance(parsed, Failure):
                yield parsed
            else:
                article = parsed.article if parsed.annotated else enrich(parsed.article)
                yield Reading(document, parsed, article)


class Begun(NamedTuple):
    """What the child sends before it reads a document, so that its end can be told."""

    origin: str


class Intake:
    """`quick_first` in a child process that is started at once.

    A thread takes what the child sends, so that it is there when it is asked for. After the first
    few items the child waits until somebody iterates: two processors that share a core make a
    program start later when the other one is busy (measured).
    """

    def __init__(self, paths: Sequence[str]) -> None:
        self._at = paths[0] if paths else ""
        self._stopped = False
        self._wanted = threading.Event()
        """Set once more than the first items are asked for."""
        self._items: queue.SimpleQueue[Article | Brought | Failure | None] = queue.SimpleQueue()
        program = f"import sys; sys.path[:] = {sys.path!r}; from tui.intake import send; send()"
        # Without `site` (-S): the search path is given, and looking for it takes time.
        self._child = subprocess.Popen(  # noqa: S603
            [sys.executable, "-P", "-S", "-c", program, *paths],
            stdin=None if "-" in paths else subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        if self._child.stdout is not None:
            _narrow(self._child.stdout)
        self._taker = threading.Thread(target=self._take, name="intake", daemon=True)
        self._taker.start()

    def __iter__(self) -> Iterator[Article | Brought | Failure]:
        """Yield what the child sends until it ends; one that dies leaves a `Failure`."""
        self._wanted.set()
        while (item := self._items.get()) is not None:
            yield item
        self._items.put(None)

    def ready(self, patience: float) -> Iterator[Article | Brought | Failure]:
        """Yield what has come so far, waiting at most `patience` seconds for the first item."""
        try:
            item = self._items.get(timeout=patience)
            while item is not None:
                yield item
                item = self._items.get_nowait()
        except queue.Empty:
            return
        self._items.put(None)

    @property
    def pid(self) -> int:
        """The child's process id."""
        return self._child.pid

    def stop(self) -> None:
        """End the child; what it has not sent is lost, and whoever waits for it gets no more."""
        self._stopped = True
        self._wanted.set()
        self._child.kill()
        self._child.wait()
        self._taker.join()

    def _take(self) -> None:
        """Move what comes through the pipe into the queue, and `None` behind the last."""
        if self._child.stdout is not None:
            with self._child.stdout as pipe:
                for number, item in enumerate(self._sent(pipe), 1):
                    self._items.put(item)
                    if number == FIRST_ITEMS:
                        self._wanted.wait()
        self._items.put(None)

    def _sent(self, pipe: IO[bytes]) -> Iterator[Article | Brought | Failure]:
        while True:
            try:
                item = pickle.load(pipe)  # noqa: S301
            except (EOFError, pickle.UnpicklingError, ValueError, OSError):
                if not self._stopped:
                    yield Failure(self._at, "reading stopped here; the rest was not read")
                return
            if item is None:
                return
            if isinstance(item, Begun):
                self._at = item.origin
            else:
                yield item


def _narrow(pipe: IO[bytes]) -> None:
    """Let a pipe hold as little as it can, where the system knows how, so that its writer waits."""
    with suppress(ImportError, AttributeError, OSError):
        import fcntl

        fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, 4096)


def send() -> None:
    """Be the child: read the paths of the command line and send what comes of them."""
    gc.set_threshold(50_000, 20, 100)
    # The first article would wait seconds for a model; the library's commands take the time.
    os.environ["BROADSHEET_MODELS"] = "off"
    pipe = sys.stdout.buffer

    def put(item: Article | Brought | Failure | Begun | None) -> None:
        pickle.dump(item, pipe, protocol=pickle.HIGHEST_PROTOCOL)
        pipe.flush()

    try:
        for item in quick_first(sys.argv[1:], lambda origin: put(Begun(origin))):
            put(item)
        put(None)
    except (BrokenPipeError, KeyboardInterrupt):
        sys.stderr.close()
