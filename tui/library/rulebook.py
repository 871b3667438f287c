"""The user's corrections as the database holds them, and what all of them come to."""

from sqlite3 import Connection
from threading import Lock
from typing import Final

from tui.library.corrections import Correction, Kept, Rules, replayed

_COLUMNS: Final = "kind, figure, name, other, other_name, article, words, ordinal, key"
_ALL: Final = f"SELECT {_COLUMNS} FROM correction ORDER BY key"  # noqa: S608
_EFFECTS: Final = "SELECT correction, count(*) FROM effect GROUP BY correction"
_STATE: Final = "SELECT count(*), max(key), (SELECT revision FROM tally) FROM correction"


class Rulebook:
    """The rules in force, replayed anew when a correction was made or taken back."""

    def __init__(self) -> None:
        self._held: tuple[tuple[int | None, ...], Rules] = ((), Rules())
        self._lock = Lock()

    def rules(self, connection: Connection) -> Rules:
        """Return what all corrections of the library come to."""
        found: tuple[int | None, ...] = connection.execute(_STATE).fetchone()
        with self._lock:
            state, held = self._held
        if state == found:
            return held
        rules = replayed(stored(connection))
        with self._lock:
            self._held = (found, rules)
        return rules


def stored(connection: Connection) -> list[Correction]:
    """Return all corrections, oldest first."""
    return [Correction(*columns) for columns in connection.execute(_ALL).fetchall()]


def kept(connection: Connection, rules: Rules) -> list[Kept]:
    """Return all corrections, oldest first, each with what has become of it."""
    effects = dict(connection.execute(_EFFECTS).fetchall())
    return [
        Kept(made, effects.get(made.key, 0), made.key in rules.overruled)
        for made in stored(connection)
    ]
