"""`broadsheet voices`: who gets how many words, from the shell."""

import json
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Final

from tui.cli.columns import Column, write_found, write_lists
from tui.cli.opening import on_library
from tui.cli.people import Lists
from tui.cli.search import tell_mistake, today, typed_query
from tui.library.interface import Library, Query
from tui.library.query import QueryError, parse
from tui.library.voices import NOBODY, MonthHeard, Tally, Voice
from tui.words import N_, _

_VOICES: Final = (
    Column(N_("Words"), 7, number=True),
    Column(N_("Share"), 6, number=True),
    Column(N_("Quotes"), 6, number=True),
    Column(N_("Gender"), 8),
    Column(N_("Said by"), 60),
)
_MONTHS: Final = (
    Column(N_("Month"), 8),
    Column(N_("Words"), 7, number=True),
    Column(N_("Women"), 6, number=True),
    Column(N_("Men"), 6, number=True),
    Column(N_("Not shown"), 9, number=True),
    Column(N_("Not said"), 8, number=True),
    Column(N_("Most words"), 60),
)
GENDERS: Final = {"f": "woman", "m": "man"}

FIELDS: Final = N_("""\
QUERY is as `broadsheet search` takes it; none means the whole library. Copies of a text count once.
Words are those of quotes, and of speech reported in the writer's own words.
Gender is told only where titles and posts in the articles show it ("Mme", "the spokeswoman"), never
guessed from a given name; where articles contradict each other it is not told.
With --json, each line is an object: `figure`, `name` (both null for words of unknown speakers),
`words` (quoted), `reported`, `quotes`, `articles`, `gender` ("f", "m" or null), `shown_by`; with
--months: `month`, `words`, `f`, `m`, `not_shown`, `not_said`, `most`.
In a pipe, each line is words, share, quotes, gender and name, or a month's figures, with tabs.
Exit code: 0 somebody is quoted; 1 nobody; 2 the query or the library cannot be read.
""")


def voices(query: Sequence[str], lists: Lists, library_path: Path | None, *, months: bool) -> int:
    """List speakers by the words they get, or months."""
    try:
        wanted = Query(search=parse(typed_query(query), today())) if query else Query()
    except QueryError as error:
        return tell_mistake(error)

    def work(library: Library) -> int:
        tally = Tally()
        for found in library.portraits.corrected(row.id for row in library.listing(wanted)):
            tally.add(found)
        if months:
            return _write_months(tally.months(), lists)
        return _write_voices(tally.voices(), lists)

    return on_library(library_path, work)


def _write_voices(found: Sequence[Voice], lists: Lists) -> int:
    whole = sum(voice.total for voice in found)
    shown = islice(found, lists.limit)
    if lists.json:
        return write_found(map(_voice_object, shown), _("nobody is quoted"))
    return write_lists(
        _VOICES, (_voice_row(voice, whole) for voice in shown), _("nobody is quoted")
    )


def _voice_row(voice: Voice, whole: int) -> tuple[str, ...]:
    return (
        str(voice.total),
        share(voice.total, whole),
        str(voice.quotes),
        GENDERS[voice.shown.gender] if voice.shown else "",
        _("speaker not said") if voice.figure == NOBODY else voice.name,
    )


def _voice_object(voice: Voice) -> str:
    known = voice.figure != NOBODY
    return json.dumps(
        {
            "figure": voice.figure if known else None,
            "name": voice.name if known else None,
            "words": voice.words,
            "reported": voice.reported,
            "quotes": voice.quotes,
            "articles": voice.articles,
            "gender": voice.shown.gender if voice.shown else None,
            "shown_by": voice.shown.by if voice.shown else None,
        }
    )


def _write_months(found: Sequence[MonthHeard], lists: Lists) -> int:
    shown = islice(found, lists.limit)
    if lists.json:
        return write_found(map(_month_object, shown), _("nobody is quoted"))
    return write_lists(_MONTHS, _month_rows(shown), _("nobody is quoted"))


def _month_rows(found: Iterator[MonthHeard]) -> Iterator[tuple[str, ...]]:
    for month in found:
        counts = [str(month.genders.get(sign, 0)) for sign in ("f", "m", "", "?")]
        most = ", ".join(f"{name} {words}" for name, words in month.voices[:3])
        yield (month.month or _("no date"), str(month.total), *counts, most)


def _month_object(month: MonthHeard) -> str:
    return json.dumps(
        {
            "month": month.month or None,
            "words": month.total,
            "f": month.genders.get("f", 0),
            "m": month.genders.get("m", 0),
            "not_shown": month.genders.get("", 0),
            "not_said": month.genders.get("?", 0),
            "most": [{"name": name, "words": words} for name, words in month.voices[:10]],
        }
    )


def share(part: int, whole: int) -> str:
    """Return a share in per cent, whole ones; "<1%" for less than one."""
    if not part:
        return "0%"
    percent = 100 * part / whole
    return f"{percent:.0f}%" if percent >= 1 else "<1%"
