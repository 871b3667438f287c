"""Hypothesis strategies: any article that the contract allows, and any file that is damaged."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from hypothesis import strategies as st

from tui.model import Article, Block, Link, Media, Person, Quote, Source, Span, Teaser
from tui.parse.draft import Draft, Piece, assemble

words = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp")), min_size=1, max_size=30
).filter(str.strip)
names = words
maybe_words = st.none() | words

published = (
    st.none()
    | st.dates().map(lambda day: day.isoformat())
    | st.datetimes(timezones=st.timezones())
    .map(lambda moment: moment.replace(microsecond=0).isoformat())
    .filter(lambda s: len(s) == 25)
)


@st.composite
def pieces(draw: st.DrawFn) -> Piece:
    kind = draw(
        st.sampled_from(
            ("lede", "heading", "paragraph", "caption", "quotation", "list_item", "preformatted")
        )
    )
    level = draw(st.integers(2, 6)) if kind == "heading" else None
    return Piece(kind, draw(words), level)


@st.composite
def spans(draw: st.DrawFn, length: int) -> Span:
    start = draw(st.integers(0, length - 1))
    return Span(start, draw(st.integers(start + 1, length)))


@st.composite
def people(draw: st.DrawFn, text: str) -> Person:
    """Anyone, whose forms hold what stands at the mentions, with plain spaces."""
    found = draw(st.lists(spans(len(text)), max_size=3))
    mentions = [span for span in found if _form(text, span)]
    seen = [_form(text, span) for span in mentions]
    name, *aliases = draw(
        st.lists(names, min_size=not seen, max_size=3).map(lambda own: [*own, *seen])
    )
    return Person(
        name,
        tuple(alias for alias in dict.fromkeys(aliases) if alias != name),
        tuple(draw(st.lists(words, max_size=2))),
        tuple(sorted(mentions, key=lambda span: span.start)),
    )


def _form(text: str, span: Span) -> str:
    return " ".join(text[span.start : span.end].split())


@st.composite
def quotes(draw: st.DrawFn, length: int, speakers: tuple[str, ...]) -> Quote:
    span = draw(spans(length))
    return Quote(
        span.start,
        span.end,
        draw(st.sampled_from(("direct", "fragment", "indirect"))),
        draw(st.sampled_from((None, *speakers))),
        draw(st.none() | spans(length)),
        draw(st.floats(0, 1)),
        draw(maybe_words),
    )


teasers = st.builds(
    Teaser, words, maybe_words, st.lists(names, max_size=2).map(tuple), maybe_words, published
)
media = st.builds(Media, words, maybe_words, maybe_words)


@st.composite
def articles(draw: st.DrawFn) -> Article:
    """Any valid article."""
    body = draw(st.lists(pieces(), max_size=5))
    title = draw(words if not body else st.just("") | words)
    plain = assemble(
        Draft(title, tuple(body)),
        Source(
            draw(words),
            draw(st.sampled_from(("text", "html", "markdown", "feed", "json"))),
            draw(maybe_words),
        ),
    )
    length = len(plain.text)
    figures = tuple(
        draw(st.lists(people(plain.text), max_size=3, unique_by=lambda person: person.name))
    )
    speakers = tuple(figure.name for figure in figures)
    links = draw(st.lists(st.tuples(spans(length), words), max_size=2))
    return Article(
        id=draw(words),
        source=plain.source,
        title=title,
        text=plain.text,
        blocks=tuple(Block(b.kind, b.start, b.end, b.level) for b in plain.blocks),
        url=draw(maybe_words),
        site=draw(maybe_words),
        language=draw(st.sampled_from((None, "fr", "en", "fr-CA", "zh-Hant", "ast"))),
        authors=tuple(draw(st.lists(names, max_size=2))),
        published=draw(published),
        modified=draw(published),
        section=draw(maybe_words),
        keywords=tuple(draw(st.lists(words, max_size=2))),
        links=tuple(Link(span.start, span.end, url) for span, url in links),
        media=tuple(draw(st.lists(media, max_size=2))),
        people=figures,
        quotes=tuple(draw(st.lists(quotes(length, speakers), max_size=3))),
        teasers=tuple(draw(st.lists(teasers, max_size=2))),
        warnings=tuple(draw(st.lists(words, max_size=2))),
    )


@st.composite
def noisy(draw: st.DrawFn, data: bytes, most: int, first: int = 0) -> bytes:
    """`data` with a few stretches of up to `most` bytes, from `first` on, replaced by noise."""
    changed = bytearray(data)
    for _ in range(draw(st.integers(1, 5))):
        place = draw(st.integers(first, len(changed)))
        changed[place : place + draw(st.integers(0, most))] = draw(st.binary(max_size=6))
    return bytes(changed)


def damaged(files: Sequence[Path], most: int) -> st.SearchStrategy[tuple[str, bytes]]:
    """A file of some, its name and its bytes with noise in it."""
    return st.sampled_from(files).flatmap(
        lambda path: st.tuples(st.just(path.name), noisy(path.read_bytes(), most))
    )


def cuts(data: bytes, count: int) -> Iterator[bytes]:
    """Yield beginnings and ends of `data`, cut at about `count` places."""
    for cut in range(0, len(data), max(1, len(data) // count)):
        yield data[:cut]
        yield data[cut:]
