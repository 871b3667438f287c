"""Cue events: the verbs of a sentence that report speech, and the prepositions that name a source.

A form counts only where it is a verb: "la note" and "his claims" are nouns, "accusé par" is a
passive whose agent speaks. Who the subject is, `subjects` decides.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from tui.enrich.authors import document_reads
from tui.enrich.inflection import VerbForm
from tui.enrich.lexicon import Grammar
from tui.enrich.sentences import Item, Sentence


@dataclass(frozen=True, slots=True)
class Event:
    """A cue verb at item `at` of its sentence."""

    at: int
    weak: bool
    inverted: bool
    """The subject may stand behind the verb."""
    dependent: bool
    """A gerund or infinitive: its subject is that of the main clause."""
    agent: int | None = None
    """Item behind "by"/"par" of a passive: who spoke."""
    unlisted: bool = False
    """No verb of speech by itself, only by its place: « … », souffle Roy."""
    phrase: bool = False
    """It says whose expression the quoted words are: used the phrase "…"."""


@dataclass(frozen=True, slots=True)
class Source:
    """A preposition that names a source, items `[at, at + length)`: "selon", "according to"."""

    at: int
    length: int


def events(sentence: Sentence, grammar: Grammar) -> list[Event]:
    """Return the cue verbs of `sentence`, in order."""
    return list(_events(sentence, grammar))


def _events(sentence: Sentence, grammar: Grammar) -> Iterator[Event]:
    for at, item in enumerate(sentence):
        if item.kind != "word":
            continue
        if item.lower in grammar.after_faire and at and sentence[at - 1].lower in _MAKING:
            yield Event(at, weak=False, inverted=True, dependent=False)
            continue
        cue = grammar.cues.get(item.lower)
        if not cue or stands_as_noun(sentence, at, grammar):
            if _names_phrase(sentence, at, grammar):
                yield Event(at, weak=True, inverted=False, dependent=False, phrase=True)
            elif document_reads(sentence, at, grammar):
                yield Event(at, weak=False, inverted=False, dependent=False)
            continue
        agent = _agent(sentence, at) if cue.form in ("participle", "past") else None
        if agent is not None and item.lower in grammar.no_agent:
            continue
        if agent is None and _silent(sentence, at, cue.form, grammar):
            continue
        dependent = cue.form in ("gerund", "infinitive")
        if cue.form == "infinitive" and at and _plural(sentence[at - 1]):
            dependent = False
        yield Event(at, cue.weak, cue.inverted, dependent, agent)


def _silent(sentence: Sentence, at: int, form: VerbForm, grammar: Grammar) -> bool:
    """Whether the form reports nothing here: a passive, "se fait appeler", a noun."""
    if form == "participle":
        return not _active(sentence, at, grammar)
    if form == "past":
        return _after_be(sentence, at, grammar)
    if form == "infinitive":
        return sentence[at - 1].lower in _CAUSATIVE or _command(sentence, at, grammar)
    return False


def _names_phrase(sentence: Sentence, at: int, grammar: Grammar) -> bool:
    """Whether "used the phrase", "coined the term" stands at `at`, right in front of a quote."""
    if sentence[at].lower not in grammar.phrase_verbs:
        return False
    noun = at + 1
    while noun < len(sentence) and sentence[noun].lower in grammar.determiners:
        noun += 1
    quoted = noun + 1 < len(sentence) and sentence[noun + 1].kind == "quote"
    passive = _after_be(sentence, at, grammar)
    return quoted and sentence[noun].lower in grammar.phrase_nouns and not passive


def incise_verb(sentence: Sentence, quote: int, grammar: Grammar) -> Event | None:
    """Return the verb right behind the quote at item `quote` whose subject follows it inverted.

    Between quoted speech and its subject French takes any verb: « … », souffle Roy, corrigea-t-il.
    """
    at = quote + 1
    if not grammar.incise_endings or at >= len(sentence):
        return None
    if sentence[at].lower == ",":
        at += 1
    elif not sentence[quote].asks:
        return None
    auxiliary = False
    while at < len(sentence) and _light(sentence[at], grammar):
        auxiliary = auxiliary or sentence[at].lower in grammar.auxiliaries
        at += 1
    if at + 1 >= len(sentence) or not _open_word(sentence[at], grammar):
        return None
    endings = grammar.incise_participles if auxiliary else grammar.incise_endings
    pronoun = sentence[at + 1].lower.startswith("-") or sentence[at - 1].lower.startswith("-")
    shaped = sentence[at].lower.endswith(endings) and _subject_follows(sentence, at + 1, grammar)
    if not (pronoun or shaped):
        return None
    return Event(at, weak=False, inverted=True, dependent=False, unlisted=True)


def _light(item: Item, grammar: Grammar) -> bool:
    word = item.lower
    return item.kind == "word" and (
        word in grammar.clitics
        or word in grammar.auxiliaries
        or word in grammar.skipped
        or (word.startswith("-") and word.endswith(("-il", "-elle")))
    )


def _open_word(item: Item, grammar: Grammar) -> bool:
    """Whether a word belongs to no closed class and is no noun for a person."""
    word = item.lower
    closed = word in grammar.prepositions or word in grammar.determiners
    closed = closed or word in grammar.conjunctions or word in grammar.relatives
    known = word in grammar.roles or word in grammar.work_nouns or word in grammar.titles
    return item.kind == "word" and not (item.capital or closed or known)


def _adverb(item: Item, grammar: Grammar) -> bool:
    return item.lower in grammar.skipped and item.lower not in grammar.determiners


def _subject_follows(sentence: Sentence, at: int, grammar: Grammar) -> bool:
    """Whether a name, or a determiner with a noun for a person, comes next or behind adverbs."""
    while at + 1 < len(sentence) and _adverb(sentence[at], grammar):
        at += 1
    determined = sentence[at].lower in grammar.determiners and sentence[at].lower not in (
        "du",
        "des",
        "au",
        "aux",
    )
    for item in sentence[at + determined : at + determined + 3]:
        if item.kind == "name":
            return True
        word = item.lower
        if word in grammar.roles and determined:
            return True
        if not (word in grammar.titles or word in grammar.role_modifiers):
            return False
    return False


def stands_as_noun(sentence: Sentence, at: int, grammar: Grammar) -> bool:
    """Whether the cue's form at `at` is a noun where it stands: "the report said"."""
    if at == 0:
        cue = grammar.cues[sentence[at].lower]
        named = len(sentence) > 1 and sentence[1].kind == "name"
        return cue.form != "gerund" and not (named and cue.form in ("finite", "past"))
    before = sentence[at - 1]
    if before.kind != "word":
        return before.kind == "name" and sentence[at].capital
    if sentence[at].lower in grammar.noun_like and not _verb_position(before, grammar):
        return True
    pronominal = {"le", "la", "les", "l'", "leur", "y", "en", "lui"}
    if before.lower in pronominal and at > 1:
        return not _clitic(sentence, at, grammar)
    if before.lower in grammar.determiners or before.lower in {"'s", "’s"}:
        return grammar.cues[sentence[at].lower].form != "past" or before.lower not in {"'s", "’s"}
    form = grammar.cues[sentence[at].lower].form
    return form in ("finite", "past") and before.lower in grammar.prepositions


