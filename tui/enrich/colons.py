"""Whom a colon beside a quote names: "Réponse de Roy : « … »", "« … » : Anne Ledoux, maire, …"."""

from tui.enrich.descriptions import Subject
from tui.enrich.lexicon import Grammar
from tui.enrich.sentences import Sentence
from tui.enrich.subjects import main_subject, subject_behind

_GENITIVES = frozenset({"de", "d'", "du", "of", "from"})
_OPENING = 3
"""Items at the start of a sentence among which a noun of saying stands."""


def announcer(sentence: Sentence, colon: int, grammar: Grammar) -> Subject | None:
    """Return who speaks behind the colon, by a noun of saying or a question, or None."""
    if colon < 0 or sentence[colon].lower != ":":
        return None
    return _asked(sentence, colon, grammar) or _noun_of_saying(sentence, colon, grammar)


def _noun_of_saying(sentence: Sentence, colon: int, grammar: Grammar) -> Subject | None:
    """Return who says what the colon opens: "Réponse de l'intéressée : « … »"."""
    opening = range(min(_OPENING, colon))
    noun = next((n for n in opening if sentence[n].lower in grammar.sayings), colon)
    if colon - noun < 2 or sentence[noun + 1].lower not in _GENITIVES:
        return None
    begin = noun if sentence[noun + 1].lower == "du" else noun + 1
    return subject_behind(sentence, begin, colon, grammar)


def _asked(sentence: Sentence, colon: int, grammar: Grammar) -> Subject | None:
    """Return who is asked and answers: "Quand on lui demande pourquoi : « … »"."""
    for at in range(1, colon - 1):
        asks = sentence[at + 1].lower in grammar.asking
        if asks and sentence[at].lower == "lui" and sentence[at - 1].lower == "on":
            return Subject("pronoun", at)
    return None


def introduced(sentence: Sentence, colon: int, grammar: Grammar) -> Subject | None:
    """Return whom the colon behind a quote introduces: "« … » : la maire, Anne Roy, …"."""
    if colon >= len(sentence) or sentence[colon].lower != ":":
        return None
    subject = main_subject(sentence, len(sentence), grammar, colon + 1)
    if subject is None or subject.kind != "person":
        subject = subject_behind(sentence, colon, len(sentence), grammar)
    return subject if subject is not None and subject.kind == "person" else None
