"""The fields of the query language: one table for the grammar, completion and help.

Names are English; the French ones mean the same. A field of words takes words, quoted where they
are several; one of choices takes one of its values.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final, Literal


@dataclass(frozen=True, slots=True)
class Field:
    """One field and what is said of it."""

    name: str
    kind: Literal["words", "choice", "date", "sort"]
    english: str
    """What `field:value` means, "{}" standing for the value."""
    french: str
    aliases: tuple[str, ...] = ()
    choices: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Values, each with the words that mean it as well."""


def _choices(**values: str) -> Mapping[str, tuple[str, ...]]:
    return MappingProxyType({value: tuple(words.split()) for value, words in values.items()})


FIELDS: Final = (
    Field("person", "words", "naming {}", "où figure {}", ("personne", "figure")),
    Field("by", "words", "quoting {}", "citant {}", ("de", "par", "speaker")),
    Field("said", "words", "with {} in a quote", "avec {} dans une citation", ("dit",)),
    Field("title", "words", "with {} in the title", "avec {} dans le titre", ("titre",)),
    Field("text", "words", "with {} in the text", "avec {} dans le texte", ("texte",)),
    Field("author", "words", "with {} among its names", "avec {} parmi ses noms", ("auteur",)),
    Field("about", "words", "about {}", "sur {}", ("sujet",)),
    Field("tag", "words", "filed under {}", "classé sous {}", ("étiquette", "rubrique")),
    Field("site", "words", "from {}", "de {}", ("journal",)),
    Field("lang", "words", "in the language {}", "en langue {}", ("langue", "language")),
    Field(
        "is",
        "choice",
        "that is {}",
        "qui est {}",
        ("est",),
        _choices(
            unread="nonlu non-lu new",
            read="lu",
            starred="étoilé étoile star",
            highlighted="surligné highlight",
        ),
    ),
    Field(
        "has",
        "choice",
        "that has {}",
        "qui a des {}",
        ("a",),
        _choices(quotes="citations quote", people="personnes person", notes="note"),
    ),
    Field("date", "date", "from {}", "{}", ("le", "published")),
    Field(
        "sort",
        "sort",
        "{} first",
        "d'abord {}",
        ("tri", "order"),
        _choices(newest="récent récents -date", oldest="ancien anciens date"),
    ),
)
"""All fields, in the order of help."""

BY_NAME: Final[Mapping[str, Field]] = MappingProxyType(
    {name: each for each in FIELDS for name in (each.name, *each.aliases)}
)
"""Fields by their names and aliases, in lower case."""
