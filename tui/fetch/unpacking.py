"""Bodies that servers pack for the way, unpacked while they come.

Each coding is a generator from pieces to pieces: what it yields is about `PIECE` at most, so that
whoever counts them can stop a body that unpacks to more than is wanted. A body that is damaged or
cut off raises: half a feed must not be taken for all of it.
"""

import zlib
from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module
from itertools import chain
from typing import Any, Final

from tui.fetch.asking import FetchError

PIECE: Final = 64 * 1024
"""Bytes that are unpacked at once."""

_GZIP: Final = b"\x1f\x8b"
_WINDOW: Final = 23
"""Binary logarithm of the memory that Zstandard may ask for on the web (RFC 9659)."""
_DAMAGED: Final = "packed, and damaged"
_CUT: Final = "packed, and cut off before its end"

Pieces = Iterator[bytes]
Unpack = Callable[[Pieces], Pieces]


def unpacked(pieces: Pieces, coding: str) -> Pieces:
    """Yield what is in a body with this `Content-Encoding`; raises FetchError."""
    names = [name for word in coding.lower().split(",") if (name := word.strip())]
    names = [name for name in names if name != "identity"]
    if not names:
        return pieces
    if len(names) > 1:
        raise FetchError("packed more than once")
    unpack = _known().get(names[0])
    if unpack is None:
        raise FetchError(f"packed in a way that is not read: {names[0][:20]}")
    return unpack(pieces)


def accepted() -> str:
    """Return the codings that can be unpacked here, as a request names them."""
    return ", ".join(name for name in _known() if not name.startswith("x-"))


def _gzip(pieces: Pieces) -> Pieces:
    """Unpack gzip; what is not packed, though its server says so, is taken as it stands."""
    head, whole = _begun(pieces)
    return _inflated(whole, zlib.MAX_WBITS | 16) if head.startswith(_GZIP) else whole


def _deflate(pieces: Pieces) -> Pieces:
    """Unpack zlib's format, or the bare one that some servers send under the same name."""
    head, whole = _begun(pieces)
    zlibs = len(head) > 1 and head[0] & 0x0F == 8 and int.from_bytes(head[:2], "big") % 31 == 0
    return _inflated(whole, zlib.MAX_WBITS if zlibs else -zlib.MAX_WBITS)


def _begun(pieces: Pieces) -> tuple[bytes, Pieces]:
    """Return how a body begins, two bytes at least where it has so many, and all of it."""
    head = b""
    for piece in pieces:
        head += piece
        if len(head) > 1:
            break
    return head, chain([head] if head else [], pieces)


def _inflated(pieces: Pieces, form: int) -> Pieces:
    unpacker = zlib.decompressobj(form)
    fed = False
    for piece in pieces:
        rest, fed = piece, fed or bool(piece)
        while rest:
            if unpacker.eof:
                if not rest.startswith(_GZIP[:1]):
                    return
                unpacker = zlib.decompressobj(form)
            try:
                found = unpacker.decompress(rest, PIECE)
                yield found
                while len(found) == PIECE and not unpacker.unconsumed_tail:
                    found = unpacker.decompress(b"", PIECE)
                    yield found
            except zlib.error:
                raise FetchError(_DAMAGED) from None
            rest = unpacker.unconsumed_tail or unpacker.unused_data
    if fed and not unpacker.eof:
        raise FetchError(_CUT)


def _brotli(pieces: Pieces) -> Pieces:
    library = import_module("brotli")
    unpacker = library.Decompressor()
    try:
        for piece in pieces:
            found = unpacker.process(piece, output_buffer_limit=PIECE)
            yield found
            while not unpacker.can_accept_more_data() and not unpacker.is_finished():
                yield unpacker.process(b"", output_buffer_limit=PIECE)
            if unpacker.is_finished():
                return
    except library.error:
        raise FetchError(_DAMAGED) from None
    raise FetchError(_CUT)


def _zstandard(pieces: Pieces) -> Pieces:
    library = _zstandard_library()
    options = {library.DecompressionParameter.window_log_max: _WINDOW}
    unpacker = library.ZstdDecompressor(options=options)
    try:
        for piece in pieces:
            rest = piece
            while rest or not (unpacker.needs_input or unpacker.eof):
                if unpacker.eof:
                    unpacker = library.ZstdDecompressor(options=options)
                yield unpacker.decompress(rest, PIECE)
                rest = unpacker.unused_data if unpacker.eof else b""
    except library.ZstdError:
        raise FetchError(_DAMAGED) from None
    if not unpacker.eof:
        raise FetchError(_CUT)


def _zstandard_library() -> Any:  # noqa: ANN401 - one module under two names
    """Return Python's own module, which 3.14 has, or the package that brings it to older ones."""
    try:
        return import_module("compression.zstd")
    except ImportError:
        return import_module("backports.zstd")


@cache
def _known() -> dict[str, Unpack]:
    """Return the codings (IANA, HTTP Content Coding Registry) that can be unpacked here."""
    found: dict[str, Unpack] = {"gzip": _gzip, "x-gzip": _gzip, "deflate": _deflate}
    try:
        if hasattr(import_module("brotli").Decompressor, "can_accept_more_data"):
            found["br"] = _brotli
    except ImportError:
        pass
    try:
        _zstandard_library()
        found["zstd"] = _zstandard
    except ImportError:
        pass
    return found
