"""How likely a candidate is a person: one weighted sum over named features.

`features` says what speaks for and against, `WEIGHTS` how much; a name is accepted when its best
place in the document reaches `ACCEPTED`. The weights were set by hand and hold for both languages;
those of single letters are learnt (see `name_model`).
"""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from tui.enrich.candidates import Candidate, last_part
from tui.enrich.folding import fold
from tui.enrich.lexicon import Grammar, Names
from tui.enrich.name_model import is_plain, likeness
from tui.enrich.tokens import Token

ACCEPTED = 2.0
WEIGHTS = MappingProxyType(
    {
        "given name": 3.0,
        "given name that is also a word": 2.0,
        "surname that is also a word": -0.6,
        "title": 3.0,
        "initial": 2.0,
        "compass in front": -3.0,
        "surname first": 2.0,
        "particle": 1.0,
        "two unknown words": 0.6,
        "letters that only names have": 1.8,
        "letters of a name": 0.8,
        "letters of no name": -0.8,
        "first word is plain": -1.0,
        "surname is plain": -0.6,
        "acronym": -1.4,
        "place to act": 0.7,
        "somebody's": 0.8,
        "somebody's kin": 1.4,
        "own kin in front": 0.0,
        "pronoun behind": 1.4,
        "role and adjective in front": 1.6,
        "roles in front": 1.6,
        "role and noun in front": 1.0,
        "beside a person in a list": 1.4,
        "in quotes": -3.0,
        "foreign place in front": -2.0,
        "role behind": 2.0,
        "age behind": 2.0,
        "relative behind": 1.4,
        "country behind": 1.2,
        "speech beside": 2.0,
        "surname alone elsewhere": 1.2,
        "surname speaks elsewhere": 1.4,
        "one word": -2.0,
        "long": -2.0,
        "body or place word": -6.0,
        "place word": -1.6,
        "common word": -1.2,
        "lower case elsewhere": -1.5,
        "capitals": -1.0,
        "article in front": -2.5,
        "street or body in front": -5.0,
        "thing behind": -3.0,
        "place preposition in front": -1.0,
        "opens sentence": -0.4,
        "event in time": -1.0,
        "picture credit": -5.0,
        "a full name to a model": 2.0,
        "a person to a model": 1.5,
        "part of a person to a model": 0.0,
        "something else to a model": -1.0,
        "nothing to a model": -0.5,
    }
)
_MUCH_LIKE_A_NAME, _LIKE_A_NAME, _UNLIKE_A_NAME = 2.0, 0.5, -1.0
_INITIAL = 1.0
"""What an initial counts in place of a given name's letters."""
_ARTICLES = frozenset(
    {"the", "le", "la", "les", "l'", "a", "an", "un", "une", "des", "du", "au", "aux"}
)
_COMPASS = frozenset({"n.", "s.", "e.", "w."})
_AT_PLACE = frozenset({"in", "at", "en", "near", "à"})
_QUOTES = frozenset('"«»“”‘’„')
_TO = frozenset({"a", "to"})
_OF_TRADE = frozenset({"de", "d'", "en"})
"""Without an article behind it the noun names a trade, not a body: "homme d'affaires"."""
_OF = frozenset({"de", "d'", "of"})
_OWN = frozenset({"his", "her", "their", "my", "our", "'s", "son", "sa", "leur", "mon", "ma"})
_CREDITS = frozenset({"/", "|"})
_YEARS = frozenset({"ans", "years", "year-old"})


def score(names: Sequence[str]) -> float:
    """Return the sum of the weights of the named features."""
    return sum(WEIGHTS[name] for name in names)


def features(
    candidate: Candidate,
    tokens: Sequence[Token],
    grammar: Grammar,
    tables: Names,
    lower_words: frozenset[str],
    bare_words: Mapping[str, bool],
) -> list[str]:
    """Return the names of the features that hold for a candidate among the tokens of its block.

    `lower_words` are the document's lower-case words, `bare_words` its single capitalised ones with
    whether one of them stands beside a verb of speech.
    """
    inner = list(_of_words(candidate, tables, lower_words, bare_words))
    return inner + list(_of_context(candidate, tokens, grammar, tables))


