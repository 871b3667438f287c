"""What a reader marks: what has been read, stars, and highlights with their notes.

A highlight is kept as words and the offset where they stood. Where the text has changed since, it
stands where the same words are nearest to there; where they are gone it is kept, and not shown.
"""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from sqlite3 import Connection
from typing import Final, NamedTuple

from tui.library.cast import new_key
from tui.library.connections import Connections
from tui.library.interface import COLOURS, USUAL, Highlight
from tui.library.text import storable
from tui.model import Article, Span

LONGEST_NOTE: Final = 10_000
"""Code points of a note."""

_KEY: Final = "SELECT key FROM article WHERE id = ?"
_ON: Final = "INSERT OR IGNORE INTO star SELECT key FROM article WHERE id = ?"
_OFF: Final = "DELETE FROM star WHERE article = (SELECT key FROM article WHERE id = ?)"
_READ: Final = "INSERT OR IGNORE INTO reading SELECT key FROM article WHERE id = ?"
_UNREAD: Final = "DELETE FROM reading WHERE article = (SELECT key FROM article WHERE id = ?)"
_PUT: Final = """
    INSERT INTO highlight (article, start, words, note, made, colour)
    SELECT key, ?2, ?3, '', ?4, ?5 FROM article WHERE id = ?1
"""
_ALL: Final = """
    SELECT h.key, h.words, h.note, h.made, a.id, a.title, a.site, a.published, h.colour
    FROM highlight AS h JOIN article AS a ON a.key = h.article ORDER BY h.made DESC, h.key DESC
"""
_OF: Final = """
    SELECT key, start, words, note, colour FROM highlight
    WHERE article = (SELECT key FROM article WHERE id = ?) ORDER BY start, key
"""


class Marked(NamedTuple):
    """A highlight with the article it stands in, as a list of them shows it."""

    key: int
    words: str
    note: str
    made: str
    """When, ISO 8601 in UTC."""
    article: str
    """The article's id."""
    title: str
    site: str | None
    published: str | None
    colour: str
    """One of `COLOURS`."""


def mark_read(connection: Connection, article_ids: Sequence[str], read: bool) -> None:
    """Remember of articles whether they have been read."""
    ids = [(storable(article_id),) for article_id in article_ids]
    connection.executemany(_READ if read else _UNREAD, ids)


def star(connection: Connection, article_id: str, *, on: bool) -> None:
    """Give an article a star, or take it away."""
    connection.execute(_ON if on else _OFF, (storable(article_id),))


def put_highlight(
    connection: Connection,
    article: Article,
    span: Span,
    words: str | None = None,
    colour: str = USUAL,
) -> int | None:
    """Highlight a range of a stored article and return its number; None where it is not there.

    `words` are kept in place of those in the range, where they are not in the text.
    """
    words = storable(article.text[span.start : span.end] if words is None else words)
    now = datetime.now(UTC).isoformat(timespec="seconds")
    inserted = connection.execute(_PUT, (storable(article.id), span.start, words, now, colour))
    return new_key(inserted) if inserted.rowcount > 0 else None


def drop_highlight(connection: Connection, key: int) -> None:
    """Take a highlight away, and its note with it."""
    connection.execute("DELETE FROM highlight WHERE key = ?", (key,))


def write_note(connection: Connection, key: int, note: str) -> None:
    """Write a note on a highlight; "" takes it away."""
    text = storable(note[:LONGEST_NOTE])
    connection.execute("UPDATE highlight SET note = ? WHERE key = ?", (text, key))


def highlights(connection: Connection, article: Article) -> Iterator[Highlight]:
    """Yield the highlights of an article that stand in its text, in order."""
    text = storable(article.text)
    exact = text == article.text
    for key, start, words, note, colour in connection.execute(
        _OF, (storable(article.id),)
    ).fetchall():
        at = _nearest(article.text if exact else text, words, start)
        if at is not None and words:
            yield Highlight(key, Span(at, at + len(words)), note, known(colour))


class Marks:
    """All that is highlighted in the library."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def all(self) -> Sequence[Marked]:
        """Return every highlight, the last one made first."""
        with self._connections.read() as connection:
            return tuple(Marked(*columns) for columns in connection.execute(_ALL))

    def paint(self, key: int, colour: str) -> None:
        """Give a highlight another of `COLOURS`."""
        with self._connections.write() as connection:
            connection.execute("UPDATE highlight SET colour = ? WHERE key = ?", (colour, key))


def known(colour: str) -> str:
    """Return a colour that this program has: the usual one for one it does not know."""
    return colour if colour in COLOURS else USUAL


def _nearest(text: str, words: str, start: int) -> int | None:
    """Return where `words` stand in `text`, nearest to `start`; None where they do not."""
    if text.startswith(words, start):
        return start
    behind, before = text.find(words, start), text.rfind(words, 0, start + len(words))
    found = [at for at in (before, behind) if at >= 0]
    return min(found, key=lambda at: abs(at - start)) if found else None
