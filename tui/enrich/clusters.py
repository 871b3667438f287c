"""Whose name each candidate is: one figure per person, through the whole document.

A full name (two words or more) that scores as a person founds a figure; bare surnames, bare given
names and particles' forms join it. Two people with one surname stay two: a bare surname then goes
to the one the text has just named, or to nobody. A surname alone founds a figure only behind a
title or where it is a well-known person's ("Voltaire"), a given name alone only where it speaks,
acts or returns.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from operator import itemgetter

from tui.enrich.candidates import Candidate, last_part
from tui.enrich.lexicon import Gender, Names
from tui.enrich.name_model import is_plain
from tui.enrich.scoring import ACCEPTED
from tui.enrich.told import PERSON

_MAX_NAMESAKES = 12
"""More people of one surname than this are told apart by full names only."""
_OFTEN = 3
"""How many times more often a figure must be named in full to own a shared surname."""
_NEAR = 3
"""Blocks within which a full name decides a surname that two people share."""

_HELD = 2
"""Bare uses after which a surname stays with the one it meant."""
_KIN = "somebody's kin"
PAIRED = "first of a pair"
"""What holds for Paul in "Paul et Anne Dubreuil"."""
_OWN_KIN = "own kin in front"

_SINGLE_FLOOR = -2.9
"""A single name that scores less is no person's."""
_KNOWN_FLOOR = -2.5
_TOLD_FLOOR = -1.5
"""The same where a model sees a person."""
_ACTS = frozenset(
    {
        "speech beside",
        "place to act",
        "somebody's",
        _KIN,
        "role and adjective in front",
        "role behind",
        "relative behind",
        "age behind",
    }
)
"""One of these must hold for a bare given name that only the long lists have."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """A candidate with its block's number and its score."""

    candidate: Candidate
    passage: int
    score: float
    features: frozenset[str]

    @property
    def speaks(self) -> bool:
        """Whether a verb of speech stands beside it."""
        return "speech beside" in self.features


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where a figure's name stands."""

    start: int
    end: int
    figure: int
    passage: int
    full: bool


@dataclass(slots=True)
class Figure:
    """A person while the article is being read."""

    words: tuple[str, ...]
    """The folded words of the fullest form."""
    gender: Gender = "u"
    votes: dict[Gender, int] = field(default_factory=dict)
    places: list[tuple[int, int]] = field(default_factory=list)
    """Passage and offset of each full mention."""
    kin: set[int] = field(default_factory=set)
    """Offsets of full mentions as somebody's kin: "his wife Anne Roy"."""
    bare: int = 0
    """How often the surname alone has meant this person so far."""

    @property
    def surname(self) -> str:
        """The last word, or the first for names written surname first."""
        return last_part(self.words)

    @property
    def is_kin(self) -> bool:
        """Whether the last full mention names somebody's kin."""
        return bool(self.places) and self.places[-1][1] in self.kin


def cluster(sightings: Sequence[Sighting], tables: Names) -> tuple[list[Figure], list[Mention]]:
    """Return the figures of a document and all their mentions, in order."""
    figures, owner = _found_figures(sightings, tables)
    by_surname = _index(figures, tables)
    by_given = _given_index(figures)
    mentions: list[Mention] = []
    for at, sighting in enumerate(sightings):
        number = owner.get(at)
        full = number is not None
        if number is None:
            number = _owner_of_part(sighting, figures, by_surname, by_given, tables)
        if number is not None:
            c = sighting.candidate
            figure = figures[number]
            if full or len(c.words) > 1:
                figure.places.append((sighting.passage, c.start))
                if {_KIN, _OWN_KIN} & sighting.features:
                    figure.kin.add(c.start)
            else:
                figure.bare += 1
            if c.title in ("m", "f"):
                figure.votes[c.title] = figure.votes.get(c.title, 0) + 1
            mentions.append(Mention(c.start, c.end, number, sighting.passage, full))
    _decide_genders(figures, tables)
    return figures, mentions


def _key(words: tuple[str, ...]) -> tuple[str, str]:
    return words[0], last_part(words)


