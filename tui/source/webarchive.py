"""Pages saved by Safari as .webarchive: the page in a property list, binary or XML.

The list holds the page under `WebMainResource` and its pictures beside it; only the page is taken.
"""

import plistlib
import struct
from xml.parsers.expat import ExpatError

from tui.model import Failure
from tui.source.document import Document

_TRAILER = struct.Struct(">6xBBQQQ")
"""The end of a binary list: sizes, how many objects, which is the first, where their table is."""

_REFUSALS = (
    ValueError, ExpatError, RecursionError, AttributeError, TypeError, LookupError, struct.error,
    OverflowError,
)  # fmt: skip
"""How plistlib refuses a list that is damaged."""


def read_webarchive(document: Document) -> Document | Failure:
    """Return the page that is saved in `document`."""
    data = document.data
    if data.startswith(b"bplist") and not _is_sound(data):
        return Failure(document.origin, "a damaged web archive")
    try:
        found = plistlib.loads(data)
    except _REFUSALS:
        return Failure(document.origin, "a damaged web archive")
    page = found.get("WebMainResource") if isinstance(found, dict) else None
    content = page.get("WebResourceData") if isinstance(page, dict) else None
    if not isinstance(page, dict) or not isinstance(content, bytes):
        return Failure(document.origin, "no page in this web archive")
    url, kind, charset = (
        value if isinstance(value := page.get(f"WebResource{name}"), str) else ""
        for name in ("URL", "MIMEType", "TextEncodingName")
    )
    media_type = f"{kind or 'text/html'}; charset={charset}" if charset else kind or None
    return Document(content, document.origin, media_type, None, url or None)


def _is_sound(data: bytes) -> bool:
    """Say whether a binary list can hold as many objects as it says: the library believes it."""
    if len(data) < _TRAILER.size:
        return False
    size, _, objects, _, table = _TRAILER.unpack(data[-_TRAILER.size :])
    return bool(0 < objects * size <= len(data) - table)