def _of_words(
    candidate: Candidate, tables: Names, lower_words: frozenset[str], bare_words: Mapping[str, bool]
) -> Iterator[str]:
    words = candidate.words
    given = words[0] in tables.given or words[0].split("-")[0] in tables.given
    if given and len(words) > 1:
        doubtful = words[0] in tables.ambiguous_given or (
            words[0] in tables.listed_given and is_plain(last_part(words))
        )
        yield "given name that is also a word" if doubtful else "given name"
    yield from _of_shape(candidate, tables)
    if len(words) == 1:
        yield "one word"
    elif words[0] in tables.known and words[-1] in tables.epithet:
        yield "given name"
    elif not given:
        yield "two unknown words"
    if len(words) > 1 and not given and tables.letters:
        yield from _of_letters(candidate, tables)
    if len(words) > 4:
        yield "long"
    if candidate.shouted:
        yield "capitals"
    if candidate.broken or "-".join(words) in tables.place:
        yield "body or place word"
    if len(words) > 1 and last_part(words) in bare_words:
        yield "surname alone elsewhere"
        if bare_words[last_part(words)]:
            yield "surname speaks elsewhere"
    yield from _of_ordinary_words(candidate, tables, lower_words, given)


def _of_letters(candidate: Candidate, tables: Names) -> Iterator[str]:
    """Yield what the letters of an unknown given name and surname say."""
    words = candidate.words
    surname = last_part(words)
    initial = "." in words[0] or len(words[0]) == 1
    if len(surname) == 1:
        yield "letters of no name"
        return
    like = likeness(surname) + (_INITIAL if initial else likeness(words[0]))
    if like > _MUCH_LIKE_A_NAME:
        yield "letters that only names have"
    elif like > _LIKE_A_NAME:
        yield "letters of a name"
    elif like < _UNLIKE_A_NAME and not initial:
        yield "letters of no name"
    if words[0] not in tables.surname_first:
        if not initial and is_plain(words[0]):
            yield "first word is plain"
        if is_plain(surname):
            yield "surname is plain"
    if candidate.acronym:
        yield "acronym"
    if words[0] in tables.place_lead:
        yield "foreign place in front"


def _is_region(words: Sequence[str], tables: Names) -> bool:
    """Whether a place behind the letter of a point of the compass is meant: "N. Korea"."""
    return len(words) == 2 and words[0] in _COMPASS and words[1] in tables.place


def _of_shape(candidate: Candidate, tables: Names) -> Iterator[str]:
    words = candidate.words
    if candidate.title:
        yield "title"
    if any(len(w.rstrip(".")) == 1 or "." in w for w in words[:-1]):
        yield "compass in front" if _is_region(words, tables) else "initial"
    if words[0] in tables.surname_first and 2 <= len(words) <= 3:
        yield "surname first"
    if any(w in tables.particles for w in words[1:-1]):
        yield "particle"


def _of_ordinary_words(
    candidate: Candidate, tables: Names, lower_words: frozenset[str], given: bool
) -> Iterator[str]:
    words = candidate.words
    if given and len(words) == 2 and words[0] not in tables.ambiguous_given:
        if _ordinary(words[1], tables, lower_words):
            yield "surname that is also a word"
        return
    tested = words[1:] if given else words
    for word in tested:
        if word in tables.particles:
            continue
        if word in tables.place:
            yield "place word"
        if word in tables.common or word in tables.stop:
            yield "common word"
        elif word in lower_words:
            yield "lower case elsewhere"


def _ordinary(word: str, tables: Names, lower_words: frozenset[str]) -> bool:
    known = word in tables.place or word in tables.organisation or word in tables.common
    return known or word in lower_words


def _of_context(
    candidate: Candidate, tokens: Sequence[Token], grammar: Grammar, tables: Names
) -> Iterator[str]:
    before = tokens[candidate.first - 1].lower if candidate.first else ""
    after = [t.lower for t in tokens[candidate.last : candidate.last + 7]] + [""] * 7
    if candidate.opens_sentence:
        yield "opens sentence"
    if before in _ARTICLES:
        yield "article in front"
    yield from _of_front(candidate, tokens, grammar, tables)
    if before in _QUOTES and after[0] in _QUOTES:
        yield "in quotes"
    if len(candidate.words) == 1 and _place_led(candidate, tokens, tables):
        yield "street or body in front"
    if before in tables.since:
        yield "event in time"
    if _named_after(candidate, tokens, tables):
        yield "street or body in front"
    if after[0] in tables.after_no_person:
        yield "thing behind"
    if after[0] in ",(":
        yield from _of_apposition(after, grammar, tables)
    noun = fold(before) in tables.before_no_person  # "tempête Zoé" is no cry of hers
    if _speaks("" if noun else before, after, grammar):
        yield "speech beside"
    if after[0] in ("/", "|") or before in _CREDITS:
        yield "picture credit"