def _verb_position(before: Item, grammar: Grammar) -> bool:
    """Whether a form that is also a noun can be a verb behind this word."""
    word = before.lower
    return (
        word in grammar.pronouns
        or word in grammar.other_pronouns
        or word in grammar.skipped
        or word in grammar.auxiliaries
        or word in grammar.conjunctions
        or word in grammar.relatives
        or word in ("to", "as")
        or word.endswith("ly")
        or before.capital
    )


def _clitic(sentence: Sentence, at: int, grammar: Grammar) -> bool:
    """Whether "le"/"la" in front is an object pronoun: "il le qualifie", "Musk l'accuse"."""
    before = sentence[at - 2]
    if before.kind == "name" or before.lower in grammar.pronouns or before.lower == ",":
        return True
    return before.lower in grammar.other_pronouns or before.lower in {"ne", "n'", "pour", "à", "de"}


def _agent(sentence: Sentence, at: int) -> int | None:
    for look in range(at + 1, min(at + 3, len(sentence) - 1)):
        if sentence[look].lower in ("by", "par"):
            return look + 1
        if sentence[look].kind != "word":
            return None
    return None


def _left_word(sentence: Sentence, at: int, grammar: Grammar) -> Item | None:
    look = at - 1
    while look >= 0 and sentence[look].kind == "word" and sentence[look].lower in grammar.skipped:
        look -= 1
    return sentence[look] if look >= 0 else None


