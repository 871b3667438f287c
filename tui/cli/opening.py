"""How a command gets at the library, and what is told where it cannot."""

from collections.abc import Callable
from pathlib import Path

from tui.cli.failures import report
from tui.library import default_path, open_library
from tui.library.interface import Library, LibraryError
from tui.words import _


class NotThereError(Exception):
    """Something that was asked for is not in the library; the message is one line for the user."""


def on_library(path: Path | None, work: Callable[[Library], int]) -> int:
    """Do `work` on the library at `path`, the user's own by default, and return the exit code.

    1 where it asks for something that is not there, 2 where the library cannot be opened.
    """
    if path is not None and not path.exists():
        report(_("{path}: no such library; `broadsheet add --library` makes one", path=path))
        return 2
    try:
        library = open_library(path or default_path())
        try:
            return work(library)
        finally:
            library.close()
    except LibraryError as error:
        report(str(error))
        return 2
    except NotThereError as error:
        report(str(error))
        return 1
