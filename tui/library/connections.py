"""Who holds the database when: readers and one writer, in a file or in memory.

A read sees one state of the library throughout; a write is one transaction. In a file (WAL) readers
never wait for the writer, each has a connection of its own while it reads, and the writer's lock is
held for one transaction. In memory there is a single connection, and the lock is held just as long.
Every `sqlite3.Error` leaves here as a LibraryError of one line that names the file.
"""

import sqlite3
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from sqlite3 import Connection
from threading import Lock
from typing import Final, Protocol

from tui.library.interface import LibraryError
from tui.library.schema import migrate

BUSY_SECONDS: Final = 5.0
"""How long another process may hold the library before we give up."""

_REASONS: Final = {
    sqlite3.SQLITE_BUSY: "in use by another program; try again when that one is done",
    sqlite3.SQLITE_LOCKED: "in use by another program; try again when that one is done",
    sqlite3.SQLITE_NOTADB: "not a Broadsheet library",
    sqlite3.SQLITE_READONLY: "cannot be written: it is read-only",
    sqlite3.SQLITE_FULL: "cannot be written: the disk is full",
    sqlite3.SQLITE_IOERR: "cannot be read or written: the disk fails, or allows no more",
    sqlite3.SQLITE_CANTOPEN: "cannot be opened",
    sqlite3.SQLITE_CORRUPT: "damaged",
    sqlite3.SQLITE_PERM: "permission denied",
}
"""What SQLite's primary result codes mean to the user (https://sqlite.org/rescode.html)."""

_NO_MODULE: Final = "no such module: fts5"
_NO_SEARCH: Final = "needs a Python whose SQLite has full-text search (FTS5)"


class Connections(Protocol):
    """The way to a library's database."""

    name: str
    """The file, as the user named it."""
    batch: int
    """How many articles one transaction may take without keeping readers waiting."""

    def read(self) -> AbstractContextManager[Connection]:
        """Give a connection that sees one state of the library."""

    def write(self) -> AbstractContextManager[Connection]:
        """Give a connection in a transaction: committed at the end, undone by an exception."""

    def close(self) -> None:
        """Let go of everything; what is asked for afterwards raises LibraryError."""


def primary_code(error: sqlite3.Error) -> int:
    """Return the result code of `error` without its details; 0 where SQLite gave none."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF


@contextmanager
def reported(name: str) -> Iterator[None]:
    """Turn what SQLite raises into one line about the library called `name`."""
    try:
        yield
    except sqlite3.Error as error:
        said = " ".join(str(error).split())
        reason = _NO_SEARCH if _NO_MODULE in said else _REASONS.get(primary_code(error), said)
        raise LibraryError(f"{name}: {reason}") from error


@contextmanager
def _transaction(connection: Connection, begin: str) -> Iterator[Connection]:
    connection.execute(begin)
    try:
        yield connection
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


class MemoryConnections:
    """A database in memory: one connection, one holder at a time."""

    name = "the library in memory"
    batch = 1

    def __init__(self) -> None:
        self._lock = Lock()
        self._connection = sqlite3.connect(
            ":memory:", isolation_level=None, check_same_thread=False
        )
        migrate(self._connection)

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """Give the connection to one reader."""
        with self._lock, reported(self.name):
            yield self._connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """Give the connection to one writer, in a transaction."""
        with self._lock, reported(self.name), _transaction(self._connection, "BEGIN") as held:
            yield held

    def close(self) -> None:
        """Forget the library."""
        with self._lock:
            self._connection.close()


class FileConnections:
    """A database in a file: readers from a pool, and the one writer where there may be one."""

    batch = 512

    def __init__(
        self, name: str, connect: Callable[[], Connection], writer: Connection | None
    ) -> None:
        """Take `connect`, which opens a reader, and the writer; None where one may only read."""
        self.name = name
        self._connect = connect
        self._writer = writer
        self._writing = Lock()
        self._idle: deque[Connection] = deque()
        self._closed = False

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """Give a reader of its own to each that asks at the same time."""
        self._refuse_closed()
        with reported(self.name):
            connection = self._take()
            try:
                with _transaction(connection, "BEGIN"):
                    yield connection
            finally:
                self._put_back(connection)

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """Give the writer to one at a time."""
        if self._writer is None:
            raise LibraryError(f"{self.name}: cannot be written: it is read-only")
        with self._writing:
            self._refuse_closed()
            with reported(self.name), _transaction(self._writer, "BEGIN IMMEDIATE") as held:
                yield held

    def close(self) -> None:
        """Close the idle readers and the writer; a reader at work is closed when it is done."""
        with self._writing:
            self._closed = True
            while self._idle:
                self._idle.pop().close()
            if self._writer is not None:
                self._writer.close()

    def _take(self) -> Connection:
        try:
            return self._idle.pop()
        except IndexError:
            return self._connect()

    def _put_back(self, connection: Connection) -> None:
        self._idle.append(connection)
        if self._closed:
            while self._idle:
                self._idle.pop().close()

    def _refuse_closed(self) -> None:
        if self._closed:
            raise LibraryError(f"{self.name}: closed")
