"""People named in one row: "Anne Roy, Xu Lem et Paul Darmont".

What stands beside a person, with only a comma or "and" between, is of the same kind, so an unknown
name there is more likely a person's. The row is walked both ways, and each name found so helps the
next one.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from tui.enrich.clusters import PAIRED, Sighting
from tui.enrich.lexicon import Names
from tui.enrich.scoring import ACCEPTED, WEIGHTS
from tui.enrich.sheet import Passage

_JOINS = frozenset({",", ";", "and", "et", "ou", "or", "puis", "&"})
_MAX_JOINS = 2
_FEATURE = "beside a person in a list"
_PLAIN = frozenset({"first word is plain", "surname is plain"})
"""Where both hold it is a title, not a name: "Anne Roy and Cheap Trick"."""


def help_listed(sightings: Sequence[Sighting], passages: Sequence[Passage]) -> list[Sighting]:
    """Return `sightings`, in order, with the unknown names in rows of people made more likely."""
    found = list(sightings)
    joined = [
        (left, left + 1)
        for left, (one, other) in enumerate(pairwise(sightings))
        if one.passage == other.passage and _in_row(one, other, passages[one.passage])
    ]
    _walk(found, joined)
    _walk(found, ((right, left) for left, right in reversed(joined)))
    return found


def help_pairs(
    sightings: Sequence[Sighting], passages: Sequence[Passage], tables: Names
) -> list[Sighting]:
    """Return `sightings` with the first of "Paul et Anne Dubreuil" known for one of a pair."""
    found = list(sightings)
    for at, (one, other) in enumerate(pairwise(sightings)):
        if one.passage != other.passage or len(one.candidate.words) > 1:
            continue
        between = passages[one.passage].tokens[one.candidate.last : other.candidate.first]
        given = [sighting.candidate.words[0] in tables.given for sighting in (one, other)]
        full = len(other.candidate.words) > 1 and _is_person(other)
        if [t.lower for t in between] in _PAIRS and all(given) and full:
            found[at] = replace(one, features=one.features | {PAIRED})
    return found


_PAIRS = (["and"], ["et"], ["&"])


def _in_row(one: Sighting, other: Sighting, passage: Passage) -> bool:
    between = passage.tokens[one.candidate.last : other.candidate.first]
    return 0 < len(between) <= _MAX_JOINS and all(token.lower in _JOINS for token in between)


def _walk(found: list[Sighting], steps: Iterable[tuple[int, int]]) -> None:
    for here, there in steps:
        features = found[there].features
        unknown = "two unknown words" in features and not features >= _PLAIN
        if unknown and _FEATURE not in features and _is_person(found[here]):
            found[there] = replace(
                found[there],
                score=found[there].score + WEIGHTS[_FEATURE],
                features=features | {_FEATURE},
            )


def _is_person(sighting: Sighting) -> bool:
    named = len(sighting.candidate.words) > 1 and not sighting.candidate.broken
    return named and sighting.score >= ACCEPTED
