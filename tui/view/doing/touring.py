"""The tour of the reader, when asked for and at the first start."""

from typing import TYPE_CHECKING

from tui.settings.remembered import TOURED, remember
from tui.view.screens.tour import TourScreen

if TYPE_CHECKING:
    from tui.view.screens.reader import ReaderScreen


def app_tour(reader: "ReaderScreen") -> None:
    """Show the tour; the focus goes back to where it was."""
    before = reader.active
    if not reader.app.is_web:
        remember(TOURED)
    reader.app.push_screen(TourScreen(reader.show_pane), lambda _: reader.show_pane(before))


def first_tour(reader: "ReaderScreen") -> None:
    """Show the tour to who has never seen it, has something to see and has not begun by itself.

    Whoever reads in a browser is not shown around: that they were could not be remembered for them.
    """
    if reader.app.is_web:
        return
    if not reader.touched and reader.list_pane.rows and reader.is_active and remember(TOURED):
        app_tour(reader)
