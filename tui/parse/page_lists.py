"""Lists of addresses that other tools hand out: pages somebody saved, and feeds.

They hold no article. `read_list` reads them for whoever fetches what is in them; opened as
articles, they are one `Failure` that says what to do. One module reads the lists of one tool or
form; `FORMS` has them all.
"""

from collections.abc import Iterator
from typing import Final, Protocol

from tui.model import Failure
from tui.parse import bookmarks, instapaper, pocket, readeck, readwise, urls_file, zotero
from tui.parse.charset import decode
from tui.parse.draft import Parsed
from tui.parse.listed import PageList
from tui.parse.opml import Outline
from tui.source import Document


class Form(Protocol):
    """A module that reads the lists of one tool."""

    def begins(self, head: str) -> bool:
        """Say whether a text that begins so is one of them."""

    def read(self, text: str) -> PageList:
        """Return what is in it; raises ValueError where it is bad."""


FORMS: Final[tuple[Form, ...]] = (
    pocket,
    instapaper,
    readwise,
    readeck,
    bookmarks,
    zotero,
    urls_file,
)


def is_list(head: str) -> bool:
    """Say whether a document that begins with `head` is a list; a short head is all of it."""
    return any(form.begins(head) for form in FORMS)


def read_list(document: Document) -> PageList | None:
    """Return the list in a document, None where it is none; raises ValueError where it is bad."""
    text = decode(document.data, document.media_type).lstrip("\ufeff \t\r\n\f\0")
    for form in FORMS:
        if form.begins(text):
            return form.read(text)
    return None


def feeds_in(document: Document) -> tuple[Outline, ...]:
    """Return the feeds of newsboat's list of addresses; none where the document is another."""
    text = decode(document.data, document.media_type).lstrip("\ufeff \t\r\n\f\0")
    return tuple(urls_file.feeds_in(text)) if urls_file.begins(text) else ()


def parse_list(document: Document) -> Iterator[Parsed | Failure]:
    """Say what a list is, and how to get at what is in it."""
    found = read_list(document)
    if found is None or not found.pages:
        yield Failure(document.origin, "a list without any address")
        return
    count = f"{len(found.pages):,} address{'es' if len(found.pages) > 1 else ''}"
    what = f"{found.tool}: {count} and no article"
    if found.feeds:
        how = "`broadsheet follow --import` follows feeds, `broadsheet add --fetch` fetches pages"
    else:
        how = "`broadsheet add --fetch` fetches them"
    yield Failure(document.origin, f"{what}; {how}")
