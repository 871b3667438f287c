"""What the reader remembers while reading on: who spoke last, who was named, who holds which post.

Turns a pronoun or a description into a figure of the cast, or into nobody where two fit. The memory
reaches back a few sentences only; older names are out of mind.
"""

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass

from tui.enrich.lexicon import Gender, Grammar
from tui.enrich.people import Cast
from tui.enrich.sentences import Sentence
from tui.enrich.subjects import Subject, is_modifier

_REACH = 8
"""Sentences a pronoun looks back."""
_PASSAGES = 3
"""Passages a pronoun looks back."""


@dataclass(frozen=True, slots=True)
class Heard:
    """The figures of one sentence, the most prominent first."""

    passage: int
    figures: tuple[int, ...]
    stranger: Gender | None = None
    """Gender of a subject that is a person without a name: "the referee"."""


class Discourse:
    """The memory of one reading of one article."""

    def __init__(self, cast: Cast, grammar: Grammar) -> None:
        self._cast = cast
        self._grammar = grammar
        self._heard: deque[Heard] = deque(maxlen=_REACH)
        self._topic: tuple[int, ...] = ()
        self._holders: dict[str, list[int]] = {}
        for number, member in enumerate(cast.members):
            for role in member.roles:
                for head in role.heads:
                    holders = self._holders.setdefault(head, [])
                    if number not in holders:
                        holders.append(number)

    def open_title(self, sentences: Iterable[Sentence]) -> None:
        """Remember whom the title names: a new section may speak of them at once."""
        named = (item.number for s in sentences for item in s if item.kind == "name")
        self._topic = tuple(dict.fromkeys(named))

    def open_section(self, passage: int) -> None:
        """Forget who was spoken of: behind a heading a pronoun means the title's figure."""
        self._heard.clear()
        if self._topic:
            self._heard.append(Heard(passage, self._topic))

    def hear(
        self,
        passage: int,
        prominent: Iterable[int | None],
        sentence: Sentence,
        stranger: Gender | None = None,
    ) -> None:
        """Remember a sentence: its speaker and subject first, then the names in order."""
        named = (item.number for item in sentence if item.kind == "name")
        order = [n for n in prominent if n is not None]
        figures = tuple(dict.fromkeys([*order, *named]))
        if figures or stranger:
            self._heard.append(Heard(passage, figures, stranger))

    def stranger(self, subject: Subject | None, sentence: Sentence) -> Gender | None:
        """Return the gender of a subject that is a person of no name: a post nobody here holds."""
        if subject is None or subject.kind != "description" or not subject.head:
            return None
        named = any(item.kind == "name" for item in sentence)
        held = subject.head in self._holders or subject.head in self._grammar.titles
        return None if named or held else subject.gender

    def resolve(self, subject: Subject | None, sentence: Sentence, passage: int) -> int | None:
        """Return the figure a subject stands for, or None."""
        if subject is None or subject.kind == "blocked":
            return None
        if subject.kind == "person":
            return subject.number
        if subject.kind == "pronoun":
            return self._pronoun(subject, sentence, passage)
        return self._holder(subject, passage)

    def _fits(self, figure: int, gender: Gender) -> bool:
        own = self._cast.members[figure].gender
        return own in ("u", gender) or gender == "u"

    def _pronoun(self, subject: Subject, sentence: Sentence, passage: int) -> int | None:
        here = [
            item.number
            for at, item in enumerate(sentence[: subject.at])
            if item.kind == "name" and self._prominent(sentence, at)
        ]
        for figure in here:
            if self._fits(figure, subject.gender):
                return figure
        oldest = passage - _PASSAGES
        for heard in reversed(self._heard):
            if heard.passage < oldest:
                return None
            if heard.stranger in ("u", subject.gender):
                oldest = heard.passage  # the stranger, or one named in that passage before
            fitting = [f for f in heard.figures if self._fits(f, subject.gender)]
            if fitting:
                return fitting[0]
        return None

    def _prominent(self, sentence: Sentence, at: int) -> bool:
        if is_modifier(sentence, at, self._grammar):
            return False
        if at == 0:
            return True
        if sentence[at - 1].lower in self._grammar.prepositions or at + 1 >= len(sentence):
            return False
        after = sentence[at + 1]
        if sentence[at - 1].lower == "," and after.lower == ",":
            return True
        closed = after.lower in self._grammar.prepositions | self._grammar.conjunctions
        return after.kind == "word" and not closed

    def _holder(self, subject: Subject, passage: int) -> int | None:
        if not subject.head or not subject.definite:
            return None
        holders = [n for n in self._holders.get(subject.head, []) if self._fits(n, subject.gender)]
        if subject.words:
            named = [n for n in holders if self._shares_words(n, subject)]
            return named[0] if len(named) == 1 else None
        if len(holders) == 1:
            return holders[0]
        for heard in reversed(self._heard):
            if passage - heard.passage > 1:
                return None
            recent = [n for n in heard.figures if n in holders]
            if recent:
                return recent[0] if len(recent) == 1 else None
        return None

    def _shares_words(self, figure: int, subject: Subject) -> bool:
        roles = self._cast.members[figure].roles
        return any(subject.head in role.heads and subject.words & role.words for role in roles)
