"""Keys, one at a time: the next one is looked at when all that the last one set off has happened.

A key travels from widget to widget as a message, and so does what it sets off. Keys that arrive
together (typed fast, pasted, after a stall) would otherwise overtake their own consequences: the
letters typed behind "/" would be taken for commands before the search line has the focus.
"""

from collections import deque
from collections.abc import Awaitable, Callable

from textual import events
from textual.app import App
from textual.dom import DOMNode
from textual.widget import Widget

ROUNDS = 3
"""How often messages pass from the focused widget up to the app: the key itself, what the widget
posts for it, and what follows from that."""

PATIENCE = 0.5
"""Seconds after which the next key goes on whatever happens: a widget may be gone by then."""


class KeyQueue:
    """Holds the keys that were typed ahead."""

    def __init__(
        self,
        app: App[None],
        deliver: Callable[[events.Key], Awaitable[None]],
        ready: Callable[[], bool],
    ) -> None:
        """`deliver` gives a key to the app, `ready` says whether something can take the next."""
        self._app = app
        self._deliver = deliver
        self._ready = ready
        self._typed: deque[events.Key] = deque()
        self._turn = 0
        """Counts the keys delivered, so that late answers to an earlier one are told apart."""
        self._waiting = False

    async def push(self, key: events.Key) -> None:
        """Take a key; it is delivered at once where none is on its way."""
        self._typed.append(key)
        await self._next()

    async def _next(self) -> None:
        if self._waiting or not self._typed:
            return
        self._waiting = True
        self._turn += 1
        turn = self._turn
        await self._deliver(self._typed.popleft())
        self._app.set_timer(PATIENCE, lambda: self._go_on(turn))
        self._pass_up(self._path(), ROUNDS, turn)

    def _path(self) -> list[DOMNode]:
        """Return the widgets that a message of the focused one passes on its way to the app."""
        start: Widget = self._app.focused or self._app.screen
        return [node for node in start.ancestors_with_self if node is not self._app]

    def _pass_up(self, path: list[DOMNode], rounds: int, turn: int) -> None:
        """Run behind all messages that are on their way from one widget to the next."""
        if turn != self._turn:
            return
        if path:
            node, *rest = path
            if isinstance(node, Widget) and node.is_attached:
                node.call_later(self._pass_up, rest, rounds, turn)
            else:
                self._pass_up(rest, rounds, turn)
        elif rounds > 1:
            self._app.call_later(self._pass_up, self._path(), rounds - 1, turn)
        else:
            self._app.call_later(self._settle, turn)

    async def _settle(self, turn: int) -> None:
        if turn == self._turn and self._waiting:
            if self._typed and not self._ready():
                self._app.set_timer(0.01, lambda: self._settle(turn))
                return
            await self._go_on(turn)

    async def _go_on(self, turn: int) -> None:
        if turn == self._turn and self._waiting:
            self._waiting = False
            await self._next()
