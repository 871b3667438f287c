"""Values of schema.org's fields: a text, an object with a name, or lists of them in lists."""

from dataclasses import dataclass
from typing import Any, Literal

from tui.parse.foreign_graph import types_of
from tui.parse.page_head import plain

_MOST = 100
"""Values of one field that are read."""

Kind = Literal["person", "group", "unsaid"]


@dataclass(frozen=True, slots=True)
class Party:
    """Someone a field names, and whether it says that this is a person or an organisation."""

    name: str
    kind: Kind


def texts(value: object) -> list[str]:
    """Return the texts and the names in `value`, cleaned."""
    return [party.name for party in parties(value)]


def parties(value: object) -> list[Party]:
    """Return all that `value` names, in order; lists are spread out without recursion."""
    waiting: list[object] = [value]
    found: list[Party] = []
    for _ in range(_MOST):
        if not waiting:
            break
        item = waiting.pop()
        if isinstance(item, list):
            waiting += reversed(item[:_MOST])
        elif isinstance(item, dict):
            found += (Party(name, _kind(item)) for name in _names(item))
        elif isinstance(item, str) and (text := plain(item)):
            found.append(Party(text, "unsaid"))
    return found


def _names(thing: dict[str, Any]) -> list[str]:
    given = thing.get("name") or thing.get("@value")
    values = given[:_MOST] if isinstance(given, list) else [given]
    if not given:
        halves = (thing.get("givenName"), thing.get("familyName"))
        values = [" ".join(half for half in halves if isinstance(half, str))]
    return [text for value in values if isinstance(value, str) and (text := plain(value))]


def _kind(thing: dict[str, Any]) -> Kind:
    types = types_of(thing)
    if "Person" in types:
        return "person"
    return "group" if any(name.endswith("Organization") for name in types) else "unsaid"
