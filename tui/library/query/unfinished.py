"""What a query means while it is being typed: the last word may go on, and marks may be open."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from tui.library.query.asked import Search
from tui.library.query.errors import QueryError
from tui.library.query.fields import BY_NAME
from tui.library.query.grammar import parse

_LAST: Final = re.compile(r"[^\W_]+$")
_FIELD: Final = re.compile(r"([^\W\d_][\w-]*):(?:[\"“«][^\"”»]*|[^\s\"“”«»()]*)$")
_BEGUN: Final = frozenset(("person", "by", "site", "lang"))
"""Fields whose values are met by their beginnings in any case."""
_SHORTEST: Final = 2
"""Letters of a word that may go on: one letter begins half of the index."""
_CLOSERS: Final = ("", '"', "”", "»")
_MOST_OPEN: Final = 3
"""Parentheses that are closed for the reader."""


def parse_unfinished(typed: str, today: date) -> Search:
    """Return what `typed` means so far on the day `today`; raises the QueryError of what stands."""
    for attempt in _attempts(typed):
        try:
            return parse(attempt, today)
        except QueryError:
            continue
    return parse(typed, today)


def _attempts(typed: str) -> Iterator[str]:
    """Yield what may be meant, what is most likely first."""
    last = _LAST.search(typed)
    letters = len(last[0]) if last else 0
    if last is not None and letters < _SHORTEST and typed[: last.start()].endswith(" "):
        typed = typed[: last.start()]
    field = _FIELD.search(typed)
    if field is not None and (known := BY_NAME.get(field[1].lower())) and known.name in _BEGUN:
        letters = 0
    for closer in _CLOSERS:
        for open_ in range(_MOST_OPEN + 1):
            if letters >= _SHORTEST:
                yield f"{typed}{closer}*{')' * open_}"
            yield f"{typed}{closer}{')' * open_}"
