"""Bold and colour for lines on a terminal: the few sequences of Select Graphic Rendition we write.

They say nothing that the words do not say without them.
"""

from typing import Final, Literal

Look = Literal["", "title", "heading", "quote", "person", "dim"]

SGR: Final[dict[Look, str]] = {
    "title": "1",
    "heading": "1",
    "quote": "32",
    "person": "1;36",
    "dim": "2",
}
"""Parameters (ECMA-48, 8.3.117): bold, faint, or a colour that every terminal lets its user
choose."""

Runs = list[tuple[str, Look]]
"""Text in pieces of one look."""


def painted(runs: Runs, *, colour: bool) -> str:
    """Return the text of `runs`; each look is begun and ended, so that none leaks into a pager."""
    if not colour:
        return "".join(text for text, _ in runs)
    return "".join(f"\x1b[{SGR[look]}m{text}\x1b[0m" if look else text for text, look in runs)
