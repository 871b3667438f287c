"""Picture files for tests, made byte by byte, so that making them takes no decoder."""

import struct
import zlib

RED, BLUE = (255, 0, 0), (0, 0, 255)


def png(wide: int, high: int, colours=(RED, BLUE), said: tuple[int, int] | None = None) -> bytes:
    """A PNG file whose upper half has the first colour and whose lower half the second.

    `said` is the size that its head says it has, where that is another.
    """
    rows = b"".join(b"\0" + bytes(colours[y * len(colours) // high]) * wide for y in range(high))
    head = struct.pack(">IIBBBBB", *(said or (wide, high)), 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + _chunk(b"IHDR", head)
        + _chunk(b"IDAT", zlib.compress(rows))
        + _chunk(b"IEND", b"")
    )


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
