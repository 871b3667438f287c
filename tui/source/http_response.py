"""A web server's answer as archives keep it: from its bytes to the page in it.

The body may be sent in chunks and packed (RFC 9112, section 7; RFC 9110, section 8.4). Many tools
store it unpacked and leave the fields as they were, so a body that is not what a field says is
taken as it stands. Nothing is unpacked beyond a limit.
"""

import zlib
from dataclasses import dataclass
from importlib import import_module
from typing import Protocol

from tui.source.fields import fields_of

_ENDS = (b"\r\n\r\n", b"\n\n")
_GZIP = b"\x1f\x8b"
_MOST_CODINGS = 4
"""Codings on one another; servers use one."""

_LONGEST_SIZE = 18
"""Bytes of a chunk's size in hexadecimal, with what may stand around it."""


class BodyError(Exception):
    """A body that can't be had. The message is the reason."""


@dataclass(frozen=True, slots=True)
class Head:
    """The head of an answer."""

    status: int
    fields: dict[str, str]
    size: int
    """Bytes of the head; the body begins behind it."""


def read_head(data: bytes) -> Head | None:
    """Return the head at the beginning of `data`, None where it is no answer of a web server."""
    found = [(place + len(end), place) for end in _ENDS if (place := data.find(end)) >= 0]
    if not data.startswith(b"HTTP/") or not found:
        return None
    size, end = min(found)
    first, _, rest = data[:end].partition(b"\n")
    status = first.split()[1:2]
    if not status or not status[0].isdigit() or len(status[0]) > 3:
        return None
    return Head(int(status[0]), fields_of(rest), size)


def body_of(fields: dict[str, str], data: bytes, limit: int) -> bytes:
    """Return the page in the body `data`, at most `limit` bytes; raise `BodyError` without it."""
    if "chunked" in fields.get("transfer-encoding", "").lower():
        data = _joined(data)
    named = fields.get("content-encoding", "").lower().split(",")
    codings = [name for coding in named if (name := coding.strip()) not in ("", "identity")]
    if len(codings) > _MOST_CODINGS:
        raise BodyError("a page that is packed too often")
    for coding in reversed(codings):
        unpack = UNPACKERS.get(coding)
        if unpack is None:
            raise BodyError(f"a page packed in a way that is not read: {coding[:20]}")
        data = unpack(data, limit)
    return data


def _joined(data: bytes) -> bytes:
    """Join the chunks of a body as far as they go; `data` itself where it is in none."""
    parts: list[bytes] = []
    start = 0
    while (end := data.find(b"\n", start, start + _LONGEST_SIZE + _LONGEST_EXTENSION)) >= 0:
        digits = data[start:end].partition(b";")[0].strip()
        if not digits or len(digits) > _LONGEST_SIZE or digits.strip(_HEXADECIMAL):
            break
        size = int(digits, 16)
        if size == 0:
            return b"".join(parts)
        parts.append(data[end + 1 : end + 1 + size])
        start = end + 1 + size
        start += len(data[start : start + 2]) - len(data[start : start + 2].lstrip(b"\r\n"))
    return b"".join(parts) if parts else data


_HEXADECIMAL = b"0123456789abcdefABCDEF"
_LONGEST_EXTENSION = 1024
"""Bytes of a chunk's extensions."""


def _gzip(data: bytes, limit: int) -> bytes:
    return _inflated(data, zlib.MAX_WBITS | 16, limit) if data.startswith(_GZIP) else data


def _deflate(data: bytes, limit: int) -> bytes:
    """Unpack zlib's format, or the bare one that some servers send under the same name."""
    if data[:1] and data[0] & 0x0F == 8 and int.from_bytes(data[:2], "big") % 31 == 0:
        return _inflated(data, zlib.MAX_WBITS, limit)
    return _inflated(data, -zlib.MAX_WBITS, limit)


def _inflated(data: bytes, form: int, limit: int) -> bytes:
    """Unpack `data` as far as it is sound; as it stands where its beginning is not."""
    unpacker = zlib.decompressobj(form)
    parts: list[bytes] = []
    size = 0
    try:
        while data and not unpacker.eof:
            part = unpacker.decompress(data, _PIECE)
            size += len(part)
            if size > limit:
                raise BodyError(_TOO_LARGE)
            parts.append(part)
            data = unpacker.unconsumed_tail
    except zlib.error:
        return b"".join(parts) if size else data
    return b"".join(parts)


class _Decoder(Protocol):
    def process(self, data: bytes, output_buffer_limit: int) -> bytes: ...

    def is_finished(self) -> bool: ...


def _brotli(data: bytes, limit: int) -> bytes:
    """Unpack Brotli (RFC 7932), which the standard library can't."""
    try:
        library = import_module("brotli")
    except ImportError:
        raise BodyError("a page packed with Brotli: install the package “brotli”") from None
    decoder: _Decoder = library.Decompressor()
    parts: list[bytes] = []
    size = 0
    try:
        decoder.process(b"", output_buffer_limit=_PIECE)
    except TypeError:
        raise BodyError("a page packed with Brotli: its package must be 1.2 or newer") from None
    try:
        while not decoder.is_finished():
            part = decoder.process(data, output_buffer_limit=_PIECE)
            data = b""
            size += len(part)
            if size > limit:
                raise BodyError(_TOO_LARGE)
            if not part:
                break
            parts.append(part)
    except library.error:
        pass
    if not parts:
        raise BodyError("a page that can't be unpacked")
    return b"".join(parts)


_PIECE = 256 * 1024
_TOO_LARGE = "a page that is larger unpacked than is read"

UNPACKERS = {
    "gzip": _gzip,
    "x-gzip": _gzip,
    "deflate": _deflate,
    "br": _brotli,
}
"""Content codings (IANA, HTTP Content Coding Registry) that are read."""
