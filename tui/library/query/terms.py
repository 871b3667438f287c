"""What a query means, as values: words, fields, and how they are joined.

`grammar` makes these of what was typed, `unparse` writes them again, `meaning` tells them in words,
and `tui.library.search` finds what they mean. Everything is immutable.
"""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Word:
    """Words that stand beside each other, compared folded."""

    text: str
    prefix: bool = False
    """The last of them may go on: "marée n*"."""


@dataclass(frozen=True, slots=True)
class Named:
    """A field and the words asked of it: `title:`, `person:`, `said:` and the like."""

    field: str
    """The field's own name, never an alias."""
    word: Word


@dataclass(frozen=True, slots=True)
class Flag:
    """A field that takes one of a few values: `is:unread`, `has:quotes`."""

    field: str
    value: str


@dataclass(frozen=True, slots=True)
class Dated:
    """Days: from `first` to `last`, both included; None for no bound."""

    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class Not:
    """What `part` does not mean."""

    part: "Term"


@dataclass(frozen=True, slots=True)
class And:
    """What all of two parts or more mean."""

    parts: tuple["Term", ...]


@dataclass(frozen=True, slots=True)
class Or:
    """What any of two parts or more means."""

    parts: tuple["Term", ...]


Term = Word | Named | Flag | Dated | Not | And | Or
