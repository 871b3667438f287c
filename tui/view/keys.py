"""From the registry of actions to Textual's bindings."""

from textual.binding import Binding

from tui.session.actions import Scope, in_scope


def bindings(*scopes: Scope) -> list[Binding]:
    """Return a binding for every action of `scopes` that one key reaches."""
    made = []
    for action in in_scope(*scopes):
        keys = [key for key in action.keys if " " not in key]
        if keys:
            made.append(
                Binding(",".join(keys), action.method, action.description, show=False, id=action.id)
            )
    return made
