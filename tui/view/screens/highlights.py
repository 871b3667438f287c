"""All highlights and notes of the library, searched as one types."""

import os
import shlex
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, ClassVar

from textual import on
from textual.app import ComposeResult, SuspendNotSupported
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input

from tui.identity import words
from tui.layout import visible
from tui.library.interface import USUAL
from tui.library.marking import LONGEST_NOTE, Marked
from tui.session.colours import SIGNS, named
from tui.session.journal import ColourWas, HighlightWas, NoteWas
from tui.view.doing.colouring import ask, meant_by
from tui.view.screens.note import NoteScreen
from tui.view.screens.page import Destination, Page, PageBar, PageList
from tui.view.widgets.row_list import Part, cut, fill, spread
from tui.words import _, day

if TYPE_CHECKING:
    from tui.library.interface import Highlight
    from tui.model import Article
    from tui.view.screens.reader import ReaderScreen


class MarkedList(PageList[Marked]):
    """A row for each highlight: its words, its note, where it stands."""

    ROW_HEIGHT: ClassVar[int] = 4

    searched = False
    meant: Mapping[str, str] = MappingProxyType({})
    """What the colours mean to the user."""

    def lines(self, row: Marked, width: int) -> list[list[Part]]:
        """Two lines of its words, the note, and the article with its date."""
        first, second = fill(" ".join(row.words.split()), width - 2, 2)
        note = f"✎ {' '.join(row.note.split())}" if row.note else ""
        where = " · ".join(filter(None, (row.title, row.site, day(row.published))))
        sign, colour = f"{SIGNS[row.colour]} ", named(row.colour, self.meant)
        aside = f"{colour} · {day(row.made)}" if row.colour != USUAL else day(row.made)
        return [
            [(sign, f"highlight--{row.colour}"), (first, "row--quote")],
            [("  ", f"highlight--{row.colour}"), (second, "row--quote")],
            [("  ", f"highlight--{row.colour}"), (cut(note, width - 2), "row--strong")],
            spread([("  ", ""), (where, "row--dim")], [(aside, "row--dim")], width),
        ]

    def row_key(self, row: Marked) -> object:
        """A highlight is the same by its number."""
        return row.key

    def empty_words(self) -> str:
        """Say how to get one."""
        if self.searched:
            return _("No highlight and no note has these words.")
        return _("Nothing is highlighted yet: H marks a quote or paragraph, a writes a note on it.")


