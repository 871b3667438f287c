"""Named fields at the head of a message, as HTTP, mail and WARC write them: "Name: value".

Names are compared in lower case; the first of several fields of a name counts. A head is bounded,
and what is no field in it is passed over.
"""

LONGEST_HEAD = 64 * 1024
"""Bytes of a head, as servers bound it."""

_MOST_FIELDS = 500


def fields_of(head: bytes) -> dict[str, str]:
    """Return the fields in `head` by name; a line that begins with a space continues the last."""
    found: dict[str, str] = {}
    last = ""
    lines = head[:LONGEST_HEAD].decode("utf-8", "replace").splitlines()
    for line in lines[:_MOST_FIELDS]:
        if line[:1] in (" ", "\t"):
            if last:
                found[last] = f"{found[last]} {line.strip()}"
            continue
        name, colon, value = line.partition(":")
        last = name.strip().lower() if colon and name.strip().lower() not in found else ""
        if last:
            found[last] = value.strip()
    return found


def media_type_of(content_type: str) -> str:
    """Return the type in "text/html; charset=utf-8", without its parameters."""
    return content_type.partition(";")[0].strip().lower()


PAGES = ("text/html", "application/xhtml+xml")
"""The media types of pages (IANA)."""
