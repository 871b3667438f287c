"""What the program runs in: versions, the terminal, and what is optional and missing.

A terminal is judged by the variables that it sets, and never asked: an answer that comes late would
be typed into the user's shell.
"""

import os
import platform
import sqlite3
import sys
from collections.abc import Mapping
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from typing import Final, NamedTuple

from tui import __version__
from tui.words import N_

UNKNOWN: Final = N_("not known")


class Terminal(NamedTuple):
    """What a terminal can do, in a few words each."""

    name: str
    colours: str
    copying: str
    """Whether it puts into the clipboard what a program sends (OSC 52)."""
    pictures: str
    """Whether it shows pictures by the graphics protocol of kitty."""


class Optional(NamedTuple):
    """Something that is used where it is installed."""

    extra: str
    """What pip calls it, in brackets behind the program's name."""
    does: str
    missing: tuple[str, ...]
    """Packages; of several that do the same, the best one."""


class _Known(NamedTuple):
    name: str
    copying: str
    pictures: str


_KNOWN: Final[Mapping[str, _Known]] = {
    "kitty": _Known("kitty", "yes", "yes"),
    "ghostty": _Known("Ghostty", "yes", "yes"),
    "wezterm": _Known("WezTerm", "yes", "yes"),
    "konsole": _Known("Konsole", UNKNOWN, N_("yes, since 22.04")),
    "foot": _Known("foot", "yes", "no"),
    "alacritty": _Known("Alacritty", "yes", "no"),
    "iterm": _Known("iTerm2", N_("where its settings allow it"), UNKNOWN),
    "apple": _Known("Terminal", "no", "no"),
    "windows": _Known(N_("Windows Terminal"), "yes", "no"),
    "vscode": _Known(N_("Visual Studio Code"), "yes", UNKNOWN),
    "vte": _Known(N_("a terminal of VTE"), UNKNOWN, "no"),
    "xterm": _Known("xterm", N_("where its resources allow it"), "no"),
    "linux": _Known(N_("the Linux console"), "no", "no"),
    "browser": _Known("a browser (textual-serve)", "yes", "no"),
}
"""What the manuals of these say of OSC 52 and of kitty's graphics protocol; where they say nothing,
or it depends on the version, it is not known."""

_PROGRAMS: Final = {
    "ghostty": "ghostty",
    "WezTerm": "wezterm",
    "iTerm.app": "iterm",
    "Apple_Terminal": "apple",
    "vscode": "vscode",
    "kitty": "kitty",
    "textual": "browser",
}
"""Values of TERM_PROGRAM."""
_VARIABLES: Final = {
    "KITTY_WINDOW_ID": "kitty",
    "GHOSTTY_RESOURCES_DIR": "ghostty",
    "WEZTERM_PANE": "wezterm",
    "KONSOLE_VERSION": "konsole",
    "ALACRITTY_WINDOW_ID": "alacritty",
    "WT_SESSION": "windows",
    "VTE_VERSION": "vte",
    "XTERM_VERSION": "xterm",
}
"""Variables that one terminal sets."""
_TERMS: Final = {
    "xterm-kitty": "kitty",
    "xterm-ghostty": "ghostty",
    "wezterm": "wezterm",
    "foot": "foot",
    "foot-extra": "foot",
    "alacritty": "alacritty",
    "linux": "linux",
}
"""Values of TERM that one terminal has."""


def versions() -> dict[str, str]:
    """Return the versions of what all depends on."""
    found = {
        "broadsheet": __version__,
        "python": f"{platform.python_version()} ({platform.system()} {platform.machine()})",
        "sqlite": sqlite3.sqlite_version,
    }
    for package in ("textual", "lxml", "trafilatura", "feedparser"):
        try:
            found[package] = version(package)
        except PackageNotFoundError:
            found[package] = "missing"
    return found


def terminal(variables: Mapping[str, str] = os.environ) -> Terminal | None:
    """Return what the terminal can do; None where the output goes elsewhere."""
    if sys.stdout is None or not sys.stdout.isatty():
        return None
    return judged(variables)


def judged(variables: Mapping[str, str]) -> Terminal:
    """Return what a terminal that sets these variables can do."""
    known = _known(variables)
    name = known.name if known else variables.get("TERM") or UNKNOWN
    copying, pictures = (known.copying, known.pictures) if known else (UNKNOWN, UNKNOWN)
    inside = "tmux" if variables.get("TMUX") else "screen" if variables.get("STY") else ""
    if inside:
        name = f"{inside}, in {name}" if known else inside
        copying = N_("where set-clipboard is on") if inside == "tmux" else "no"
        pictures = "no"
    return Terminal(name, _colours(variables), copying, pictures)


def _known(variables: Mapping[str, str]) -> _Known | None:
    kind = _TERMS.get(variables.get("TERM", "")) or _PROGRAMS.get(variables.get("TERM_PROGRAM", ""))
    kind = kind or next((kind for each, kind in _VARIABLES.items() if variables.get(each)), None)
    return _KNOWN[kind] if kind else None


def _colours(variables: Mapping[str, str]) -> str:
    term = variables.get("TERM", "")
    if variables.get("NO_COLOR"):
        return N_("none, as NO_COLOR says")
    if term in ("dumb", "unknown"):
        return "none"
    if variables.get("COLORTERM", "").lower() in ("truecolor", "24bit") or "direct" in term:
        return "16 million"
    return "256" if "256" in term or term in ("xterm-kitty", "xterm-ghostty") else "16"


def optional() -> list[Optional]:
    """Return what is optional, with what is missing of each."""
    from tui.enrich.models import MODELS

    models = {"spacy": ("spacy",), **{names[0]: names for names in MODELS.values()}}
    codings = {"brotli": ("brotli",), "zstd": ("compression.zstd", "backports.zstd")}
    served = {"textual-serve": ("textual_serve",), "aiohttp": ("aiohttp",)}
    return [
        Optional("models", N_("finds more names"), _missing(models)),
        Optional("codings", N_("has servers pack tighter"), _missing(codings)),
        Optional("pictures", N_("shows pictures"), _missing({"pillow": ("PIL",)})),
        Optional("web", N_("serves the reader to a browser"), _missing(served)),
    ]


def _missing(wanted: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Return the names of which no module is there."""
    return tuple(name for name, modules in wanted.items() if not any(map(_is_there, modules)))


def _is_there(module: str) -> bool:
    try:
        return find_spec(module) is not None
    except (ImportError, ValueError):
        return False
