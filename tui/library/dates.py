"""When an article stands before another: a number for its date that rises from new to old.

The date decides, with offsets brought to UTC; a date without a time of day is its first moment, and
a date-time without an offset is read as UTC. What is no date sorts last, behind every date.
"""

from datetime import UTC, datetime, timedelta
from typing import Final

UNDATED: Final = 2**62
"""Behind every date: the year 1 is less than 2**57 microseconds from the year 9999."""

_START: Final = datetime(1, 1, 1)
_MICROSECOND: Final = timedelta(microseconds=1)


def sort_key(published: str | None) -> int:
    """Return the place of an ISO 8601 date in newest-first order; `UNDATED` where it is none."""
    if published is None:
        return UNDATED
    try:
        moment = datetime.fromisoformat(published)
    except ValueError:
        return UNDATED
    # Offsets are taken off by hand: `astimezone` can't leave the years 1 to 9999.
    offset = moment.replace(tzinfo=moment.tzinfo or UTC).utcoffset() or timedelta()
    return -((moment.replace(tzinfo=None) - _START - offset) // _MICROSECOND)
