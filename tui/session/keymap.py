"""Which keys mean which action: the registry's own, or others that the user gave them."""

from collections.abc import Mapping

from tui.session.actions import ACTIONS, FACETS, PANES, Action, Scope, in_pane


class Keymap:
    """The keys of every action, and the actions of every key. It is never changed."""

    def __init__(self, keys: Mapping[str, tuple[str, ...]] | None = None) -> None:
        """`keys` has the keys of those actions, by id, that have others than the registry says."""
        given = keys or {}
        self.actions = tuple(
            action._replace(keys=given[action.id]) if action.id in given else action
            for action in ACTIONS
        )
        """The registry, with these keys."""
        self._of_pane: dict[str, dict[str, Action]] = {
            pane: {key: action for action in self.in_pane(pane) for key in action.keys}
            for pane in (*PANES, FACETS)
        }
        self._firsts: dict[str, dict[str, list[str]]] = {}
        for pane, taken in self._of_pane.items():
            firsts = self._firsts[pane] = {}
            for first, _, second in (key.partition(" ") for key in taken):
                if second:
                    firsts.setdefault(first, []).append(second)
        self._own = frozenset(key for action in ACTIONS for key in action.keys)

    def in_pane(self, pane: Scope) -> list[Action]:
        """Return what works while `pane` has the focus, its own actions first."""
        return in_pane(pane, self.actions)

    def keys(self, action_id: str) -> tuple[str, ...]:
        """Return the keys of an action."""
        return next(action.keys for action in self.actions if action.id == action_id)

    def key(self, action_id: str) -> str:
        """Return the first key of an action; "" where it has none."""
        return next(iter(self.keys(action_id)), "")

    def action(self, pane: str, key: str) -> Action | None:
        """Return what a key, or two keys as "] q", mean while `pane` has the focus."""
        return self._of_pane.get(pane, {}).get(key)

    def seconds(self, pane: str, first: str) -> list[str]:
        """Return the keys that may follow `first`, where it is the first of two."""
        return self._firsts.get(pane, {}).get(first, [])

    def was_taken_away(self, key: str) -> bool:
        """Say whether a key that means nothing has a meaning in the registry."""
        return key in self._own


DEFAULT = Keymap()
