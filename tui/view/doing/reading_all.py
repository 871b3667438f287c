"""Marking everything that the list shows as read, after asking."""

from typing import TYPE_CHECKING

from tui.session.journal import ReadWas
from tui.view.screens.choice import Choice, ChoiceScreen
from tui.words import _, ngettext

if TYPE_CHECKING:
    from tui.view.screens.reader import ReaderScreen


def library_read_all(reader: "ReaderScreen") -> None:
    """Mark all articles that the list shows as read, after asking."""
    unread = tuple(row.id for row in reader.list_pane.rows if not row.read)
    if not unread:
        reader.show_status(_("Everything that the list shows has been read"))
        return
    marks = ngettext("Mark {n} article as read", "Mark {n} articles as read", len(unread))
    marked = ngettext("{n} article marked as read", "{n} articles marked as read", len(unread))
    choices = [
        Choice(_("Leave them as they are"), False),
        Choice(marks, True),
    ]

    def chosen(choice: Choice | None) -> None:
        if choice is not None and choice.value and reader.library.mark_all_read(unread, True):
            reader.show_corrected()
            reader.did(marked, ReadWas(unread, read=False))

    reader.app.push_screen(ChoiceScreen(_("Mark as read what the list shows"), choices), chosen)
