"""`broadsheet parse --explain`: what was kept of each page, what was left out, and by which rule.

A report for people, one part after the other; each part is a generator of lines. What a page does
not say is told as such.
"""

import shutil
import sys
from collections.abc import Iterator, Sequence

from tui.cli.margin import Colour, Margin, coloured
from tui.cli.output import write_each
from tui.intake import parsed_articles
from tui.model import Article, Block, Failure, Quote, Teaser
from tui.parse.draft import Dropped, Parsed

UNKNOWN = "not given"


def explain(paths: Sequence[str], colour: Colour) -> int:
    """Print a report on each article; failures go to standard error."""
    return write_each(_reports(paths, colour))


def _reports(paths: Sequence[str], colour: Colour) -> Iterator[bytes | Failure]:
    margin = Margin(shutil.get_terminal_size().columns, coloured(colour))
    encoding = sys.stdout.encoding or "utf-8"
    for item in parsed_articles(paths):
        if isinstance(item, Failure):
            yield item
        else:
            lines = report_lines(*item, margin)
            yield "".join(f"{line}\n" for line in lines).encode(encoding, "replace")


def report_lines(parsed: Parsed, article: Article, margin: Margin) -> Iterator[str]:
    """Yield the report on one article; `article` is `parsed.article`, enriched."""
    yield margin.heading(f"=== {article.title}")
    yield from _head(article, margin)
    yield ""
    yield from _kept(article, margin)
    yield ""
    yield from _left_out(parsed.dropped, margin)
    yield ""
    yield from _related(article.teasers, margin)
    yield ""
    yield from _quotes(article, parsed.annotated, margin)
    yield ""
    yield from _totals(article, parsed.dropped, margin)
    yield ""


def _head(article: Article, margin: Margin) -> Iterator[str]:
    fields = (
        ("file", article.source.path),
        ("format", article.source.format),
        ("url", article.url),
        ("site", article.site),
        ("title", article.title),
        ("authors", "; ".join(article.authors)),
        ("published", article.published),
        ("modified", article.modified),
        ("section", article.section),
        ("language", article.language),
    )
    for name, value in fields:
        yield from margin.lines(name, value or UNKNOWN)
    for warning in article.warnings:
        yield from margin.lines("! warning", warning, "warning")
    if not article.warnings:
        yield margin.line("warnings", "none")


def _kept(article: Article, margin: Margin) -> Iterator[str]:
    yield margin.heading(f"--- kept: {_counted(len(article.blocks), 'block')}")
    for block in article.blocks:
        yield margin.line(_kind(block), article.text[block.start : block.end], "kept")


def _kind(block: Block) -> str:
    if block.kind == "heading" and block.level is not None:
        return f"h{block.level}"
    return block.kind.replace("_", " ")


def _left_out(dropped: Sequence[Dropped], margin: Margin) -> Iterator[str]:
    yield margin.heading(f"--- left out: {_counted(len(dropped), 'text')}")
    for rule, texts in _by_rule(dropped).items():
        words = _counted(sum(map(_words, texts)), "word")
        yield margin.heading(f"{rule}: {_counted(len(texts), 'text')}, {words}")
        for text in texts:
            yield margin.line("- left out", text, "left out")


def _by_rule(dropped: Sequence[Dropped]) -> dict[str, list[str]]:
    """Return the texts under the rule that took them out, in the order the rules first appear."""
    grouped: dict[str, list[str]] = {}
    for each in dropped:
        grouped.setdefault(each.rule, []).append(each.text)
    return grouped


def _related(teasers: Sequence[Teaser], margin: Margin) -> Iterator[str]:
    yield margin.heading(f"--- related: {_counted(len(teasers), 'teaser')}")
    for teaser in teasers:
        yield margin.line("teaser", teaser.title)
        fields = (
            ("excerpt", teaser.excerpt),
            ("authors", "; ".join(teaser.authors)),
            ("url", teaser.url),
            ("published", teaser.published),
        )
        yield from (margin.line(f"· {name}", value) for name, value in fields if value)


def _quotes(article: Article, annotated: bool, margin: Margin) -> Iterator[str]:
    origin = ", as the input has them" if annotated else ""
    yield margin.heading(f"--- quotes: {_counted(len(article.quotes), 'quote')}{origin}")
    for quote in article.quotes:
        yield margin.line(quote.kind, article.text[quote.start : quote.end])
        yield margin.line("· speaker", quote.speaker or "not said")
        yield margin.line("· because", _because(quote, article.text))


def _because(quote: Quote, text: str) -> str:
    cue = f"cue “{text[quote.cue.start : quote.cue.end]}”" if quote.cue else "no cue"
    rule = f"rule {quote.rule}" if quote.rule else "no rule"
    return f"{rule}, confidence {quote.confidence:.2f}, {cue}"


def _totals(article: Article, dropped: Sequence[Dropped], margin: Margin) -> Iterator[str]:
    kept = sum(_words(article.text[block.start : block.end]) for block in article.blocks)
    left = {rule: sum(map(_words, texts)) for rule, texts in _by_rule(dropped).items()}
    yield margin.heading("--- totals")
    yield margin.line("kept", _counted(kept, "word"), "kept")
    yield margin.line("left out", _counted(sum(left.values()), "word"), "left out")
    for rule, words in left.items():
        yield margin.line("- left out", f"{_counted(words, 'word')} by {rule}", "left out")


def _words(text: str) -> int:
    return len(text.split())


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
