"""What may be typed next: names of fields, their values, and names that the library knows."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import islice
from typing import Final

from tui.library.query.fields import BY_NAME, FIELDS

MOST: Final = 12
"""Completions, at most."""

_TYPED: Final = re.compile(r'(?:([^\W\d_][\w-]*):)?(["“«]?)([^\s()"“”«»:]*(?: [^()"“”«»:]*)?)$')

Values = Callable[[str, str], Iterable[str]]
"""Yields the values of a field, by its own name, that go on from what was typed."""


@dataclass(frozen=True, slots=True)
class Completion:
    """A text to be put in the place of `query[start:end]`."""

    start: int
    end: int
    text: str


def complete(query: str, cursor: int, values: Values) -> list[Completion]:
    """Return what the word at `cursor`, a code point of `query`, may become."""
    found = _TYPED.search(query[:cursor])
    if found is None or (" " in found[3] and not found[2]):
        word = re.search(r"[^\s()]*$", query[:cursor])
        found = _TYPED.search(word[0]) if word else None
        offset = word.start() if word else cursor
    else:
        offset = 0
    if found is None:
        return []
    name, opened, typed = found[1], found[2], found[3]
    if name is None:
        start = offset + found.start(3)
        return [] if opened else _names(start, cursor, typed.lower())
    field = BY_NAME.get(name.lower())
    if field is None:
        return []
    start = offset + found.start(2)
    begun = typed.lower()
    if field.choices:
        chosen: Iterable[str] = (each for each in field.choices if each.startswith(begun))
    else:
        chosen = values(field.name, typed)
    return [Completion(start, cursor, _quoted(text)) for text in islice(chosen, MOST)]


def _names(start: int, cursor: int, begun: str) -> list[Completion]:
    if not begun:
        return []
    names = [field.name for field in FIELDS if field.name.startswith(begun)]
    names += [a for field in FIELDS for a in field.aliases if a.startswith(begun) and a[0] != "-"]
    return [Completion(start, cursor, f"{name}:") for name in names[:MOST]]


def _quoted(text: str) -> str:
    plain = not any(character.isspace() or character in '()"“”«»:' for character in text)
    return text if plain else f'"{text.replace(chr(34), "")}"'
