"""Opening what is read in a browser, after showing which address that is."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from textual.app import SuspendNotSupported

from tui.view.browser import open_in_browser
from tui.view.doing.copying import link_here
from tui.view.screens.asking import YesScreen

if TYPE_CHECKING:
    from tui.view.screens.reader import ReaderScreen


def article_browse(reader: "ReaderScreen") -> None:
    """Show the address of the row under the cursor, else of the open article; then open it."""
    address, title = link_here(reader)
    if address is None:
        reader.show_status(f"No link is known of: {title}" if title else "No article is open")
        return
    reader.app.push_screen(
        YesScreen("Open in the browser", address, "opens it"),
        lambda yes: _open(reader, address) if yes else None,
    )


def _open(reader: "ReaderScreen", address: str) -> None:
    if reader.app.is_web:
        reader.app.open_url(address)
        reader.show_status(f"Opened {address}")
        return

    @contextmanager
    def aside() -> Iterator[None]:
        try:
            with reader.app.suspend():
                yield
        except SuspendNotSupported:
            raise OSError from None

    opened = open_in_browser(address, aside)
    reader.show_status(f"Opened {address}" if opened else "No browser would open it: set BROWSER")
