"""The clipboard: what is copied goes to the terminal, and to the programs that hold clipboards.

A terminal takes it as OSC 52, also over a network, but need not and does not say; a program of the
desktop gets it on its standard input, without a shell, and has `PATIENCE` for it.
"""

import os
import shutil
import subprocess
from collections.abc import Mapping
from typing import Final, NamedTuple

PATIENCE: Final = 2.0
"""Seconds after which a program is left: they answer at once or wait for a desktop."""
MOST: Final = 74_994
"""Bytes that are handed to a terminal: xterm takes 100,000 characters of base64, head and end
counted, and others follow it."""


class _Program(NamedTuple):
    words: tuple[str, ...]
    wants: str
    """The variable that says that its desktop is there; "" where it needs none."""


PROGRAMS: Final = (
    _Program(("wl-copy",), "WAYLAND_DISPLAY"),
    _Program(("xclip", "-selection", "clipboard", "-in"), "DISPLAY"),
    _Program(("xsel", "--clipboard", "--input"), "DISPLAY"),
    _Program(("pbcopy",), ""),
)
"""In the order in which they are tried; of those for one desktop the first is enough."""


def hand_over(text: str, environment: Mapping[str, str] = os.environ) -> str:
    """Give `text` to the first program that takes it, and return its name; "" where none does."""
    for program in PROGRAMS:
        if program.wants and not environment.get(program.wants):
            continue
        path = shutil.which(program.words[0], path=environment.get("PATH"))
        if path is not None and _takes((path, *program.words[1:]), text):
            return program.words[0]
    return ""


def fits_terminal(text: str) -> bool:
    """Say whether a terminal may be given `text`."""
    return len(text.encode("utf-8", "replace")) <= MOST


def _takes(command: tuple[str, ...], text: str) -> bool:
    """Run a program that keeps what it reads; it goes on behind us, holding nothing of ours."""
    try:
        done = subprocess.run(  # noqa: S603  # a program of the table, by its path, no shell
            command,
            input=text.encode("utf-8", "replace"),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=PATIENCE,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0
