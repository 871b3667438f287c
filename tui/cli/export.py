"""`broadsheet export`: articles and quotes written for other programs."""

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Final

from tui.cli.failures import report
from tui.cli.opening import on_library
from tui.cli.output import write_each
from tui.cli.search import tell_mistake, today, typed_query
from tui.export.citing import Passage
from tui.export.writing import (
    SUFFIXES,
    What,
    articles_in,
    file_name,
    highlights_of,
    passages_in,
    quotes_of,
    write_whole,
    writer,
)
from tui.identity import words
from tui.library.interface import Library, Row
from tui.library.query import QueryError, Search, parse
from tui.model import Article
from tui.words import N_, _, ngettext

HELP: Final = N_("""\
QUERY is what `broadsheet search` takes (see its --help); without one, everything is exported.
  markdown  YAML front matter and text, for Obsidian, Hugo and others
  jsonl     Article JSON, one article a line
  csv       a line for each article
  html      pages that stand alone
  org       headings with properties, for Emacs
  plain     text
With --quotes, a sheet of the quotes of these articles: words, speaker, title, outlet, date, link;
with --by NAME, only of those who are called so. With --highlights, what you marked, and your notes.
With --output, a sheet, csv and jsonl write one file; markdown, html, org and plain write one file
for each article into that folder, and write the same file again for the same article.
Exit code: 0 all went well; 1 nothing was found, or something could not be read; 2 the query or the
library is no good, or something cannot be written.
""")

_EACH: Final = ("markdown", "html", "org", "plain")
"""The forms that make a file for each article in a folder."""
_NOTHING: Final[dict[What, str]] = {
    "articles": N_("no article was found"),
    "quotes": N_("no quote was found"),
    "highlights": N_("nothing highlighted was found"),
}


@dataclass(frozen=True, slots=True)
class Exporting:
    """What `broadsheet export` was asked for."""

    query: Sequence[str]
    format: str
    output: Path | None = None
    what: What = "articles"
    by: str = ""
    """Of quotes: only those of speakers whose names have these words."""
    limit: int | None = None
    """Of articles."""


def export(asked: Exporting, library_path: Path | None) -> int:
    """Write the articles that a query means."""
    marked = ["is:highlighted"] if asked.what == "highlights" else []
    try:
        search = parse(typed_query([*marked, *asked.query]), today())
    except QueryError as error:
        return tell_mistake(error)

    def work(library: Library) -> int:
        found = _Found(library, search, asked)
        try:
            code = _written(found, asked)
        except BrokenPipeError:
            raise
        except OSError as error:
            report(f"{error.filename or asked.output}: {error.strerror}")
            return 2
        if not found.count:
            report(_(_NOTHING[asked.what]))
        return int(bool(code or found.failed or not found.count))

    return on_library(library_path, work)


class _Found:
    """The articles of a search, one at a time; one that cannot be read is told and passed over."""

    def __init__(self, library: Library, search: Search, asked: Exporting) -> None:
        self.count = self.failed = 0
        """What is written: articles, or passages of them; and articles that could not be read."""
        self._library = library
        self._asked = asked
        self._rows: Iterator[Row] = islice(library.search(search), asked.limit)

    def articles(self) -> Iterator[Article]:
        """Yield the articles."""
        for article in self._read():
            self.count += 1
            yield article

    def passages(self) -> Iterator[Passage]:
        """Yield the quotes, or what is highlighted, of the articles."""
        for article in self._read():
            if self._asked.what == "highlights":
                found = highlights_of(article, self._library.highlights(article))
            else:
                found = quotes_of(article, article.quotes)
            for passage in found:
                if _is_by(passage, self._asked.by):
                    self.count += 1
                    yield passage

    def _read(self) -> Iterator[Article]:
        from tui.library.interface import LibraryError

        for row in self._rows:
            try:
                article = self._library.article(row.id)
            except LibraryError as error:
                self.failed += 1
                report(str(error))
                continue
            if article is not None:
                yield article


def _is_by(passage: Passage, name: str) -> bool:
    """Whether the speaker's name has all words of `name`."""
    wanted = words(name)
    if not wanted:
        return True
    speaker = passage.quote.speaker if passage.quote else None
    return speaker is not None and set(wanted) <= set(words(speaker))


def _written(found: _Found, asked: Exporting) -> int:
    if asked.what == "articles" and asked.output and asked.format in _EACH:
        return _into_folder(found, asked.output, asked.format)
    pieces: Iterable[bytes]
    if asked.what == "articles":
        pieces = articles_in(found.articles(), asked.format)
    else:
        pieces = passages_in(found.passages(), asked.what, asked.format)
    if asked.output is None:
        return write_each(pieces)
    write_whole(asked.output, pieces)
    return 0


def _into_folder(found: _Found, folder: Path, form: str) -> int:
    folder.mkdir(parents=True, exist_ok=True)
    write = writer(form)
    for article in found.articles():
        path = folder / f"{file_name(article)}{SUFFIXES[form]}"
        write_whole(path, [write(article).encode("utf-8", "replace")])
    if found.count:
        print(
            ngettext(
                "{n} file in {folder}",
                "{n} files in {folder}",
                found.count,
                folder=os.fspath(folder),
            ),
            file=sys.stderr,
        )
    return 0
