"""What a cue verb's subject is: a name, a pronoun, or a description with its noun and words.

A description is read backwards from the verb behind it, or forwards from its determiner where the
verb stands in front. A definite article introduces who is one of a kind (the mayor, the prosecutor)
but never a trade: "la biologiste" and "cette Bretonne" mean somebody spoken of before. Whom a
description means, `discourse` decides.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from tui.enrich.folding import fold
from tui.enrich.lexicon import Gender, Grammar
from tui.enrich.sentences import Sentence

_DEFINITE = frozenset({"the", "le", "la", "l'", "ce", "cet", "cette", "this", "that"})
_POINTING = frozenset({"ce", "cet", "cette"})
LAST_NAMED = frozenset({"dernier", "dernière"})
"""Behind "ce", "cette": whoever of several was named last."""
_GENDERS: dict[str, Gender] = {
    "la": "f", "le": "m", "une": "f", "un": "m", "cette": "f", "ce": "m", "cet": "m"
}  # fmt: skip
_ARTICLES = frozenset({"le", "la", "l'", "un", "une", "the", "a", "an"})
_POST_WITHIN = 6
"""Items from a post to the name that stands apposed to it."""
_CONTRACTED = frozenset({"du", "des", "au", "aux"})
_GENITIVES = frozenset({"de", "d'", "du", "des"})
_HEAD_WITHIN = 5
_LONGEST = 8
"""Items of a complement between a verb and its subject."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What a cue verb's subject is; `number` is a figure, `head` a description's noun, folded."""

    kind: Literal["person", "pronoun", "description", "blocked"]
    at: int
    number: int = -1
    gender: Gender = "u"
    head: str = ""
    words: frozenset[str] = frozenset()
    definite: bool = False
    known: bool = False
    """A description that only somebody spoken of before can bear."""


def blocked(at: int) -> Subject:
    """Return the subject that is nobody: "they", "the commission"."""
    return Subject("blocked", at)


def hyphen(sentence: Sentence, at: int) -> bool:
    """Whether a mark joins the words around it: "40-year-old"."""
    item = sentence[at]
    joined = 0 < at < len(sentence) - 1 and sentence[at - 1].end == item.start
    return joined and item.lower in "-‐‑" and sentence[at + 1].start == item.end


def described_before(sentence: Sentence, determiner: int, end: int, grammar: Grammar) -> Subject:
    """Read a description that ends at item `end`; its last noun for a post is the head."""
    words = [item.lower for item in sentence[determiner + 1 : end + 1]]
    return _described(end, sentence[determiner].lower, words, list(reversed(words)), grammar)


def described_behind(sentence: Sentence, determiner: int, limit: int, grammar: Grammar) -> Subject:
    """Read "le patron de la FAF" forward from its determiner; the first noun is the head."""
    end = _end(sentence, determiner, limit, grammar)
    words = [item.lower for item in sentence[determiner + 1 : end + 1]]
    near = words[:_HEAD_WITHIN]
    first = sentence[determiner + 1] if determiner + 1 < limit else None
    if first and first.kind == "word" and first.capital and not post_of(first.lower, grammar):
        gender = _GENDERS.get(sentence[determiner].lower, "u")
        known = first.lower.endswith(grammar.demonym_endings) and gender != "u"
        if known:
            return Subject(
                "description", determiner, -1, gender, fold(first.lower), known=True, definite=True
            )
    return _described(determiner, sentence[determiner].lower, words, near, grammar)


def _described(
    at: int, determiner: str, words: Sequence[str], near: Sequence[str], grammar: Grammar
) -> Subject:
    head = next((post for word in near if (post := post_of(word, grammar))), "")
    known = head in grammar.trades and determiner in _DEFINITE
    if determiner in _POINTING:
        head = head or next((w for w in near if w in LAST_NAMED), "")
        head = head or next((w for w in near if w.endswith(grammar.person_endings)), "")
        known = bool(head)
    told = frozenset(
        fold(w) for w in words if len(w) > 2 and not (head and post_of(w, grammar) == head)
    )
    if known and determiner not in _POINTING and told - _folded_modifiers(grammar):
        known = False
    gender = _GENDERS.get(determiner) or _gender(head, grammar)
    definite = determiner in _DEFINITE
    return Subject("description", at, -1, gender, fold(head), told, definite, known)


def _folded_modifiers(grammar: Grammar) -> frozenset[str]:
    return frozenset(fold(word) for word in grammar.role_modifiers)


