"""Quoted words that the subject of their sentence does not say: titles, a letter read aloud."""

from itertools import pairwise

from tui.enrich.lexicon import Grammar
from tui.enrich.sentences import Sentence

_GENITIVES = frozenset({"de", "d'", "du", "des"})


def names_a_thing(sentence: Sentence, at: int) -> bool:
    """Whether the quote at `at`, less than a clause, is a title: it has a capital in mid-sentence.

    Words of a speaker that go on the writer's own sentence start in lower case.
    """
    before = sentence[at - 1] if at else None
    inside = before is not None and (before.kind in ("word", "name") or before.lower == ",")
    return inside and sentence[at].capital


def reads_aloud(front: Sentence, grammar: Grammar) -> bool:
    """Whether the words in front of a colon announce what another wrote: "une lettre de …"."""
    return any(
        item.lower in grammar.read_aloud and follow.lower in _GENITIVES
        for item, follow in pairwise(front)
    )
