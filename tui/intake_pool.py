"""The way in on several processors: documents are parsed and enriched by child processes.

The parent reads bytes and takes results in the order of the inputs; no more than a few documents
for each child are on their way, so memory does not grow with a folder. What ends a child is told as
a `Failure` of the document that did it, and the others are read all the same.
"""

import multiprocessing
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from itertools import chain, islice
from typing import TYPE_CHECKING, Final

from tui.model import Article, Brought, Failure

if TYPE_CHECKING:
    from tui.source import Document

FEW: Final = 24
"""Documents that are read before children are started, which takes as long as reading so many."""
_AHEAD: Final = 4
"""Documents on their way for each child."""


@dataclass(frozen=True, slots=True)
class FileEnd:
    """Stands behind the documents of a file, and behind what comes of them."""

    path: str
    """Absolute."""
    size: int
    """Bytes, as the file was when it was opened."""
    changed: int
    """When it was last changed, nanoseconds since 1970, as the system has it."""


@dataclass(frozen=True, slots=True)
class FeedEnd:
    """Stands behind the documents of a feed, and behind what comes of them."""

    feed: int
    """The feed's number in the library."""


@dataclass(frozen=True, slots=True)
class Imported:
    """An article as the library takes it."""

    article: Article
    annotated: bool
    """Its people and quotes came with the input."""
    ready: object = None
    """What else was made of it where it was read; None where nothing was."""
    brought: Brought | None = None
    """What its reader did to it where it came from."""


Sign = Failure | FileEnd | FeedEnd | Brought
"""What passes through as it is."""
Result = Imported | Sign
Work = Callable[["Document"], list[Result]]


def imported(
    found: "Iterable[Document | Sign]", jobs: int, work: Work | None = None
) -> Iterator[Result]:
    """Yield what comes of the documents `found`, in their order, from `jobs` children.

    The first few, and all where `jobs` is 1, are read in this process. `work` is what is done to
    each; a function at the top of a module.
    """
    read = work or read_document
    coming = iter(found)
    for document in islice(coming, FEW) if jobs > 1 else coming:
        yield from _here(document, read)
    for document in islice(coming, 1):
        yield from _Children(jobs, read).results(chain([document], coming))


def read_document(document: "Document") -> list[Result]:
    """Parse and enrich one document."""
    from tui.intake import enriched

    return [
        item
        if isinstance(item, Failure)
        else Imported(item.article, item.parsed.annotated, brought=item.parsed.brought)
        for item in enriched([document])
    ]


def _here(document: "Document | Sign", read: Work) -> list[Result]:
    return [document] if isinstance(document, Sign) else read(document)


class _Children:
    """The processes, and the documents that are on their way."""

    def __init__(self, jobs: int, read: Work) -> None:
        self._jobs = jobs
        self._read = read
        self._waiting: deque[tuple[Document | Sign, Future[list[Result]] | None]] = deque()

    def results(self, coming: "Iterator[Document | Sign]") -> Iterator[Result]:
        done = False
        while not done:
            pool = self._pool(self._jobs)
            try:
                yield from self._from(pool, coming)
                done = True
            except BrokenProcessPool:
                yield from self._one_by_one()
            finally:
                pool.shutdown(wait=False, cancel_futures=True)

    def _from(
        self, pool: ProcessPoolExecutor, coming: "Iterator[Document | Sign]"
    ) -> Iterator[Result]:
        for document in coming:
            self._waiting.append(self._sent(pool, document))
            if len(self._waiting) >= self._jobs * _AHEAD:
                yield from self._taken()
        while self._waiting:
            yield from self._taken()

    def _pool(self, jobs: int) -> ProcessPoolExecutor:
        # Not forked: a child would inherit an open library and its locks.
        context = multiprocessing.get_context("spawn")
        return ProcessPoolExecutor(jobs, context, initializer=_leave_interrupts)

    def _sent(
        self, pool: ProcessPoolExecutor, document: "Document | Sign"
    ) -> "tuple[Document | Sign, Future[list[Result]] | None]":
        if isinstance(document, Sign):
            return document, None
        try:
            return document, pool.submit(self._read, document)
        except BrokenProcessPool:
            self._waiting.append((document, None))
            raise

    def _taken(self) -> list[Result]:
        """Return what came of the first document on its way."""
        document, future = self._waiting[0]
        if isinstance(document, Sign):
            found: list[Result] = [document]
        elif future is None:
            found = self._read(document)
        else:
            found = future.result()
        self._waiting.popleft()
        return found

    def _one_by_one(self) -> Iterator[Result]:
        """Read what is on its way with one child, to tell which document ends it."""
        alone = self._pool(1)
        try:
            while self._waiting:
                document, _ = self._waiting.popleft()
                if isinstance(document, Sign):
                    yield document
                    continue
                try:
                    yield from alone.submit(self._read, document).result()
                except BrokenProcessPool:
                    alone.shutdown(wait=False)
                    alone = self._pool(1)
                    yield Failure(document.origin, "reading it ended the process that read it")
        finally:
            alone.shutdown(wait=False, cancel_futures=True)


def _leave_interrupts() -> None:
    """Let the parent alone decide what an interrupt means."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
