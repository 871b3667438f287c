"""Articles for the library's tests: from a few words, or by hypothesis from anything."""

from dataclasses import replace
from hashlib import blake2b

from hypothesis import strategies as st

from tui.model import Article, Block, Link, Media, Person, Quote, Source, Span, Teaser


def article(title="A quiet day at the harbour", people=(), **fields):
    """Return an article whose people are mentioned as often as given: `{"Ada Sund": 3}`."""
    counts = dict.fromkeys(people, 1) if not isinstance(people, dict) else people
    text = f"{title}\n\nNothing else is told."
    made = Article(
        id=blake2b(title.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest(),
        source=Source("inbox/piece.txt", "text"),
        title=title,
        text=text,
        blocks=(Block("title", 0, len(title)), Block("paragraph", len(title) + 2, len(text))),
        people=tuple(
            Person(name, mentions=tuple(Span(n, n + 1) for n in range(count)))
            for name, count in counts.items()
        ),
    )
    return replace(made, **fields)


TEXT = st.text(st.characters(), max_size=12) | st.sampled_from(
    ["", "\0", "\ud800", "a\udfffb", "é"]
)
OFFSET = st.integers(0, 2**70)
NAMES = st.lists(TEXT, max_size=3).map(tuple)
SPANS = st.builds(Span, OFFSET, OFFSET)


def several(strategy):
    return st.lists(strategy, max_size=3).map(tuple)


BLOCKS = st.builds(
    Block,
    st.sampled_from(["title", "lede", "heading", "paragraph", "table"]),
    OFFSET,
    OFFSET,
    st.none() | st.integers(2, 6),
)
PEOPLE = st.builds(Person, TEXT, NAMES, NAMES, several(SPANS))
QUOTES = st.builds(
    Quote,
    OFFSET,
    OFFSET,
    st.sampled_from(["direct", "fragment", "indirect"]),
    st.none() | TEXT,
    st.none() | SPANS,
    st.floats(allow_nan=False),
    st.none() | TEXT,
)
TEASERS = st.builds(Teaser, TEXT, st.none() | TEXT, NAMES, st.none() | TEXT)
SOURCES = st.builds(
    Source,
    TEXT,
    st.sampled_from(["text", "html", "markdown", "feed", "json"]),
    st.none() | TEXT,
)
PUBLISHED = (
    st.none()
    | TEXT
    | st.dates().map(str)
    | st.datetimes(timezones=st.timezones()).map(lambda moment: moment.isoformat())
)
ARTICLES = st.builds(
    Article,
    id=TEXT,
    source=SOURCES,
    title=TEXT,
    text=TEXT,
    blocks=several(BLOCKS),
    url=st.none() | TEXT | st.sampled_from(["https://[", "//x\ud800/é?a=\udc80"]),
    site=st.none() | TEXT,
    language=st.none() | TEXT,
    authors=NAMES,
    published=PUBLISHED,
    modified=PUBLISHED,
    section=st.none() | TEXT,
    keywords=NAMES,
    links=several(st.builds(Link, OFFSET, OFFSET, TEXT)),
    media=several(st.builds(Media, TEXT, st.none() | TEXT, st.none() | TEXT)),
    people=several(PEOPLE),
    quotes=several(QUOTES),
    teasers=several(TEASERS),
    warnings=NAMES,
)
