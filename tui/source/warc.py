"""Web archives: the pages of a WARC file, versions 1.0 and 1.1 (ISO 28500), one by one.

A crawl keeps thousands of pictures, scripts and redirects beside its pages; they are passed over
without a word. The file may be of any size: one record is held at a time. A record that is damaged
or too large is a `Failure` with its place, and the next one is looked for; a file that is cut off
is one `Failure` at its end.

The standard tool, warcio, gives up at the first damaged record and refuses a file that is packed
as a whole (tried with 1.8.1), so the records are read here.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tui.model import Failure
from tui.source.document import Document
from tui.source.fields import LONGEST_HEAD, PAGES, fields_of, media_type_of
from tui.source.http_response import BodyError, Head, body_of, read_head
from tui.source.stream import PIECE, Read, Stream

OPENING = b"WARC/"
"""How every record begins."""

_VERSION = re.compile(rb"WARC/[0-9]\.[0-9]{1,2}\r?\n")
_HEAD_END = re.compile(rb"\r?\n\r?\n")
_BLANK = b"\r\n"
_DATE = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2})(?:\.[0-9]{1,9})?Z")
_OK = 200

_MOST_DAMAGE = 100
"""Damaged records that are told one by one; then it is no archive any more."""

_LONGEST_NUMBER = 15
"""Digits of a record's length: a petabyte."""


@dataclass(frozen=True, slots=True)
class _Record:
    """The head of one record."""

    place: int
    fields: dict[str, str]
    length: int


class _DamagedError(Exception):
    """No record begins here, or one whose head can't be read."""


class _CutError(Exception):
    """The file ends inside a record."""


def read_warc(read: Read, origin: str, *, packed: bool, limit: int) -> Iterator[Document | Failure]:
    """Yield the pages of the archive whose bytes `read` gives, none larger than `limit` bytes.

    A page's origin is the archive's with the place of its record behind a colon, in bytes, as the
    indexes of archives name it.
    """
    stream = Stream(read, OPENING, packed=packed)
    told: set[int] = set()
    empty = True
    while _pass_blank(stream):
        place = stream.place
        yield from _told(stream.damaged(), told, origin)
        if len(told) > _MOST_DAMAGE:
            yield Failure(f"{origin}:{place}", "too much damage: the rest was not read")
            return
        try:
            record = _record(stream)
            left, found = _page(stream, record, f"{origin}:{place}", limit)
            if stream.skip(left):
                raise _shortage(stream)
            if found is not None:
                empty = False
                yield found
        except _CutError:
            yield Failure(f"{origin}:{place}", "the archive is cut off in this record")
            return
        except _DamagedError:
            yield from _told([place], told, origin)
            passed = stream.place != place and stream.peek(len(OPENING)) == OPENING
            if not passed and not stream.seek(OPENING):
                break
    yield from _told(stream.damaged(), told, origin)
    if empty and not told:
        yield Failure(origin, "no page in this web archive")


def _shortage(stream: Stream) -> Exception:
    """Return why a record is shorter than it says: another one begins here, or the file ends."""
    return _DamagedError() if stream.peek(1) else _CutError()


def _told(places: list[int], told: set[int], origin: str) -> Iterator[Failure]:
    """Yield a failure for each damaged place that was not told yet."""
    for place in places:
        if place not in told and len(told) <= _MOST_DAMAGE:
            told.add(place)
            yield Failure(f"{origin}:{place}", "a damaged record of the archive")


def _pass_blank(stream: Stream) -> bool:
    """Go past the blank lines behind a record; False at the end of the file."""
    while head := stream.peek(PIECE):
        blank = len(head) - len(head.lstrip(_BLANK))
        if not blank:
            return True
        stream.take(blank)
    return False


def _record(stream: Stream) -> _Record:
    """Read the head of a record."""
    place = stream.place
    head = stream.peek(LONGEST_HEAD)
    end = _HEAD_END.search(head)
    if not _VERSION.match(head) or not end:
        cut = end is None and len(head) < LONGEST_HEAD and head.startswith(OPENING[: len(head)])
        raise _CutError if cut and not _member_follows(stream, len(head)) else _DamagedError
    stream.take(end.end())
    fields = fields_of(head[: end.start()].partition(b"\n")[2])
    length = fields.get("content-length", "")
    if not length.isascii() or not length.isdigit() or len(length) > _LONGEST_NUMBER:
        raise _DamagedError
    return _Record(place, fields, int(length))


def _member_follows(stream: Stream, size: int) -> bool:
    """Say whether another member begins behind the next `size` bytes; they are passed."""
    stream.skip(size)
    return stream.next_member()


def _page(
    stream: Stream, record: _Record, origin: str, limit: int
) -> tuple[int, Document | Failure | None]:
    """Return the bytes of the record that are left, and the page in it or why there is none."""
    kind = record.fields.get("warc-type", "").lower()
    media_type = record.fields.get("content-type", "")
    head = Head(_OK, {"content-type": media_type}, 0)
    if kind == "response" and media_type_of(media_type) == "application/http":
        answer = read_head(stream.peek(min(record.length, LONGEST_HEAD)))
        if answer is None:
            return record.length, None
        head = answer
    elif kind != "resource":
        return record.length, None
    identified = record.fields.get("warc-identified-payload-type", "")
    media_type = head.fields.get("content-type", "") or identified
    if head.status != _OK or media_type_of(media_type) not in PAGES:
        return record.length, None
    if record.length > limit:
        return record.length, Failure(origin, "a page larger than is read")
    data = stream.take(record.length)
    if len(data) < record.length:
        raise _shortage(stream)
    try:
        body = body_of(head.fields, data[head.size :], limit)
    except BodyError as error:
        return 0, Failure(origin, str(error))
    uri = record.fields.get("warc-target-uri", "").strip("<>")
    date = _DATE.fullmatch(record.fields.get("warc-date", ""))
    fetched = f"{date[1]}+00:00" if date else None
    return 0, Document(body, origin, media_type, fetched, uri or None, one_of_many=True)
