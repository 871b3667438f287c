"""What Readeck hands out as a list: a table of bookmarks.

It has `url,title,created,labels,is_archived,is_marked,type`, labels as a JSON list (Readeck 0.20
and later, its `converter/csv.go`). What is archived was read. The whole archive, with the articles,
is read by `tui.source.zips`.
"""

from collections.abc import Iterator
from typing import Final

from tui.parse.listed import Page, PageList, columns, listed, page_list, table, texts

_COLUMNS: Final = {"url", "title", "created", "labels", "is_archived", "is_marked"}


def begins(head: str) -> bool:
    """Say whether a text is Readeck's table of bookmarks."""
    return columns(head) >= _COLUMNS


def read(text: str) -> PageList:
    """Return the pages of an export; raises ValueError."""
    return page_list("Readeck", _rows(text))


def _rows(text: str) -> Iterator[Page]:
    for row in table(text):
        read, starred = row["is_archived"] == "true", row["is_marked"] == "true"
        labels = texts(row["labels"])
        yield from listed(row["url"], row["title"], labels, read=read, starred=starred)
