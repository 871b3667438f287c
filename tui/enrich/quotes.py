"""The quotes of an article as it shows them: kind, speaker, confidence and rule of each.

Quoted words that nobody is said to have used (the title of a work, a term) are left out; what is
speech stays, without a speaker where the text names none.
"""

from bisect import bisect_left
from collections.abc import Sequence

from tui.enrich.answers import NOBODY, Attribution, again
from tui.enrich.attribution import Attributor
from tui.enrich.dialogue import with_turns
from tui.enrich.discourse import Discourse
from tui.enrich.folding import lower
from tui.enrich.incises import split_incises
from tui.enrich.lexicon import Grammar
from tui.enrich.people import Cast
from tui.enrich.scanner import Quoted, scan
from tui.enrich.sentences import Reader
from tui.enrich.sheet import Sheet
from tui.enrich.signatures import with_signed_blocks
from tui.model import Quote, QuoteKind

_LONG = 14
"""Words from which quoted words are a clause whatever they are."""
_REPEATED = 4
"""Words that a headline's quote must share with one in the text to be the same."""
_MOST_RAISED = 40
"""Quotes of headlines that are looked for in the text."""
_FOREIGN = 5
"""Words from which quoted ones are a sentence where nothing tells verbs from nouns."""
_SAMPLE = 400
"""Characters of a quote that tell its kind."""


def find_quotes(sheet: Sheet, cast: Cast) -> tuple[Quote, ...]:
    """Find the quotes of an article and who said them."""
    mentions = {m.start: m for m in cast.mentions}
    marked = _outside_names(scan(sheet.text, (p.block for p in sheet.passages)), cast)
    signed = with_signed_blocks(marked, sheet.passages, mentions, sheet.grammar)
    scanned = with_turns(signed, sheet.passages, mentions, sheet.grammar)
    samples = (sheet.text[q.start : q.end][:_SAMPLE] for q in scanned)
    clauses = [is_clause(s, sheet.grammar) or (sheet.foreign and _may_be(s)) for s in samples]
    tokens = [token for passage in sheet.passages for token in passage.tokens]
    parts = split_incises(scanned, tokens, mentions, sheet.grammar)
    quoted = [part for part, _ in parts]
    origins = [origin for _, origin in parts]
    direct = [clauses[origin] for origin in origins]
    reader = Reader(sheet.text, quoted, cast.mentions)
    passages = [
        (passage.block.kind, reader.sentences(passage.tokens, passage.block.start, sheet.grammar))
        for passage in sheet.passages
        if not passage.signature
    ]
    attributor = Attributor(sheet.grammar, Discourse(cast, sheet.grammar), direct)
    decided = attributor.attribute(passages)
    _share_parts(origins, decided)
    _repeat_in_headings(sheet, quoted, decided)
    told = {**attributor.unnamed, **decided}
    between_marks = [
        _quote(
            q.start,
            q.end,
            "direct" if direct[number] else "fragment",
            told.get(number, NOBODY),
            cast,
        )
        for number, q in enumerate(quoted)
        if number in told or (direct[number] and number not in attributor.beside)
    ]
    reports = [
        _quote(span.start, span.end, "indirect", answer, cast)
        for span, answer in attributor.reports
    ]
    return tuple(sorted(between_marks + reports, key=lambda quote: (quote.start, -quote.end)))


def _outside_names(marked: Sequence[Quoted], cast: Cast) -> list[Quoted]:
    """Leave out what stands between marks inside a name: Marcia "Cia" Price."""
    starts = [mention.start for mention in cast.mentions]
    kept = []
    for quoted in marked:
        at = bisect_left(starts, quoted.opening) - 1
        if at < 0 or cast.mentions[at].end <= quoted.opening:
            kept.append(quoted)
    return kept


def _share_parts(origins: Sequence[int], decided: dict[int, Attribution]) -> None:
    """Give every part of a quote the speaker of the attribution inside its marks."""
    for number in range(1, len(origins)):
        if origins[number] == origins[number - 1]:
            told = decided.get(number - 1)
            decided.pop(number, None)
            if told is not None:
                decided[number] = told


def _repeat_in_headings(
    sheet: Sheet, quoted: Sequence[Quoted], decided: dict[int, Attribution]
) -> None:
    """Give a quote in a headline the speaker of the one quote of the text that holds its words."""
    starts = [q.start for q in quoted]
    raised: list[int] = []
    for passage in sheet.passages:
        if passage.block.kind in ("title", "lede", "heading"):
            first = bisect_left(starts, passage.block.start)
            raised.extend(range(first, bisect_left(starts, passage.block.end)))
    said = {n: _words(sheet, quoted[n]) for n in decided} if raised else {}
    for number in [n for n in raised if n not in decided][:_MOST_RAISED]:
        words = _words(sheet, quoted[number])
        if words.count(" ") + 1 < _REPEATED:
            continue
        told = [decided[n] for n, own in said.items() if words in own]
        if told and len({answer.figure for answer in told}) == 1:
            decided[number] = again(told[0], "repeated")


def _words(sheet: Sheet, quoted: Quoted) -> str:
    return " ".join(lower(sheet.text[quoted.start : quoted.end]).strip(" .,;:!?…").split())


def is_clause(words: str, grammar: Grammar) -> bool:
    """Whether quoted words are at least a clause: a subject with its verb, or a whole sentence."""
    parts = [lower(word.strip(".,;:!?…()«»“”\"'")) for word in words.split()]
    if len(parts) >= _LONG:
        return True
    if len(parts) < 2:
        return words[:1].isupper() and words[-1:] in ".!?…,"
    begins = words[:1].isupper()
    if begins and words.rstrip()[-1:] in ".!?,…":
        return True
    subject = any(part.split("'")[0] + "'" in grammar.quoted_subjects for part in parts)
    subject = subject or any(part in grammar.quoted_subjects for part in parts)
    verb = any(
        part in grammar.quoted_verbs or part.rpartition("'")[2] in grammar.quoted_verbs
        for part in parts
    )
    contracted = any(part in grammar.quoted_subjects and "'" in part for part in parts)
    spoken = grammar.pronouns.keys() | grammar.other_pronouns
    if parts[0] in spoken - grammar.relatives - {"who"}:
        return True
    negated = any(part.startswith("n'") for part in parts) or "n't" in lower(words)
    return (
        (subject and verb)
        or contracted
        or (verb and negated)
        or (begins and verb and len(parts) > 3)
    )


def _may_be(words: str) -> bool:
    """Whether quoted words may be a sentence of a language whose verbs are not known."""
    return words[:1].isupper() and len(words.split()) >= _FOREIGN


def _quote(start: int, end: int, kind: QuoteKind, told: Attribution, cast: Cast) -> Quote:
    return Quote(
        start=start,
        end=end,
        kind=kind,
        speaker=None if told.figure is None else cast.members[told.figure].name,
        cue=told.cue,
        confidence=told.confidence,
        rule=told.rule,
    )
