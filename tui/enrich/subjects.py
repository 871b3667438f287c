"""Who the subject of a cue verb is, by the words around it.

Walking left from the verb, the first noun phrase that is no complement decides: a name, a pronoun,
a description ("the mayor"), or something that blocks ("the commission", "they"). Appositions and
inserted phrases between commas are stepped over. Behind an inverted verb the same is read forward.
"""

from tui.enrich.authors import OWNERS, owner
from tui.enrich.cues import stands_as_noun
from tui.enrich.descriptions import (
    Subject,
    blocked,
    described_before,
    described_behind,
    hyphen,
    impersonal,
    of_complement,
    over_complement,
    post_of,
)
from tui.enrich.lexicon import Grammar
from tui.enrich.role_words import TIMES
from tui.enrich.sentences import Item, Sentence

_MAX_STEPS = 60
_COMMAS = frozenset({",", "–", "—", "-", ")", "("})
_HARD_STOPS = frozenset({":", ";", ".", "!", "?"})
_PARTICLES = frozenset({"out", "back", "up"})
"""Adverbs that belong to the verb in front: "points out Roe"."""
_TIME_ADJECTIVES = frozenset({"last", "next", "past", "late", "early", "same"})
_OBJECT_PRONOUNS = frozenset({"him", "her", "them", "it", "me", "us", "you"})


def subject_before(sentence: Sentence, verb: int, floor: int, grammar: Grammar) -> Subject | None:
    """Return the subject in front of the verb at `verb`, looking no further left than `floor`."""
    at = verb - 1
    relative = False
    stepped: Subject | int | None
    for _ in range(_MAX_STEPS):
        if at < floor:
            return None
        item = sentence[at]
        relative = relative or item.lower in ("who", "qui", "which")
        if item.kind == "name":
            stepped = _name_or_step(sentence, at, floor, grammar)
        elif item.kind == "quote":
            return main_subject(sentence, at, grammar, floor)
        elif item.kind == "mark":
            stepped = _over_mark(sentence, at, floor, grammar)
        else:
            stepped = _word_or_step(sentence, at, floor, grammar)
        if isinstance(stepped, int):
            at = stepped
        elif relative and (stepped is None or stepped.kind != "person"):
            return None
        else:
            return stepped
    return None


def _name_or_step(sentence: Sentence, at: int, floor: int, grammar: Grammar) -> Subject | int:
    item = sentence[at]
    before = _before_titles(sentence, at, floor, grammar)
    if before < floor:
        return Subject("person", at, item.number)
    left = sentence[before]
    if left.kind == "word" and left.lower in grammar.prepositions:
        return before - 1
    if left.lower in ("and", "et", "&") and before > floor:
        further = sentence[before - 1]
        if further.kind == "name" or further.lower in grammar.pronouns:
            return blocked(at)
    if is_modifier(sentence, at, grammar):
        return blocked(at)
    return Subject("person", at, item.number)


def _before_titles(sentence: Sentence, at: int, floor: int, grammar: Grammar) -> int:
    """Return the item in front of a name and of the title or role glued to it."""
    look = at - 1
    while look >= floor and sentence[look].kind == "word" and _glued(sentence[look], grammar):
        look -= 1
    return look


def _glued(item: Item, grammar: Grammar) -> bool:
    return (
        item.lower in grammar.titles
        or item.lower in grammar.roles
        or item.lower in grammar.role_modifiers
        or item.capital
    )


def is_modifier(sentence: Sentence, at: int, grammar: Grammar) -> bool:
    """Whether the name only qualifies a noun: "l'administration Trump", "Trump's lawyer"."""
    if at + 1 < len(sentence) and sentence[at + 1].lower in ("'s", "’s"):
        return True
    if at < 2 or sentence[at].end - sentence[at].start > len(sentence[at].lower):
        return False
    noun, determiner = sentence[at - 1], sentence[at - 2]
    if noun.kind != "word" or noun.capital or _closed(noun.lower, grammar):
        return False
    return determiner.lower in grammar.determiners


