"""From the registry of actions to the terminal toolkit: bindings, and keys as a reader sees them.

An action is bound under its id. Which key means which action is the keymap's to say: the app looks
the typed key up and delivers the action's id as the key, so that other keys need no other bindings.
"""

from collections.abc import Awaitable, Callable
from functools import partial

from textual import events
from textual.binding import Binding
from textual.dom import DOMNode
from textual.widget import Widget

from tui.session.actions import Scope, in_scope
from tui.session.keymap import DEFAULT, Keymap
from tui.words import N_, _

KEY_NAMES = {
    "enter": "⏎",
    "space": N_("space"),
    "pagedown": N_("pgdn"),
    "pageup": N_("pgup"),
    "escape": N_("esc"),
    "down": "↓",
    "up": "↑",
    "left": "←",
    "right": "→",
    "home": N_("home"),
    "end": N_("end"),
    "delete": N_("del"),
}
"""How keys are written where the terminal's name for them is long."""


def bindings(*scopes: Scope) -> list[Binding]:
    """Return a binding for every action of `scopes`, under its id."""
    return [
        Binding(action.id, action.method, action.description, show=False, id=action.id)
        for action in in_scope(*scopes)
    ]


def runner(action_id: str, *targets: Widget | None) -> Callable[[], Awaitable[None]] | None:
    """Return what runs an action, in the first of `targets` that can; None where none can."""
    method = action_id.replace(".", "_")
    for target in targets:
        if target is not None and hasattr(target, f"action_{method}"):
            return partial(target.run_action, method)
    return None


def typed_key(event: events.Key) -> str:
    """Return a key as the registry has it: a character, else its name."""
    character = event.character
    if "+" in event.key or character is None or character == " " or not event.is_printable:
        return event.key
    return character


def key_name(key: str) -> str:
    """Return a key as a reader knows it."""
    return _(KEY_NAMES[key]) if key in KEY_NAMES else key


def keymap_of(node: DOMNode) -> Keymap:
    """Return the keymap of the app that a widget or screen is in."""
    found: Keymap = getattr(node.app, "keymap", DEFAULT)
    return found


def told(node: DOMNode, action_id: str, does: str) -> str:
    """Return what an action's key does, in words ("F clears the filter"); "" where it has none."""
    key = keymap_of(node).key(action_id)
    return f"{key_name(key)} {does}" if key else ""
