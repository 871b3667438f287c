"""How a command comes by the user's settings; its options go before them."""

import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from tui.cli.failures import report
from tui.settings.file import Problem, SettingsError, config_path, load
from tui.settings.values import Settings
from tui.words import _, speak

if TYPE_CHECKING:
    import argparse

    from tui.settings.theme_file import Palette

LIBRARY = "BROADSHEET_LIBRARY"


def settled(named: Path | None) -> Settings | None:
    """Return the settings; None where they cannot be used, which is told in a line for each reason.

    The library they name stands in for the variable, where that is not set: what finds the
    library's place looks there.
    """
    try:
        settings = load(named)
    except SettingsError as error:
        told(error)
        return None
    speak(settings.language)
    if settings.library is not None and not os.environ.get(LIBRARY):
        os.environ[LIBRARY] = settings.library
    return settings


def speak_as_set(words: Sequence[str]) -> None:
    """Speak the language of the settings before the command line is understood, for its help.

    Where the settings cannot be used the locale's language stays; whoever needs them tells why.
    """
    named = None
    for word, value in zip(words, (*words[1:], ""), strict=False):
        if word == "--config":
            named = Path(value)
        elif word.startswith("--config="):
            named = Path(word.partition("=")[2])
    with suppress(SettingsError):
        speak(load(named).language)


def settle(options: "argparse.Namespace") -> bool:
    """Put the settings where the options say nothing; False where they cannot be used."""
    settings = settled(options.config)
    if settings is None:
        return False
    if "jobs" in options:
        options.jobs = options.jobs or settings.jobs
    return True


def open_reader(
    paths: Sequence[str],
    library: Path | None,
    config: Path | None = None,
    theme: str | None = None,
    *,
    served: bool = False,
) -> int:
    """Open the reader as the settings have it, in another theme where one is named.

    `served`: another program paints it and brings its keys.
    """
    settings = settled(config)
    if settings is None:
        return 1
    if theme is not None:
        settings = settings._replace(theme=theme)
    palette = None
    if settings.theme not in ("dark", "light"):
        try:
            palette = own_theme(config, settings.theme)
        except SettingsError as error:
            return told(error)
    if settings.hyphenate:
        from tui.layout.hyphens import is_installed

        if not is_installed():
            report(_("hyphenate is set, but pyphen is not installed: words stay whole"))
    from tui.cli.read import read, read_served

    return (read_served if served else read)(paths, library, settings, palette)


def own_theme(config: Path | None, name: str) -> "Palette | None":
    """Return the colours of the user's theme of a name, beside the settings; None for one of ours.

    Raises SettingsError where it cannot be used.
    """
    from tui.settings.schema import UnfitError, theme_name
    from tui.settings.theme_file import load_theme

    path, _ = config_path(config)
    try:
        return load_theme(path, theme_name(name))
    except UnfitError as error:
        raise SettingsError(Path("--theme"), [Problem(str(error))]) from error


def told(error: SettingsError) -> int:
    """Report each problem in a line; return the exit code."""
    for line in error.lines():
        report(line)
    return 1
