"""The cast of an article: its figures, their mentions and their roles.

Ties the rooms together: candidates → scoring → clusters → roles. What it returns is what the
article shows as `people`, and what the attribution asks about gender and post.
"""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tui.enrich.candidates import Candidate, find_candidates, last_part
from tui.enrich.clusters import Figure, Mention, Sighting, cluster
from tui.enrich.lexicon import Gender, Grammar, Names, names
from tui.enrich.listed import help_listed, help_pairs
from tui.enrich.models import available, entities
from tui.enrich.roles import Role, roles_of, shown_roles
from tui.enrich.scoring import features, score, stands_beside_speech
from tui.enrich.sheet import Sheet
from tui.enrich.told import heeding, told
from tui.model import Person, Span


@dataclass(frozen=True, slots=True)
class Member:
    """One figure of the cast, ready to show and to ask."""

    name: str
    gender: Gender
    roles: tuple[Role, ...]


@dataclass(frozen=True, slots=True)
class Cast:
    """All figures of an article and every mention of them, in order."""

    members: tuple[Member, ...]
    mentions: tuple[Mention, ...]
    people: tuple[Person, ...]


def find_cast(sheet: Sheet) -> Cast:
    """Find the people that the article speaks of."""
    tables = names(foreign=sheet.foreign)
    found = [
        (number, list(find_candidates(sheet.text, passage.tokens, sheet.grammar, tables)))
        for number, passage in enumerate(sheet.passages)
        if not passage.signature
    ]
    said = _said(sheet, found, tables)
    bare: dict[str, bool] = {}
    for number, candidates in found:
        for c in candidates:
            if len(c.words) == 1:
                speaks = stands_beside_speech(c, sheet.passages[number].tokens, sheet.grammar)
                bare[last_part(c.words)] = bare.get(last_part(c.words), False) or speaks
    sightings: list[Sighting] = []
    for number, candidates in found:
        tokens = sheet.passages[number].tokens
        for candidate in candidates:
            held = features(candidate, tokens, sheet.grammar, tables, sheet.lower_words, bare)
            held = heeding(held, said.get(candidate.start))
            sightings.append(Sighting(candidate, number, score(held), frozenset(held)))
    if tables.letters:
        sightings = help_listed(sightings, sheet.passages)
    sightings = help_pairs(sightings, sheet.passages, tables)
    figures, mentions = cluster(sightings, tables)
    _vote(sheet, figures, mentions, _tokens_of(sightings))
    return _cast(sheet, figures, mentions, _tokens_of(sightings))


Found = list[tuple[int, list[Candidate]]]
"""The candidates of each passage, by its number."""


def _said(sheet: Sheet, found: Found, tables: Names) -> dict[int, str]:
    """Ask a model, if there is one: put its candidates among those `found`, return what it says."""
    texts = [_text(sheet, number) for number, _ in found] if available() else []
    heard = entities(texts, sheet.language) if texts and not sheet.foreign else None
    if heard is None:
        return {}
    said: dict[int, str] = {}
    for (number, candidates), each in zip(found, heard, strict=True):
        passage = sheet.passages[number]
        both = told(candidates, each, passage.tokens, passage.block.start, sheet.grammar, tables)
        candidates[:] = [candidate for candidate, _ in both]
        said.update({candidate.start: feature for candidate, feature in both})
    return said


def _text(sheet: Sheet, number: int) -> str:
    """Return what a model may read of a passage: its prose."""
    passage = sheet.passages[number]
    return sheet.text[passage.block.start : passage.block.end] if passage.tokens else ""


def _vote(
    sheet: Sheet,
    figures: Sequence[Figure],
    mentions: Sequence[Mention],
    candidates: dict[int, Candidate],
) -> None:
    """Let "Roy said she …" tell a figure's gender, where no title does."""
    votes: dict[int, dict[Gender, int]] = {}
    for mention in mentions:
        tokens = sheet.passages[mention.passage].tokens
        last = candidates[mention.start].last
        gender = reported_gender([t.lower for t in tokens[last : last + 5]], sheet.grammar)
        if gender:
            own = votes.setdefault(mention.figure, {"m": 0, "f": 0})
            own[gender] += 1
    for number, own in votes.items():
        figure = figures[number]
        chosen: Gender = "f" if own["f"] > own["m"] else "m"
        sure = abs(own["f"] - own["m"]) >= (1 if figure.gender == "u" else 2)
        if sure and not figure.votes:
            figure.gender = chosen


