"""Giving a highlight one of the colours, which the user may name by what they mean."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from tui.session.colours import NAMES, SIGNS, meanings, named
from tui.settings.values import DEFAULTS, Settings
from tui.words import _

if TYPE_CHECKING:
    from textual.app import App

    from tui.view.screens.reader import ReaderScreen


def article_colour(reader: "ReaderScreen") -> None:
    """Ask for a colour, and highlight what is read in it."""
    article = reader.body.article
    if article is None:
        reader.show_status(_("No article is open"))
        return
    span, marked = reader.read_here(article)
    current = marked.colour if marked else reader.session.colour
    ask(reader.app, current, lambda colour: reader.colour(article, span, colour))


def ask(app: "App[None]", current: str, chosen: Callable[[str], None]) -> None:
    """Ask for a colour."""
    from tui.view.screens.choice import Choice, ChoiceScreen

    meant = meant_by(app)
    choices = [Choice(f"{SIGNS[colour]} {named(colour, meant)}", colour) for colour in NAMES]
    app.push_screen(
        ChoiceScreen(_("Highlight in"), choices, current=current),
        lambda choice: chosen(choice.value) if choice else None,
    )


def meant_by(app: object) -> dict[str, str]:
    """Return what the colours mean to the user."""
    settings: Settings = getattr(app, "settings", DEFAULTS)
    return dict(meanings(settings.highlights))
