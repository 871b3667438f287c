"""The values that everything else speaks of: an article and what stands in it.

An article is one string, `Article.text`; blocks, links, mentions and quotes are half-open
`[start, end)` ranges into it, counted in Unicode code points (standoff annotation). The values are
immutable and know nothing of files, terminals or databases; `tui.parse.article_json` gives them
their written form.
"""

from dataclasses import dataclass
from typing import Literal

BlockKind = Literal[
    "title",
    "lede",
    "heading",
    "paragraph",
    "caption",
    "quotation",
    "list_item",
    "preformatted",
    "table",
]
QuoteKind = Literal["direct", "fragment", "indirect"]
SourceFormat = Literal["text", "html", "markdown", "feed", "json"]

HIGHEST_NUMBER = 10_000
"""What an item of a list may be numbered at most: beyond that it is no count."""

BLOCK_SEPARATOR = "\n\n"
"""What stands in `Article.text` between two blocks."""


@dataclass(frozen=True, slots=True)
class Span:
    """A half-open range of code points in an article's text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Block:
    """One piece of the article in reading order: a paragraph, a heading, a caption."""

    kind: BlockKind
    start: int
    end: int
    level: int | None = None
    """2 to 6 for a heading, else None."""
    depth: int | None = None
    """2 and more for an item of a list that stands in other lists, else None."""
    number: int | None = None
    """What an item of a numbered list is numbered, else None."""


@dataclass(frozen=True, slots=True)
class Link:
    """Words of the article that lead elsewhere."""

    start: int
    end: int
    url: str


@dataclass(frozen=True, slots=True)
class Person:
    """Someone the article names: one cluster of name forms."""

    name: str
    """The fullest form in the article."""
    aliases: tuple[str, ...] = ()
    """The other forms seen, without duplicates, in the order they appear."""
    roles: tuple[str, ...] = ()
    """What the article says the person is: "PDG d'Oracle"."""
    mentions: tuple[Span, ...] = ()
    """Every place one of the forms stands, in order, without title or role."""


@dataclass(frozen=True, slots=True)
class Quote:
    """The words between two quotation marks, or reported ones, and who said them."""

    start: int
    end: int
    kind: QuoteKind
    speaker: str | None = None
    """The `Person.name` that said it; None where the text does not say or names no person."""
    cue: Span | None = None
    """The words that give the speaker away: "a déclaré", "said", "qualifier"."""
    confidence: float = 0.0
    """How sure the speaker is, 0 to 1."""
    rule: str | None = None
    """The rule that decided the speaker, or that the words are of nobody whom the text names."""


@dataclass(frozen=True, slots=True)
class Teaser:
    """A related piece that the page itself offers; no part of the text."""

    title: str
    excerpt: str | None = None
    authors: tuple[str, ...] = ()
    url: str | None = None
    published: str | None = None
    """ISO 8601: a date, or a date-time with offset, where the page shows one."""


@dataclass(frozen=True, slots=True)
class Media:
    """A picture, sound, film or other file that belongs to an article: never loaded by itself."""

    url: str
    media_type: str | None = None
    """What the page says it is: "audio/mpeg", or only "image"; None where it says nothing."""
    title: str | None = None
    """What the page calls it; of a picture, what it says to whoever cannot see it."""
    caption: str | None = None
    """The words under a picture, as a block of the article has them."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where an article was read from."""

    path: str
    format: SourceFormat
    fetched: str | None = None
    """When it was fetched over the network, ISO 8601; None for a file."""


@dataclass(frozen=True, slots=True)
class Article:
    """A parsed news article."""

    id: str
    """Stable across re-imports of the same article."""
    source: Source
    title: str
    text: str
    """The title, then every block, joined by `BLOCK_SEPARATOR`."""
    blocks: tuple[Block, ...]
    url: str | None = None
    site: str | None = None
    language: str | None = None
    """An ISO 639-1 code."""
    authors: tuple[str, ...] = ()
    published: str | None = None
    """ISO 8601: a date, or a date-time with offset."""
    modified: str | None = None
    """When the page says that it was last changed, in the form of `published`."""
    section: str | None = None
    """Where the site files the article: "Politique"."""
    keywords: tuple[str, ...] = ()
    """What the site tags the article with, in its order."""
    links: tuple[Link, ...] = ()
    media: tuple[Media, ...] = ()
    """Files that come with the article, such as a podcast's sound."""
    people: tuple[Person, ...] = ()
    quotes: tuple[Quote, ...] = ()
    teasers: tuple[Teaser, ...] = ()
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of an article that its reader marked in another tool, and the note on them."""

    words: str
    """As the tool has them; "" for a note on the article as a whole."""
    note: str = ""
    colour: str = ""
    """What the tool calls the colour of the mark; "" where it has none."""


@dataclass(frozen=True, slots=True)
class Brought:
    """What a reader did to an article in another tool, as its export has it."""

    article: str
    """The article's id; "" as long as it is not known."""
    read: bool = False
    starred: bool = False
    tags: tuple[str, ...] = ()
    passages: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True)
class Failure:
    """An input that could not be read: one line for the user; the rest of the batch goes on."""

    origin: str
    """The file, as the user named it."""
    reason: str
    line: int | None = None
    """1-based line of the input, where the format has lines."""
    field: str | None = None
    """The offending field of a JSON input, as a dotted path."""

    def __str__(self) -> str:
        place = self.origin if self.line is None else f"{self.origin}:{self.line}"
        field = f" {self.field}:" if self.field else ""
        return f"{place}:{field} {self.reason}"
