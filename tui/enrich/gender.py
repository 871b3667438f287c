"""Whether a text shows somebody to be a woman or a man, and by which words.

What counts is what the writer put beside the name: a title ("Mme", "Mr"), or a post whose form has
a gender ("la présidente", "the spokeswoman"). Given names count for nothing: they say what people
are usually called, not who this one is.
"""

import re
from collections.abc import Iterator
from typing import Final, Literal, NamedTuple

from tui.enrich.lexicon import Grammar, grammar
from tui.model import Article, Person

_WORD: Final = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*\.?")
_BEFORE: Final = 40
"""Code points before a mention in which its title stands."""
_BOTH: Final = frozenset(
    [
        "actor",
        "alderman",
        "capitaine",
        "chef",
        "commandant",
        "colonel",
        "écrivain",
        "général",
        "ingénieur",
        "lieutenant",
        "maître",
        "médecin",
        "officier",
        "professeur",
        "auteur",
        "sergent",
        "adjudant",
        "caporal",
        "brigadier",
    ]
)
"""Posts whose form says nothing of who holds them: English ones that are said of both, and French
ones that many writers leave in the masculine for a woman. Set by hand."""


class Shown(NamedTuple):
    """What a text shows, and the words that do."""

    gender: Literal["f", "m"]
    by: str


def shown_gender(article: Article, person: Person) -> Shown | None:
    """Return what `article` shows of `person`; None where that is nothing, or both."""
    found = list(_evidence(article, person, grammar(article.language or "")))
    if not found or len({shown.gender for shown in found}) > 1:
        return None
    return found[0]


def _evidence(article: Article, person: Person, words: Grammar) -> Iterator[Shown]:
    for mention in person.mentions:
        before = article.text[max(0, mention.start - _BEFORE) : mention.start]
        last = next(reversed(list(_WORD.finditer(before))), None)
        if last is None or before[last.end() :].strip():
            continue
        word = last[0]
        known = words.titles.get(word.lower()) or words.roles.get(word.lower())
        # "M." is a title, "m." a unit, another single letter an initial.
        gender = "m" if word == "M." else known if len(word.rstrip(".")) > 1 else None
        if gender in ("f", "m") and word.lower() not in _BOTH:
            named = article.text[mention.start : mention.end]
            yield Shown(gender, f"{word} {named}")
    for role in person.roles:
        head = _WORD.search(role)
        gender = words.roles.get(head[0].lower()) if head else None
        if head and gender in ("f", "m") and head[0].lower() not in _BOTH:
            yield Shown(gender, head[0])