def _closed(word: str, grammar: Grammar) -> bool:
    """Whether a word belongs to a closed class, or names a role: no noun that a name qualifies."""
    return (
        word in grammar.titles
        or word in grammar.roles
        or word in grammar.role_modifiers
        or word in grammar.prepositions
        or word in grammar.conjunctions
        or word in grammar.auxiliaries
        or word in grammar.skipped
        or word in grammar.cues
        or word in grammar.determiners
        or word in grammar.relatives
    )


def _over_mark(sentence: Sentence, at: int, floor: int, grammar: Grammar) -> Subject | int | None:
    if sentence[at].lower in _HARD_STOPS or sentence[at].lower not in _COMMAS:
        return None if sentence[at].lower in _HARD_STOPS else at - 1
    opening = _opening(sentence, at, floor)
    if opening is None:
        return _lone_clause(sentence, at, floor, grammar)
    inner = sentence[opening + 1 : at]
    names = [n for n, item in enumerate(inner) if item.kind == "name"]
    if names and _is_name_phrase(inner, names[0], grammar):
        if of_complement(sentence, opening, floor, grammar):
            return opening - 1
        return Subject("person", opening + 1 + names[0], inner[names[0]].number)
    return _apposed(sentence, opening, floor, grammar) or opening - 1


def is_apposed(sentence: Sentence, comma: int, grammar: Grammar) -> bool:
    """Whether the comma closes an apposition behind a name: "Roe, one of the two, said"."""
    if sentence[comma].lower != ",":
        return False
    opening = _opening(sentence, comma, 0)
    if opening is None or not opening or sentence[opening - 1].kind != "name":
        return False
    first = sentence[opening + 1].lower
    return first in grammar.determiners or first in grammar.roles or first.isdigit()


def _apposed(sentence: Sentence, comma: int, floor: int, grammar: Grammar) -> Subject | None:
    """Return the name whose apposition ends at `comma`: "Roe, the owner of the port, a …"."""
    determiner = comma
    while determiner > floor and sentence[determiner - 1].lower not in _COMMAS:
        determiner -= 1
        if sentence[determiner].kind == "quote" or sentence[determiner].lower in grammar.cues:
            return None
    name = determiner - 2
    if determiner == comma or name < floor or sentence[name].kind != "name":
        return None
    alone = sentence[determiner].lower in grammar.determiners
    subject = _name_or_step(sentence, name, floor, grammar) if alone else None
    return subject if isinstance(subject, Subject) else None


def _opening(sentence: Sentence, at: int, floor: int) -> int | None:
    wanted = "(" if sentence[at].lower == ")" else sentence[at].lower
    for look in range(at - 1, floor - 1, -1):
        if sentence[look].lower == wanted:
            return look
        if sentence[look].kind == "quote":
            return None
    return None


def _lone_clause(sentence: Sentence, at: int, floor: int, grammar: Grammar) -> Subject | int | None:
    """Read "Smith, said": only one comma in front of the verb."""
    inner = sentence[floor:at]
    names = [n for n, item in enumerate(inner) if item.kind == "name"]
    if names and _is_name_phrase(inner, names[0], grammar):
        return Subject("person", floor + names[0], inner[names[0]].number)
    return main_subject(sentence, at, grammar, floor)


def _is_name_phrase(inner: Sentence, name: int, grammar: Grammar) -> bool:
    """Whether the phrase is a name with its titles and nothing else: ", Angel Torres,"."""
    front = all(item.kind == "word" and _glued(item, grammar) for item in inner[:name])
    behind = all(item.lower.isdigit() or item.kind == "mark" for item in inner[name + 1 :])
    return front and behind


def _word_or_step(
    sentence: Sentence, at: int, floor: int, grammar: Grammar
) -> Subject | int | None:
    word = sentence[at].lower
    if word in grammar.pronouns:
        return Subject("pronoun", at, gender=grammar.pronouns[word])
    if word in grammar.relatives and at > floor:
        return at - 2 if sentence[at - 1].lower == "," else at - 1
    if word in grammar.auxiliaries or word in grammar.skipped:
        return at - 1
    if word in grammar.other_pronouns or word in _OBJECT_PRONOUNS:
        return blocked(at)
    if word in grammar.conjunctions:
        return main_subject(sentence, at, grammar, floor)
    if _verbal(word, grammar) and not stands_as_noun(sentence, at, grammar):
        return at - 1
    if word in grammar.prepositions or word in grammar.determiners:
        return main_subject(sentence, at, grammar, floor)
    if word.endswith(grammar.adverb_endings):
        return at - 1
    return _noun_phrase(sentence, at, floor, grammar)


