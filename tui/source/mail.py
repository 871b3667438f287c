"""Newsletters as mail programs keep them: mbox files and maildirs, each message a document of JSON.

A message is its subject, its sender and the page or text that it holds; pictures and attachments
are left where they are. The mail program's own files are only read.
"""

import json
import re
from collections.abc import Iterator
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parseaddr
from pathlib import PurePath
from typing import IO, Final

from tui.model import Failure
from tui.source.document import Document
from tui.source.mhtml import mail_body
from tui.source.spooled import TooLargeError, spooled
from tui.source.stream import Read

_FIELD: Final = re.compile(rb"[A-Za-z][A-Za-z0-9-]{0,60}:")
_START: Final = re.compile(rb"From \S{1,300} [^\r\n]{6,100}\r?\n")
"""The line before a message in an mbox (RFC 4155): the sender, and when it came."""
_ESCAPED: Final = re.compile(rb"^>(>*From )", re.MULTILINE)
"""How a line of a message is kept that would begin the next one."""
_SENT: Final = re.compile(rb"^(?:subject|date|message-id):", re.IGNORECASE | re.MULTILINE)
_FROM: Final = re.compile(rb"^from:", re.IGNORECASE | re.MULTILINE)
_FOLDERS: Final = ("cur", "new")
"""Where a maildir has its messages (https://cr.yp.to/proto/maildir.html)."""
_HEAD: Final = 16384
_LONGEST_LINE: Final = 1024 * 1024
_LONGEST_NAME: Final = 500
"""Code points of a subject and of a sender's name."""
_SEEN, _FLAGGED = 0x1, 0x4
"""Bits of X-Mozilla-Status, as Thunderbird writes it."""


def is_mbox(head: bytes) -> bool:
    """Say whether a file that begins with `head` is an mbox: its line, and a field below."""
    start = _START.match(head)
    return start is not None and _FIELD.match(head, start.end()) is not None


def is_maildir_message(path: str, head: bytes) -> bool:
    """Say whether a file stands in a maildir, and begins as a message does."""
    if PurePath(path).parent.name not in _FOLDERS or not _FIELD.match(head):
        return False
    return bool(_FROM.search(head[:_HEAD]) and _SENT.search(head[:_HEAD]))


def maildir_message(data: bytes, path: str, origin: str) -> Iterator[Document | Failure]:
    """Yield the message in a file of a maildir; none where it has been thrown away."""
    flags = PurePath(path).name.rpartition(":2,")[2] if ":2," in PurePath(path).name else ""
    if "T" not in flags:
        yield _message(data, origin, seen="S" in flags, flagged="F" in flags)


def read_mbox(read: Read, origin: str, limit: int) -> Iterator[Document | Failure]:
    """Yield the messages of the mbox that `read` gives; `limit` is the most bytes of one."""
    try:
        with spooled(read) as copy:
            for number, data in enumerate(_messages(copy, limit), 1):
                place = f"{origin}:{number}"
                if len(data) > limit:
                    yield Failure(place, f"larger than the limit of {limit // 1024 // 1024} MiB")
                else:
                    yield _message(_ESCAPED.sub(rb"\1", data), place)
    except TooLargeError as error:
        yield Failure(origin, str(error))


def _messages(copy: IO[bytes], limit: int) -> Iterator[bytes]:
    """Yield the bytes of each message, those of a large one up to just over `limit`."""
    lines: list[bytes] = []
    size, blank = 0, True
    copy.readline(_LONGEST_LINE)
    while line := copy.readline(_LONGEST_LINE):
        if blank and _START.match(line):
            yield b"".join(lines)
            lines, size = [], 0
        elif size <= limit:
            lines.append(line)
            size += len(line)
        blank = line in (b"\n", b"\r\n")
    yield b"".join(lines)


def _message(
    data: bytes, origin: str, *, seen: bool = False, flagged: bool = False
) -> Document | Failure:
    head, content, charset, is_page, sent = mail_body(data)
    if content is None:
        return Failure(origin, "a message without any text")
    bits = _bits(str(head.get("X-Mozilla-Status", "")))
    status = str(head.get("Status", "")), str(head.get("X-Status", ""))
    name, address = parseaddr(_words(head, "From"))
    archived = re.search(r"https?://[^\s<>]{1,2000}", str(head.get("Archived-At", "")))
    value = {
        "subject": _words(head, "Subject"),
        "sender": (name or address)[:_LONGEST_NAME],
        "published": sent,
        "url": archived[0] if archived else None,
        "seen": seen or "R" in status[0] or bool(bits & _SEEN),
        "flagged": flagged or "F" in status[1] or bool(bits & _FLAGGED),
        "content": _decoded(content, charset) if is_page else None,
        "plain": None if is_page else _decoded(content, charset),
    }
    return Document(json.dumps(value).encode(), origin)


def _bits(written: str) -> int:
    return int(written, 16) if re.fullmatch(r"[0-9a-fA-F]{1,8}", written) else 0


def _words(head: Message, name: str) -> str:
    """Return a field of the head as it is meant to be read (RFC 2047)."""
    written = " ".join(str(head.get(name, "")).split())[: 4 * _LONGEST_NAME]
    try:
        words = str(make_header(decode_header(written)))
    except (HeaderParseError, LookupError, ValueError):
        words = written
    return " ".join(words.split())[:_LONGEST_NAME]


def _decoded(content: bytes, charset: str | None) -> str:
    try:
        return content.decode(charset or "utf-8", "replace")
    except (LookupError, ValueError):
        return content.decode("utf-8", "replace")
