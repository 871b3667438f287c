"""`broadsheet export`: articles and quotes written for other programs."""

import os
import re
import sys
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Final

from tui.cli.failures import report
from tui.cli.opening import on_library
from tui.cli.output import write_each
from tui.cli.search import tell_mistake, today, typed_query
from tui.library.interface import Library, Row
from tui.library.query import QueryError, Search, parse
from tui.model import Article

FORMATS: Final = ("markdown", "jsonl", "csv", "html", "plain")

HELP: Final = """\
QUERY is what `broadsheet search` takes (see its --help); without one, everything is exported.
  markdown  YAML front matter and text, for Obsidian, Hugo and others
  jsonl     Article JSON, one article a line
  csv       a line for each article, or with --quotes for each quote
  html      pages that stand alone
  plain     text
With --output, markdown, html and plain write one file for each article into that folder, and write
the same file again for the same article; csv and jsonl write one file.
Exit code: 0 all went well; 1 nothing was found, or something could not be read; 2 the query or the
library is no good, or something cannot be written.
"""

_SUFFIXES: Final = {"markdown": ".md", "html": ".html", "plain": ".txt"}
_LONGEST_NAME: Final = 60
"""Code points of a title in the name of a file."""
_BETWEEN: Final = {"markdown": "\n\n", "plain": f"\n{'=' * 72}\n\n", "html": ""}


@dataclass(frozen=True, slots=True)
class Exporting:
    """What `broadsheet export` was asked for."""

    query: Sequence[str]
    format: str
    output: Path | None = None
    quotes: bool = False
    """With csv: a line for each quote."""
    limit: int | None = None


def export(asked: Exporting, library_path: Path | None) -> int:
    """Write the articles that a query means."""
    try:
        search = parse(typed_query(asked.query), today())
    except QueryError as error:
        return tell_mistake(error)

    def work(library: Library) -> int:
        found = _Found(library, search, asked.limit)
        try:
            code = _written(found, asked)
        except BrokenPipeError:
            raise
        except OSError as error:
            report(f"{error.filename or asked.output}: {error.strerror}")
            return 2
        if not found.count:
            report("no article was found")
        return int(bool(code or found.failed or not found.count))

    return on_library(library_path, work)


class _Found:
    """The articles of a search, one at a time; one that cannot be read is told and passed over."""

    def __init__(self, library: Library, search: Search, limit: int | None) -> None:
        self.count = self.failed = 0
        self._library = library
        self._rows: Iterator[Row] = islice(library.search(search), limit)

    def __iter__(self) -> Iterator[Article]:
        from tui.library.interface import LibraryError

        for row in self._rows:
            try:
                article = self._library.article(row.id)
            except LibraryError as error:
                self.failed += 1
                report(str(error))
                continue
            if article is not None:
                self.count += 1
                yield article


def _written(found: _Found, asked: Exporting) -> int:
    if asked.output is None:
        return write_each(_encoded(found, asked))
    if asked.format in _SUFFIXES:
        return _into_folder(found, asked.output, asked.format)
    part = asked.output.with_name(f".{asked.output.name}.part")
    try:
        with part.open("wb") as file:
            file.writelines(_encoded(found, asked))
        part.replace(asked.output)
    finally:
        part.unlink(missing_ok=True)
    return 0


def _encoded(found: _Found, asked: Exporting) -> Iterator[bytes]:
    """Yield what is written into one stream."""
    if asked.format == "jsonl":
        from tui.parse.article_json import dumps

        yield from (dumps(article) + b"\n" for article in found)
    elif asked.format == "csv":
        from tui.export import table

        rows = table.quote_rows if asked.quotes else table.article_rows
        heading = table.QUOTES if asked.quotes else table.ARTICLES
        yield table.line(heading).encode()
        for article in found:
            yield from (table.line(row).encode("utf-8", "replace") for row in rows(article))
    else:
        write, between = _writer(asked.format), _BETWEEN[asked.format]
        for number, article in enumerate(found):
            yield ((between if number else "") + write(article)).encode("utf-8", "replace")


def _writer(form: str) -> Callable[[Article], str]:
    if form == "markdown":
        from tui.export.markdown import markdown

        return markdown
    if form == "html":
        from tui.export.html import html

        return html
    from tui.export.plain import plain

    return plain


def _into_folder(found: _Found, folder: Path, form: str) -> int:
    folder.mkdir(parents=True, exist_ok=True)
    write = _writer(form)
    for article in found:
        path = folder / f"{file_name(article)}{_SUFFIXES[form]}"
        part = folder / f".{path.name}.part"
        part.write_bytes(write(article).encode("utf-8", "replace"))
        part.replace(path)
    if found.count:
        several = "file" if found.count == 1 else "files"
        print(f"{found.count} {several} in {os.fspath(folder)}", file=sys.stderr)
    return 0


def file_name(article: Article) -> str:
    """Return a name for the article's file: its date, title and the beginning of its id.

    Letters and digits of any script stay; nothing in it can lead out of a folder.
    """
    date = re.sub(r"[^0-9-]", "", (article.published or "")[:10])
    composed = unicodedata.normalize("NFC", article.title)[: 4 * _LONGEST_NAME]
    title = "-".join(re.findall(r"[^\W_]+", composed.lower()))[:_LONGEST_NAME].strip("-")
    id_ = re.sub(r"[^0-9A-Za-z]", "", article.id)[:8]
    return "-".join(filter(None, (date, title, id_))) or "article"
