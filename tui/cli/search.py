"""`broadsheet search`: the articles that a query means, from the shell."""

import json
import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from itertools import islice
from pathlib import Path
from typing import Final

from tui.cli.columns import Column, write_found, write_lists
from tui.cli.failures import report
from tui.cli.opening import on_library
from tui.cli.people import Lists
from tui.layout.visible import visible
from tui.library.interface import Library, Row
from tui.library.query import QueryError, Search, parse
from tui.library.query.meaning import meaning
from tui.words import N_, _, language

_COLUMNS: Final = (
    Column(N_("Article"), 10),
    Column(N_("Date"), 10),
    Column(N_("Site"), 20),
    Column(N_("Title"), 70),
)

FIELDS: Final = N_("""\
Words beside each other are all meant; "a phrase", AND, OR, NOT, ( ), and word* for what begins so.
Fields:
  person:NAME   articles that name somebody     by:NAME      articles that quote somebody
  said:WORDS    words in a quote; beside by: or person:, in theirs
  title:  text:  author:  about:  tag:  site:  lang:fr
  is:unread|read|starred|highlighted   has:quotes|people|notes
  date:2026-03   date:2026-01..2026-03   date:">2026-01-01"   date:"last week"   date:"depuis lundi"
  sort:newest|oldest
French names (personne:, dit:, titre:, depuis …) mean the same. A value of several words is quoted.
With --json, each line is an object: `article` (its id), `title`, `site`, `published`, `read`.
In a pipe, each line is article id, date, site and title, with tabs between.
Exit code: 0 something was found; 1 nothing; 2 the query or the library cannot be read.
""")


def search(query: Sequence[str], lists: Lists, library_path: Path | None) -> int:
    """List the articles that `query` means, the newest first."""
    try:
        wanted = parse(typed_query(query), today())
    except QueryError as error:
        return tell_mistake(error)
    if sys.stdout.isatty() and sys.stderr.isatty():
        print(visible(meaning(wanted, language())), file=sys.stderr)
    return on_library(library_path, lambda library: listed(library, wanted, lists))


def listed(library: Library, wanted: Search, lists: Lists) -> int:
    """List the articles that `wanted` means."""
    found = islice(library.search(wanted), lists.limit)
    if lists.json:
        return write_found(map(_object, found), _("no article was found"))
    return write_lists(_COLUMNS, _rows(library, found), _("no article was found"))


def tell_mistake(error: QueryError) -> int:
    """Say what is wrong with a query, and where; return the exit code."""
    report(error.message)
    for line in error.pointed().splitlines()[1:]:
        print(visible(line), file=sys.stderr)
    return 2


def today() -> date:
    """Return the day that "today" means."""
    return datetime.now(UTC).astimezone().date()


def typed_query(arguments: Sequence[str]) -> str:
    """Return the query that a shell's words are: one with spaces had marks that the shell took."""
    if len(arguments) == 1:
        return arguments[0]
    return " ".join(map(_argument, arguments))


def _argument(text: str) -> str:
    if not any(map(str.isspace, text)) or any(mark in text for mark in '"()“«'):
        return text
    name, colon, value = text.partition(":")
    return f'{name}:"{value}"' if colon and name.isalpha() else f'"{text}"'


def _rows(library: Library, found: Iterator[Row]) -> Iterator[tuple[str, ...]]:
    for row in found:
        date = (row.published or "")[:10]
        yield (library.short_id(row.id), date, row.site or "", row.title)


def _object(row: Row) -> str:
    return json.dumps(
        {
            "article": row.id,
            "title": row.title,
            "site": row.site,
            "published": row.published,
            "read": row.read,
        },
        ensure_ascii=True,
    )
