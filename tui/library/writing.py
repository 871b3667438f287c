"""How articles get into the tables: each whole, together with the figures it names.

`prepare` does the work that needs no database, a `Writer` takes part in the caller's transaction.
What is stored as an article's document is never corrected; its appearances are. Figures' counts
and names always follow from the appearances and from the names the user chose; what the user did to
an article is not touched.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter
from sqlite3 import Connection
from types import TracebackType
from typing import Final, Literal, NamedTuple

import orjson

from tui import __version__
from tui.library.cast import Appearing, Cast, new_key
from tui.library.codec import Encoded, decode, encode
from tui.library.copies import Copies, is_excerpt, same_piece, sentences, sketch
from tui.library.correcting import Corrected, corrected
from tui.library.corrections import Rules
from tui.library.dates import free_place, sort_key
from tui.library.figures import Named, figure_ids, named
from tui.library.indexing import QUOTES, Indexing, Texts, quote_row, texts_of
from tui.library.interface import Ready
from tui.library.references import forget_references, note_references, references
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
    ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_UPDATE: Final = """
    UPDATE article SET sort = ?, title = ?, site = ?, language = ?, published = ?, url_hash = ?,
        title_hash = ?, digest = ? WHERE id = ?
"""
_DOCUMENT: Final = "INSERT OR REPLACE INTO document VALUES (?, ?, ?)"
_APPEARING: Final = """
    SELECT f.id, a.sort, a.mentions, a.name, a.roles, a.said, a.figure
    FROM appearance AS a JOIN figure AS f ON f.key = a.figure WHERE a.article = ?
"""
_ANALYSED: Final = "INSERT OR REPLACE INTO analysis VALUES (?, ?)"
_FOREIGN: Final = "DELETE FROM analysis WHERE article = ?"
_INEFFECTIVE: Final = "DELETE FROM effect WHERE article = ?"
_EFFECT: Final = "INSERT INTO effect VALUES (?, ?)"
_BODY: Final = "SELECT body FROM document WHERE article = ?"
_TITLED: Final = "SELECT key, id, url_hash FROM article WHERE title_hash = ? LIMIT 20"
_RENAME: Final = (
    "UPDATE article SET id = ? WHERE id = ?",
    "UPDATE correction SET article = ? WHERE article = ?",
)
REVISED: Final = "UPDATE tally SET revision = revision + 1"
"""Something was changed rather than added: what is held in memory no longer holds."""
_FORGET_RELATIONS: Final = (
    "DELETE FROM relation WHERE article = ?",
    "DELETE FROM relation WHERE target = ?",
)
_UNRELATED: Final = "INSERT OR IGNORE INTO unrelated VALUES (?)"
_TAKEN: Final = "SELECT 1 FROM article WHERE sort = ?"
_FIGURES_HERE: Final = """
    SELECT f.id, f.key FROM appearance AS a JOIN figure AS f ON f.key = a.figure WHERE a.article = ?
"""
_SPEAKERS: Final = "SELECT key, figure FROM quote WHERE key BETWEEN ? AND ? ORDER BY key"
_SPEAKER: Final = "INSERT INTO quote VALUES (?, ?)"
_SILENCE: Final = "DELETE FROM quote WHERE key BETWEEN ? AND ?"


class Derived(NamedTuple):
    """Who appears in an article, and who speaks."""

    appearing: Mapping[str, tuple[int, str, str | None, int]]
    """By a figure's id: its mentions, name, roles and quotes."""
    speakers: tuple[str | None, ...]
    """The id of the speaker of each quote."""
    fitted: frozenset[int] = frozenset()
    """The numbers of the corrections that changed something."""


@dataclass(frozen=True, slots=True)
class Prepared(Ready):
    """An article and everything about it that is stored."""

    id: str
    sort: int
    """The place of its date; its own may have to be a later one."""
    columns: tuple[str | int | bytes | None, ...]
    """What `_INSERT` and `_UPDATE` take behind the place."""
    encoded: Encoded
    texts: Texts
    sentences: frozenset[int]
    """By which copies are told."""
    sketch: tuple[int, ...]
    """By which they are found."""
    references: tuple[int, ...]
    """Where its page leads."""
    derived: "Derived"
    """What follows from it where no correction is about it."""
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
    found = sentences(article)
    return Prepared(
        id_,
        sort,
        columns,
        encoded,
        texts_of(article),
        found,
        sketch(found),
        references(article),
        derived(Corrected(article, figure_ids(article))),
        article,
        engine,
    )


def derived(right: Corrected) -> Derived:
    """Return what follows from an article as corrected."""
    return Derived(
        {storable(entry.id): _appearing(entry) for entry in named(right.article, right.figures)},
        speakers_of(right),
        right.fitted,
    )


