"""From what pages and feeds print as a date to ISO 8601.

A time of day counts only with its offset, because the contract knows a date or a date-time with
offset; without one the date alone is returned. Nothing is guessed: no year, an impossible day or an
order of day and month that can't be known give None.
"""

import re
import unicodedata
from collections.abc import Callable
from datetime import date, datetime, timedelta, timezone
from functools import cache

_LONGEST = 300
"""Code points that are looked at: a date line, not a text."""

_EARLIEST_YEAR = 1605
"""The year of the first newspaper; below it stand the zero dates of programs."""

_MONTH_NAMES = (
    "january jan janvier janv januar janner enero ene gennaio gen janeiro januari",
    "february feb fevrier fev fevr februar febrero febbraio fevereiro februari",
    "march mar mars marz marzo marco maart mrz mrt",
    "april apr avril avr abril abr aprile",
    "may mai mayo maggio mag maio mei",
    "june jun juin juni junio giugno giu junho",
    "july jul juillet juil juli julio luglio lug julho",
    "august aug aout agosto ago augustus",
    "september sep sept septembre septiembre settembre set setembro",
    "october oct octobre oktober okt octubre ottobre ott outubro out",
    "november nov novembre noviembre novembro",
    "december dec decembre dezember dez diciembre dic dicembre dezembro",
)
"""January to December, full and short, without accents: en fr de es it pt nl (Unicode CLDR)."""

_MONTHS = {name: i for i, names in enumerate(_MONTH_NAMES, 1) for name in names.split()}

_ZONES = {
    **dict.fromkeys(("z", "ut", "utc", "gmt", "wet"), 0),
    "est": -300,
    "edt": -240,
    "cst": -360,
    "cdt": -300,
    "mst": -420,
    "mdt": -360,
    "pst": -480,
    "pdt": -420,
    "cet": 60,
    "cest": 120,
    "mez": 60,
    "mesz": 120,
    "west": 60,
    "eet": 120,
    "eest": 180,
}
"""Minutes east of Greenwich: RFC 822 section 5, and European zones whose names mean one thing."""

_UNSURE = frozenset(("en", "fil", "tl", "haw", "chr", "ja", "zh", "ko", "hu", "lt", "mn", "eu"))
"""Languages in which 3/4/2025 may be in March, or that begin with the year (Unicode CLDR, short
dates); in all others the day comes first."""

_PUBLISHED = re.compile(
    r"\b(?:publi\w*|posted|paru\w*|veroffentlicht|erschienen|gepubliceerd|pubbl\w*)\b"
)
"""Where a line holds several dates, the one after this word counts; otherwise the first."""

_MONTH = "(" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\b\.?"
_DAY = r"(?<![0-9])([0-3]?[0-9])"
_YEAR = r"([12][0-9]{3})(?![0-9])"
_CLOCK = r"([0-9]{1,2}) ?[:h.] ?([0-9]{2})(?: ?[:m.] ?([0-9]{2})(?:[.,][0-9]{1,9})?)?"
_ZONE = (
    r"[\[(]?(?:(?<![a-z])(" + "|".join(sorted(_ZONES, key=len, reverse=True)) + r")(?![a-z]))? ?"
    r"([+-][0-9]{2}:?[0-9]{2}(?![0-9])|(?<=[0-9])[+-][0-9]{2}(?![0-9])|(?<=[ct])[+-][0-9]{1,2}\b)?"
)
"""A name, a number or both ("UTC+1"); hours alone only right behind the time or the name."""

_TIME = (
    r"[\s,|·•–—-]{0,6}(?:t(?=[0-9])|(?:a|at|um|om|as|alle|ore|a las|a les|kl)\b)?[\s.]{0,3}"
    + _CLOCK
    + r" ?(?:uhr|h\b)? ?([ap]\.?m\b\.?)? ?"
    + _ZONE
)

_ISO = r"(?<![0-9])([12][0-9]{3})([-/.])([01]?[0-9])\2([0-3]?[0-9])(?![0-9])"
_COMPACT = (
    r"^\s*([12][0-9]{3})([01][0-9])([0-3][0-9])(?:t([0-9]{2})([0-9]{2})([0-9]{2})?"
    + _ZONE
    + r")?\s*$"
)
_WRITTEN = (
    _DAY
    + r"(?:er|st|nd|rd|th|[.o])?[\s-]{1,3}(?:de |of )?"
    + _MONTH
    + r",?[\s-]{1,3}(?:de |del )?"
    + _YEAR
)
_MONTH_FIRST = r"\b" + _MONTH + r"\s{1,3}" + _DAY + r"(?:st|nd|rd|th)?,?\s{1,3}" + _YEAR
_RFC_SHORT = _DAY + r"[ -]" + _MONTH + r"[ -]([0-9]{2})(?= [0-9]{2}:[0-9]{2})"
_UNIX = (
    r"\b" + _MONTH + r"\s{1,2}" + _DAY + " " + _CLOCK + r"(?: (?=[a-z+-])" + _ZONE + r")? " + _YEAR
)
_NUMERIC = r"(?<![0-9./-])([0-3]?[0-9])([/.-])([0-3]?[0-9])\2" + _YEAR + r"(?![./-][0-9])"


