"""What the article says a person is: appositions behind the name and role nouns in front of it.

"Larry Ellison, président d'Oracle, …", "le directeur du port Jean Roy", "Toronto Mayor John Tory".
A role keeps the article's own words, without article; its head noun (the "mayor" of "the mayor")
lets the attribution find who holds it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tui.enrich.folding import fold
from tui.enrich.lexicon import Gender, Grammar
from tui.enrich.role_phrase import ENDS, closed_word, end_of_role, is_role, tells_time, trimmed
from tui.enrich.role_words import (
    ADJECTIVE_ENDINGS,
    ADVERBS,
    COMPLEMENTS,
    COORDINATORS,
    GENITIVES,
    NAMING_VERBS,
    PERSONS,
    TIMED_PREFIXES,
    TRADES_OF_PERSONS,
    UNSURE,
)
from tui.enrich.tokens import Token

_MAX_FRONT = 11
_MAX_SHOWN = 4
_MAX_DISTINCT = 64
_HEAD_WITHIN = 4
_NAME_WITHIN = 6


@dataclass(frozen=True, slots=True)
class Role:
    """One role as written, with its head nouns folded and its other words."""

    text: str
    heads: frozenset[str]
    words: frozenset[str]
    gender: Gender
    shown: bool = True
    """It says a post, trade or tie; "a man from Brest" only helps to find who is meant."""


def roles_of(
    text: str,
    tokens: Sequence[Token],
    first: int,
    last: int,
    grammar: Grammar,
    names: Mapping[int, int],
) -> list[Role]:
    """Return the roles given to the name at `tokens[first:last]` by the words around it.

    `names` maps where each name of the article, or the title before it, starts to its end.
    """
    found = [
        _behind(text, tokens, first, last, grammar, names),
        _front(text, tokens, first, last, grammar, names),
    ]
    return [role for role in found if role]


def shown_roles(roles: Iterable[Role]) -> tuple[str, ...]:
    """Return the roles to show: each once, the fuller where one opens or closes another."""
    distinct: dict[str, str] = {}
    for role in roles:
        if role.shown and len(distinct) < _MAX_DISTINCT:
            distinct.setdefault(fold(role.text), role.text)
    kept = [
        text
        for key, text in distinct.items()
        if not any(o.startswith(f"{key} ") or o.endswith(f" {key}") for o in distinct)
    ]
    return tuple(kept[:_MAX_SHOWN])


def _behind(
    text: str,
    tokens: Sequence[Token],
    first: int,
    last: int,
    grammar: Grammar,
    names: Mapping[int, int],
) -> Role | None:
    if last >= len(tokens) or tokens[last].text not in (",", "("):
        return None
    begin = last + 1
    while begin < len(tokens) and (
        tokens[begin].lower in grammar.determiners or tokens[begin].lower in ADVERBS
    ):
        begin += 1
    determined = tokens[begin - 1].lower in grammar.determiners
    if determined and tokens[begin - 1].capital:
        return None
    head = _head_behind(tokens, begin, grammar, names, determined=determined)
    if head is None:
        return None
    end = end_of_role(tokens, head, grammar, names)
    if not determined and not _surely_noun(tokens, head, grammar):
        return None
    joined = first > 0 and tokens[first - 1].lower in COORDINATORS
    if joined and _second_holder(tokens, end, grammar):
        return None
    return _role(text, tokens[begin:end], grammar)


def _head_behind(
    tokens: Sequence[Token],
    begin: int,
    grammar: Grammar,
    names: Mapping[int, int],
    *,
    determined: bool,
) -> int | None:
    """Return where the role noun of an apposition stands, past its adjectives."""
    for at in range(begin, min(begin + _HEAD_WITHIN, len(tokens))):
        token = tokens[at]
        named = token.lower in NAMING_VERBS and not determined
        follows = at + 1 < len(tokens) and is_role(tokens[at + 1], grammar)
        if is_role(token, grammar) and not follows:
            return at
        if named or token.text in ENDS or closed_word(token, grammar) or token.start in names:
            return None
        if token.lower in grammar.determiners:
            return None
        held = is_role(token, grammar) or token.lower in grammar.role_modifiers
        if token.lower in grammar.cues and not held:
            return None
    return None


def _surely_noun(tokens: Sequence[Token], head: int, grammar: Grammar) -> bool:
    """Whether a noun without determiner is no verb or participle: not ", juge désormais …"."""
    word = tokens[head].lower
    cue = grammar.cues.get(word)
    verbal = cue is not None and cue.form in ("finite", "past")
    after = tokens[head + 1].lower if head + 1 < len(tokens) else "."
    if word not in UNSURE and not verbal:
        return True
    before = tokens[head - 1]
    preceded = before.lower in grammar.role_modifiers or is_role(before, grammar)
    completed = after in COMPLEMENTS and not tells_time(tokens, head + 1)
    return preceded or completed or (word not in UNSURE and after in ENDS)


def _second_holder(tokens: Sequence[Token], end: int, grammar: Grammar) -> bool:
    """Whether "and the …" goes on to another's role: "A and B, the mayor and the skipper"."""
    if end + 1 >= len(tokens) or tokens[end].lower not in COORDINATORS:
        return False
    follow = tokens[end + 1 : end + 1 + _HEAD_WITHIN]
    return any(is_role(token, grammar) for token in follow)


