"""Small articles for tests: the words are given, the offsets are looked up."""

import re
from collections.abc import Mapping, Sequence

from tui.model import Article, Block, Person, Quote, QuoteKind, Source, Span, Teaser

Words = str | tuple[str, str]
"""A paragraph, or a block of another kind as `(kind, text)`."""


def article(
    title: str,
    *words: Words,
    people: Mapping[str, Sequence[str]] | None = None,
    roles: Mapping[str, Sequence[str]] | None = None,
    quotes: Sequence[tuple[str, str | None]] = (),
    reported: Sequence[tuple[str, str | None]] = (),
    teasers: Sequence[str] = (),
    published: str | None = None,
    site: str | None = None,
    authors: Sequence[str] = (),
    url: str | None = None,
    confidence: float = 0.95,
) -> Article:
    """Return an article; `people` maps names to aliases, `quotes` are words and their speaker,
    and so are `reported`, in the writer's own words."""
    blocks, texts, start = [], [], 0
    for kind, text in (("title", title), *(_piece(piece) for piece in words)):
        level = 2 if kind == "heading" else None
        blocks.append(Block(kind, start, start + len(text), level))
        texts.append(text)
        start += len(text) + 2
    text = "\n\n".join(texts)
    return Article(
        id=re.sub(r"\W+", "-", title.lower())[:40],
        source=Source("test.txt", "text"),
        title=title,
        text=text,
        blocks=tuple(blocks),
        url=url,
        site=site,
        language="en",
        authors=tuple(authors),
        published=published,
        people=tuple(
            Person(
                name,
                tuple(aliases),
                tuple((roles or {}).get(name, ())),
                _mentions(text, name, aliases),
            )
            for name, aliases in (people or {}).items()
        ),
        quotes=(
            *(_quote(text, said, speaker, confidence) for said, speaker in quotes),
            *(_quote(text, said, speaker, confidence, "indirect") for said, speaker in reported),
        ),
        teasers=tuple(Teaser(t) for t in teasers),
    )


def _piece(piece: Words) -> tuple[str, str]:
    return ("paragraph", piece) if isinstance(piece, str) else piece


def _mentions(text: str, name: str, aliases: Sequence[str]) -> tuple[Span, ...]:
    forms = "|".join(re.escape(form) for form in sorted((name, *aliases), key=len, reverse=True))
    return tuple(Span(*m.span()) for m in re.finditer(rf"\b(?:{forms})\b", text))


def _quote(
    text: str, said: str, speaker: str | None, confidence: float, kind: QuoteKind = "direct"
) -> Quote:
    start = text.index(said)
    return Quote(start, start + len(said), kind, speaker, confidence=confidence if speaker else 0.0)
