"""Days as people type them, in English and French: ISO dates, months, ranges, and words.

Weeks begin on Monday (ISO 8601). What words mean depends on the day they are typed on, `today`.
"""

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import Final

from tui.library.query.terms import Dated

_MONTHS: Final = (
    "january janvier jan janv", "february février fevrier feb févr fevr", "march mars mar",
    "april avril apr avr", "may mai", "june juin jun", "july juillet jul juil",
    "august août aout aug", "september septembre sep sept", "october octobre oct",
    "november novembre nov", "december décembre decembre dec déc",
)  # fmt: skip
_MONTH: Final = {word: n for n, line in enumerate(_MONTHS, 1) for word in line.split()}
_DAYS: Final = (
    "monday lundi", "tuesday mardi", "wednesday mercredi", "thursday jeudi", "friday vendredi",
    "saturday samedi", "sunday dimanche",
)  # fmt: skip
_DAY: Final = {word: n for n, line in enumerate(_DAYS) for word in line.split()}
_UNITS: Final = {
    "day": 1, "days": 1, "jour": 1, "jours": 1,
    "week": 7, "weeks": 7, "semaine": 7, "semaines": 7,
    "month": 30, "months": 30, "mois": 30, "year": 365, "years": 365, "an": 365, "ans": 365,
}  # fmt: skip
_SINCE: Final = ("since ", "from ", "depuis ", "après ", "after ", ">=", ">")
_UNTIL: Final = ("until ", "before ", "jusqu'à ", "avant ", "<=", "<")
_EXCLUSIVE: Final = ("after ", "après ", "before ", "avant ", ">", "<")

_ISO: Final = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
_FRENCH: Final = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})")
_SPELT: Final = re.compile(r"(?:(\d{1,2})(?:er|st|nd|rd|th)? )?([^\W\d_]+)\.? (\d{4})")
_LAST: Final = re.compile(
    r"(?:the |les )?(?:last |past |(\d{1,4}) derni(?:er|ère)s? )(?:(\d{1,4}) )?([a-z]+)"
)


def read_days(text: str, today: date) -> Dated | None:
    """Return the days that `text` means, None where it means none."""
    said = " ".join(text.lower().replace("’", "'").split())
    if ".." in said:
        first, _, last = said.partition("..")
        return _between(first.strip(), last.strip(), today)
    for words, bound in ((_SINCE, "first"), (_UNTIL, "last")):
        for word in words:
            if said.startswith(word):
                return _bounded(said[len(word) :].strip(), bound, word in _EXCLUSIVE, today)
    return _span(said, today)


def _between(first: str, last: str, today: date) -> Dated | None:
    begin = _span(first, today) if first else Dated(None, None)
    end = _span(last, today) if last else Dated(None, None)
    if begin is None or end is None or not (first or last):
        return None
    return Dated(begin.first, end.last)


def _bounded(said: str, bound: str, exclusive: bool, today: date) -> Dated | None:
    span = _span(said, today)
    if span is None or span.first is None or span.last is None:
        return None
    day = timedelta(days=1)
    try:
        if bound == "first":
            return Dated(span.last + day if exclusive else span.first, None)
        return Dated(None, span.first - day if exclusive else span.last)
    except OverflowError:
        return None


def _span(said: str, today: date) -> Dated | None:
    try:
        return _fixed(said) or _relative(said, today)
    except (ValueError, OverflowError):
        return None


def _fixed(said: str) -> Dated | None:
    if found := _ISO.fullmatch(said):
        return _numbers(int(found[1]), found[2] and int(found[2]), found[3] and int(found[3]))
    if found := _FRENCH.fullmatch(said):
        return _numbers(int(found[3]), int(found[2]), int(found[1]))
    found = _SPELT.fullmatch(said)
    if found and found[2] in _MONTH:
        return _numbers(int(found[3]), _MONTH[found[2]], found[1] and int(found[1]))
    return None


def _numbers(year: int, month: int | str | None, day: int | str | None) -> Dated:
    if not month:
        return Dated(date(year, 1, 1), date(year, 12, 31))
    if not day:
        return Dated(date(year, int(month), 1), _last_day(year, int(month)))
    whole = date(year, int(month), int(day))
    return Dated(whole, whole)


def _last_day(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def _relative(said: str, today: date) -> Dated | None:
    day = timedelta(days=1)
    monday = today - timedelta(days=today.weekday())
    month = today.replace(day=1)
    before = month - day
    named = {
        "today aujourd'hui": (today, today),
        "yesterday hier": (today - day, today - day),
        "this week|cette semaine": (monday, today),
        "last week|la semaine dernière|semaine dernière": (monday - 7 * day, monday - day),
        "this month|ce mois|ce mois-ci": (month, today),
        "last month|le mois dernier|mois dernier": (before.replace(day=1), before),
        "this year|cette année": (today.replace(month=1, day=1), today),
        "last year|l'année dernière|l'an dernier": (
            date(today.year - 1, 1, 1),
            date(today.year - 1, 12, 31),
        ),
    }
    for words, (first, last) in named.items():
        if said in (words.split("|") if "|" in words else words.split()):
            return Dated(first, last)
    if said in _DAY:
        back = (today.weekday() - _DAY[said]) % 7
        return Dated(today - back * day, today - back * day)
    found = _LAST.fullmatch(said)
    if found and found[3] in _UNITS:
        count = int(found[1] or found[2] or 1)
        return Dated(today - (count * _UNITS[found[3]] - 1) * day, today)
    return None
