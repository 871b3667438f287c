"""Which people of several articles are one figure: those who share a full name, and no others.

A full name has two name tokens or more; case, accents, hyphens and apostrophes do not tell names
apart. Someone known by one token, a surname above all, is a figure of that article alone, for
nothing says that the Kim of one article is the Kim of another. No form is guessed from another.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain
from typing import Final

from tui.identity import words
from tui.library.text import storable
from tui.model import Article

LONGEST_NAME: Final = 120
"""Code points of a folded name; what is longer is no name and never links articles."""

_REMEMBERED: Final = 8_192
"""Names whose folding is remembered: those of a few hundred articles."""

_PARTICLES: Final = {
    "fr": ("d", "de", "du", "des", "la", "le", "les", "l"),
    "nl": ("van", "de", "den", "der", "ten", "ter", "het", "t", "op"),
    "de": ("von", "vom", "zu", "zum", "zur"),
    "it": ("da", "di", "del", "della", "delle", "degli", "dei", "dalla", "dal", "lo", "li"),
    "es": ("de", "del", "la", "los", "las", "y"),
    "pt": ("da", "do", "dos", "das", "e"),
    "ar": ("al", "el", "bin", "ibn", "bint", "abu", "ould"),
    "he": ("bar",),
}
"""What stands before a surname, by language (after IFLA, "Names of Persons: National Usages for
Entry in Catalogues"); "ben" is left out, being a given name far more often."""

_TITLES: Final = {
    "fr": ("m", "mm", "mme", "mmes", "mlle", "dr", "pr", "mgr"),
    "en": ("mr", "mrs", "ms", "miss", "dr", "prof", "sir", "lord", "lady", "dame", "rev"),
    "de": ("herr", "frau"),
    "es": ("sr", "sra", "don", "dona"),
    "it": ("sig",),
}
"""Forms of address that stand before a name and are no part of it, by language."""

_SUFFIXES: Final = ("jr", "sr", "junior", "senior", "ii", "iii", "iv")
"""What tells a son from a father: part of the name, but no name token."""

TITLES: Final = frozenset(chain.from_iterable(_TITLES.values()))
NO_TOKENS: Final = TITLES.union(_SUFFIXES, *_PARTICLES.values())
"""Words that make no full name of a surname: "Le Pen", "de Gaulle", "Mme Kim", "Kim Jr"."""


@dataclass(frozen=True, slots=True)
class Named:
    """A figure as one article has it, ready to be stored."""

    id: str
    name: str
    mentions: int
    roles: tuple[str, ...]
    said: int = 0
    """Quotes of the article that the figure says."""


def figure_ids(article: Article) -> tuple[str, ...]:
    """Return the figure that each of `Article.people` is, as nothing but their names tell it."""
    namesakes: Counter[str] = Counter()
    ids = []
    for person in article.people:
        folded = folded_name(person.name)
        if is_full(person.name):
            ids.append(folded)
        else:
            namesakes[folded] += 1
            ids.append(local_id(folded, article.id, namesakes[folded]))
    return tuple(ids)


def named(article: Article, ids: Sequence[str] | None = None) -> tuple[Named, ...]:
    """Return the figures of an article, one for each id, in the order of `Article.people`.

    `ids` are those of its people, where they are not what their names tell.
    """
    met: dict[str, Named] = {}
    said = Counter(quote.speaker for quote in article.quotes)
    people = zip(article.people, figure_ids(article) if ids is None else ids, strict=True)
    for person, id_ in people:
        spoken = said[person.name]
        entry = Named(id_, person.name, len(person.mentions), person.roles, spoken)
        met[id_] = _merged(met[id_], entry) if id_ in met else entry
    return tuple(met.values())


def id_of(name: str, article_id: str) -> str:
    """Return the id of somebody whom an article calls `name` and nobody else of it."""
    folded = folded_name(name)
    return folded if is_full(name) else local_id(folded, article_id)


@lru_cache(maxsize=_REMEMBERED)
def folded_name(name: str) -> str:
    """Return the words of `name`, folded, without the title before them."""
    tokens = _without_title(words(name[: 4 * LONGEST_NAME]))
    return " ".join(tokens)


@lru_cache(maxsize=_REMEMBERED)
def is_full(name: str) -> bool:
    """Say whether `name` names one person: two name tokens, or one and two initials."""
    if len(name) > LONGEST_NAME:
        return False
    tokens = [" ".join(words(token)) for token in name.split()]
    whole = initials = 0
    for token in _without_title([token for token in tokens if token]):
        parts = token.split()
        letters = sum(map(_is_initial, parts))
        if letters == len(parts):
            initials += letters
        else:
            whole += any(not _is_initial(part) and part not in NO_TOKENS for part in parts)
    return whole >= 2 or (whole == 1 and initials >= 2)


def _without_title(tokens: list[str]) -> list[str]:
    """Drop the titles in front; what is nothing but titles is kept."""
    first = next((n for n, token in enumerate(tokens) if token not in TITLES), 0)
    return tokens[first:]


def _is_initial(part: str) -> bool:
    # A script without case (Chinese, Korean) writes whole names with one character.
    return len(part) == 1 and part.upper() != part


def local_id(folded: str, article_id: str, number: int = 1) -> str:
    """Return the id of a figure of one article alone: the `number`-th with this folded name."""
    ordinal = f".{number}" if number > 1 else ""
    return f"{folded[:LONGEST_NAME]}@{storable(article_id)}{ordinal}"


def _merged(one: Named, other: Named) -> Named:
    """Return one figure for two people of an article with the same full name."""
    roles = tuple(dict.fromkeys((*one.roles, *other.roles)))
    mentions, said = one.mentions + other.mentions, one.said + other.said
    return replace(one, mentions=mentions, roles=roles, said=said)
