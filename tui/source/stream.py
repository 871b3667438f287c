"""A file of any size, read once from its beginning, with one piece of it in memory.

What is packed with gzip is unpacked on the way. Archives pack each record as a member of its own,
or all of them as one; a member that begins like a record ends whatever came before it, so that
damage to one record stays with it.
"""

import zlib
from collections import deque
from collections.abc import Callable
from typing import Protocol

Read = Callable[[int], bytes]
"""Reads at most so many bytes; nothing at the end."""

PIECE = 64 * 1024
"""Bytes that are read at a time."""

GZIP = b"\x1f\x8b\x08"
"""How a member of gzip begins (RFC 1952)."""

_FORMAT = zlib.MAX_WBITS | 16
"""gzip, as zlib is told."""


class _Content(Protocol):
    members: deque[tuple[int, int]]
    """Where records begin that are members of their own: in the content, and in the file."""

    damaged: list[int]
    """Where in the file members begin that can't be unpacked to their end."""

    def more(self) -> bytes:
        """Return the next bytes of the content; none at the end."""


class _Plain:
    """The bytes of a file as they stand."""

    def __init__(self, read: Read) -> None:
        self.read = read
        self.members: deque[tuple[int, int]] = deque()
        self.damaged: list[int] = []

    def more(self) -> bytes:
        return self.read(PIECE)


class _Unpacked:
    """The content of a file of gzip members; one that is damaged ends early."""

    def __init__(self, read: Read, opening: bytes) -> None:
        self.read = read
        self.opening = opening
        self.members: deque[tuple[int, int]] = deque()
        self.damaged: list[int] = []
        self.size = 0
        """Bytes of content so far."""
        self.raw = b""
        """Bytes of the file that wait to be unpacked."""
        self.place = 0
        """Where in the file `raw` begins."""
        self.member = zlib.decompressobj(_FORMAT)
        self.begun = 0
        """Where in the file the member begins."""
        self.fed = False
        """Whether any of the member was unpacked."""
        self.silent = True
        """Whether none of its content has come yet."""

    def more(self) -> bytes:
        while True:
            if self.member.eof or not (self.fed or GZIP.startswith(self.raw[: len(GZIP)])):
                self._seek_member()
            if not self.raw and not self._fill():
                self.damaged += [self.begun] if self.fed and self.silent else []
                self.fed = False
                return b""
            content = self._unpack()
            if content:
                return content

    def _begin(self) -> None:
        self.member = zlib.decompressobj(_FORMAT)
        self.begun = self.place
        self.fed = False
        self.silent = True

    def _fill(self) -> bool:
        piece = self.read(PIECE)
        self.raw += piece
        return bool(piece)

    def _unpack(self) -> bytes:
        before = len(self.raw)
        try:
            content = self.member.decompress(self.raw, PIECE)
        except zlib.error:
            self.damaged.append(self.begun)
            self._seek_member(0 if self.fed else 1)
            return b""
        self.fed = True
        self.raw = self.member.unconsumed_tail or self.member.unused_data
        self.place += before - len(self.raw)
        if content and self.silent:
            self.silent = False
            if content.startswith(self.opening[: len(content)]):
                self.members.append((self.size, self.begun))
        self.size += len(content)
        return content

    def _seek_member(self, start: int = 0) -> None:
        """Go on at what looks like the beginning of a member, `start` bytes from here or later."""
        while (found := self.raw.find(GZIP, start)) < 0:
            drop = max(0, len(self.raw) - len(GZIP) + 1)
            self.place += drop
            self.raw = self.raw[drop:]
            start = max(0, start - drop)
            if not self._fill():
                found = len(self.raw)
                break
        self.place += found
        self.raw = self.raw[found:]
        self._begin()


class Stream:
    """The content of a file as it comes, looked at from its beginning on."""

    def __init__(self, read: Read, opening: bytes, *, packed: bool) -> None:
        self._content: _Content = _Unpacked(read, opening) if packed else _Plain(read)
        self._buffer = b""
        self._offset = 0
        """Where in the content the buffer begins."""
        self._member: tuple[int, int] | None = None
        """The last member of its own that was reached."""

    @property
    def place(self) -> int:
        """Where this is in the file, in bytes; in its content, where all of that is one member."""
        self._pass_members()
        if self._member is not None and self._member[0] == self._offset:
            return self._member[1]
        return self._offset

    def damaged(self) -> list[int]:
        """Return where members begin that were found damaged since this was asked last."""
        found = self._content.damaged[:]
        self._content.damaged.clear()
        return found

    def peek(self, size: int) -> bytes:
        """Return the next `size` bytes, fewer at the end or where another record begins."""
        parts = [self._buffer]
        have = len(self._buffer)
        while have < size and (piece := self._content.more()):
            parts.append(piece)
            have += len(piece)
        self._buffer = b"".join(parts)
        return self._buffer[: min(size, self._room())]

    def take(self, size: int) -> bytes:
        """Return what `peek` does, and go on behind it."""
        found = self.peek(size)
        self._buffer = self._buffer[len(found) :]
        self._offset += len(found)
        return found

    def skip(self, size: int) -> int:
        """Go on by `size` bytes; return how many are missing, as `peek` would miss them."""
        while size > 0:
            wanted = min(size, PIECE)
            found = len(self.take(wanted))
            size -= found
            if found < wanted:
                break
        return size

    def seek(self, opening: bytes) -> bool:
        """Go to the next line that begins with `opening`, or the next member of its own."""
        mark = b"\n" + opening
        while found := self.peek(PIECE):
            place = found.find(mark)
            if place >= 0:
                self.skip(place + 1)
                return True
            self.skip(max(1, len(found) - len(mark)) if len(found) == PIECE else len(found))
            if self._at_member():
                return True
        return False

    def next_member(self) -> bool:
        """Say whether a record that is a member of its own begins here."""
        return self._at_member()

    def _room(self) -> int:
        """Return how many bytes of the buffer come before another member of its own."""
        self._pass_members()
        members = self._content.members
        return members[0][0] - self._offset if members else len(self._buffer)

    def _at_member(self) -> bool:
        self._pass_members()
        return self._member is not None and self._member[0] == self._offset

    def _pass_members(self) -> None:
        members = self._content.members
        while members and members[0][0] <= self._offset:
            self._member = members.popleft()
