"""Attributions inside the marks: « Le pont tiendra, assure Mme Roy. Cent ans. »

Press style, French above all, often leaves the marks open around a short "said X". Such a quote is
split into the parts that were said; what stands between them is read like any text outside quotes.
A part is never empty and keeps the number of the quote it comes from.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from tui.enrich.clusters import Mention
from tui.enrich.lexicon import Grammar
from tui.enrich.scanner import Quoted
from tui.enrich.tokens import Token

_BEFORE = frozenset({",", "–", "—", "?", "!", "…"})
_STOPS = frozenset({",", ".", ";", ":", "?", "!", "…", "–", "—"})
_SPOKEN_ENDS = frozenset({"?", "!", "…"})
_INNER = {"“": "”", "‘": "’", "«": "»", "‹": "›", '"': '"'}
_LONGEST = 40
"""Tokens of an attribution inside a quote, apposition included."""
_SUBJECT_WITHIN = 6
"""Tokens from the verb to the name or noun of its subject."""
_BEHIND = 5
"""Tokens behind the closing mark in which a cue shows that the quote is attributed there."""


def split_incises(
    quoted: Sequence[Quoted],
    tokens: Sequence[Token],
    mentions: Mapping[int, Mention],
    grammar: Grammar,
) -> list[tuple[Quoted, int]]:
    """Return the parts of all quotes, each with its quote's number.

    `tokens` are those of the whole article in order; `mentions` are found by their start.
    """
    starts = [token.start for token in tokens]
    parts: list[tuple[Quoted, int]] = []
    for number, quote in enumerate(quoted):
        first, last = bisect_left(starts, quote.start), bisect_left(starts, quote.end)
        closed = bisect_left(starts, quote.closing)
        behind = tokens[closed : closed + _BEHIND]
        found = [] if _cued(behind, grammar) else incises(tokens, first, last, mentions, grammar)
        parts.extend((part, number) for part in _parts(quote, tokens, list(found), last))
    return parts


def _cued(behind: Sequence[Token], grammar: Grammar) -> bool:
    return bool(behind) and behind[0].text == "," and any(t.lower in grammar.cues for t in behind)


def _parts(
    quote: Quoted, tokens: Sequence[Token], incises: Sequence[tuple[int, int]], last: int
) -> Iterator[Quoted]:
    opening, start = quote.opening, quote.start
    for comma, end in incises:
        mark = tokens[comma]
        stop = mark.end if mark.text in _SPOKEN_ENDS else tokens[comma - 1].end
        if stop > start:
            yield Quoted(opening, start, stop, stop)
        begin = end + 1
        if begin >= last:
            return
        opening = start = tokens[begin].start
    yield Quoted(opening, start, quote.end, quote.closing)


def incises(
    tokens: Sequence[Token],
    first: int,
    last: int,
    mentions: Mapping[int, Mention],
    grammar: Grammar,
) -> Iterator[tuple[int, int]]:
    """Yield the mark before each attribution and the mark (or end) behind it."""
    at = first + 1
    closer = ""
    while at < last:
        text = tokens[at].text
        if closer:
            closer = "" if text == closer else closer
        elif text in _INNER:
            closer = _INNER[text]
        elif text in _BEFORE:
            end = _end(tokens, at + 1, min(last, at + _LONGEST), last, mentions, grammar)
            if end:
                yield at, end
                at = end
        at += 1


def _end(
    tokens: Sequence[Token],
    at: int,
    limit: int,
    last: int,
    mentions: Mapping[int, Mention],
    grammar: Grammar,
) -> int | None:
    """Return the place behind an attribution that starts at `at`, or None where none does."""
    behind = _behind_verb(tokens, at, limit, grammar)
    if behind is None:
        return None
    verb, pronoun = behind
    if not pronoun:
        subject = _behind_subject(tokens, verb, limit, mentions, grammar)
        if subject is None:
            return None
        verb = subject
    end = _next_stop(tokens, verb, limit)
    while end < limit and _apposition(tokens, end, limit, grammar, pronoun=pronoun):
        end = _next_stop(tokens, end + 1, limit)
    return end if end < limit or limit == last else None


def _behind_verb(
    tokens: Sequence[Token], at: int, limit: int, grammar: Grammar
) -> tuple[int, bool] | None:
    """Return the place behind the verb of saying and whether its pronoun was read."""
    begin = at
    while at < limit and tokens[at].lower in grammar.clitics:
        at += 1
    auxiliary = at < limit and tokens[at].lower in grammar.auxiliaries
    pronoun = False
    if auxiliary:
        at += 1
        pronoun = at < limit and _third_person(tokens[at])
        at += pronoun
        while at < limit and tokens[at].lower in grammar.skipped:
            at += 1
    if at >= limit or tokens[at].capital:
        return None
    cue = grammar.cues.get(tokens[at].lower)
    if auxiliary:
        known = cue is not None and cue.form in ("participle", "past", "finite")
        return (at + 1, pronoun) if known else None
    if at + 1 < limit and _third_person(tokens[at + 1]):
        closed = at + 2 == limit or tokens[at + 2].text in ",."
        listed = cue is not None and not cue.weak
        known = listed or (closed and tokens[begin - 1].text == ",")
        return (at + 2, True) if known else None
    known = cue is not None and cue.inverted and not cue.weak and cue.form in ("finite", "past")
    known = known or tokens[at].lower in grammar.incise_verbs
    return (at + 1, False) if known else None


def _third_person(token: Token) -> bool:
    return token.text[0] in "-‐‑" and token.lower.endswith(("-il", "-elle"))


def _behind_subject(
    tokens: Sequence[Token],
    at: int,
    limit: int,
    mentions: Mapping[int, Mention],
    grammar: Grammar,
) -> int | None:
    """Return the place behind the name, or behind the noun of a description."""
    determined = False
    for look in range(at, min(limit, at + _SUBJECT_WITHIN)):
        token = tokens[look]
        mention = mentions.get(token.start)
        if mention:
            while look < limit and tokens[look].start < mention.end:
                look += 1
            return look
        word = token.lower
        if word in grammar.own_determiners or token.text in _STOPS:
            return None
        if word in grammar.titles and not determined and token.capital:
            continue
        if word in grammar.roles and determined:
            return look + 1
        determined = determined or word in grammar.determiners
        light = determined or word in grammar.skipped
        if not (light or token.capital):
            return None
    return None


def _next_stop(tokens: Sequence[Token], at: int, limit: int) -> int:
    while at < limit and tokens[at].text not in _STOPS:
        at += 1
    return at


def _apposition(
    tokens: Sequence[Token], at: int, limit: int, grammar: Grammar, *, pronoun: bool
) -> bool:
    """Whether what follows a comma still speaks of the subject: a post, an age, "qui …".

    A pronoun takes no apposition, but how it was said may follow: ", la voix blanche".
    """
    if tokens[at].text != ",":
        return False
    at += 1
    first = tokens[at].lower if at < limit else ""
    manner = first in grammar.manner_participles or first.endswith(grammar.gerund_endings)
    if manner or (at + 1 < limit and tokens[at + 1].lower in grammar.manner_nouns):
        return True
    if pronoun:
        return False
    while at < limit and tokens[at].lower in grammar.determiners:
        at += 1
    if at >= limit:
        return False
    word = tokens[at].lower
    held = word in grammar.roles or word in grammar.role_modifiers
    return held or word in ("qui", "dont", "who") or (word.isdigit() and len(word) <= 2)
