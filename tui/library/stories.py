"""Articles on one story as one thread: in the order of time, and what each of them quotes.

A quote that several articles have is told once, where it stood first, with all that carry it. Two
quotes are one where their words are the same, or where one has all words of the other in a row and
the shorter has at least `LEAST` of them: outlets cut what they quote, and few words meet by chance.
"""

from collections.abc import Sequence
from typing import Final, NamedTuple

from tui.identity import words
from tui.library.correcting import Corrected
from tui.library.interface import Related, Said
from tui.model import Article

LEAST: Final = 5
"""Words that a part of a quote must have to be taken for the whole."""
MOST: Final = 200
"""Articles of one story that are gone through."""


class Carried(NamedTuple):
    """A quote where it stood first, and the articles that have it too."""

    said: Said
    also: tuple[Article, ...]


class Telling(NamedTuple):
    """One article of a story."""

    article: Article
    quotes: tuple[Carried, ...]
    """Those that no earlier article of the story has."""
    repeated: int
    """How many of its quotes stand in an earlier one."""


def follows(related: Related) -> bool:
    """Say whether a related piece is on the same story.

    It is where it is a copy, where a page leads to it, or where rare words are shared; to name the
    same people is not enough.
    """
    return related.target is not None and bool(
        related.copy or related.teaser or related.leads_here or related.words
    )


def story(found: Sequence[Corrected]) -> tuple[Telling, ...]:
    """Return the tellings of a story, the oldest first, what has no date last."""
    ordered = sorted(found, key=lambda each: (each.article.published or "~", each.article.id))
    firsts: list[tuple[str, Said]] = []
    carriers: dict[int, list[Article]] = {}
    own: list[list[int]] = []
    repeated = []
    for each in ordered:
        mine: list[int] = []
        again = 0
        for said in _said(each):
            spoken = " ".join(words(said.words))
            same = next((n for n, (known, _) in enumerate(firsts) if _one(spoken, known)), None)
            if same is None:
                mine.append(len(firsts))
                firsts.append((spoken, said))
            elif firsts[same][1].article.id != each.article.id:
                again += 1
                others = carriers.setdefault(same, [])
                if each.article not in others:
                    others.append(each.article)
        own.append(mine)
        repeated.append(again)
    return tuple(
        Telling(
            each.article,
            tuple(Carried(firsts[n][1], tuple(carriers.get(n, ()))) for n in mine),
            again,
        )
        for each, mine, again in zip(ordered, own, repeated, strict=True)
    )


def _said(found: Corrected) -> list[Said]:
    ids = dict(zip((person.name for person in found.article.people), found.figures, strict=True))
    return [
        Said(found.article, n, ids.get(quote.speaker) if quote.speaker else None)
        for n, quote in enumerate(found.article.quotes)
        if quote.kind != "indirect"
    ]


def _one(one: str, other: str) -> bool:
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    return short.count(" ") >= LEAST - 1 and f" {short} " in f" {long} "
