"""What the full-text index holds of an article, put in and taken out.

The indexes keep no text (they are contentless: https://sqlite.org/fts5.html, section 4.4.2), so
what is taken out must be what was put in. That follows from an article's document alone, never from
corrections; a change of what is indexed needs a migration that indexes everything anew.

An article's row is its place in newest-first order; a quote's row is that place and the quote's
number. So both indexes yield what is newest first, and a quote tells its article.
"""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from sqlite3 import Connection
from typing import Final

from tui.library.text import storable
from tui.model import Article

QUOTES: Final = 4096
"""Rows for the quotes of one article; further ones are not found by their words."""

_LIGATURES: Final = (("œ", "oe"), ("Œ", "oe"), ("æ", "ae"), ("Æ", "ae"), ("ß", "ss"), ("ẞ", "ss"))
"""Letters that are written as two as well, and that the tokenizer leaves as they are."""

_PUT: Final = "INSERT INTO article_text (rowid, title, body, names, about) VALUES (?, ?, ?, ?, ?)"
_TAKE: Final = """
    INSERT INTO article_text (article_text, rowid, title, body, names, about)
    VALUES ('delete', ?, ?, ?, ?, ?)
"""
_PUT_QUOTE: Final = "INSERT INTO quote_text (rowid, words) VALUES (?, ?)"
_TAKE_QUOTE: Final = "INSERT INTO quote_text (quote_text, rowid, words) VALUES ('delete', ?, ?)"


@dataclass(frozen=True, slots=True)
class Texts:
    """What is indexed of an article."""

    columns: tuple[str, str, str, str]
    """Title, body, names, and what the piece is about."""
    quotes: tuple[str, ...]
    """The words of its quotes, in their order."""


def texts_of(article: Article) -> Texts:
    """Return what is indexed of `article`, which follows from the article as it is stored."""
    first = article.blocks[0] if article.blocks else None
    body = article.text[first.end :] if first and first.kind == "title" else article.text
    forms = (name for person in article.people for name in (person.name, *person.aliases))
    names = _lines((*article.authors, *forms))
    about = _lines((article.site, article.section, *article.keywords))
    quotes = (article.text[quote.start : quote.end] for quote in article.quotes[:QUOTES])
    return Texts(
        (searchable(article.title), searchable(body), searchable(names), searchable(about)),
        tuple(map(searchable, quotes)),
    )


class Indexing:
    """What a batch of articles puts into the indexes and takes out of them, written at its end.

    The index writes out what it holds in memory whenever a statement of many steps comes between,
    or a row before the last one: so all rows are written together, in their order.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._waiting: list[tuple[int, bool, Texts]] = []

    def put(self, place: int, texts: Texts) -> None:
        """Index the words of the article at `place` and of its quotes."""
        self._waiting.append((place, True, texts))

    def take(self, place: int, texts: Texts) -> None:
        """Take out what was put in at `place`, which must be `texts`."""
        self._waiting.append((place, False, texts))

    def flush(self) -> None:
        """Write what waits."""
        self._waiting.sort(key=lambda each: each[0])
        for place, put, texts in self._waiting:
            self._connection.execute(_PUT if put else _TAKE, (place, *texts.columns))
        for place, put, texts in self._waiting:
            self._connection.executemany(_PUT_QUOTE if put else _TAKE_QUOTE, _rows(place, texts))
        self._waiting.clear()


def searchable(text: str) -> str:
    """Return `text` as it is indexed and as it must be asked for."""
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text)
        for letter, written in _LIGATURES:
            text = text.replace(letter, written)
    return storable(text)


def quote_row(place: int, number: int) -> int:
    """Return the row of the quote `number` of the article at `place`."""
    return place * QUOTES + number


def place_of(quote_row: int) -> int:
    """Return the place of the article that a quote's row belongs to."""
    return quote_row // QUOTES


def _lines(texts: Iterable[str | None]) -> str:
    return "\n".join(dict.fromkeys(text for text in texts if text))


def _rows(place: int, texts: Texts) -> list[tuple[int, str]]:
    return [(quote_row(place, number), words) for number, words in enumerate(texts.quotes)]
