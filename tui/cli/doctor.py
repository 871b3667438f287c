"""`broadsheet doctor`: whether all is well, a copy of the library, and what can be saved of it."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tui.cli.failures import report
from tui.cli.surroundings import optional, terminal, versions
from tui.cli.working import show
from tui.layout.visible import visible
from tui.library import default_path
from tui.library.interface import LibraryError
from tui.reasons import worded
from tui.words import N_, _, language, ngettext, number

HELP: Final = N_("""\
Looks at the library and changes nothing, says what is wrong in it, and how old its tables are; and
in what the program runs: versions, what the terminal can do as far as its variables tell, and what
is optional and missing.
  --backup FILE  copies the library into a new file, also while it is read and written
  --repair       makes the library anew from every article that can be read, with what you marked,
                 saved and put right; the damaged file stays beside it. Close the reader first.
Exit code: 0 all is well, or done; 1 something is wrong, or was lost; 2 there is no library to look
at, or something cannot be written.
""")


@dataclass(frozen=True, slots=True)
class Asked:
    """What `broadsheet doctor` was asked for."""

    repair: bool = False
    backup: Path | None = None
    json: bool = False


def doctor(asked: Asked, library_path: Path | None) -> int:
    """Look at the library, copy or repair it."""
    try:
        path = library_path or default_path()
        if not (asked.repair or asked.backup or asked.json):
            _tell_surroundings()
        if not path.exists():
            raise LibraryError(_("{path}: no such library; `broadsheet add` makes one", path=path))
        if asked.backup is not None:
            return _back_up(path, asked.backup)
        if asked.repair:
            return _repair(path)
        return _look(path, as_json=asked.json)
    except LibraryError as error:
        report(str(error))
        return 2


def _look(path: Path, *, as_json: bool) -> int:
    if as_json:
        return _look_as_json(path)
    from tui.library.checking import condition, problems

    found = condition(path)
    print(_row(_("library"), visible(str(path))))
    print(_row(_("schema"), f"{found.schema}{_age(found.schema, found.current)}"))
    print(_row(_("articles"), "?" if found.articles is None else number(found.articles)))
    print(_row(_("size"), _megabytes(found.size)))
    well = True
    for problem in problems(path):
        well = False
        print(_row(_("wrong"), visible(worded(problem))))
    print(_("all is well") if well else _("broadsheet doctor --repair saves what can be read"))
    return int(not well)


def _look_as_json(path: Path) -> int:
    from tui.library.checking import condition, problems

    found = condition(path)
    wrong = list(problems(path))
    known = terminal()
    told = {
        "library": str(path),
        **versions(),
        "schema": found.schema,
        "current_schema": found.current,
        "articles": found.articles,
        "bytes": found.size,
        "problems": wrong,
        "terminal": known._asdict() if known else None,
        "missing": {each.extra: each.missing for each in optional() if each.missing},
    }
    print(json.dumps(told))
    return int(bool(wrong))


def _tell_surroundings() -> None:
    """Print what the program runs in, one fact a line."""
    for name, version in versions().items():
        print(_row(name, version))
    known = terminal()
    if known is None:
        print(_row(_("terminal"), _("none: the output goes elsewhere")))
    else:
        for name, told in zip(_TERMINAL, known, strict=True):
            print(_row(_(name), visible(_(told))))
    for each in optional():
        lacks = _("installed")
        if each.missing:
            lacks = _("missing: {packages}", packages=", ".join(each.missing))
        print(_row(each.extra, f"{lacks} ({_(each.does)})"))


_TERMINAL: Final = (N_("terminal"), N_("colours"), N_("copying"), N_("pictures"))


def _row(name: str, told: str) -> str:
    return f"{name:<13} {told}" if language() == "fr" else f"{name:<11} {told}"


def _megabytes(size: int) -> str:
    whole, tenth = divmod(round(size / 1e5), 10)
    return _("{whole}.{tenth} MB", whole=number(whole), tenth=tenth)


def _age(schema: int, current: int) -> str:
    if schema < current:
        return _(", opening the library brings it to {current}", current=current)
    return (
        ""
        if schema == current
        else _(", newer than this program, which knows {current}", current=current)
    )


def _back_up(path: Path, target: Path) -> int:
    from tui.library.backup import back_up

    back_up(
        path,
        target,
        lambda done, all_: show(_("{done} of {all} pages", done=number(done), all=number(all_))),
    )
    show("")
    print(f"{visible(str(target))}: {_megabytes(target.stat().st_size)}")
    return 0


def _repair(path: Path) -> int:
    from tui.library.salvaging import salvage

    done = salvage(
        path,
        lambda count: (
            show(ngettext("{n} article", "{n} articles", count)) if count % 100 == 0 else None
        ),
    )
    show("")
    print(
        ngettext(
            "{n} article saved; the damaged file is {name}",
            "{n} articles saved; the damaged file is {name}",
            done.saved,
            name=visible(done.kept.name),
        )
    )
    for name in done.names:
        print(_("lost: {name}", name=visible(name)))
    return int(bool(done.lost))
