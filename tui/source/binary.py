"""Telling text from binary by the first bytes.

Text may be in any encoding, UTF-16 and UTF-32 with their many zero bytes included, and may hold a
stray control character; a binary file has a known signature or many of them.
"""

import codecs

_SIGNATURES = (
    b"%PDF-",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF87a",
    b"GIF89a",
    b"RIFF",
    b"BM\xff",
    b"PK\x03\x04",
    b"PK\x05\x06",
    b"\x1f\x8b",
    b"BZh",
    b"\xfd7zXZ\0",
    b"7z\xbc\xaf",
    b"\x28\xb5\x2f\xfd",
    b"Rar!\x1a",
    b"\x7fELF",
    b"MZ\x90",
    b"SQLite format 3\0",
    b"OggS",
    b"ID3",
    b"fLaC",
    b"wOFF",
    b"wOF2",
    b"\xd0\xcf\x11\xe0",
)
"""First bytes of documents, images, archives, sound, fonts, programs (IANA, file(1))."""

_WIDE_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""Byte-order marks; UTF-32 first, because its little-endian mark begins with that of UTF-16."""

_CONTROLS = bytes(set(range(0x20)) - set(b"\t\n\v\f\r\x1b")) + b"\x7f"
"""Bytes that text hardly ever holds; escape is left out for the logs of terminals."""

_SIGNIFICANT = 2048
"""How many bytes show the pattern of zero bytes that UTF-16 makes."""


def wide_encoding(head: bytes) -> str | None:
    """Return the UTF-16 or UTF-32 encoding that `head` is in, by its mark or its zero bytes."""
    for mark, encoding in _WIDE_MARKS:
        if head.startswith(mark):
            return encoding
    head = head[:_SIGNIFICANT]
    half = len(head) // 2
    if half < 2 or b"\0" not in head:
        return None
    even, odd = head[::2].count(0), head[1::2].count(0)
    if odd * 2 > half and even * 8 < half:
        return "utf-16-le"
    if even * 2 > half and odd * 8 < half:
        return "utf-16-be"
    return None


def looks_binary(head: bytes) -> bool:
    """Say whether a file that begins with `head` is no text."""
    if head.startswith(_SIGNATURES) or head[4:8] == b"ftyp":
        return True
    if wide_encoding(head):
        return False
    controls = len(head) - len(head.translate(None, _CONTROLS))
    return controls * (20 if b"\0" in head else 4) > len(head)
