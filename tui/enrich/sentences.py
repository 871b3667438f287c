"""Sentences as the attribution reads them: words, with every quote and every name as one item.

What stands inside a quote is hidden from the grammar of the sentence around it. A sentence ends at
a full stop outside quotes, or behind a quote that closes one, when something capitalised follows.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from tui.enrich.clusters import Mention
from tui.enrich.lexicon import Grammar
from tui.enrich.scanner import Quoted
from tui.enrich.tokens import Token

ItemKind = Literal["word", "mark", "name", "quote"]


@dataclass(frozen=True, slots=True)
class Item:
    """A word, a mark, a whole name or a whole quote of a sentence."""

    kind: ItemKind
    lower: str
    start: int
    end: int
    number: int = -1
    """Which figure or which quote."""
    capital: bool = False
    stops: bool = False
    """A quote whose words end in a full stop, question or exclamation mark."""
    shouted: bool = False
    """A word of capitals."""
    lone: bool = False
    """A quote of one word."""
    first_person: bool = False
    """A quote in which "I" speak."""
    of_another: bool = False
    """A quote that opens with somebody or something else: "He was …"."""
    asks: bool = False
    """It ends in a question or exclamation mark."""


_GLUED = 3
"""A full stop with no space behind it ends a sentence only before a longer word: not in "e.GO"."""

_SAMPLE = 400
"""Characters of a quote that tell its kind; a quote may run over many passages."""
_OF_ANOTHER = re.compile(
    r"(?:[CcÇç]['’]\w|[Cc]e fut|[Ii]ls?|[Ee]lles?|[Hh]e|[Ss]he|[Ii]t|[Tt]hey)\b"
)
"""Pronouns of the third person that open a clause, French and English; from general knowledge."""
_I = re.compile(r"\b(?:[Jj]e|[Mm]oi|mon|ma|mes|I|[Mm]y|me)\b|\b[Jj]['’]")
_LONGEST = 250
"""Items after which a sentence is cut whatever stands there, so that reading stays linear."""

Sentence = tuple[Item, ...]


class Reader:
    """Cuts passages into sentences; holds the document's quotes and names by place."""

    def __init__(self, text: str, quotes: Sequence[Quoted], mentions: Sequence[Mention]) -> None:
        self._text = text
        self._quotes = quotes
        self._openings = [q.opening for q in quotes]
        self._mentions = {m.start: m for m in mentions}

    def sentences(self, tokens: Sequence[Token], start: int, grammar: Grammar) -> list[Sentence]:
        """Return the sentences of a passage that starts at `start`."""
        items = list(self._items(tokens, start))
        return list(_split(items, grammar))

    def _items(self, tokens: Sequence[Token], start: int) -> Iterator[Item]:
        at = start
        nth = bisect_left(self._openings, start)
        if nth and self._quotes[nth - 1].closing > start:
            at = self._quotes[nth - 1].closing
        named = -1
        for token in tokens:
            if token.start < at:
                continue
            if 0 <= token.start - named <= 2 and token.lower.rstrip(".") in _GENERATIONS:
                at = named = token.end
                continue
            if nth < len(self._quotes) and token.end > self._openings[nth]:
                quoted = self._quotes[nth]
                yield self._quote_item(quoted, nth)
                at = quoted.closing
                nth += 1
                continue
            mention = self._mentions.get(token.start)
            if mention and not (nth < len(self._quotes) and mention.end > self._openings[nth]):
                yield Item("name", token.lower, mention.start, mention.end, mention.figure, True)
                at = named = mention.end
            else:
                kind: ItemKind = (
                    "word" if token.text[-1].isalnum() or len(token.text) > 1 else "mark"
                )
                yield Item(
                    kind,
                    token.lower,
                    token.start,
                    token.end,
                    capital=token.capital,
                    shouted=len(token.text) > 1 and token.text.isupper(),
                )

    def _quote_item(self, quoted: Quoted, nth: int) -> Item:
        last = self._text[quoted.end - 1]
        sample = self._text[quoted.start : min(quoted.end, quoted.start + _SAMPLE)]
        return Item(
            "quote",
            "",
            quoted.opening,
            quoted.closing,
            nth,
            stops=last in ".!?…",
            capital=sample[:1].isupper(),
            lone=len(sample) < _SAMPLE and " " not in sample,
            first_person=bool(_I.search(sample)),
            of_another=bool(_OF_ANOTHER.match(sample)),
            asks=last in "!?…",
        )


_GENERATIONS = frozenset({"ii", "iii", "iv", "jr", "sr", "phd", "md"})
"""What may stand behind a name and is no word of the sentence: "Cal Roe II", "Roe, Jr."."""


def _split(items: Sequence[Item], grammar: Grammar) -> Iterator[Sentence]:
    begin = 0
    for at in range(len(items) - 1):
        if at - begin >= _LONGEST or _ends(items, at, grammar):
            yield tuple(items[begin : at + 1])
            begin = at + 1
    if begin < len(items):
        yield tuple(items[begin:])


def _ends(items: Sequence[Item], at: int, grammar: Grammar) -> bool:
    item, after = items[at], items[at + 1]
    fresh = after.capital or after.kind in ("name", "quote") or after.lower.isdigit()
    if item.kind == "mark" and item.lower in ".!?…":
        apart = after.start > item.end or after.end - after.start > _GLUED
        return apart and (fresh or after.lower in "-–—•(")
    if item.kind == "quote" and item.stops and (fresh or after.lower == "("):
        return not (item.asks and _cue_follows(items, at + 1, grammar))
    return False


def _cue_follows(items: Sequence[Item], at: int, grammar: Grammar) -> bool:
    """Whether a name and a cue verb come next: "…?" Smith asked."""
    if items[at].kind != "name":
        return False
    for item in items[at + 1 : at + 4]:
        cue = grammar.cues.get(item.lower)
        if cue and cue.form in ("finite", "past"):
            return True
        if item.lower not in grammar.skipped and item.lower not in grammar.auxiliaries:
            return False
    return False
