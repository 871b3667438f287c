"""Zip archives: exports of Omnivore and Readeck, or files of text that somebody packed, a document
each.

Nothing is written to disk under a name from the archive, and no archive inside another is opened.
What is unpacked is bounded file by file and as a whole, whatever the archive says of sizes.
"""

import io
import json
import re
import zipfile
import zlib
from collections.abc import Iterator
from typing import IO, Any, Final

from tui.model import Failure
from tui.source.document import Document
from tui.source.spooled import TooLargeError, spooled
from tui.source.stream import Read

MOST_FILES: Final = 50_000
MOST_UNPACKED: Final = 2 * 1024 * 1024 * 1024
"""Bytes of all files of an archive together."""
_RATIO: Final = 200
"""A file may unpack to so many times its size beyond the first `_FREE` bytes: text packs to a
tenth or so, and what is made to harm to a thousandth."""
_FREE: Final = 4 * 1024 * 1024

_LONGEST_DIRECTORY: Final = 16 * 1024 * 1024
_LONGEST_END: Final = 22 + 65535 + 20
"""Bytes of the end record with its comment, and of what may stand before it."""

_READ: Final = (".html", ".htm", ".xhtml", ".json", ".jsonl", ".csv", ".md", ".txt", ".xml", ".eml")
_OFFICE: Final = frozenset(("mimetype", "[Content_Types].xml", "META-INF/MANIFEST.MF"))
"""What tells books, documents and programs from archives that somebody packed."""

_BOOKMARK: Final = re.compile(r"bookmarks/[^/]{1,100}/info\.json")
_PAGE: Final = "index.html"
"""The article of a bookmark in Readeck's archive (0.20, its `portability/export.go`)."""
_TOLD: Final = (
    *("UID", "URL", "InitialURL", "Title", "SiteName", "Site", "Published", "Created", "Authors"),
    *("Lang", "Description", "Labels", "ReadProgress", "IsArchived", "IsMarked", "Annotations"),
)
"""What is taken of what Readeck says of a bookmark."""

_BROKEN: Final = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError)
"""What the library raises: damage, methods that it does not know, passwords."""


class _UnpackError(Exception):
    """A file that is not unpacked; the message is the reason."""


def read_zip(read: Read, origin: str, limit: int) -> Iterator[Document | Failure]:
    """Yield the documents in the archive that `read` gives; `limit` is the most bytes of each."""
    try:
        with spooled(read) as copy:
            yield from _documents(copy, origin, limit)
    except TooLargeError as error:
        yield Failure(origin, str(error))
    except (*_BROKEN, ValueError, OSError):
        yield Failure(origin, "a zip archive that is damaged")


def _documents(copy: IO[bytes], origin: str, limit: int) -> Iterator[Document | Failure]:
    if _directory_size(copy) > _LONGEST_DIRECTORY:
        yield Failure(origin, f"a zip archive of more than {MOST_FILES:,} files")
        return
    with zipfile.ZipFile(copy) as archive:
        packed = _Packed(archive, limit)
        if len(packed.files) > MOST_FILES:
            yield Failure(origin, f"a zip archive of more than {MOST_FILES:,} files")
            return
        if not _OFFICE.isdisjoint(packed.files):
            yield Failure(origin, "not a text file")
            return
        listings = [name for name in packed.files if _is_listing(name)]
        if listings:
            yield from _omnivore(packed, listings, origin)
            return
        bookmarks = [name for name in packed.files if _BOOKMARK.fullmatch(name)]
        if bookmarks and "data.json" in packed.files:
            yield from (_bookmark(packed, name, origin) for name in bookmarks)
            return
        names = [name for name in packed.files if name.lower().endswith(_READ)]
        if not names:
            yield Failure(origin, "a zip archive without anything that is read")
        for name in names:
            place = f"{origin}:{_printable(name)}"
            try:
                yield Document(packed.content(name), place)
            except _UnpackError as error:
                yield Failure(place, str(error))
                if packed.spent:
                    return


