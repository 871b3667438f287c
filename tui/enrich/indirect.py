"""Reported speech without quotation marks: which words of a sentence are whose, by its grammar.

Three shapes are certain enough: a verb of saying with its clause ("Roy said that …"), the verb
behind the clause ("…, explique Roy."), and a source ("Selon Roy, …", "…, according to Roy"). What
is denied, asked, supposed or foretold is not said. Whose the words are is told by a `Subject`,
which the reader's memory turns into a figure.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tui.enrich.clauses import closing, enough, opening
from tui.enrich.cue_subjects import source_subject, subject_in_front
from tui.enrich.cues import Event, Source
from tui.enrich.descriptions import Subject, inner_pronoun, post_of
from tui.enrich.folding import fold
from tui.enrich.lexicon import Grammar
from tui.enrich.reads import Read, place
from tui.enrich.role_words import TIMES
from tui.enrich.sentences import Item
from tui.enrich.subjects import is_apposed, subject_before, subject_behind
from tui.model import Span

BEHIND, IN_FRONT, SOURCE = "clause behind cue", "clause before cue", "source of a clause"
"""Rules, as an attribution names them."""
_LONGEST_CUE = 14
"""Items from a subject to the comma or stop behind it."""
_NEAR = 8
"""Items from a verb behind its clause to its subject."""
_SENTENCE_OPENERS = frozenset({"et", "mais", "or", "and", "but", "still", "yet"})
_APPOSED = frozenset({"qui", "dont", "who", "whose"})
_JOINING = frozenset({"et", "mais", "and", "but"})
_OBJECTS = frozenset({"him", "her", "them", "me", "us"})
_WHEN_AND_WHERE = frozenset(
    {"in", "on", "at", "during", "after", "by", "from", "via", "through", "of", "with", "this"}
)
_ASKED = frozenset({"si", "s'", "que", "qu'", "whether", "if", "that"})
"""What the verb in front of an inserted source goes on with: "a demandé, selon Roy, si …"."""
_NO_SUBJECT = frozenset({"what", "as", "like", "that", "how", "where", "comme", "ce", "que", "qu'"})


@dataclass(frozen=True, slots=True)
class Clause:
    """Reported words with whose they are, by which cue and by which rule."""

    start: int
    end: int
    """Code points of the article, half-open."""
    subject: Subject
    cue: Span
    rule: str


def reported(read: Read, direct: Sequence[bool], grammar: Grammar) -> list[Clause]:
    """Return the reported clauses of a sentence, in order.

    `direct` tells of each quote, by its number, whether it is a clause.
    """
    if not (read.cues or read.sources) or read.sentence[-1].lower == "?":
        return []
    return list(_Finder(read, direct, grammar).clauses())


def is_voice(subject: Subject, grammar: Grammar) -> bool:
    """Whether a subject without a name is certainly somebody, or a body, that speaks.

    A post or a trade is ("a spokeswoman"), and so is "la préfecture"; a report or a rule is not.
    """
    if subject.kind != "description" or subject.words & grammar.reporting.papers:
        return False
    return bool(subject.head) or not subject.words.isdisjoint(grammar.voices)


class _Finder:
    """One look through one sentence from left to right; clauses do not overlap."""

    def __init__(self, read: Read, direct: Sequence[bool], grammar: Grammar) -> None:
        self._read = read
        self._sentence = read.sentence
        self._direct = direct
        self._grammar = grammar
        self._speaker: Subject | None = None
        """Who said the words in front of the last attribution."""
        self._done = 0
        """The item behind the last clause."""

    def clauses(self) -> Iterator[Clause]:
        cues: list[Event | Source] = [*self._read.cues, *self._read.sources]
        for cue in sorted(cues, key=lambda cue: cue.at):
            if cue.at < self._done:
                continue
            if isinstance(cue, Source):
                yield from self._source(cue)
            elif self._reports(cue):
                yield from self._behind(cue) or self._in_front(cue)

    def _reports(self, event: Event) -> bool:
        """Whether the verb can report a clause here, and says that it was said."""
        word = self._sentence[event.at].lower
        words = self._grammar.reporting
        made = word in self._grammar.after_faire and not event.dependent
        if event.agent is not None or event.phrase or not (word in words.verbs or made):
            return False
        if event.dependent and not self._told(event):
            return False
        plural = word.endswith(words.plural_endings) and not word.endswith(words.singular_endings)
        look = event.at - 1
        while look >= 0 and self._light(look):
            item = self._sentence[look].lower
            if item in words.unsaid or item.endswith("n't"):
                return False
            plural = plural or item in words.plural
            look -= 1
        while look >= 0 and self._sentence[look].lower not in (",", ";", ":"):
            if self._sentence[look].lower in words.doubting:
                return False
            look -= 1
        return not plural

    def _light(self, at: int) -> bool:
        word = self._sentence[at].lower
        light = word in self._grammar.auxiliaries or word in self._grammar.skipped
        return light or word in self._grammar.reporting.unsaid or word.startswith("-")

    def _told(self, event: Event) -> bool:
        """Whether a gerund or infinitive tells of what was said: ", ajoutant", "tient à dire"."""
        at = event.at
        before = self._sentence[at - 1].lower if at else ","
        cue = self._grammar.cues.get(self._sentence[at].lower)
        if cue is not None and cue.form == "gerund":
            return (
                before in (",", "en", "by", "and", "et") or self._sentence[at - 1].kind == "quote"
            )
        phrase = (self._sentence[at - 2].lower if at > 1 else "", before)
        return phrase in self._grammar.reporting.through

    def _behind(self, event: Event) -> list[Clause]:
        """Roy a affirmé que … / Roy said (that) … / ajoutant que …"""
        first = opening(self._sentence, event.at, self._grammar)
        if first is None or (self._quoted(event.at) and not self._opened(first)):
            return []
        if event.dependent and self._another_subject(event):
            return []
        subject = self._speaker if event.dependent else None
        subject = subject or subject_in_front(self._read, event, self._grammar)
        if subject is not None and subject.at >= first:
            subject = subject_before(self._sentence, event.at, 0, self._grammar)
        if subject is None or self._in_relative(subject.at, event.at):
            return []
        last = self._main_clause(event, first, closing(self._read, first, self._grammar))
        return self._clause(first, last, subject, place(self._sentence[event.at]), BEHIND)

    def _opened(self, first: int) -> bool:
        return self._sentence[first - 1].lower in self._grammar.reporting.openers

    def _quoted(self, verb: int) -> bool:
        """Whether the verb reports the quote in front of it: « … », said Roy."""
        at = verb - 1
        while at > 0 and self._sentence[at].kind in ("word", "name"):
            at -= 1
        at -= at > 0 and self._sentence[at].lower == ","
        return at >= 0 and self._sentence[at].kind == "quote"

    def _in_relative(self, subject: int, verb: int) -> bool:
        """Whether somebody else may say it: "Roy met the mayor, who came and said …"."""
        begin = verb
        while begin > subject and self._light(begin - 1):
            begin -= 1
        between = [item.lower for item in self._sentence[subject + 1 : begin]]
        parted = not between or between[-1] == "," or between[-1] in _APPOSED
        return not parted and not _APPOSED.isdisjoint(between)

    def _another_subject(self, event: Event) -> bool:
        """Whether an object in front of a gerund may be who says it: "remembers him saying"."""
        full = (cue.at for cue in self._read.cues if cue.at < event.at and not cue.dependent)
        before = max(full, default=0)
        front = self._sentence[before : event.at]
        return any(item.lower in _OBJECTS for item in front)

    def _main_clause(self, event: Event, first: int, last: int) -> int:
        """End a clause at its comma where the main clause goes on behind it."""
        if not self._beside(event.at):
            return last
        return next((n for n in range(first, last) if self._turns(n)), last)

    def _beside(self, verb: int) -> bool:
        """Whether the verb stands in no main clause: "Though Roy said …, he …", "Roy, who says"."""
        subordinate = self._grammar.reporting.subordinate
        begin = verb
        while begin and self._sentence[begin - 1].kind in ("word", "name"):
            begin -= 1
        if any(item.lower in subordinate for item in self._sentence[begin : begin + 2]):
            return True
        if begin and any(item.lower in _APPOSED for item in self._sentence[begin:verb]):
            return True
        led = self._sentence[0].lower in subordinate
        return led and not self._has_verb(self._sentence[:begin])

    def _turns(self, at: int) -> bool:
        """Whether a comma stands here, or a quote that may end with one and a new subject."""
        item, follow = self._sentence[at], self._sentence[at - 1]
        if item.lower == "," and item.kind == "mark":
            return True
        return follow.kind == "quote" and item.lower in self._grammar.pronouns

    def _in_front(self, event: Event) -> list[Clause]:
        """…, explique Roy. / …, Roy said Tuesday. / …, he said, …"""
        comma = self._comma(event)
        if comma is None or comma <= self._done or event.dependent:
            return []
        if self._sentence[event.at].lower in self._grammar.reporting.not_before:
            return []
        subject = self._near_subject(event, comma)
        if subject is None:
            return []
        cue = place(self._sentence[event.at])
        inverted = subject.at > event.at
        end = self._cue_end(max(event.at, subject.at) + 1)
        if end is None or not (inverted or self._ends_there(event.at, end)):
            return []
        if self._several(subject.at, end) or self._quotes(end + 1):
            return []
        self._speaker = subject
        resumes = not inverted or subject.kind == "pronoun"
        return self._around(comma, end, subject, cue, IN_FRONT, resumes=resumes)

    def _quotes(self, at: int) -> bool:
        """Whether a quoted clause stands here, which then is what was said."""
        item = self._sentence[at] if at < len(self._sentence) else None
        return item is not None and item.kind == "quote" and self._direct[item.number]

    def _comma(self, event: Event) -> int | None:
        """Return the comma in front of the verb and its subject."""
        lowest = max(self._done, event.at - _NEAR)
        found = (n for n in range(event.at - 1, lowest, -1) if self._sentence[n].kind != "word")
        comma = next((n for n in found if self._sentence[n].kind != "name"), None)
        return comma if comma is not None and self._sentence[comma].lower == "," else None

    def _near_subject(self, event: Event, comma: int) -> Subject | None:
        sentence, grammar = self._sentence, self._grammar
        inner = inner_pronoun(sentence, comma + 1, min(event.at + 2, len(sentence)))
        if inner is not None:
            return inner
        begin = event.at
        while begin > comma + 1 and self._light(begin - 1):
            begin -= 1
        if begin == comma + 1 and event.inverted:
            limit = min(len(sentence), event.at + _NEAR)
            found = subject_behind(sentence, event.at, limit, grammar)
            known = found is not None and (found.kind != "description" or found.definite)
            apposed = is_apposed(sentence, comma, grammar) or not self._is_voice(event.at + 1)
            return None if apposed or not known else found
        if grammar.goes_on_in_lower_case or event.at == comma + 1:
            return None
        if any(self._parts(item.lower) for item in sentence[comma + 1 : event.at]):
            return None
        found = subject_before(sentence, event.at, comma + 1, grammar)
        return found if found and found.at > comma else None

    def _parts(self, word: str) -> bool:
        """Whether a word in front of a verb opens something else than its subject."""
        governs = word in self._grammar.prepositions and word != "of"
        return governs or word in _NO_SUBJECT or word in self._grammar.relatives

    def _ends_there(self, verb: int, end: int) -> bool:
        """Whether only when, where and to whom stands between a verb and the next comma or stop."""
        behind = [item.lower for item in self._sentence[verb + 1 : end]]
        if not behind:
            return True
        words = self._grammar.reporting
        first = behind[0] in _WHEN_AND_WHERE or behind[0] in TIMES
        first = first or behind[0] in self._grammar.skipped or behind[0].endswith("ly")
        heard = self._sentence[verb].lower in words.hearer
        return (first or heard) and not any(word in words.finite for word in behind)

    def _cue_end(self, at: int) -> int | None:
        """Return the comma or stop behind a verb with its subject, or None where more follows."""
        near = range(at, min(len(self._sentence), at + _LONGEST_CUE))
        stop = next((n for n in near if self._sentence[n].kind not in ("word", "name")), None)
        if stop is None:
            return len(self._sentence) if at + _LONGEST_CUE > len(self._sentence) else None
        return stop if self._sentence[stop].lower in (",", ".", "!", "…", ";") else None

    def _source(self, source: Source) -> list[Clause]:
        """Selon Roy, … / …, selon Roy, … / … according to Roy."""
        sentence = self._sentence
        phrase = tuple(i.lower for i in sentence[source.at : source.at + source.length])
        if phrase not in self._grammar.reporting.sources:
            return []
        subject = source_subject(sentence, source.at, source.length, self._grammar)
        if subject is None or not self._is_voice(source.at + source.length):
            return []
        cue = Span(sentence[source.at].start, sentence[source.at + source.length - 1].end)
        end = self._cue_end(subject.at + 1)
        if end is None or self._several(subject.at, end):
            return []
        if any(item.lower in _ASKED for item in sentence[end + 1 : end + 2]):
            return []
        if self._opens(source.at):
            return self._around(-1, self._past_apposition(end), subject, cue, SOURCE, resumes=True)
        comma = source.at - 1
        closes = end >= len(sentence) - 1
        if sentence[comma].lower == "," or (closes and not self._grammar.goes_on_in_lower_case):
            front = comma if sentence[comma].lower == "," else source.at
            return self._around(front, end, subject, cue, SOURCE, resumes=subject.kind == "pronoun")
        return []

    def _is_voice(self, begin: int) -> bool:
        """Whether the first noun is who speaks: not "selon les mots de", "annonce le départ"."""
        grammar = self._grammar
        for item in self._sentence[begin : begin + _NEAR]:
            word = item.lower
            light = word in grammar.determiners or word in grammar.role_modifiers
            light = light or word in grammar.skipped or word.startswith("-")
            if item.capital or word in grammar.source_pronouns or word in grammar.pronouns:
                return True
            if not light:
                known = word in grammar.titles or fold(word) in grammar.voices
                return known or bool(post_of(word, grammar))
        return False

    def _several(self, subject: int, end: int) -> bool:
        """Whether another is named beside the subject: "selon Roy et la maire"."""
        return any(
            self._sentence[at].lower in ("et", "and", "&")
            and (
                self._sentence[at + 1].kind == "name"
                or self._sentence[at + 1].lower in self._grammar.determiners
            )
            for at in range(subject + 1, end - 1)
        )

    def _opens(self, at: int) -> bool:
        front = [item.lower for item in self._sentence[:at]]
        return at <= 2 and all(word in _SENTENCE_OPENERS or word == "," for word in front)

    def _past_apposition(self, comma: int) -> int:
        """Return the comma behind what is said of the source itself: "Selon Roy, maire, …"."""
        sentence, grammar = self._sentence, self._grammar
        behind = (n for n in range(comma + 1, len(sentence)) if sentence[n].lower == ",")
        follow = next(behind, None)
        if follow is None or follow == comma + 1 or sentence[comma].lower != ",":
            return comma
        inner = [item.lower for item in sentence[comma + 1 : follow]]
        post = any(word in grammar.roles or word in grammar.trades for word in inner[:4])
        post = post and not any(
            word in grammar.auxiliaries or word in grammar.cues for word in inner if word != "'s"
        )
        apposed = post or inner[0] in _APPOSED or (inner[0].isdigit() and len(inner) <= 2)
        return follow if apposed else comma

    def _around(
        self, comma: int, end: int, subject: Subject, cue: Span, rule: str, *, resumes: bool
    ) -> list[Clause]:
        """Return what stands in front of the attribution, and behind it where it goes on there."""
        found: list[Clause] = []
        begin = self._done
        if end < len(self._sentence) - 1:
            begin = self._last_main(begin, comma)
        if comma > begin and self._is_clause(begin, comma, rule):
            found += self._clause(begin, comma, subject, cue, rule)
        first = self._resumed(end) if resumes else None
        if first is not None and (found or rule == SOURCE):
            last = closing(self._read, first, self._grammar)
            found += self._clause(first, last, subject, cue, rule)
        return found

    def _last_main(self, first: int, last: int) -> int:
        """Return where the last of several main clauses begins, into which a cue was put."""
        for at in range(last - 1, first + 1, -1):
            if self._sentence[at].lower in _JOINING and self._sentence[at - 1].lower == ",":
                return at + 1
        return first

    def _resumed(self, end: int) -> int | None:
        """Return where the clause goes on behind the comma at `end`."""
        sentence = self._sentence
        if end >= len(sentence) - 1 or sentence[end].lower != ",":
            return None
        first = sentence[end + 1].lower
        other = first in _APPOSED or first in _ASKED or first in _JOINING or first.endswith("ing")
        return None if other else end + 1

    def _is_clause(self, first: int, last: int, rule: str) -> bool:
        """Whether the words in front of an attribution are what was said, and nothing else."""
        while first < last and self._sentence[first].lower in _SENTENCE_OPENERS | {","}:
            first += 1
        items = self._sentence[first:last]
        if not items or any(item.kind == "quote" and self._direct[item.number] for item in items):
            return False
        last_word = items[-1].lower
        if last_word in self._grammar.cues or last_word in self._grammar.relatives:
            return False
        if last_word in self._grammar.conjunctions:
            return False
        words = self._grammar.reporting
        led = items[0].lower in words.subordinate or items[0].lower in self._grammar.prepositions
        led = led or (items[0].kind == "word" and items[0].lower.endswith(("ing", "ed")))
        if led and not any(item.lower == "," for item in items):
            return False
        return self._grammar.goes_on_in_lower_case or rule == SOURCE or self._has_verb(items)

    def _has_verb(self, items: Sequence[Item]) -> bool:
        words = self._grammar.reporting
        return any(
            item.lower in words.finite
            or item.lower in words.finite_sure
            or item.lower in self._grammar.cues
            or item.lower.endswith(("ed", "n't", "'s", "'re"))
            for item in items
        )

    def _clause(
        self, first: int, last: int, subject: Subject, cue: Span, rule: str
    ) -> list[Clause]:
        sentence = self._sentence
        while first < last and sentence[first].kind == "mark":
            first += 1
        if first >= last or not enough(sentence, first, last):
            return []
        self._done = max(self._done, last)
        return [Clause(sentence[first].start, sentence[last - 1].end, subject, cue, rule)]
