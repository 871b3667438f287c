"""A correction made or taken back, together with everything that follows from it.

One transaction takes in the correction, the names that were chosen, the people of each article that
it is about, and which corrections changed something there.
"""

from collections.abc import Iterable, Sequence
from sqlite3 import Connection
from typing import Final

from tui.library.cast import RENAME
from tui.library.codec import decode
from tui.library.corrections import Correction, Rules, replayed
from tui.library.figures import folded_name
from tui.library.rulebook import stored
from tui.library.text import shown, storable
from tui.library.writing import REVISED, Writer

_INSERT: Final = """
    INSERT INTO correction (
        kind, figure, name, other, other_name, article, words, ordinal
    ) VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING key
"""
_OF_FIGURE: Final = """
    SELECT article FROM appearance WHERE figure = (SELECT key FROM figure WHERE id = ?)
"""
_OF_ID: Final = "SELECT key FROM article WHERE id = ?"
_OF_EFFECT: Final = "SELECT article FROM effect WHERE correction = ?"
_CHOSEN: Final = "SELECT figure, name FROM chosen_name"
_FIGURE: Final = "SELECT key FROM figure WHERE id = ?"
_BODY: Final = """
    SELECT a.sort, d.body FROM article AS a JOIN document AS d ON d.article = a.key WHERE a.key = ?
"""


def put_right(connection: Connection, made: Correction) -> int:
    """Store a correction, bring the articles it is about up to date, and return its number."""
    before = stored(connection)
    values = (made.kind, made.figure, made.name, made.other, made.other_name, made.article)
    texts = [None if value is None else storable(value) for value in (*values, made.words)]
    (key,) = connection.execute(_INSERT, (*texts, made.ordinal)).fetchone()
    _follow(connection, made, before, stored(connection))
    return int(key)


def take_back(connection: Connection, key: int) -> Correction | None:
    """Forget a correction and what followed from it; None where there is none with this number."""
    before = stored(connection)
    made = next((made for made in before if made.key == key), None)
    if made is None:
        return None
    connection.execute("DELETE FROM correction WHERE key = ?", (key,))
    _follow(connection, made, before, stored(connection))
    connection.execute("DELETE FROM effect WHERE correction = ?", (key,))
    return made


def _touched(
    connection: Connection, made: Correction, corrections: Sequence[Correction], rules: Rules
) -> set[int]:
    """Return the articles that a correction may be about, as the rules are and stand applied.

    These are the articles of its figures, of all that are or were part of them, and those that
    other corrections of these figures change.
    """
    asked = {rules.root(id_) for id_ in (made.figure, made.other) if id_ is not None}
    parts = {id_ for id_ in rules.parents if rules.root(id_) in asked}.union(
        asked, (id_ for id_ in (made.figure, made.other) if id_ is not None)
    )
    found = _keys(connection, _OF_ID, [made.article])
    found |= _keys(connection, _OF_EFFECT, [made.key])
    found |= _keys(connection, _OF_FIGURE, parts)
    near = [other for other in corrections if other.figure in parts or other.other in parts]
    found |= _keys(connection, _OF_EFFECT, [other.key for other in near])
    return found | _keys(connection, _OF_ID, [other.article for other in near])


def _keys(connection: Connection, query: str, values: Iterable[str | int | None]) -> set[int]:
    found: set[int] = set()
    for value in values:
        if value is not None:
            asked = storable(value) if isinstance(value, str) else value
            found.update(key for (key,) in connection.execute(query, (asked,)))
    return found


def _follow(
    connection: Connection,
    made: Correction,
    before: Sequence[Correction],
    after: Sequence[Correction],
) -> None:
    """Let names and people follow from the corrections `after` one was made or taken back."""
    rules = replayed(after)
    articles = _touched(connection, made, before, replayed(before))
    articles |= _touched(connection, made, after, rules)
    choose_names(connection, rules)
    with Writer(connection, rules) as writer:
        for key in sorted(articles):
            place, body = connection.execute(_BODY, (key,)).fetchone()
            try:
                article = decode(body)
            except ValueError:
                continue  # What cannot be read keeps the people it had.
            writer.derive(key, place, article)
    connection.execute(REVISED)


def choose_names(connection: Connection, rules: Rules) -> None:
    """Let the names that were chosen, and those figures are found by, follow from the rules."""
    before = set(connection.execute(_CHOSEN).fetchall())
    connection.execute("DELETE FROM chosen_name")
    names = [(storable(figure), shown(name)) for figure, name in rules.names.items()]
    connection.executemany("INSERT INTO chosen_name VALUES (?, ?)", names)
    connection.execute("DELETE FROM known_as")
    connection.executemany("INSERT OR IGNORE INTO known_as VALUES (?, ?)", _known_as(rules))
    changed = before.symmetric_difference(names)
    figures = [connection.execute(_FIGURE, (figure,)).fetchone() for figure, _ in changed]
    connection.executemany(RENAME, [figure for figure in figures if figure is not None])


def _known_as(rules: Rules) -> Sequence[tuple[str, str]]:
    """Return the folded names that figures are found by beside those in their ids."""
    chosen = [(figure, folded_name(name)) for figure, name in rules.names.items()]
    merged = [(rules.root(part), part.partition("@")[0]) for part in rules.parents]
    return [(figure, folded) for figure, folded in (*chosen, *merged) if folded]
