"""Taking back what was done, the last of it or any of it."""

from functools import singledispatch
from typing import TYPE_CHECKING

from tui.model import Span
from tui.session import journal as was
from tui.session.journal import Before, Corrected, Deed
from tui.view.careful import CarefulLibrary
from tui.words import _

if TYPE_CHECKING:
    from tui.view.screens.reader import ReaderScreen


def app_undo(reader: "ReaderScreen") -> None:
    """Take back what was done last."""
    deed = reader.session.journal.last
    if deed is None:
        reader.show_status(_("Nothing to take back in this session"))
        return
    take_back(reader, deed)


def take_back(reader: "ReaderScreen", deed: Deed) -> bool:
    """Make everything as it was before a deed; say so, and whether it could be written."""
    if not all(restore(before, reader.library) for before in deed.before):
        return False
    reader.session = reader.session._replace(journal=reader.session.journal.without(deed.number))
    reader.show_corrected()
    reader.show_status(_("Taken back: {told}", told=deed.told))
    return True


@singledispatch
def restore(before: Before, library: CarefulLibrary) -> bool:  # noqa: ARG001
    """Make something as it was; False where that cannot be written."""
    raise TypeError(f"nothing takes back {before!r}")


@restore.register
def _read_was(before: was.ReadWas, library: CarefulLibrary) -> bool:
    return library.mark_all_read(before.articles, before.read)


@restore.register
def _star_was(before: was.StarWas, library: CarefulLibrary) -> bool:
    return library.star(before.article, on=before.on)


@restore.register
def _highlight_made(before: was.HighlightMade, library: CarefulLibrary) -> bool:
    key = _highlight_at(before.article, before.span, library)
    return key is None or library.drop_highlight(key)


@restore.register
def _highlight_was(before: was.HighlightWas, library: CarefulLibrary) -> bool:
    article = library.article(before.article)
    key = library.highlight(article, before.span, before.colour) if article else None
    return key is not None and library.write_note(key, before.note)


@restore.register
def _colour_was(before: was.ColourWas, library: CarefulLibrary) -> bool:
    key = _highlight_at(before.article, before.span, library)
    return key is None or library.paint(key, before.colour)


@restore.register
def _note_was(before: was.NoteWas, library: CarefulLibrary) -> bool:
    key = _highlight_at(before.article, before.span, library)
    return key is None or library.write_note(key, before.note)


@restore.register
def _view_was(before: was.ViewWas, library: CarefulLibrary) -> bool:
    if before.query is None:
        return library.drop_view(before.name)
    return library.save_view(before.name, before.query)


@restore.register
def _watch_was(before: was.WatchWas, library: CarefulLibrary) -> bool:
    return library.watch(before.figure, on=before.on)


@restore.register
def _tags_were(before: was.TagsWere, library: CarefulLibrary) -> bool:
    return library.set_tags(before.article, before.tags) is not None


@restore.register
def _corrected(before: Corrected, library: CarefulLibrary) -> bool:
    return library.take_back(before.key)


def _highlight_at(article_id: str, span: Span, library: CarefulLibrary) -> int | None:
    article = library.article(article_id)
    found = library.highlights(article) if article else ()
    return next((each.key for each in found if each.span == span), None)


def app_changes(reader: "ReaderScreen") -> None:
    """Show what was done, here and by corrections of earlier days; any of it can be taken back."""
    from tui.library.corrections import told
    from tui.view.screens.choice import Choice, ChoiceScreen

    journal = reader.session.journal
    mine = {b.key for deed in journal.deeds for b in deed.before if isinstance(b, Corrected)}
    choices = [Choice(deed.told, deed, _("in this session")) for deed in reversed(journal.deeds)]
    for kept in reversed(reader.library.corrections()):
        made = kept.correction
        if made.key not in mine:
            state = (
                _("taken back by another")
                if kept.overruled
                else _("correction {number}", number=made.key)
            )
            choices.append(Choice(told(made), Deed(0, told(made), (Corrected(made.key),)), state))
    if not choices:
        reader.show_status(_("Nothing has been changed"))
        return

    def chosen(choice: Choice | None) -> None:
        if choice is not None:
            take_back(reader, choice.value)

    reader.app.push_screen(
        ChoiceScreen(_("What was changed, the newest first"), choices, _("⏎ takes back")), chosen
    )
