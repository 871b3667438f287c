"""Short articles for the tests of the engine, and what was read from them in plain values."""

from tui.enrich import enrich
from tui.model import BLOCK_SEPARATOR, Article, Block, BlockKind, Source


def article(
    *paragraphs: str,
    language: str | None = "fr",
    authors: tuple[str, ...] = (),
    kinds: tuple[BlockKind, ...] = (),
) -> Article:
    """Build an article of `paragraphs`; `kinds` names those that are not plain paragraphs."""
    blocks: list[Block] = []
    at = 0
    for number, paragraph in enumerate(paragraphs):
        kind = kinds[number] if number < len(kinds) else "paragraph"
        blocks.append(Block(kind, at, at + len(paragraph)))
        at += len(paragraph) + len(BLOCK_SEPARATOR)
    return Article(
        id="x",
        source=Source("x.txt", "text"),
        title="",
        text=BLOCK_SEPARATOR.join(paragraphs),
        blocks=tuple(blocks),
        language=language,
        authors=authors,
    )


def read(*paragraphs: str, language: str = "fr") -> Article:
    """Enrich an article of `paragraphs`."""
    return enrich(article(*paragraphs, language=language))


def people(found: Article) -> dict[str, list[str]]:
    """Return each person's name with the forms that stand in the text, in order."""
    return {p.name: [found.text[m.start : m.end] for m in p.mentions] for p in found.people}


def quotes(found: Article) -> list[tuple[str, str | None]]:
    """Return the words of each quote between marks with its speaker."""
    return [(found.text[q.start : q.end], q.speaker) for q in found.quotes if q.kind != "indirect"]


def reported(found: Article) -> list[tuple[str, str | None]]:
    """Return the words of each clause of reported speech with its speaker."""
    return [(found.text[q.start : q.end], q.speaker) for q in found.quotes if q.kind == "indirect"]
