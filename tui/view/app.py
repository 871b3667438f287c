"""The application: one reader screen, its themes, and keys that come in two."""

from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import App
from textual.screen import Screen

from tui.library.interface import Library
from tui.view.screens.reader import Feed, ReaderScreen
from tui.view.themes import DARK, LIGHT, THEMES

if TYPE_CHECKING:
    from textual.command import Provider


def _actions() -> "type[Provider]":
    """Import the palette's provider when the palette is first opened."""
    from tui.view.palette import ActionProvider

    return ActionProvider


class BroadsheetApp(App[None]):
    """The reader in a terminal."""

    TITLE = "Broadsheet"
    CSS_PATH = "broadsheet.tcss"
    COMMANDS: ClassVar[set] = {_actions}  # type: ignore[type-arg]
    ENABLE_COMMAND_PALETTE = True

    def __init__(
        self,
        library: Library,
        feed: Feed | None = None,
        *,
        alone: bool = False,
        light: bool = False,
    ) -> None:
        """`feed` yields the inputs still to be read; `alone` says that it holds one."""
        super().__init__()
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = (LIGHT if light else DARK).name
        self._reader = ReaderScreen(library, feed, alone)

    @property
    def reader(self) -> ReaderScreen:
        """The reader screen."""
        return self._reader

    def get_default_screen(self) -> Screen[None]:
        """Start in the reader."""
        return self._reader

    async def on_event(self, event: events.Event) -> None:
        """Finish a chord before anyone else sees its second key."""
        if isinstance(event, (events.Key, events.MouseDown)) and not event.is_forwarded:
            self._reader.touched = True
            if isinstance(event, events.Key) and self._reader.chord:
                await self._reader.finish_chord(event.character or event.key)
                return
        await super().on_event(event)