def reported_gender(after: Sequence[str], grammar: Grammar) -> Gender | None:
    """Return the gender of the pronoun in "[Roy] said (that) she …", or None."""
    at = 0
    while at < len(after) and (after[at] in grammar.auxiliaries or after[at] in grammar.skipped):
        at += 1
    if at >= len(after) or after[at] not in grammar.cues:
        return None
    at += 1
    if at < len(after) and after[at] in ("that", "qu'"):
        at += 1
    return grammar.pronouns.get(after[at]) if at < len(after) else None


def _tokens_of(sightings: Sequence[Sighting]) -> dict[int, Candidate]:
    return {s.candidate.start: s.candidate for s in sightings}


def _cast(
    sheet: Sheet,
    figures: Sequence[Figure],
    mentions: Sequence[Mention],
    candidates: dict[int, Candidate],
) -> Cast:
    of_figure: dict[int, list[Mention]] = {}
    for mention in mentions:
        of_figure.setdefault(mention.figure, []).append(mention)
    kept = sorted(of_figure, key=lambda number: of_figure[number][0].start)
    renumbered = {number: new for new, number in enumerate(kept)}
    starts = _title_starts(sheet, mentions) | {m.start: m.end for m in mentions}
    roles = [_roles(sheet, of_figure[number], candidates, starts) for number in kept]
    shown = _names([_forms(sheet.text, of_figure[number]) for number in kept])
    people = tuple(
        Person(
            name=name,
            aliases=tuple(aliases),
            roles=shown_roles(held),
            mentions=tuple(Span(m.start, m.end) for m in of_figure[number]),
        )
        for (name, aliases), held, number in zip(shown, roles, kept, strict=True)
    )
    members = tuple(
        Member(person.name, _gender(figures[number], held), tuple(held))
        for person, held, number in zip(people, roles, kept, strict=True)
    )
    moved = tuple(
        Mention(m.start, m.end, renumbered[m.figure], m.passage, m.full) for m in mentions
    )
    return Cast(members, moved, people)


def _title_starts(sheet: Sheet, mentions: Sequence[Mention]) -> dict[int, int]:
    """Return where the titles in front of names start, and where those names end."""
    found: dict[int, int] = {}
    for mention in mentions:
        tokens = sheet.passages[mention.passage].tokens
        at = bisect_left(tokens, mention.start, key=lambda t: t.start)
        if (
            at
            and tokens[at - 1].text.endswith(".")
            and tokens[at - 1].lower in sheet.grammar.titles
        ):
            found[tokens[at - 1].start] = mention.end
    return found


def _roles(
    sheet: Sheet,
    mentions: Sequence[Mention],
    candidates: dict[int, Candidate],
    starts: Mapping[int, int],
) -> list[Role]:
    found: dict[str, Role] = {}
    for mention in mentions:
        candidate = candidates[mention.start]
        tokens = sheet.passages[mention.passage].tokens
        for role in roles_of(
            sheet.text, tokens, candidate.first, candidate.last, sheet.grammar, starts
        ):
            found.setdefault(role.text.lower(), role)
    return list(found.values())


def _gender(figure: Figure, roles: Sequence[Role]) -> Gender:
    if figure.gender != "u":
        return figure.gender
    told = {role.gender for role in roles} - {"u"}
    return told.pop() if len(told) == 1 else "u"


def _forms(text: str, mentions: Sequence[Mention]) -> list[str]:
    forms = dict.fromkeys(" ".join(text[m.start : m.end].split()) for m in mentions)
    return list(forms)


def _names(forms: Sequence[list[str]]) -> list[tuple[str, list[str]]]:
    """Choose each figure's fullest form as its name; two figures never share one."""
    taken: set[str] = set()
    chosen: list[tuple[str, list[str]]] = []
    for own in forms:
        ranked = sorted(own, key=_fullness, reverse=True)
        name = next((form for form in ranked if form not in taken), ranked[0])
        taken.add(name)
        chosen.append((name, [form for form in own if form != name]))
    return chosen


def _fullness(form: str) -> tuple[int, bool, int, bool]:
    words = form.split()
    return len(words), not form.isupper(), len(form), not form.isascii()
