"""From text to screen lines, without a terminal: wrapping, and maps from offsets to lines."""

from tui.layout.page import FORMS, Line, Page, lay_out
from tui.layout.visible import visible
from tui.layout.wrap import Graphemes, wrap

__all__ = ["FORMS", "Graphemes", "Line", "Page", "lay_out", "visible", "wrap"]
