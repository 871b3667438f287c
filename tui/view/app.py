"""The application: one reader screen, its themes, and keys that come in two."""

import asyncio
import signal
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import App
from textual.screen import Screen

from tui.library.interface import Library
from tui.session.actions import chords
from tui.view.key_queue import KeyQueue
from tui.view.screens.arrivals import Feed
from tui.view.screens.reader import ReaderScreen
from tui.view.themes import DARK, LIGHT, THEMES

if TYPE_CHECKING:
    from textual.command import Provider


def _actions() -> "type[Provider]":
    """Import the palette's provider when the palette is first opened."""
    from tui.view.palette import ActionProvider

    return ActionProvider


CHORDS = frozenset(chords())
ENDINGS = (signal.SIGTERM, getattr(signal, "SIGHUP", signal.SIGTERM))
"""Signals that end the program, as other programs send them."""

TOUCHES = (events.Key, events.MouseDown, events.MouseScrollDown, events.MouseScrollUp)
PREFIXES = frozenset(first for first, _ in CHORDS)


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
        started: Callable[[], None] | None = None,
    ) -> None:
        """`feed` yields the inputs still to be read; `alone` says that it holds one.

        `started` is called once, after the first paint.
        """
        super().__init__()
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = (LIGHT if light else DARK).name
        self._reader = ReaderScreen(library, feed, alone)
        self._started = started
        self._chord = ""
        """The first of two keys, while the second is waited for."""
        self._keys = KeyQueue(self, self._deliver, self._can_take_keys)

    def on_load(self) -> None:
        """Leave the terminal as it was found, also when the program is ended from outside."""
        loop = asyncio.get_running_loop()
        for number in ENDINGS:
            with suppress(NotImplementedError, RuntimeError, ValueError):
                loop.add_signal_handler(number, self.exit, None, 128 + number)

    def on_ready(self) -> None:
        """Say that the first paint is done."""
        if self._started is not None:
            self._started()

    @property
    def reader(self) -> ReaderScreen:
        """The reader screen."""
        return self._reader

    def get_default_screen(self) -> Screen[None]:
        """Start in the reader."""
        return self._reader

    async def on_event(self, event: events.Event) -> None:
        """Take keys one at a time; everything else goes its usual way."""
        if isinstance(event, TOUCHES) and not event.is_forwarded:
            self._reader.touched = True
            if isinstance(event, events.Key):
                await self._keys.push(event)
                return
            self._chord = ""
        await super().on_event(event)

    async def _deliver(self, key: events.Key) -> None:
        """Give one key to whoever has the focus; half a chord is kept back."""
        joined = self._join(key)
        if joined is not None:
            await super().on_event(joined)

    def _can_take_keys(self) -> bool:
        """Whether what the last key opened is there: a dialogue, the search line."""
        return self.focused is not None and not self._reader.opening_search

    def _join(self, event: events.Key) -> events.Key | None:
        """Return the key to go on with, or None where it was half of a chord."""
        second = event.character if event.is_printable else event.key
        if self._chord:
            first, self._chord = self._chord, ""
            if (first, second) in CHORDS:
                return events.Key(f"{first} {second}", None)
            self._reader.show_status("" if second == "escape" else f"{first} {second}: no such key")
            return None
        if second in PREFIXES and self._reader.pane_has_focus:
            self._chord = second or ""
            self._reader.show_status(f"{second}  q quote   m mention   h heading   u unread")
            return None
        return event
