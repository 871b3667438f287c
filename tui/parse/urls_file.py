"""Files with an address on each line: newsboat's list of feeds, or anybody's list of pages.

In newsboat's, tags follow the address; one that begins with "~" is the feed's name, one with "!"
says that it is hidden. Lines that are no address of the web (queries, commands, filters) are feeds
that only newsboat can make, and are left out.
"""

import re
from collections.abc import Iterator
from typing import Final

from tui.parse.addresses import web_address
from tui.parse.listed import Page, PageList, listed, page_list
from tui.parse.opml import Outline

_LINE: Final = re.compile(
    r"[ \t]*(?:#.*|(?:https?://|\"?(?:query|exec|filter|file):)\S.*)?", re.IGNORECASE
)
_ADDRESS: Final = re.compile(r"^[ \t]*https?://\S", re.IGNORECASE | re.MULTILINE)
_WORD: Final = re.compile(r'"((?:[^"\\]|\\.)*)"|(\S+)')
_HEAD: Final = 65_000
"""Code points of whole lines that tell a list."""
_LONGEST_LINE: Final = 10_000
_MOST_WORDS: Final = 100
"""Words beside one address that are looked at."""
_FEW: Final = 4
"""Words without quotation marks beside an address: more of them are a sentence."""


def begins(head: str) -> bool:
    """Say whether all lines of a text are addresses, with their tags, or remarks."""
    start = head[:_HEAD]
    lines = start.splitlines()
    if len(head) > _HEAD:
        del lines[-1]
    found = 0
    for line in lines:
        if len(line) > _LONGEST_LINE or not _LINE.fullmatch(line):
            return False
        if _ADDRESS.match(line):
            found += 1
            if sum(1 for word in _words(line)[1:] if not word[1]) > _FEW:
                return False
    return found > 0


def read(text: str) -> PageList:
    """Return the addresses of a list, with their tags; raises ValueError."""
    return page_list("a list of addresses", _pages(text), feeds=True)


def feeds_in(text: str) -> Iterator[Outline]:
    """Yield the feeds of newsboat's list; the first tag is the folder."""
    for url, words in _entries(text):
        title = next((word[1:] for word in words if word.startswith("~")), "")
        folder = next((word for word in words if not word.startswith(("~", "!"))), "")
        yield Outline(url, title.strip(), None, folder.replace("/", "-").strip())


def _pages(text: str) -> Iterator[Page]:
    for url, words in _entries(text):
        title = next((word[1:] for word in words if word.startswith("~")), "")
        yield from listed(url, title, [word for word in words if not word.startswith(("~", "!"))])


def _entries(text: str) -> Iterator[tuple[str, list[str]]]:
    for line in text.splitlines():
        if len(line) <= _LONGEST_LINE and _ADDRESS.match(line):
            (url, _), *tags = _words(line)
            address = web_address(url)
            if address:
                yield address, [word for word, _ in tags]


def _words(line: str) -> list[tuple[str, bool]]:
    """Return the words of a line, and whether each stands in quotation marks."""
    found: list[tuple[str, bool]] = []
    for match in _WORD.finditer(line):
        if match[1] is None and match[2].startswith("#"):
            break
        quoted = match[1] is not None
        found.append((re.sub(r"\\(.)", r"\1", match[1]) if quoted else match[2], quoted))
        if len(found) > _MOST_WORDS:
            break
    return found