def iso_date(text: str, language: str | None = None) -> str | None:
    """Return the date that `text` holds, in ISO 8601, or None.

    `language` (ISO 639-1) says how the day and the month of "03/04/2025" are ordered.
    """
    folded = _fold(text[:_LONGEST])
    label = _PUBLISHED.search(folded)
    if label:
        after = _first(folded[label.end() :], language)
        if after:
            return after
    return _first(folded, language)


def _fold(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.lower())
    plain = "".join(c for c in decomposed if not unicodedata.combining(c))
    return " ".join(plain.replace("\N{MINUS SIGN}", "-").split())


def _first(folded: str, language: str | None) -> str | None:
    """Return the first possible date, in the order of the text."""
    found = [
        (match.start(), order, match)
        for order, (pattern, _) in enumerate(_shapes())
        for match in pattern.finditer(folded)
    ]
    for _, order, match in sorted(found, key=lambda item: item[:2]):
        try:
            return _shapes()[order][1](match, language)
        except ValueError:
            continue
    return None


def _from_iso(match: re.Match[str], _: str | None) -> str:
    return _with_time(_day(int(match[1]), int(match[3]), int(match[4])), match)


def _from_compact(match: re.Match[str], _: str | None) -> str:
    day = _day(int(match[1]), int(match[2]), int(match[3]))
    if match[4] is None:
        return day.isoformat()
    return _stamp(day, (match[4], match[5], match[6]), None, (match[7], match[8]))


def _from_written(match: re.Match[str], _: str | None) -> str:
    return _with_time(_day(int(match[3]), _MONTHS[match[2]], int(match[1])), match)


def _from_month_first(match: re.Match[str], _: str | None) -> str:
    return _with_time(_day(int(match[3]), _MONTHS[match[1]], int(match[2])), match)


def _from_rfc_short(match: re.Match[str], _: str | None) -> str:
    """Read the two-digit year of RFC 822 as RFC 5322 section 4.3 says."""
    year = int(match[3])
    year += 2000 if year < 50 else 1900
    return _with_time(_day(year, _MONTHS[match[2]], int(match[1])), match)


def _from_unix(match: re.Match[str], _: str | None) -> str:
    day = _day(int(match[8]), _MONTHS[match[1]], int(match[2]))
    return _stamp(day, (match[3], match[4], match[5]), None, (match[6], match[7]))


def _from_numeric(match: re.Match[str], language: str | None) -> str:
    first, second, year = int(match[1]), int(match[3]), int(match[4])
    by_day = match[2] == "." or (language is not None and language not in _UNSURE)
    if first > 12 or first == second or by_day:
        return _with_time(_day(year, second, first), match)
    if second > 12:
        return _with_time(_day(year, first, second), match)
    raise ValueError("the order of day and month is not known")


def _day(year: int, month: int, day: int) -> date:
    if year < _EARLIEST_YEAR:
        raise ValueError("no date of a newspaper")
    return date(year, month, day)


def _with_time(day: date, match: re.Match[str]) -> str:
    """Add the time that stands right after the date."""
    time = _time().match(match.string, match.end())
    if not time:
        return day.isoformat()
    return _stamp(day, (time[1], time[2], time[3]), time[4], (time[5], time[6]))


def _stamp(
    day: date,
    clock: tuple[str, str, str | None],
    half: str | None,
    zone: tuple[str | None, str | None],
) -> str:
    """Return the date-time, or the day alone where the time or its offset can't be had."""
    minutes = _offset(*zone)
    if minutes is None:
        return day.isoformat()
    hour = int(clock[0])
    if half:
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    try:
        moment = datetime(
            day.year,
            day.month,
            day.day,
            hour,
            int(clock[1]),
            int(clock[2] or 0),
            tzinfo=timezone(timedelta(minutes=minutes)),
        )
    except ValueError:
        return day.isoformat()
    return moment.isoformat()


def _offset(name: str | None, number: str | None) -> int | None:
    """Return minutes east of Greenwich for a zone's name, its number, or "UTC+1"."""
    if number is None:
        return _ZONES.get(name) if name else None
    digits = number[1:].replace(":", "")
    hours, minutes = (digits[:-2], digits[-2:]) if len(digits) > 2 else (digits, "0")
    total = int(hours) * 60 + int(minutes)
    if total > 14 * 60 or int(minutes) > 59:
        return None
    return -total if number[0] == "-" else total


@cache
def _time() -> re.Pattern[str]:
    return re.compile(_TIME)


@cache
def _shapes() -> "tuple[tuple[re.Pattern[str], Reader], ...]":
    """Return the shapes of a date, compiled for the first document that prints one."""
    return tuple((re.compile(pattern), reader) for pattern, reader in _SHAPES)


Reader = Callable[[re.Match[str], str | None], str]

_SHAPES: tuple[tuple[str, Reader], ...] = (
    (_COMPACT, _from_compact),
    (_ISO, _from_iso),
    (_WRITTEN, _from_written),
    (_MONTH_FIRST, _from_month_first),
    (_RFC_SHORT, _from_rfc_short),
    (_UNIX, _from_unix),
    (_NUMERIC, _from_numeric),
)
"""The shapes of a date; a reader raises `ValueError` on a date that can't be."""
