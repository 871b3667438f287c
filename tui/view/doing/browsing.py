"""Opening what is read in a browser, after showing which address that is."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from textual.app import SuspendNotSupported

from tui.view.browser import open_in_browser
from tui.view.doing.copying import link_here
from tui.view.screens.asking import YesScreen
from tui.words import _

if TYPE_CHECKING:
    from tui.view.screens.reader import ReaderScreen


def article_browse(reader: "ReaderScreen") -> None:
    """Show the address of the row under the cursor, else of the open article; then open it."""
    address, title = link_here(reader)
    if address is None:
        reader.show_status(
            _("No link is known of: {title}", title=title) if title else _("No article is open")
        )
        return
    browse(reader, address)


def browse(reader: "ReaderScreen", address: str) -> None:
    """Show a web address; then open it."""
    reader.app.push_screen(
        YesScreen(_("Open in the browser"), address, _("opens it")),
        lambda yes: open_seen(reader, address) if yes else None,
    )


def open_seen(reader: "ReaderScreen", address: str) -> None:
    """Open a web address that the reader has seen whole."""
    if reader.app.is_web:
        reader.app.open_url(address)
        reader.show_status(_("Opened {address}", address=address))
        return

    @contextmanager
    def aside() -> Iterator[None]:
        try:
            with reader.app.suspend():
                yield
        except SuspendNotSupported:
            raise OSError from None

    opened = open_in_browser(address, aside)
    reader.show_status(
        _("Opened {address}", address=address)
        if opened
        else _("No browser would open it: set BROWSER")
    )
