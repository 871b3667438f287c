"""Where a reported clause begins behind its verb, and where it ends.

Between the verb and the clause may stand when, where and to whom it was said. The clause ends with
its sentence, or in front of what the writer goes on to tell: ", ajoutant que …", ", and added …".
Items are those of the sentence; a clause is a half-open range of them.
"""

from tui.enrich.cues import Event
from tui.enrich.lexicon import Grammar
from tui.enrich.reads import Read
from tui.enrich.role_words import TIMES
from tui.enrich.sentences import Item, Sentence

_LEAST = 3
"""Words of a clause that are not quoted; with fewer, the quotes in it say all there is."""
_BETWEEN = 18
"""Items between the verb and the clause."""
_SUBJECT = 7
"""Items of a subject with its verb that start another report."""
_PHRASE = 8
"""Items of one phrase of place or hearer."""
_VERB_WITHIN = 30
"""Items in which a clause without "that" shows its verb."""
_STOPS = frozenset({";", ".", "!", "?", "…"})
_ENDS = _STOPS | {",", ":", "–", "—", "-"}
_INFINITIVES = ("er", "ir", "dre", "tre", "vre", "ire")
_HEARERS = frozenset({"me", "us", "him", "her", "them", "you", "reporters", "journalists"})
_PARTICLES = frozenset({"out"})
_TIME_WORDS = TIMES | frozenset(
    {"morning", "afternoon", "evening", "night", "today", "matin", "soir"}
)
_LAST = frozenset({"last", "earlier", "later", "dernier", "dernière", "passé", "passée"})
_THERE = frozenset({"there", "here", "this", "that", "these", "those"})
_NOT_IN_PHRASES = frozenset({"as", "than", "like", "comme"})
"""Prepositions behind which a clause stands as well: "said as he left"."""
_MAY_BE_OBJECTS = frozenset({"it", "you", "there"})
_POINTING = frozenset({"this", "that", "last", "next"})
_JOINING = frozenset({"et", "and", "but", "mais"})
_RELATIVES = frozenset({"who", "whom", "whose", "which", "qui", "dont", "où", "lequel", "laquelle"})


def opening(sentence: Sentence, verb: int, grammar: Grammar) -> int | None:
    """Return the first item of the clause that the verb at `verb` reports, or None."""
    words = grammar.reporting
    at = verb + 1
    if at < len(sentence) and sentence[at].lower in _PARTICLES:
        at += 1
    if sentence[verb].lower in words.hearer:
        told = _hearer(sentence, at, grammar)
        if told == at and not (at < len(sentence) and sentence[at].lower in words.openers):
            return None
        at = told
    limit = min(len(sentence) - 1, verb + _BETWEEN)
    phrase = parted = False
    while at < limit:
        word = sentence[at].lower
        if word in words.openers:
            return _behind_opener(sentence, at, grammar, phrase=phrase)
        if at == verb + 1 and _infinitive(sentence, at, grammar):
            return at
        if words.bare and not parted and _bare(sentence, verb, at, grammar):
            return at
        if word in words.comparing:
            return None
        step = at + 1 if word == "," else _adverbial(sentence, at, limit, grammar)
        if step == at:
            return None
        parted = parted or word == ","
        phrase = phrase or step > at + 1
        at = step
    return None


def _behind_opener(sentence: Sentence, at: int, grammar: Grammar, *, phrase: bool) -> int | None:
    """Read "that", which may be a pronoun: "said that was fine", "of a plan that was dead"."""
    if at + 1 < len(sentence) and sentence[at + 1].lower in grammar.reporting.finite:
        return None if phrase else at
    return at + 1


def _infinitive(sentence: Sentence, at: int, grammar: Grammar) -> bool:
    """Whether a French infinitive follows: "affirme ne pas avoir …", "dit vouloir …"."""
    if not grammar.goes_on_in_lower_case:
        return False
    if sentence[at].lower in ("ne", "n'"):
        at += 1
        if at < len(sentence) and sentence[at].lower in ("pas", "plus", "jamais", "rien"):
            at += 1
    while at < len(sentence) and sentence[at].lower in grammar.clitics:
        at += 1
    if at >= len(sentence):
        return False
    item = sentence[at]
    plain = item.kind == "word" and not item.capital and item.lower.endswith(_INFINITIVES)
    plain = plain and item.lower not in _TIME_WORDS
    return plain and (item.lower in grammar.auxiliaries or not _closed(item, grammar))


def _closed(item: Item, grammar: Grammar) -> bool:
    word = item.lower
    closed = word in grammar.prepositions or word in grammar.determiners
    closed = closed or word in grammar.skipped or word in grammar.conjunctions
    return closed or word in grammar.roles or word in grammar.titles


def _hearer(sentence: Sentence, at: int, grammar: Grammar) -> int:
    """Return the item behind who was told: "told reporters", "told The Paper", "told her"."""
    if at >= len(sentence):
        return at
    if sentence[at].lower in _HEARERS or sentence[at].kind == "name":
        return at + 1
    begin = at
    if sentence[at].lower in grammar.determiners:
        at += 1
    first = at
    while (
        at < len(sentence) and at - first < _PHRASE and _within_hearer(sentence, at, first, grammar)
    ):
        at += 1
    return at if at > first else begin


