"""Folders, walked in name order: what an article may be in, and none of what goes with it.

Hidden entries, the companion folder of a saved page and binary files are passed over quietly, for
the user did not name them. No folder is entered twice, so links that form a loop end.
"""

import os
import re
import stat
from collections.abc import Iterator

from tui.model import Failure
from tui.source.archives import packs_pages
from tui.source.binary import looks_binary
from tui.source.files import printable_path, reason_of

_SAVED_PAGE = re.compile(r"(.+)\.x?html?$", re.IGNORECASE | re.DOTALL)
_COMPANION = re.compile(
    r"(.+)[_-](?:files|fichiers|dateien|archivos|file|bestanden|ficheiros)$",
    re.IGNORECASE | re.DOTALL,
)
"""The folder a browser saves beside "X.html": "X_files", in some in the user's language."""

_HEAD = 8192
"""How many bytes tell text from binary, and an archive of pages from both."""


def article_files(path: str) -> Iterator[str | Failure]:
    """Yield every article file below `path`; a folder without any is a `Failure`."""
    empty = True
    for file in files_below(path, set()):
        if isinstance(file, Failure) or not _passed_over(file):
            empty = False
            yield file
    if empty:
        yield Failure(printable_path(path), "no file to read in this folder")


def files_below(folder: str, seen: set[tuple[int, int]]) -> Iterator[str | Failure]:
    """Yield the paths of the files below `folder`, depth first."""
    waiting = [folder]
    while waiting:
        path = waiting.pop()
        try:
            status = os.stat(path)  # noqa: PTH116 - a pathlib.Path would rewrite the name given
            if not stat.S_ISDIR(status.st_mode):
                if stat.S_ISREG(status.st_mode):
                    yield path
                continue
            place = (status.st_dev, status.st_ino)
            if place not in seen:
                seen.add(place)
                names = reversed(_entries(path))
                waiting += [os.path.join(path, name) for name in names]  # noqa: PTH118
        except OSError as error:
            yield Failure(printable_path(path), reason_of(error))


def _entries(folder: str) -> list[str]:
    """Return the names in `folder` that may matter, sorted."""
    names = [name for name in os.listdir(folder) if not name.startswith(".")]  # noqa: PTH208
    pages = {found[1] for name in names if (found := _SAVED_PAGE.match(name))}
    return sorted(name for name in names if not _is_companion(name, pages))


def _is_companion(name: str, pages: set[str]) -> bool:
    found = _COMPANION.match(name)
    return found is not None and found[1] in pages


def _passed_over(path: str) -> bool:
    """Say whether the file is binary; one that can't be opened is left to the reader to report."""
    try:
        with open(path, "rb") as file:  # noqa: PTH123
            head = file.read(_HEAD)
            return looks_binary(head) and not packs_pages(head)
    except OSError:
        return False
