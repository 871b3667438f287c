"""Quoted words that the subject of their sentence does not say: titles, a letter read aloud."""

from itertools import pairwise

from tui.enrich.lexicon import Grammar
from tui.enrich.sentences import Sentence

_DEFINITE = frozenset({"le", "la", "les", "l'", "the"})
_ADJACENT = 3
"""Items between a verb and its object."""
_JOINING = frozenset({"et", "mais", "and", "but"})
_CONTRACTED = frozenset({"du", "des", "au", "aux"})
_GENITIVES = frozenset({"de", "d'", "du", "des"})


def names_a_thing(sentence: Sentence, at: int, grammar: Grammar) -> bool:
    """Whether the quote at `at`, less than a clause, is a title: it has a capital in mid-sentence.

    Words of a speaker that go on the writer's own sentence start in lower case.
    """
    before = sentence[at - 1] if at else None
    inside = before is not None and (before.kind in ("word", "name") or before.lower == ",")
    return inside and sentence[at].capital and grammar.goes_on_in_lower_case


def reads_aloud(front: Sentence, grammar: Grammar) -> bool:
    """Whether the words in front of a colon announce what another wrote: "une lettre de …"."""
    return any(
        item.lower in grammar.read_aloud and follow.lower in _GENITIVES
        for item, follow in pairwise(front)
    )


def is_term(sentence: Sentence, cue: int, at: int) -> bool:
    """Whether the quote at `at`, less than a clause, names what is spoken of and not what is said.

    One word with a definite article, far from the verb, is a term kept at a distance; "voir dans
    « A » une « B »" speaks of the first and says the second.
    """
    article = at > 0 and sentence[at - 1].lower in _DEFINITE
    if article and sentence[at].lone and abs(at - cue) > _ADJACENT:
        return True
    before = sentence[at - 1 - article].lower if at > article else ""
    return before == "dans" and any(item.kind == "quote" for item in sentence[at + 1 :])


def in_other_clause(sentence: Sentence, verb: int, grammar: Grammar) -> bool:
    """Whether an infinitive's clause, joined by ", et", has a subject of its own in front of it."""
    cue = grammar.cues.get(sentence[verb].lower)
    if cue is None or cue.form != "infinitive":
        return False
    begin = verb - 1
    while begin > 0 and not (
        sentence[begin].lower in _JOINING and sentence[begin - 1].lower == ","
    ):
        begin -= 1
    return begin > 0 and any(
        sentence[at].lower in grammar.determiners
        and sentence[at].lower not in _CONTRACTED
        and sentence[at - 1].lower not in grammar.prepositions
        for at in range(begin + 1, verb)
    )
