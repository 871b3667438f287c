"""What a cue verb's subject is: a name, a pronoun, or a description with its noun and words.

A description is read backwards from the verb behind it, or forwards from its determiner where the
verb stands in front. Whom it means, `discourse` decides.
"""

from dataclasses import dataclass
from typing import Literal

from tui.enrich.folding import fold
from tui.enrich.lexicon import Gender, Grammar
from tui.enrich.sentences import Sentence

_DEFINITE = frozenset({"the", "le", "la", "l'", "ce", "cet", "cette", "this", "that"})


@dataclass(frozen=True, slots=True)
class Subject:
    """What a cue verb's subject is; `number` is a figure, `head` a description's noun."""

    kind: Literal["person", "pronoun", "description", "blocked"]
    at: int
    number: int = -1
    gender: Gender = "u"
    head: str = ""
    words: frozenset[str] = frozenset()
    definite: bool = False


def blocked(at: int) -> Subject:
    """Return the subject that is nobody: "they", "the commission"."""
    return Subject("blocked", at)


def hyphen(sentence: Sentence, at: int) -> bool:
    """Whether a mark joins the words around it: "40-year-old"."""
    item = sentence[at]
    joined = 0 < at < len(sentence) - 1 and sentence[at - 1].end == item.start
    return joined and item.lower in "-‐‑" and sentence[at + 1].start == item.end


def described_before(sentence: Sentence, determiner: int, end: int, grammar: Grammar) -> Subject:
    """Read a description that ends at item `end`; its last noun for a post is the head."""
    words = [item.lower for item in sentence[determiner + 1 : end + 1]]
    head = next((w for w in reversed(words) if w in grammar.roles), "")
    return Subject(
        "description",
        end,
        gender=_description_gender(sentence[determiner].lower, head, grammar),
        head=fold(head),
        words=frozenset(fold(w) for w in words if len(w) > 2 and w != head),
        definite=sentence[determiner].lower in _DEFINITE,
    )


def _description_gender(determiner: str, head: str, grammar: Grammar) -> Gender:
    by_determiner: dict[str, Gender] = {"la": "f", "le": "m", "une": "f", "un": "m", "cette": "f"}
    return by_determiner.get(determiner) or grammar.roles.get(head, "u")


def described_behind(sentence: Sentence, determiner: int, limit: int, grammar: Grammar) -> Subject:
    """Read "le patron de la FAF" forward from its determiner; the first noun is the head."""
    end = determiner
    while end + 1 < limit and end - determiner < 10:
        if sentence[end + 1].kind != "word" and not hyphen(sentence, end + 1):
            break
        word = sentence[end + 1].lower
        if word in grammar.relatives or word in grammar.auxiliaries:
            break
        end += 1
    words = [item.lower for item in sentence[determiner + 1 : end + 1]]
    head = next((w for w in words[:5] if w in grammar.roles), "")
    return Subject(
        "description",
        determiner,
        gender=_description_gender(sentence[determiner].lower, head, grammar),
        head=fold(head),
        words=frozenset(fold(w) for w in words if len(w) > 2 and w != head),
        definite=sentence[determiner].lower in _DEFINITE,
    )
