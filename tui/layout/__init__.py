"""From text to screen lines, without a terminal: wrapping, and maps from offsets to lines."""

from tui.layout.justify import widened
from tui.layout.page import FORMS, PROSE, Line, Page, form_of, lay_out
from tui.layout.visible import visible
from tui.layout.wrap import Graphemes, wrap

__all__ = [
    "FORMS",
    "PROSE",
    "Graphemes",
    "Line",
    "Page",
    "form_of",
    "lay_out",
    "visible",
    "widened",
    "wrap",
]
