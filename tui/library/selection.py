"""Which articles a query means: those of its rarest figure, less what the other figures rule out.

A figure's articles are fetched as one string of numbers, which takes half the time of a row each.
Figures that very many more articles name are looked up article by article instead.
"""

from array import array
from collections.abc import Callable, Sequence
from functools import partial
from sqlite3 import Connection
from typing import Final

import orjson

from tui.library.copies import Leads, collapsed
from tui.library.interface import Query
from tui.library.order import ChosenOrder, FoundOrder, LeftOut, Order, WholeOrder, left_out
from tui.library.rows import marks
from tui.library.text import storable

_LOOK_UP: Final = 8
"""How many times more articles a figure must have for looking up to be quicker than fetching."""

_ORDERED: Final = """
    SELECT group_concat(sort), group_concat(article) FROM
        (SELECT sort, article FROM appearance WHERE figure = ? ORDER BY sort, article)
"""
_ARTICLES: Final = """
    SELECT group_concat(article) FROM
        (SELECT article FROM appearance AS a WHERE figure = ? {conditions} ORDER BY sort, article)
"""
_HAS: Final = """
    EXISTS (SELECT 1 FROM appearance AS b WHERE b.article = a.article AND b.figure = ?)
"""


Names = Callable[[Connection, str], Sequence[int]]
"""Finds the keys of the figures that a typed name means."""


def order_of(
    connection: Connection, query: Query, names: Names, leads: Leads, most: int | None = None
) -> tuple[Order, list[int]]:
    """Return the articles `query` means, and the keys of the figures it includes.

    Of a search, only the first `most`. Copies of an article that is meant as well are left out.
    """
    included, excluded = _figures(connection, query.include), _figures(connection, query.exclude)
    if len(included) < len(set(query.include)):
        return ChosenOrder(array("q")), []
    if query.searches:
        find = partial(places_of, query=query, names=names, leads=leads, most=most)
        return FoundOrder(find, connection), list(included)
    if included:
        keys = _chosen(connection, included, excluded)
        shown = collapsed(keys, leads.refresh(connection).keys)
        return ChosenOrder(array("q", shown)), list(included)
    return _whole(connection, excluded, leads), []


def places_of(
    connection: Connection,
    query: Query,
    names: Names,
    leads: Leads,
    most: int | None = None,
) -> Sequence[int]:
    """Return the places of the articles `query` means, in its order; the first `most` of them."""
    from tui.library.finding import Finder

    finder = Finder(connection, partial(names, connection))
    filtered = bool(query.include or query.exclude)
    places: Sequence[int] = finder.fetch(query.search, None if filtered else most)
    for ids, wanted in ((query.include, True), (query.exclude, False)):
        for figure in _figures(connection, ids):
            sorts, _ = connection.execute(_ORDERED, (figure,)).fetchone()
            theirs = frozenset(_numbers(sorts))
            places = [place for place in places if (place in theirs) == wanted]
    shown = collapsed(places, leads.refresh(connection).places)
    return shown if most is None else shown[:most]


def _figures(connection: Connection, ids: Sequence[str]) -> dict[int, int]:
    """Return the figures that are known, by key with the number of their articles, rarest first."""
    wanted = [storable(id_) for id_ in ids]
    query = f"SELECT key, articles FROM figure WHERE id IN ({marks(wanted)}) ORDER BY articles"  # noqa: S608
    return dict(connection.execute(query, wanted).fetchall())


def _chosen(
    connection: Connection, included: dict[int, int], excluded: dict[int, int]
) -> list[int]:
    """Return the articles of the rarest included figure that the other figures leave."""
    (rarest, count), *others = included.items()
    asked = [(key, articles, "AND") for key, articles in others]
    asked += [(key, articles, "AND NOT") for key, articles in excluded.items()]
    looked_up = [(key, word) for key, articles, word in asked if articles > _LOOK_UP * count]
    conditions = " ".join(word + _HAS for _, word in looked_up)
    keys = _articles(connection, rarest, conditions, [key for key, _ in looked_up])
    for key, articles, word in asked:
        if articles <= _LOOK_UP * count:
            theirs = frozenset(_articles(connection, key))
            keys = [article for article in keys if (article in theirs) == (word == "AND")]
    return keys


def _articles(
    connection: Connection, figure: int, conditions: str = "", figures: Sequence[int] = ()
) -> list[int]:
    query = _ARTICLES.format(conditions=conditions)
    (found,) = connection.execute(query, (figure, *figures)).fetchone()
    return _numbers(found)


def _numbers(joined: str | None) -> list[int]:
    numbers: list[int] = orjson.loads(f"[{joined or ''}]")
    return numbers


def _whole(connection: Connection, excluded: dict[int, int], leads: Leads) -> WholeOrder:
    total, last = connection.execute(
        "SELECT articles - copies, (SELECT coalesce(max(key), 0) FROM article) FROM tally"
    ).fetchone()
    parts = [_ordered(connection, figure) for figure in excluded]
    copies = leads.refresh(connection).keys if parts else {}
    if len(parts) == 1 and not copies:
        return WholeOrder(total, last, parts[0])
    pairs = set().union(*(zip(part.sorts, part.keys, strict=True) for part in parts))
    return WholeOrder(total, last, left_out(pair for pair in pairs if pair[1] not in copies))


def _ordered(connection: Connection, figure: int) -> LeftOut:
    sorts, articles = connection.execute(_ORDERED, (figure,)).fetchone()
    return LeftOut(_numbers(sorts), _numbers(articles))