def post_of(word: str, grammar: Grammar) -> str:
    """Return the post or trade that a word names, "colonel" for "lieutenant-colonel", or ""."""
    for part in (word, word.rpartition("-")[2]):
        if part in grammar.roles or part in grammar.trades:
            return part
    return ""


def _gender(head: str, grammar: Grammar) -> Gender:
    return grammar.roles.get(head) or grammar.trades.get(head, "u")


def _end(sentence: Sentence, determiner: int, limit: int, grammar: Grammar) -> int:
    """Return the last item of the noun phrase that starts at `determiner`."""
    end = determiner
    while end + 1 < limit and end - determiner < 10:
        if sentence[end + 1].kind != "word" and not hyphen(sentence, end + 1):
            break
        word = sentence[end + 1].lower
        if word in grammar.relatives or word in grammar.auxiliaries:
            break
        if end > determiner and _leaves(word, grammar):
            break
        end += 1
    return end


def _leaves(word: str, grammar: Grammar) -> bool:
    """Whether a word tells when, where or how, and so is no part of a post."""
    if word in grammar.determiners or word in ("à", "en"):
        return False
    adverb = word in grammar.skipped
    return (adverb or word in grammar.prepositions) and word not in ("de", "d'", "of", "for", "at")


def over_complement(sentence: Sentence, at: int, limit: int, grammar: Grammar) -> int:
    """Return the item behind the prepositional phrase that starts at `at`, or `at`.

    Between an inverted verb and its subject stands whom or where it was said: "a raconté à la
    presse le colonel Roy", "a réagi au micro de Radio Sud Anne Ledoux".
    """
    word = sentence[at].lower
    if sentence[at].kind != "word" or word not in grammar.prepositions or word in _GENITIVES:
        return at
    look = at + 1
    if look < limit and sentence[look].lower in grammar.determiners and word not in _CONTRACTED:
        look += 1
    begin = look
    while look < limit and look - at < _LONGEST:
        item = sentence[look]
        if item.kind == "name":
            governed = sentence[look - 1].lower in grammar.prepositions
            person = governed or bool(post_of(sentence[look - 1].lower, grammar))
            return look + 1 if person or look == begin else look
        if item.kind != "word" or (look > begin and _opens_phrase(item.lower, grammar)):
            break
        look += 1
        if item.lower in _GENITIVES and look < limit and _plain_article(sentence[look].lower):
            look += 1
    return look if look > begin else at


def _plain_article(word: str) -> bool:
    return word in ("le", "la", "l'", "un", "une", "ce", "cette")


def _opens_phrase(word: str, grammar: Grammar) -> bool:
    closed = word in grammar.determiners or word in grammar.prepositions
    closed = closed or word in grammar.relatives or word in grammar.conjunctions
    return (closed or word in grammar.auxiliaries) and word not in _GENITIVES


def of_complement(sentence: Sentence, comma: int, floor: int, grammar: Grammar) -> bool:
    """Whether the post in front of ", Jean Roy," is governed: "une note pour le maire, Roy,"."""
    for post in range(comma - 1, max(floor, comma - _POST_WITHIN) - 1, -1):
        if sentence[post].kind != "word" or not post_of(sentence[post].lower, grammar):
            continue
        look = post - 1
        while look >= floor and sentence[look].lower in grammar.role_modifiers:
            look -= 1
        if look > floor and sentence[look].lower in _ARTICLES:
            look -= 1
        return look > floor and sentence[look].lower in grammar.prepositions
    return False


def impersonal(sentence: Sentence, at: int, grammar: Grammar) -> bool:
    """Whether the pronoun stands for nobody: "il faut", "il y a", "il est quatre heures"."""
    if sentence[at].lower != "il":
        return False
    look = at + 1
    while look < len(sentence) and sentence[look].lower in ("n'", "ne", "s'"):
        look += 1
    behind = [item.lower for item in sentence[look : look + 3]]
    if not behind or behind[0] in grammar.impersonal:
        return bool(behind)
    return behind[0] in ("est", "était") and any(
        w in ("heure", "heures", "h", "midi") for w in behind
    )


def inner_pronoun(sentence: Sentence, begin: int, end: int) -> Subject | None:
    """Read "a-t-elle déclaré", "avait-il dit"."""
    for at in range(begin, end):
        word = sentence[at].lower
        if word.startswith("-") and word.endswith(("il", "elle")):
            return Subject("pronoun", at, gender="m" if word.endswith("il") else "f")
        if word.startswith("-"):
            return blocked(at)
    return None
