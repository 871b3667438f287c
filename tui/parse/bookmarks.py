"""Bookmarks as every browser hands them out: the Netscape bookmark file, with folders in folders.

The folders that a bookmark is in become its tags, as do the tags that Firefox writes; the folders
that the browser itself made, such as the bookmarks bar, are left out.
"""

import re
from collections.abc import Iterator
from typing import Final

from tui.parse.link_pages import Edge, Marked, marks_in
from tui.parse.listed import Page, PageList, listed, page_list

_HEAD: Final = re.compile(r"<!doctype netscape-bookmark-file-1>", re.IGNORECASE)
_BROWSERS_OWN: Final = ("personal_toolbar_folder", "unfiled_bookmarks_folder")
"""Attributes of folders that the browser made."""
_DEEPEST: Final = 50
"""Folders in folders."""


def begins(head: str) -> bool:
    """Say whether a text is a bookmark file."""
    return _HEAD.match(head) is not None


def read(text: str) -> PageList:
    """Return the pages of a bookmark file; raises ValueError."""
    return page_list("bookmarks", _pages(text))


def _pages(text: str) -> Iterator[Page]:
    folders: list[str] = []
    title = ""
    for mark in marks_in(text):
        if isinstance(mark, Marked):
            tags = [*filter(None, folders), *mark.attributes.get("tags", "").split(",")]
            yield from listed(mark.url, mark.title, tags)
        elif isinstance(mark, Edge):
            folders = [*folders[:_DEEPEST], title] if mark.begins else folders[:-1]
            title = ""
        else:
            own = mark.level == 1 or any(name in mark.attributes for name in _BROWSERS_OWN)
            title = "" if own else mark.name
