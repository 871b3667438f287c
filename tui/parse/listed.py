"""What lists of saved pages have in common: the value they are read into, and tables of CSV."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

import orjson

from tui.model import Brought, Passage
from tui.parse.addresses import web_address
from tui.parse.clean import clean_inline
from tui.parse.foreign_marks import tag_names

MOST: Final = 50_000
"""Pages of one list."""
_LONGEST_FIELD: Final = 1_000_000
"""Code points of a cell."""
_LONGEST_TITLE: Final = 500
_LONGEST_ADDRESS: Final = 8_000


@dataclass(frozen=True, slots=True)
class Page:
    """A page that somebody saved, and what they did to it."""

    url: str
    title: str = ""
    brought: Brought = field(default_factory=lambda: Brought(""))
    """Without the id of the article."""


@dataclass(frozen=True, slots=True)
class PageList:
    """The addresses in a list, each once."""

    tool: str
    """Whose list it is, as the user knows it."""
    pages: tuple[Page, ...]
    feeds: bool = False
    """Whether the addresses may be those of feeds."""


def listed(
    url: str,
    title: str = "",
    tags: list[str] | None = None,
    *,
    read: bool = False,
    starred: bool = False,
    passages: tuple[Passage, ...] = (),
) -> Iterator[Page]:
    """Yield a page where `url` is an address of the web."""
    address = web_address(url.strip()) if len(url) <= _LONGEST_ADDRESS else None
    if address:
        brought = Brought("", read, starred, tag_names(tags or []), passages)
        yield Page(address, clean_inline(title[:_LONGEST_TITLE]), brought)


def page_list(tool: str, pages: Iterator[Page], *, feeds: bool = False) -> PageList:
    """Return the list of `pages`; raises ValueError where they are too many."""
    found: dict[str, Page] = {}
    for page in pages:
        found.setdefault(page.url, page)
        if len(found) > MOST:
            raise ValueError(f"more than {MOST:,} addresses")
    return PageList(tool, tuple(found.values()), feeds)


def columns(text: str) -> frozenset[str]:
    """Return the names of the columns that the first line of `text` may be the head of."""
    line = text.partition("\n")[0][:2_000]
    return frozenset(name.strip().strip('"').lower() for name in line.split(","))


def table(text: str) -> Iterator[dict[str, str]]:
    """Yield the rows of a table in CSV (RFC 4180), by the names in its head, in lower case.

    Raises ValueError for what is no CSV.
    """
    csv.field_size_limit(_LONGEST_FIELD)
    rows = csv.reader(io.StringIO(text.replace("\0", ""), newline=""))
    try:
        names = [name.strip().lower() for name in next(rows, [])]
        for row in rows:
            # What a row lacks is empty; what it has too much of belongs to no column.
            cells = dict(zip(names, row, strict=False))
            if cells:
                yield dict.fromkeys(names, "") | cells
    except csv.Error as error:
        raise ValueError(f"not a table: {error}") from None


def texts(cell: str) -> list[str]:
    """Return the texts of a list in JSON; none where a cell holds no such list."""
    try:
        found = orjson.loads(cell or "[]")
    except orjson.JSONDecodeError:
        return []
    return [text for text in found if isinstance(text, str)] if isinstance(found, list) else []
