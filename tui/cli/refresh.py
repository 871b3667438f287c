"""`broadsheet refresh`: ask the feeds that are followed, and store what is new."""

import json
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tui.cli.counts import say_added, say_updated
from tui.cli.failures import report
from tui.cli.following import manners_of, name_of, named
from tui.cli.lost import idle, tell_lost
from tui.cli.opening import on_library
from tui.cli.working import Stop, show
from tui.library.feeds import Feed
from tui.library.interface import Library
from tui.library.reading import read_ready
from tui.model import Failure
from tui.words import N_, _, ngettext

if TYPE_CHECKING:
    from tui.fetch.refreshing import Refreshed

REFRESHING: Final = N_("""\
NAME is the address, the name or the folder of feeds; without one, all are asked. What has not
changed is not sent again. A server is asked by one connection at a time, and left alone for as long
as it says. A feed that is gone for good (410) is told once and asked no more, unless it is named;
every other failure is tried again the next time.
With --quiet, for cron: nothing is printed but what fails for another reason than the last time.
With --json, the counts are an object: `feeds`, `changed`, `unchanged`, `failed`, `waiting`, `gone`,
`added`, `updated`, `stopped`.
Exit code: 0 all went well; 1 some feeds could not be had, the rest was stored; 2 the library cannot
be opened or written; 130 stopped with ctrl+c, what came until then is stored.
""")


@dataclass(frozen=True, slots=True)
class Refreshing:
    """What `broadsheet refresh` was asked for."""

    names: Sequence[str] = ()
    quiet: bool = False
    json: bool = False
    jobs: int | None = None
    agent: str | None = None
    proxy: str | None = None


def refresh(asked: Refreshing, library_path: Path | None) -> int:
    """Ask the feeds, and say what came."""
    stop = Stop()

    def work(library: Library) -> int:
        with stop.on_interrupt():
            return _refresh(library, asked, stop)

    return on_library(library_path, work)


def _refresh(library: Library, asked: Refreshing, stop: Stop) -> int:
    from tui.fetch.asking import FetchError

    followed = library.feeds.all()
    chosen = named(followed, asked.names) if asked.names else [f for f in followed if not f.gone]
    counts = _Counts(asked, len(chosen))
    before = idle(library)
    try:
        for each in _asked(library, chosen, asked, stop):
            counts.take(each)
    except FetchError as error:
        report(str(error))
        return 2
    finally:
        show("")
        tell_lost(library, before)
    if counts.added or counts.updated:
        _relate(library, stop)
    counts.tell(stopped=stop.asked)
    if stop.asked:
        return 130
    return int(bool(counts.outcomes["failed"]))


def _asked(
    library: Library, feeds: Sequence[Feed], asked: Refreshing, stop: Stop
) -> "Iterator[Refreshed]":
    from tui.fetch.refreshing import Setting
    from tui.fetch.refreshing import refresh as ask

    jobs = asked.jobs or os.cpu_count() or 1
    manners = manners_of(asked.agent, asked.proxy)
    return ask(library, feeds, Setting(read_ready, jobs, manners, stopped=lambda: stop.asked))


def _relate(library: Library, stop: Stop) -> None:
    """Work out what belongs together; what is left undone is worked out when it is read."""
    for _progress in library.relate():
        if stop.asked:
            return


class _Counts:
    """What came so far, and how it is told."""

    def __init__(self, asked: Refreshing, feeds: int) -> None:
        self.outcomes = dict.fromkeys(("changed", "unchanged", "failed", "waiting", "gone"), 0)
        self.added = self.updated = 0
        self._asked = asked
        self._feeds = feeds

    def take(self, each: "Refreshed") -> None:
        """Count one feed, and tell what failed."""
        self.outcomes[each.outcome] += 1
        self.added += each.report.added
        self.updated += each.report.updated
        show("")
        problem = each.feed.problem if each.outcome != "waiting" else ""
        if problem and not (self._asked.quiet and problem == each.before.problem):
            report(Failure(name_of(each.feed), problem))
        if not self._asked.quiet:
            for failure in each.failures:
                report(failure)
            done = sum(self.outcomes.values())
            asked = ngettext("{done} of {n} feed", "{done} of {n} feeds", self._feeds, done=done)
            new = ngettext("{n} new article", "{n} new articles", self.added)
            show(f"{asked}, {new}")

    def tell(self, *, stopped: bool) -> None:
        """Print the counts, as was asked for."""
        if self._asked.json:
            told = {"feeds": self._feeds, **self.outcomes}
            told |= {"added": self.added, "updated": self.updated, "stopped": stopped}
            print(json.dumps(told))
        elif not self._asked.quiet:
            print(self._line(stopped=stopped))

    def _line(self, *, stopped: bool) -> str:
        counts = f"{say_added(self.added)}, {say_updated(self.updated)}"
        told = _("stopped: {counts}", counts=counts) if stopped else counts
        parts = [_OUTCOMES[outcome](count) for outcome, count in self.outcomes.items() if count]
        return f"{told}; {_('feeds: {counts}', counts=', '.join(parts))}" if parts else told


_OUTCOMES: Final[dict[str, Callable[[int], str]]] = {
    "changed": lambda n: ngettext("{n} changed", "{n} changed", n),
    "unchanged": lambda n: ngettext("{n} unchanged", "{n} unchanged", n),
    "failed": lambda n: ngettext("{n} failed", "{n} failed", n),
    "waiting": lambda n: ngettext("{n} waiting", "{n} waiting", n),
    "gone": lambda n: ngettext("{n} gone", "{n} gone", n),
}
