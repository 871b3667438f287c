"""The page of a figure, and the way from it to a place in an article."""

from typing import TYPE_CHECKING

from tui.model import Article, Span
from tui.session import state as transitions
from tui.view.screens.figure import FigureScreen
from tui.view.screens.page import Destination
from tui.words import _

if TYPE_CHECKING:
    from tui.view.screens.reader import ReaderScreen


def figure_page(reader: "ReaderScreen") -> None:
    """Show the page of the figure under the cursor, else of the filter, else of one to choose."""
    figure_id = None
    if reader.active == "people" and reader.people_pane.current:
        figure_id = reader.people_pane.current.figure.id
    elif reader.session.query.include:
        figure_id = reader.session.query.include[-1]
    if figure_id is not None:
        show_page(reader, figure_id)
        return
    from tui.view.screens.picker import FigurePicker

    reader.app.push_screen(
        FigurePicker(reader.library, _("Whose page? Type a name")),
        lambda chosen: show_page(reader, chosen) if chosen else None,
    )


def show_page(reader: "ReaderScreen", figure_id: str) -> None:
    """Show the page of a figure."""
    portrait = reader.library.portrait(figure_id)
    if portrait is not None:
        screen = FigureScreen(reader.library, portrait)
        reader.app.push_screen(screen, lambda chosen: go(reader, chosen))


def go(reader: "ReaderScreen", to: Destination | None) -> None:
    """Go where a page led."""
    if to is None:
        return
    if not to.article_id:
        reader.filter(transitions.chosen(reader.session, to.figure))
        reader.show_pane("library")
        return
    if to.article_id == reader.session.article_id and (here := reader.here):
        reader.session = transitions.left(reader.session, here)
    reader.open(to.article_id)
    reader.show_pane("article")
    article = reader.body.article
    span = to.span or (_mention(reader, article, to) if article else None)
    if span is not None:
        reader.call_after_refresh(reader.body.jump, span)


def _mention(reader: "ReaderScreen", article: Article, to: Destination) -> Span | None:
    """Return where an article first names the figure, in the form that was asked for."""
    name = reader.names.get(to.figure)
    mentions = [m for person in article.people if person.name == name for m in person.mentions]
    meant = [m for m in mentions if article.text[m.start : m.end] == to.name] or mentions
    return meant[0] if meant else None
