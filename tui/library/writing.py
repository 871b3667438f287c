"""How one article gets into the tables: whole, together with the figures it names.

`prepare` does the work that needs no database, `put` is part of the caller's transaction. What is
stored as an article's document is never corrected; its appearances are. Figures' counts and names
always follow from the appearances and from the names the user chose; what the user did to an
article is not touched.
"""

from dataclasses import dataclass
from sqlite3 import Connection
from typing import Final, Literal

import orjson

from tui import __version__
from tui.library.codec import Encoded, decode, encode
from tui.library.correcting import Corrected, corrected
from tui.library.corrections import Rules
from tui.library.dates import free_place, sort_key
from tui.library.figures import Named, named
from tui.library.indexing import QUOTES, Texts, put_text, quote_row, take_text, texts_of
from tui.library.text import shown, storable, title_hash, title_words, url_hash
from tui.model import Article

Outcome = Literal["added", "updated", "unchanged"]

Known = tuple[int, bytes, int | None, int, str | None]
"""What is stored of an article: key, digest, engine, place, date."""

_FIND: Final = """
    SELECT key, digest, (SELECT engine FROM analysis WHERE article = key), sort, published
    FROM article WHERE id = ?
"""
_INSERT: Final = """
    INSERT INTO article (
        sort, title, site, language, published, url_hash, title_hash, digest, id
    ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING key
"""
_UPDATE: Final = """
    UPDATE article SET sort = ?, title = ?, site = ?, language = ?, published = ?, url_hash = ?,
        title_hash = ?, digest = ? WHERE id = ?
"""
_DOCUMENT: Final = "INSERT OR REPLACE INTO document VALUES (?, ?, ?)"
_FIGURE: Final = """
    INSERT INTO figure (id, name, articles, mentions) VALUES (?, ?, 1, ?)
    ON CONFLICT (id) DO UPDATE SET articles = articles + 1, mentions = mentions + excluded.mentions
    RETURNING key, name
"""
_FORM: Final = """
    INSERT INTO form VALUES (?, ?, 1)
    ON CONFLICT (figure, name) DO UPDATE SET articles = articles + 1
"""
_APPEARANCE: Final = """
    INSERT INTO appearance (article, figure, sort, mentions, name, roles, said)
    VALUES (?, ?, ?, ?, ?, ?, ?)
"""
_APPEARING: Final = """
    SELECT f.id, a.sort, a.mentions, a.name, a.roles, a.said, a.figure
    FROM appearance AS a JOIN figure AS f ON f.key = a.figure WHERE a.article = ?
"""
RENAME: Final = """
    UPDATE figure SET name = coalesce(
        (SELECT c.name FROM chosen_name AS c WHERE c.figure = figure.id),
        (SELECT form.name FROM form WHERE form.figure = figure.key
            ORDER BY form.articles DESC, form.name DESC LIMIT 1)
    ) WHERE key = ?
"""
"""A figure's name: the one that was chosen, else the form that most articles have."""
_ANALYSED: Final = "INSERT OR REPLACE INTO analysis VALUES (?, ?)"
_FOREIGN: Final = "DELETE FROM analysis WHERE article = ?"
_INEFFECTIVE: Final = "DELETE FROM effect WHERE article = ?"
_EFFECT: Final = "INSERT INTO effect VALUES (?, ?)"
_BODY: Final = "SELECT body FROM document WHERE article = ?"
_TAKEN: Final = "SELECT 1 FROM article WHERE sort = ?"
_FIGURES_HERE: Final = """
    SELECT f.id, f.key FROM appearance AS a JOIN figure AS f ON f.key = a.figure WHERE a.article = ?
"""
_SPEAKERS: Final = "SELECT key, figure FROM quote WHERE key BETWEEN ? AND ? ORDER BY key"
_SPEAKER: Final = "INSERT INTO quote VALUES (?, ?)"
_SILENCE: Final = "DELETE FROM quote WHERE key BETWEEN ? AND ?"
_FORGET: Final = (
    """
    UPDATE figure SET articles = figure.articles - 1, mentions = figure.mentions - gone.mentions
    FROM appearance AS gone WHERE gone.article = ? AND gone.figure = ? AND gone.figure = figure.key
    """,
    """
    UPDATE form SET articles = form.articles - 1 FROM appearance AS gone
    WHERE gone.article = ? AND gone.figure = ?
        AND gone.figure = form.figure AND gone.name = form.name
    """,
    "DELETE FROM appearance WHERE article = ? AND figure = ?",
)


