"""`broadsheet show`: one article as lines, for a pipe, a pager or a screen reader."""

import shutil
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Final

from tui.cli.margin import Colour, coloured
from tui.cli.opening import NotThereError, on_library
from tui.cli.output import write_each
from tui.cli.pointing import article_called
from tui.library.interface import Library
from tui.model import Article, Failure
from tui.words import N_, _

MEASURE: Final = 84
"""The widest a line is set where nothing else is asked for, in cells; as in the reader."""
_SHOWN: Final = 6
"""Candidates that are told."""

HELP: Final = N_("""\
ARTICLE is the id of an article of the library or its beginning, as `search` and `quotes` print it;
else a file, or - for standard input; else words, as `search` takes them, that mean one article.
Behind each quote stands its number; below the text who said it, and whom the article names.
--width 0 leaves each paragraph on one line, as screen readers and editors like it.
Exit code: 0 it was shown; 1 there is none, or more than one is meant; 2 the library is no good.
""")


@dataclass(frozen=True, slots=True)
class Showing:
    """What `broadsheet show` was asked for."""

    words: Sequence[str]
    width: int | None = None
    """Cells; None for the terminal's, up to `MEASURE`."""
    colour: Colour = "auto"


def show(asked: Showing, library_path: Path | None) -> int:
    """Print the article that is meant."""
    (first, *more) = asked.words
    if not more and (first == "-" or _is_path(first)):
        from tui.intake import articles

        return write_each(_each(articles([first]), asked))
    return on_library(library_path, lambda library: _of_library(library, asked))


def _is_path(word: str) -> bool:
    try:
        return Path(word).exists()
    except (OSError, ValueError):
        return False


def _of_library(library: Library, asked: Showing) -> int:
    article = article_meant(library, asked.words)
    return write_each(_each(iter([article]), asked))


def article_meant(library: Library, words: Sequence[str]) -> Article:
    """Return the one article that an id or words mean; raises NotThereError."""
    from tui.cli.search import today, typed_query
    from tui.library.query import QueryError, parse

    if len(words) == 1 and library.articles_beginning(words[0], 1):
        return article_called(library, words[0])
    typed = typed_query(words)
    try:
        rows = list(islice(library.search(parse(typed, today())), _SHOWN + 1))
    except QueryError as error:
        raise NotThereError(
            _("“{typed}” is no query: {error}", typed=typed, error=error)
        ) from error
    if len(rows) > 1:
        same = [row for row in rows if row.title.casefold() == " ".join(words).casefold()]
        rows = same if len(same) == 1 else rows
    if not rows:
        raise NotThereError(_("no article is meant by “{typed}”", typed=typed))
    if len(rows) > 1:
        told = (f"{library.short_id(row.id)} ({row.title})" for row in rows[:_SHOWN])
        more = " …" if len(rows) > _SHOWN else ""
        raise NotThereError(
            _(
                "“{typed}” may be {join}{more}; name one by its id",
                typed=typed,
                join=", ".join(told),
                more=more,
            )
        )
    article = library.article(rows[0].id)
    if article is None:
        raise NotThereError(_("no article is meant by “{typed}”", typed=typed))
    return article


def _each(items: Iterator[Article | Failure], asked: Showing) -> Iterator[bytes | Failure]:
    from tui.export.shown import shown

    width = asked.width
    if width is None:
        width = min(shutil.get_terminal_size().columns, MEASURE)
    colour = coloured(asked.colour)
    encoding = (sys.stdout and sys.stdout.encoding) or "utf-8"
    between = b""
    for item in items:
        if isinstance(item, Failure):
            yield item
            continue
        lines = "".join(f"{line}\n" for line in shown(item, width, colour=colour))
        yield between + lines.encode(encoding, "replace")
        between = f"\n{'=' * 8}\n\n".encode()
