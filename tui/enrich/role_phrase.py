"""How far a role reaches: from its noun over the complements to where the phrase ends.

A role holds its noun, adjectives, complements ("of", "de", "at" …) and a second post; it ends
before a mark, a verb, a relative, a date, a story told with "with", or another person's name.
"""

from collections.abc import Mapping, Sequence

from tui.enrich.lexicon import Grammar
from tui.enrich.role_words import (
    ADVERBS,
    COMPLEMENTS,
    COORDINATORS,
    FIXED_PHRASES,
    GENITIVES,
    POSSESSIVES,
    TIMES,
)
from tui.enrich.tokens import Token

_MAX_TOKENS = 20
_MAX_WORDS = 10
"""Words of a role, elided ones not counted; a longer one loses its last complements."""
_TIME_WITHIN = 4
ENDS = frozenset(',.;:!?()[]«»“”"–—…|/')
"""Marks that no role holds."""


def is_role(token: Token, grammar: Grammar) -> bool:
    """Whether the word, or the last part of a compound ("ex-maire"), is a role noun."""
    return token.lower in grammar.roles or token.lower.rpartition("-")[2] in grammar.roles


def closed_word(token: Token, grammar: Grammar) -> bool:
    """Whether it is a pronoun, preposition, auxiliary, conjunction, relative or adverb."""
    word = token.lower
    return (
        word in grammar.pronouns
        or word in grammar.other_pronouns
        or word in grammar.prepositions
        or word in grammar.auxiliaries
        or word in grammar.conjunctions
        or word in grammar.relatives
        or word in ADVERBS
    )


def end_of_role(
    tokens: Sequence[Token], head: int, grammar: Grammar, names: Mapping[int, int]
) -> int:
    """Return the end of the noun phrase whose noun stands at `head`, complements included."""
    at = head + 1
    cuts = [at]
    limit = min(len(tokens), head + _MAX_TOKENS)
    while at < limit:
        name_end = names.get(tokens[at].start)
        if name_end is not None:
            if not _genitive_before(tokens, at, grammar):
                break
            while at < limit and tokens[at].start < name_end:
                at += 1
            continue
        if _role_ends(tokens, at, grammar):
            break
        if tokens[at].lower in COMPLEMENTS | COORDINATORS and not tokens[at - 1].capital:
            cuts.append(at)
        at += 1
    cut_short = at < len(tokens) and tokens[at].lower in COMPLEMENTS
    if cut_short and at - 2 > head and tokens[at - 2].lower in COORDINATORS:
        at -= 2
    fitting = [cut for cut in (*cuts, at) if cut <= at and _length(tokens[head:cut]) <= _MAX_WORDS]
    return trimmed(tokens, head, fitting[-1], grammar)


def _length(tokens: Sequence[Token]) -> int:
    return sum(1 for token in tokens if not token.text.endswith(("'", "’")))


def trimmed(tokens: Sequence[Token], head: int, end: int, grammar: Grammar) -> int:
    """Return `end` without the closed words that a role cannot end on."""
    while end - 1 > head and (
        closed_word(tokens[end - 1], grammar) or tokens[end - 1].lower in grammar.determiners
    ):
        end -= 1
    return end


def _genitive_before(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    before = at - 1
    while tokens[before].lower in grammar.titles and tokens[before].lower not in grammar.roles:
        before -= 1
    return tokens[before].lower in GENITIVES


def _role_ends(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Whether the noun phrase that reaches `at` ends before it."""
    token, before = tokens[at], tokens[at - 1]
    word = token.lower
    if word in ("'s", "’s"):
        return not before.capital
    if token.text in ENDS or token.text.startswith(("-t-", "-il", "-elle")):
        return True
    if token.text[0].isdigit():
        glued = at + 1 < len(tokens) and tokens[at + 1].start == token.end
        return not (before.capital or (glued and tokens[at + 1].text not in ENDS))
    if word in COORDINATORS:
        return not _coordinates(tokens, at + 1, grammar)
    if word in FIXED_PHRASES:
        return at + 1 >= len(tokens) or tokens[at + 1].lower not in FIXED_PHRASES[word]
    if word in COMPLEMENTS:
        return _tells_story(tokens, at)
    if token.capital and before.capital:
        return False
    if closed_word(token, grammar):
        return True
    cue = grammar.cues.get(word)
    verbal = cue is not None and cue.form in ("finite", "past") and word not in grammar.noun_like
    return verbal and not token.capital and not is_role(token, grammar)


def _tells_story(tokens: Sequence[Token], at: int) -> bool:
    """Whether the preposition at `at` opens no complement: "with his father", "for ten years"."""
    own = at + 1 < len(tokens) and tokens[at + 1].lower in POSSESSIVES
    return own or tells_time(tokens, at)


def tells_time(tokens: Sequence[Token], at: int) -> bool:
    """Whether the preposition at `at` opens a date, an age or a duration."""
    for token in tokens[at + 1 : at + 1 + _TIME_WITHIN]:
        if token.lower in TIMES:
            return True
        if token.text in ENDS or token.lower in COMPLEMENTS or token.capital:
            return False
    return False


def _coordinates(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Whether a second post or complement of the same person stands behind "and"."""
    if at >= len(tokens):
        return False
    token = tokens[at]
    if token.lower in COMPLEMENTS:
        return not tells_time(tokens, at)
    if token.lower in grammar.determiners or closed_word(token, grammar):
        return False
    return token.text not in ENDS and token.lower not in grammar.cues
