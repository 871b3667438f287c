"""`broadsheet people`: whom the library names, from the shell."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Final

from tui.cli.columns import Column, write_found, write_lists
from tui.cli.opening import on_library
from tui.library.interface import Library, PeopleQuery, Person
from tui.words import N_, _

_COLUMNS: Final = (
    Column(N_("Name"), 28),
    Column(N_("Articles"), 8, number=True),
    Column(N_("Mentions"), 8, number=True),
    Column(N_("Roles"), 40),
)

FIELDS: Final = N_("""\
With --json, each line is an object: `id` (what other commands take for the name where names are
not enough), `name`, `names` (the other forms of it), `articles` and `mentions` (how many of each),
`roles` (what the newest articles say they are).
In a pipe, each line is name, articles, mentions, roles and id, with tabs between.
Exit code: 0 somebody was found; 1 nobody; 2 the library cannot be opened.
""")


@dataclass(frozen=True, slots=True)
class Lists:
    """How much of a list is wanted, and in what form."""

    json: bool = False
    limit: int | None = None


def people(query: PeopleQuery, lists: Lists, library_path: Path | None) -> int:
    """List the figures that `query` means."""

    def work(library: Library) -> int:
        found = islice(library.people(query), lists.limit)
        if lists.json:
            return write_found(map(_object, found), _("nobody was found"))
        return write_lists(_COLUMNS, _rows(found), _("nobody was found"))

    return on_library(library_path, work)


def _rows(found: Iterator[Person]) -> Iterator[tuple[str, ...]]:
    for each in found:
        figure = each.figure
        roles = ", ".join(each.roles)
        yield figure.name, str(figure.articles), str(figure.mentions), roles, figure.id


def _object(each: Person) -> str:
    import json

    figure = each.figure
    return json.dumps(
        {
            "id": figure.id,
            "name": figure.name,
            "names": each.names,
            "articles": figure.articles,
            "mentions": figure.mentions,
            "roles": each.roles,
        },
        ensure_ascii=True,
    )