def _front(
    text: str,
    tokens: Sequence[Token],
    first: int,
    last: int,
    grammar: Grammar,
    names: Mapping[int, int],
) -> Role | None:
    end = first
    if end and tokens[end - 1].text == ",":
        closed = last < len(tokens) and tokens[last].text in ",.)"
        if not closed:
            return None
        end -= 1
    begin = _front_begin(tokens, end, grammar, names, appositive=end < first)
    if begin is None:
        return None
    return _role(text, tokens[begin : trimmed(tokens, begin, end, grammar)], grammar)


def _front_begin(
    tokens: Sequence[Token],
    end: int,
    grammar: Grammar,
    names: Mapping[int, int],
    *,
    appositive: bool,
) -> int | None:
    """Return where a role that ends at `end` begins, walking left to its determiner."""
    found = _front_heads(tokens, end, grammar, names)
    if found is None:
        return None
    begin, head, nearest = found
    last = trimmed(tokens, nearest, end, grammar)
    if last != end and not (appositive and tokens[end - 1].lower in ADVERBS):
        return None
    if nearest != last - 1 and not _of_phrase(
        tokens, nearest, last, grammar, appositive=appositive
    ):
        return None
    if appositive:
        begin, head = _whole_phrase(tokens, begin, head, grammar)
    begin = _opened(tokens, begin, head, grammar, names)
    if begin and tokens[begin - 1].text == "/":
        return None
    held = begin > 0 and tokens[begin - 1].lower in grammar.determiners
    office = tokens[nearest].capital and tokens[nearest + 1].lower in GENITIVES
    bare = begin == 0 if appositive else nearest == end - 1 or (office and tokens[end - 1].capital)
    return begin if held or bare else None


def _front_heads(
    tokens: Sequence[Token], end: int, grammar: Grammar, names: Mapping[int, int]
) -> tuple[int, int, int] | None:
    """Return where the words before `end` stop, and their first and last role noun."""
    head: int | None = None
    nearest: int | None = None
    at = end - 1
    while at >= 0 and end - at <= _MAX_FRONT:
        token = tokens[at]
        if token.text in ENDS or token.start in names or token.lower in grammar.relatives:
            break
        if token.lower in grammar.auxiliaries or token.lower in grammar.pronouns:
            break
        if is_role(token, grammar):
            head = at
            nearest = at if nearest is None else nearest
        elif _breaks_role(token, grammar, headed=head is not None):
            break
        at -= 1
    if head is None or nearest is None:
        return None
    begin = at + 1
    while at >= 0 and begin < head and tokens[begin].start < names.get(tokens[at].start, 0):
        begin += 1
    return begin, head, nearest


def _whole_phrase(
    tokens: Sequence[Token], begin: int, head: int, grammar: Grammar
) -> tuple[int, int]:
    """Reach back to the post that the found one completes: "le porte-parole de l'armateur, …"."""
    at = begin - 1
    while at > 0 and tokens[at].lower in grammar.determiners and tokens[at].lower not in GENITIVES:
        at -= 1
    if at > 0 and tokens[at].lower in GENITIVES and is_role(tokens[at - 1], grammar):
        begin = head = at - 1
        while begin and tokens[begin - 1].lower in grammar.role_modifiers:
            begin -= 1
    return begin, head


