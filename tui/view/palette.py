"""The command palette: every action of the registry by its description, with its keys."""

from collections.abc import Awaitable, Callable

from textual.command import DiscoveryHit, Hit, Hits, Provider

from tui.session.actions import Action
from tui.view.keys import key_name, keymap_of, runner
from tui.words import _


class ActionProvider(Provider):
    """Offers what can be done on the screen that the palette was opened over."""

    async def search(self, query: str) -> Hits:
        """Yield the actions whose description the typed letters may mean."""
        matcher = self.matcher(query)
        for action in keymap_of(self.screen).actions:
            said = _(action.description)
            score = matcher.match(said)
            if score > 0 and (run := self._runner(action)):
                yield Hit(score, matcher.highlight(said), run, help=_keys(action))

    async def discover(self) -> Hits:
        """Yield all actions where nothing is typed yet."""
        for action in keymap_of(self.screen).actions:
            if run := self._runner(action):
                yield DiscoveryHit(_(action.description), run, help=_keys(action))

    def _runner(self, action: Action) -> Callable[[], Awaitable[None]] | None:
        """Return what runs the action: the pane in focus, else the screen; None if neither can."""
        if action.id == "app.palette":
            return None
        return runner(action.id, self.focused, self.screen)


def _keys(action: Action) -> str:
    return "  ".join(map(key_name, action.keys))
