"""Articles that an older engine has gone over, and going over them again.

Which engine found an article's people and quotes is stored with each; articles whose people and
quotes came with the input are left alone. A run may end at any point: what is written is marked,
and the next run takes the rest.
"""

import time
from collections.abc import Callable, Iterator
from typing import Final

from tui.library.codec import decode
from tui.library.connections import Connections
from tui.library.interface import Progress
from tui.library.rulebook import Rulebook
from tui.library.writing import Writer, prepare
from tui.model import Article

_BATCH: Final = 32
"""Articles that are written at once, at most."""

_SECONDS: Final = 0.5
"""How long an article may wait for others to be written with it."""

_AGAIN: Final = -1
"""Stands for the engine of an article that a run over all of them has yet to reach."""

_COUNT: Final = "SELECT count(*) FROM analysis WHERE engine < ?"
_WAITING: Final = "SELECT EXISTS (SELECT 1 FROM analysis WHERE engine = ?)"
_NEXT: Final = """
    SELECT d.article, a.digest, d.body FROM analysis AS n
    JOIN document AS d ON d.article = n.article JOIN article AS a ON a.key = n.article
    WHERE n.article > ? AND n.engine < ? ORDER BY n.article LIMIT ?
"""

Analyse = Callable[[Article], Article]


def reanalyse(
    connections: Connections,
    book: Rulebook,
    analyse: Analyse,
    engine: int,
    *,
    everything: bool,
) -> Iterator[Progress]:
    """Go over what an engine older than `engine` found; yield how far it is after each batch.

    `everything` takes in what `engine` itself has found, unless an earlier run of that kind was
    cut short: then the rest of that.
    """
    if everything:
        _ask_for_all(connections)
    with connections.read() as connection:
        (total,) = connection.execute(_COUNT, (engine,)).fetchone()
    progress, last = Progress(0, total), 0
    while True:
        with connections.read() as connection:
            found = connection.execute(_NEXT, (last, engine, _BATCH)).fetchall()
        if not found:
            return
        last, progress = _batch(connections, book, found, analyse, engine, progress)
        yield progress


def _ask_for_all(connections: Connections) -> None:
    with connections.write() as connection:
        (unfinished,) = connection.execute(_WAITING, (_AGAIN,)).fetchone()
        if not unfinished:
            connection.execute("UPDATE analysis SET engine = ?", (_AGAIN,))


def _batch(
    connections: Connections,
    book: Rulebook,
    found: list[tuple[int, bytes, bytes]],
    analyse: Analyse,
    engine: int,
    progress: Progress,
) -> tuple[int, Progress]:
    """Analyse what was found, as far as time allows, and write it; return the last key reached."""
    until = time.monotonic() + _SECONDS
    ready, done, unreadable, last = [], 0, 0, 0
    foreign = []
    for last, digest, body in found:
        done += 1
        try:
            article = decode(body)
        except ValueError:
            unreadable += 1
            continue
        if _is_foreign(article):
            foreign.append(last)
        else:
            ready.append((last, digest, prepare(analyse(article), engine)))
        if time.monotonic() > until:
            break
    with (
        connections.write() as connection,
        Writer(connection, book.rules(connection)) as writer,
    ):
        changed = sum(writer.renew(*each) for each in ready)
        for key in foreign:
            writer.forget_engine(key)
    return last, Progress(
        progress.done + done,
        progress.total,
        progress.changed + changed,
        progress.unreadable + unreadable,
    )


def _is_foreign(article: Article) -> bool:
    """Say whether people and quotes came with the input.

    Libraries of the first version do not tell; our own engine gives each quote a rule, and only
    JSON brings any.
    """
    annotated = bool(article.people or article.quotes)
    ours = any(quote.rule is not None for quote in article.quotes)
    return article.source.format == "json" and annotated and not ours
