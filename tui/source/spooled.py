"""A file that has to be read in any order, as SQLite and zip do, copied to one of our own."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, Final

from tui.source.stream import PIECE, Read

LARGEST: Final = 1024 * 1024 * 1024
"""Bytes of a database or archive that is read."""


class TooLargeError(Exception):
    """More than `LARGEST` bytes; the message is the reason."""


@contextmanager
def spooled(read: Read) -> Iterator[IO[bytes]]:
    """Give a private copy of what `read` gives, gone when the block ends; raises TooLargeError.

    It has a name, is written out whole, and stands at its beginning.
    """
    with tempfile.NamedTemporaryFile(prefix="broadsheet-") as copy:
        size = 0
        while piece := read(PIECE):
            size += len(piece)
            if size > LARGEST:
                raise TooLargeError(f"larger than the limit of {LARGEST // 1024 // 1024} MiB")
            copy.write(piece)
        copy.flush()
        copy.seek(0)
        yield copy
