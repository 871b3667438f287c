"""Settings as a file that explains itself."""

import json
from collections.abc import Iterator, Sequence

from tui.session.actions import ACTIONS
from tui.settings.schema import KEYS, SETTINGS, Setting, Value
from tui.settings.values import Settings
from tui.words import N_, _

HEAD = N_("""\
# Settings of Broadsheet. `broadsheet config` shows what holds, `broadsheet config --check` says
# what is wrong here. What begins with # is not set.
""")
KEYS_HEAD = N_("""\
# The keys of each action: one, a list, or "" for none. A key is a character, a name (enter, tab,
# space, escape, pageup, f5 …), either with ctrl+, alt+ or shift+, or two of them ("] q").
""")


def as_toml(settings: Settings, library: str, jobs: int) -> Iterator[str]:
    """Yield the lines of a file that sets everything to what holds now.

    `library` and `jobs` hold where the settings have none. A path that UTF-8 cannot write is left
    out, as TOML could not hold it.
    """
    held = settings._replace(
        library=settings.library or library, jobs=settings.jobs or jobs
    )._asdict()
    yield from _(HEAD).splitlines()
    for setting in SETTINGS:
        value = held[setting.name]
        mark = "" if str(value).isprintable() else "# "
        yield from _lines(setting, value, mark)
    yield from ("", f"[{KEYS}]", *_(KEYS_HEAD).splitlines())
    for action in settings.keymap.actions:
        yield from _action(action.id, action.keys, "")


def template() -> str:
    """Return a file that sets nothing, and shows everything that may be set."""
    lines = _(HEAD).splitlines()
    for setting in SETTINGS:
        lines += _lines(setting, setting.default if setting.given else None, "# ")
    lines += ["", f"[{KEYS}]", *_(KEYS_HEAD).splitlines()]
    for action in ACTIONS:
        lines += _action(action.id, action.keys, "# ")
    return "\n".join(lines) + "\n"


def _lines(setting: Setting, value: Value | None, mark: str) -> Iterator[str]:
    default = _value(setting.default) if setting.given else _(str(setting.default))
    yield from ("", f"# {_(setting.meaning)}", f"# {_('Default: {value}', value=default)}")
    shown = "…" if value is None else _value(value)
    yield f"{mark}{setting.name} = {shown}"


def _action(action_id: str, keys: Sequence[str], mark: str) -> Iterator[str]:
    own = next(action for action in ACTIONS if action.id == action_id)
    default = _("Default: {value}", value=_keys(own.keys))
    yield from ("", f"# {_(own.description)}. {default}")
    yield f"{mark}{action_id} = {_keys(keys)}"


def _keys(keys: Sequence[str]) -> str:
    if len(keys) == 1:
        return _value(keys[0])
    return f"[{', '.join(map(_value, keys))}]" if keys else '""'


def _value(value: Value) -> str:
    """Return a value in TOML, whose strings are those of JSON where nothing is hidden in them."""
    return json.dumps(value, ensure_ascii=False)
