"""The rows that lists show, by key, and which figures a query's ids mean.

SQL here repeats constant fragments, one `?` for each key; no value becomes part of a statement.
"""

from collections.abc import Sequence
from sqlite3 import Connection
from typing import Final

import orjson

from tui.library.interface import Appearance, Figure, Row

_APPEARANCES: Final = """
    SELECT f.id, f.name, f.articles, f.mentions, a.name, a.roles, a.mentions
    FROM appearance AS a JOIN figure AS f ON f.key = a.figure
    WHERE a.article = (SELECT key FROM article WHERE id = ?)
    ORDER BY a.mentions DESC, f.mentions DESC, f.key
"""


def marks(values: Sequence[object]) -> str:
    """Return as many placeholders as there are values."""
    return ",".join("?" * len(values))


def rows(connection: Connection, keys: Sequence[int], figures: Sequence[int]) -> list[Row]:
    """Return the articles behind `keys` in that order, with their mentions of `figures`."""
    found = connection.execute(
        "SELECT a.key, a.id, a.title, a.site, a.published, r.article, a.copies, s.article"  # noqa: S608
        " FROM article AS a LEFT JOIN star AS s ON s.article = a.key"
        f" LEFT JOIN reading AS r ON r.article = a.key WHERE a.key IN ({marks(keys)})",
        keys,
    )
    counts = _counts(connection, keys, figures) if figures else {}
    by_key = {
        key: Row(
            id_,
            title,
            site,
            published,
            read is not None,
            counts.get(key, 0),
            copies,
            star is not None,
        )
        for key, id_, title, site, published, read, copies, star in found
    }
    return [by_key[key] for key in keys]


def keys_at(connection: Connection, places: Sequence[int]) -> list[int]:
    """Return the keys of the articles at `places`, in that order; nothing for an empty place."""
    query = f"SELECT sort, key FROM article WHERE sort IN ({marks(places)})"  # noqa: S608
    keys = dict(connection.execute(query, places).fetchall())
    return [keys[place] for place in places if place in keys]


def _counts(connection: Connection, keys: Sequence[int], figures: Sequence[int]) -> dict[int, int]:
    return dict(
        connection.execute(
            "SELECT article, sum(mentions) FROM appearance"  # noqa: S608
            f" WHERE article IN ({marks(keys)}) AND figure IN ({marks(figures)})"
            " GROUP BY article",
            (*keys, *figures),
        ).fetchall()
    )


def figures_by_key(connection: Connection, keys: Sequence[int]) -> dict[int, Figure]:
    """Return the figures behind `keys`."""
    found = connection.execute(
        f"SELECT key, id, name, articles, mentions FROM figure WHERE key IN ({marks(keys)})",  # noqa: S608
        keys,
    )
    return {key: Figure(*columns) for key, *columns in found}


def appearances(connection: Connection, article_id: str) -> tuple[Appearance, ...]:
    """Return the figures that an article names, most mentioned first."""
    return tuple(
        Appearance(
            Figure(id_, name, articles, all_mentions),
            here,
            tuple(orjson.loads(roles)) if roles else (),
            mentions,
        )
        for id_, name, articles, all_mentions, here, roles, mentions in connection.execute(
            _APPEARANCES, (article_id,)
        ).fetchall()
    )
