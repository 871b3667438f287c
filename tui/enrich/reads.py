"""A sentence as the attribution goes through it, and the passages that only stand in between."""

from collections.abc import Sequence
from dataclasses import dataclass

from tui.enrich.cues import Event
from tui.enrich.sentences import Item, Sentence
from tui.model import Span

_SHORT_PASSAGE = 6
"""Words of an inserted line ("Advertisement") that does not break the memory."""


@dataclass(frozen=True, slots=True)
class Read:
    """A sentence with its passage and its cue events."""

    sentence: Sentence
    passage: int
    cues: tuple[Event, ...]

    @property
    def quotes(self) -> list[int]:
        """Items of the sentence that are quotes."""
        return [at for at, item in enumerate(self.sentence) if item.kind == "quote"]

    @property
    def words(self) -> int:
        """How many words and names stand outside the quotes."""
        return sum(item.kind in ("word", "name") for item in self.sentence)


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
