"""When an article stands before another: a number for its date that rises from new to old.

The date decides, with offsets brought to UTC; a date without a time of day is its first moment, and
a date-time without an offset is read as UTC. What is no date sorts last, behind every date.

Each article has a place of its own, so that a place can be its number in the full-text index: the
one of its moment, or the next that is free.
"""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Final

TICKS: Final = 1024
"""Places to a second: that many articles of one second stand before those of the second before."""

UNDATED: Final = 2**49
"""Behind every date: the year 1 is less than 2**49 ticks from the year 9999."""

_START: Final = datetime(1, 1, 1)
_MICROSECOND: Final = timedelta(microseconds=1)
_MICROSECONDS: Final = 1_000_000


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
    since = (moment.replace(tzinfo=None) - _START - offset) // _MICROSECOND
    return -(since * TICKS // _MICROSECONDS)


def free_place(wanted: int, taken: Callable[[int], bool]) -> int:
    """Return a free place, `wanted` or behind those taken from there on; few are asked about."""
    if not taken(wanted):
        return wanted
    held, step = wanted, 1
    while taken(wanted + step):
        held, step = wanted + step, 2 * step
    free = wanted + step
    while free - held > 1:
        middle = (held + free) // 2
        held, free = (middle, free) if taken(middle) else (held, middle)
    return free
