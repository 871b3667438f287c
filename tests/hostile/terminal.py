"""The real program in a pseudo-terminal: keys go in, every byte that it writes comes out."""

import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import sys
import termios
from collections.abc import Iterator, Sequence
from contextlib import suppress

QUIET = 0.08
"""Seconds without a byte after which the screen is taken as painted."""
PATIENCE = 60
"""Seconds for the first byte and for the end, many times what they take."""
SIZE = (36, 110)
"""Lines and columns."""

ENTER, TAB, ESCAPE, LEAVE = b"\r", b"\t", b"\x1b", b"\x11"


def painted(arguments: Sequence[str], keys: Sequence[bytes]) -> tuple[str, int]:
    """Start the program, press `keys` one after the other and leave.

    Returns what it wrote to the terminal, which must be UTF-8, and its exit code.
    """
    here, there = pty.openpty()
    fcntl.ioctl(there, termios.TIOCSWINSZ, struct.pack("HHHH", *SIZE, 0, 0))
    child = subprocess.Popen(
        [sys.executable, "-m", "tui", *arguments],
        stdin=there,
        stdout=there,
        stderr=there,
        start_new_session=True,
        env=os.environ | {"TERM": "xterm-256color", "COLORTERM": "truecolor"},
    )
    os.close(there)
    said = bytearray()
    try:
        said += b"".join(_coming(here, first=PATIENCE))
        for key in (*keys, LEAVE):
            with suppress(OSError):
                os.write(here, key)
            said += b"".join(_coming(here, first=QUIET))
        said += b"".join(_coming(here, first=PATIENCE, until_end=True))
        code = child.wait(PATIENCE)
    finally:
        child.kill()
        child.wait()
        os.close(here)
    return said.decode(), code


def _coming(terminal: int, first: float, *, until_end: bool = False) -> Iterator[bytes]:
    """Yield what comes until nothing does, or the other side is closed."""
    wait = first
    while select.select([terminal], [], [], wait)[0]:
        try:
            piece = os.read(terminal, 65536)
        except OSError:
            return
        if not piece:
            return
        yield piece
        wait = first if until_end else QUIET


_STRING_END = "(?:\x1b\\\\|\x07)"
SEQUENCE = re.compile(
    "\x1b(?:"
    r"\[[0-?]*[ -/]*[@-~]"  # CSI: parameters, intermediates, final byte
    f"|[]PX^_][^\x1b\x07]*{_STRING_END}"  # strings: OSC, DCS, SOS, PM, APC
    r"|[ -/]*[0-Z\\`-~]"  # any other escape
    ")"
)
"""One control sequence (ECMA-48, 5.4 and 5.6; xterm lets BEL end a string)."""

EXPECTED = re.compile(
    "\x1b(?:"
    r"\[(?:0|(?:[1-9]|[34]8;2(?:;\d{1,3}){3})(?:;(?:[1-9]|[34]8;2(?:;\d{1,3}){3}))*)m"  # looks
    r"|\[\d+;\d+H"  # the cursor's place
    r"|\[\?(?:25|1000|1003|1004|1006|1015|1016|1049|2004|2026|2048|7)[hl]"  # modes
    r"|\[\?(?:2026|2048|1016)\$p"  # asking for one
    r"|\[(?:>\d+|<)u"  # the keyboard protocol
    f"|\\]22;[a-z-]*{_STRING_END}"  # the mouse pointer's shape
    f"|\\]8;[^;\x1b\x07]*;(?:https?://[!-~]*)?{_STRING_END}"  # links, to the web alone
    ")"
)
"""What the toolkit writes of its own: a list of what is allowed, not of what is dangerous."""

_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_INVISIBLE = re.compile(
    "[\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff0-\ufffb"
    "\U000e0000-\U000e007f]"
)
"""What turns the direction of a line, hides in it or breaks it."""


def unexpected(said: str) -> list[str]:
    """Return each thing in `said` that is neither a letter nor what the toolkit writes."""
    odd = [found[0] for found in SEQUENCE.finditer(said) if not EXPECTED.fullmatch(found[0])]
    words = SEQUENCE.sub("", said)
    odd += _CONTROLS.findall(words) + _INVISIBLE.findall(words)
    return [ascii(found) for found in dict.fromkeys(odd)]
