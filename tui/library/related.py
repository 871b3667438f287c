"""What belongs to an article, and why.

First its copies, then what its page leads to and what leads to it, then articles that name the same
figures or have the same rare words. A teaser is the article with its address, else the one article
with its title; two candidates are none.

What figures and words come to is looked up: `tui.library.relating` works it out. Where it has not
yet, the figures alone are weighed, by how rare they are (inverse document frequency), live and
quick whatever the size: past a budget, which the rarest figures use first, only a figure's newest
articles and those that stand well without it count.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from heapq import nsmallest
from math import log
from sqlite3 import Connection
from typing import Final, NamedTuple

from tui.library.interface import Related
from tui.library.rows import marks, rows
from tui.library.text import title_hash, title_words, url_hash
from tui.model import Article, Teaser

MOST_SHARING: Final = 10
"""Articles that share figures, at most."""

_BUDGET: Final = 5_000
"""Appearances that are weighed, rarest figures first: about three milliseconds."""

_SOME: Final = 200
"""Articles of a figure past the budget that are weighed even so."""

_SHORTEST_TITLE: Final = 3
"""Words; a shorter title ("Brèves") is the title of many pieces."""

_SHORTEST_CUT: Final = 4
"""Words before what may be a site's name; fewer may be a rubric ("Coupe du monde - Le résumé")."""

_LONGEST_TITLE: Final = 1_000
"""Code points in which a suffix is looked for."""

_BYLINE: Final = r"(?i) ?[,(|–—-] ?(?:par|by|von|por|di|door) [^,|]{1,80}$"
"""A writer's name after a title, as French, English, German, Spanish, Italian, Dutch write it."""

_SITE: Final = r" [|–—·•»-] [^|–—·•»]{1,60}$"
"""A site's or section's name after a title."""

_FIGURES: Final = """
    SELECT f.key, f.articles FROM appearance AS a JOIN figure AS f ON f.key = a.figure
    WHERE a.article = ? AND f.articles > 1 ORDER BY f.articles, a.mentions DESC, f.key
"""
_COPIES: Final = """
    SELECT key FROM article WHERE key <> ?1 AND (
        copy_of = ?1 OR key = (SELECT copy_of FROM article WHERE key = ?1)
        OR copy_of = (SELECT copy_of FROM article WHERE key = ?1)
    ) ORDER BY sort LIMIT 20
"""
_BACK: Final = """
    SELECT r.article FROM reference AS r JOIN article AS a ON a.key = r.article
    WHERE r.url_hash = ? AND r.article <> ? ORDER BY a.sort LIMIT ?
"""
_UNRELATED: Final = "SELECT 1 FROM unrelated WHERE article = ?"
_RELATIONS: Final = (
    "SELECT target, why FROM relation WHERE article = ? ORDER BY weight DESC, target"
)
_BOTH: Final = """
    SELECT f.name FROM appearance AS a JOIN appearance AS b ON b.figure = a.figure
    JOIN figure AS f ON f.key = a.figure WHERE a.article = ? AND b.article = ?
    ORDER BY f.articles, f.key LIMIT 4
"""
_ALL: Final = "SELECT article, sort FROM appearance WHERE figure = ?"


class _Weighed(NamedTuple):
    """A figure of the article in question, and what sharing it is worth."""

    key: int
    articles: int
    weight: float


@dataclass(slots=True)
class _Shares:
    """What other articles have in common with the one in question, as it is added up."""

    weights: defaultdict[int, float] = field(default_factory=lambda: defaultdict(float))
    """By article."""
    sorts: dict[int, int] = field(default_factory=dict)
    """By article."""

    def count(self, figure: _Weighed, articles: dict[int, int]) -> None:
        """Add a figure that is shared by `articles`, whose sort keys are given."""
        for article in articles:
            self.weights[article] += figure.weight
        self.sorts.update(articles)

    def best(self, count: int) -> list[int]:
        """Return the articles that share most; of those that share as much, the newest."""
        return nsmallest(count, self.weights, key=self._rank)

    def _rank(self, article: int) -> tuple[float, int, int]:
        return (-self.weights[article], self.sorts[article], article)


def related(connection: Connection, key: int, article: Article) -> list[Related]:
    """Return what belongs to `article`, which is stored as `key`."""
    targets = [teaser_target(connection, key, article, teaser) for teaser in article.teasers]
    copies = [other for (other,) in connection.execute(_COPIES, (key,))]
    back = _leading_here(connection, key, article)
    stored = _stored(connection, key)
    wanted = {*copies, *back, *(other for other, _ in stored)}
    wanted.update(target for target in targets if target is not None)
    ordered = sorted(wanted)
    found = dict(zip(ordered, rows(connection, ordered, ()), strict=True))
    shown = {key, *copies}
    listed = [Related(found[other].title, found[other], copy=True) for other in copies]
    for teaser, target in zip(article.teasers, targets, strict=True):
        if target is None or target not in copies:
            row = None if target is None else found[target]
            listed.append(Related(teaser.title, row, teaser))
            shown.update(() if target is None else (target,))
    for other in back:
        if other not in shown:
            shown.add(other)
            listed.append(Related(found[other].title, found[other], leads_here=True))
    rest = [(other, words) for other, words in stored if other not in shown][:MOST_SHARING]
    for other, words in rest:
        names = _shared(connection, key, other)
        row = found[other]
        listed.append(Related(row.title, row, shared=names, words=tuple(words.split())))
    return listed


