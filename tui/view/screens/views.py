"""Saved views and watched figures: what is new in each, to be opened or dropped."""

from typing import ClassVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import Input, Static
from textual.worker import get_current_worker

from tui.library.interface import View, Watch
from tui.view.careful import CarefulLibrary
from tui.view.keys import keymap_of, told, typed_key
from tui.view.widgets.row_list import Part, RowList, cut, spread
from tui.words import _, ngettext

Kept = View | Watch


class KeptList(RowList[Kept]):
    """Views and watched figures with their counts."""

    ROW_HEIGHT: ClassVar[int] = 2

    counted = False

    def lines(self, row: Kept, width: int) -> list[list[Part]]:
        """The name and what there is to read, then what it means."""
        if isinstance(row, View):
            name, mark, meaning = row.name, "⌕ ", row.mistake or row.query
        else:
            count = row.figure.articles
            name, mark = row.figure.name, "▸ "
            meaning = ngettext("watched, in {n} article", "watched, in {n} articles", count)
        new: list[Part] = [(f"{_new(row.new)}  ", "row--match")] if row.new else []
        counts = [*new, (f"{_unread(row.unread)} ", "row--dim")]
        return [
            spread([(mark, "row--accent"), (name, "row--strong")], counts, width),
            [("  ", ""), (cut(meaning, width - 2), "row--dim")],
        ]

    def row_key(self, row: Kept) -> object:
        """A view is the same by its name, a figure by its id."""
        return (type(row), row.name if isinstance(row, View) else row.id)

    def empty_words(self) -> str:
        """Say how to get one."""
        if not self.counted:
            return _("Counting…")
        saves = told(self, "library.save_view", _("saves what the list shows"))
        watches = told(self, "figure.watch", _("watches a figure"))
        return " ".join((_("Nothing is saved."), ", ".join(filter(None, (saves, watches)))))

    def activate(self, index: int) -> None:
        """Open the view."""
        self.screen.dismiss(self.rows[index])


class ViewsScreen(ModalScreen[Kept | None]):
    """Answers with what to open, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "dismiss(None)", show=False, id="views.close"),
        Binding("j,down", "move(1)", show=False, id="views.down"),
        Binding("k,up", "move(-1)", show=False, id="views.up"),
        Binding("enter", "open", show=False, id="views.open"),
        Binding("delete,x", "drop", show=False, id="views.drop"),
    ]

    class Counted(Message):
        """What is kept has been counted."""

        def __init__(self, kept: list[Kept]) -> None:
            super().__init__()
            self.kept = kept

    def __init__(self, library: CarefulLibrary) -> None:
        super().__init__()
        self._library = library

    def compose(self) -> ComposeResult:
        """A list and its keys."""
        with Vertical(id="picker"):
            yield KeptList()

    def on_mount(self) -> None:
        """Count what is kept."""
        box = self.query_one("#picker")
        box.border_title = _("Views and watched figures")
        box.border_subtitle = _("⏎ opens   x drops   esc closes")
        self.query_one(KeptList).can_focus = False
        self._count()

    def on_key(self, event: events.Key) -> None:
        """Close by the key that opened it, whichever that is."""
        if typed_key(event) in keymap_of(self).keys("library.views"):
            event.stop()
            self.dismiss(None)

    @work(thread=True, exclusive=True, group="views", exit_on_error=True)
    def _count(self) -> None:
        worker = get_current_worker()
        kept: list[Kept] = [*self._library.views()]
        kept += self._library.watches()
        if not worker.is_cancelled:
            self.post_message(self.Counted(kept))

    @on(Counted)
    def _counted(self, message: Counted) -> None:
        rows = self.query_one(KeptList)
        rows.counted = True
        rows.update_rows(message.kept)

    def action_move(self, rows: int) -> None:
        """Move the cursor."""
        kept = self.query_one(KeptList)
        kept.move_to(kept.cursor + rows)

    def action_open(self) -> None:
        """Open what is under the cursor."""
        kept = self.query_one(KeptList)
        if kept.current:
            kept.activate(kept.cursor)

    def action_drop(self) -> None:
        """Forget what is under the cursor."""
        current = self.query_one(KeptList).current
        if isinstance(current, View):
            self._library.drop_view(current.name)
        elif current is not None:
            self._library.watch(current.id, on=False)
        self._count()


def _new(count: int) -> str:
    return ngettext("{n} new", "{n} new", count)


def _unread(count: int) -> str:
    return ngettext("{n} unread", "{n} unread", count)


class NameScreen(ModalScreen[str | None]):
    """Asks under which name a query is to be saved."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", show=False, id="name.close"),
    ]

    def __init__(self, query: str) -> None:
        super().__init__()
        self._query = query

    def compose(self) -> ComposeResult:
        """A line to type in, over what is saved."""
        with Vertical(id="naming"):
            yield Input(placeholder=_("A name for this view"), compact=True, max_length=80)
            yield Static(Content(self._query))

    def on_mount(self) -> None:
        """Take the keys at once."""
        self.query_one("#naming").border_title = _("Save the list as a view")
        self.query_one(Input).focus()

    @on(Input.Submitted)
    def _named(self, event: Input.Submitted) -> None:
        event.stop()
        if event.value.strip():
            self.dismiss(event.value.strip())
