"""The beginnings of articles' ids: what a shell prints and takes in their place."""

from collections.abc import Sequence
from sqlite3 import Connection
from typing import Final

SHORTEST_ID: Final = 8
"""Code points of an article's id that are told at least."""

_BEGINNING: Final = """
    SELECT id FROM article WHERE id >= ?1 AND id < ?1 || char(1114111) ORDER BY id LIMIT ?2
"""
_BESIDE: Final = """
    SELECT (SELECT max(id) FROM article WHERE id < ?), (SELECT min(id) FROM article WHERE id > ?)
"""


def beginning(connection: Connection, start: str, limit: int) -> Sequence[str]:
    """Return ids that begin with `start`, at most `limit`; one that is `start` comes alone."""
    found = connection.execute(_BEGINNING, (start, limit)).fetchall()
    ids = [id_ for (id_,) in found]
    return ids[:1] if start in ids else ids


def shortest(connection: Connection, wanted: str) -> str:
    """Return the beginning of an id that no other article's has."""
    beside = connection.execute(_BESIDE, (wanted, wanted)).fetchone()
    length = SHORTEST_ID
    while length < len(wanted) and any(
        other and other.startswith(wanted[:length]) for other in beside
    ):
        length += 1
    return wanted[:length]
