"""What Pocket hands out: a table since 2024, before that a page with two lists.

The table has `title,url,time_added,tags,status`, tags with "|" between them. The page has the
headings "Unread" and "Read Archive", and tags in an attribute with commas.
"""

import re
from collections.abc import Iterator
from typing import Final

from tui.parse.link_pages import Heading, Marked, marks_in
from tui.parse.listed import Page, PageList, columns, listed, page_list, table

_COLUMNS: Final = {"title", "url", "time_added", "tags", "status"}
_PAGE: Final = re.compile(
    r"<!doctype html>\s{0,20}<html>.{0,500}?<title>Pocket Export</title>", re.IGNORECASE | re.DOTALL
)


def begins(head: str) -> bool:
    """Say whether a text is Pocket's export."""
    return columns(head) >= _COLUMNS or _PAGE.match(head[:2_000]) is not None


def read(text: str) -> PageList:
    """Return the pages of an export; raises ValueError."""
    found = _pages(text) if text.startswith("<") else _rows(text)
    return page_list("Pocket", found)


def _rows(text: str) -> Iterator[Page]:
    for row in table(text):
        tags = row["tags"].split("|")
        yield from listed(row["url"], row["title"], tags, read=row["status"] == "archive")


def _pages(text: str) -> Iterator[Page]:
    archive = False
    for mark in marks_in(text):
        if isinstance(mark, Marked):
            tags = mark.attributes.get("tags", "").split(",")
            yield from listed(mark.url, mark.title, tags, read=archive)
        elif isinstance(mark, Heading):
            archive = mark.name.casefold() == "read archive"
