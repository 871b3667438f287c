"""`broadsheet add`: bring articles into the library."""

import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from tui import __version__
from tui.cli.counts import say_added, say_unchanged, say_updated
from tui.cli.failures import report, retell
from tui.cli.lost import idle, tell_lost
from tui.cli.pages import Web, is_address
from tui.cli.progress import ImportProgress
from tui.cli.watching import arrivals
from tui.cli.working import Stop, show
from tui.identity import article_id
from tui.intake_pool import FileEnd, Imported, Sign, imported
from tui.library import default_path, open_library
from tui.library.interface import AddReport, Analysed, Library, LibraryError, Ready, Taken
from tui.library.reading import read_ready
from tui.model import Article, Brought, Failure
from tui.source import Document, count_files, documents_in, inputs
from tui.words import _, number

_RETOLD: Final = 20
"""Failures that are listed at the end."""


@dataclass(frozen=True, slots=True)
class Adding:
    """What `broadsheet add` was asked for."""

    paths: Sequence[str]
    jobs: int | None = None
    """How many processes read; None for one for each processor."""
    watch: bool = False
    """Whether to go on looking at the paths for more."""
    again: bool = False
    """Whether files are read that were read before and have not changed."""
    json: bool = False
    allow_private: bool = False
    """Whether addresses of this machine and of private networks are fetched."""
    agent: str | None = None
    """What servers are told."""
    proxy: str | None = None
    fetch: bool = False
    """Whether the pages of a list of addresses are fetched."""


def add(asked: Adding, library_path: Path | None) -> int:
    """Store what stands at the paths and say how much of it was new."""
    stop = Stop()
    try:
        library = open_library(library_path or default_path())
        try:
            with stop.on_interrupt():
                return _Import(library, asked, stop).run()
        finally:
            library.close()
    except LibraryError as error:
        report(str(error))
        return 2


