"""Exporting from the reader: what, in which form, and into which file."""

from collections.abc import Iterable, Iterator
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
from tui.session.steps import shown_quotes
from tui.view.screens.asking import LineScreen, YesScreen
from tui.view.screens.choice import Choice, ChoiceScreen

if TYPE_CHECKING:
    from tui.view.screens.reader import ReaderScreen

_FORMS: Final = {
    "markdown": ("Markdown", "with front matter for articles: Obsidian, Hugo and others"),
    "jsonl": ("JSON lines", "Article JSON, or an object for each quote"),
    "csv": ("CSV", "for a spreadsheet: a line for each"),
    "html": ("HTML", "a page that stands alone"),
    "org": ("Org", "for Emacs"),
    "plain": ("Text", "for a mail or a screen reader"),
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
        reader.show_status("No file is written for a reader in a browser")
        return
    if article is None:
        reader.show_status("There is nothing to export")
        return
    many = f"the list: {count} {'article' if count == 1 else 'articles'}"
    choices = [
        ("This article", "articles.open", article.title),
        ("Quotes of this article", "quotes.open", "as the quotes pane shows them, with sources"),
        ("Highlights of this article", "highlights.open", "with their notes"),
        ("All articles of the list", "articles.list", many),
        ("Quotes of the list", "quotes.list", "a sheet with sources; with a figure, only theirs"),
        ("Highlights of the list", "highlights.list", "with notes and sources"),
    ]
    reader.app.push_screen(
        ChoiceScreen("Export", [Choice(*each) for each in choices], explained=True),
        lambda chosen: _ask_form(reader, article, chosen.value) if chosen else None,
    )


def _ask_form(reader: "ReaderScreen", article: Article, chosen: str) -> None:
    kind, _, of = chosen.partition(".")
    what: What = "quotes" if kind == "quotes" else "articles"
    if kind == "highlights":
        what = "highlights"
    own = file_name(article)
    name = f"{own}-{what}" if what != "articles" else own
    subject = _Subject(what, of == "list", what if of == "list" else name)
    forms = [Choice(_FORMS[form][0], form, _FORMS[form][1]) for form in FORMATS]
    reader.app.push_screen(
        ChoiceScreen("Form", forms, explained=True),
        lambda chosen: _ask_path(reader, article, subject, chosen.value) if chosen else None,
    )


def _ask_path(
    reader: "ReaderScreen", article: Article, subject: _Subject, form: str, typed: str = ""
) -> None:
    words = f"{_FORMS[form][0]}; the folder is {Path.cwd()} unless you name another"
    shown = typed or f"{subject.name}{SUFFIXES[form]}"
    reader.app.push_screen(
        LineScreen("Write to", words, shown, "writes it"),
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
        reader.show_status(f"{typed}: {getattr(error, 'strerror', None) or error}")
        return
    write = partial(_begin, reader, article, subject, form, path)
    if not there:
        write()
        return
    reader.app.push_screen(
        YesScreen("There is such a file", str(path), "writes over it"),
        lambda yes: write() if yes else _ask_path(reader, article, subject, form, typed),
    )


def _begin(
    reader: "ReaderScreen", article: Article, subject: _Subject, form: str, path: Path
) -> None:
    export = _Export(reader, article, subject, form, path)
    reader.show_status(f"Writing {path} …")
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
            told = str(error)
        except (OSError, ValueError) as error:
            told = f"{self._path}: {getattr(error, 'strerror', None) or error}"
        else:
            told = self._outcome()
        self._reader.call_later(self._reader.show_status, told)

    def _outcome(self) -> str:
        several = self._subject.what if self._count != 1 else self._subject.what[:-1]
        lost = f"; {self._unreadable} could not be read" if self._unreadable else ""
        return f"{self._count or 'No'} {several} written to {self._path}{lost}"

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
