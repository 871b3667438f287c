"""What Readwise Reader hands out: a table of documents.

It has `Title,URL,ID,Document tags,Saved date,Reading progress,Location,Seen`; tags are a list as
Python writes it, and what is in the location "archive" was read.
"""

import ast
from collections.abc import Iterator
from typing import Final

from tui.parse.listed import Page, PageList, columns, listed, page_list, table

_COLUMNS: Final = {"title", "url", "id", "document tags", "location"}
_LONGEST_LIST: Final = 10_000
"""Code points of a list of tags."""


def begins(head: str) -> bool:
    """Say whether a text is the export of Readwise Reader."""
    return columns(head) >= _COLUMNS


def read(text: str) -> PageList:
    """Return the pages of an export; raises ValueError."""
    return page_list("Readwise Reader", _rows(text))


def _rows(text: str) -> Iterator[Page]:
    for row in table(text):
        done = row["location"] == "archive" or row.get("reading progress", "") in ("1", "1.0")
        yield from listed(row["url"], row["title"], _tags(row["document tags"]), read=done)


def _tags(cell: str) -> list[str]:
    """Return the words of a list of literals; nothing is evaluated."""
    if not cell.startswith("[") or len(cell) > _LONGEST_LIST:
        return []
    try:
        found = ast.literal_eval(cell)
    except (ValueError, SyntaxError, RecursionError, MemoryError):
        return []
    return [tag for tag in found if isinstance(tag, str)] if isinstance(found, list) else []