class _Import:
    """One import, from the files to what is said of it."""

    def __init__(self, library: Library, asked: Adding, stop: Stop) -> None:
        from tui.enrich import engine

        self._library, self._asked, self._stop = library, asked, stop
        self._engine = engine()
        self._reader = f"{__version__} {self._engine}"
        self._failed: list[Failure] = []
        self._done = AddReport()
        self._progress = ImportProgress(lambda: count_files(asked.paths))
        self._web = Web(asked.agent, asked.proxy, allow_private=asked.allow_private)

    def run(self) -> int:
        before = idle(self._library)
        try:
            self._take(self._asked.paths)
            if self._asked.watch and not self._stop.asked:
                self._watch()
        finally:
            show("")
            self._web.close()
            tell_lost(self._library, before)
        cut_short = self._stop.asked and not self._asked.watch
        if not self._stop.asked:
            self._relate()
        self._tell(cut_short)
        if cut_short:
            return 130
        return int(bool(self._progress.failures))

    def _watch(self) -> None:
        """Take what comes until somebody has had enough."""
        self._relate()
        show(_("watching; ctrl+c ends it"))
        for paths in arrivals(self._asked.paths, lambda: self._stop.asked):
            self._take([path for path in paths if not self._is_known(path)])
            self._relate()
            show(_("{counts}; watching, ctrl+c ends it", counts=self._counts()))

    def _take(self, paths: Sequence[str]) -> None:
        done, before = self._library.add(self._articles(paths)), self._done
        self._done = AddReport(
            before.added + done.added,
            before.updated + done.updated,
            before.unchanged + done.unchanged,
        )

    def _articles(
        self, paths: Sequence[str]
    ) -> Iterator[Article | Analysed | Ready | Taken | Brought]:
        """Yield the articles until all are read or the user has had enough."""
        jobs = self._asked.jobs or os.cpu_count() or 1
        count = failed = 0
        since: list[str] = []
        """The articles that came since the last end of anything."""
        for item in imported(self._documents(paths), jobs, read_ready):
            if isinstance(item, Failure):
                failed += 1
                self._fail(item)
            elif isinstance(item, FileEnd):
                if not failed:
                    yield Taken(item.path, item.size, item.changed, self._reader, count)
                count = failed = 0
                since.clear()
            elif isinstance(item, Brought):
                # The page may say that its address is another one than the list has.
                yield replace(item, article=since[0]) if len(since) == 1 else item
                since.clear()
            elif isinstance(item, Imported):
                count += 1
                since.append(item.article.id)
                self._progress.articles += 1
                yield item.ready if isinstance(item.ready, Ready) else item.article
                if item.brought is not None:
                    yield item.brought
            self._progress.tell()
            if self._stop.asked:
                return

    def _documents(self, paths: Sequence[str]) -> Iterator[Document | Sign]:
        """Yield what is in the files, each followed by its end; those that are known are left."""
        for file in inputs(paths):
            if isinstance(file, Failure):
                yield file
                continue
            self._progress.files += 1
            end = None if file == "-" or is_address(file) else _end_of(file)
            known = None if end is None or self._asked.again else self._known(end)
            if known is not None:
                unchanged = self._done.unchanged + known
                self._done = AddReport(self._done.added, self._done.updated, unchanged)
                continue
            if is_address(file):
                yield self._web.fetched(file)
                continue
            for document in documents_in(file):
                yield from self._listed(document) if self._asked.fetch else (document,)
            if end is not None:
                yield end

    def _listed(self, document: Document | Failure) -> Iterator[Document | Sign]:
        """Yield the pages that a list names, each followed by what was done to it elsewhere.

        What is stored already is not fetched again.
        """
        from tui.parse.page_lists import read_list

        try:
            found = None if isinstance(document, Failure) else read_list(document)
        except ValueError as error:
            yield Failure(document.origin, str(error))
            return
        if found is None:
            yield document
            return
        for page in found.pages:
            id_ = article_id(page.url, "")
            if not self._library.articles_beginning(id_, 1):
                self._progress.files += 1
                yield self._web.fetched(page.url)
            yield replace(page.brought, article=id_)

    def _is_known(self, file: str) -> bool:
        end = _end_of(file)
        return end is not None and self._known(end) is not None

    def _known(self, end: FileEnd) -> int | None:
        return self._library.taken(Taken(end.path, end.size, end.changed, self._reader))

    def _fail(self, failure: Failure) -> None:
        show("")
        report(failure)
        self._progress.failures += 1
        if len(self._failed) < _RETOLD:
            self._failed.append(failure)

    def _relate(self) -> None:
        """Work out what belongs together; what is left undone is worked out when it is read."""
        for progress in self._library.relate():
            show(
                _(
                    "related pieces: {done} of {total}",
                    done=number(progress.done),
                    total=number(progress.total),
                )
            )
            if self._stop.asked:
                break
        show("")

    def _counts(self) -> str:
        done = self._done
        counts = say_added(done.added), say_updated(done.updated), say_unchanged(done.unchanged)
        return ", ".join(counts)

    def _tell(self, cut_short: bool) -> None:
        if self._asked.json:
            counts = {
                "added": self._done.added,
                "updated": self._done.updated,
                "unchanged": self._done.unchanged,
                "failed": self._progress.failures,
                "stopped": cut_short,
            }
            print(json.dumps(counts))
        elif cut_short:
            print(
                _("stopped: {counts}; the same command goes on from there", counts=self._counts())
            )
        else:
            print(self._counts())
        retell(self._failed, self._progress.failures)


def _end_of(file: str) -> FileEnd | None:
    """Return what tells a file's state; None where there is no file."""
    try:
        status = os.stat(file)  # noqa: PTH116 - a pathlib.Path would rewrite the name given
    except (OSError, ValueError):
        return None
    return FileEnd(os.path.abspath(file), status.st_size, status.st_mtime_ns)  # noqa: PTH100
