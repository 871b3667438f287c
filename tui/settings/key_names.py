"""How keys are written in settings, and which of them a terminal sends."""

import unicodedata
from typing import Final

from tui.words import _

NAMED: Final = (
    "enter",
    "tab",
    "space",
    "escape",
    "backspace",
    "delete",
    "insert",
    "home",
    "end",
    "pageup",
    "pagedown",
    "up",
    "down",
    "left",
    "right",
    *(f"f{number}" for number in range(1, 25)),
)
_SHORT: Final = {"esc": "escape", "pgup": "pageup", "pgdn": "pagedown", "return": "enter"}
_MODIFIERS: Final = ("alt", "ctrl", "shift")
_SAME: Final = {
    "ctrl+i": "tab",
    "ctrl+m": "enter",
    "ctrl+[": "escape",
    "ctrl+h": "backspace",
    "ctrl+j": "enter",
}
"""Control characters that terminals send for the named key too: ASCII has one code for both."""


class NoKeyError(ValueError):
    """Something that is no key; the message says why."""


def keys_of(text: str) -> str:
    """Return a key, or two keys with a space between, as the registry of actions has it.

    Raises NoKeyError.
    """
    if text == " ":
        return "space"
    parts = text.split()
    if not 1 <= len(parts) <= 2:
        raise NoKeyError(_("one key is wanted, or two with a space between"))
    return " ".join(map(_key, parts))


def _key(text: str) -> str:
    if len(text) == 1:
        return _character(text)
    modifiers, plus, name = text.rpartition("+")
    given = modifiers.lower().split("+") if modifiers else []
    if plus and not (
        set(given) <= set(_MODIFIERS) and len(set(given)) == len(given) > 0 < len(name)
    ):
        raise NoKeyError(_("no such key: {text}", text=text))
    if len(name) > 1:
        name = _named(name)
    key = "+".join([*sorted(given), name])
    if key in _SAME:
        raise NoKeyError(_("{text} is the same as {key} to a terminal", text=text, key=_SAME[key]))
    if given and len(name) == 1:
        _check_modified(name, given, text)
    return key


def _character(text: str) -> str:
    if len(text) != 1 or not text.isprintable() or unicodedata.combining(text):
        raise NoKeyError(_("no such key: {text!r}", text=text))
    return text


def _check_modified(name: str, given: list[str], text: str) -> None:
    if given == ["shift"]:
        raise NoKeyError(_("{text}: write the character that it types", text=text))
    if not (name.isascii() and (name.islower() or name.isdecimal())):
        raise NoKeyError(
            _("{text}: ctrl and alt go with small letters, digits and named keys", text=text)
        )


def _named(name: str) -> str:
    """Return the key of a name, which may be that of a character in Unicode: "asterisk"."""
    lower = name.lower()
    lower = _SHORT.get(lower, lower)
    if lower in NAMED:
        return lower
    try:
        return _character(unicodedata.lookup(name.replace("_", " ").upper()))
    except KeyError:
        raise NoKeyError(_("no such key: {name}{near}", name=name, near=_near(lower))) from None


def _near(name: str) -> str:
    from difflib import get_close_matches

    near = get_close_matches(name, NAMED, 1)
    return _("; did you mean {near}?", near=near[0]) if near else ""
