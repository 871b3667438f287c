"""What an article leads to, numbered: its links in reading order, then its pictures.

An address that several links share has one number, that of the first.
"""

from collections.abc import Iterator
from typing import Final, Literal, NamedTuple
from urllib.parse import urljoin

from tui.identity import article_id, names_article
from tui.model import Article, Media

Kind = Literal["link", "picture"]

_WEB: Final = ("https://", "http://")
"""How addresses begin that are fetched, and that a browser is given."""


class Reference(NamedTuple):
    """A link or a picture of an article, under its number."""

    number: int
    """From 1 on, links and pictures together."""
    kind: Kind
    words: str
    """The words of the link; of a picture its caption, else what the page calls it, else ""."""
    address: str
    """Absolute where the article's own address is known, else as the page has it."""

    @property
    def on_web(self) -> bool:
        """Whether it can be fetched, and given to a browser."""
        return self.address.lower().startswith(_WEB)


def references(article: Article) -> list[Reference]:
    """Return what an article leads to."""
    first: dict[tuple[Kind, str], str] = {}
    for kind, address, words in _named(article):
        first.setdefault((kind, address), words)
    return [
        Reference(number, kind, words, address)
        for number, ((kind, address), words) in enumerate(first.items(), 1)
    ]


def absolute(article: Article | None, url: str) -> str:
    """Return where an address leads that stands in an article."""
    try:
        return urljoin((article.url if article else None) or "", url)
    except ValueError:
        return url


def article_at(address: str) -> str | None:
    """Return the id that an article at an address would have; None where none can stand there."""
    return article_id(address, "") if names_article(address) else None


def is_picture(media: Media) -> bool:
    """Say whether a file that comes with an article is a picture, as far as the page tells."""
    return (media.media_type or "").partition("/")[0] == "image"


def _named(article: Article) -> Iterator[tuple[Kind, str, str]]:
    for link in sorted(article.links, key=lambda link: link.start):
        yield "link", absolute(article, link.url), article.text[link.start : link.end]
    for media in article.media:
        if is_picture(media):
            yield "picture", absolute(article, media.url), media.caption or media.title or ""
