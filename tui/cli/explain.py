"""`broadsheet parse --explain`: what was kept of each page, what was left out, and by which rule.

A report for people, one part after the other; each part is a generator of lines. What a page does
not say is told as such. The page itself is told in its own order, kept and left-out parts mixed.
"""

import shutil
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tui.cli.margin import Colour, Margin, coloured
from tui.cli.output import write_each
from tui.cli.page_order import in_page_order, page_text
from tui.intake import Reading, readings
from tui.model import Article, Block, Failure, Quote, Teaser
from tui.parse.charset import charset_of
from tui.parse.draft import Dropped
from tui.source import Document
from tui.words import _, after_colon, decimal, ngettext

RULES = 22
"""Cells of the margin beside a page's parts: the longest rule, "before the article", its mark and
a gap."""


def explain(paths: Sequence[str], colour: Colour) -> int:
    """Print a report on each article; failures go to standard error."""
    return write_each(_reports(paths, colour))


def _reports(paths: Sequence[str], colour: Colour) -> Iterator[bytes | Failure]:
    margin = Margin(shutil.get_terminal_size().columns, coloured(colour))
    encoding = sys.stdout.encoding or "utf-8"
    for item in readings(paths):
        if isinstance(item, Failure):
            yield item
        else:
            lines = report_lines(item, margin)
            yield "".join(f"{line}\n" for line in lines).encode(encoding, "replace")


def report_lines(reading: Reading, margin: Margin) -> Iterator[str]:
    """Yield the report on one article."""
    article, parsed = reading.article, reading.parsed
    page, menus = page_text(reading.document)
    lifted = _lifted(article.teasers, parsed.dropped) if page else ()
    left = (*parsed.dropped, *lifted, *menus)
    yield margin.heading(f"=== {article.title}")
    yield from _head(article, reading.document, margin)
    yield ""
    yield from _page(article, left, page, margin)
    yield ""
    yield from _related(article.teasers, margin)
    yield ""
    yield from _quotes(article, parsed.annotated, margin)
    yield ""
    yield from _totals(article, left, margin)
    yield ""


def _head(article: Article, document: Document, margin: Margin) -> Iterator[str]:
    charset = charset_of(document.data, document.media_type)
    fields = (
        ("file", article.source.path),
        ("format", article.source.format),
        ("charset", _("{name}, by {what}", name=charset.name, what=_(charset.told_by))),
        ("url", article.url),
        ("site", article.site),
        ("title", article.title),
        ("authors", "; ".join(article.authors)),
        ("published", article.published),
        ("modified", article.modified),
        ("section", article.section),
        ("keywords", "; ".join(article.keywords)),
        ("language", article.language),
    )
    for name, value in fields:
        yield from margin.lines(_(name), value or _("not given"))
    for warning in article.warnings:
        yield from margin.lines(_("! warning"), _(warning), "warning")
    if not article.warnings:
        yield margin.line(_("warnings"), _("none"))


def _page(article: Article, left: Sequence[Dropped], page: str, margin: Margin) -> Iterator[str]:
    """Yield the parts of the page in its order; at the end what stands nowhere on it as such."""
    blocks = article.blocks
    kept = [article.text[block.start : block.end] for block in blocks]
    stayed = ngettext("{n} block kept", "{n} blocks kept", len(kept))
    went = ngettext("{n} text left out", "{n} texts left out", len(left))
    beside = replace(margin, names=RULES)
    yield margin.heading(f"--- {_('the page')}{after_colon(f'{stayed}, {went}')}")
    placed = True
    for was_kept, number, has_place in in_page_order(page, kept, [each.text for each in left]):
        if placed and not has_place:
            placed = False
            yield margin.heading(_("left out, from no known place"))
        if was_kept:
            yield beside.line(_kind(blocks[number]), kept[number], "kept")
        else:
            yield beside.line(f"- {_(left[number].rule)}", left[number].text, "dropped")


def _lifted(teasers: Sequence[Teaser], dropped: Sequence[Dropped]) -> Iterator[Dropped]:
    """Yield the titles of related pieces that no text which was left out holds: those of a dump."""
    told = "\n".join(each.text for each in dropped)
    yield from (Dropped("related", teaser.title) for teaser in teasers if teaser.title not in told)


def _kind(block: Block) -> str:
    if block.kind == "heading" and block.level is not None:
        return f"h{block.level}"
    return _(block.kind.replace("_", " "))


def _by_rule(dropped: Sequence[Dropped]) -> dict[str, list[str]]:
    """Return the texts under the rule that took them out, in the order the rules first appear."""
    grouped: dict[str, list[str]] = {}
    for each in dropped:
        grouped.setdefault(each.rule, []).append(each.text)
    return grouped


def _related(teasers: Sequence[Teaser], margin: Margin) -> Iterator[str]:
    yield margin.heading(
        f"--- {_('related')}{after_colon(ngettext('{n} teaser', '{n} teasers', len(teasers)))}"
    )
    for teaser in teasers:
        yield margin.line(_("teaser"), teaser.title)
        fields = (
            ("excerpt", teaser.excerpt),
            ("authors", "; ".join(teaser.authors)),
            ("url", teaser.url),
            ("published", teaser.published),
        )
        yield from (margin.line(f"· {_(name)}", value) for name, value in fields if value)


def _quotes(article: Article, annotated: bool, margin: Margin) -> Iterator[str]:
    origin = _(", as the input has them") if annotated else ""
    count = ngettext("{n} quote", "{n} quotes", len(article.quotes))
    yield margin.heading(f"--- {_('quotes')}{after_colon(count)}{origin}")
    for quote in article.quotes:
        yield margin.line(_(quote.kind), article.text[quote.start : quote.end])
        yield margin.line(f"· {_('speaker')}", quote.speaker or _("not said"))
        yield margin.line(f"· {_('because')}", _because(quote, article.text))


def _because(quote: Quote, text: str) -> str:
    if quote.rule is None:
        if quote.speaker:
            return _("the input says so")
        return _("nothing around it says whose words they are")
    rule = _(quote.rule)
    cue = _("no cue")
    if quote.cue:
        cue = _("cue “{words}”", words=text[quote.cue.start : quote.cue.end])
    if quote.speaker is None:
        return _("rule {rule}, {cue}, but nobody named says it", rule=rule, cue=cue)
    sure = decimal(quote.confidence)
    return _("rule {rule}, confidence {sure}, {cue}", rule=rule, sure=sure, cue=cue)


def _totals(article: Article, dropped: Sequence[Dropped], margin: Margin) -> Iterator[str]:
    kept = sum(_words(article.text[block.start : block.end]) for block in article.blocks)
    left = {rule: sum(map(_words, texts)) for rule, texts in _by_rule(dropped).items()}
    texts = {rule: _texts(len(texts)) for rule, texts in _by_rule(dropped).items()}
    yield margin.heading(f"--- {_('totals')}")
    yield margin.line(_("kept"), _words_of(kept), "kept")
    yield margin.line(_("left out"), _words_of(sum(left.values())), "dropped")
    for rule, words in left.items():
        told = _(
            "{words} by {rule}, in {texts}", words=_words_of(words), rule=_(rule), texts=texts[rule]
        )
        yield margin.line(f"- {_('left out')}", told, "dropped")


def _words(text: str) -> int:
    return len(text.split())


def _words_of(count: int) -> str:
    return ngettext("{n} word", "{n} words", count)


def _texts(count: int) -> str:
    return ngettext("{n} text", "{n} texts", count)
