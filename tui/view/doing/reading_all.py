"""Marking everything that the list shows as read, after asking."""

from typing import TYPE_CHECKING

from tui.session.journal import ReadWas
from tui.view.screens.choice import Choice, ChoiceScreen

if TYPE_CHECKING:
    from tui.view.screens.reader import ReaderScreen


def library_read_all(reader: "ReaderScreen") -> None:
    """Mark all articles that the list shows as read, after asking."""
    unread = tuple(row.id for row in reader.list_pane.rows if not row.read)
    if not unread:
        reader.show_status("Everything that the list shows has been read")
        return
    several = "1 article" if len(unread) == 1 else f"{len(unread)} articles"
    choices = [Choice("Leave them as they are", False), Choice(f"Mark {several} as read", True)]

    def chosen(choice: Choice | None) -> None:
        if choice is not None and choice.value and reader.library.mark_all_read(unread, True):
            reader.show_corrected()
            reader.did(f"{several} marked as read", ReadWas(unread, read=False))

    reader.app.push_screen(ChoiceScreen("Mark as read what the list shows", choices), chosen)
