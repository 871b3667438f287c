"""Following the links of the open article: from the library, the web or in the browser."""

from typing import TYPE_CHECKING, Final
from urllib.parse import urljoin

from tui.export.text import web_address
from tui.identity import article_id, names_article
from tui.words import _

if TYPE_CHECKING:
    from tui.view.screens.choice import Choice
    from tui.view.screens.links import Linked
    from tui.view.screens.reader import ReaderScreen

MOST: Final = 500
"""Links that are listed of one article."""


def article_links(reader: "ReaderScreen") -> None:
    """List the links of the open article by number."""
    _list(reader, None)


def follow(reader: "ReaderScreen", url: str) -> None:
    """Open the article that a link of the open one leads to, or show how else it is followed."""
    address = _absolute(reader, url)
    stored = _stored(reader, address)
    if stored:
        _open(reader, stored)
    else:
        _list(reader, address)


def _list(reader: "ReaderScreen", current: str | None) -> None:
    from tui.view.screens.links import LinksScreen

    if reader.body.article is None:
        reader.show_status(_("No article is open"))
        return
    links = _links(reader)
    if not links:
        reader.show_status(_("The article has no links"))
        return
    reader.app.push_screen(
        LinksScreen(links, current), lambda chosen: _follow(reader, chosen) if chosen else None
    )


def _links(reader: "ReaderScreen") -> "list[Linked]":
    """Return where the article leads, each place once, in its order."""
    from tui.view.screens.links import Linked

    article = reader.body.article
    found: dict[str, Linked] = {}
    for link in article.links if article else ():
        address = _absolute(reader, link.url)
        if address not in found and article is not None and len(found) < MOST:
            words = " ".join(article.text[link.start : link.end].split())
            found[address] = Linked(words or address, address, _stored(reader, address))
    return list(found.values())


def _absolute(reader: "ReaderScreen", url: str) -> str:
    article = reader.body.article
    try:
        return urljoin((article.url if article else None) or "", url)
    except ValueError:
        return url


def _stored(reader: "ReaderScreen", address: str) -> str | None:
    """Return the id of the article of an address, if the library has it and it is not this one."""
    found = article_id(address, "") if names_article(address) else None
    known = found and found != reader.session.article_id and reader.library.article(found)
    return found if known else None


def _open(reader: "ReaderScreen", stored: str) -> None:
    reader.open(stored)
    reader.show_pane("article")


def _follow(reader: "ReaderScreen", chosen: "Choice") -> None:
    from tui.view.doing.browsing import browse
    from tui.view.doing.fetching import fetch

    link, way = chosen.value
    address = web_address(link.address)
    if way == "open":
        _open(reader, link.article_id)
    elif address is None:
        reader.show_status(_("Not an address of the web: {address}", address=link.address))
    elif way == "fetch":
        fetch(reader, address)
    else:
        browse(reader, address)
