"""What a reader did to articles in another tool, taken over once.

Whatever is taken over is remembered, and never taken over again: an article that is marked unread
later, a star or a highlight that is taken away stays so when the same export is read again.
"""

import re
from sqlite3 import Connection
from typing import Final

from tui.digest import blake2b
from tui.library.codec import decode
from tui.library.marking import known, mark_read, put_highlight, star, write_note
from tui.library.tagging import folded_tag, put_tag
from tui.library.text import storable
from tui.model import Article, Brought, Passage, Span

MOST: Final = 500
"""Passages of one article, and tags, that are taken over."""
LONGEST: Final = 20_000
"""Code points of a passage."""

_STORED: Final = """
    SELECT d.body FROM article AS a JOIN document AS d ON d.article = a.key WHERE a.id = ?
"""
_CLAIM: Final = "INSERT OR IGNORE INTO brought SELECT key, ? FROM article WHERE id = ?"
_MARKED: Final = """
    SELECT 1 FROM highlight
    WHERE words = ? AND article = (SELECT key FROM article WHERE id = ?)
"""


def bring(connection: Connection, brought: Brought) -> None:
    """Take over what has not been before; nothing where the article is not stored."""
    id_ = brought.article
    if brought.read and _first(connection, id_, "read"):
        mark_read(connection, (id_,), read=True)
    if brought.starred and _first(connection, id_, "star"):
        star(connection, id_, on=True)
    for name in brought.tags[:MOST]:
        if _first(connection, id_, f"tag {folded_tag(name)}"):
            put_tag(connection, id_, name)
    if brought.passages:
        _mark(connection, brought)


def anchored(text: str, words: str) -> Span | None:
    """Return where `words` stand in `text`, whatever the white space; None where they do not."""
    tokens = words[:LONGEST].split()
    if not tokens:
        return None
    at = text.find(words)
    if at >= 0 and words == words.strip():
        return Span(at, at + len(words))
    found = re.search(r"\s+".join(map(re.escape, tokens)), text)
    return Span(*found.span()) if found else None


def _mark(connection: Connection, brought: Brought) -> None:
    """Highlight the passages; one whose words are not in the text is kept, and not shown."""
    found = connection.execute(_STORED, (storable(brought.article),)).fetchone()
    try:
        article = None if found is None else decode(found[0])
    except ValueError:
        return
    if article is None:
        return
    for passage in brought.passages[:MOST]:
        words = f"{' '.join(passage.words.split())}\n{passage.note}"
        digest = blake2b(words.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
        if _first(connection, brought.article, f"passage {digest}"):
            _highlight(connection, article, passage)


def _highlight(connection: Connection, article: Article, passage: Passage) -> None:
    whole = Span(0, len(article.title)) if not passage.words.strip() else None
    span = whole or anchored(article.text, passage.words)
    if span is None:
        words = " ".join(passage.words[:LONGEST].split())
        key = put_highlight(connection, article, Span(0, 0), words, known(passage.colour))
    else:
        words = article.text[span.start : span.end]
        marked = connection.execute(_MARKED, (storable(words), storable(article.id))).fetchone()
        key = (
            None
            if marked
            else put_highlight(connection, article, span, colour=known(passage.colour))
        )
    if key is not None and passage.note:
        write_note(connection, key, passage.note)


def _first(connection: Connection, article_id: str, what: str) -> bool:
    """Say whether something is brought to a stored article for the first time."""
    return connection.execute(_CLAIM, (storable(what), storable(article_id))).rowcount > 0
