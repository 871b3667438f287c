"""Pages saved as MHTML (RFC 2557), with their pictures, as browsers write them: the page itself.

The file is a mail: parts between boundary lines, one of them the page. The parts are told apart by
their boundaries alone, so that no picture is ever unpacked, and a file that is cut off is read as
far as it goes.
"""

import binascii
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC
from email.message import Message
from email.parser import BytesHeaderParser
from email.utils import parsedate_to_datetime
from typing import NamedTuple

from tui.model import Failure
from tui.source.archives import BLANK
from tui.source.document import Document
from tui.source.fields import LONGEST_HEAD, PAGES

_BLANK_LINE = re.compile(rb"\r?\n\r?\n")
_DEEPEST = 4
"""Mails inside one another: a page in its alternative form, in what goes together with it."""

_MOST_PARTS = 10_000
"""Parts of one mail that are looked at."""

_ALPHABET = re.compile(rb"[^A-Za-z0-9+/]+")
"""What is none of the 64 characters (RFC 2045, section 6.8)."""


@dataclass(frozen=True, slots=True)
class _Part:
    """One part: its head, and where its body stands in the file."""

    head: Message
    start: int
    end: int

    def field(self, name: str) -> str:
        """Return a field of the head on one line, "" without it."""
        return " ".join(str(self.head.get(name, "")).split())


def read_mhtml(document: Document) -> Document | Failure:
    """Return the page that is saved in `document`."""
    data = document.data
    whole = _part(data, len(data) - len(data.lstrip(BLANK)), len(data))
    page = _page(data, whole)
    if page is None:
        return Failure(document.origin, "no page in this web archive")
    charset = page.head.get_content_charset()
    media_type = page.head.get_content_type() + (f"; charset={charset}" if charset else "")
    url = whole.field("Snapshot-Content-Location") or page.field("Content-Location")
    fetched = _date(whole.field("Date"))
    return Document(_content(data, page), document.origin, media_type, fetched, url or None)


class MailBody(NamedTuple):
    """What a message says."""

    head: Message
    content: bytes | None
    """The page or the text, unpacked; None where there is neither."""
    charset: str | None
    is_page: bool
    sent: str | None
    """When, as its head says, ISO 8601."""


def mail_body(data: bytes) -> MailBody:
    """Return the first page in a message, else its first text."""
    whole = _part(data, len(data) - len(data.lstrip(BLANK)), len(data))
    text: _Part | None = None
    for part in _leaves(data, whole):
        if part.head.get_content_disposition() == "attachment":
            continue
        kind = part.head.get_content_type()
        if kind in PAGES:
            return _body(data, whole, part, is_page=True)
        if text is None and kind == "text/plain":
            text = part
    return _body(data, whole, text, is_page=False)


def _body(data: bytes, whole: _Part, part: _Part | None, *, is_page: bool) -> MailBody:
    sent = _date(whole.field("Date"))
    if part is None:
        return MailBody(whole.head, None, None, is_page, sent)
    charset = part.head.get_content_charset()
    return MailBody(whole.head, _content(data, part), charset, is_page, sent)


def _page(data: bytes, whole: _Part) -> _Part | None:
    """Return the part that is the page: the one the head names, else the first of a page's type."""
    parts = _leaves(data, whole)
    first = None
    root = whole.head.get_param("start")
    identity = root.strip("<> ") if isinstance(root, str) else ""
    address = whole.field("Snapshot-Content-Location") or whole.field("Content-Location")
    for part in parts:
        if part.head.get_content_type() not in PAGES:
            continue
        first = first or part
        named = identity and part.field("Content-ID").strip("<> ") == identity
        located = not identity and address and part.field("Content-Location") == address
        if named or located or not (identity or address):
            return part
    return first


def _leaves(data: bytes, whole: _Part) -> Iterator[_Part]:
    """Yield the parts that hold no parts, in order, without recursion."""
    waiting = [(whole, 0)]
    for _ in range(_MOST_PARTS):
        if not waiting:
            return
        part, depth = waiting.pop()
        boundary = part.head.get_boundary() if depth < _DEEPEST else None
        if part.head.get_content_maintype() != "multipart" or not boundary:
            yield part
        else:
            waiting += [(inner, depth + 1) for inner in reversed(_split(data, part, boundary))]


def _split(data: bytes, part: _Part, boundary: str) -> list[_Part]:
    """Return the parts between the lines of `boundary`; the last may lack its end."""
    mark = re.escape(boundary.encode("utf-8", "surrogateescape"))
    line = re.compile(rb"\n--" + mark + rb"(--)?[ \t]*\r?(?:\n|\Z)")
    parts: list[_Part] = []
    start: int | None = None
    place = max(0, part.start - 1)
    while len(parts) < _MOST_PARTS and (found := line.search(data, place, part.end)):
        if start is not None:
            parts.append(_part(data, start, found.start()))
        start = found.end()
        place = start - 1
        if found[1]:
            return parts
    return parts if start is None else [*parts, _part(data, start, part.end)]


def _part(data: bytes, start: int, end: int) -> _Part:
    """Read the head of the part between two places."""
    found = _BLANK_LINE.search(data, start, min(end, start + LONGEST_HEAD))
    head_end, body = (
        (found.start(), found.end()) if found else (min(end, start + LONGEST_HEAD), end)
    )
    return _Part(BytesHeaderParser().parsebytes(data[start:head_end] + b"\n\n"), body, end)


def _content(data: bytes, part: _Part) -> bytes:
    """Return the body of a part, unpacked as its head says."""
    body = data[part.start : part.end]
    match part.field("Content-Transfer-Encoding").lower():
        case "quoted-printable":
            return binascii.a2b_qp(body)
        case "base64":
            letters = _ALPHABET.sub(b"", body)
            whole = letters[: len(letters) - (len(letters) % 4 == 1)]
            return binascii.a2b_base64(whole + b"=" * (-len(whole) % 4))
    return body


def _date(text: str) -> str | None:
    """Return the moment at which the page was saved, where the head gives it with its zone.

    "-0000" is the time of Greenwich, told by a program that keeps its own zone to itself (RFC 5322,
    section 3.3).
    """
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    if moment.tzinfo is None and text.endswith("-0000"):
        moment = moment.replace(tzinfo=UTC)
    return None if moment.tzinfo is None else moment.isoformat()
