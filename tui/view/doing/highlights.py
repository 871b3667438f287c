"""The page of all highlights and notes."""

from typing import TYPE_CHECKING

from tui.view.doing.figure_page import go
from tui.view.screens.highlights import HighlightsScreen

if TYPE_CHECKING:
    from tui.view.screens.page import Destination
    from tui.view.screens.reader import ReaderScreen


def library_highlights(reader: "ReaderScreen") -> None:
    """Show all highlights and notes of the library."""

    def chosen(to: "Destination | None") -> None:
        if to is None:
            reader.show_corrected()
        else:
            go(reader, to)

    reader.app.push_screen(HighlightsScreen(reader), chosen)
