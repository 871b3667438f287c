"""A copy of a library, made while others read and write it.

SQLite's own online backup copies pages and starts again where somebody wrote meanwhile
(https://sqlite.org/backup.html); so the copy is the library as it was at one moment.
"""

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Final

from tui.library.files import read_only
from tui.library.interface import LibraryError

_PAGES: Final = 2_000
"""Pages that are copied at once; a writer waits no longer than for these."""


def back_up(path: Path, target: Path, tell: Callable[[int, int], None]) -> None:
    """Copy the library at `path` to `target`, which must not be there yet.

    `tell` is called with the pages that are copied and with all of them. Raises LibraryError.
    """
    part = target.with_name(f".{target.name}.part")
    try:
        # Reserved first, and its owner's alone: nobody's file is ever written over.
        os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except OSError as error:
        raise LibraryError(f"{target}: {error.strerror}") from error
    try:
        os.close(os.open(part, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600))
        with closing(read_only(path)) as source, closing(sqlite3.connect(part)) as copy:
            source.backup(
                copy, pages=_PAGES, progress=lambda _, left, all_: tell(all_ - left, all_)
            )
        part.replace(target)
    except (sqlite3.Error, OSError) as error:
        target.unlink(missing_ok=True)
        reason = getattr(error, "strerror", None) or " ".join(str(error).split())
        raise LibraryError(f"{target}: {reason}") from error
    finally:
        part.unlink(missing_ok=True)
