"""`broadsheet [PATH …]`: open the reader on the library, or on files without touching it."""

import gc
import os
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final, TextIO

from tui.cli.failures import report
from tui.words import _

if TYPE_CHECKING:
    from tui.intake import Intake
    from tui.settings.theme_file import Palette
    from tui.settings.values import Settings
    from tui.view.app import BroadsheetApp

SETTLED: Final = 0.4
"""Seconds after the first paint in which whoever knows the way has begun to go it."""


def read(
    paths: Sequence[str],
    library_path: Path | None,
    settings: "Settings",
    palette: "Palette | None" = None,
) -> int:
    """Open the reader and return when it is left; failures are told on standard error then.

    `palette` has the colours, where the theme is the user's own.
    """
    gc.disable()
    if not paths and not _is_terminal(sys.stdin):
        paths = ["-"]
    if not _is_terminal(sys.stdout):
        report(_("the reader needs a terminal; `broadsheet parse` prints to a pipe"))
        return 2
    missing = [path for path in paths if path != "-" and not os.path.lexists(path)]
    if paths and len(missing) == len(paths):
        for path in missing:
            report(_("{path}: no such file or folder", path=path or _("an empty name")))
        return 1
    if library_path is not None and not paths and not library_path.exists():
        report(
            _(
                "{library_path}: no such library; `broadsheet add --library` makes one",
                library_path=library_path,
            )
        )
        return 2
    if not _is_terminal(sys.__stderr__):
        sys.__stderr__ = sys.__stdout__  # type: ignore[misc]  # where Textual paints
    intake = _intake(paths) if paths else None
    try:
        if "-" in paths and not _took_keys_from_terminal():
            report(_("there is no terminal to take keys from, as the article comes from a pipe"))
            return 2
        return _show(intake, paths, library_path, settings, palette)
    finally:
        if intake is not None:
            intake.stop()


def read_served(
    paths: Sequence[str],
    library_path: Path | None,
    settings: "Settings",
    palette: "Palette | None" = None,
) -> int:
    """Open the reader where another program paints it and brings its keys."""
    gc.disable()
    intake = _intake(paths) if paths else None
    try:
        return _show(intake, paths, library_path, settings, palette)
    finally:
        if intake is not None:
            intake.stop()


def _intake(paths: Sequence[str]) -> "Intake":
    from tui.intake import Intake

    return Intake(paths)


def _is_terminal(stream: TextIO | None) -> bool:
    return stream is not None and stream.isatty()


def _show(
    intake: "Intake | None",
    paths: Sequence[str],
    file: Path | None,
    settings: "Settings",
    palette: "Palette | None",
) -> int:
    from tui.library import default_path, memory_library, open_library
    from tui.library.interface import LibraryError

    try:
        library = memory_library() if intake else open_library(file or default_path())
    except LibraryError as error:
        report(str(error))
        return 2
    from tui.view.app import BroadsheetApp

    alone = len(paths) == 1 and not Path(paths[0]).is_dir()
    started = partial(_started, shows_around=not paths or _are_samples(paths))
    app = BroadsheetApp(
        library, intake, alone=alone, settings=settings, palette=palette, started=started
    )
    try:
        app.run()
    finally:
        library.close()
    for failure in app.reader.failures:
        report(failure)
    return app.return_code or int(bool(app.reader.failures))


def _started(app: "BroadsheetApp", *, shows_around: bool) -> None:
    """Do what may come after the first paint."""
    _collect_garbage()
    if shows_around:
        app.set_timer(SETTLED, partial(_show_around, app))


def _show_around(app: "BroadsheetApp") -> None:
    from tui.view.doing.touring import first_tour

    first_tour(app.reader)


def _are_samples(paths: Sequence[str]) -> bool:
    """Say whether the articles that come with the program are to be read, and nothing else."""
    samples = Path(__file__).parents[2] / "samples"
    return len(paths) == 1 and Path(paths[0]).resolve() == samples


def _collect_garbage() -> None:
    """Look for garbage from here on, but not among what start-up made, which stays.

    Scanning that took 50 ms of the first paint, and 70 ms in the middle of a key; what painting
    leaves behind is looked through in small parts, 8 ms at once rather than 57 (measured).
    """
    gc.freeze()
    gc.set_threshold(5_000, 10, 1000)
    gc.enable()


def _took_keys_from_terminal() -> bool:
    """Let the keyboard be standard input again, after the article came through it."""
    try:
        terminal = os.open("/dev/tty", os.O_RDONLY)
    except OSError:
        return False
    os.dup2(terminal, 0)
    os.close(terminal)
    return True