def _place_led(candidate: Candidate, tokens: Sequence[Token], tables: Names) -> bool:
    """Whether "Lake", "South" or the like makes one word behind it a place."""
    if not candidate.first:
        return False
    front = tokens[candidate.first - 1]
    return front.capital and fold(front.text) in tables.place_lead


def _of_front(
    candidate: Candidate, tokens: Sequence[Token], grammar: Grammar, tables: Names
) -> Iterator[str]:
    """Yield what the word in front says, and the noun in front of that."""
    at = candidate.first - 1
    if at < 0:
        return
    before = fold(tokens[at].text)
    noun = tokens[at - 1] if at else None
    if before in _TO and noun and fold(noun.text) in tables.towards:
        yield "place to act"
    elif tokens[at].lower in _AT_PLACE and not (before == "a" and _given_first(candidate, tables)):
        yield "place preposition in front"
    if before in tables.agent:
        yield "place to act"
    if noun is None:
        return
    if before in tables.kin and noun.lower in _OWN:
        yield "own kin in front"
    if before in _OF and fold(noun.text) in tables.kin:
        yield "somebody's kin"
    elif before in _OF and fold(noun.text) in tables.belonging:
        yield "somebody's"
    elif noun.lower in grammar.roles and (before == "," or _origin(tokens[at], tables)):
        yield "role and adjective in front"
    trade = at > 1 and tokens[at - 2].lower in grammar.roles and tokens[at].text[0].islower()
    if trade and noun.lower in _OF_TRADE:
        yield "role and noun in front"
    if before.endswith("s") and tokens[at].lower[:-1] in grammar.roles:
        yield "roles in front"


def _given_first(candidate: Candidate, tables: Names) -> bool:
    return len(candidate.words) > 1 and candidate.words[0] in tables.given


def _origin(token: Token, tables: Names) -> bool:
    """Whether it is an adjective of a country or people: "américaine"."""
    return token.text[0].islower() and fold(token.text) in tables.place


def _named_after(candidate: Candidate, tokens: Sequence[Token], tables: Names) -> bool:
    """Whether a street, prize or body stands in front: "rue Jean Moulin", "université de X"."""
    at = candidate.first - 1
    if at >= 0 and tokens[at].lower in ("of", "de", "d'", "du") and at > 0:
        if fold(tokens[at - 1].text) in tables.place_noun:
            return True
        capital = tokens[at - 1].capital and tokens[at].lower == "of"
        return capital and tokens[at - 1].lower in tables.organisation
    return at >= 0 and fold(tokens[at].text) in tables.before_no_person


def _of_apposition(after: Sequence[str], grammar: Grammar, tables: Names) -> Iterator[str]:
    if after[1].isdigit() and (after[2] in _YEARS or after[2] in ",)") and len(after[1]) <= 2:
        yield "age behind"
    if after[1] in ("who", "qui", "whose", "dont"):
        yield "relative behind"
    if after[1] in ("lui", "elle") and after[2] == ",":
        yield "pronoun behind"
    if any(word in grammar.roles for word in after[1:7]):
        yield "role behind"
    elif after[0] == "(" and after[2] == ")" and fold(after[1]) in tables.place:
        yield "country behind"


def _speaks(before: str, after: Sequence[str], grammar: Grammar) -> bool:
    for word in after[:3]:
        cue = grammar.cues.get(word)
        if cue and cue.form in ("finite", "past"):
            return True
        if cue and cue.form == "participle":
            return True
        if word not in grammar.auxiliaries and word not in grammar.skipped:
            break
    cue = grammar.cues.get(before)
    return bool(cue and cue.inverted and not cue.weak and cue.form != "infinitive")


def stands_beside_speech(candidate: Candidate, tokens: Sequence[Token], grammar: Grammar) -> bool:
    """Whether the candidate stands next to a verb of speech, as its subject may."""
    before = tokens[candidate.first - 1].lower if candidate.first else ""
    return _speaks(before, [t.lower for t in tokens[candidate.last : candidate.last + 3]], grammar)
