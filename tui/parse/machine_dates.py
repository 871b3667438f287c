"""The two forms in which programs write a date: RFC 822 (RSS) and RFC 3339 (Atom, JSON).

They are read without looking for any other form, and give what `tui.parse.dates` gives; a text in
neither form is read there.
"""

import re
from datetime import date

from tui.parse.dates import iso_date

_MONTHS = {
    name: number
    for number, name in enumerate(
        ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"), 1
    )
}
"""RFC 822, section 5."""

_RFC822 = re.compile(
    r"(?:[A-Z][a-z]{2}, )?([0-9]{1,2}) ([A-Z][a-z]{2}) ([0-9]{4}) ([0-9]{2}:[0-9]{2}:[0-9]{2}) "
    r"(GMT|UTC|[+-][0-9]{4})"
)
_RFC3339 = re.compile(
    r"([0-9]{4})-([0-9]{2})-([0-9]{2})T([0-9]{2}:[0-9]{2}:[0-9]{2})(?:\.[0-9]{1,9})?"
    r"(Z|[+-][0-9]{2}:[0-9]{2})"
)
_YEARS = range(1900, 3000)
"""Programs that write these forms are younger; other years are left to the other reader."""


def feed_date(text: str, language: str | None) -> str | None:
    """Return the date in `text`, in ISO 8601, or None; quick where a program wrote it."""
    return _machine_date(text) or iso_date(text, language)


def _machine_date(text: str) -> str | None:
    if match := _RFC3339.fullmatch(text):
        year, month, day = int(match[1]), int(match[2]), int(match[3])
    elif match := _RFC822.fullmatch(text):
        year, month, day = int(match[3]), _MONTHS.get(match[2], 0), int(match[1])
    else:
        return None
    zone = match[5]
    zone = "+00:00" if zone in ("Z", "GMT", "UTC") else f"{zone[:3]}:{zone[-2:]}"
    clock = match[4]
    possible = clock < "24" and clock[3:5] < "60" and clock[6:] < "60" and zone[1:] <= "14:00"
    if year not in _YEARS or not possible or zone[4:] > "59":
        return None
    try:
        return (
            f"{date(year, month, day).isoformat()}T{clock}{'+00:00' if zone == '-00:00' else zone}"
        )
    except ValueError:
        return None
