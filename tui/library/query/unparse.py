"""A query's meaning written as a query again: `parse(unparse(search))` is `search`."""

from typing import Final

from tui.library.query.asked import Search
from tui.library.query.terms import And, Dated, Flag, Named, Not, Or, Term, Word

_JOINERS: Final = frozenset({"AND", "ET", "OR", "OU", "NOT", "SAUF"})
_PAIRS: Final = (('"', '"'), ("«", "»"), ("“", "”"))
_SIGNS: Final = frozenset('()"“”«»:*')


def unparse(search: Search) -> str:
    """Return a query that means `search`, in the fields' own names."""
    parts = [] if search.term is None else [_written(search.term, inside=False)]
    if search.sort != "newest":
        parts.append(f"sort:{search.sort}")
    if isinstance(search.term, Or) and len(parts) > 1:
        parts[0] = f"({parts[0]})"
    return " ".join(parts)


def _written(term: Term, *, inside: bool) -> str:
    if isinstance(term, Word):
        return _word(term)
    if isinstance(term, Named):
        return f"{term.field}:{_word(term.word)}"
    if isinstance(term, Flag):
        return f"{term.field}:{term.value}"
    if isinstance(term, Dated):
        return f"date:{_days(term)}"
    if isinstance(term, Not):
        return f"-{_written(term.part, inside=True)}"
    joiner = " " if isinstance(term, And) else " OR "
    joined = joiner.join(_written(part, inside=True) for part in term.parts)
    return f"({joined})" if inside else joined


def _word(word: Word) -> str:
    plain = word.text and not (
        word.text in _JOINERS
        or word.text.startswith("-")
        or any(character in _SIGNS or character.isspace() for character in word.text)
    )
    written = word.text if plain else _quoted(word.text)
    return f"{written}*" if word.prefix else written


def _quoted(text: str) -> str:
    """Return a phrase between marks, of which the text does not have the closing one."""
    opening, closing = next((pair for pair in _PAIRS if pair[1] not in text), _PAIRS[0])
    return f"{opening}{text}{closing}"


def _days(days: Dated) -> str:
    if days.first is not None and days.first == days.last:
        return days.first.isoformat()
    first = "" if days.first is None else days.first.isoformat()
    last = "" if days.last is None else days.last.isoformat()
    return f"{first}..{last}"