def _noun_phrase(sentence: Sentence, at: int, floor: int, grammar: Grammar) -> Subject | int:
    """Read the noun phrase that ends at `at`; a complement is stepped over to its head."""
    if sentence[at].lower in TIMES:
        return _before_time(sentence, at, floor, grammar)
    author = owner(sentence, at, grammar)
    if author is not None:
        place, gender = author
        return (
            Subject("person", place, sentence[place].number)
            if gender is None
            else Subject("pronoun", place, gender=gender)
        )
    look = at
    while look >= floor and (sentence[look].kind in ("word", "name") or hyphen(sentence, look)):
        word = sentence[look].lower
        if word in grammar.prepositions and word not in grammar.determiners:
            return look - 1
        if word in grammar.determiners:
            if _is_complement(sentence, look, floor, grammar):
                return look - 1 if word in grammar.prepositions else look - 2
            return described_before(sentence, look, at, grammar)
        if word in grammar.auxiliaries or word in grammar.conjunctions or at - look > 8:
            return blocked(at)
        look -= 1
    if _bare_apposition(sentence, look, floor, grammar):
        return _name_or_step(sentence, look - 1, floor, grammar)
    return blocked(at)


def _before_time(sentence: Sentence, at: int, floor: int, grammar: Grammar) -> int:
    """Step over an adverbial of time: "Roe earlier this week called"."""
    look = at - 1
    while look >= floor and (
        sentence[look].lower in grammar.determiners or sentence[look].lower in _TIME_ADJECTIVES
    ):
        look -= 1
    return look


def _bare_apposition(sentence: Sentence, comma: int, floor: int, grammar: Grammar) -> bool:
    """Whether "Roy, éthologue à Brantes, …" stands at the comma: a post without an article."""
    if comma <= floor or sentence[comma].lower != "," or sentence[comma - 1].kind != "name":
        return False
    word = sentence[comma + 1].lower
    return bool(post_of(word, grammar)) or word.endswith(grammar.person_endings)


def _is_complement(sentence: Sentence, determiner: int, floor: int, grammar: Grammar) -> bool:
    if sentence[determiner].lower in ("du", "des", "au", "aux"):
        return True
    return determiner > floor and sentence[determiner - 1].lower in grammar.prepositions


def main_subject(
    sentence: Sentence, before: int, grammar: Grammar, floor: int = 0
) -> Subject | None:
    """Return the subject of the main clause, read from the start of the sentence."""
    at = _clause_start(sentence, floor, before, grammar)
    seen_noun = -1
    determiner = -1
    while at < before:
        item = sentence[at]
        word = item.lower
        if item.kind == "name":
            return _first_name(sentence, at, seen_noun, grammar)
        if item.kind == "quote" or word in _HARD_STOPS:
            return _seen(sentence, determiner, seen_noun, grammar) if seen_noun >= 0 else None
        if seen_noun < 0 and word in grammar.pronouns:
            nobody = impersonal(sentence, at, grammar)
            return blocked(at) if nobody else Subject("pronoun", at, gender=grammar.pronouns[word])
        if seen_noun < 0 and word in grammar.other_pronouns:
            return blocked(at)
        if word in grammar.determiners and seen_noun < 0:
            determiner = at
        elif _verbal(word, grammar) and seen_noun >= 0 and not item.capital:
            return _seen(sentence, determiner, seen_noun, grammar)
        elif _is_noun(item, grammar, first=seen_noun < 0):
            seen_noun = at
        elif word in ("et", "and") and seen_noun >= 0 and _another(sentence, at + 1, grammar):
            return blocked(at)
        elif word == "," and seen_noun >= 0 and not _name_follows(sentence, at):
            return _seen(sentence, determiner, seen_noun, grammar)
        at += 1
    return _seen(sentence, determiner, seen_noun, grammar) if seen_noun >= 0 else None


