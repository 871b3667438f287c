"""The quotes of an article as it shows them: kind, speaker, confidence and rule of each.

Quoted words that nobody is said to have used (the title of a work, a term) are left out; what is
speech stays, without a speaker where the text names none.
"""

from tui.enrich.attribution import NOBODY, Attribution, Attributor
from tui.enrich.discourse import Discourse
from tui.enrich.folding import lower
from tui.enrich.lexicon import Grammar
from tui.enrich.people import Cast
from tui.enrich.scanner import Quoted, scan
from tui.enrich.sentences import Reader
from tui.enrich.sheet import Sheet
from tui.model import Quote

_LONG = 14
"""Words from which quoted words are a clause whatever they are."""
_SAMPLE = 400
"""Characters of a quote that tell its kind."""


def find_quotes(sheet: Sheet, cast: Cast) -> tuple[Quote, ...]:
    """Find the quotes of an article and who said them."""
    quoted = scan(sheet.text, (passage.block for passage in sheet.passages))
    direct = [is_clause(sheet.text[q.start : q.end][:_SAMPLE], sheet.grammar) for q in quoted]
    reader = Reader(sheet.text, quoted, cast.mentions)
    passages = [
        reader.sentences(passage.tokens, passage.block.start, sheet.grammar)
        for passage in sheet.passages
        if not passage.signature
    ]
    attributor = Attributor(sheet.grammar, Discourse(cast, sheet.grammar), direct)
    decided = attributor.attribute(passages)
    return tuple(
        _quote(q, direct[number], decided.get(number, NOBODY), cast)
        for number, q in enumerate(quoted)
        if number in decided or direct[number] or number in attributor.unnamed
    )


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


def _quote(quoted: Quoted, direct: bool, told: Attribution, cast: Cast) -> Quote:
    return Quote(
        start=quoted.start,
        end=quoted.end,
        kind="direct" if direct else "fragment",
        speaker=None if told.figure is None else cast.members[told.figure].name,
        cue=told.cue,
        confidence=told.confidence,
        rule=told.rule,
    )
