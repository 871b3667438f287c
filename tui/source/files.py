"""Single files and standard input, read whole up to a limit; archives of pages one page at a time.

Reading never blocks for ever and never fills the memory: devices, sockets and named pipes are
refused, and no more than `MAX_BYTES` of anything is held. A reason is one line and names no path,
because the `Failure` already does.
"""

import errno
import os
import stat
import sys
from collections.abc import Iterator

from tui.model import Failure
from tui.source.archives import is_warc, maildir_folder, page_of, unpacker, warc_pages
from tui.source.document import Document
from tui.source.stream import Read

MAX_BYTES = 64 * 1024 * 1024
"""The largest file that is read, in bytes: some hundred long pages, a year of a busy feed.

A WARC file may be larger, no page in it.
"""

_HEAD = 16384
"""Bytes that tell an archive from anything else."""

_DESCRIPTORS = ("/dev/fd/", "/proc/self/fd/", "/dev/stdin")
"""Pipes that the shell opened: "<(command)" has a writer, a plain FIFO may have none."""

_WEB = ("http://", "https://")
_ADDRESS = "an address, and no file; `broadsheet add` and `follow` fetch it"

_REASONS = {
    errno.ENOENT: "no such file",
    errno.ENOTDIR: "no such file",
    errno.EACCES: "permission denied",
    errno.EPERM: "permission denied",
    errno.ELOOP: "a symbolic link that leads back to itself",
    errno.ENAMETOOLONG: "the file name is too long",
}


def is_folder(path: str) -> bool:
    """Say whether `path` is a folder, or a link to one; a bad name is none."""
    return os.path.isdir(path)  # noqa: PTH112 - a pathlib.Path would rewrite the name given


def read_file(path: str) -> Iterator[Document | Failure]:
    """Read the regular file at `path`: one document, or each page of an archive."""
    origin = printable_path(path)
    try:
        descriptor = os.open(path, os.O_RDONLY | _NON_BLOCKING)
    except OSError as error:
        yield Failure(origin, _ADDRESS if path.startswith(_WEB) else reason_of(error))
        return
    except ValueError:
        yield Failure(origin, "not a file name: it holds a zero byte")
        return
    try:
        with os.fdopen(descriptor, "rb") as file:
            refusal = _refusal(path, os.fstat(descriptor).st_mode)
            if refusal:
                yield Failure(origin, refusal)
                return
            os.set_blocking(descriptor, True)
            if maildir_folder(path):
                yield from _read_message(file.read, path, origin)
            else:
                yield from _read(file.read, origin)
    except OSError as error:
        yield Failure(origin, reason_of(error))


def read_standard_input() -> Iterator[Document | Failure]:
    """Read standard input to its end."""
    origin = "<stdin>"
    if sys.stdin is None:
        yield Failure(origin, "standard input is closed")
        return
    try:
        yield from _read(sys.stdin.buffer.read, origin)
    except (OSError, ValueError) as error:
        yield Failure(origin, reason_of(error))


def _read(read: Read, origin: str) -> Iterator[Document | Failure]:
    """Read what `read` gives, as a stream where it is an archive of many pages."""
    head = read(_HEAD)
    if is_warc(head):
        yield from warc_pages(_after(head, read), head, origin, MAX_BYTES)
        return
    unpack = unpacker(head)
    if unpack is not None:
        yield from unpack(_after(head, read), origin, MAX_BYTES)
        return
    found = _bounded(head + read(MAX_BYTES + 1 - len(head)), origin)
    yield found if isinstance(found, Failure) else page_of(found)


def _read_message(read: Read, path: str, origin: str) -> Iterator[Document | Failure]:
    """Read a file in a folder of a maildir's, which may be any other file as well."""
    from tui.source.mail import is_maildir_message, maildir_message

    head = read(_HEAD)
    if not is_maildir_message(path, head):
        yield from _read(_after(head, read), origin)
        return
    found = _bounded(head + read(MAX_BYTES + 1 - len(head)), origin)
    if isinstance(found, Failure):
        yield found
    else:
        yield from maildir_message(found.data, path, origin)


def _after(head: bytes, read: Read) -> Read:
    """Return a reader that gives `head` and then what `read` gives."""
    waiting = [head]
    return lambda size: waiting.pop() if waiting else read(size)


def printable_path(path: str) -> str:
    """Return `path` as valid Unicode: a byte that is no UTF-8 becomes U+FFFD."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def reason_of(error: OSError | ValueError) -> str:
    """Say in a few words why reading failed."""
    if isinstance(error, OSError) and error.errno is not None:
        return _REASONS.get(error.errno, (error.strerror or "can't be read").lower())
    return "can't be read"


def _bounded(data: bytes, origin: str) -> Document | Failure:
    if len(data) > MAX_BYTES:
        return Failure(origin, f"larger than the limit of {MAX_BYTES // 1024 // 1024} MiB")
    return Document(data, origin)


def _refusal(path: str, mode: int) -> str | None:
    if stat.S_ISREG(mode):
        return None
    if stat.S_ISFIFO(mode):
        return None if path.startswith(_DESCRIPTORS) else 'a named pipe: use "-" and redirect it'
    return "a device or a socket, not a file"


_NON_BLOCKING = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
"""Opening a FIFO must not wait for its writer; both flags exist on some systems only."""
