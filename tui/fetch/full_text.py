"""Feeds that have only summaries: the pages of their entries in the entries' place.

A page is taken where it has more words than its entry, and is no other article's: sites give many
pages one address, and a wall or an error may come with a friendly face.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from tui.intake_pool import Imported
from tui.library import ready
from tui.library.interface import Library
from tui.model import Article


def chosen(
    library: Library, origin: str, articles: Sequence[Imported]
) -> tuple[list[Imported], tuple[str, ...]]:
    """Return what is stored of `articles`, and the ids of entries in whose place their page is.

    `origin` is where the feed was found; what came from elsewhere is a page, named by the address
    of its entry. An entry whose page was stored before is left out.
    """
    pages: dict[str, Imported] = {}
    for path, found in groupby(articles, lambda item: item.article.source.path):
        if path != origin:
            pages.setdefault(path, next(found))
    entries = [item for item in articles if item.article.source.path == origin]
    before = set(library.feeds.replaced([item.article.id for item in entries]))
    kept: list[Imported] = []
    replaced: list[str] = []
    taken: set[str] = set()
    for entry in entries:
        page = pages.get(entry.article.url or "")
        if page is not None and _fits(library, page.article, entry.article, taken):
            taken.add(page.article.id)
            kept.append(_completed(page, entry.article))
            replaced.append(entry.article.id)
        elif entry.article.id not in before:
            kept.append(entry)
    return kept, tuple(replaced)


def _fits(library: Library, page: Article, entry: Article, taken: set[str]) -> bool:
    if len(page.text) <= len(entry.text) or page.id in taken:
        return False
    if page.id == entry.id:
        return True
    stored = library.article(page.id)
    return stored is None or stored.title == page.title


def _completed(page: Imported, entry: Article) -> Imported:
    """Return a page's article with what only the feed says of it."""
    article = replace(
        page.article,
        published=page.article.published or entry.published,
        authors=page.article.authors or entry.authors,
        site=page.article.site or entry.site,
    )
    if article == page.article:
        return page
    from tui.enrich import engine

    made = ready(article, None if page.annotated else engine())
    return Imported(article, page.annotated, made)
