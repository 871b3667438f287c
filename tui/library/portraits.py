"""What the library knows of one figure, and of two: for a page of their own.

Everything is asked by the figure's key in the tables, so that nobody of a similar name comes in.
Quotes stand in documents and are yielded as these are read, newest first.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from sqlite3 import Connection
from typing import Final, NamedTuple

import orjson

from tui.library.connections import Connections
from tui.library.correcting import Corrected
from tui.library.corrections import Rules
from tui.library.figures import folded_name
from tui.library.interface import Figure, Said
from tui.library.rows import marks
from tui.library.text import storable

PAGE: Final = 32
"""Articles that are read in one go: a screen is filled by fewer."""
MOST_COMPANIONS: Final = 200
MOST_ROLES: Final = 12
MOST_SHARED: Final = 500
"""Articles in which both of two figures speak that are shown."""
NEWEST: Final = 12
"""Articles whose short forms of a name are collected."""

_FIGURE: Final = "SELECT key, id, name, articles, mentions FROM figure WHERE id = ?"
_MONTHS: Final = """
    SELECT coalesce(substr(a.published, 1, 7), ''), count(*), sum(p.mentions),
        sum(coalesce(p.said, 0))
    FROM appearance AS p JOIN article AS a ON a.key = p.article
    WHERE p.figure = ? GROUP BY 1 ORDER BY 1
"""
_COMPANIONS: Final = """
    SELECT f.id, f.name, f.articles, f.mentions, beside.n FROM (
        SELECT b.figure AS figure, count(*) AS n
        FROM appearance AS a JOIN appearance AS b ON b.article = a.article
        WHERE a.figure = ?1 AND b.figure <> ?1 GROUP BY b.figure
        ORDER BY n DESC, b.figure LIMIT ?2
    ) AS beside JOIN figure AS f ON f.key = beside.figure ORDER BY beside.n DESC, f.mentions DESC
"""
_FORMS: Final = """
    SELECT f.name, f.articles, (
        SELECT a.id FROM appearance AS p JOIN article AS a ON a.key = p.article
        WHERE p.figure = f.figure AND p.name = f.name ORDER BY p.sort LIMIT 1
    ) FROM form AS f WHERE f.figure = ? ORDER BY f.articles DESC, f.name
"""
_ROLES: Final = """
    SELECT roles FROM appearance WHERE figure = ? AND roles IS NOT NULL
    ORDER BY sort, article LIMIT 100
"""
_NAMING: Final = "SELECT article FROM appearance WHERE figure = ? ORDER BY sort, article"
_SPEAKING: Final = """
    SELECT article FROM appearance WHERE figure = ? AND said IS NOT 0 ORDER BY sort, article
"""
_BOTH: Final = """
    SELECT a.article, b.article, a.sort FROM appearance AS a
    JOIN appearance AS b ON b.article = a.article
    WHERE a.figure = ?1 AND b.figure = ?2 AND a.said > 0 AND b.said > 0
"""
_FOLLOWING: Final = """
    SELECT a.article, b.article, min(a.sort, b.sort) FROM appearance AS a
    JOIN relation AS r ON r.article = a.article
    JOIN appearance AS b ON b.article = r.target
    WHERE a.figure = ?1 AND b.figure = ?2 AND a.said > 0 AND b.said > 0
"""
_ON_ONE_STORY: Final = f"""
    SELECT * FROM ({_BOTH} UNION {_FOLLOWING}) ORDER BY 3, 1, 2 LIMIT ?3
