"""What belongs together, worked out once when articles have come in: `broadsheet add` does it.

Two articles belong together by the figures both name, as `tui.library.related` weighs them, and by
the rare words both have: those of an article's words that stand in it often and in few others
(tf-idf: Salton and Buckley, "Term-weighting approaches in automatic text retrieval", 1988). How
rare a word is comes from the index itself, where few articles have it; a sample of the library
tells beforehand which words are not worth asking about. What is found is stored for both.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import log
from sqlite3 import Connection
from typing import Final

from tui.library.codec import decode
from tui.library.indexing import searchable
from tui.library.interface import Progress
from tui.library.related import MOST_SHARING, sharing
from tui.library.rows import keys_at, marks
from tui.model import Article

BATCH: Final = 25
"""Articles that are done in one transaction: about a tenth of a second."""

_SAMPLE: Final = 400
"""Articles that tell how frequent words are."""

_TERMS: Final = 8
"""Words of an article that are looked for in others."""

_WIDELY: Final = 200
"""Articles from which on a word says little."""

_APPEARANCES: Final = 2_000
"""Appearances of figures that are weighed for an article, the rarest figures' first."""

_SHORTEST: Final = 5
"""Letters of a word that is looked for."""

_LONGEST_TEXT: Final = 40_000
"""Code points whose words are counted."""

_TOGETHER: Final = 3
"""Words that two articles share which name nobody in common, at least."""

_KEPT: Final = 12
"""What is stored of an article's relations; the best of them are shown."""

_WORD: Final = re.compile(r"[^\W\d_]+")

_QUEUE: Final = "SELECT article FROM unrelated ORDER BY article LIMIT ?"
_WAITING: Final = "SELECT count(*) FROM unrelated"
_DONE: Final = "DELETE FROM unrelated WHERE article = ?"
_BODY: Final = """
    SELECT a.sort, d.body FROM article AS a JOIN document AS d ON d.article = a.key WHERE a.key = ?
"""
_HAVING: Final = "SELECT rowid FROM article_text WHERE article_text MATCH ? ORDER BY rowid LIMIT ?"
_STORE: Final = """
    INSERT INTO relation VALUES (?, ?, ?, ?) ON CONFLICT (article, target) DO UPDATE
    SET weight = excluded.weight, why = excluded.why WHERE excluded.weight > relation.weight
"""
_TRIM: Final = """
    DELETE FROM relation WHERE article = ?1 AND target NOT IN
        (SELECT target FROM relation WHERE article = ?1 ORDER BY weight DESC LIMIT ?2)
"""


class Relating:
    """Goes through the articles that have come in, a batch at a time."""

    def __init__(self, connection: Connection) -> None:
        """Look at the library that a first connection shows."""
        (self.total,) = connection.execute(_WAITING).fetchone()
        self.done = 0
        self._frequent = _frequent(connection) if self.total else Counter[str]()

    def batch(self, connection: Connection) -> Progress | None:
        """Store what belongs to the next articles, in a transaction; None where all is done."""
        keys = [key for (key,) in connection.execute(_QUEUE, (BATCH,))]
        if not keys:
            return None
        for key in keys:
            self._relate(connection, key)
        self.done += len(keys)
        return Progress(self.done, max(self.total, self.done))

    def _relate(self, connection: Connection, key: int) -> None:
        connection.execute(_DONE, (key,))
        place, body = connection.execute(_BODY, (key,)).fetchone()
        try:
            article = decode(body)
        except ValueError:
            return  # A damaged article has the relations that others have to it.
        (articles,) = connection.execute("SELECT articles FROM tally").fetchone()
        terms = _terms(article, self._frequent)
        common = _Common(connection, articles)
        for term in terms:
            common.look_for(term, place)
        found = common.weighed(sharing(connection, key, _APPEARANCES), key)
        best = sorted(found, key=lambda each: (-each.weight, each.article))[:_KEPT]
        for each in best:
            connection.execute(_STORE, (key, each.article, each.weight, each.words))
            connection.execute(_STORE, (each.article, key, each.weight, each.words))
            connection.execute(_TRIM, (each.article, _KEPT))


@dataclass(frozen=True, slots=True)
class _Relation:
    article: int
    weight: float
    words: str


class _Common:
    """The rare words that other articles have in common with one."""

    def __init__(self, connection: Connection, articles: int) -> None:
        self._connection = connection
        self._articles = articles
        self._weights: defaultdict[int, float] = defaultdict(float)
        self._words: defaultdict[int, list[str]] = defaultdict(list)

    def look_for(self, term: str, place: int) -> None:
        """Find who else has a word, unless very many have it."""
        rows = self._connection.execute(_HAVING, (f'"{term}"', _WIDELY + 1)).fetchall()
        if len(rows) > _WIDELY:
            return
        weight = log(1 + self._articles / max(1, len(rows)))
        for (other,) in rows:
            if other != place:
                self._weights[other] += weight
                self._words[other].append(term)

    def weighed(self, shared: Mapping[int, float], own: int) -> Iterator[_Relation]:
        """Yield what is related by words, by figures whose weight is given, or by both."""
        places = [place for place, its in self._words.items() if len(its) >= _TOGETHER]
        by_key: dict[int, int] = {}
        for start in range(0, len(places), 500):
            chunk = places[start : start + 500]
            by_key.update(zip(keys_at(self._connection, chunk), chunk, strict=True))
        for key in (by_key.keys() | shared.keys()) - {own}:
            place = by_key.get(key)
            its = [] if place is None else self._words[place]
            weight = shared.get(key, 0.0) + (0.0 if place is None else self._weights[place])
            yield _Relation(key, weight, " ".join(its[:MOST_SHARING]))


def _frequent(connection: Connection) -> Counter[str]:
    """Count in how many articles of a sample each word stands."""
    (last,) = connection.execute("SELECT max(key) FROM article").fetchone()
    step = max(1, last // _SAMPLE)
    found: Counter[str] = Counter()
    keys = range(1, last + 1, step)[:_SAMPLE]
    query = f"SELECT body FROM document WHERE article IN ({marks(keys)})"  # noqa: S608
    for (body,) in connection.execute(query, keys):
        try:
            found.update(set(_words(decode(body).text)))
        except ValueError:
            continue  # A damaged article counts for nothing.
    return found


def _words(text: str) -> list[str]:
    return _WORD.findall(searchable(text[:_LONGEST_TEXT]).casefold())


def _terms(article: Article, frequent: Counter[str]) -> list[str]:
    """Return the words of an article that are worth looking for in others, best first."""
    names = (name for person in article.people for name in (person.name, *person.aliases))
    named = {word for name in names for word in _words(name)}
    counts = Counter(_words(article.text))
    titled = set(_words(article.title))
    weights = {
        word: (count + 2 * (word in titled)) / (1 + frequent[word])
        for word, count in counts.items()
        if len(word) >= _SHORTEST and (count > 1 or word in titled) and word not in named
    }
    return sorted(weights, key=lambda word: (-weights[word], word))[:_TERMS]
