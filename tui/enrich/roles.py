"""What the article says a person is: appositions behind the name and role nouns in front of it.

"Larry Ellison, président d'Oracle, …", "le directeur du port Jean Roy", "Toronto Mayor John Tory".
A role keeps the article's own words, without article; its head noun (the "mayor" of "the mayor")
lets the attribution find who holds it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from tui.enrich.folding import fold
from tui.enrich.lexicon import Gender, Grammar
from tui.enrich.tokens import Token

_MAX_BEHIND = 16
_MAX_FRONT = 11
_HEAD_WITHIN = 4
_ENDS = frozenset(',.;:!?()[]«»“”"–—…|/')


@dataclass(frozen=True, slots=True)
class Role:
    """One role as written, with its head nouns folded and its other words."""

    text: str
    heads: frozenset[str]
    words: frozenset[str]
    gender: Gender


def roles_of(
    text: str,
    tokens: Sequence[Token],
    first: int,
    last: int,
    grammar: Grammar,
    name_starts: frozenset[int],
) -> list[Role]:
    """Return the roles given to the name at `tokens[first:last]` by the words around it."""
    found = [
        _behind(text, tokens, last, grammar, name_starts),
        _front(text, tokens, first, last, grammar, name_starts),
    ]
    return [role for role in found if role]


def is_role(token: Token, grammar: Grammar) -> bool:
    """Whether the word, or the last part of a compound ("ex-maire"), is a role noun."""
    return token.lower in grammar.roles or token.lower.rpartition("-")[2] in grammar.roles


def _behind(
    text: str, tokens: Sequence[Token], at: int, grammar: Grammar, name_starts: frozenset[int]
) -> Role | None:
    if at >= len(tokens) or tokens[at].text not in (",", "("):
        return None
    begin = at + 1
    while begin < len(tokens) and tokens[begin].lower in grammar.determiners:
        begin += 1
    head = tokens[begin : begin + _HEAD_WITHIN]
    if not any(is_role(t, grammar) for t in head) or not _plain_until_role(head, grammar):
        return None
    end = begin
    while end < min(len(tokens), begin + _MAX_BEHIND) and not _role_ends(
        tokens, end, grammar, name_starts
    ):
        end += 1
    return _role(text, tokens[begin:end], grammar)


def _plain_until_role(head: Sequence[Token], grammar: Grammar) -> bool:
    for token in head:
        if is_role(token, grammar):
            return True
        if token.text in _ENDS or token.lower in grammar.cues or token.lower in grammar.pronouns:
            return False
        if token.lower in grammar.prepositions or token.lower in grammar.relatives:
            return False
    return False


def _role_ends(
    tokens: Sequence[Token], at: int, grammar: Grammar, name_starts: frozenset[int]
) -> bool:
    token = tokens[at]
    if token.text in _ENDS or token.lower in grammar.relatives or token.start in name_starts:
        return True
    if token.lower in grammar.auxiliaries or token.text.startswith(("-t-", "-il", "-elle")):
        return True
    cue = grammar.cues.get(token.lower)
    if cue and cue.form in ("finite", "past") and not is_role(token, grammar):
        return True
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    return token.lower in ("et", "and") and after is not None and after.start in name_starts


def _front(
    text: str,
    tokens: Sequence[Token],
    first: int,
    last: int,
    grammar: Grammar,
    name_starts: frozenset[int],
) -> Role | None:
    end = first
    if end and tokens[end - 1].text == ",":
        closed = last < len(tokens) and tokens[last].text in ",.)"
        if not closed:
            return None
        end -= 1
    begin = _front_begin(tokens, end, grammar, name_starts, appositive=end < first)
    if begin is None:
        return None
    return _role(text, tokens[begin:end], grammar)


def _front_begin(
    tokens: Sequence[Token],
    end: int,
    grammar: Grammar,
    name_starts: frozenset[int],
    *,
    appositive: bool,
) -> int | None:
    """Return where a role that ends at `end` begins, walking left to its determiner."""
    head: int | None = None
    nearest: int | None = None
    at = end - 1
    while at >= 0 and end - at <= _MAX_FRONT:
        token = tokens[at]
        if token.text in _ENDS or token.start in name_starts:
            break
        if token.lower in grammar.auxiliaries or token.lower in grammar.pronouns:
            break
        if is_role(token, grammar):
            head = at
            nearest = at if nearest is None else nearest
        elif _breaks_role(token, grammar, headed=head is not None):
            break
        at -= 1
    if (
        head is None
        or nearest is None
        or (nearest != end - 1 and not _of_phrase(tokens, nearest, end, grammar))
    ):
        return None
    begin = at + 1
    while begin < head and not (
        tokens[begin].capital or tokens[begin].lower in grammar.role_modifiers
    ):
        begin += 1
    while begin < head and tokens[begin].lower in grammar.determiners:
        begin += 1
    definite = begin == 0 or tokens[begin - 1].lower in grammar.determiners
    if not definite and (appositive or nearest != end - 1):
        return None
    return begin


def _breaks_role(token: Token, grammar: Grammar, *, headed: bool) -> bool:
    """Whether a word left of the name is no part of its role; `headed`: the noun was passed."""
    if headed:
        return not (token.capital or token.lower in grammar.role_modifiers)
    return token.lower in grammar.cues and not token.capital


def _of_phrase(tokens: Sequence[Token], head: int, end: int, grammar: Grammar) -> bool:
    """Whether what follows the head noun is its complement: "directeur d'EFI", "head of X"."""
    follow = tokens[head + 1].lower
    adjective = head + 2 < end and tokens[head + 2].lower in grammar.prepositions
    return follow in grammar.prepositions or adjective or end - head == 2


def _role(text: str, tokens: Sequence[Token], grammar: Grammar) -> Role | None:
    if not tokens:
        return None
    heads = [t for t in tokens if is_role(t, grammar)]
    if not heads:
        return None
    keys = frozenset(fold(t.lower.rpartition("-")[2]) for t in heads[:2])
    words = frozenset(fold(t.text) for t in tokens if len(t.text) > 2) - keys
    gender = grammar.roles.get(heads[0].lower, "u")
    return Role(" ".join(text[tokens[0].start : tokens[-1].end].split()), keys, words, gender)