"""  # noqa: S608

Read = Callable[[Connection, int], Corrected | None]
"""Reads an article by its key, corrected; None where it has gone or cannot be read."""


class Month(NamedTuple):
    """How much there is of a figure in one month."""

    month: str
    """YYYY-MM; "" for articles without a date."""
    articles: int
    mentions: int
    said: int
    """Quotes of theirs."""


class Companion(NamedTuple):
    """Somebody who stands in the same articles."""

    figure: Figure
    together: int
    """In how many."""


class NameForm(NamedTuple):
    """A way in which a figure is named, and why it is taken to be them."""

    name: str
    articles: int
    why: str
    """"same name", "by hand" where a correction says so, "short form" within an article."""
    article: str
    """The id of the newest article that has it."""


class Portrait(NamedTuple):
    """What lists and counts tell of one figure."""

    figure: Figure
    roles: tuple[str, ...]
    """What articles say they are, the newest first."""
    names: tuple[NameForm, ...]
    months: tuple[Month, ...]
    """Oldest first; months without an article are left out."""
    companions: tuple[Companion, ...]
    """Most articles together first."""


class Exchange(NamedTuple):
    """One story on which two figures speak, in one article or in two that belong together."""

    one: tuple[Said, ...]
    other: tuple[Said, ...]


class Portraits:
    """Answers what is asked of single figures; each question sees the library as it is then."""

    def __init__(
        self, connections: Connections, rules: Callable[[Connection], Rules], read: Read
    ) -> None:
        self._connections = connections
        self._rules = rules
        self._read = read

    def of(self, figure_id: str) -> Portrait | None:
        """Return what is known of a figure, or of the one it is merged into; None for nobody."""
        with self._connections.read() as connection:
            found = self._find(connection, figure_id)
            if found is None:
                return None
            key, figure = found
            months = connection.execute(_MONTHS, (key,)).fetchall()
            beside = connection.execute(_COMPANIONS, (key, MOST_COMPANIONS)).fetchall()
            return Portrait(
                figure,
                _roles(connection, key),
                self._names(connection, key, figure),
                tuple(Month(*month) for month in months),
                tuple(Companion(Figure(*columns), n) for *columns, n in beside),
            )

    def said(self, figure_id: str) -> Iterator[Said]:
        """Yield what a figure says, that of the newest article first."""
        for root, found in self._articles(figure_id, _SPEAKING):
            yield from spoken(found, root)

    def about(self, figure_id: str) -> Iterator[Said]:
        """Yield what others say in whose words the figure is named, the newest first."""
        for root, found in self._articles(figure_id, _NAMING):
            yield from about(found, root)

    def exchanges(self, one: str, other: str) -> Iterator[Exchange]:
        """Yield the stories on which both speak, the newest first."""
        with self._connections.read() as connection:
            first, second = self._find(connection, one), self._find(connection, other)
            if first is None or second is None or first == second:
                return
            values = (first[0], second[0], MOST_SHARED)
            stories = connection.execute(_ON_ONE_STORY, values).fetchall()
        ids = first[1].id, second[1].id
        for article, beside, _ in stories:
            with self._connections.read() as connection:
                pair = [self._read(connection, key) for key in (article, beside)]
            one_said, other_said = (
                () if found is None else tuple(spoken(found, id_))
                for found, id_ in zip(pair, ids, strict=True)
            )
            if one_said and other_said:
                yield Exchange(one_said, other_said)

    def corrected(self, article_ids: Iterable[str]) -> Iterator[Corrected]:
        """Yield articles with the figure of each of their people, but what cannot be read."""
        ids = iter(article_ids)
        while page := list(islice(ids, PAGE)):
            wanted = [storable(id_) for id_ in page]
            query = f"SELECT id, key FROM article WHERE id IN ({marks(wanted)})"  # noqa: S608
            with self._connections.read() as connection:
                keys = dict(connection.execute(query, wanted).fetchall())
                found = [self._read(connection, keys[id_]) for id_ in wanted if id_ in keys]
            yield from (each for each in found if each is not None)

    def _find(self, connection: Connection, figure_id: str) -> tuple[int, Figure] | None:
        root = self._rules(connection).root(figure_id)
        found = connection.execute(_FIGURE, (storable(root),)).fetchone()
        return None if found is None else (found[0], Figure(*found[1:]))

    def _articles(self, figure_id: str, statement: str) -> Iterator[tuple[str, Corrected]]:
        with self._connections.read() as connection:
            found = self._find(connection, figure_id)
            if found is None:
                return
            key, figure = found
            keys = [article for (article,) in connection.execute(statement, (key,))]
        for start in range(0, len(keys), PAGE):
            with self._connections.read() as connection:
                page = [self._read(connection, key) for key in keys[start : start + PAGE]]
            yield from ((figure.id, each) for each in page if each is not None)

    def _names(self, connection: Connection, key: int, figure: Figure) -> tuple[NameForm, ...]:
        forms = [
            NameForm(name, articles, _why(name, figure.id), article)
            for name, articles, article in connection.execute(_FORMS, (key,)).fetchall()
        ]
        written = {form.name for form in forms}
        short: Counter[str] = Counter()
        newest: dict[str, str] = {}
        keys = [article for (article,) in connection.execute(_NAMING, (key,)).fetchmany(NEWEST)]
        for found in filter(None, (self._read(connection, article) for article in keys)):
            for person, id_ in zip(found.article.people, found.figures, strict=True):
                if id_ == figure.id:
                    for alias in set(person.aliases) - written:
                        short[alias] += 1
                        newest.setdefault(alias, found.article.id)
        merged = self._rules(connection).parents
        for name, n in short.most_common():
            why = "by hand" if folded_name(name) in merged else "short form"
            forms.append(NameForm(name, n, why, newest[name]))
        return tuple(forms)


def spoken(found: Corrected, figure_id: str) -> Iterator[Said]:
    """Yield the quotes of an article that a figure says."""
    names = _names_of(found, figure_id)
    for number, quote in enumerate(found.article.quotes):
        if quote.speaker in names:
            yield Said(found.article, number, figure_id)


def about(found: Corrected, figure_id: str) -> Iterator[Said]:
    """Yield the quotes of others in whose words a figure is named."""
    article = found.article
    ids = dict(zip((person.name for person in article.people), found.figures, strict=True))
    mentions = [
        mention
        for person, id_ in zip(article.people, found.figures, strict=True)
        if id_ == figure_id
        for mention in person.mentions
    ]
    for number, quote in enumerate(article.quotes):
        speaker = None if quote.speaker is None else ids.get(quote.speaker)
        named = any(quote.start <= m.start and m.end <= quote.end for m in mentions)
        if named and speaker != figure_id:
            yield Said(article, number, speaker)


def _names_of(found: Corrected, figure_id: str) -> set[str]:
    people = zip(found.article.people, found.figures, strict=True)
    return {person.name for person, id_ in people if id_ == figure_id}


def _why(name: str, figure_id: str) -> str:
    local = figure_id.partition("@")[0]
    return "same name" if folded_name(name) in (figure_id, local) else "by hand"


def _roles(connection: Connection, key: int) -> tuple[str, ...]:
    found = (orjson.loads(roles) for (roles,) in connection.execute(_ROLES, (key,)))
    all_roles = tuple(dict.fromkeys(role for roles in found for role in roles))
    # "acting president" says nothing beside "acting president of the assembly".
    return tuple(role for role in all_roles if not any(role != r and role in r for r in all_roles))[
        :MOST_ROLES
    ]