def _leading_here(connection: Connection, key: int, article: Article) -> list[int]:
    """Return the newest articles whose page leads to `article`."""
    address = url_hash(article.url)
    if address is None:
        return []
    found = connection.execute(_BACK, (address, key, MOST_SHARING)).fetchall()
    return [other for (other,) in found]


def teaser_target(connection: Connection, key: int, article: Article, teaser: Teaser) -> int | None:
    """Return the key of the article that a teaser of `article` names, never that of its own."""
    address = url_hash(teaser.url, article.url)
    if address is not None:
        query = "SELECT key FROM article WHERE url_hash = ? ORDER BY key LIMIT 1"
        found = connection.execute(query, (address,)).fetchone()
        if found is not None:
            return None if found[0] == key else int(found[0])
    targets = (_titled(connection, key, article, title) for title in _titles(teaser.title))
    return next((target for target in targets if target is not None), None)


def _titles(title: str) -> Iterator[list[str]]:
    """Yield what a teaser's article may be called: the title, then without what may follow it."""
    whole = title_words(title)
    if len(whole) >= _SHORTEST_TITLE:
        yield whole
    line = " ".join(title[:_LONGEST_TITLE].split())
    for suffix, shortest in ((_BYLINE, _SHORTEST_TITLE), (_SITE, _SHORTEST_CUT)):
        cut = re.sub(suffix, "", line)
        words = title_words(cut)
        if cut != line and len(words) >= shortest:
            yield words
            line = cut


def _titled(connection: Connection, key: int, article: Article, title: list[str]) -> int | None:
    """Return the one other article with this title; of several, the one of the same site."""
    query = "SELECT key, site FROM article WHERE title_hash = ? LIMIT 50"
    found = connection.execute(query, (title_hash(title),)).fetchall()
    found = [(other, site) for other, site in found if other != key]
    if len(found) > 1:
        found = [(other, site) for other, site in found if site and site == article.site]
    return int(found[0][0]) if len(found) == 1 else None


def sharing(connection: Connection, key: int, budget: int = _BUDGET) -> dict[int, float]:
    """Return the articles that share most figures with `key`, with the weight of these.

    `budget` is how many appearances are weighed, the rarest figures' first.
    """
    shares = _shares(connection, _figures(connection, key), budget)
    shares.weights.pop(key, None)
    return {article: shares.weights[article] for article in shares.best(MOST_SHARING)}


def _stored(connection: Connection, key: int) -> list[tuple[int, str]]:
    """Return what was worked out for `key`, best first, with the words that both have."""
    if connection.execute(_UNRELATED, (key,)).fetchone():
        live = sharing(connection, key)
        return [(article, "") for article in sorted(live, key=lambda each: -live[each])]
    return connection.execute(_RELATIONS, (key,)).fetchall()


def _shared(connection: Connection, key: int, other: int) -> tuple[str, ...]:
    """Return the names of the figures that two articles have, rarest first."""
    return tuple(name for (name,) in connection.execute(_BOTH, (key, other)))


def _figures(connection: Connection, key: int) -> list[_Weighed]:
    """Return the figures that an article shares with others, rarest first."""
    (total,) = connection.execute("SELECT articles FROM tally").fetchone()
    found = connection.execute(_FIGURES, (key,))
    return [_Weighed(figure, df, log(1 + total / df)) for figure, df in found]


def _shares(connection: Connection, figures: Sequence[_Weighed], budget: int) -> _Shares:
    """Return what other articles share; of very many, those that can be among the best."""
    shares, left = _Shares(), budget
    for figure in figures:
        left -= figure.articles
        if left >= 0:
            shares.count(figure, dict(connection.execute(_ALL, (figure.key,)).fetchall()))
        else:
            shares.count(figure, _some(connection, figure, shares.best(_SOME)))
    return shares


def _some(connection: Connection, figure: _Weighed, known: Sequence[int]) -> dict[int, int]:
    """Return a frequent figure's newest articles, and those of `known` that are among its own."""
    among = connection.execute(f"{_ALL} AND article IN ({marks(known)})", (figure.key, *known))
    newest = connection.execute(f"{_ALL} ORDER BY sort, article LIMIT ?", (figure.key, _SOME))
    return dict([*among, *newest])