def _is_noun(item: Item, grammar: Grammar, *, first: bool) -> bool:
    if item.lower in grammar.roles:
        return first
    return item.kind == "word" and not _closed(item.lower, grammar)


def _verbal(word: str, grammar: Grammar) -> bool:
    return word in grammar.auxiliaries or (word in grammar.cues and word not in grammar.roles)


def _another(sentence: Sentence, at: int, grammar: Grammar) -> bool:
    """Whether a second noun phrase starts: "la biologiste et ses collègues"."""
    return at < len(sentence) and sentence[at].lower in grammar.determiners


def _name_follows(sentence: Sentence, at: int) -> bool:
    return at + 1 < len(sentence) and sentence[at + 1].kind == "name"


def _seen(sentence: Sentence, determiner: int, noun: int, grammar: Grammar) -> Subject:
    if 0 <= determiner < noun:
        return described_before(sentence, determiner, noun, grammar)
    return blocked(noun)


def _first_name(sentence: Sentence, at: int, seen_noun: int, grammar: Grammar) -> Subject:
    if is_modifier(sentence, at, grammar):
        return blocked(at)
    left = sentence[at - 1].lower if at else ""
    if seen_noun >= 0 and left in grammar.prepositions:
        return blocked(at)
    if seen_noun >= 0 and left != "," and not _role_between(sentence, seen_noun, at, grammar):
        return blocked(at)
    after = sentence[at + 1 : at + 3]
    if len(after) == 2 and after[0].lower in ("and", "et") and after[1].kind == "name":
        return blocked(at)
    return Subject("person", at, sentence[at].number)


def _role_between(sentence: Sentence, begin: int, end: int, grammar: Grammar) -> bool:
    """Whether a role noun stands in the phrase in front of the name: "le juge Éric Halphen"."""
    start = max(0, begin - 6)
    return any(
        item.lower in grammar.roles or item.lower in grammar.titles for item in sentence[start:end]
    )


def _clause_start(sentence: Sentence, floor: int, before: int, grammar: Grammar) -> int:
    """Step over quotes, adverbs and introductory phrases up to their comma."""
    at = floor
    while at < before:
        item = sentence[at]
        if (
            item.kind == "quote"
            or item.kind == "mark"
            or item.lower in ("and", "but", "et", "mais")
        ):
            at += 1
            continue
        if item.kind != "word" or not _introduces(item.lower, grammar):
            return at
        comma = next((n for n in range(at, before) if sentence[n].lower == ","), None)
        if comma is None:
            return _first_bare(sentence, at, before, grammar)
        at = comma + 1
    return at


def _introduces(word: str, grammar: Grammar) -> bool:
    if word in grammar.determiners and word not in ("au", "aux", "des"):
        return False
    cue = grammar.cues.get(word)
    adverb = word in grammar.skipped and word not in grammar.pronouns
    gerund = cue is not None and cue.form == "gerund"
    ending = word.endswith(("ly", "ment", "ing", "ant")) and word not in grammar.roles
    return (
        word in grammar.prepositions or word in grammar.conjunctions or adverb or gerund or ending
    )


def _first_bare(sentence: Sentence, at: int, before: int, grammar: Grammar) -> int:
    """Return the first name or pronoun that no preposition governs."""
    for look in range(at + 1, before):
        item = sentence[look]
        governed = sentence[look - 1].lower in grammar.prepositions
        if (item.kind == "name" and not governed) or item.lower in grammar.pronouns:
            return look
    return before


def own_words(sentence: Sentence, at: int, length: int) -> Subject | None:
    """Return whose words a source phrase speaks of itself: "in her own words"."""
    for place in range(at, at + length):
        gender = OWNERS.get(sentence[place].lower)
        if gender:
            return Subject("pronoun", place, gender=gender)
    return None


def source_pronoun(sentence: Sentence, at: int, grammar: Grammar) -> Subject | None:
    """Read the pronoun behind a source preposition: "selon lui", "according to her"."""
    word = sentence[at].lower if at < len(sentence) else ""
    gender = grammar.source_pronouns.get(word)
    return Subject("pronoun", at, gender=gender) if gender else None


