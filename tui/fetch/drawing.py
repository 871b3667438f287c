"""A picture made ready for the screen, in a process of its own that may take only so much.

The bytes come from anywhere, and decoders have had holes; so whoever decodes has nothing to lose:
it reads standard input, writes standard output, and is ended where it takes too long. Pillow is
imported here alone, by name where it is installed.
"""

import json
import queue
import re
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from io import BytesIO
from typing import Any, Final, Literal

from tui.fetch.apart import begun

Form = Literal["rgb", "png", "sixel"]

FORMATS: Final = ("JPEG", "PNG", "GIF", "WEBP")
"""What is decoded; Pillow knows forty more, and each is a decoder that may have holes."""
MOST_PIXELS: Final = 40_000_000
"""Pixels of a picture: twice what cameras of phones make, and 160 MB when unpacked."""
_MEMORY: Final = 1 << 30
"""Bytes of address space for the child, where the system has such a limit."""
_SECONDS: Final = 15
"""For decoding, by the clock and of the processor."""
_LOOK: Final = 0.05
"""Seconds between two looks whether somebody has had enough."""
_COLOURS: Final = 128
"""Colours of a sixel picture: terminals have 256 registers or more, and half are quicker."""

NOT_A_PICTURE: Final = "no picture that can be shown: JPEG, PNG, GIF or WebP"
TOO_LARGE: Final = "more than 40 million pixels"
ENDED: Final = "decoding it takes too much time or memory"


class DrawingError(Exception):
    """What cannot be drawn; the message is the reason, one line."""


@dataclass(frozen=True, slots=True)
class Frame:
    """The room there is on the screen."""

    columns: int
    rows: int
    cell: tuple[int, int]
    """Pixels of a cell, across and down; (1, 2) where each half of a cell is one."""
    form: Form


@dataclass(frozen=True, slots=True)
class Drawn:
    """A picture as it is put on the screen."""

    kind: str
    """Its format, as Pillow calls it."""
    size: tuple[int, int]
    """Pixels of the picture as it came."""
    drawn: tuple[int, int]
    """Pixels of what is put on the screen."""
    data: bytes
    """Three bytes a pixel, a PNG file or a sixel sequence, as the frame's form says."""


def can_draw() -> bool:
    """Say whether Pillow is installed."""
    return find_spec("PIL") is not None


def drawn(data: bytes, frame: Frame, stopped: Callable[[], bool] = lambda: False) -> Drawn:
    """Decode a picture and fit it into a frame, apart; raises DrawingError."""
    child = begun("tui.fetch.drawing")
    answers: queue.SimpleQueue[bytes] = queue.SimpleQueue()
    asked = {
        "columns": frame.columns,
        "rows": frame.rows,
        "cell": frame.cell,
        "form": frame.form,
    }
    said = json.dumps(asked).encode() + b"\n" + data

    def talk() -> None:
        answer = b""
        with suppress(OSError, ValueError):
            answer = child.communicate(said)[0]
        answers.put(answer)

    threading.Thread(target=talk, name="drawing apart", daemon=True).start()
    until = time.monotonic() + _SECONDS
    try:
        while time.monotonic() < until and not stopped():
            with suppress(queue.Empty):
                return _answer(answers.get(timeout=_LOOK))
        raise DrawingError(ENDED)
    finally:
        child.kill()
        child.wait()


def _answer(answer: bytes) -> Drawn:
    head, _, data = answer.partition(b"\n")
    try:
        told = json.loads(head)
    except ValueError:
        raise DrawingError(ENDED) from None
    if "reason" in told:
        raise DrawingError(str(told["reason"]))
    return Drawn(told["kind"], tuple(told["size"]), tuple(told["drawn"]), data)


# --- in the child