def _within_hearer(sentence: Sentence, at: int, first: int, grammar: Grammar) -> bool:
    item = sentence[at]
    if item.kind != "word" or item.lower in grammar.reporting.openers:
        return False
    if item.capital:
        return item.lower not in _TIME_WORDS
    plain = not (_closed(item, grammar) or _subject_pronoun(item, grammar))
    plain = plain or item.lower in grammar.roles
    return plain and all(not other.capital for other in sentence[first:at])


def _adverbial(sentence: Sentence, at: int, limit: int, grammar: Grammar) -> int:
    """Return the item behind the adverb or phrase of time, place or hearer at `at`, or `at`."""
    item = sentence[at]
    word = item.lower
    if item.kind != "word":
        return at
    if word in _TIME_WORDS or word in _LAST or word.isdigit():
        return at + 1
    if word in grammar.prepositions and word not in grammar.reporting.openers:
        return _behind_phrase(sentence, at, limit, grammar)
    if word in grammar.determiners:
        near = range(at + 1, min(at + 3, limit))
        return next((n + 1 for n in near if sentence[n].lower in _TIME_WORDS), at)
    adverb = word in grammar.skipped or word.endswith(grammar.adverb_endings) or word == "however"
    return at + 1 if adverb else at


def _behind_phrase(sentence: Sentence, at: int, limit: int, grammar: Grammar) -> int:
    """Return the item behind the prepositional phrase at `at`: one noun with what belongs to it."""
    end = min(limit, at + _PHRASE)
    noun = False
    begin = at
    if sentence[at].lower in _NOT_IN_PHRASES:
        return begin
    at += 1
    while at < end:
        item = sentence[at]
        if item.kind == "name":
            return at + 1
        if not noun and _subject_pronoun(item, grammar) and item.lower not in _THERE:
            return begin
        if item.kind != "word" or _ends_phrase(item, grammar, noun=noun):
            return at
        if item.lower in grammar.prepositions:
            noun = False
        elif item.lower not in grammar.determiners:
            noun = True
        at += 1
    return at


def _ends_phrase(item: Item, grammar: Grammar, *, noun: bool) -> bool:
    """Whether a word is no part of a prepositional phrase, whose noun has been read or not."""
    word = item.lower
    if word in _RELATIVES or word in grammar.reporting.finite:
        return True
    cue = grammar.cues.get(word)
    if cue is not None and cue.form == "infinitive" and grammar.goes_on_in_lower_case:
        return True
    if not noun:
        return word in grammar.conjunctions and word != "that"
    closed = word in grammar.determiners and word not in grammar.prepositions
    closed = closed or word in grammar.reporting.openers or word in grammar.conjunctions
    return closed or _subject_pronoun(item, grammar) or word in _TIME_WORDS | grammar.skipped


def _subject_pronoun(item: Item, grammar: Grammar) -> bool:
    word = item.lower
    return word in grammar.pronouns or word in grammar.other_pronouns or word in _THERE


def _bare(sentence: Sentence, verb: int, at: int, grammar: Grammar) -> bool:
    """Whether a clause without "that" starts at `at`."""
    words = grammar.reporting
    cue = sentence[verb].lower
    item = sentence[at]
    if cue not in words.bare or item.kind in ("quote", "mark"):
        return False
    word = item.lower
    if word in _RELATIVES or word in words.finite:
        return False
    follow = sentence[at + 1] if at + 1 < len(sentence) else None
    if word in _MAY_BE_OBJECTS:
        return follow is not None and _can_be_verb(follow, grammar)
    if word in grammar.pronouns or word in grammar.other_pronouns:
        return follow is not None and follow.kind != "mark"
    sure = cue in words.bare_sure
    if sure and word in words.subordinate:
        comma = next((n for n in range(at, len(sentence)) if sentence[n].lower == ","), None)
        return comma is not None and _has_verb(sentence, comma, grammar, sure=False)
    starts = word in grammar.determiners or item.kind == "name" or item.capital
    starts = starts or word.isdigit() or word in grammar.roles
    starts = starts or (sure and _noun_starts(sentence, at, grammar))
    timed = word in _POINTING and at + 1 < len(sentence) and sentence[at + 1].lower in _TIME_WORDS
    if timed or word in _TIME_WORDS or not starts:
        return False
    return _has_verb(sentence, at, grammar, sure=sure)


def _can_be_verb(item: Item, grammar: Grammar) -> bool:
    word = item.lower
    if item.kind != "word" or item.capital:
        return False
    words = grammar.reporting
    known = word in words.finite or word in words.finite_sure or word in grammar.skipped
    return known or word in ("'s", "’s") or word.endswith(("s", "ed", "'s", "'ll", "'d"))