@dataclass(frozen=True, slots=True)
class Prepared:
    """An article and everything about it that is stored."""

    id: str
    sort: int
    """The place of its date; its own may have to be a later one."""
    columns: tuple[str | int | bytes | None, ...]
    """What `_INSERT` and `_UPDATE` take behind the place."""
    encoded: Encoded
    texts: Texts
    article: Article
    engine: int | None
    """The version of the engine that found its people and quotes; None where ours did not."""


def prepare(article: Article, engine: int | None = None) -> Prepared:
    """Work out what is stored of `article`, whose people and quotes `engine` found."""
    encoded, sort, id_ = encode(article), sort_key(article.published), storable(article.id)
    columns = (
        shown(article.title),
        None if article.site is None else shown(article.site),
        None if article.language is None else shown(article.language),
        None if article.published is None else shown(article.published),
        url_hash(article.url),
        title_hash(title_words(article.title)),
        encoded.digest,
        id_,
    )
    return Prepared(id_, sort, columns, encoded, texts_of(article), article, engine)


def put(connection: Connection, prepared: Prepared, rules: Rules) -> Outcome:
    """Store an article; one with the same id and content is left as it is."""
    known = connection.execute(_FIND, (prepared.id,)).fetchone()
    if known is None:
        place = _free_place(connection, prepared.sort)
        (key,) = connection.execute(_INSERT, (place, *prepared.columns)).fetchone()
        put_text(connection, place, prepared.texts)
        _store(connection, key, place, prepared, rules, new=True)
        return "added"
    key, digest, engine, *_ = known
    if digest == prepared.encoded.digest:
        if engine != prepared.engine:
            _note_engine(connection, key, prepared.engine)
        return "unchanged"
    _replace(connection, known, prepared, rules)
    return "updated"


def renew(
    connection: Connection, key: int, digest: bytes, prepared: Prepared, rules: Rules
) -> bool:
    """Store what a newer engine found in an article, and say whether it is something else.

    `digest` is that of the document that was analysed; one that was replaced meanwhile stays.
    """
    known: Known | None = connection.execute(_FIND, (prepared.id,)).fetchone()
    if known is None or known[:2] != (key, digest):
        return False
    if digest == prepared.encoded.digest:
        _note_engine(connection, key, prepared.engine)
        return False
    _replace(connection, known, prepared, rules)
    return True


def forget_engine(connection: Connection, key: int) -> None:
    """Remember that no engine of ours found an article's people and quotes."""
    _note_engine(connection, key, None)


def derive(
    connection: Connection,
    key: int,
    place: int,
    article: Article,
    rules: Rules,
    *,
    new: bool = False,
) -> None:
    """Let an article's appearances and speakers follow from its document, `article`, and the rules.

    Appearances that stay as they are, of a frequent figure above all, are not written again. `new`
    says that the article has none yet.
    """
    right = corrected(article, rules)
    wanted = {}
    for entry in named(right.article, right.figures):
        wanted[storable(entry.id)] = _appearing(entry, place)
    gone = [] if new else _changed(connection, key, wanted)
    for figure in gone:
        for statement in _FORGET:
            connection.execute(statement, (key, figure))
    for id_, columns in wanted.items():
        _add_appearance(connection, key, id_, columns, rules.names.get(id_))
    if not new:
        _sweep(connection, [(figure,) for figure in gone])
        connection.execute(_INEFFECTIVE, (key,))
    connection.executemany(_EFFECT, [(number, key) for number in sorted(right.fitted)])
    put_speakers(connection, key, place, right)


