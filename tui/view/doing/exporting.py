"""Exporting from the reader: what, in which form, and into which file."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from textual.worker import Worker, get_current_worker

from tui.export.citing import Passage
from tui.export.writing import (
    FORMATS,
    SUFFIXES,
    What,
    articles_in,
    file_name,
    highlights_of,
    passages_in,
    quotes_of,
    write_whole,
)
from tui.library.interface import LibraryError
from tui.model import Article
from tui.reasons import worded
from tui.session.steps import shown_quotes
from tui.view.screens.asking import LineScreen, YesScreen
from tui.view.screens.choice import Choice, ChoiceScreen
from tui.words import N_, _, ngettext

if TYPE_CHECKING:
    from tui.view.screens.reader import ReaderScreen

_FORMS: Final = {
    "markdown": ("Markdown", N_("with front matter for articles: Obsidian, Hugo and others")),
    "jsonl": (N_("JSON lines"), N_("Article JSON, or an object for each quote")),
    "csv": ("CSV", N_("for a spreadsheet: a line for each")),
    "html": ("HTML", N_("a page that stands alone")),
    "org": ("Org", N_("for Emacs")),
    "plain": ("Text", N_("for a mail or a screen reader")),
}


class _Subject(NamedTuple):
    """What is exported."""

    what: What
    listed: bool
    """Of all articles that the list shows; else of the open one."""
    name: str
    """What its file is called, without its ending."""


class _Stopped(Exception):  # noqa: N818  # no error: the reader is being left
    """The reader is being left."""


def library_export(reader: "ReaderScreen") -> None:
    """Ask what is to be written; then the form, and the file."""
    article = reader.body.article
    count = len(reader.list_pane.rows)
    if reader.app.is_web:
        reader.show_status(_("No file is written for a reader in a browser"))
        return
    if article is None:
        reader.show_status(_("There is nothing to export"))
        return
    many = ngettext("the list: {n} article", "the list: {n} articles", count)
    choices = [
        (_("This article"), "articles.open", article.title),
        (
            _("Quotes of this article"),
            "quotes.open",
            _("as the quotes pane shows them, with sources"),
        ),
        (_("Highlights of this article"), "highlights.open", _("with their notes")),
        (_("All articles of the list"), "articles.list", many),
        (
            _("Quotes of the list"),
            "quotes.list",
            _("a sheet with sources; with a figure, only theirs"),
        ),
        (_("Highlights of the list"), "highlights.list", _("with notes and sources")),
    ]
    reader.app.push_screen(
        ChoiceScreen(_("Export"), [Choice(*each) for each in choices], explained=True),
        lambda chosen: _ask_form(reader, article, chosen.value) if chosen else None,
    )


def _ask_form(reader: "ReaderScreen", article: Article, chosen: str) -> None:
    kind, _dot, of = chosen.partition(".")
    what: What = "quotes" if kind == "quotes" else "articles"
    if kind == "highlights":
        what = "highlights"
    own = file_name(article)
    name = f"{own}-{what}" if what != "articles" else own
    subject = _Subject(what, of == "list", what if of == "list" else name)
    forms = [
        Choice(_(name), form, _(says)) for form, (name, says) in ((f, _FORMS[f]) for f in FORMATS)
    ]
    reader.app.push_screen(
        ChoiceScreen(_("Form"), forms, explained=True),
        lambda chosen: _ask_path(reader, article, subject, chosen.value) if chosen else None,
    )


def _ask_path(
    reader: "ReaderScreen", article: Article, subject: _Subject, form: str, typed: str = ""
) -> None:
    words = _(
        "{form}; the folder is {folder} unless you name another",
        form=_(_FORMS[form][0]),
        folder=Path.cwd(),
    )
    shown = typed or f"{subject.name}{SUFFIXES[form]}"
    reader.app.push_screen(
        LineScreen(_("Write to"), words, shown, _("writes it")),
        lambda path: _check_path(reader, article, subject, form, path) if path else None,
    )


def _check_path(
    reader: "ReaderScreen", article: Article, subject: _Subject, form: str, typed: str
) -> None:
    """Ask once more where something is there already."""
    try:
        path = Path(typed).expanduser()
        if path.is_dir():
            path = path / f"{subject.name}{SUFFIXES[form]}"
        there = path.exists()
    except (OSError, ValueError, RuntimeError) as error:
        reader.show_status(worded(f"{typed}: {getattr(error, 'strerror', None) or error}"))
        return
    write = partial(_begin, reader, article, subject, form, path)
    if not there:
        write()
        return
    reader.app.push_screen(
        YesScreen(_("There is such a file"), str(path), _("writes over it")),
        lambda yes: write() if yes else _ask_path(reader, article, subject, form, typed),
    )


def _begin(
    reader: "ReaderScreen", article: Article, subject: _Subject, form: str, path: Path
) -> None:
    export = _Export(reader, article, subject, form, path)
    reader.show_status(_("Writing {path} …", path=path))
    reader.run_worker(export.run, group="export", thread=True, exit_on_error=True)


class _Export:
    """One file that is written, in a thread."""

    def __init__(
        self, reader: "ReaderScreen", article: Article, subject: _Subject, form: str, path: Path
    ) -> None:
        self._reader = reader
        self._article = article
        self._subject = subject
        self._form = form
        self._path = path
        self._query = reader.session.query
        self._count = self._unreadable = 0
        self._worker: Worker[object] | None = None

    def run(self) -> None:
        """Write the file, and tell."""
        self._worker = get_current_worker()
        try:
            write_whole(self._path, self._pieces())
        except _Stopped:
            return
        except LibraryError as error:
            told = worded(str(error))
        except (OSError, ValueError) as error:
            told = worded(f"{self._path}: {getattr(error, 'strerror', None) or error}")
        else:
            told = self._outcome()
        self._reader.call_later(self._reader.show_status, told)

    def _outcome(self) -> str:
        written = _WRITTEN[self._subject.what](self._count, str(self._path))
        lost = self._unreadable
        if not lost:
            return written
        return f"{written}; {ngettext('{n} could not be read', '{n} could not be read', lost)}"

    def _pieces(self) -> Iterable[bytes]:
        if self._subject.what == "articles":
            return articles_in(self._counted(self._articles()), self._form)
        return passages_in(self._passages(), self._subject.what, self._form)

    def _ids(self) -> Iterator[str]:
        if not self._subject.listed:
            yield self._article.id
            return
        yield from (row.id for row in self._reader.store.listing(self._query))

    def _articles(self) -> Iterator[Article]:
        for article_id in self._ids():
            if self._worker is not None and self._worker.is_cancelled:
                raise _Stopped
            try:
                article = self._reader.store.article(article_id)
            except LibraryError:
                self._unreadable += 1
                continue
            if article is not None:
                yield article

    def _counted(self, articles: Iterable[Article]) -> Iterator[Article]:
        for article in articles:
            self._count += 1
            yield article

    def _passages(self) -> Iterator[Passage]:
        for article in self._articles():
            for passage in self._of(article):
                self._count += 1
                yield passage

    def _of(self, article: Article) -> Iterator[Passage]:
        store = self._reader.store
        if self._subject.what == "highlights":
            return highlights_of(article, store.highlights(article))
        names = {each.figure.id: each.name for each in store.appearances(article.id)}
        return quotes_of(article, (q for _, q in shown_quotes(article, self._query, names)))


_WRITTEN: Final[dict[What, Callable[[int, str], str]]] = {
    "articles": lambda n, path: (
        ngettext("{n} article written to {path}", "{n} articles written to {path}", n, path=path)
        if n
        else _("No articles written to {path}", path=path)
    ),
    "quotes": lambda n, path: (
        ngettext("{n} quote written to {path}", "{n} quotes written to {path}", n, path=path)
        if n
        else _("No quotes written to {path}", path=path)
    ),
    "highlights": lambda n, path: (
        ngettext(
            "{n} highlight written to {path}", "{n} highlights written to {path}", n, path=path
        )
        if n
        else _("No highlights written to {path}", path=path)
    ),
}
"""What is said of so many pieces that were written to a file."""
