"""A library's file: made, recognised, and opened for writing or, where that is all, for reading.

A file that is no library, or a newer one, is refused as it is found: it is looked at through a
read-only connection first. The file itself is never opened but through SQLite, whose locks would be
lost when another handle on it is closed (https://sqlite.org/howtocorrupt.html, section 2.2).
"""

import os
import sqlite3
import time
from functools import partial
from pathlib import Path
from sqlite3 import Connection
from typing import Final, Literal

from tui.library import connections
from tui.library.connections import FileConnections, primary_code, reported
from tui.library.interface import LibraryError
from tui.library.schema import VERSION, migrate, version_of

MINIMUM_SQLITE: Final = (3, 35, 0)
"""RETURNING (3.35) is the youngest feature in use."""

_Mode = Literal["ro", "rw", "immutable"]

_EFFECTIVE_IDS: Final = os.access in os.supports_effective_ids


def open_file(path: Path) -> FileConnections:
    """Open the library at `path`, made if need be; raises LibraryError with one line about it."""
    if sqlite3.sqlite_version_info < MINIMUM_SQLITE:
        wanted = ".".join(map(str, MINIMUM_SQLITE))
        raise LibraryError(f"{path}: needs SQLite {wanted}, this is {sqlite3.sqlite_version}")
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        _make(path)
        size = path.stat().st_size
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise LibraryError(f"{path}: {reason}") from error
    if not path.is_file():
        raise LibraryError(f"{path}: not a file")
    if not _allows(path, os.R_OK):
        raise LibraryError(f"{path}: permission denied")
    with reported(str(path)):
        return _opened(path, size)


def read_only(path: Path) -> Connection:
    """Return a connection that looks at the file as it is; raises sqlite3.Error."""
    return _connect(path, _reading_mode(path))


def _make(path: Path) -> None:
    """Make an empty file that its owner alone may read, where there is nothing."""
    if not path.exists():
        try:
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        except FileExistsError:
            return


def _allows(path: Path, mode: int) -> bool:
    return os.access(path, mode, effective_ids=_EFFECTIVE_IDS)


def _opened(path: Path, size: int) -> FileConnections:
    writable = _allows(path, os.W_OK) and _allows(path.parent, os.W_OK | os.X_OK)
    version = _recognised(path, writable) if size else 0
    if writable:
        return FileConnections(str(path), partial(_reader, path, "ro"), _writer(path))
    if version != VERSION:
        raise LibraryError(f"{path}: cannot be written, and must be: it is not up to date")
    return FileConnections(str(path), partial(_reader, path, _reading_mode(path)), None)


def _recognised(path: Path, writable: bool) -> int:
    """Return the schema version of the library at `path`; raises LibraryError for anything else."""
    try:
        version = _look(path, _reading_mode(path))
    except sqlite3.OperationalError as error:
        # A crash may have left a journal, which only a connection that may write can roll back.
        if not writable or primary_code(error) == sqlite3.SQLITE_BUSY:
            raise
        version = _look(path, "rw")
    if version is None:
        raise LibraryError(f"{path}: not a Broadsheet library")
    if version > VERSION:
        raise LibraryError(f"{path}: made by a newer version of Broadsheet; update to open it")
    return version


def _look(path: Path, mode: _Mode) -> int | None:
    connection = _connect(path, mode)
    try:
        return version_of(connection)
    finally:
        connection.close()


def _reading_mode(path: Path) -> _Mode:
    """Return how to open `path` to read: beside a file in WAL, SQLite wants to write."""
    if _allows(path.parent, os.W_OK | os.X_OK) or path.with_name(path.name + "-wal").exists():
        return "ro"
    return "immutable"


def _connect(path: Path, mode: _Mode) -> Connection:
    options = "mode=ro&immutable=1" if mode == "immutable" else f"mode={mode}"
    return sqlite3.connect(
        f"{path.absolute().as_uri()}?{options}",
        uri=True,
        timeout=connections.BUSY_SECONDS,
        isolation_level=None,
        check_same_thread=False,
    )


def _reader(path: Path, mode: _Mode) -> Connection:
    connection = _connect(path, mode)
    connection.execute("PRAGMA query_only = ON")
    connection.execute("PRAGMA temp_store = MEMORY")
    return connection


def _writer(path: Path) -> Connection:
    connection = _connect(path, "rw")
    try:
        migrate(connection)
        _use_wal(connection)
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA temp_store = MEMORY")
        connection.execute("PRAGMA cache_size = -16000")
        connection.execute("PRAGMA journal_size_limit = 67108864")
    except BaseException:
        connection.close()
        raise
    return connection


def _use_wal(connection: Connection) -> None:
    """Switch to WAL; SQLite's busy handler does not cover this, so another opener is waited for."""
    end = time.monotonic() + connections.BUSY_SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL").fetchone()
        except sqlite3.OperationalError as error:
            if primary_code(error) != sqlite3.SQLITE_BUSY or time.monotonic() > end:
                raise
            time.sleep(0.02)
        else:
            return
