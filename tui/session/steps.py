"""Stepping through what stands in an article: the next quote, the one before, the next heading."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from tui.library.interface import Query
from tui.model import Article, Quote, Span


def step(starts: Sequence[int], offset: int, direction: int) -> int | None:
    """Return the index in sorted `starts` of the next one past `offset`, or the one before it.

    `direction` is 1 or -1. None where there is none that way: a step never wraps silently.
    """
    if direction > 0:
        index = bisect_right(starts, offset)
        return index if index < len(starts) else None
    index = bisect_left(starts, offset) - 1
    return index if index >= 0 else None


def heading_starts(article: Article) -> list[int]:
    """Return where the headings stand, the title among them."""
    return [b.start for b in article.blocks if b.kind in ("title", "heading")]


def block_starts(article: Article) -> list[int]:
    """Return where the blocks begin."""
    return [block.start for block in article.blocks]


def mention_spans(article: Article, names: Sequence[str]) -> list[Span]:
    """Return where the people called `names` are mentioned, in order."""
    spans = [s for person in article.people if person.name in names for s in person.mentions]
    return sorted(spans, key=lambda span: span.start)


def shown_quotes(article: Article, query: Query, names: dict[str, str]) -> list[tuple[int, Quote]]:
    """Return the quotes that the filter leaves, with their index in `Article.quotes`.

    With figures included, only what they say is left; what an excluded figure says never is.
    `names` maps figure ids to the `Person.name` they have in this article.
    """
    wanted = {names.get(figure) for figure in query.include}
    unwanted = {names[figure] for figure in query.exclude if figure in names}
    return [
        (index, quote)
        for index, quote in enumerate(article.quotes)
        if quote.speaker not in unwanted and (not query.include or quote.speaker in wanted - {None})
    ]
