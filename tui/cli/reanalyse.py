"""`broadsheet reanalyse`: let this version's engine go over what older ones found."""

from pathlib import Path

from tui.cli.failures import report
from tui.cli.lost import idle, tell_lost
from tui.cli.opening import on_library
from tui.cli.working import Stop, show
from tui.library.interface import Library, Progress
from tui.words import _, ngettext, number


def reanalyse(library_path: Path | None, *, everything: bool) -> int:
    """Go over the articles and say what changed; 1 where some could not be read."""
    stop = Stop()
    with stop.on_interrupt():
        return on_library(library_path, lambda library: _run(library, stop, everything))


def _run(library: Library, stop: Stop, everything: bool) -> int:
    from tui.enrich import engine, enrich

    before, last = idle(library), Progress(0, 0)
    for last in library.reanalyse(enrich, engine(), everything=everything):
        show(
            ngettext(
                "{done} of {n} article",
                "{done} of {n} articles",
                last.total,
                done=number(last.done),
            )
        )
        if stop.asked:
            break
    show("")
    tell_lost(library, before)
    done = _analysed(last)
    if stop.asked and last.done < last.total:
        print(_("stopped: {done}; `broadsheet reanalyse` goes on from there", done=done))
        return 130
    print(done if last.total else _("every article is up to date"))
    if last.unreadable:
        report(
            ngettext(
                "{n} article is damaged and stays as it is",
                "{n} articles are damaged and stay as they are",
                last.unreadable,
            )
        )
    return int(bool(last.unreadable))


def _analysed(last: "Progress") -> str:
    done = ngettext(
        "{done} of {n} article analysed",
        "{done} of {n} articles analysed",
        last.total,
        done=number(last.done),
    )
    return f"{done}, {ngettext('{n} changed', '{n} changed', last.changed)}"
