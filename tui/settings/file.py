"""Where the settings are kept, and how they are read and begun."""

import os
from pathlib import Path
from typing import Final, NamedTuple

from tui.settings.values import DEFAULTS, Settings
from tui.words import _

VARIABLE: Final = "BROADSHEET_CONFIG"
"""The environment variable that names another file."""

LARGEST: Final = 1 << 16
"""Bytes that are read of it: ten times what it takes to set everything."""


class Problem(NamedTuple):
    """Why a file is no good, and where."""

    reason: str
    line: int | None = None
    """Counted from 1; None where it is about the whole file."""


class SettingsError(Exception):
    """Settings that cannot be used; each problem is a line for the user."""

    def __init__(self, path: Path, problems: list[Problem]) -> None:
        super().__init__(path, problems)
        self.path = path
        self.problems = problems

    def lines(self) -> list[str]:
        """Return a line for each problem, which names the file and the line."""
        return [
            f"{self.path}:{line}: {reason}" if line else f"{self.path}: {reason}"
            for reason, line in self.problems
        ]


def config_path(named: Path | None = None) -> tuple[Path, bool]:
    """Return where the settings are, and whether somebody named that file, so that it must be.

    `named` goes before the variable, that before `config.toml` in the user's folder of settings by
    the XDG base directory specification, which has relative paths ignored.
    """
    if named is not None:
        return named, True
    if chosen := os.environ.get(VARIABLE):
        return Path(chosen), True
    home = os.environ.get("XDG_CONFIG_HOME", "")
    folder = home if os.path.isabs(home) else os.path.expanduser("~/.config")  # noqa: PTH111, PTH117
    return Path(folder, "broadsheet", "config.toml"), False


def load(named: Path | None = None) -> Settings:
    """Return the user's settings; the defaults where there is no file.

    Raises SettingsError where the file cannot be read, or anything in it cannot be used.
    """
    path, must_be = config_path(named)
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except FileNotFoundError as error:
        if must_be:
            raise SettingsError(path, [Problem(_("no such file"))]) from error
        return DEFAULTS
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise SettingsError(path, [Problem(reason)]) from error
    if not content:
        return DEFAULTS
    if len(content) > LARGEST:
        raise SettingsError(path, [Problem(_("larger than {most} bytes", most=LARGEST))])
    from tui.settings.reading import settings_of

    settings, problems = settings_of(content)
    if problems:
        raise SettingsError(path, problems)
    return settings


def begin(path: Path, content: str) -> None:
    """Write a file of settings that only its owner can read, and the folders that it needs.

    Raises OSError, FileExistsError too: what is there is never written over.
    """
    missing = [folder for folder in path.absolute().parents if not folder.exists()]
    for folder in reversed(missing):
        folder.mkdir(mode=0o700)
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(content)
