"""An article cut into blocks of tokens, read with one grammar.

Made once per article and shared by every step; blocks that are not prose (preformatted text,
tables) stay empty. Bylines and picture credits that stand as blocks of their own are marked,
because who only signs is not mentioned.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tui.enrich.folding import fold
from tui.enrich.language import grammar_language
from tui.enrich.lexicon import Grammar, grammar
from tui.enrich.tokens import Token, tokenize
from tui.model import Article, Block

_BYLINE = re.compile(
    r"(?:by|par|von|de|photo|photos|crédit|credit|written by|propos recueillis par)\b[\s:]",
    re.IGNORECASE,
)
"""How a byline or a credit opens in the press of several languages; from general knowledge."""
_AGENCY = re.compile(r"\b(?:AFP|AP|Reuters|Press|News|Presse|Staff|Contributor|Rédaction)\b")
_BYLINE_LENGTH = 90
_NOTE_LENGTH = 300
_SAMPLE = 20
"""Words at the beginning of each passage that are looked at for the language."""
_ENOUGH, _SMALL_SHARE = 100, 0.12
"""Words that say which language it is, and the share of small ones; measured, at least a fifth is
usual in French and English, a twentieth in others read with their grammar."""


@dataclass(frozen=True, slots=True)
class Passage:
    """One block with its tokens."""

    block: Block
    tokens: tuple[Token, ...]
    signature: bool
    """It only says who wrote or photographed."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The passages of an article and the grammar to read them with."""

    text: str
    passages: tuple[Passage, ...]
    grammar: Grammar
    language: str
    """Whose grammar it is: "fr" or "en"."""
    lower_words: frozenset[str]
    """Folded words that stand somewhere in lower case."""
    foreign: bool
    """It is neither in French nor in English, by its tag or by its small words."""


def read_sheet(article: Article) -> Sheet:
    """Cut `article` into passages; a text without blocks is one paragraph."""
    text = article.text
    blocks = article.blocks or (Block("paragraph", 0, len(text)),)
    authors = frozenset(fold(name) for name in article.authors)
    passages = tuple(_passage(text, block, authors) for block in blocks)
    passages = _without_author_note(text, passages, article.authors)
    language = grammar_language(article.language, text)
    spoken = grammar(language)
    lower_words = {t.lower for p in passages for t in p.tokens if t.text[0].islower()}
    return Sheet(
        text=text,
        passages=passages,
        grammar=spoken,
        language=language,
        lower_words=frozenset(fold(word) for word in lower_words),
        foreign=_foreign(article.language, passages, spoken),
    )


def _foreign(tag: str | None, passages: Sequence[Passage], spoken: Grammar) -> bool:
    """Whether the tag names another language, or too few words are small ones of `spoken`."""
    if tag and not tag.lower().startswith(("fr", "en")):
        return True
    sample = [t.lower for p in passages for t in p.tokens[:_SAMPLE] if t.text[0].isalpha()]
    small = sum(
        word in spoken.determiners or word in spoken.prepositions or word in spoken.auxiliaries
        for word in sample
    )
    return len(sample) >= _ENOUGH and small < _SMALL_SHARE * len(sample)


def _without_author_note(
    text: str, passages: tuple[Passage, ...], authors: Sequence[str]
) -> tuple[Passage, ...]:
    """Mark a last line that only says who the author is: "Jane Roe is a columnist."."""
    last = next((n for n in reversed(range(len(passages))) if passages[n].tokens), 0)
    if not last or passages[last].block.kind not in ("paragraph", "caption"):
        return passages
    block = passages[last].block
    note = text[block.start : block.end]
    known = any(note.startswith(name) and name not in text[: block.start] for name in authors)
    if not known or len(note) > _NOTE_LENGTH:
        return passages
    return (*passages[:last], replace(passages[last], signature=True), *passages[last + 1 :])


def _passage(text: str, block: Block, authors: frozenset[str]) -> Passage:
    prose = block.kind not in ("preformatted", "table")
    tokens = tuple(tokenize(text, block.start, block.end)) if prose else ()
    return Passage(block, tokens, _signs(text[block.start : block.end], block, authors))


def _signs(words: str, block: Block, authors: frozenset[str]) -> bool:
    if block.kind in ("title", "caption") or len(words) > _BYLINE_LENGTH:
        return False
    line = words.strip()
    if fold(line) in authors:
        return True
    if line.endswith((".", "?", "!", ":")) or ("," in line and len(line.split()) > 9):
        return False
    short = len(line.split()) <= 9
    credited = bool(_BYLINE.match(line)) and line.count(" ") <= 8
    return short and (credited or (bool(_AGENCY.search(line)) and "," in line))