class _Packed:
    """The files of an archive, by name, and how much of them has been unpacked."""

    def __init__(self, archive: zipfile.ZipFile, limit: int) -> None:
        self._archive = archive
        self._limit = limit
        self._left = MOST_UNPACKED
        infos = archive.infolist()[: MOST_FILES + 1]
        self.files = {info.filename: info for info in infos if not info.is_dir()}

    @property
    def spent(self) -> bool:
        """Whether nothing more is unpacked."""
        return self._left <= 0

    def content(self, name: str) -> bytes:
        """Return what a file holds; raises _UnpackError."""
        info = self.files[name]
        most = min(self._limit, _FREE + info.compress_size * _RATIO, self._left)
        try:
            with self._archive.open(info) as file:
                data = file.read(most + 1)
        except (*_BROKEN, ValueError, OSError):
            raise _UnpackError("can't be unpacked") from None
        self._left -= len(data)
        if len(data) > most:
            raise _UnpackError("unpacks to more than is read")
        return data


def _directory_size(copy: IO[bytes]) -> int:
    """Return how many bytes the archive's list of files takes, before anybody reads it whole.

    The library makes an object of every entry there (APPNOTE 6.3, sections 4.3.14 to 4.3.16).
    """
    end = copy.seek(0, io.SEEK_END)
    start = max(0, end - _LONGEST_END)
    copy.seek(start)
    tail = copy.read()
    at = tail.rfind(b"PK\x05\x06")
    if at < 0:
        return 0
    size = int.from_bytes(tail[at + 12 : at + 16], "little")
    locator = tail[max(0, at - 20) : at]
    if not locator.startswith(b"PK\x06\x07"):
        return size
    copy.seek(min(int.from_bytes(locator[8:16], "little"), end))
    return max(size % 0xFFFFFFFF, int.from_bytes(copy.read(56)[40:48], "little"))


def _is_listing(name: str) -> bool:
    """Say whether a file is one of Omnivore's lists of items, "metadata_0_to_20.json"."""
    return name.startswith("metadata_") and name.endswith(".json")


def _omnivore(packed: _Packed, listings: list[str], origin: str) -> Iterator[Document | Failure]:
    """Yield the items of Omnivore's export, their pages and highlights put into them."""
    for listing in listings:
        place = f"{origin}:{_printable(listing)}"
        try:
            items = json.loads(packed.content(listing))
        except _UnpackError as error:
            yield Failure(place, str(error))
            continue
        except (ValueError, RecursionError):
            yield Failure(place, "not valid JSON")
            continue
        if not isinstance(items, list):
            yield Failure(place, "no list of Omnivore's")
            continue
        for item in items:
            if isinstance(item, dict) and isinstance(item.get("slug"), str):
                yield _item(packed, item, origin)


def _item(packed: _Packed, item: dict[str, Any], origin: str) -> Document | Failure:
    slug = item["slug"]
    place = f"{origin}:{_printable(slug)}"
    whole = {**item, "content": None, "highlights": None}
    try:
        for field, name in (
            ("content", f"content/{slug}.html"),
            ("highlights", f"highlights/{slug}.md"),
        ):
            if name in packed.files:
                whole[field] = packed.content(name).decode("utf-8", "replace")
    except _UnpackError as error:
        return Failure(place, str(error))
    return Document(json.dumps(whole).encode("utf-8", "replace"), place)


def _bookmark(packed: _Packed, name: str, origin: str) -> Document | Failure:
    """Return a bookmark of Readeck's whole archive, its page put into it.

    The archive's `data.json`, with accounts and their tokens, is not looked at.
    """
    place = f"{origin}:{_printable(name)}"
    try:
        told = json.loads(packed.content(name))
        page = f"{name.removesuffix('info.json')}container/{_PAGE}"
        if not isinstance(told, dict) or page not in packed.files:
            return Failure(place, "Readeck has no text of it")
        content = packed.content(page).decode("utf-8", "replace")
    except _UnpackError as error:
        return Failure(place, str(error))
    except (ValueError, RecursionError):
        return Failure(place, "not valid JSON")
    whole = {field: told.get(field) for field in _TOLD} | {"content": content}
    return Document(json.dumps(whole).encode("utf-8", "replace"), place)


def _printable(name: str) -> str:
    return name.encode("utf-8", "replace").decode()
