"""Whose words a cue of a read sentence introduces, before or behind them.

`subjects` finds the subject of a verb; here stands which way to look for each kind of cue: an
inverted verb, a gerund or infinitive with the subject of another verb, a source preposition.
"""

from tui.enrich.cues import Event
from tui.enrich.descriptions import Subject, blocked, inner_pronoun
from tui.enrich.lexicon import Grammar
from tui.enrich.no_speech import in_other_clause
from tui.enrich.reads import Read
from tui.enrich.sentences import Sentence
from tui.enrich.subjects import (
    is_apposed,
    main_subject,
    own_words,
    source_pronoun,
    subject_before,
    subject_behind,
)

_THINGS = frozenset({"it", "this", "that", "which"})


def subject_in_front(read: Read, event: Event, grammar: Grammar) -> Subject | None:
    """Return the subject of a cue verb whose words stand behind it."""
    if event.dependent and in_other_clause(read.sentence, event.at, grammar):
        return blocked(event.at)
    if event.dependent:
        shown = _shown_saying(read, event, grammar)
        return (
            shown
            or _controller(read, event, grammar)
            or main_subject(read.sentence, event.at, grammar)
        )
    after = read.sentence[event.at + 1 : event.at + 2]
    if after and after[0].lower.startswith("-"):
        return subject_behind(read.sentence, event.at, event.at + 2, grammar)
    inner = inner_pronoun(read.sentence, max(0, event.at - 2), event.at)
    inner = inner or clause_end(read, event, grammar)
    return inner or subject_before(read.sentence, event.at, 0, grammar)


def _shown_saying(read: Read, event: Event, grammar: Grammar) -> Subject | None:
    """Read "the clip shows Roe asking": a name right before a gerund, no subject of its own."""
    before = read.sentence[event.at - 1] if event.at else None
    if before is None or before.kind != "name" or read.sentence[event.at].lower[-3:] != "ing":
        return None
    subject = subject_before(read.sentence, event.at, max(0, event.at - 1), grammar)
    return subject if subject and subject.kind == "person" else None


def _controller(read: Read, event: Event, grammar: Grammar) -> Subject | None:
    """Return the person who is the subject of the last full cue verb in front."""
    for earlier in reversed(read.cues):
        if earlier.at < event.at and not earlier.dependent and earlier.agent is None:
            subject = subject_before(read.sentence, earlier.at, 0, grammar)
            return subject if subject and subject.kind == "person" else None
    return None


def clause_end(read: Read, event: Event, grammar: Grammar) -> Subject | None:
    """Read an inverted verb behind what was said: "they will manage, adds Roy"."""
    begin = event.at
    while begin and read.sentence[begin - 1].lower in grammar.auxiliaries:
        begin -= 1
    if not event.inverted or (begin and read.sentence[begin - 1].lower != ","):
        return None
    if begin < event.at and any(item.kind == "name" for item in read.sentence[:begin]):
        return None
    behind = read.sentence[event.at + 1 : event.at + 2]
    if behind and behind[0].lower in grammar.relatives:
        return None
    if event.at and is_apposed(read.sentence, event.at - 1, grammar):
        return None
    if begin > 1 and read.sentence[begin - 2].kind == "name":
        return None
    quote = next((n for n in read.quotes if n > event.at), len(read.sentence))
    limit = min(quote, event.at + 8)
    found = subject_behind(read.sentence, event.at, limit, grammar)
    return found if begin == event.at or (found and found.kind == "person") else None


def source_subject(sentence: Sentence, at: int, length: int, grammar: Grammar) -> Subject | None:
    """Return whom the source preposition at items `[at, at + length)` names: "selon Roy"."""
    subject = own_words(sentence, at, length) or source_pronoun(sentence, at + length, grammar)
    return subject or subject_behind(sentence, at + length - 1, len(sentence), grammar)


def closes_phrase(sentence: Sentence, at: int, subject: Subject) -> bool:
    """Whether "pour Roy," opens the sentence and stands apart: not "un prix pour Roy"."""
    after = sentence[subject.at + 1].lower if subject.at + 1 < len(sentence) else ""
    named = subject.kind in ("person", "pronoun") and subject.at - at <= 3
    return at == 0 and named and after in (",", ":")


def is_thing(sentence: Sentence, verb: int) -> bool:
    """Whether the verb is one of meaning, told by another: "Roe says it means …"."""
    return verb > 0 and sentence[verb - 1].lower in _THINGS
