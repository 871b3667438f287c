"""What Instapaper hands out: a table, or a page with a list for each folder.

The table has `URL,Title,Selection,Folder,Timestamp`, and `Tags` as a JSON list since 2024. Two
folders mean something: what is in "Archive" was read, what is in "Starred" was liked.
"""

import re
from collections.abc import Iterator
from typing import Final

from tui.model import Passage
from tui.parse.link_pages import Heading, Marked, marks_in
from tui.parse.listed import Page, PageList, columns, listed, page_list, table, texts

_COLUMNS: Final = {"url", "title", "selection", "folder"}
_PAGE: Final = re.compile(
    r"<!doctype html>\s{0,20}<html>.{0,500}?<title>Instapaper: Export</title>",
    re.IGNORECASE | re.DOTALL,
)
_OWN: Final = frozenset(("unread", "archive", "starred", ""))
"""Folders that everybody has, in lower case."""


def begins(head: str) -> bool:
    """Say whether a text is Instapaper's export."""
    return columns(head) >= _COLUMNS or _PAGE.match(head[:2_000]) is not None


def read(text: str) -> PageList:
    """Return the pages of an export; raises ValueError."""
    found = _pages(text) if text.startswith("<") else _rows(text)
    return page_list("Instapaper", found)


def _rows(text: str) -> Iterator[Page]:
    for row in table(text):
        selection = row["selection"].strip()
        passages = (Passage(selection),) if selection else ()
        tags = texts(row.get("tags", ""))
        yield from _page(row["url"], row["title"], row["folder"], tags, passages)


def _pages(text: str) -> Iterator[Page]:
    folder = ""
    for mark in marks_in(text):
        if isinstance(mark, Marked):
            yield from _page(mark.url, mark.title, folder, [], ())
        elif isinstance(mark, Heading):
            folder = mark.name


def _page(
    url: str, title: str, folder: str, tags: list[str], passages: tuple[Passage, ...]
) -> Iterator[Page]:
    name = folder.strip().lower()
    own = [] if name in _OWN else [folder.strip()]
    # What is starred says nothing of having been read.
    read, starred = name == "archive", name == "starred"
    yield from listed(url, title, own + tags, read=read, starred=starred, passages=passages)
