"""Files that hold saved pages, told by how they begin, and unpacked into a document for each page.

WARC files hold any number of pages and are read as a stream; a page saved by a browser, as MHTML or
.webarchive, is one page with its pictures. The libraries that unpack them are imported for them.
"""

import os
import re
import zlib
from collections.abc import Callable, Iterator

from tui.model import Failure
from tui.source.document import Document
from tui.source.stream import GZIP, Read

Unpack = Callable[[Read, str, int], Iterator[Document | Failure]]
"""Yields the documents in what `Read` gives: of this origin, each of at most so many bytes."""

_SQLITE = b"SQLite format 3\0"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_MBOX = b"From "
_WARC = b"WARC/"
_SIGNIFICANT = 16384
"""Bytes that are looked at."""

BLANK = b"\xef\xbb\xbf\r\n"
"""Bytes that may stand before the head of a mail: UTF-8's mark, line ends."""

_HEAD = re.compile(rb"(?:[A-Za-z][A-Za-z0-9-]{1,60}:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*)+\r?\n")
_MAIL = re.compile(rb"^mime-version:", re.IGNORECASE | re.MULTILINE)
_SAVED_PAGE = re.compile(
    rb"^content-type:\s{0,8}(?:multipart/(?:related|alternative|mixed)|text/html)\b",
    re.IGNORECASE | re.MULTILINE,
)
_WEBARCHIVE = b"WebMainResource"
_BINARY_LIST = b"bplist00"
_XML_LIST = re.compile(rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!DOCTYPE plist[^>]*>\s*)?<plist[\s>]")


def packs_pages(head: bytes) -> bool:
    """Say whether a file that begins with `head` is an archive of pages, whole or packed."""
    return is_warc(head) or _is_webarchive(head) or _is_mhtml(head)


def is_warc(head: bytes) -> bool:
    """Say whether a file that begins with `head` is a WARC file, packed with gzip or not."""
    if head.startswith(_WARC):
        return True
    if not head.startswith(GZIP):
        return False
    try:
        content = zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(head, len(_WARC))
    except zlib.error:
        return False
    return content == _WARC


def maildir_folder(path: str) -> bool:
    """Say whether a file stands where a maildir has its messages."""
    return os.path.basename(os.path.dirname(path)) in ("cur", "new")  # noqa: PTH119, PTH120


def unpacker(head: bytes) -> Unpack | None:
    """Return what unpacks a file that begins with `head`, if it is a database, a zip or an mbox."""
    if head.startswith(_SQLITE):
        from tui.source.newsboat import read_newsboat

        return read_newsboat
    if head.startswith(_ZIP):
        from tui.source.zips import read_zip

        return read_zip
    if head.startswith(_MBOX):
        from tui.source.mail import is_mbox, read_mbox

        return read_mbox if is_mbox(head) else None
    return None


def warc_pages(read: Read, head: bytes, origin: str, limit: int) -> Iterator[Document | Failure]:
    """Yield the pages of the WARC file whose bytes `read` gives; `head` is how it begins."""
    from tui.source.warc import read_warc

    yield from read_warc(read, origin, packed=head.startswith(GZIP), limit=limit)


def page_of(document: Document) -> Document | Failure:
    """Return the page that a browser saved in `document`, or `document` where it is none."""
    head = document.data[:_SIGNIFICANT]
    if _is_webarchive(head):
        from tui.source.webarchive import read_webarchive

        return read_webarchive(document)
    if _is_mhtml(head):
        from tui.source.mhtml import read_mhtml

        return read_mhtml(document)
    return document


def _is_webarchive(head: bytes) -> bool:
    is_list = head.startswith(_BINARY_LIST) or _XML_LIST.match(head)
    return bool(is_list) and _WEBARCHIVE in head[:_SIGNIFICANT]


def _is_mhtml(head: bytes) -> bool:
    """Say whether it is a mail that holds a page; the head may be longer than what is looked at."""
    fields = _HEAD.match(head[:_SIGNIFICANT].lstrip(BLANK))
    if not fields:
        return False
    return bool(_MAIL.search(fields[0]) and _SAVED_PAGE.search(fields[0]))