def speakers_of(right: Corrected) -> tuple[str | None, ...]:
    """Return the id of the speaker of each quote of an article as corrected."""
    people = zip(right.article.people, right.figures, strict=True)
    ids = {person.name: storable(id_) for person, id_ in people}
    quotes = right.article.quotes[:QUOTES]
    return tuple(None if each.speaker is None else ids.get(each.speaker) for each in quotes)


class Writer:
    """Writes articles within one transaction; what they come to together is written at its end."""

    def __init__(self, connection: Connection, rules: Rules) -> None:
        """Take a connection in a transaction, and what all corrections come to."""
        self._connection = connection
        self._rules = rules
        self._cast = Cast(connection)
        self._indexing = Indexing(connection)
        self._copies = Copies(connection, self._read)
        self._speakers: list[tuple[int, int | None]] = []
        self._references: list[tuple[int, int]] = []
        self._unrelated: list[tuple[int]] = []
        self.changed = False
        """Whether something that was there before looks different."""

    def __enter__(self) -> "Writer":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if kind is None:
            self._cast.flush()
            self._indexing.flush()
            self._flush()

    def _flush(self) -> None:
        """Write the rows of new articles."""
        put_rows(self._connection, sorted(self._speakers, key=itemgetter(0)))
        note_references(self._connection, sorted(self._references))
        self._connection.executemany(_UNRELATED, self._unrelated)
        for pending in (self._speakers, self._references, self._unrelated):
            pending.clear()

    def put_all(self, batch: Sequence[Prepared]) -> list[Outcome]:
        """Store articles one after the other."""
        self._cast.expect(id_ for prepared in batch for id_ in prepared.derived.appearing)
        return [self.put(prepared) for prepared in batch]

    def put(self, prepared: Prepared) -> Outcome:
        """Store an article; one with the same id and content is left as it is."""
        known = self._known(prepared)
        if known is None:
            twin = self._twin(prepared)
            if twin is None:
                self._add(prepared)
                return "added"
            if prepared.article.url is None:
                return "unchanged"
            for statement in _RENAME:
                self._connection.execute(statement, (prepared.id, twin))
            known = self._known(prepared)
            if known is None:
                raise RuntimeError(prepared.id)
        key, digest, engine, *_ = known
        if digest == prepared.encoded.digest:
            if engine != prepared.engine:
                self._note_engine(key, prepared.engine)
            return "unchanged"
        stored = self._read(key)
        if stored is not None and is_excerpt(prepared.article, stored):
            return "unchanged"
        self._replace(known, prepared)
        return "updated"

    def renew(self, key: int, digest: bytes, prepared: Prepared) -> bool:
        """Store what a newer engine found in an article, and say whether it is something else.

        `digest` is that of the document that was analysed; one that was replaced meanwhile stays.
        """
        known = self._known(prepared)
        if known is None or known[:2] != (key, digest):
            return False
        if digest == prepared.encoded.digest:
            self._note_engine(key, prepared.engine)
            return False
        self._replace(known, prepared)
        return True

    def _known(self, prepared: Prepared) -> Known | None:
        found: Known | None = self._connection.execute(_FIND, (prepared.id,)).fetchone()
        return found

    def forget_engine(self, key: int) -> None:
        """Remember that no engine of ours found an article's people and quotes."""
        self._note_engine(key, None)

    def derive(self, key: int, place: int, article: Article, *, new: bool = False) -> None:
        """Let an article's appearances and speakers follow from its document and the rules.

        `article` is what the document holds. Appearances that stay as they are, of a frequent
        figure above all, are not written again. `new` says that the article has none yet.
        """
        self._derive(key, place, derived(corrected(article, self._rules)), new=new)

    def _derive(self, key: int, place: int, right: Derived, *, new: bool) -> None:
        wanted: dict[str, Appearing] = {
            id_: (place, *columns) for id_, columns in right.appearing.items()
        }
        figures = {} if new else self._kept(key, wanted)
        for id_, columns in wanted.items():
            figures[id_] = self._cast.add(key, id_, columns, self._rules.names.get(id_))
        if not new:
            self._cast.sweep()
            self._connection.execute(_INEFFECTIVE, (key,))
        if right.fitted:
            effects = [(number, key) for number in sorted(right.fitted)]
            self._connection.executemany(_EFFECT, effects)
        if new:
            self._speakers += _speaker_rows(place, right.speakers, figures)
        else:
            put_speakers(self._connection, place, right.speakers, figures)

    def _kept(self, article: int, wanted: dict[str, Appearing]) -> dict[str, int]:
        """Return the figures that appear as wanted, taken out of `wanted`; let the others go."""
        self._cast.flush()
        kept, gone = {}, []
        for id_, *columns, figure in self._connection.execute(_APPEARING, (article,)).fetchall():
            if wanted.get(id_) == tuple(columns):
                del wanted[id_]
                kept[id_] = figure
            else:
                gone.append(figure)
        self._cast.forget(article, gone)
        return kept

    def _replace(self, known: Known, prepared: Prepared) -> None:
        """Store another version of an article that is there."""
        key, _, _, before, published = known
        stays = sort_key(published) == prepared.sort
        place = before if stays else self._free_place(prepared.sort)
        self._unindex(key, before)
        self._connection.execute(_UPDATE, (place, *prepared.columns))
        self._indexing.put(place, prepared.texts)
        self._store(key, place, prepared)
        self._connection.execute(REVISED)
        self.changed = True

    def _add(self, prepared: Prepared) -> None:
        """Store an article that is not there yet."""
        place = self._free_place(prepared.sort)
        key = new_key(self._connection.execute(_INSERT, (place, *prepared.columns)))
        self._indexing.put(place, prepared.texts)
        self._store(key, place, prepared, new=True)

    def _twin(self, prepared: Prepared) -> str | None:
        """Return the id of the same article as it was read from elsewhere, if it is there.

        A dump, or a file that does not say where it is from, has no address; its title and text
        are those of the page.
        """
        article, url, title = prepared.article, *prepared.columns[4:6]
        for key, id_, address in self._connection.execute(_TITLED, (title,)).fetchall():
            if (address is None) != (url is None):
                stored = self._read(key)
                if stored and same_piece(article, stored, prepared.sentences):
                    return str(id_)
        return None

    def _unindex(self, key: int, place: int) -> None:
        """Take the stored version of an article out of the indexes."""
        self._flush()
        rows = (quote_row(place, 0), quote_row(place, QUOTES - 1))
        self._connection.execute(_SILENCE, rows)
        before = self._read(key)
        self._copies.leave(key, before)
        for statement in _FORGET_RELATIONS:
            self._connection.execute(statement, (key,))
        if before is None:
            # What a damaged document held cannot be told; its words lead to what replaces it.
            return
        self._indexing.take(place, texts_of(before))
        forget_references(self._connection, key, before)

    def _read(self, key: int) -> Article | None:
        """Return a stored article; None where it is damaged."""
        found = self._connection.execute(_BODY, (key,)).fetchone()
        try:
            return None if found is None else decode(found[0])
        except ValueError:
            return None

    def _free_place(self, wanted: int) -> int:
        taken = self._connection.execute
        return free_place(wanted, lambda place: taken(_TAKEN, (place,)).fetchone() is not None)

    def _store(self, key: int, place: int, prepared: Prepared, *, new: bool = False) -> None:
        self._connection.execute(_DOCUMENT, (key, __version__, prepared.encoded.body))
        if not new or prepared.engine is not None:
            self._note_engine(key, prepared.engine)
        if self._rules.empty:
            self._derive(key, place, prepared.derived, new=new)
        else:
            self.derive(key, place, prepared.article, new=new)
        self._references += ((address, key) for address in prepared.references)
        self._unrelated.append((key,))
        if (
            self._copies.join(key, prepared.article, prepared.sentences, prepared.sketch)
            is not None
        ):
            self.changed = True

    def _note_engine(self, key: int, engine: int | None) -> None:
        if engine is None:
            self._connection.execute(_FOREIGN, (key,))
        else:
            self._connection.execute(_ANALYSED, (key, engine))


