"""Sheets: quotes, or highlights with their notes, of many articles, as they are looked up or cited.

Each form is a generator of pieces that make one file, so that a sheet may be as long as it likes.
"""

import json
from collections.abc import Callable, Iterable, Iterator
from html import escape
from typing import Final

from tui.export import org, table
from tui.export.citing import Passage, cited, day_of
from tui.export.markdown import escaped
from tui.export.text import clean_line, web_address

COLUMNS: Final = (
    "article",
    "date",
    "site",
    "title",
    "speaker",
    "confidence",
    "kind",
    "quote",
    "url",
    "note",
    "colour",
)
_STYLE: Final = "body{max-width:42em;margin:2em auto;padding:0 1em;font:1.05em/1.5 serif}"


def sheet(passages: Iterable[Passage], title: str, form: str) -> Iterator[str]:
    """Yield what makes a sheet in one of `FORMS`."""
    return FORMS[form](passages, title)


def _markdown(passages: Iterable[Passage], title: str) -> Iterator[str]:
    yield f"# {escaped(title)}\n"
    for passage in passages:
        note = f"\n\n{escaped(passage.remark)}" if passage.remark else ""
        yield f"\n{cited(passage, 'markdown')}{note}\n"


def _plain(passages: Iterable[Passage], title: str) -> Iterator[str]:
    yield f"{clean_line(title)}\n"
    for passage in passages:
        note = f"\nNote: {passage.remark}" if passage.remark else ""
        yield f"\n{cited(passage, 'plain')}{note}\n"


def _org(passages: Iterable[Passage], title: str) -> Iterator[str]:
    yield f"* {org.escaped(title)}\n"
    for passage in passages:
        who = ", ".join(filter(None, (org.escaped(passage.speaker), *_where(passage))))
        note = f"\n\n{org.escaped(passage.remark)}" if passage.remark else ""
        words = org.escaped(passage.marked)
        yield f"\n#+begin_quote\n{words}\n#+end_quote\n— {who}{note}\n"


def _where(passage: Passage) -> tuple[str, str, str]:
    article = passage.article
    day = day_of(article)
    return (
        org.link(web_address(article.url), clean_line(article.title)),
        org.escaped(clean_line(article.site or "")),
        day.isoformat() if day else "",
    )


def _html(passages: Iterable[Passage], title: str) -> Iterator[str]:
    name = escape(clean_line(title))
    yield (
        f'<!DOCTYPE html>\n<html>\n<head><meta charset="utf-8"><title>{name}</title>'
        f"<style>{_STYLE}</style></head>\n<body><h1>{name}</h1>\n"
    )
    for passage in passages:
        article = passage.article
        day, address = day_of(article), web_address(article.url)
        heading = escape(clean_line(article.title))
        linked = f'<a href="{escape(address)}" rel="noreferrer">{heading}</a>' if address else ""
        where = (
            escape(passage.speaker),
            linked or heading,
            escape(clean_line(article.site or "")),
            day.isoformat() if day else "",
        )
        note = f"<p>{escape(passage.remark)}</p>" if passage.remark else ""
        yield (
            f"<figure><blockquote>{escape(passage.marked)}</blockquote>"
            f"<figcaption>— {', '.join(filter(None, where))}</figcaption>{note}</figure>\n"
        )
    yield "</body></html>\n"


def _csv(passages: Iterable[Passage], _: str) -> Iterator[str]:
    yield table.line(COLUMNS)
    for passage in passages:
        article, quote = passage.article, passage.quote
        speaker = (quote.speaker or "") if quote else ""
        yield table.line(
            (
                article.id,
                article.published or "",
                article.site or "",
                article.title,
                speaker,
                f"{quote.confidence:.2f}" if quote and speaker else "",
                quote.kind if quote else "",
                article.text[passage.span.start : passage.span.end],
                web_address(article.url) or "",
                passage.note,
                passage.colour,
            )
        )


def _jsonl(passages: Iterable[Passage], _: str) -> Iterator[str]:
    for passage in passages:
        article, quote = passage.article, passage.quote
        held = {
            "article": article.id,
            "title": article.title,
            "site": article.site,
            "url": article.url,
            "published": article.published,
            "start": passage.span.start,
            "end": passage.span.end,
            "kind": quote.kind if quote else None,
            "text": article.text[passage.span.start : passage.span.end],
            "speaker": quote.speaker if quote else None,
            "confidence": quote.confidence if quote else None,
            "note": passage.note,
            "colour": passage.colour or None,
        }
        yield json.dumps(held, ensure_ascii=True) + "\n"


FORMS: Final[dict[str, Callable[[Iterable[Passage], str], Iterator[str]]]] = {
    "markdown": _markdown,
    "jsonl": _jsonl,
    "csv": _csv,
    "html": _html,
    "org": _org,
    "plain": _plain,
}
