"""What the reader remembers while reading on: who spoke last, who was named, who holds which post.

Turns a pronoun or a description into a figure of the cast, or into nobody where two fit. The memory
reaches back a few sentences only; older names are out of mind.
"""

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from tui.enrich.descriptions import LAST_NAMED, Subject
from tui.enrich.folding import fold
from tui.enrich.lexicon import Gender, Grammar
from tui.enrich.people import Cast
from tui.enrich.sentences import Sentence
from tui.enrich.subjects import is_modifier, main_subject

_REACH = 8
"""Sentences a pronoun looks back."""
_LAST_NAMED = frozenset(fold(word) for word in LAST_NAMED)
_PASSAGES = 3
"""Passages a pronoun looks back."""
_AGED = "year-old"
"""What is left of an age in front of a noun: "the 40-year-old"."""


@dataclass(frozen=True, slots=True)
class Heard:
    """The figures of one sentence, the most prominent first."""

    passage: int
    figures: tuple[int, ...]
    stranger: Gender | None = None
    """Gender of a subject that is a person without a name: "the referee"."""
    bare: bool = False
    """The stranger is no person by a post: a body, a paper, one of the public."""


class Discourse:
    """The memory of one reading of one article."""

    def __init__(self, cast: Cast, grammar: Grammar) -> None:
        self._cast = cast
        self._grammar = grammar
        self._heard: deque[Heard] = deque(maxlen=_REACH)
        self._topic: tuple[int, ...] = ()
        self._voices: dict[int, None] = {}
        self._holders: dict[str, list[int]] = {}
        self._wider: dict[str, list[int]] = {}
        """Who holds a narrower post than the noun says: the mayor is an "élu"."""
        for number, member in enumerate(cast.members):
            for role in member.roles:
                for head in role.heads:
                    _add(self._holders, head, number)
                    for wide in grammar.broader.get(head, ()):
                        _add(self._wider, wide, number)

    def open_title(self, sentences: Iterable[Sentence]) -> None:
        """Remember whom the title names: a new section may speak of them at once."""
        named = (item.number for s in sentences for item in s if item.kind == "name")
        self._topic = tuple(dict.fromkeys(named))

    def open_section(self, passage: int) -> None:
        """Forget who was spoken of: behind a heading a pronoun means the title's figure."""
        self._heard.clear()
        self._voices.clear()
        if self._topic:
            self._heard.append(Heard(passage, self._topic))

    def hear(
        self,
        passage: int,
        speaker: int | None,
        subject: int | None,
        sentence: Sentence,
        stranger: Gender | None = None,
        *,
        bare: bool = False,
    ) -> None:
        """Remember a sentence: its speaker and subject first, then the names in order."""
        self._hear_titles(sentence)
        named = (item.number for item in sentence if item.kind == "name")
        order = [n for n in (speaker, subject) if n is not None]
        if speaker is not None:
            self._voices[speaker] = None
        figures = tuple(dict.fromkeys([*order, *named]))
        if figures or stranger:
            self._heard.append(Heard(passage, figures, stranger, bare))

    def _hear_titles(self, sentence: Sentence) -> None:
        """Learn from "Me Roy" who the lawyer is."""
        for title, item in pairwise(sentence):
            if item.kind == "name" and title.lower in self._grammar.title_posts:
                for post in self._grammar.title_posts[title.lower]:
                    _add(self._wider, post, item.number)

    def alone(self, passage: int) -> int | None:
        """Return the only person whom the passage tells of, or None."""
        heard = [h for h in self._heard if h.passage == passage]
        figures = {figure for h in heard for figure in h.figures}
        strangers = any(h.stranger is not None for h in heard)
        return figures.pop() if len(figures) == 1 and not strangers else None

    def stranger(self, subject: Subject | None, sentence: Sentence) -> Gender | None:
        """Return the gender of a subject that is a person of no name: a post nobody here holds."""
        if subject is None or subject.kind != "description":
            return None
        if not subject.head:
            voices = {self._grammar.voices[w] for w in subject.words & self._grammar.voices.keys()}
            return subject.gender if voices else None
        if _of_whom_it_tells(sentence):
            return None
        named = any(item.kind == "name" for item in sentence)
        held = subject.known or subject.head in self._wider
        held = held or subject.head in self._holders or subject.head in self._grammar.titles
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
        if _inserted_behind_name(sentence, subject.at):
            return None
        for figure in here:
            if self._fits(figure, subject.gender):
                return figure
        main = main_subject(sentence, subject.at, self._grammar)
        if main is not None and main.kind == "description":
            meant = self.resolve(main, sentence, passage)
            if meant is not None and self._fits(meant, subject.gender):
                return meant
            if self.stranger(main, sentence) in ("u", subject.gender):
                return None
        oldest = passage - _PASSAGES
        for heard in reversed(self._heard):
            if heard.passage < oldest:
                break
            if heard.stranger in ("u", subject.gender):
                oldest = heard.passage  # the stranger, or one named in that passage before
            fitting = [f for f in heard.figures if self._fits(f, subject.gender)]
            if fitting:
                return fitting[0]
        only = self._only_heard(subject.gender)
        return self._only_voice(subject.gender) if only is None else only

    def _only_heard(self, gender: Gender) -> int | None:
        """Return the only one in mind, further back too, of a gender that the text tells."""
        if gender == "u" or any(heard.stranger in ("u", gender) for heard in self._heard):
            return None
        figures = {figure for heard in self._heard for figure in heard.figures}
        fitting = [figure for figure in figures if self._fits(figure, gender)]
        known = len(fitting) == 1 and self._cast.members[fitting[0]].gender == gender
        return fitting[0] if known else None

    def _only_voice(self, gender: Gender) -> int | None:
        """Return the one who has spoken in this section, where only one voice fits a pronoun."""
        if any(heard.stranger in ("u", gender) for heard in self._heard):
            return None
        voices = [n for n in self._voices if self._fits(n, gender)]
        known = len(voices) == 1 and self._cast.members[voices[0]].gender == gender
        return voices[0] if known else None

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
        if not subject.definite:
            return None
        if subject.known:
            return self._of_trade(subject, passage)
        found = self._by_post(subject, passage) if subject.head else None
        if found is None and self._takes_up(subject):
            return self._just_spoken_of(subject, passage)
        return found

    def _takes_up(self, subject: Subject) -> bool:
        """Whether a description can only mean one who was just spoken of: "the 40-year-old"."""
        return _AGED in subject.words or subject.head in self._grammar.common_roles

    def _just_spoken_of(self, subject: Subject, passage: int) -> int | None:
        if not self._heard or passage - self._heard[-1].passage > 1:
            return None
        last = self._heard[-1]
        if last.stranger is not None or not last.figures:
            return None
        figure = last.figures[0]
        holders = self._holders.get(subject.head, [])
        other = bool(holders) and figure not in holders
        return figure if self._fits(figure, subject.gender) and not other else None

    def _of_trade(self, subject: Subject, passage: int) -> int | None:
        """Return whom "la biologiste", "cet ancien ajusteur" takes up, unless two are meant."""
        held = {*self._holders.get(subject.head, ()), *self._wider.get(subject.head, ())}
        near = self._spoken_of(subject, passage)
        if near is None:
            return self._by_post(subject, passage) if held else None
        rivals = any(self._fits(n, subject.gender) for n in held)
        return near if near in held or not rivals else None

    def _spoken_of(self, subject: Subject, passage: int) -> int | None:
        """Return the one person of the last words about anybody whom the description fits."""
        for heard in reversed(self._heard):
            between = not heard.bare and heard.stranger in ("u", subject.gender)
            if between or passage - heard.passage >= _PASSAGES:
                return None
            fitting = [f for f in heard.figures if self._fits(f, subject.gender)]
            if fitting and subject.head in _LAST_NAMED:
                return fitting[-1]
            if fitting:
                return fitting[0] if len(fitting) == 1 else None
        return None

    def _by_post(self, subject: Subject, passage: int) -> int | None:
        """Return who holds the post, or a narrower one, if one alone does or is in mind."""
        table = self._holders if subject.head in self._holders else self._wider
        if subject.known and subject.head in self._wider:
            held = [*self._holders.get(subject.head, []), *self._wider[subject.head]]
            table = {subject.head: list(dict.fromkeys(held))}
        holders = [n for n in table.get(subject.head, []) if self._fits(n, subject.gender)]
        if subject.words and not subject.known:
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


def _add(table: dict[str, list[int]], key: str, figure: int) -> None:
    held = table.setdefault(key, [])
    if figure not in held:
        held.append(figure)


_OWN = {
    "his": frozenset({"him", "he", "himself"}),
    "her": frozenset({"she", "herself"}),
    "son": frozenset({"lui"}),
    "sa": frozenset({"lui"}),
}
"""Determiners of what is somebody's, with the pronouns that tell of that person again."""


def _of_whom_it_tells(sentence: Sentence) -> bool:
    """Whether "His doctor told him …" tells of him, though another does something."""
    again = _OWN.get(sentence[0].lower, frozenset())
    return any(item.lower in again for item in sentence[1:])


def _inserted_behind_name(sentence: Sentence, pronoun: int) -> bool:
    """Whether "Roy, dit-il," tells of Roy what another says: the subject is no one's speaker."""
    verb = pronoun - 1
    while verb > 1 and sentence[verb].kind == "word":
        verb -= 1
    return verb == 1 and sentence[1].lower == "," and sentence[0].kind == "name"