def _found_figures(
    sightings: Sequence[Sighting], tables: Names
) -> tuple[list[Figure], dict[int, int]]:
    best: dict[tuple[str, str], float] = {}
    for sighting in sightings:
        words = sighting.candidate.words
        if len(words) > 1:
            key = _key(words)
            best[key] = max(best.get(key, -99.0), sighting.score)
    figures: list[Figure] = []
    numbers: dict[tuple[str, str], int] = {}
    owner: dict[int, int] = {}
    longer = {s.candidate.words[1:] for s in sightings if len(s.candidate.words) > 2}
    for at, sighting in enumerate(sightings):
        words = sighting.candidate.words
        if len(words) < 2 or best[_key(words)] < ACCEPTED or sighting.score < 0:
            continue
        if sighting.candidate.broken or _surname_with_particle(words, tables):
            continue
        if words[0] in tables.particles and words in longer:
            continue
        number = numbers.setdefault(_key(words), len(figures))
        if number == len(figures):
            figures.append(Figure(words))
        elif len(words) > len(figures[number].words):
            figures[number].words = words
        owner[at] = number
    _join_initials(figures, owner)
    _found_single(sightings, figures, owner, tables)
    return figures, owner


def _surname_with_particle(words: tuple[str, ...], tables: Names) -> bool:
    return words[0] in tables.particles and words[0] not in tables.given


def _join_initials(figures: list[Figure], owner: dict[int, int]) -> None:
    """Give "J. Bruneau" to the one figure "Jean Bruneau"."""
    full: dict[tuple[str, str], list[int]] = {}
    for number, figure in enumerate(figures):
        if "." not in figure.words[0]:
            full.setdefault((figure.words[0][:1], figure.surname), []).append(number)
    moved: dict[int, int] = {}
    for number, figure in enumerate(figures):
        if "." in figure.words[0]:
            same = full.get((figure.words[0][:1], figure.surname), [])
            if len(same) == 1:
                moved[number] = same[0]
    for at, number in owner.items():
        owner[at] = moved.get(number, number)


def _found_single(
    sightings: Sequence[Sighting], figures: list[Figure], owner: dict[int, int], tables: Names
) -> None:
    """Found figures on one word: behind a title, or a given name that speaks or returns."""
    known = {figure.surname for figure in figures} | {f.words[0] for f in figures}
    known |= {w for f in figures for w in f.words[1:]}
    known -= _of_others(sightings, figures, tables)
    seen: dict[str, list[int]] = {}
    for at, sighting in enumerate(sightings):
        words = sighting.candidate.words
        if len(words) == 1 and words[0] not in known and last_part(words) not in known:
            seen.setdefault(words[0], []).append(at)
        elif (
            at not in owner
            and len(words) > 1
            and _surname_with_particle(words, tables)
            and sighting.candidate.honoured
            and last_part(words) not in known
        ):
            seen.setdefault(" ".join(words), []).append(at)
    for places in seen.values():
        if _names_thing([sightings[at] for at in places]):
            continue
        chosen = [at for at in places if _single(sightings[at], len(places), tables)]
        if chosen:
            figures.append(Figure(sightings[places[0]].candidate.words))
            owner.update(
                (at, len(figures) - 1) for at in places if sightings[at].score >= _SINGLE_FLOOR
            )


def _of_others(sightings: Sequence[Sighting], figures: Sequence[Figure], tables: Names) -> set[str]:
    """Return surnames that a title gives to somebody of another gender than all who bear them."""
    bearers: dict[str, list[Figure]] = {}
    for figure in figures:
        bearers.setdefault(figure.surname, []).append(figure)
    return {
        c.words[0]
        for c in (s.candidate for s in sightings)
        if len(c.words) == 1 and c.title in ("m", "f") and c.words[0] in bearers
        if not any(_agrees(figure, c.title, tables) for figure in bearers[c.words[0]])
    }


def _names_thing(places: Sequence[Sighting]) -> bool:
    """Whether a single name is a storm's, ship's or street's: named so once, and never speaking."""
    person = any(place.speaks or place.candidate.honoured for place in places)
    return not person and any("street or body in front" in place.features for place in places)


def _single(sighting: Sighting, times: int, tables: Names) -> bool:
    candidate = sighting.candidate
    word = candidate.words[-1]
    if sighting.score < _SINGLE_FLOOR or candidate.broken or len(word.rstrip(".")) < 2:
        return False
    if word in tables.place or word in tables.common or word in tables.stop:
        return False
    if "event in time" in sighting.features:
        return False
    if candidate.honoured:
        return True
    if candidate.shouted:
        return False
    if _KIN in sighting.features and tables.letters and not is_plain(word):
        return True
    if PERSON in sighting.features and sighting.score > _TOLD_FLOOR:
        sure = not candidate.opens_sentence or times > 1 or bool(sighting.features & _ACTS)
        if sure and "place preposition in front" not in sighting.features:
            return True
    known = word in tables.known and sighting.score > _KNOWN_FLOOR
    return known or _bare_given(sighting, word, times, tables)


