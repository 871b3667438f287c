"""Following what the open article leads to: into the library, to the web or to the browser."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from tui.export.text import web_address
from tui.model import Article
from tui.session.references import Reference, absolute, article_at, references
from tui.settings.values import DEFAULTS, Settings
from tui.view.doing.browsing import browse, open_seen
from tui.view.doing.fetching import fetch_piece
from tui.words import N_, _

if TYPE_CHECKING:
    from tui.view.screens.links import Does, Wanted
    from tui.view.screens.reader import ReaderScreen


def article_links(reader: "ReaderScreen") -> None:
    """List the links and pictures of the open article by number."""
    _show_list(reader, pictures=False)


def article_pictures(reader: "ReaderScreen") -> None:
    """List them with the cursor on the first picture."""
    _show_list(reader, pictures=True)


def _show_list(reader: "ReaderScreen", *, pictures: bool) -> None:
    from tui.view.screens.links import LinksScreen

    article = reader.body.article
    if article is None:
        reader.show_status(_("No article is open"))
        return
    found = references(article)
    shown = [place for place, each in enumerate(found) if each.kind == "picture"]
    if pictures and not shown:
        reader.show_status(_("No picture is known of this article"))
        return
    screen = LinksScreen(found, partial(_has, reader), shown[0] if pictures else 0)
    reader.app.push_screen(screen, lambda _none: _answer(reader, screen.wanted))


def _has(reader: "ReaderScreen", address: str) -> bool:
    found = article_at(address)
    return found is not None and reader.library.article(found) is not None


def _answer(reader: "ReaderScreen", wanted: "Wanted | None") -> None:
    """Do what the list was left for."""
    if wanted is None:
        return
    reference = wanted.reference
    if wanted.does == "browse":
        _browse(reader, reference)
    elif reference.kind == "picture":
        _show_picture(reader, reference)
    elif wanted.does == "fetch" and not _opened(reader, reference.address):
        fetch_piece(reader, reference.address)
    elif wanted.does == "open":
        follow(reader, reference.address)


def follow(reader: "ReaderScreen", url: str) -> None:
    """Open the article that a link of the open one leads to, or ask what to do with its address."""
    from tui.view.screens.links import OfferScreen

    address = absolute(reader.body.article, url)
    if _opened(reader, address):
        return
    shown = web_address(address)
    if shown is None:
        reader.show_status(_("Not in the library: {address}", address=address))
        return
    reader.app.push_screen(OfferScreen(shown), partial(_accept, reader, shown))


def _browse(reader: "ReaderScreen", reference: Reference) -> None:
    """Have an address opened as it is shown: nothing in it that is not."""
    if shown := web_address(reference.address):
        browse(reader, shown)


def _opened(reader: "ReaderScreen", address: str) -> bool:
    """Open the article of an address; False where the library has none."""
    found = article_at(address)
    if found is None or reader.library.article(found) is None:
        return False
    if found == reader.session.article_id:
        reader.show_status(_("The link leads to this article"))
        return True
    reader.open(found)
    reader.show_pane("article")
    return True


def _accept(reader: "ReaderScreen", address: str, does: "Does | None") -> None:
    if does == "fetch":
        fetch_piece(reader, address)
    elif does == "browse":
        open_seen(reader, address)


def _show_picture(reader: "ReaderScreen", reference: Reference) -> None:
    """Load a picture and show it, since it was asked for."""
    from tui.fetch.drawing import can_draw
    from tui.view.pictures import way_of
    from tui.view.screens.picture import PictureScreen

    article = reader.body.article
    settings: Settings = getattr(reader.app, "settings", DEFAULTS)
    way = way_of(settings.pictures, web=reader.app.is_web)
    if article is None:
        return
    if way == "none" or not can_draw():
        if way != "none":
            reader.show_status(
                _("Pictures are shown by Pillow: pip install 'broadsheet[pictures]'")
            )
        _browse(reader, reference)
        return
    shown = web_address(reference.address)
    load = partial(_load, article, reference, settings.allow_private)
    reader.app.push_screen(
        PictureScreen(reference, article.title, load, way),
        lambda to: open_seen(reader, shown) if to == "browse" and shown else None,
    )


def _load(article: Article, reference: Reference, allow_private: bool) -> bytes:
    """Return the bytes of a picture, in a thread; raises ValueError with the reason."""
    from tui.fetch.asking import FetchError
    from tui.fetch.network import PRIVATE
    from tui.fetch.pictures import fetch_picture, picture_beside

    try:
        if reference.on_web:
            return fetch_picture(reference.address, allow_private=allow_private)
        if article.url or article.source.fetched:
            raise FetchError(N_("It has no address on the web"))
        return picture_beside(Path(article.source.path), reference.address)
    except FetchError as error:
        reason = str(error)
        if reason == PRIVATE:
            reason = N_(
                "of this machine or a private network (the setting allow_private allows it)"
            )
        raise ValueError(reason) from None
