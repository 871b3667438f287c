"""Watching a figure, or no longer."""

from typing import TYPE_CHECKING

from tui.session.journal import WatchWas

if TYPE_CHECKING:
    from tui.view.screens.reader import ReaderScreen


def figure_watch(reader: "ReaderScreen") -> None:
    """Watch the figure under the cursor of the people pane, else that of the filter."""
    figure_id = None
    if reader.active == "people" and reader.people_pane.current:
        figure_id = reader.people_pane.current.figure.id
    elif reader.session.query.include:
        figure_id = reader.session.query.include[0]
    figure = reader.library.figure(figure_id) if figure_id else None
    if figure is None:
        reader.show_status("Whom? Choose a figure first: f, or the people pane")
        return
    watched = {watch.figure.id: watch.id for watch in reader.library.watches()}
    on = figure.id not in watched
    if reader.library.watch(watched.get(figure.id, figure.id), on=on):
        told = f"{'Watching' if on else 'No longer watching'} {figure.name}"
        reader.did(told, WatchWas(watched.get(figure.id, figure.id), on=not on))
