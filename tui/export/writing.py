"""Files for other programs: what goes into them, and how they come to stand whole or not at all."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final, Literal

from tui.export.citing import Passage
from tui.library.interface import Highlight
from tui.model import Article, Quote, Span

What = Literal["articles", "quotes", "highlights"]

FORMATS: Final = ("markdown", "jsonl", "csv", "html", "org", "plain")
SUFFIXES: Final = {
    "markdown": ".md",
    "jsonl": ".jsonl",
    "csv": ".csv",
    "html": ".html",
    "org": ".org",
    "plain": ".txt",
}
_LONGEST_NAME: Final = 60
"""Code points of a title in the name of a file."""
_BETWEEN: Final = {"markdown": "\n\n", "plain": f"\n{'=' * 72}\n\n", "html": "", "org": "\n"}
"""What stands between two articles of one file."""
TITLES: Final[dict[What, str]] = {
    "articles": "Articles",
    "quotes": "Quotes",
    "highlights": "Highlights",
}


def articles_in(articles: Iterable[Article], form: str) -> Iterator[bytes]:
    """Yield what makes one file of articles."""
    if form == "jsonl":
        from tui.parse.article_json import dumps

        yield from (dumps(article) + b"\n" for article in articles)
    elif form == "csv":
        from tui.export import table

        yield table.line(table.ARTICLES).encode()
        for article in articles:
            for row in table.article_rows(article):
                yield table.line(row).encode("utf-8", "replace")
    else:
        write = writer(form)
        for number, article in enumerate(articles):
            text = (_BETWEEN[form] if number else "") + write(article)
            yield text.encode("utf-8", "replace")


def passages_in(passages: Iterable[Passage], what: What, form: str) -> Iterator[bytes]:
    """Yield what makes one sheet of quotes or highlights."""
    from tui.export.sheet import sheet

    for piece in sheet(passages, TITLES[what], form):
        yield piece.encode("utf-8", "replace")


def quotes_of(article: Article, quotes: Iterable[Quote]) -> Iterator[Passage]:
    """Yield quotes of an article as passages."""
    for quote in quotes:
        yield Passage(article, Span(quote.start, quote.end), quote)


def highlights_of(article: Article, highlights: Sequence[Highlight]) -> Iterator[Passage]:
    """Yield what is marked in an article; what is a quote as well keeps its speaker."""
    quotes = {Span(quote.start, quote.end): quote for quote in article.quotes}
    for highlight in sorted(highlights, key=lambda each: each.span.start):
        yield Passage(
            article, highlight.span, quotes.get(highlight.span), highlight.note, highlight.colour
        )


def writer(form: str) -> Callable[[Article], str]:
    """Return what writes one article as text."""
    if form == "markdown":
        from tui.export.markdown import markdown

        return markdown
    if form == "html":
        from tui.export.html import html

        return html
    if form == "org":
        from tui.export.org import org

        return org
    from tui.export.plain import plain

    return plain


def file_name(article: Article) -> str:
    """Return a name for the article's file: its date, title and the beginning of its id.

    Letters and digits of any script stay; nothing in it can lead out of a folder.
    """
    date = re.sub(r"[^0-9-]", "", (article.published or "")[:10])
    composed = unicodedata.normalize("NFC", article.title)[: 4 * _LONGEST_NAME]
    title = "-".join(re.findall(r"[^\W_]+", composed.lower()))[:_LONGEST_NAME].strip("-")
    id_ = re.sub(r"[^0-9A-Za-z]", "", article.id)[:8]
    return "-".join(filter(None, (date, title, id_))) or "article"


def write_whole(path: Path, pieces: Iterable[bytes]) -> None:
    """Write a file that is there whole or not at all; raises OSError."""
    part = path.with_name(f".{path.name}.part")
    try:
        with part.open("wb") as file:
            file.writelines(pieces)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
