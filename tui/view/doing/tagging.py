"""Filing an article under tags of the user's own."""

from typing import TYPE_CHECKING, ClassVar

from tui.session.journal import TagsWere
from tui.view.screens.note import NoteScreen
from tui.words import N_, _

if TYPE_CHECKING:
    from tui.view.screens.reader import ReaderScreen


class TagsScreen(NoteScreen):
    """Answers with an article's tags, commas between them, or None where they stay as they are."""

    TITLE_OF_BOX: ClassVar[str] = N_("Tags")
    PLACEHOLDER: ClassVar[str] = N_("Tags, with commas between them")


def library_tag(reader: "ReaderScreen") -> None:
    """Show the tags of the article under the list's cursor, or of the open one, to be changed."""
    row = reader.list_pane.current
    if reader.active != "library" or row is None:
        position = reader.list_pane.position_of(reader.session.article_id)
        row = None if position is None else reader.list_pane.rows[position]
    if row is None or not row.id:
        return
    id_, there = row.id, tuple(reader.library.tags(row.id))
    reader.app.push_screen(
        TagsScreen(row.title, "".join(f"{name}, " for name in there)),
        lambda typed: _file(reader, id_, there, typed),
    )


def _file(
    reader: "ReaderScreen", article_id: str, before: tuple[str, ...], typed: str | None
) -> None:
    found = None if typed is None else reader.library.set_tags(article_id, typed.split(","))
    if found is None or tuple(found) == before:
        return
    told = _("Filed under {tags}", tags=", ".join(found)) if found else _("No tags any more")
    if article_id == reader.session.article_id:
        reader.show_tags()
    reader.did(told, TagsWere(article_id, before))
