"""Selecting text by keys, to highlight, note or copy it."""

from typing import TYPE_CHECKING

from tui.session.selecting import extended, shortened
from tui.view.keys import told
from tui.words import _

if TYPE_CHECKING:
    from tui.view.screens.reader import ReaderScreen


def article_select(reader: "ReaderScreen") -> None:
    """Select the sentence that is read, or one more."""
    article, body = reader.body.article, reader.body
    if article is None:
        return
    span = extended(article, body.selected, max(0, body.reading_offset))
    if span is None:
        reader.show_status(_("Nothing follows that could be selected"))
        return
    body.select(span)
    keys = (
        told(reader, "article.highlight", _("highlights it")),
        told(reader, "article.copy_quote", _("copies it")),
        told(reader, "article.unselect", _("one sentence less")),
    )
    reader.show_status("   ".join(filter(None, keys)))


def article_unselect(reader: "ReaderScreen") -> None:
    """Take the last sentence out of what is selected."""
    article, selected = reader.body.article, reader.body.selected
    if article is None or selected is None:
        return
    span = shortened(article, selected)
    if span is None:
        reader.clear_selection()
        reader.show_status()
    else:
        reader.body.select(span)
