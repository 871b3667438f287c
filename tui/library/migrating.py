"""What migrations do that takes more than SQL.

These functions are part of migrations that were released: where the library changes, they must go
on to do what they did, or a later migration must do it anew.
"""

from sqlite3 import Connection
from typing import Final

from tui.library.codec import decode
from tui.library.copies import Copies, sentences, sketch
from tui.library.correcting import corrected
from tui.library.corrections import replayed
from tui.library.dates import sort_key
from tui.library.indexing import Indexing, texts_of
from tui.library.references import note_references, references
from tui.library.rulebook import stored
from tui.library.text import shown
from tui.library.writing import figures_of, put_speakers, speakers_of
from tui.model import Article

_BATCH: Final = 500
"""Articles whose words are held at once."""

_PLACES: Final = "SELECT key, published FROM article ORDER BY sort, key"
_KEYS: Final = "SELECT key FROM article ORDER BY sort"
_DOCUMENT: Final = """
    SELECT a.sort, d.body FROM article AS a JOIN document AS d ON d.article = a.key WHERE a.key = ?
"""


def settle_places(connection: Connection) -> None:
    """Give each article a place of its own, in the order they have."""
    taken: int | None = None
    places = []
    for key, published in connection.execute(_PLACES):
        wanted = sort_key(published)
        taken = wanted if taken is None else max(wanted, taken + 1)
        places.append((taken, key))
    connection.executemany("UPDATE article SET sort = ? WHERE key = ?", places)


def index_all(connection: Connection) -> None:
    """Fill in what is known of each article since there is a full-text index."""
    rules, indexing = replayed(stored(connection)), Indexing(connection)
    for number, (key,) in enumerate(connection.execute(_KEYS).fetchall()):
        if number % _BATCH == 0:
            indexing.flush()
        place, body = connection.execute(_DOCUMENT, (key,)).fetchone()
        try:
            article = decode(body)
        except ValueError:
            continue  # A damaged document is not found by its words.
        language = None if article.language is None else shown(article.language)
        connection.execute("UPDATE article SET language = ? WHERE key = ?", (language, key))
        indexing.put(place, texts_of(article))
        speakers = speakers_of(corrected(article, rules))
        put_speakers(connection, place, speakers, figures_of(connection, key), new=True)
    indexing.flush()


def index_again(connection: Connection) -> None:
    """Index every article anew, as `searchable` has it since letters of other widths are plain."""
    for table in ("article_text", "quote_text"):
        connection.execute(f"INSERT INTO {table} ({table}) VALUES ('delete-all')")  # noqa: S608
    indexing = Indexing(connection)
    for number, (key,) in enumerate(connection.execute(_KEYS).fetchall()):
        if number % _BATCH == 0:
            indexing.flush()
        place, body = connection.execute(_DOCUMENT, (key,)).fetchone()
        try:
            indexing.put(place, texts_of(decode(body)))
        except ValueError:
            continue  # A damaged document is not found by its words.
    indexing.flush()


def tell_stories(connection: Connection) -> None:
    """Find the copies among all articles, and note where their pages lead."""

    def read(key: int) -> Article | None:
        _, body = connection.execute(_DOCUMENT, (key,)).fetchone()
        try:
            return decode(body)
        except ValueError:
            return None  # A damaged document is no copy of anything.

    copies = Copies(connection, read)
    for (key,) in connection.execute("SELECT key FROM article ORDER BY key").fetchall():
        article = read(key)
        if article is not None:
            found = sentences(article)
            copies.join(key, article, found, sketch(found))
            note_references(connection, [(each, key) for each in references(article)])
        connection.execute("INSERT INTO unrelated VALUES (?)", (key,))
