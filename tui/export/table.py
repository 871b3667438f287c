"""CSV (RFC 4180): a line for each article, and what makes lines of other things.

A cell that a spreadsheet would take for a formula begins with an apostrophe, which it hides
(OWASP, "CSV Injection").
"""

import csv
from collections.abc import Iterator, Sequence
from io import StringIO
from typing import Final

from tui.export.text import one_line, web_address
from tui.model import Article

ARTICLES: Final = (
    "article",
    "date",
    "site",
    "title",
    "authors",
    "language",
    "people",
    "quotes",
    "words",
    "url",
)
_FORMULA: Final = ("=", "+", "-", "@")


def line(cells: Sequence[str]) -> str:
    """Return one line of a table, with its end."""
    written = StringIO()
    csv.writer(written, lineterminator="\r\n").writerow([_cell(cell) for cell in cells])
    return written.getvalue()


def article_rows(article: Article) -> Iterator[tuple[str, ...]]:
    """Yield the one row of an article, as `ARTICLES` names its cells."""
    yield (
        article.id,
        article.published or "",
        article.site or "",
        article.title,
        "; ".join(article.authors),
        article.language or "",
        "; ".join(person.name for person in article.people),
        str(len(article.quotes)),
        str(len(article.text.split())),
        web_address(article.url) or "",
    )


def _cell(text: str) -> str:
    safe = one_line(text)
    return f"'{safe}" if safe.startswith(_FORMULA) else safe
