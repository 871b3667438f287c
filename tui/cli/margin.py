"""Lines with words in a left margin, for a terminal of some width: cut, made safe, coloured.

All text of a page passes `visible` here, so that the only escape sequences in a line are the ones
of `SGR`. They say nothing that the margin does not say in words.
"""

import os
import sys
import unicodedata
from dataclasses import dataclass
from typing import Literal

from tui.layout.visible import is_plain, visible
from tui.layout.wrap import Grapheme, wrap

Colour = Literal["auto", "always", "never"]
Role = Literal["heading", "name", "kept", "dropped", "warning"]

SGR: dict[Role, str] = {
    "heading": "1",
    "name": "36",
    "kept": "32",
    "dropped": "33",
    "warning": "1;33",
}
"""Parameters of Select Graphic Rendition (ECMA-48, 8.3.117): bold, or one of the colours that every
terminal lets its user choose."""

MARGIN = 14
"""Cells of the margin with the gap behind it: the longest kind, "preformatted", and two."""

LEAST_WIDTH = 20
"""Cells below which lines are not cut any shorter: nothing could be told."""

_EMOJI_SELECTOR = "\ufe0f"
"""Makes the sign before it two cells wide, and so counts as the second of them."""


def coloured(wish: Colour) -> bool:
    """Return whether to colour standard output: as wished, else where a person looks at it.

    NO_COLOR, set to anything, says no (no-color.org), and so does a terminal that calls itself
    dumb.
    """
    if wish != "auto":
        return wish == "always"
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return not plain and sys.stdout.isatty()


@dataclass(frozen=True, slots=True)
class Margin:
    """Makes lines of at most `width` cells; none of them ends with a line feed."""

    width: int
    colour: bool = False
    names: int = MARGIN
    """Cells of the margin with its gap; never more than half of the line."""

    def heading(self, text: str) -> str:
        """Return a line that begins a part."""
        return self._painted(cut(text, self._width), "heading")

    def line(self, name: str, text: str, role: Role = "name") -> str:
        """Return one line: `name` in the margin, then as much of `text` as there is room for."""
        return self._named(name, cut(text, self._width - self._margin), role)

    def lines(self, name: str, text: str, role: Role = "name") -> list[str]:
        """Return the whole of `text` beside `name`, on as many lines as it takes."""
        text = visible(" ".join(text.split()))
        spans = wrap(text, self._width - self._margin, _graphemes)
        return [
            self._named("" if number else name, text[start:end], role)
            for number, (start, end) in enumerate(spans)
        ]

    @property
    def _width(self) -> int:
        return max(self.width, LEAST_WIDTH)

    @property
    def _margin(self) -> int:
        return min(self.names, self._width // 2)

    def _named(self, name: str, text: str, role: Role) -> str:
        shown = cut(name, self._margin - 2)
        gap = " " * (self._margin - cells(shown))
        return f"{self._painted(shown, role)}{gap}{text}".rstrip()

    def _painted(self, text: str, role: Role) -> str:
        return f"\x1b[{SGR[role]}m{text}\x1b[0m" if self.colour and text else text


def cut(text: str, width: int) -> str:
    """Return `text` on one line of at most `width` cells, safe to write, marked where it was cut.

    Spaces and line breaks become one space each.
    """
    whole = " ".join(text.split(None, width))
    shown = visible(whole[: 4 * width])
    if len(shown) == len(whole) and cells(shown) <= width:
        return shown
    end = room = 0
    for _, after, wide in _graphemes(shown):
        room += wide
        if room > width - 1:
            break
        end = after
    return shown[:end].rstrip() + "…"


def cells(text: str) -> int:
    """Return how many cells `text` takes, at most."""
    return len(text) if is_plain(text) else sum(wide for _, _, wide in _graphemes(text))


def _graphemes(text: str) -> list[Grapheme]:
    """Measure each character by itself: never less than a terminal takes, sometimes more."""
    return [(at, at + 1, _wide(character)) for at, character in enumerate(text)]


def _wide(character: str) -> int:
    if character == _EMOJI_SELECTOR:
        return 1
    if character in "\u200c\u200d" or unicodedata.category(character) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
