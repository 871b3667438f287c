"""Whose words a document speaks: "her statement read", "Roe's letter said", "a post by Roe said".

What a person writes or has sent out speaks for that person; a document without an author stays what
it is, a thing. The nouns stand in the tables of each language.
"""

from collections.abc import Mapping
from types import MappingProxyType

from tui.enrich.lexicon import Gender, Grammar
from tui.enrich.sentences import Sentence

OWNERS: Mapping[str, Gender] = MappingProxyType({"his": "m", "her": "f"})
"""Possessive pronouns of a person, with the gender of the owner."""
_FROM = frozenset({"from", "by"})
_ADJECTIVES = 2
"""Words that may stand between the owner and the noun: "her emailed press release"."""
_READS = frozenset({"read", "reads"})


def document_reads(sentence: Sentence, at: int, grammar: Grammar) -> bool:
    """Whether the verb at `at` tells what a document says: "the letter reads"."""
    return at > 0 and sentence[at].lower in _READS and sentence[at - 1].lower in grammar.documents


def owner(sentence: Sentence, noun: int, grammar: Grammar) -> tuple[int, Gender | None] | None:
    """Return the item that names the author of the document at `noun`.

    With it comes the gender where the item is a possessive pronoun, None where it is a name; the
    whole answer is None where no author is named.
    """
    if sentence[noun].lower not in grammar.documents:
        return None
    look = noun + 1
    if look + 1 < len(sentence) and sentence[look].lower in _FROM:
        look += 1
        while look < len(sentence) - 1 and _glued(sentence, look, grammar):
            look += 1
        owned = look + 1 < len(sentence) and sentence[look + 1].lower in ("'s", "’s")
        return (look, None) if sentence[look].kind == "name" and not owned else None
    for at in range(noun - 1, max(-1, noun - 2 - _ADJECTIVES), -1):
        item = sentence[at]
        if item.lower in OWNERS:
            return at, OWNERS[item.lower]
        if item.lower in ("'s", "’s"):
            return (at - 1, None) if at and sentence[at - 1].kind == "name" else None
        if item.kind != "word" or item.lower in grammar.determiners | grammar.prepositions:
            return None
    return None


def _glued(sentence: Sentence, at: int, grammar: Grammar) -> bool:
    item = sentence[at]
    title = item.lower in grammar.titles or item.lower in grammar.roles
    return item.kind == "word" and (title or item.lower in grammar.role_modifiers or item.capital)