_CAUSATIVE = frozenset({"fait", "faire", "fit", "faisait", "se"})
"""In front of an infinitive: "se fait appeler" is no speech of the subject."""
_MAKING = frozenset({"fait", "font", "faisait", "faisaient", "fit", "firent"})
_HAVING = frozenset(
    {"a", "ont", "avait", "avaient", "aura", "auront", "aurait", "auraient", "eut", "ayant"}
    | {"avoir", "ai", "as", "avons", "avez"}
)
"""Forms of "avoir", an auxiliary; from general knowledge."""
_REFLEXIVE = frozenset({"s'", "s'est", "se", "m'"})


def _active(sentence: Sentence, at: int, grammar: Grammar) -> bool:
    """Whether a French participle has "avoir" in front, or a reflexive "être": not a passive."""
    look = at - 1
    reflexive = False
    while look >= 0 and sentence[look].kind == "word":
        word = sentence[look].lower
        if word in _HAVING or word in {"-t-il", "-t-elle", "-il", "-elle"}:
            return True
        if word in grammar.be and word != "être":
            return look > 0 and (sentence[look - 1].lower in _REFLEXIVE or reflexive)
        if word not in grammar.skipped:
            return False
        look -= 1
    return False


def _after_be(sentence: Sentence, at: int, grammar: Grammar) -> bool:
    word = _left_word(sentence, at, grammar)
    return word is not None and word.kind == "word" and word.lower in grammar.be


def _command(sentence: Sentence, at: int, grammar: Grammar) -> bool:
    """Whether an English bare form has no "to" or auxiliary in front: rather a noun."""
    word = _left_word(sentence, at, grammar)
    if sentence[at].lower.endswith(("er", "re", "ir")) and "selon" in grammar.cues:
        return False
    if word is None:
        return True
    if _plural(word) and sentence[at].lower + "s" not in grammar.noun_like:
        return False
    plural = {"i", "we", "they", "you"}
    known = word.lower in grammar.auxiliaries or word.lower in grammar.prepositions
    return not (known or word.lower in plural or word.lower in grammar.conjunctions)


def _plural(item: Item) -> bool:
    """Whether an English word can be a plural noun, the subject of a bare form: "critics say"."""
    plain = item.kind == "word" and not item.capital
    regular = item.lower.endswith("s") and not item.lower.endswith(("ss", "us", "is", "’s", "'s"))
    return plain and (item.lower in _PLURALS or (regular and len(item.lower) > 3))


_PLURALS = frozenset({"people", "police", "men", "women"})


def sources(sentence: Sentence, grammar: Grammar) -> list[Source]:
    """Return the source prepositions of `sentence`, in order."""
    found: list[Source] = []
    for at, item in enumerate(sentence):
        if item.kind != "word":
            continue
        for phrase in grammar.attribution_prepositions:
            if item.lower == phrase[0] and _matches(sentence, at, phrase):
                found.append(Source(at, len(phrase)))
                break
    return found


def _matches(sentence: Sentence, at: int, phrase: tuple[str, ...]) -> bool:
    if at + len(phrase) >= len(sentence):
        return False
    return all(sentence[at + n].lower == word for n, word in enumerate(phrase))
