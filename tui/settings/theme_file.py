"""Themes of the user's own: files of colours in the folder `themes` beside the settings."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final, NamedTuple

from tui.settings.file import LARGEST, Problem, SettingsError
from tui.settings.lines import key_lines, line_of
from tui.settings.reading import mistake
from tui.settings.schema import near
from tui.words import _

FOLDER: Final = "themes"

BUILT_IN: Final = ("dark", "light", "contrast")
"""The themes that need no file."""

COLOURS: Final = (
    *("background", "surface", "panel", "foreground", "primary", "secondary", "accent"),
    *("warning", "error", "success", "dim-foreground", "heading-foreground"),
    *("quote-foreground", "quote-background", "person-foreground"),
    *("chosen-foreground", "chosen-background", "highlight-background"),
    *("highlight-yellow", "highlight-green", "highlight-blue", "highlight-red"),
    *("hit-foreground", "hit-background", "cursor-background", "cursor-blurred-background"),
)
"""What a theme may colour."""

BASE: Final = "base"
"""The key that names the theme whose colours hold where a file gives none."""

_COLOUR: Final = re.compile("#[0-9a-fA-F]{6}")


class Palette(NamedTuple):
    """A theme as its file has it."""

    name: str
    base: str
    """One of `BUILT_IN`."""
    colours: Mapping[str, str]
    """"#rrggbb" by the names of `COLOURS`, those that the file gives."""


def theme_path(settings: Path, name: str) -> Path:
    """Return where the theme of a name is, beside the file of settings."""
    return settings.parent / FOLDER / f"{name}.toml"


def load_theme(settings: Path, name: str) -> Palette | None:
    """Return the user's theme of that name; None for one that is built in.

    Raises SettingsError, with file, line and reason, where there is no such file, or anything in
    it is no good.
    """
    if name in BUILT_IN:
        return None
    path = theme_path(settings, name)
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except FileNotFoundError as error:
        there = ", ".join(BUILT_IN)
        reason = _(
            "no such file, and no theme is called {name}{near}; there are ",
            name=name,
            near=near(name, BUILT_IN),
        )
        raise SettingsError(path, [Problem(f"{reason}{there}")]) from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise SettingsError(path, [Problem(reason)]) from error
    if len(content) > LARGEST:
        raise SettingsError(path, [Problem(_("larger than {most} bytes", most=LARGEST))])
    palette, problems = palette_of(name, content)
    if problems:
        raise SettingsError(path, problems)
    return palette


def palette_of(name: str, content: bytes) -> tuple[Palette, list[Problem]]:
    """Return the theme that a file holds, and what is wrong with it, in the file's order."""
    nothing = Palette(name, BUILT_IN[0], {})
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return nothing, [Problem(_("not UTF-8"), content.count(b"\n", 0, error.start) + 1)]
    try:
        table = tomllib.loads(text)
    except RecursionError:
        return nothing, [Problem(_("nested too deeply"))]
    except ValueError as error:
        return nothing, [mistake(str(error), text)]
    wrong = list(_wrong(table))
    if wrong:
        lines = key_lines(text)
        problems = [Problem(reason, line_of(lines, (key,))) for key, reason in wrong]
        return nothing, sorted(problems, key=lambda problem: problem.line or 0)
    return Palette(name, table.pop(BASE, BUILT_IN[0]), table), []


def _wrong(table: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with which key."""
    for key, value in table.items():
        if key == BASE:
            if value not in BUILT_IN:
                yield (
                    key,
                    _(
                        "{key}: none of {names}{near}",
                        key=BASE,
                        names=", ".join(BUILT_IN),
                        near=near(value, BUILT_IN),
                    ),
                )
        elif key not in COLOURS:
            yield key, _("no such colour: {key}{near}", key=key, near=near(key, COLOURS))
        elif not isinstance(value, str) or not _COLOUR.fullmatch(value):
            yield key, _('{key}: a colour is written "#rrggbb"', key=key)
