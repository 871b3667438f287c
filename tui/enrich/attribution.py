"""Who said each quote.

Sentence by sentence, the rules are tried from the surest to the most inferred: the cue right behind
the quote, a source preposition, the cue in front, a name and a colon, the rest of the sentence,
the sentence before or behind, the passage before. Each answer carries the name of its rule and a
confidence; where the subject found is nobody of the cast, the quote stays without speaker.
"""

from collections.abc import Iterable, Mapping, Sequence

from tui.enrich.answers import CONFIDENCE, INFERRED, NOBODY, Attribution, again
from tui.enrich.colons import announcer, introduced
from tui.enrich.cue_subjects import (
    clause_end,
    closes_phrase,
    is_thing,
    source_subject,
    subject_in_front,
)
from tui.enrich.cues import Event, incise_verb
from tui.enrich.descriptions import Subject, inner_pronoun
from tui.enrich.discourse import Discourse
from tui.enrich.indirect import is_voice, reported
from tui.enrich.lexicon import Grammar
from tui.enrich.no_speech import is_term, names_a_thing, reads_aloud
from tui.enrich.reads import Read, inserted, joined, place, read_sentence, resumed
from tui.enrich.sentences import Sentence
from tui.enrich.signatures import signature
from tui.enrich.subjects import (
    main_subject,
    subject_before,
    subject_behind,
)
from tui.model import BlockKind, Span

_LOOSE = frozenset({"pour", "suivant", "d' après"})
"""Prepositions that name a source only where they open the sentence and stand apart."""
_THINGS = frozenset({"it", "this", "that", "which"})
_NEAR_CUE = 12
_FAR_CUE = 45
_FRAGMENT_REACH = 28


