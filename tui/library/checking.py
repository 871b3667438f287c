"""What a library's file says of itself, and what is wrong in it: nothing is changed by looking.

The file is opened for reading alone and not brought up to date, so that a damaged or an older one
can be looked at as it is.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from sqlite3 import Connection, DatabaseError
from typing import Final

from tui.library.codec import decode
from tui.library.files import read_only
from tui.library.interface import LibraryError
from tui.library.schema import VERSION, version_of

_MOST: Final = 20
"""Things wrong that are told of one kind."""

_TALLY: Final = """
    SELECT articles, (SELECT count(*) FROM article), copies,
        (SELECT count(*) FROM article WHERE copy_of IS NOT NULL) FROM tally
"""
_WITHOUT_DOCUMENT: Final = """
    SELECT id FROM article WHERE NOT EXISTS (SELECT 1 FROM document WHERE article = key) LIMIT ?
"""
_WITHOUT_ARTICLE: Final = """
    SELECT count(*) FROM document WHERE NOT EXISTS (SELECT 1 FROM article WHERE key = article)
"""
_DOCUMENTS: Final = """
    SELECT a.id, d.body FROM document AS d JOIN article AS a ON a.key = d.article ORDER BY d.article
"""
_INDEXES: Final = ("article_text", "quote_text")


@dataclass(frozen=True, slots=True)
class Condition:
    """How a library's file is."""

    schema: int
    """The version of its tables."""
    current: int
    """The version that this program writes."""
    articles: int | None
    """None where it cannot be told."""
    size: int
    """Bytes of the file."""


def condition(path: Path) -> Condition:
    """Say how the library at `path` is; raises LibraryError for what is none."""
    try:
        with closing(read_only(path)) as connection:
            version = version_of(connection)
            if not version:
                raise LibraryError(f"{path}: not a Broadsheet library")
            try:
                (articles,) = connection.execute("SELECT count(*) FROM article").fetchone()
            except DatabaseError:
                articles = None
    except sqlite3.Error as error:
        raise LibraryError(f"{path}: {' '.join(str(error).split())}") from error
    return Condition(version, VERSION, articles, path.stat().st_size)


def problems(path: Path) -> Iterator[str]:
    """Yield what is wrong with the library at `path`, a line each, as it is found."""
    try:
        with closing(read_only(path)) as connection:
            for what, look in _LOOKS:
                try:
                    yield from look(connection)
                except DatabaseError as error:
                    yield f"the {what} cannot be read: {' '.join(str(error).split())}"
    except sqlite3.Error as error:
        yield " ".join(str(error).split())


def _structure(connection: Connection) -> Iterator[str]:
    for (told,) in connection.execute(f"PRAGMA integrity_check({_MOST})"):
        if told != "ok":
            yield " ".join(str(told).split())


def _documents(connection: Connection) -> Iterator[str]:
    for id_, body in connection.execute(_DOCUMENTS):
        try:
            decode(body)
        except ValueError:
            yield f"article {id_}: damaged document"
    for (id_,) in connection.execute(_WITHOUT_DOCUMENT, (_MOST,)):
        yield f"article {id_}: no document"
    (lost,) = connection.execute(_WITHOUT_ARTICLE).fetchone()
    if lost:
        yield f"{lost} documents without an article"


def _counts(connection: Connection) -> Iterator[str]:
    if (version_of(connection) or 0) < VERSION:
        return
    told, articles, copies_told, copies = connection.execute(_TALLY).fetchone()
    if told != articles:
        yield f"{told} articles are counted and {articles} are there"
    if copies_told != copies:
        yield f"{copies_told} copies are counted and {copies} are there"


def _indexes(connection: Connection) -> Iterator[str]:
    """Read every word of the indexes, which meets what is damaged in them."""
    if (version_of(connection) or 0) < VERSION:
        return
    for table in _INDEXES:
        connection.execute(
            f"CREATE VIRTUAL TABLE temp.{table}_words USING fts5vocab(main, {table}, 'row')"
        )
        try:
            connection.execute(f"SELECT sum(cnt) FROM temp.{table}_words").fetchone()  # noqa: S608
        except DatabaseError as error:
            yield f"the index {table}: {' '.join(str(error).split())}"


_LOOKS: Final = (
    ("tables", _structure),
    ("articles", _documents),
    ("counts", _counts),
    ("indexes", _indexes),
)
