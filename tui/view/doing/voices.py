"""Who gets how many words."""

from typing import TYPE_CHECKING

from tui.view.doing.figure_page import go
from tui.view.screens.voices import VoicesScreen

if TYPE_CHECKING:
    from tui.view.screens.reader import ReaderScreen


def library_voices(reader: "ReaderScreen") -> None:
    """Show who gets how many words: in the article, in the list, by month."""
    screen = VoicesScreen(reader.library, reader.session.article_id, reader.session.query)
    reader.app.push_screen(screen, lambda chosen: go(reader, chosen))
