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

HELP: Final = """\
Looks at the library and changes nothing, says what is wrong in it, and how old its tables are; and
in what the program runs: versions, what the terminal can do as far as its variables tell, and what
is optional and missing.
  --backup FILE  copies the library into a new file, also while it is read and written
  --repair       makes the library anew from every article that can be read, with what you marked,
                 saved and put right; the damaged file stays beside it. Close the reader first.
Exit code: 0 all is well, or done; 1 something is wrong, or was lost; 2 there is no library to look
at, or something cannot be written.
"""


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
            raise LibraryError(f"{path}: no such library; `broadsheet add` makes one")
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
    print(f"library     {visible(str(path))}")
    print(f"schema      {found.schema}{_age(found.schema, found.current)}")
    print(f"articles    {'?' if found.articles is None else f'{found.articles:,}'}")
    print(f"size        {found.size / 1e6:,.1f} MB")
    well = True
    for problem in problems(path):
        well = False
        print(f"wrong       {visible(problem)}")
    print("all is well" if well else "broadsheet doctor --repair saves what can be read")
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
    for name, number in versions().items():
        print(f"{name:<11} {number}")
    known = terminal()
    if known is None:
        print("terminal    none: the output goes elsewhere")
    else:
        for name, told in zip(("terminal", "colours", "copying", "pictures"), known, strict=True):
            print(f"{name:<11} {visible(told)}")
    for each in optional():
        lacks = f"missing: {', '.join(each.missing)}" if each.missing else "installed"
        print(f"{each.extra:<11} {lacks} ({each.does})")


def _age(schema: int, current: int) -> str:
    if schema < current:
        return f", opening the library brings it to {current}"
    return "" if schema == current else f", newer than this program, which knows {current}"


def _back_up(path: Path, target: Path) -> int:
    from tui.library.backup import back_up

    back_up(path, target, lambda done, all_: show(f"{done:,} of {all_:,} pages"))
    show("")
    print(f"{visible(str(target))}: {target.stat().st_size / 1e6:,.1f} MB")
    return 0


def _repair(path: Path) -> int:
    from tui.library.salvaging import salvage

    done = salvage(path, lambda count: show(f"{count:,} articles") if count % 100 == 0 else None)
    show("")
    print(f"{done.saved:,} articles saved; the damaged file is {visible(done.kept.name)}")
    for name in done.names:
        print(f"lost: {visible(name)}")
    return int(bool(done.lost))