def _noun_starts(sentence: Sentence, at: int, grammar: Grammar) -> bool:
    """Whether a noun phrase without a determiner can start: no preposition, no participle."""
    item = sentence[at]
    follow = sentence[at + 1] if at + 1 < len(sentence) else item
    governs = follow.lower in grammar.determiners or _subject_pronoun(follow, grammar)
    return not (_closed(item, grammar) or governs or item.lower.endswith(("ing", "ed")))


def _has_verb(sentence: Sentence, at: int, grammar: Grammar, *, sure: bool) -> bool:
    """Whether a noun phrase with its verb starts at `at`, and not an object alone."""
    finite = grammar.reporting.finite
    for look in range(at + 1, min(len(sentence), at + _VERB_WITHIN)):
        item = sentence[look]
        word = item.lower
        if word in _RELATIVES or word == "that" or word in _STOPS or word == ":":
            return False
        if word == "," and not sure:
            return False
        if word in _JOINING and not sure:
            return False
        if item.kind != "word":
            continue
        if word in finite or (sure and word in grammar.reporting.finite_sure):
            return True
        governed = sentence[look - 1].lower in grammar.prepositions
        if sure and _subject_pronoun(item, grammar) and word not in _THERE and not governed:
            return True
        cue = grammar.cues.get(word)
        verbal = cue is not None and cue.form in ("finite", "past")
        past = len(word) > 4 and word.endswith("ed")
        noun = sentence[look - 1].lower not in grammar.determiners
        if sure and noun and (verbal or past) and not item.capital:
            return True
    return False


def closing(read: Read, first: int, grammar: Grammar) -> int:
    """Return the item behind the clause that begins at item `first`."""
    sentence = read.sentence
    end = _turn(read, first, grammar)
    while end > first and sentence[end - 1].kind == "mark" and sentence[end - 1].lower in _ENDS:
        end -= 1
    return end


def _turn(read: Read, first: int, grammar: Grammar) -> int:
    """Return the comma or stop at which the writer's own words go on."""
    sentence = read.sentence
    events = {event.at: event for event in read.cues}
    sources = {source.at for source in read.sources}
    for at in range(first + 1, len(sentence)):
        word = sentence[at].lower
        if word in _STOPS and at < len(sentence) - 1 and word == ";":
            return at
        if word == ":" and at + 1 < len(sentence) and sentence[at + 1].kind == "quote":
            return at
        if word == "," and _leaves(sentence, at, events, sources, grammar):
            return at
        if word in _JOINING and _joined_cue(sentence, at + 1, events, grammar):
            return at
    return len(sentence)


def _leaves(
    sentence: Sentence, comma: int, events: dict[int, Event], sources: set[int], grammar: Grammar
) -> bool:
    """Whether behind the comma comes another cue, or what the speaker did."""
    at = comma + 1
    if at >= len(sentence):
        return True
    if at in sources or sentence[at].lower in grammar.reporting.turns:
        return True
    event = events.get(at)
    if event is None and at + 1 in events and sentence[at].lower in ("en", "tout"):
        event = events[at + 1]
    if event is not None and event.dependent and event.at in events:
        return grammar.cues[sentence[event.at].lower].form == "gerund"
    at += sentence[at].lower in _JOINING
    if _joined_cue(sentence, at, events, grammar) or _new_report(sentence, at, events, grammar):
        return True
    return _incise(sentence, at, events, grammar)


def _new_report(sentence: Sentence, at: int, events: dict[int, Event], grammar: Grammar) -> bool:
    """Whether a short subject with a verb of saying comes next: ", and the mayor said"."""
    for look in range(at, min(at + _SUBJECT, len(sentence))):
        item = sentence[look]
        if look > at and look in events and not events[look].dependent:
            return item.lower in grammar.reporting.verbs
        if item.kind not in ("word", "name") or item.lower in grammar.conjunctions:
            return False
    return False


def _joined_cue(sentence: Sentence, at: int, events: dict[int, Event], grammar: Grammar) -> bool:
    """Whether a cue verb without a subject of its own comes next: "and added that"."""
    while at < len(sentence) and _light(sentence[at], grammar):
        at += 1
    event = events.get(at)
    if event is None:
        return False
    form = grammar.cues[sentence[at].lower].form if sentence[at].lower in grammar.cues else "finite"
    return form != "infinitive"


def _light(item: Item, grammar: Grammar) -> bool:
    word = item.lower
    light = word in grammar.auxiliaries or word in grammar.skipped
    return item.kind == "word" and light and word not in ("le", "la", "les", "de", "d'", "va")


def _incise(sentence: Sentence, at: int, events: dict[int, Event], grammar: Grammar) -> bool:
    """Whether an inverted verb follows: ", a-t-il dit", ", explique Roy"."""
    begin = at
    while at < len(sentence) and (_light(sentence[at], grammar) or sentence[at].lower[:1] == "-"):
        at += 1
    event = events.get(at)
    if event is None or not event.inverted or event.dependent or not grammar.goes_on_in_lower_case:
        return False
    return at + 1 < len(sentence) or at > begin


def enough(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a clause has words of its own beside those quoted in it."""
    return sum(item.kind in ("word", "name") for item in sentence[first:last]) >= _LEAST
