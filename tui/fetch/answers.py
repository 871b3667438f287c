"""What an answer means: a document, a reason, how long its server wants to be left alone."""

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from typing import Final

from tui.fetch.asking import Answer
from tui.source import Document

LONGEST_WAIT: Final = 7 * 24 * 3600.0
"""Seconds; a server that asks for more is believed for a week."""
_USUAL_WAIT: Final = 3600.0
"""Seconds that a server is left alone which says "too many requests" and not until when."""
_LONGEST_VERSION: Final = 1000
"""Code points of what a server calls a version."""

_ENDS: Final = (b"</rss>", b"</feed>", b":rdf>")
"""How RSS, Atom and RSS 1.0 end; servers write comments behind."""
_LAST: Final = 2000
"""Bytes in which the end of a feed is looked for."""


def document_of(answer: Answer, origin: str, now: datetime) -> Document:
    """Return the body of an answer as a document that came from `origin`."""
    return Document(
        answer.data,
        origin,
        media_type=answer.fields.get("content-type"),
        fetched=iso(now),
        url=answer.url,
    )


def reason_of(answer: Answer) -> str:
    """Say in a few words why there is no document in an answer."""
    try:
        phrase = HTTPStatus(answer.status).phrase.lower()
    except ValueError:
        return f"its server answers {answer.status}"
    return f"its server answers {answer.status}: {phrase}"


def wait_of(answer: Answer, now: datetime) -> float | None:
    """Return for how many seconds a server that refuses wants to be left alone, if it does.

    `Retry-After` is a number of seconds or a date (RFC 9110, section 10.2.3).
    """
    if answer.status not in (HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE):
        return None
    said = answer.fields.get("retry-after", "")
    if said.isascii() and said.isdecimal():
        return min(float(said[:12]), LONGEST_WAIT)
    try:
        until = parsedate_to_datetime(said)
    except ValueError:
        return _USUAL_WAIT if answer.status == HTTPStatus.TOO_MANY_REQUESTS else None
    if until.tzinfo is None:
        until = until.replace(tzinfo=UTC)
    return min(max((until - now).total_seconds(), 0.0), LONGEST_WAIT)


def is_whole(answer: Answer) -> bool:
    """Say whether a body is known to have come to its end.

    A body that says neither its length nor where it ends (RFC 9112, section 6.3) ends with the
    connection, and looks the same when that breaks; then only the end of a feed tells.
    """
    if "content-length" in answer.fields or "transfer-encoding" in answer.fields:
        return True
    end = answer.data[-_LAST:].replace(b"\0", b"").rstrip().lower()
    return end.endswith(b"}") or any(mark in end for mark in _ENDS)


def version_of(answer: Answer, field: str) -> str | None:
    """Return a field that names a version, as it can be sent back; None where there is none."""
    said = answer.fields.get(field, "")
    fit = said.isascii() and said.isprintable() and len(said) <= _LONGEST_VERSION
    return said if said and fit else None


def iso(time: datetime) -> str:
    """Return a time as it is stored, to the second."""
    return time.astimezone(UTC).isoformat(timespec="seconds")
