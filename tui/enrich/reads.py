"""A sentence with what the rules of attribution ask of it again and again, found once."""

from collections.abc import Sequence
from dataclasses import dataclass

from tui.enrich.cues import Event, Source, events, sources
from tui.enrich.lexicon import Grammar
from tui.enrich.sentences import Item, Sentence
from tui.model import Span

_SHORT_PASSAGE = 6
"""Words of an inserted line ("Advertisement") that does not break the memory."""


@dataclass(frozen=True, slots=True)
class Read:
    """A sentence with its passage, its cue events and its source prepositions."""

    sentence: Sentence
    passage: int
    cues: tuple[Event, ...]
    sources: tuple[Source, ...]
    quotes: tuple[int, ...]
    """Items of the sentence that are quotes."""
    words: int
    """How many words and names stand outside the quotes."""
    first_word: int
    """The first item that is a word or a name; behind the end where none is."""


def read_sentence(sentence: Sentence, passage: int, grammar: Grammar) -> Read:
    """Find in `sentence`, of passage number `passage`, what the rules ask of it."""
    words = [at for at, item in enumerate(sentence) if item.kind in ("word", "name")]
    return Read(
        sentence,
        passage,
        tuple(events(sentence, grammar)),
        tuple(sources(sentence, grammar)),
        tuple(at for at, item in enumerate(sentence) if item.kind == "quote"),
        len(words),
        words[0] if words else len(sentence),
    )


def inserted(reads: Sequence[Read]) -> bool:
    """Whether a passage is a short line put between: "Advertisement", "READ MORE: …"."""
    first = reads[0].sentence
    colon = next((n for n, item in enumerate(first[:4]) if item.lower == ":"), 0)
    if colon and len(reads) == 1 and all(_shouted(item) for item in first[:colon]):
        return True
    named = any(item.kind == "name" for read in reads for item in read.sentence)
    quiet = not named and not any(read.quotes or read.cues for read in reads)
    return quiet and sum(read.words for read in reads) <= _SHORT_PASSAGE


def _shouted(item: Item) -> bool:
    return item.kind == "word" and item.shouted


def place(item: Item) -> Span:
    """Return where an item stands in the article."""
    return Span(item.start, item.end)


def joined(read: Read, number: int) -> bool:
    """Whether only "and"/"et" parts the quote from the next: « … » et « … »."""
    items = read.sentence
    at = next(n for n in read.quotes if items[n].number == number)
    between = at + 1
    while between < len(items) and items[between].lower in (",", "and", "et", "ou", "or"):
        between += 1
    return between > at + 1 and between < len(items) and _quotes(items[between])


def resumed(read: Read, number: int, cue: Span | None) -> bool:
    """Whether the quote goes on behind who speaks: "…," said Roe, "…": commas on both sides."""
    items = read.sentence
    at = next(n for n in read.quotes if items[n].number == number)
    before = max((n for n in read.quotes if n < at), default=None)
    if before is None or cue is None or items[at].capital or items[at - 1].lower != ",":
        return False
    return items[before].end <= cue.start < items[at].start


def _quotes(item: Item) -> bool:
    return item.kind == "quote"