def put_speakers(
    connection: Connection,
    place: int,
    speakers: Sequence[str | None],
    figures: Mapping[str, int],
    *,
    new: bool = False,
) -> None:
    """Note who says each quote of the article at `place`: ids of `figures`, who are its own.

    `new` says that nothing is noted yet.
    """
    wanted = list(_speaker_rows(place, speakers, figures))
    first, last = quote_row(place, 0), quote_row(place, QUOTES - 1)
    if not new:
        if connection.execute(_SPEAKERS, (first, last)).fetchall() == wanted:
            return
        connection.execute(_SILENCE, (first, last))
    put_rows(connection, wanted)


def put_rows(connection: Connection, speakers: Iterable[tuple[int, int | None]]) -> None:
    """Write rows of speakers."""
    connection.executemany(_SPEAKER, speakers)


def _speaker_rows(
    place: int, speakers: Sequence[str | None], figures: Mapping[str, int]
) -> Iterator[tuple[int, int | None]]:
    for number, id_ in enumerate(speakers):
        yield quote_row(place, number), None if id_ is None else figures.get(id_)


def figures_of(connection: Connection, article: int) -> dict[str, int]:
    """Return the keys of the figures that appear in an article, by their ids."""
    return dict(connection.execute(_FIGURES_HERE, (article,)).fetchall())


def _appearing(entry: Named) -> tuple[int, str, str | None, int]:
    roles = orjson.dumps([shown(role) for role in entry.roles]).decode() if entry.roles else None
    return entry.mentions, shown(entry.name), roles, entry.said
