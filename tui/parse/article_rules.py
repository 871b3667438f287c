"""What the contract of Article JSON asks beyond types: offsets, order, names, dates.

`check` is the gate: an article that passed it may be indexed, wrapped and shown without another
look at its offsets. Every complaint names the field as a dotted path.
"""

import re
from collections.abc import Sequence
from datetime import date, datetime

from tui.model import BLOCK_SEPARATOR, HIGHEST_NUMBER, Article, Block, Link, Person, Quote, Span

HasSpan = Span | Block | Link | Quote

_LEVELS = range(2, 7)
_DATE = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
    r"(T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,6})?)?(Z|[+-][0-9]{2}:[0-9]{2}))?"
)

_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|[0-9]{3}))?")
"""An ISO 639 code, with a script and a region where they are told: "fr", "fr-CA" (BCP 47)."""


class ContractError(Exception):
    """An input that breaks the contract of Article JSON."""

    def __init__(self, reason: str, field: str | None = None, line: int | None = None) -> None:
        super().__init__(f"{field}: {reason}" if field else reason)
        self.reason = reason
        self.field = field
        """The dotted path of the field at fault; None where no single field is."""
        self.line = line
        """1-based line of the input, for what is no JSON."""


def check(article: Article) -> None:
    """Raise `ContractError` for the first rule that `article` breaks."""
    _check_blocks(article)
    _check_title(article)
    _check_spans(article.links, "links", len(article.text))
    _check_people(article)
    _check_quotes(article)
    _check_language(article.language)
    _check_date(article.published, "published")
    _check_date(article.modified, "modified")
    for place, teaser in enumerate(article.teasers):
        _check_date(teaser.published, f"teasers.{place}.published")


def _check_blocks(article: Article) -> None:
    """Blocks stand in order and cover the text but for the separators between them."""
    expected = 0
    for place, block in enumerate(article.blocks):
        field = f"blocks.{place}"
        _check_span(block, field, len(article.text))
        if block.start != expected:
            raise ContractError(
                f"is {block.start}, where the blocks before it ask for {expected}", f"{field}.start"
            )
        if block.start and article.text[block.start - 2 : block.start] != BLOCK_SEPARATOR:
            raise ContractError("no blank line stands before the block", f"{field}.start")
        _check_level(block, f"{field}.level")
        _check_item(block, field)
        expected = block.end + len(BLOCK_SEPARATOR)
    covered = article.blocks[-1].end if article.blocks else 0
    if covered != len(article.text):
        raise ContractError(
            f"the blocks end at {covered}, the text at {len(article.text)}", "blocks"
        )
    if not article.text:
        raise ContractError("is empty", "text")


def _check_level(block: Block, field: str) -> None:
    if block.kind == "heading" and block.level not in _LEVELS:
        raise ContractError("a heading has a level from 2 to 6", field)
    if block.kind != "heading" and block.level is not None:
        raise ContractError(f"a {block.kind} has no level", field)


def _check_item(block: Block, field: str) -> None:
    told = {"depth": (block.depth, 2), "number": (block.number, 0)}
    for name, (value, least) in told.items():
        if value is not None and block.kind != "list_item":
            raise ContractError(f"a {block.kind} has no {name}", f"{field}.{name}")
        if value is not None and not least <= value <= HIGHEST_NUMBER:
            raise ContractError(f"is not from {least} to {HIGHEST_NUMBER}", f"{field}.{name}")


def _check_title(article: Article) -> None:
    """The title is the first block, and no other block is one."""
    first = article.blocks[0]
    if article.title and first.kind != "title":
        raise ContractError("the first block is not the title", "blocks.0.kind")
    if first.kind == "title" and article.text[: first.end] != article.title:
        raise ContractError("is not what stands in the title block", "title")
    for place, block in enumerate(article.blocks[1:], 1):
        if block.kind == "title":
            raise ContractError("only the first block can be a title", f"blocks.{place}.kind")


def _check_people(article: Article) -> None:
    """A name is one person's; a mention is one of the person's forms, in the order of the text."""
    names: set[str] = set()
    for place, person in enumerate(article.people):
        field = f"people.{place}"
        if not person.name.strip():
            raise ContractError("is empty", f"{field}.name")
        if person.name in names:
            raise ContractError("is the name of another person too", f"{field}.name")
        names.add(person.name)
        if len({person.name, *person.aliases}) <= len(person.aliases):
            raise ContractError("hold a form twice, or the name", f"{field}.aliases")
        _check_mentions(person, f"{field}.mentions", article.text)


def _check_mentions(person: Person, field: str, text: str) -> None:
    _check_spans(person.mentions, field, len(text))
    starts = [mention.start for mention in person.mentions]
    if starts != sorted(starts):
        raise ContractError("are not in the order of the text", field)
    forms = {_folded(form) for form in (person.name, *person.aliases)}
    for place, mention in enumerate(person.mentions):
        if _folded(text[mention.start : mention.end]) not in forms:
            raise ContractError("is neither the name nor an alias", f"{field}.{place}")


def _folded(form: str) -> str:
    """Return a name with plain spaces, as people are named; the text may have no-break ones."""
    return " ".join(form.split())


def _check_quotes(article: Article) -> None:
    names = {person.name for person in article.people}
    for place, quote in enumerate(article.quotes):
        field = f"quotes.{place}"
        _check_span(quote, field, len(article.text))
        if quote.cue is not None:
            _check_span(quote.cue, f"{field}.cue", len(article.text))
        if quote.speaker is not None and quote.speaker not in names:
            raise ContractError("is none of the names in people", f"{field}.speaker")
        if not 0 <= quote.confidence <= 1:
            raise ContractError("is not between 0 and 1", f"{field}.confidence")


def _check_spans(spans: Sequence[HasSpan], field: str, length: int) -> None:
    for place, span in enumerate(spans):
        _check_span(span, f"{field}.{place}", length)


def _check_span(span: HasSpan, field: str, length: int) -> None:
    if span.start < 0:
        raise ContractError("is below 0", f"{field}.start")
    if span.start >= span.end:
        raise ContractError(f"is not after the start ({span.start})", f"{field}.end")
    if span.end > length:
        raise ContractError(f"is {span.end}, past the text's end at {length}", f"{field}.end")


def _check_language(language: str | None) -> None:
    if language is not None and not _LANGUAGE.fullmatch(language):
        raise ContractError('is no ISO 639 code such as "fr"', "language")


def _check_date(value: str | None, field: str) -> None:
    if value is None:
        return
    found = _DATE.fullmatch(value)
    if not found:
        raise ContractError("is neither an ISO 8601 date nor a date-time with offset", field)
    try:
        (datetime if found[1] else date).fromisoformat(value)
    except ValueError:
        raise ContractError("is no possible date", field) from None
