"""From the bytes of a file of settings to settings, or to all that is wrong with them."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from typing import Any, Final

from tui.session.actions import ACTIONS, clashes
from tui.session.keymap import Keymap
from tui.settings.file import Problem
from tui.settings.key_names import NoKeyError, keys_of
from tui.settings.lines import Path, key_lines, line_of
from tui.settings.presets import PRESETS, Keys
from tui.settings.schema import KEYS, NAMES, SETTINGS, UnfitError, near
from tui.settings.values import DEFAULTS, Settings
from tui.words import _

_IDS: Final = tuple(action.id for action in ACTIONS)
_NEEDED: Final = "app.quit"
"""The action that must have a key, or the reader could not be left."""

_PLACE: Final = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")
"""Where Python's parser of TOML says that a mistake is."""


def settings_of(content: bytes) -> tuple[Settings, list[Problem]]:
    """Return the settings that a file holds, and what is wrong with them, in the file's order.

    Where something is wrong, the settings are the defaults.
    """
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return DEFAULTS, [Problem(_("not UTF-8"), content.count(b"\n", 0, error.start) + 1)]
    try:
        table = tomllib.loads(text)
        checked = _Checked(table)
    except RecursionError:
        return DEFAULTS, [Problem(_("nested too deeply"))]
    except ValueError as error:
        return DEFAULTS, [mistake(str(error), text)]
    if not checked.wrong:
        return checked.settings, []
    lines = key_lines(text)
    problems = [Problem(reason, line_of(lines, path)) for path, reason in checked.wrong]
    return DEFAULTS, sorted(problems, key=lambda problem: problem.line or 0)


def mistake(reason: str, text: str) -> Problem:
    """Return what Python's parser of TOML says of a text, and the line that it means."""
    place = _PLACE.search(reason)
    if place is None:
        return Problem(_("not TOML: {reason}", reason=reason))
    line = int(place[1]) if place[1] else text.rstrip("\n").count("\n") + 1
    return Problem(_("not TOML: {reason}", reason=reason[: place.start()]), line)


class _Checked:
    """A table of settings, gone through."""

    def __init__(self, table: Mapping[str, Any]) -> None:
        self.wrong: list[tuple[Path, str]] = []
        """What is wrong with which key."""
        self._places: dict[str, Path] = {}
        """Where actions are given keys."""
        values: dict[str, Any] = {}
        for setting in SETTINGS:
            if setting.name in table:
                try:
                    values[setting.name] = setting.check(table[setting.name])
                except UnfitError as error:
                    self._tell((setting.name,), f"{setting.name}: {error}")
        for name in table:
            if name not in NAMES:
                self._tell((name,), _("no such setting: {known}", known=_known(name)))
        keys = dict(PRESETS[values.get("preset", DEFAULTS.preset)])
        keys.update(self._given(table.get(KEYS, {})))
        keymap = Keymap(keys) if keys else DEFAULTS.keymap
        self._look_for_clashes(keymap)
        self.settings = DEFAULTS._replace(**values, keymap=keymap)

    def _tell(self, path: Path, reason: str) -> None:
        self.wrong.append((path, reason))

    def _given(self, table: object) -> Keys:
        """Return the keys that actions are given, where both are known."""
        if not isinstance(table, dict):
            self._tell((KEYS,), _("{table}: a table of actions is wanted", table=KEYS))
            return {}
        given: Keys = {}
        for path, value in _leaves((KEYS,), table):
            name = ".".join(path[1:])
            if name not in _IDS:
                self._tell(
                    path, _("no such action: {name}{near}", name=name, near=near(name, _IDS))
                )
                continue
            self._places[name] = path
            try:
                given[name] = _keys(value)
            except NoKeyError as error:
                self._tell(path, f"{name}: {error}")
        return given

    def _look_for_clashes(self, keymap: Keymap) -> None:
        if not keymap.key(_NEEDED):
            self._tell(
                self._places[_NEEDED],
                _("{action}: without a key the reader cannot be left", action=_NEEDED),
            )
        for clash in dict.fromkeys((clash.key, clash.ids) for clash in clashes(keymap.actions)):
            key, ids = clash
            own = [name for name in ids if name in self._places]
            path = self._places[own[-1]] if own else (KEYS,)
            free = next((name for name in ids if name not in own), "")
            how = _('; give {free} another one, or none: {free} = ""', free=free) if free else ""
            self._tell(
                path,
                _("{key} means {actions}{how}", key=key, actions=_(" and ").join(ids), how=how),
            )


def _leaves(path: Path, table: Mapping[str, Any]) -> Iterator[tuple[Path, Any]]:
    """Yield what stands in a table and those within: TOML takes a.b without quotes for a table."""
    for name, value in table.items():
        if isinstance(value, dict) and value:
            yield from _leaves((*path, name), value)
        else:
            yield (*path, name), value


def _keys(value: object) -> tuple[str, ...]:
    """Return the keys that a value names; none for "" and []."""
    listed = [value] if isinstance(value, str) and value else value or []
    if not isinstance(listed, list) or not all(isinstance(key, str) for key in listed):
        raise NoKeyError(_("a key or a list of keys is wanted"))
    return tuple(dict.fromkeys(map(keys_of, listed)))


def _known(name: str) -> str:
    """Return the name of a setting that there is not, with what may have been meant."""
    if any(action.startswith(f"{name.partition('.')[0]}.") for action in _IDS):
        return _("{name}; actions stand under [{table}]", name=name, table=KEYS)
    return f"{name}{near(name, NAMES)}"
