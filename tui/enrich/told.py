"""What an optional model says of names, as evidence beside that of the rules.

A model sees a person where the tables know no name, and a place where a name looks like a person's.
What it says is one weight among others; where it sees a longer or another name, that is a candidate
as well. Titles in front stay outside, as in the candidates of the rules.
"""

from bisect import bisect_left
from collections.abc import Sequence

from tui.enrich.candidates import Candidate, candidate_at
from tui.enrich.folding import fold
from tui.enrich.lexicon import Grammar, Names
from tui.enrich.models import Entity
from tui.enrich.tokens import Token

FULL, PERSON, PART, OTHER, NOTHING = (
    "a full name to a model",
    "a person to a model",
    "part of a person to a model",
    "something else to a model",
    "nothing to a model",
)

_DOUBTS = frozenset({"letters of no name", "first word is plain", "surname is plain"})
"""What the rules hold against an unknown name, which a model that sees a person knows better."""

Told = tuple[Candidate, str]
"""A candidate, and the feature that says what a model makes of it."""


def told(
    candidates: Sequence[Candidate],
    entities: Sequence[Entity],
    tokens: Sequence[Token],
    start: int,
    grammar: Grammar,
    tables: Names,
) -> list[Told]:
    """Return the candidates of a passage that starts at `start`, and those of a model, in order."""
    places = [_tokens(entity, tokens, start, grammar, tables) for entity in entities]
    persons = [p for p, e in zip(places, entities, strict=True) if e.person and p[0] < p[1]]
    others = [p for p, e in zip(places, entities, strict=True) if not e.person]
    found: dict[int, Told] = {}
    for candidate in candidates:
        longer = next((p for p in persons if _holds(p, candidate)), None)
        if longer is not None and _is_longer(longer, candidate, tokens, tables):
            whole = candidate_at(tokens, *longer, grammar, tables)
            found.setdefault(whole.first, (whole, _person(whole)))
        else:
            found[candidate.first] = (candidate, _said(candidate, persons, others))
    taken = [(c.first, c.last) for c, _ in found.values()]
    for first, last in persons:
        if not any(first < end and begin < last for begin, end in taken):
            whole = candidate_at(tokens, first, last, grammar, tables)
            found[first] = (whole, _person(whole))
    return [found[place] for place in sorted(found)]


def heeding(features: list[str], said: str | None) -> list[str]:
    """Return the features of a candidate with what a model says of it, if it was asked."""
    if said is None:
        return features
    kept = [each for each in features if said != FULL or each not in _DOUBTS]
    return [*kept, said]


def _person(candidate: Candidate) -> str:
    return FULL if len(candidate.words) > 1 else PERSON


def _is_longer(
    place: tuple[int, int], candidate: Candidate, tokens: Sequence[Token], tables: Names
) -> bool:
    """Whether a model sees a longer name than the rules, which is written as names are.

    What is behind a full name and a particle is a place or a body more often than a surname.
    """
    if place == (candidate.first, candidate.last) or candidate.broken:
        return False
    rest = [*tokens[place[0] : candidate.first], *tokens[candidate.last : place[1]]]
    if not all(t.capital or fold(t.text) in tables.particles or t.lower in _ARTICLES for t in rest):
        return False
    if len(candidate.words) == 1 or all(token.capital for token in rest):
        return True
    behind = tokens[place[1] - 1]
    noble = [t.lower for t in rest] in (["de", behind.lower], ["d'", behind.lower])
    word = fold(behind.text)
    return noble and not (word in tables.place or word in tables.organisation)


_ARTICLES = ("le", "la", "l'", "the")


def _holds(place: tuple[int, int], candidate: Candidate) -> bool:
    return place[0] <= candidate.first and candidate.last <= place[1]


def _said(
    candidate: Candidate, persons: Sequence[tuple[int, int]], others: Sequence[tuple[int, int]]
) -> str:
    if (candidate.first, candidate.last) in persons:
        return _person(candidate)
    if any(first < candidate.last and candidate.first < last for first, last in persons):
        return PART
    return OTHER if any(_holds(place, candidate) for place in others) else NOTHING


def _tokens(
    entity: Entity, tokens: Sequence[Token], start: int, grammar: Grammar, tables: Names
) -> tuple[int, int]:
    """Return the tokens of an entity, without what stands around a name."""
    first = bisect_left(tokens, start + entity.start, key=lambda t: t.start)
    last = bisect_left(tokens, start + entity.end, key=lambda t: t.start)
    while first < last and not _begins(tokens[first], grammar, tables):
        first += 1
    while first < last and not tokens[last - 1].capital:
        last -= 1
    return first, last


def _begins(token: Token, grammar: Grammar, tables: Names) -> bool:
    titled = token.lower in grammar.titles or token.lower in grammar.roles
    named = token.capital or fold(token.text) in tables.particles
    return named and not titled and token.text[-1] not in "'’"