def subject_behind(sentence: Sentence, verb: int, limit: int, grammar: Grammar) -> Subject | None:
    """Return the subject behind an inverted verb: "dit-elle", "said the mayor, Jane Roe"."""
    at = verb + 1
    described: Subject | None = None
    plain = 0
    while at < min(limit, verb + 24):
        item = sentence[at]
        word = item.lower
        if word.lstrip("-t") in ("il", "elle") and word.startswith("-"):
            return Subject("pronoun", at, gender="m" if word.endswith("il") else "f")
        if item.kind == "quote" or word in _HARD_STOPS:
            break
        fresh = described is None and plain == 0
        behind = _stepped_over(sentence, at, verb, limit, grammar, fresh=fresh)
        if behind > at:
            at = behind
            continue
        if item.kind == "name" and not _possesses(sentence, at):
            return _behind_name(sentence, at, verb, described, plain, grammar)
        if at == verb + 1 and word in grammar.pronouns:
            return Subject("pronoun", at, gender=grammar.pronouns[word])
        plural = word.startswith("-") and not hyphen(sentence, at)
        if plural or (at == verb + 1 and word in grammar.other_pronouns):
            return blocked(at)
        if fresh and word in grammar.determiners:
            described = described_behind(sentence, at, limit, grammar)
        elif _ends_phrase(word, grammar):
            break
        plain += item.kind == "word" and word not in grammar.skipped and not _glued(item, grammar)
        at += 1
    return described


def _stepped_over(
    sentence: Sentence, at: int, verb: int, limit: int, grammar: Grammar, *, fresh: bool
) -> int:
    """Return the item behind what stands between the verb and its subject at `at`, or `at`."""
    if at == verb + 1 and sentence[at].lower in _PARTICLES:
        return at + 1
    if sentence[at].kind == "name" and _qualifies_role(sentence, at, limit, grammar):
        return at + 1
    return over_complement(sentence, at, min(limit, verb + 24), grammar) if fresh else at


def _qualifies_role(sentence: Sentence, at: int, limit: int, grammar: Grammar) -> bool:
    """Whether a role and another name follow, so that this name says where: "Acme editor Roe"."""
    look = at + 1
    while look < limit and sentence[look].lower in grammar.roles:
        look += 1
    return at + 1 < look < limit and sentence[look].kind == "name"


def _possesses(sentence: Sentence, at: int) -> bool:
    return at + 1 < len(sentence) and sentence[at + 1].lower in ("'s", "’s")


def _ends_phrase(word: str, grammar: Grammar) -> bool:
    if word in grammar.relatives or word in ("but", "mais", "avant", "before"):
        return True
    return _verbal(word, grammar) and word not in ("'s", "’s")


def _behind_name(
    sentence: Sentence,
    at: int,
    verb: int,
    described: Subject | None,
    plain: int,
    grammar: Grammar,
) -> Subject | None:
    left = sentence[at - 1]
    post = sentence[at - 2] if left.lower == "," else left
    glued = bool(post_of(post.lower, grammar)) or post.lower in grammar.titles
    front = _before_titles(sentence, at, verb + 1, grammar)
    governed = _governed(sentence, front, verb, grammar)
    if post.kind == "word" and (glued or post.lower in ("'s", "’s")):
        return described if governed else Subject("person", at, sentence[at].number)
    if is_modifier(sentence, at, grammar) and not (described and described.head):
        return described or blocked(at)
    if described is not None:
        if left.lower == "," or not governed:
            usable = bool(described.head) or left.lower == ","
            return Subject("person", at, sentence[at].number) if usable else described
        return described
    if governed or (plain and left.lower != ","):
        return None
    return Subject("person", at, sentence[at].number)


def _governed(sentence: Sentence, front: int, verb: int, grammar: Grammar) -> bool:
    """Whether the words in front of a name and its title make it a complement: "du maire Roy"."""
    determined = sentence[front].lower in grammar.determiners
    if determined and sentence[front].lower not in grammar.prepositions:
        front -= 1
    return front > verb and sentence[front].lower in grammar.prepositions
