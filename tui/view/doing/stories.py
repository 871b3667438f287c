"""The story that the open article belongs to."""

from typing import TYPE_CHECKING

from tui.view.doing.figure_page import go
from tui.view.screens.story import StoryScreen
from tui.words import _

if TYPE_CHECKING:
    from tui.view.screens.reader import ReaderScreen


def article_story(reader: "ReaderScreen") -> None:
    """Show the copies and follow-ups of the open article, and who quotes what."""
    article_id = reader.session.article_id
    if article_id is None:
        reader.show_status(_("No article is open"))
        return
    screen = StoryScreen(reader.library, article_id)
    reader.app.push_screen(screen, lambda chosen: go(reader, chosen))
