"""Turns of speech that a dash opens: — Le pont tiendra, dit Anne Ledoux.

A dash opens lists too, so a turn counts only where an attribution stands inside it; a turn that
names nobody stays text, because the next voice is another one.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from tui.enrich.clusters import Mention
from tui.enrich.incises import incises
from tui.enrich.lexicon import Grammar
from tui.enrich.scanner import Quoted
from tui.enrich.sheet import Passage

_DASHES = frozenset({"—", "–", "―"})


def with_turns(
    quoted: Sequence[Quoted],
    passages: Sequence[Passage],
    mentions: Mapping[int, Mention],
    grammar: Grammar,
) -> list[Quoted]:
    """Return `quoted` and, in their order, the turns of speech of paragraphs without marks."""
    added = list(_turns(quoted, passages, mentions, grammar))
    return sorted([*quoted, *added]) if added else list(quoted)


def _turns(
    quoted: Sequence[Quoted],
    passages: Sequence[Passage],
    mentions: Mapping[int, Mention],
    grammar: Grammar,
) -> Iterator[Quoted]:
    openings = [each.opening for each in quoted]
    closings = [each.closing for each in quoted]
    for passage in passages:
        tokens, block = passage.tokens, passage.block
        if len(tokens) < 3 or tokens[0].text not in _DASHES or block.kind != "paragraph":
            continue
        if bisect_left(openings, block.end) > bisect_left(closings, block.start):
            continue
        if next(incises(tokens, 1, len(tokens), mentions, grammar), None):
            start, end = tokens[1].start, tokens[-1].end
            yield Quoted(start, start, end, end)
