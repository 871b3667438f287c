"""The application: one reader screen, its themes, and keys that come in two."""

import asyncio
import os
import signal
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, ClassVar, cast

from textual import events
from textual.app import App
from textual.screen import Screen
from textual.scrollbar import ScrollBar

from tui.library.interface import Library
from tui.settings.values import DEFAULTS, Settings
from tui.view.key_queue import KeyQueue
from tui.view.keys import key_name, typed_key
from tui.view.screens.arrivals import Feed
from tui.view.screens.reader import ReaderScreen
from tui.view.themes import THEMES, theme_id, with_colours
from tui.view.widgets.scroll_bar import SlimBar
from tui.words import _

if TYPE_CHECKING:
    from textual.command import Provider

    from tui.settings.theme_file import Palette


def _actions() -> "type[Provider]":
    """Import the palette's provider when the palette is first opened."""
    from tui.view.palette import ActionProvider

    return ActionProvider


ENDINGS = (signal.SIGTERM, getattr(signal, "SIGHUP", signal.SIGTERM))
"""Signals that end the program, as other programs send them."""

TOUCHES = (events.Key, events.MouseDown, events.MouseScrollDown, events.MouseScrollUp)


class BroadsheetApp(App[None]):
    """The reader in a terminal."""

    TITLE = "Broadsheet"
    CSS_PATH = "broadsheet.tcss"
    COMMANDS: ClassVar[set] = {_actions}  # type: ignore[type-arg]
    ENABLE_COMMAND_PALETTE = True
    _themed = False

    def __init__(
        self,
        library: Library,
        feed: Feed | None = None,
        *,
        alone: bool = False,
        settings: Settings = DEFAULTS,
        palette: "Palette | None" = None,
        started: Callable[["BroadsheetApp"], None] | None = None,
    ) -> None:
        """`feed` yields the inputs still to be read; `alone` says that it holds one.

        `palette` has the colours of the theme of the settings, where that is the user's own.
        `started` is called once with the app, after the first paint.
        """
        colourless = bool(os.environ.get("NO_COLOR"))
        super().__init__(ansi_color=True if colourless else None)
        ScrollBar.renderer = SlimBar
        SlimBar.sign = "█" if colourless else " "
        self._themed = True
        self.themes = (*THEMES, with_colours(palette)) if palette else THEMES
        """Those that can be switched between."""
        for theme in self.themes:
            self.register_theme(theme)
        self.theme = theme_id(settings.theme)
        self.scroll_sensitivity_y = float(settings.scroll)
        self.settings = settings
        self.keymap = settings.keymap
        self._reader = ReaderScreen(library, feed, alone, settings)
        self._started = started
        self._painted = False
        self._chord = ""
        """The first of two keys, while the second is waited for."""
        self._keys = KeyQueue(self, self._deliver, self._can_take_keys)

    def on_load(self) -> None:
        """Leave the terminal as it was found, also when the program is ended from outside."""
        loop = asyncio.get_running_loop()
        for number in ENDINGS:
            with suppress(NotImplementedError, RuntimeError, ValueError):
                loop.add_signal_handler(number, self.exit, None, 128 + number)

    def get_css_variables(self) -> dict[str, str]:
        """Return the colours of the theme; before there is one of ours, nothing is asked for."""
        return super().get_css_variables() if self._themed else {}

    def refresh_css(self, animate: bool = True) -> None:
        """Colour everything anew; before the first paint there is nothing yet to read again."""
        if self._painted:
            super().refresh_css(animate)
        else:
            self.stylesheet.set_variables(self.get_css_variables())
            self.stylesheet.update(self, animate=animate)

    def on_ready(self) -> None:
        """Say that the first paint is done."""
        self._painted = True
        if self._started is not None:
            self._started(self)

    @property
    def reader(self) -> ReaderScreen:
        """The reader screen."""
        return self._reader

    def get_default_screen(self) -> Screen[None]:
        """Start in the reader."""
        return self._reader

    def action_command_palette(self) -> None:
        """Open the command palette, which speaks the reader's language."""
        from textual.command import CommandPalette

        if self.use_command_palette and not CommandPalette.is_open(cast("App[object]", self)):
            words = _("Type what you want to do")
            self.push_screen(CommandPalette(id="--command-palette", placeholder=words))

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
        """Return the key to go on with: in the panes, what it means; None for half of two keys."""
        key, pane = typed_key(event), self._reader.pane_of_keys
        if self._chord:
            first, self._chord = self._chord, ""
            action = self.keymap.action(pane, f"{first} {key}")
            if action is not None:
                return events.Key(action.id, None)
            self._reader.show_status(
                "" if key == "escape" else _("{keys}: no such key", keys=f"{first} {key}")
            )
            return None
        if not pane:
            return self._past_typing(event, key)
        action = self.keymap.action(pane, key)
        if action is not None:
            return events.Key(action.id, None)
        if seconds := self.keymap.seconds(pane, key):
            self._chord = key
            self._reader.show_status(self._what_may_follow(pane, key, seconds))
            return None
        return None if self.keymap.was_taken_away(key) else event

    def _past_typing(self, event: events.Key, key: str) -> events.Key:
        """Return what a key means where words are typed over the panes and have no use for it."""
        if event.is_printable or not self._reader.is_active:
            return event
        bound = self._reader.active_bindings.get(event.key)
        if bound is not None and bound.node not in (self, self._reader):
            return event
        action = self.keymap.action(self._reader.active, key)
        if action is None or action.scope != "everywhere":
            return event
        return events.Key(action.id, None)

    def _what_may_follow(self, pane: str, first: str, seconds: list[str]) -> str:
        """Return the keys that may follow, each with a word for what it leads to."""
        meant = ((second, self.keymap.action(pane, f"{first} {second}")) for second in seconds)
        words = (f"{key_name(second)} {_(action.word)}" for second, action in meant if action)
        return f"{first}  {'   '.join(words)}"
