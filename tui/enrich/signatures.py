"""Quotes that are signed: "…" — Jean Roy, at their end or on the line below.

A block quotation needs no marks where it is signed: all its words in front of the dash are quoted.
Signed means a dash, then a name with its titles, and nothing behind it but a stop, a bracket or
what is said of the person.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from tui.enrich.clusters import Mention
from tui.enrich.lexicon import Grammar
from tui.enrich.scanner import Quoted
from tui.enrich.sentences import Item, Sentence
from tui.enrich.sheet import Passage
from tui.enrich.tokens import Token

_DASHES = frozenset({"–", "—", "―", "-", "--"})
_CLOSES = frozenset({",", "(", "."})
_TITLES = 4
"""Words of title and post that may stand between the dash and the name."""


def signature(sentence: Sentence, dash: int, grammar: Grammar) -> Item | None:
    """Return the name that signs behind the dash at item `dash`, or None where none does."""
    if dash >= len(sentence) or sentence[dash].lower not in _DASHES:
        return None
    at = dash + 1
    while at < min(len(sentence), dash + 1 + _TITLES) and _title(sentence[at].lower, grammar):
        at += 1
    if at >= len(sentence) or sentence[at].kind != "name":
        return None
    closed = at + 1 == len(sentence) or sentence[at + 1].lower in _CLOSES
    return sentence[at] if closed else None


def with_signed_blocks(
    scanned: Sequence[Quoted],
    passages: Sequence[Passage],
    mentions: Mapping[int, Mention],
    grammar: Grammar,
) -> list[Quoted]:
    """Return `scanned` and, in their order, the words of block quotations signed without marks."""
    openings = [quoted.opening for quoted in scanned]
    closings = [quoted.closing for quoted in scanned]
    added: list[Quoted] = []
    for passage, below in zip(passages, [*passages[1:], None], strict=True):
        block = passage.block
        marked = bisect_left(openings, block.end) > bisect_left(closings, block.start)
        if block.kind != "quotation" or marked or not passage.tokens:
            continue
        dash = next(_dashes(passage.tokens, mentions, grammar), None)
        if dash is None and below and below.block.kind == "quotation":
            continue
        if dash is None and not (below and _opens_signed(below.tokens, mentions, grammar)):
            continue
        last = (dash if dash is not None else len(passage.tokens)) - 1
        if last >= 0:
            start, end = passage.tokens[0].start, passage.tokens[last].end
            added.append(Quoted(start, start, end, end))
    return sorted([*scanned, *added]) if added else list(scanned)


def _opens_signed(
    tokens: Sequence[Token], mentions: Mapping[int, Mention], grammar: Grammar
) -> bool:
    return bool(tokens) and tokens[0].text in _DASHES and _signs(tokens, 0, mentions, grammar)


def _dashes(
    tokens: Sequence[Token], mentions: Mapping[int, Mention], grammar: Grammar
) -> Iterator[int]:
    """Yield the dashes behind which a name signs, none further than a line from the end."""
    for at in range(max(1, len(tokens) - 24), len(tokens) - 1):
        if tokens[at].text in _DASHES and _signs(tokens, at, mentions, grammar):
            yield at


def _signs(
    tokens: Sequence[Token], dash: int, mentions: Mapping[int, Mention], grammar: Grammar
) -> bool:
    at = dash + 1
    while at < min(len(tokens), dash + 1 + _TITLES) and _title(tokens[at].lower, grammar):
        at += 1
    mention = mentions.get(tokens[at].start) if at < len(tokens) else None
    if mention is None:
        return False
    while at < len(tokens) and tokens[at].start < mention.end:
        at += 1
    return at == len(tokens) or tokens[at].text in _CLOSES


def _title(word: str, grammar: Grammar) -> bool:
    return word in grammar.titles or word in grammar.roles or word in grammar.role_modifiers