def serve() -> None:
    """Be the child: read what is asked for and a picture, write it as it is drawn."""
    head = json.loads(sys.stdin.buffer.readline())
    frame = Frame(head["columns"], head["rows"], tuple(head["cell"]), head["form"])
    data = sys.stdin.buffer.read()
    _take_only_so_much()
    try:
        found = draw(data, frame)
    except DrawingError as error:
        sys.stdout.buffer.write(json.dumps({"reason": str(error)}).encode() + b"\n")
        return
    told = {"kind": found.kind, "size": found.size, "drawn": found.drawn}
    sys.stdout.buffer.write(json.dumps(told).encode() + b"\n" + found.data)


def _take_only_so_much() -> None:
    with suppress(ImportError, OSError, ValueError, AttributeError):
        resource = import_module("resource")
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS))


def draw(data: bytes, frame: Frame) -> Drawn:
    """Decode the first picture in `data` and fit it into `frame`; raises DrawingError."""
    image: Any = import_module("PIL.Image")
    image.MAX_IMAGE_PIXELS = MOST_PIXELS
    try:
        picture = image.open(BytesIO(data), formats=FORMATS)
        size = picture.size
        if size[0] * size[1] > MOST_PIXELS:
            raise DrawingError(TOO_LARGE)
        fitted = _fitted(picture, frame)
    except image.DecompressionBombError:
        raise DrawingError(TOO_LARGE) from None
    except (OSError, ValueError, SyntaxError, EOFError, ArithmeticError, LookupError, TypeError):
        raise DrawingError(NOT_A_PICTURE) from None
    except MemoryError:
        raise DrawingError(ENDED) from None
    return Drawn(picture.format, size, fitted.size, _written(fitted, frame.form))


def _fitted(picture: Any, frame: Frame) -> Any:  # noqa: ANN401 - Pillow's, which may be missing
    """Return a picture upright, on white where it is transparent, and no larger than its frame."""
    image, turning = import_module("PIL.Image"), import_module("PIL.ImageOps")
    room = (frame.columns * frame.cell[0], frame.rows * frame.cell[1])
    picture.draft("RGB", (max(room), max(room)))
    upright = turning.exif_transpose(picture).convert("RGBA")
    upright.thumbnail(room, image.Resampling.LANCZOS)
    ground = image.new("RGBA", upright.size, (255, 255, 255, 255))
    ground.alpha_composite(upright)
    return ground.convert("RGB")


def _written(picture: Any, form: Form) -> bytes:  # noqa: ANN401
    if form == "rgb":
        return bytes(picture.tobytes())
    if form == "sixel":
        return sixel(picture)
    file = BytesIO()
    picture.save(file, "PNG")
    return file.getvalue()


_RUN: Final = re.compile(rb"(.)\1{3,}", re.DOTALL)


def sixel(picture: Any) -> bytes:  # noqa: ANN401
    """Return a picture as a sixel sequence (DEC VT340): six rows of pixels at a time, each colour
    of them in turn, runs written as their length."""
    reduced = picture.quantize(_COLOURS)
    wide, high = reduced.size
    pixels = reduced.tobytes()
    palette = reduced.getpalette()
    parts = [b'\x1bP0;1q"1;1;%d;%d' % (wide, high)]
    for number in sorted(set(pixels)):
        red, green, blue = (round(value * 100 / 255) for value in palette[3 * number :][:3])
        parts.append(b"#%d;2;%d;%d;%d" % (number, red, green, blue))
    for top in range(0, high, 6):
        rows: dict[int, bytearray] = {}
        for y in range(top, min(top + 6, high)):
            bit = 1 << (y - top)
            for x, number in enumerate(pixels[y * wide : (y + 1) * wide]):
                row = rows.get(number)
                if row is None:
                    row = rows[number] = bytearray(b"?" * wide)
                row[x] += bit
        for number, row in rows.items():
            line = _RUN.sub(lambda run: b"!%d%b" % (len(run[0]), run[1]), row.rstrip(b"?"))
            parts.append(b"#%d%b$" % (number, line))
        parts.append(b"-")
    return b"".join((*parts, b"\x1b\\"))
