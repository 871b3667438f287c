"""Who appears in which article, as a batch of articles is written: figures, their forms and counts.

What follows from appearances (how many articles name a figure, and in which form of its name) is
added up and written once for the batch, for a frequent figure stands in many of its articles.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from sqlite3 import Connection, Cursor
from typing import Final

import orjson

from tui.library.text import shown

_FIND: Final = "SELECT key, name FROM figure WHERE id = ?"
_FIND_ALL: Final = "SELECT id, key, name FROM figure WHERE id IN (SELECT value FROM json_each(?))"
_FIGURE: Final = "INSERT INTO figure (id, name, articles, mentions) VALUES (?, ?, 0, 0)"
_COUNT: Final = "UPDATE figure SET articles = articles + ?, mentions = mentions + ? WHERE key = ?"
_FORM: Final = """
    INSERT INTO form VALUES (?, ?, ?)
    ON CONFLICT (figure, name) DO UPDATE SET articles = articles + excluded.articles
"""
_APPEARANCE: Final = """
    INSERT INTO appearance (article, figure, sort, mentions, name, roles, said)
    VALUES (?, ?, ?, ?, ?, ?, ?)
"""
RENAME: Final = """
    UPDATE figure SET name = coalesce(
        (SELECT c.name FROM chosen_name AS c WHERE c.figure = figure.id),
        (SELECT form.name FROM form WHERE form.figure = figure.key
            ORDER BY form.articles DESC, form.name DESC LIMIT 1)
    ) WHERE key = ?
"""
"""A figure's name: the one that was chosen, else the form that most articles have."""
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

Appearing = tuple[int, int, str, str | None, int]
"""What `appearance` holds of a figure: sort, mentions, name, roles, quotes said."""


class Cast:
    """The figures of a batch. Between `flush` and the next `add` the tables say what is so."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._known: dict[str, tuple[int, str]] = {}
        self._appearances: list[tuple[int, int, *Appearing]] = []
        self._mentions: defaultdict[int, list[int]] = defaultdict(list)
        self._forms: Counter[tuple[int, str]] = Counter()
        self._renamed: set[int] = set()
        self._gone: list[int] = []

    def expect(self, ids: Iterable[str]) -> None:
        """Look up figures that are going to be added, all at once."""
        wanted = orjson.dumps(sorted(set(ids) - self._known.keys())).decode()
        found = self._connection.execute(_FIND_ALL, (wanted,)).fetchall()
        self._known |= {id_: (key, name) for id_, key, name in found}

    def add(self, article: int, id_: str, columns: Appearing, chosen: str | None) -> int:
        """Let a figure appear, whose name was `chosen` by hand or not, and return its key."""
        _, mentions, name, *_ = columns
        key, current = self._figure(id_, name)
        self._appearances.append((article, key, *columns))
        self._mentions[key].append(mentions)
        self._forms[key, name] += 1
        if current != (name if chosen is None else shown(chosen)):
            self._renamed.add(key)
        return key

    def forget(self, article: int, figures: list[int]) -> None:
        """Take figures out of an article that has been written; `sweep` does the rest."""
        self._gone += figures
        for figure in figures:
            for statement in _FORGET:
                self._connection.execute(statement, (article, figure))

    def sweep(self) -> None:
        """Drop forms and figures that no article has any more, and name the others anew."""
        self.flush()
        keys = [(figure,) for figure in self._gone]
        self._gone.clear()
        self._connection.executemany("DELETE FROM form WHERE figure = ? AND articles = 0", keys)
        self._connection.executemany("DELETE FROM figure WHERE key = ? AND articles = 0", keys)
        self._connection.executemany(RENAME, keys)
        self._known.clear()

    def flush(self) -> None:
        """Write what has been added up."""
        counts = [(len(each), sum(each), key) for key, each in sorted(self._mentions.items())]
        forms = [(*form, count) for form, count in self._forms.items()]
        self._connection.executemany(_APPEARANCE, self._appearances)
        self._connection.executemany(_COUNT, counts)
        self._connection.executemany(_FORM, sorted(forms))
        self._connection.executemany(RENAME, [(key,) for key in sorted(self._renamed)])
        for pending in (self._appearances, self._mentions, self._forms, self._renamed):
            pending.clear()

    def _figure(self, id_: str, name: str) -> tuple[int, str]:
        """Return a figure's key, and its name as the batch found it."""
        known = self._known.get(id_)
        if known is None:
            found = self._connection.execute(_FIND, (id_,)).fetchone()
            if found is None:
                found = (new_key(self._connection.execute(_FIGURE, (id_, name))), name)
            known = self._known[id_] = found
        return known


def new_key(inserted: Cursor) -> int:
    """Return the key of the row that was inserted."""
    key = inserted.lastrowid
    if key is None:
        raise RuntimeError("nothing was inserted")
    return key