def _bare_given(sighting: Sighting, word: str, times: int, tables: Names) -> bool:
    if word not in tables.given and word.split("-")[0] not in tables.given:
        return False
    if word in tables.ambiguous_given:
        return sighting.speaks and times > 1
    if word in tables.listed_given and not sighting.features & _ACTS:
        return False
    paired = PAIRED in sighting.features
    return sighting.speaks or times > 1 or paired or not sighting.candidate.opens_sentence


def _index(figures: Sequence[Figure], tables: Names) -> dict[str, list[int]]:
    by_surname: dict[str, list[int]] = {}
    for number, figure in enumerate(figures):
        by_surname.setdefault(figure.surname, []).append(number)
        if figure.words[0] in tables.surname_first and len(figure.words) > 1:
            by_surname.setdefault(figure.words[0], []).append(number)
    return by_surname


def _given_index(figures: Sequence[Figure]) -> dict[str, list[int]]:
    by_given: dict[str, list[int]] = {}
    for number, figure in enumerate(figures):
        if len(figure.words) > 1:
            by_given.setdefault(figure.words[0], []).append(number)
    return by_given


def _owner_of_part(
    sighting: Sighting,
    figures: Sequence[Figure],
    by_surname: dict[str, list[int]],
    by_given: dict[str, list[int]],
    tables: Names,
) -> int | None:
    candidate = sighting.candidate
    words = candidate.words
    if candidate.broken:
        return None
    if len(words) == 1:
        if "street or body in front" in sighting.features:
            return None
        same = by_surname.get(last_part(words), [])
        if not same and (candidate.called or not candidate.honoured):
            same = _called_by_given(words[0], by_given, tables)
    else:
        surname = by_surname.get(last_part(words), [])
        same = [n for n in surname if figures[n].words[-len(words) :] == words]
        same = same or [n for n in surname if candidate.honoured and words[0] in tables.particles]
    if candidate.title in ("m", "f"):
        same = [n for n in same if _agrees(figures[n], candidate.title, tables)]
    if len(same) == 1:
        return same[0]
    return _nearest(sighting, figures, same)


def _called_by_given(word: str, by_given: dict[str, list[int]], tables: Names) -> list[int]:
    if word in tables.place and word not in tables.given:
        return []
    return by_given.get(word, [])


def _agrees(figure: Figure, gender: Gender, tables: Names) -> bool:
    usual = tables.given.get(figure.words[0].split("-")[0], "u") if len(figure.words) > 1 else "u"
    return usual in ("u", gender)


def _nearest(sighting: Sighting, figures: Sequence[Figure], same: Sequence[int]) -> int | None:
    """Return the one of `same` whom a shared surname means at this place, or None.

    Nobody is meant who has yet to be named in full, if another has been. Then the one is meant who
    was named in full just before; of several, or of none, the one whom the surname has meant so
    far, for relatives keep their given names beside the one whom a piece is about.
    """
    if len(same) > _MAX_NAMESAKES:
        return None
    start = sighting.candidate.start
    named = [n for n in same if figures[n].places and figures[n].places[0][1] < start]
    if len(named) == 1:
        return named[0]
    for reach in range(_NEAR):
        near = {
            number
            for number in named
            for passage, at in figures[number].places[-4:]
            if sighting.passage - passage <= reach
        }
        if len(near) == 1:
            return near.pop()
        if near:
            break
    held = [n for n in named if figures[n].bare]
    if len(held) == 1 and figures[held[0]].bare >= _HELD:
        return held[0]
    alone = [n for n in near if not figures[n].is_kin]
    return alone[0] if len(alone) == 1 else _dominant(start, figures, same)


def _dominant(start: int, figures: Sequence[Figure], same: Iterable[int]) -> int | None:
    """Return the one of `same` that the text has named in full far more often so far."""
    counted = sorted(
        ((bisect_left(figures[n].places, start, key=itemgetter(1)), n) for n in same), reverse=True
    )
    if len(counted) < 2 or counted[0][0] < _OFTEN * max(1, counted[1][0]):
        return None
    return counted[0][1]


def _compound_gender(word: str, tables: Names) -> Gender:
    """Return the gender of "Jean-Rémi", "Marie-Ange": that of the first part that has one."""
    genders = (tables.given.get(part, "u") for part in word.split("-"))
    return next((gender for gender in genders if gender != "u"), "u")


def _decide_genders(figures: Sequence[Figure], tables: Names) -> None:
    for figure in figures:
        word = figure.words[0]
        usual = tables.given.get(word) or _compound_gender(word, tables)
        feminine, masculine = figure.votes.get("f", 0), figure.votes.get("m", 0)
        if feminine != masculine:
            figure.gender = "f" if feminine > masculine else "m"
        elif len(figure.words) > 1 or word in tables.given:
            figure.gender = usual
