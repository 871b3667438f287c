"""How pictures get onto a terminal: which way it knows, and the sequence that puts one there.

A terminal is judged by the variables that it sets, and never asked: an answer that comes late would
be typed into the reader. Half-blocks work everywhere.
"""

import os
import struct
import sys
from base64 import standard_b64encode
from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import Final, Literal

from tui.fetch.drawing import Drawn, Form, Frame

Way = Literal["kitty", "iterm", "sixel", "blocks", "none"]

FORMS: Final[Mapping[Way, Form]] = {"kitty": "png", "iterm": "png", "sixel": "sixel"}
"""What each way puts on the screen; half-blocks take plain pixels."""
_TERMS: Final[Mapping[str, Way]] = {
    "xterm-kitty": "kitty",
    "xterm-ghostty": "kitty",
    "foot": "sixel",
    "foot-extra": "sixel",
    "mlterm": "sixel",
}
"""Values of TERM, and what the manuals of these terminals say that they show."""
_PROGRAMS: Final[Mapping[str, Way]] = {
    "kitty": "kitty",
    "ghostty": "kitty",
    "iTerm.app": "iterm",
    "WezTerm": "iterm",
}
"""Values of TERM_PROGRAM."""
_USUAL_CELL: Final = (8, 16)
"""Pixels of a cell where the terminal does not say: smaller than most, so that pictures fit."""
_PIECE: Final = 4096
"""Bytes of a picture in one sequence (kitty's graphics protocol, "remote client")."""
NUMBER: Final = 7351
"""The number of our picture among those that kitty knows, to be deleted by."""

KITTY_GONE: Final = f"\x1b_Ga=d,d=I,i={NUMBER},q=2\x1b\\"
"""Takes our picture off the screen, and out of the terminal's memory."""


def way_of(wanted: str, *, web: bool, variables: Mapping[str, str] = os.environ) -> Way:
    """Return how a picture is shown, as the setting `wanted` says or as the terminal can."""
    if wanted == "none":
        return "none"
    if web or wanted == "blocks":
        return "blocks"
    named = next((way for way in FORMS if way == wanted), None)
    if named is not None:
        return named
    if variables.get("TMUX") or variables.get("STY"):
        return "blocks"
    found = _TERMS.get(variables.get("TERM", ""))
    return found or _PROGRAMS.get(variables.get("TERM_PROGRAM", ""), "blocks")


def frame_of(way: Way, columns: int, rows: int) -> Frame:
    """Return the room that a picture has on `columns` and `rows` of cells."""
    if way == "blocks":
        return Frame(columns, rows, (1, 2), "rgb")
    return Frame(columns, rows, _cell(), FORMS[way])


def _cell() -> tuple[int, int]:
    """Return the pixels of a cell, as the terminal told the system."""
    with suppress(ImportError, OSError, ValueError, AttributeError):
        import fcntl
        import termios

        for stream in (sys.__stdout__, sys.__stderr__):
            if stream is None or not stream.isatty():
                continue
            said = fcntl.ioctl(stream.fileno(), termios.TIOCGWINSZ, bytes(8))
            rows, columns, wide, high = struct.unpack("HHHH", said)
            if rows and columns and wide >= columns and high >= rows:
                return wide // columns, high // rows
    return _USUAL_CELL


def cells(picture: Drawn, frame: Frame) -> tuple[int, int]:
    """Return how many columns and rows a picture takes."""
    wide, high = picture.drawn
    return -(-wide // frame.cell[0]), -(-high // frame.cell[1])


def sequence(way: Way, picture: Drawn, frame: Frame) -> str:
    """Return what puts a picture where the cursor is. None of it comes from the page: the bytes are
    what our own child drew, in base64 or as sixels."""
    columns, rows = cells(picture, frame)
    if way == "sixel":
        return picture.data.decode("ascii")
    packed = standard_b64encode(picture.data).decode("ascii")
    if way == "kitty":
        return "".join(_kitty(packed, columns, rows))
    size = f"size={len(picture.data)};width={columns};height={rows}"
    return f"\x1b]1337;File=inline=1;{size};preserveAspectRatio=1;doNotMoveCursor=1:{packed}\x07"


def _kitty(packed: str, columns: int, rows: int) -> Iterator[str]:
    head = f"a=T,f=100,i={NUMBER},q=2,C=1,c={columns},r={rows},"
    for start in range(0, len(packed), _PIECE):
        more = int(start + _PIECE < len(packed))
        yield f"\x1b_G{head}m={more};{packed[start : start + _PIECE]}\x1b\\"
        head = ""