class HighlightsScreen(Page):
    """Answers with the place of a highlight."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("slash", "search", show=False, id="highlights.search"),
        Binding("x,delete", "drop", show=False, id="highlights.drop"),
        Binding("c", "colour", show=False, id="highlights.colour"),
        Binding("e", "note", show=False, id="highlights.note"),
        Binding("E", "editor", show=False, id="highlights.editor"),
    ]
    OPENED_BY = "library.highlights"

    def __init__(self, reader: "ReaderScreen") -> None:
        super().__init__()
        self._reader = reader
        self._library = reader.library
        self._marked: Sequence[Marked] = ()

    def compose(self) -> ComposeResult:
        """A line to search in over the list."""
        with Vertical():
            yield PageBar(id="highlights-title")
            yield Input(placeholder=_("/ searches words, notes and titles"), compact=True)
            yield MarkedList(id="marked")
            yield PageBar(id="highlights-status")

    def on_mount(self) -> None:
        """Show them all."""
        self.query_one(MarkedList).meant = meant_by(self.app)
        self.shown.focus()
        self._load()

    @property
    def shown(self) -> PageList[Any]:
        """The list of highlights."""
        return self.query_one(MarkedList)

    def _load(self, notice: str = "") -> None:
        self._marked = self._library.marked()
        self._search(self.query_one(Input).value, notice)

    def _search(self, typed: str, notice: str = "") -> None:
        wanted, meant = words(typed), self.query_one(MarkedList).meant
        found = [each for each in self._marked if has_words(each, wanted, meant)]
        rows = self.query_one(MarkedList)
        rows.searched = bool(wanted)
        rows.update_rows(found)
        several = (
            _("{here} of {everywhere}", here=len(found), everywhere=len(self._marked))
            if wanted
            else str(len(found))
        )
        self.query_one("#highlights-title", PageBar).set_parts(
            [(_("Highlights and notes"), "bar--strong")], [(several, "bar--dim")]
        )
        keys = _("⏎ goes   / finds   c colour   e note   E editor   x drops")
        told = (visible(notice), "bar--strong") if notice else (keys, "bar--dim")
        self.query_one("#highlights-status", PageBar).set_parts([told])

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._search(event.value)

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        self.shown.focus()

    def action_search(self) -> None:
        """Type words to search for."""
        self.query_one(Input).focus()

    def _current(self) -> "tuple[Marked, Article, Highlight] | None":
        """Return what the cursor is on, where it stands now."""
        marked = self.query_one(MarkedList).current
        article = self._library.article(marked.article) if marked else None
        if marked is None or article is None:
            return None
        for highlight in self._library.highlights(article):
            if highlight.key == marked.key:
                return marked, article, highlight
        self._search(self.query_one(Input).value, _("These words are no longer in the article"))
        return None

    def action_open(self) -> None:
        """Go to the highlight."""
        if found := self._current():
            _, article, highlight = found
            self.dismiss(Destination(article.id, highlight.span))

    def action_drop(self) -> None:
        """Take the highlight away; undo brings it back."""
        marked = self.query_one(MarkedList).current
        found = self._current()
        if marked is not None and self._library.drop_highlight(marked.key):
            if found is not None:
                _row, article, highlight = found
                was = HighlightWas(article.id, highlight.span, highlight.note, highlight.colour)
                self._reader.did(_("No longer highlighted"), was)
            self._load(_("No longer highlighted"))

    def action_note(self) -> None:
        """Write the note."""
        marked = self.query_one(MarkedList).current
        if marked is not None:
            self.app.push_screen(
                NoteScreen(" ".join(marked.words.split()), marked.note),
                lambda note: self._keep(marked, note),
            )

    def action_colour(self) -> None:
        """Give it another colour."""
        if marked := self.query_one(MarkedList).current:
            ask(self.app, marked.colour, lambda colour: self._paint(marked, colour))

    def _paint(self, marked: Marked, colour: str) -> None:
        if colour == marked.colour or not self._library.paint(marked.key, colour):
            return
        if found := self._current():
            _row, article, highlight = found
            was = ColourWas(article.id, highlight.span, marked.colour)
            self._reader.did(_("Another colour"), was)
        self._load(_("Another colour"))

    def action_editor(self) -> None:
        """Write the note in the editor that the environment names."""
        marked = self.query_one(MarkedList).current
        if marked is None:
            return
        command = shlex.split(os.environ.get("VISUAL") or os.environ.get("EDITOR") or "")
        if not command:
            self._search(self.query_one(Input).value, _("No editor is named: set EDITOR"))
            return
        try:
            with self.app.suspend():
                note = edited(command, marked.note)
        except (OSError, SuspendNotSupported) as error:
            self._search(
                self.query_one(Input).value, f"{command[0]}: {error or _('cannot be run')}"
            )
            return
        self._keep(marked, note)

    def _keep(self, marked: Marked, note: str | None) -> None:
        if note is None or note == marked.note:
            return
        if self._library.write_note(marked.key, note[:LONGEST_NOTE]):
            if found := self._current():
                _row, article, highlight = found
                was = NoteWas(article.id, highlight.span, marked.note)
                self._reader.did(_("Note kept") if note else _("No note any more"), was)
            self._load(_("Note kept") if note else _("No note any more"))


def has_words(marked: Marked, wanted: Sequence[str], meant: Mapping[str, str]) -> bool:
    """Say whether each of `wanted` begins a word of a highlight, its note, title or colour."""
    colour = named(marked.colour, meant)
    folded = f" {' '.join(words(f'{marked.words} {marked.note} {marked.title} {colour}'))}"
    return all(f" {word}" in folded for word in wanted)


def edited(command: Sequence[str], note: str) -> str | None:
    """Let an editor change a note, in a file of its own; None where it fails. Raises OSError."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "note.md"
        path.write_text(note, encoding="utf-8")
        if subprocess.run([*command, str(path)], check=False).returncode:  # noqa: S603
            return None
        return path.read_text(encoding="utf-8", errors="replace").strip()
