"""What is read, stars, highlights and notes: what the reader marks in what is open."""

from tui.library.interface import Highlight
from tui.model import Article, Span
from tui.session.journal import Before, ColourWas, HighlightMade, HighlightWas, NoteWas, StarWas
from tui.view.keys import told as keyed
from tui.view.screens.keeping import Keeping
from tui.words import _, after_colon


class Annotating(Keeping):
    """The part of the reader that marks articles and their words."""

    def __init__(self) -> None:
        super().__init__()
        self.highlights: tuple[Highlight, ...] = ()
        """Those of the open article."""

    def read_highlights(self, article: Article | None) -> tuple[Highlight, ...]:
        """Ask what is marked in the open article."""
        self.highlights = tuple(self.library.highlights(article)) if article else ()
        return self.highlights

    def did(self, told: str, *before: Before) -> None:
        """Remember what was done, to be taken back, and say so."""
        self.session = self.session._replace(journal=self.session.journal.done(told, *before))
        undoes = keyed(self, "app.undo", _("takes it back"))
        self.show_status(f"{told}{undoes and f'. {undoes}'}")

    def mark_read(self, read: bool) -> None:
        """Mark the open article and show it in the list."""
        if article_id := self.session.article_id:
            self.set_read(article_id, read)

    def set_read(self, article_id: str, read: bool) -> bool:
        """Mark an article; say so, and return False, where the library cannot be written."""
        marked = self.library.mark_read(article_id, read)
        if marked:
            self.list_pane.repaint()
        return marked

    def action_library_star(self) -> None:
        """Give the article under the list's cursor, or the open one, a star, or take it away."""
        row = self.list_pane.current
        if self.active != "library" or row is None:
            position = self.list_pane.position_of(self.session.article_id)
            row = None if position is None else self.list_pane.rows[position]
        if row is not None and self.library.star(row.id, on=not row.starred):
            self.list_pane.repaint()
            told = (
                _("No star: {title}", title=row.title)
                if row.starred
                else _("Starred: {title}", title=row.title)
            )
            self.did(told, StarWas(row.id, on=row.starred))

    def action_article_highlight(self) -> None:
        """Highlight what is selected, or the quote or paragraph that is read, or no longer."""
        article = self.body.article
        if article is None:
            return
        span, marked = self.read_here(article)
        if marked is not None:
            if self.library.drop_highlight(marked.key):
                was = HighlightWas(article.id, marked.span, marked.note, marked.colour)
                self._show_highlights(article, _("No longer highlighted"), was)
            return
        self._highlight(article, span)

    def _highlight(self, article: Article, span: Span) -> None:
        if self.library.highlight(article, span, self.session.colour) is not None:
            keys = (
                keyed(self, "article.note", _("writes a note")),
                keyed(self, "article.colour", _("changes the colour")),
            )
            self._show_highlights(
                article,
                _("Highlighted") + after_colon("   ".join(filter(None, keys))),
                HighlightMade(article.id, span),
            )

    def colour(self, article: Article, span: Span, colour: str) -> None:
        """Highlight words of the open article in a colour, which holds for the next ones too."""
        self.session = self.session._replace(colour=colour)
        marked = self._marked_at(span)
        if marked is None:
            self._highlight(article, span)
        elif marked.colour != colour and self.library.paint(marked.key, colour):
            was = ColourWas(article.id, span, marked.colour)
            self._show_highlights(article, _("Another colour"), was)

    def action_article_note(self) -> None:
        """Write a note on what is selected, or the quote or paragraph that is read."""
        article = self.body.article
        if article is None:
            return
        from tui.view.screens.note import NoteScreen

        span, marked = self.read_here(article)
        words = " ".join(article.text[span.start : span.end].split())
        self.app.push_screen(
            NoteScreen(words, marked.note if marked else ""),
            lambda note: self._write_note(article, span, note),
        )

    def _write_note(self, article: Article, span: Span, note: str | None) -> None:
        if note is None:
            return
        marked = self._marked_at(span)
        key = marked.key if marked else self.library.highlight(article, span, self.session.colour)
        if key is not None and self.library.write_note(key, note):
            before = _note_was(article, marked) if marked else HighlightMade(article.id, span)
            self._show_highlights(
                article, _("Note kept") if note else _("No note any more"), before
            )

    def _show_highlights(self, article: Article, told: str, before: Before) -> None:
        marks = self.read_highlights(article)
        self.clear_selection()
        self.body.mark(self.body.marking._replace(highlights=marks))
        self.did(told, before)

    def read_here(self, article: Article) -> tuple[Span, Highlight | None]:
        """Return the words that are read, on the screen, and the highlight they have."""
        self.reveal()
        span = self._marked_span(article)
        return span, self._marked_at(span)

    def _marked_at(self, span: Span) -> Highlight | None:
        return next((each for each in self.highlights if each.span == span), None)

    def _marked_span(self, article: Article) -> Span:
        """Return what is selected, else the quote or hit jumped to, else the paragraph on top."""
        if selected := self.body.selected:
            return selected
        at = self.body.reading_offset
        target = self.body.marking.target
        if target is not None and target.start == at:
            return target
        blocks = [block for block in article.blocks if block.end > at + 1]
        block = blocks[0] if blocks else article.blocks[-1]
        return Span(block.start, block.end)


def _note_was(article: Article, marked: Highlight) -> NoteWas:
    return NoteWas(article.id, marked.span, marked.note)