def put_speakers(connection: Connection, key: int, place: int, right: Corrected) -> None:
    """Note who says each quote of the article at `place`, as corrected."""
    figures = dict(connection.execute(_FIGURES_HERE, (key,)).fetchall())
    keys = {
        person.name: figures.get(storable(id_))
        for person, id_ in zip(right.article.people, right.figures, strict=True)
    }
    wanted = [
        (quote_row(place, number), None if quote.speaker is None else keys.get(quote.speaker))
        for number, quote in enumerate(right.article.quotes[:QUOTES])
    ]
    first, last = quote_row(place, 0), quote_row(place, QUOTES - 1)
    if connection.execute(_SPEAKERS, (first, last)).fetchall() != wanted:
        connection.execute(_SILENCE, (first, last))
        connection.executemany(_SPEAKER, wanted)


Appearing = tuple[int, int, str, str | None, int]
"""What `appearance` holds of a figure: sort, mentions, name, roles, quotes said."""


def _appearing(entry: Named, sort: int) -> Appearing:
    roles = orjson.dumps([shown(role) for role in entry.roles]).decode() if entry.roles else None
    return sort, entry.mentions, shown(entry.name), roles, entry.said


def _changed(connection: Connection, article: int, wanted: dict[str, Appearing]) -> list[int]:
    """Return the figures that do not appear as wanted; take those that do out of `wanted`."""
    gone = []
    for id_, *columns, figure in connection.execute(_APPEARING, (article,)).fetchall():
        if wanted.get(id_) == tuple(columns):
            del wanted[id_]
        else:
            gone.append(figure)
    return gone


def _replace(connection: Connection, known: Known, prepared: Prepared, rules: Rules) -> None:
    """Store another version of an article that is there."""
    key, _, _, before, published = known
    stays = sort_key(published) == prepared.sort
    place = before if stays else _free_place(connection, prepared.sort)
    _unindex(connection, key, before)
    connection.execute(_UPDATE, (place, *prepared.columns))
    put_text(connection, place, prepared.texts)
    _store(connection, key, place, prepared, rules)


def _unindex(connection: Connection, key: int, place: int) -> None:
    """Take the stored version of an article out of the indexes."""
    connection.execute(_SILENCE, (quote_row(place, 0), quote_row(place, QUOTES - 1)))
    (body,) = connection.execute(_BODY, (key,)).fetchone()
    try:
        take_text(connection, place, texts_of(decode(body)))
    except ValueError:
        # What a damaged document held cannot be told; its words lead to the version that follows.
        return


def _free_place(connection: Connection, wanted: int) -> int:
    return free_place(
        wanted, lambda place: connection.execute(_TAKEN, (place,)).fetchone() is not None
    )


def _store(
    connection: Connection,
    key: int,
    place: int,
    prepared: Prepared,
    rules: Rules,
    *,
    new: bool = False,
) -> None:
    connection.execute(_DOCUMENT, (key, __version__, prepared.encoded.body))
    if not new or prepared.engine is not None:
        _note_engine(connection, key, prepared.engine)
    derive(connection, key, place, prepared.article, rules, new=new)


def _note_engine(connection: Connection, key: int, engine: int | None) -> None:
    if engine is None:
        connection.execute(_FOREIGN, (key,))
    else:
        connection.execute(_ANALYSED, (key, engine))


def _add_appearance(
    connection: Connection, article: int, id_: str, columns: Appearing, chosen: str | None
) -> None:
    sort, mentions, name, roles, said = columns
    figure, current = connection.execute(_FIGURE, (id_, name, mentions)).fetchone()
    connection.execute(_FORM, (figure, name))
    connection.execute(_APPEARANCE, (article, figure, sort, mentions, name, roles, said))
    if current != (name if chosen is None else shown(chosen)):
        connection.execute(RENAME, (figure,))


def _sweep(connection: Connection, figures: list[tuple[int]]) -> None:
    """Drop forms and figures that no article has any more, and name the others anew."""
    connection.executemany("DELETE FROM form WHERE figure = ? AND articles = 0", figures)
    connection.executemany("DELETE FROM figure WHERE key = ? AND articles = 0", figures)
    connection.executemany(RENAME, figures)
