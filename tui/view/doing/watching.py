"""Watching a figure, or no longer."""

from typing import TYPE_CHECKING

from tui.session.journal import WatchWas
from tui.words import _

if TYPE_CHECKING:
    from tui.view.screens.reader import ReaderScreen


def watching(name: str, *, on: bool) -> str:
    """Say that somebody is watched, or no longer."""
    return _("Watching {name}", name=name) if on else _("No longer watching {name}", name=name)


def figure_watch(reader: "ReaderScreen") -> None:
    """Watch the figure under the cursor of the people pane, else that of the filter."""
    figure_id = None
    if reader.active == "people" and reader.people_pane.current:
        figure_id = reader.people_pane.current.figure.id
    elif reader.session.query.include:
        figure_id = reader.session.query.include[0]
    figure = reader.library.figure(figure_id) if figure_id else None
    if figure is None:
        reader.show_status(_("Whom? Choose a figure first: f, or the people pane"))
        return
    watched = {watch.figure.id: watch.id for watch in reader.library.watches()}
    on = figure.id not in watched
    if reader.library.watch(watched.get(figure.id, figure.id), on=on):
        told = watching(figure.name, on=on)
        reader.did(told, WatchWas(watched.get(figure.id, figure.id), on=not on))
