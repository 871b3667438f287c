"""`broadsheet config`: what is set, where, and whether it can be used."""

import os
import sys
from pathlib import Path
from typing import Final, Literal

from tui.cli.failures import report
from tui.cli.settling import own_theme, settled, told
from tui.settings.file import SettingsError, begin, config_path
from tui.settings.values import Settings
from tui.words import N_, _, after_colon

HELP: Final = N_("""\
Settings stand in one TOML file: the one that --config names, else the variable BROADSHEET_CONFIG,
else broadsheet/config.toml in $XDG_CONFIG_HOME (~/.config). Without a file the defaults hold.
A theme of your own is a file of colours in the folder themes beside it: themes/mine.toml is "mine".
Under [keys] every action of the reader can be given other keys, by its name; --show lists them.
Exit code: 0 all is well; 1 the file cannot be used: a line says why for each mistake.
""")

Deed = Literal["show", "path", "check", "init"]


def config(deed: Deed, named: Path | None) -> int:
    """Do what was asked with the settings and return the exit code."""
    path, must_be = config_path(named)
    if deed == "path":
        sys.stdout.flush()
        sys.stdout.buffer.write(os.fsencode(path) + b"\n")
        return 0
    if deed == "init":
        return _begin(path)
    settings = settled(named)
    if settings is None:
        return 1
    try:
        own_theme(named, settings.theme)
    except SettingsError as error:
        return told(error)
    if deed == "check":
        there = must_be or path.exists()
        state = _("all is well") if there else _("no such file; the defaults hold")
        print(f"{path}{after_colon(state)}")
        return 0
    return _show(settings)


def _show(settings: Settings) -> int:
    from tui.library import default_path
    from tui.library.interface import LibraryError
    from tui.settings.writing import as_toml

    try:
        library = str(default_path())
    except LibraryError as error:
        report(str(error))
        return 1
    for line in as_toml(settings, library, os.cpu_count() or 1):
        print(line)
    return 0


def _begin(path: Path) -> int:
    from tui.settings.writing import template

    try:
        begin(path, template())
    except FileExistsError:
        report(_("{path}: there is one already", path=path))
        return 1
    except OSError as error:
        report(f"{path}: {error.strerror}")
        return 1
    print(path)
    return 0
