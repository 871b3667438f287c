"""Longer and shorter lines in the article, for as long as the reader runs."""

from typing import TYPE_CHECKING, Final

from tui.words import _

if TYPE_CHECKING:
    from tui.view.screens.reader import ReaderScreen

STEP: Final = 5
"""Columns by which a key changes the measure."""
LEAST, MOST = 45, 100
"""The measures that the settings allow too: outside them lines are read less well (Bringhurst, The
Elements of Typographic Style, 2.1.2, has 45 to 75 characters, and more for wide columns)."""


def view_narrower(reader: "ReaderScreen") -> None:
    """Set the article in shorter lines."""
    _set(reader, -STEP)


def view_wider(reader: "ReaderScreen") -> None:
    """Set the article in longer lines."""
    _set(reader, STEP)


def _set(reader: "ReaderScreen", change: int) -> None:
    measure = min(MOST, max(LEAST, reader.body.measure + change))
    reader.body.measure = measure
    room = reader.body.text_width - 2
    short = _("; there is room for {room}", room=room) if 0 < room < measure else ""
    reader.show_status(_("Lines of up to {measure} columns{short}", measure=measure, short=short))