def _opened(
    tokens: Sequence[Token], begin: int, head: int, grammar: Grammar, names: Mapping[int, int]
) -> int:
    """Return where the role starts among `tokens[begin:head]`.

    The opening words of a sentence are outside ("Though Justice Roy"), and so are the capitals
    that belong to a longer name or to a place ("At St Ives Captain Roy").
    """
    placed = False
    while begin < head and not (tokens[begin].capital or _modifies(tokens[begin], grammar)):
        begin += 1
    while begin < head and (
        closed_word(tokens[begin], grammar) or tokens[begin].lower in grammar.determiners
    ):
        placed = placed or tokens[begin].lower in grammar.prepositions
        begin += 1
    if placed or _name_goes_on(tokens, begin, grammar, names):
        while begin < head and tokens[begin].lower not in grammar.role_modifiers:
            begin += 1
    return begin


def _name_goes_on(
    tokens: Sequence[Token], begin: int, grammar: Grammar, names: Mapping[int, int]
) -> bool:
    """Whether capitals at `begin` continue a longer name: "Heart and Stroke"."""
    before = begin - 1
    while before > 0 and tokens[before].lower in grammar.determiners:
        before -= 1
    if before < 1 or tokens[before].lower not in GENITIVES | COORDINATORS | {"&"}:
        return False
    if not tokens[before - 1].capital:
        return False
    reach = tokens[max(0, before - _NAME_WITHIN) : before]
    return all(names.get(token.start) != tokens[before - 1].end for token in reach)


def _breaks_role(token: Token, grammar: Grammar, *, headed: bool) -> bool:
    """Whether a word left of the name is no part of its role; `headed`: the noun was passed."""
    if headed:
        return not (token.capital or _modifies(token, grammar))
    return token.lower in grammar.cues and not token.capital


def _of_phrase(
    tokens: Sequence[Token], head: int, end: int, grammar: Grammar, *, appositive: bool
) -> bool:
    """Whether what follows the head noun is its complement: "directeur d'EFI", "head of X"."""
    follow = tokens[head + 1].lower
    if follow in COMPLEMENTS:
        return tokens[end - 1].lower not in grammar.role_modifiers
    adjective = appositive or follow in grammar.role_modifiers or _adjectival(follow, grammar)
    alone = end - head == 2
    return adjective and (alone or tokens[head + 2].lower in COMPLEMENTS)


def _adjectival(word: str, grammar: Grammar) -> bool:
    """Whether a word between a post and the name is an adjective and no verb."""
    return word.endswith(ADJECTIVE_ENDINGS) and word not in grammar.cues


def _modifies(token: Token, grammar: Grammar) -> bool:
    """Whether it is an adjective of posts, also behind a glued adverb: "then-prime minister"."""
    word = token.lower
    glued = next((p for p in TIMED_PREFIXES if word.startswith(p)), "")
    return word[len(glued) :] in grammar.role_modifiers


def _role(text: str, tokens: Sequence[Token], grammar: Grammar) -> Role | None:
    heads = [t for t in tokens if is_role(t, grammar)]
    if not heads:
        return None
    keys = frozenset(fold(t.lower.rpartition("-")[2]) for t in heads[:2])
    words = frozenset(fold(t.text) for t in tokens if len(t.text) > 2) - keys
    gender = grammar.roles.get(heads[0].lower, "u")
    glued = next((p for p in TIMED_PREFIXES if tokens[0].lower.startswith(p)), "")
    start = tokens[0].start + len(glued)
    written = " ".join(text[start : tokens[-1].end].split())
    return Role(written, keys, words, gender, _says_post(tokens, heads[0]))


def _says_post(tokens: Sequence[Token], head: Token) -> bool:
    """Whether the role is more than "a woman of forty"."""
    if head.lower not in PERSONS:
        return True
    at = tokens.index(head) + 1
    if at >= len(tokens) or tokens[at].lower not in TRADES_OF_PERSONS:
        return False
    return not tells_time(tokens, at)
