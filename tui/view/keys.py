"""From the registry of actions to Textual's bindings."""

from textual.binding import Binding

from tui.session.actions import Scope, in_scope


def bindings(*scopes: Scope) -> list[Binding]:
    """Return a binding for every action of `scopes` that has a key.

    A chord is bound under its two keys with a space between: the app joins them into one key.
    """
    return [
        Binding(",".join(action.keys), action.method, action.description, show=False, id=action.id)
        for action in in_scope(*scopes)
        if action.keys
    ]
