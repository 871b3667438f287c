"""The words of reported speech of one language, made from the sections of its table."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tui.enrich.folding import fold
from tui.enrich.inflection import english_forms, french_forms

_NOT_YET = ("era", "eront", "erait", "eraient")
"""Endings of the French future and conditional: nothing is said yet."""


@dataclass(frozen=True, slots=True)
class Reporting:
    """Words by which speech is reported without quotation marks."""

    verbs: frozenset[str]
    """Forms of cue verbs that take a clause for what is said."""
    openers: frozenset[str]
    """Conjunctions in front of that clause: "que", "that"."""
    bare: frozenset[str]
    """Forms of those verbs that may leave out "that"."""
    bare_sure: frozenset[str]
    """Of these, those that take hardly anything else."""
    finite: frozenset[str]
    """Verb forms by which a clause without "that" is told from a noun phrase."""
    finite_sure: frozenset[str]
    """Further ones that are other words as well; they count behind `bare_sure` verbs."""
    hearer: frozenset[str]
    """Forms with who is told in front of the clause: "told reporters that"."""
    papers: frozenset[str]
    """Nouns for what is written: nobody speaks where only the paper is named; folded."""
    unsaid: frozenset[str]
    """Words between subject and verb that leave open whether it was said: "n'a pas dit que"."""
    comparing: frozenset[str]
    """Words behind the verb after which the conjunction compares: "dit plus que"."""
    plural: frozenset[str]
    """Auxiliaries of the plural: the subject is not one person."""
    plural_endings: tuple[str, ...]
    """Endings of verbs in the plural."""
    singular_endings: tuple[str, ...]
    """Endings like them of verbs in the singular: "soutient"."""
    doubting: frozenset[str]
    """Conjunctions in front of it that do so: "si Roy dit que"."""
    subordinate: frozenset[str]
    """Words that open a clause beside the main one."""
    not_before: frozenset[str]
    """Verbs that do not report the clause in front of them."""
    through: frozenset[tuple[str, ...]]
    """What in front of an infinitive leaves it said: "tient à rappeler que"."""
    sources: frozenset[tuple[str, ...]]
    """Source prepositions that report a whole clause."""
    turns: frozenset[str]
    """Words behind a comma with which the writer's own words go on."""


def reporting_words(sections: Mapping[str, Sequence[str]], *, english: bool) -> Reporting:
    """Make the value from the sections of a language's table, verbs by their lemmas."""
    inflect = english_forms if english else french_forms
    irregular: dict[str, tuple[str, ...]] = {}
    for entry in sections.get("cue_irregular", ()):
        lemma, _, listed = entry.partition(":")
        irregular[lemma] = tuple(listed.split(","))

    def forms(name: str) -> frozenset[str]:
        lemmas = sections[name]
        found = (form for lemma in lemmas for form, _ in inflect(lemma, irregular.get(lemma)))
        return frozenset(form for form in found if not form.endswith(_NOT_YET))

    def phrases(name: str) -> frozenset[tuple[str, ...]]:
        return frozenset(tuple(phrase.split("_")) for phrase in sections[name])

    return Reporting(
        verbs=forms("clause_verb") | frozenset(sections["clause_verb_form"]),
        openers=frozenset(sections["clause_opener"]),
        bare=frozenset(sections["bare_clause"]),
        bare_sure=frozenset(sections["bare_clause_sure"]),
        finite=frozenset(sections["finite_verb"]),
        finite_sure=frozenset(sections["finite_verb_sure"]),
        hearer=forms("takes_hearer"),
        papers=frozenset(fold(word) for word in sections["paper"]),
        unsaid=frozenset(sections["unsaid"]),
        comparing=frozenset(sections["comparing"]),
        plural=frozenset(sections["plural_auxiliary"]),
        plural_endings=tuple(sections["plural_ending"]),
        singular_endings=tuple(sections["singular_ending"]),
        doubting=frozenset(sections["doubting"]),
        subordinate=frozenset(sections["subordinate"]),
        not_before=forms("says_nothing_before"),
        through=phrases("told_through"),
        sources=phrases("clause_source"),
        turns=frozenset(sections["clause_turn"]),
    )
