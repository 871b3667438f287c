"""The colours of highlights: what they are called, what they mean to the user, and their signs.

A colour never tells anything alone: each has a sign beside it wherever it is painted.
"""

from collections.abc import Mapping
from typing import Final

from tui.words import N_, _

NAMES: Final = {
    "violet": N_("violet"),
    "yellow": N_("yellow"),
    "green": N_("green"),
    "blue": N_("blue"),
    "red": N_("red"),
}
SIGNS: Final = {"violet": "◆", "yellow": "●", "green": "▲", "blue": "■", "red": "▼"}
LONGEST: Final = 40
"""Code points of what a colour means."""


def meanings(typed: str) -> Mapping[str, str]:
    """Return what colours mean, as "yellow: to check, red: doubtful"; raises ValueError."""
    found: dict[str, str] = {}
    for part in filter(None, (piece.strip() for piece in typed.split(","))):
        colour, between, meaning = (piece.strip() for piece in part.partition(":"))
        if not between or not meaning or not meaning.isprintable() or len(meaning) > LONGEST:
            raise ValueError(part)
        if colour not in NAMES or colour in found:
            raise ValueError(colour)
        found[colour] = meaning
    return found


def named(colour: str, meant: Mapping[str, str]) -> str:
    """Return a colour by its name, with what it means to the user."""
    name = _(NAMES[colour])
    return f"{name}: {meant[colour]}" if colour in meant else name