class Attributor:
    """One reading of one article: gives each quote of its sentences a speaker."""

    def __init__(self, grammar: Grammar, discourse: Discourse, direct: Sequence[bool]) -> None:
        self._grammar = grammar
        self._discourse = discourse
        self._direct = direct
        self._decided: dict[int, Attribution] = {}
        self._blocked: dict[int, Attribution] = {}
        self._beside: set[int] = set()
        self._last: Attribution = NOBODY
        self._last_passage = -1
        self._announced = NOBODY
        self._acting = NOBODY
        self._gesture = False
        self._acts = False
        self._lede = False
        self._alone: list[int] = []
        self._reports: list[tuple[Span, Attribution]] = []

    @property
    def unnamed(self) -> Mapping[int, Attribution]:
        """Quotes that the text gives to someone who is nobody of the cast, with rule and cue."""
        return self._blocked

    @property
    def reports(self) -> Sequence[tuple[Span, Attribution]]:
        """Words reported without quotation marks, of a figure or of one whom no name tells."""
        return self._reports

    @property
    def beside(self) -> frozenset[int]:
        """Quotes of lines put between, such as "READ MORE: …": no part of the article."""
        return frozenset(self._beside)

    def attribute(
        self, passages: Iterable[tuple[BlockKind, Sequence[Sentence]]]
    ) -> dict[int, Attribution]:
        """Return the attribution of every quote that has one, by the quote's number."""
        effective = -1
        listed = False
        for kind, sentences in passages:
            if kind == "title":
                self._discourse.open_title(sentences)
            elif kind == "heading":
                self._discourse.open_section(effective + 1)
            self._lede = kind == "lede"
            effective -= listed and kind == "list_item"
            listed = kind == "list_item"
            reads = [
                read_sentence(sentence, effective + 1, self._grammar) for sentence in sentences
            ]
            if not reads:
                continue
            if inserted(reads):
                self._beside.update(r.sentence[at].number for r in reads for at in r.quotes)
            else:
                effective += 1
                self._passage(reads)
        return self._decided

    def _passage(self, reads: Sequence[Read]) -> None:
        announced, self._announced = self._announced, NOBODY
        self._acting = NOBODY
        spoken: Attribution | None = None
        hint: Attribution | None = None
        silent: list[tuple[Read, int]] = []
        self._sign_above(reads)
        for nth, read in enumerate(reads):
            told = self._sentence(read)
            for at in read.quotes:
                number = read.sentence[at].number
                if number in self._decided or number in self._blocked:
                    continue
                if self._bare(read, at):
                    answer = self._continued(read, nth, hint or spoken, announced)
                elif self._revealed(read, at) and spoken is not None:
                    answer = again(spoken, "sentence before")
                else:
                    continue
                if answer.figure is None:
                    silent.append((read, number))
                else:
                    self._decided[number] = answer
                    told = told or answer
            if told is not None:
                silent = self._behind(silent, told, read)
                spoken = told
                self._last, self._last_passage = told, read.passage
            self._report(read)
            self._remember(read, told)
            hint = None if told or read.quotes else self._judged(read)
        self._announce(reads)

    def _report(self, read: Read) -> None:
        """Keep what the sentence reports of somebody in the writer's own words."""
        for clause in reported(read, self._direct, self._grammar):
            told = self._decide(read, clause.subject, clause.cue, clause.rule)
            if told.figure is not None or is_voice(clause.subject, self._grammar):
                self._reports.append((Span(clause.start, clause.end), told))

    def _sign_above(self, reads: Sequence[Read]) -> None:
        """Give the quotes of a passage that is nothing else the name that signs below it."""
        signed = self._sign(reads[0], 0) if self._alone else None
        if signed is not None:
            self._decided.update(dict.fromkeys(self._alone, signed))
        quoted = [read.sentence[at].number for read in reads for at in read.quotes]
        self._alone = quoted if not any(read.words for read in reads) else []

    def _bare(self, read: Read, at: int) -> bool:
        """Whether the quote is a sentence of its own, or follows a colon."""
        return read.words <= 2 and self._direct[read.sentence[at].number]

    def _revealed(self, read: Read, at: int) -> bool:
        """Whether the quote follows a colon and the sentence tells of nobody: "The news: …"."""
        colon = at > 0 and read.sentence[at - 1].lower == ":"
        if not colon or read.cues or not self._direct[read.sentence[at].number]:
            return False
        persons = self._grammar.pronouns.keys() | self._grammar.roles.keys()
        return not any(i.kind == "name" or i.lower in persons for i in read.sentence[:at])

    def _judged(self, read: Read) -> Attribution | None:
        """Return who judges in a sentence without quotes: "Roe praised the plan. …"."""
        for event in read.cues:
            if event.weak and not event.dependent and event.agent is None:
                subject = subject_before(read.sentence, event.at, 0, self._grammar)
                answer = self._answer(read, subject, event, "cue in front")
                return answer if answer.figure is not None else None
        return None

    def _continued(
        self, read: Read, nth: int, spoken: Attribution | None, announced: Attribution
    ) -> Attribution:
        if spoken is not None and self._acting.figure in (None, spoken.figure):
            return again(spoken, "sentence before")
        if nth:
            quote = read.sentence[read.quotes[0]]
            alone = self._discourse.alone(read.passage) == self._acting.figure
            acts = self._gesture or (self._acts and alone and not quote.of_another)
            return self._acting if acts or quote.first_person else NOBODY
        if announced.figure is not None:
            return again(announced, "colon before")
        if self._last.figure is not None and read.passage - self._last_passage == 1:
            return again(self._last, "passage before")
        return self._told_of(read)

    def _told_of(self, read: Read) -> Attribution:
        """Return the only person that the passage before tells of."""
        figure = self._discourse.alone(read.passage - 1)
        if figure is None:
            return NOBODY
        return Attribution(figure, "told of before", CONFIDENCE["told of before"])

    def _behind(
        self, silent: list[tuple[Read, int]], told: Attribution, read: Read
    ) -> list[tuple[Read, int]]:
        if read.sentence[0].kind == "quote" and told.figure is not None:
            for _, number in silent:
                self._decided[number] = again(told, "sentence behind")
        return []

    def _remember(self, read: Read, told: Attribution | None) -> None:
        main = main_subject(read.sentence, len(read.sentence), self._grammar)
        subject = self._discourse.resolve(main, read.sentence, read.passage)
        speaker = told.figure if told else None
        self._acting = NOBODY if told and read.quotes else self._act(read, main, subject)
        silent = self._lede or subject is not None
        stranger = None if silent else self._discourse.stranger(main, read.sentence)
        bare = main is not None and not main.head
        self._discourse.hear(read.passage, speaker, subject, read.sentence, stranger, bare=bare)

    def _act(self, read: Read, main: Subject | None, figure: int | None) -> Attribution:
        """Read "Roy hausse les épaules. « … »": what a person did, and then bare speech."""
        if figure is None or main is None:
            return NOBODY
        behind = read.sentence[main.at + 1 :]
        self._gesture = any(item.lower in self._grammar.gestures for item in behind)
        self._acts = not any(item.lower in self._grammar.be for item in behind[:3])
        before = read.sentence[main.at - 1].lower if main.at else ""
        if before in self._grammar.prepositions:
            return NOBODY
        if any(item.kind == "name" and item.number != figure for item in read.sentence):
            return NOBODY
        factor = 1.0 if main.kind == "person" else INFERRED
        confidence = round(CONFIDENCE["subject before"] * factor, 3)
        return Attribution(figure, "subject before", confidence, place(read.sentence[main.at]))

    def _announce(self, reads: Sequence[Read]) -> None:
        """Keep who is about to speak where a passage ends with a colon."""
        read = reads[-1]
        if read.sentence[-1].lower != ":":
            return
        answer = self._in_front(read, len(read.sentence) - 1) or self._colon(
            read, len(read.sentence)
        )
        self._announced = answer or NOBODY

    def _sentence(self, read: Read) -> Attribution | None:
        """Attribute the quotes that the sentence itself decides; return who speaks in it."""
        told: Attribution | None = None
        open_quotes: list[int] = []
        for at in read.quotes:
            answer = self._quote(read, at)
            number = read.sentence[at].number
            if answer is None:
                open_quotes.append(number)
            elif answer.figure is None:
                self._blocked[number] = answer
                told = told or answer
            else:
                self._decided[number] = answer
                told = answer
        if told is None and not read.quotes:
            return self._reported(read)
        if told is not None:
            self._share(read, open_quotes, told)
        return told

    def _share(self, read: Read, open_quotes: Sequence[int], told: Attribution) -> None:
        for number in open_quotes:
            goes_on = (
                self._direct[number] or joined(read, number) or resumed(read, number, told.cue)
            )
            if told.figure is not None and goes_on:
                self._decided[number] = again(told, "same sentence")

    def _reported(self, read: Read) -> Attribution | None:
        """Return who speaks in a sentence without quotes: "Roy said the plan was dead"."""
        for event in read.cues:
            if event.weak or event.dependent or event.agent is not None:
                continue
            subject = clause_end(read, event, self._grammar) or subject_before(
                read.sentence, event.at, 0, self._grammar
            )
            return self._answer(read, subject, event, "cue in front")
        for source in read.sources:
            answer = self._source(read, source.at, source.length)
            if answer is not None:
                return answer
        return None

    def _quote(self, read: Read, at: int) -> Attribution | None:
        """Try the rules of the sentence on the quote at item `at`; None where none applies."""
        if not self._direct[read.sentence[at].number] and names_a_thing(
            read.sentence, at, self._grammar
        ):
            return None
        opens = at <= read.first_word
        follows = opens or self._parted(read, at)
        return (
            self._right_behind(read, at)
            or (self._further_behind(read, at, _NEAR_CUE) if follows else None)
            or self._by_source(read, at)
            or self._announced_by_noun(read, at)
            or self._in_front(read, at)
            or self._colon(read, at)
            or (self._introduced(read, at) if opens else None)
            or self._further_behind(read, at, _FAR_CUE if opens else _NEAR_CUE)
        )

    def _parted(self, read: Read, at: int) -> bool:
        return at > 0 and read.sentence[at - 1].kind == "quote"

    def _right_behind(self, read: Read, at: int) -> Attribution | None:
        """« … », a déclaré Roy / "…," said Roy / « … », dit-elle."""
        sentence = read.sentence
        signed = self._signed(read, at)
        if signed:
            return signed
        look = at + 1
        while look < len(sentence) and sentence[look].lower in (",", "–", "—", "-"):
            look += 1
        event = self._verb_from(read, look)
        if event is None and (at == 0 or self._direct[sentence[at].number]):
            event = incise_verb(sentence, at, self._grammar)
        if event is None or not event.inverted or event.dependent:
            return None
        limit = next((n for n in read.quotes if n > at), len(sentence))
        subject = inner_pronoun(sentence, look, event.at)
        subject = subject or subject_behind(sentence, event.at, limit, self._grammar)
        subject = subject or subject_before(sentence, look, 0, self._grammar)
        return self._answer(read, subject, event, "cue behind")

    def _signed(self, read: Read, at: int) -> Attribution | None:
        """Read a quote with its author behind a dash: "…" — Jean Roy."""
        return self._sign(read, at + 1)

    def _sign(self, read: Read, dash: int) -> Attribution | None:
        name = signature(read.sentence, dash, self._grammar)
        if name is None:
            return None
        subject = Subject("person", dash + 1, name.number)
        return self._decide(read, subject, Span(name.start, name.end), "signature")

    def _verb_from(self, read: Read, look: int) -> Event | None:
        """Return the cue verb at `look`, stepping over its auxiliaries and adverbs."""
        by_place = {event.at: event for event in read.cues}
        for at in range(look, min(look + 7, len(read.sentence))):
            if at in by_place:
                return by_place[at]
            item = read.sentence[at]
            light = item.lower in self._grammar.auxiliaries or item.lower in self._grammar.skipped
            if not light and not item.lower.startswith("-"):
                return None
        return None

    def _further_behind(self, read: Read, at: int, reach: int) -> Attribution | None:
        """ "…," the mayor of Arles, Jean Roy, later said."""
        limit = next((n for n in read.quotes if n > at), len(read.sentence))
        stop = next((n for n in range(at, limit) if read.sentence[n].lower in (":", ";")), limit)
        for event in read.cues:
            if not at < event.at < stop or event.at - at > reach:
                continue
            if event.dependent and read.sentence[event.at - 1].lower != "as":
                continue
            if event.weak and reach == _FAR_CUE:
                continue
            subject = subject_before(read.sentence, event.at, at + 1, self._grammar)
            if subject is not None:
                return self._answer(read, subject, event, "cue further behind")
        return None

    def _by_source(self, read: Read, at: int) -> Attribution | None:
        for source in read.sources:
            if self._term(read.sentence, source.at, at):
                continue
            if abs(source.at - at) <= _FRAGMENT_REACH:
                if self._retold(read, source.at, at):
                    return NOBODY
                answer = self._source(read, source.at, source.length)
                if answer is not None:
                    return answer
        return None

    def _term(self, sentence: Sentence, cue: int, at: int) -> bool:
        item = sentence[at]
        fragment = item.kind == "quote" and not self._direct[item.number]
        return fragment and is_term(sentence, cue, at)

    def _retold(self, read: Read, source: int, quote: int) -> bool:
        """Whether the source tells what another said: "Elle a demandé, selon Roy, si « … »"."""
        full = (e for e in read.cues if not (e.weak or e.dependent) and e.agent is None)
        return source < quote and any(event.at < source for event in full)

    def _source(self, read: Read, at: int, length: int) -> Attribution | None:
        """« … », selon Jean Roy / According to the mayor, "…"."""
        subject = source_subject(read.sentence, at, length, self._grammar)
        phrase = " ".join(item.lower for item in read.sentence[at : at + length])
        if phrase in _LOOSE and not (subject and closes_phrase(read.sentence, at, subject)):
            return None
        span = Span(read.sentence[at].start, read.sentence[at + length - 1].end)
        return self._decide(read, subject, span, "source")

    def _in_front(self, read: Read, at: int) -> Attribution | None:
        """Roy said: "…" / Roy, qualifiant le projet de « … » / described by Roy as "…"."""
        fragment = read.sentence[at].kind == "quote" and not self._direct[read.sentence[at].number]
        reach = _FRAGMENT_REACH if fragment else _FAR_CUE
        for event in reversed(read.cues):
            if event.at >= at or at - event.at > reach:
                continue
            if self._barred(read.sentence, event, at):
                return None
            if event.weak and is_thing(read.sentence, event.at):
                continue
            if self._term(read.sentence, event.at, at):
                return None
            if event.agent is not None:
                agent = subject_behind(read.sentence, event.agent - 1, at, self._grammar)
                return self._answer(read, agent, event, "agent")
            subject = subject_in_front(read, event, self._grammar)
            if subject is not None:
                return self._answer(read, subject, event, "cue in front")
        return None

    def _barred(self, sentence: Sentence, event: Event, at: int) -> bool:
        """Whether a stop or the title of a work stands between the verb and the quote."""
        verb = event.at
        if any(item.lower == ";" for item in sentence[verb:at]):
            return True
        if any(self._turns(sentence, n) for n in range(verb + 1, at)):
            return True
        before = sentence[at - 1].lower if at else ""
        return before in self._grammar.work_nouns and at - 1 != verb and not event.phrase

    def _turns(self, sentence: Sentence, at: int) -> bool:
        """Whether a relative clause about somebody else starts: "describes a man, who spoke …"."""
        return sentence[at].lower in ("who", "qui") and sentence[at - 1].lower == ","

    def _announced_by_noun(self, read: Read, at: int) -> Attribution | None:
        subject = announcer(read.sentence, at - 1, self._grammar)
        if subject is None:
            return None
        return self._decide(read, subject, place(read.sentence[at - 1]), "name and colon")

    def _colon(self, read: Read, at: int) -> Attribution | None:
        """Jean Roy : « … » and "Asked about it, Roy was blunt: …"."""
        sentence = read.sentence
        if at == 0 or sentence[at - 1].lower != ":":
            return None
        if reads_aloud(sentence[:at], self._grammar):
            return NOBODY
        span = Span(sentence[at - 1].start, sentence[at - 1].end)
        subject = subject_before(sentence, at - 1, 0, self._grammar)
        if subject is None or subject.kind != "person" or subject.at != at - 2:
            subject = main_subject(sentence, at - 1, self._grammar)
        answer = self._decide(read, subject, span, "name and colon")
        return answer if answer.figure is not None else None

    def _introduced(self, read: Read, at: int) -> Attribution | None:
        subject = introduced(read.sentence, at + 1, self._grammar)
        if subject is None or len(read.quotes) > 1 or not self._direct[read.sentence[at].number]:
            return None
        return self._decide(read, subject, place(read.sentence[at + 1]), "name and colon")

    def _answer(self, read: Read, subject: Subject | None, event: Event, rule: str) -> Attribution:
        return self._decide(read, subject, place(read.sentence[event.at]), rule)

    def _decide(self, read: Read, subject: Subject | None, cue: Span, rule: str) -> Attribution:
        figure = self._discourse.resolve(subject, read.sentence, read.passage)
        if figure is None or subject is None:
            return Attribution(None, rule, cue=cue)
        factor = 1.0 if subject.kind == "person" else INFERRED
        return Attribution(figure, rule, round(CONFIDENCE[rule] * factor, 3), cue)
