"""What may be set: a table of settings, each with what it means and what it may be."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Final, NamedTuple

from tui.session.colours import NAMES as NAMES_OF_COLOURS
from tui.session.colours import meanings
from tui.settings.presets import PRESETS
from tui.settings.values import DEFAULTS
from tui.words import N_, _

Value = str | int

_THEME: Final = re.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,39}")
"""What a theme may be called: it is the name of a file, and can lead nowhere else."""

KEYS: Final = "keys"
"""The table in which actions are given keys."""


class UnfitError(ValueError):
    """A value that a setting cannot have; the message says what it may be."""


class Setting(NamedTuple):
    """One setting."""

    name: str
    meaning: str
    """A line for the user."""
    default: Value | str
    """What holds where it is not set."""
    check: Callable[[object], Value]
    """Returns the value as the program uses it; raises UnfitError."""
    given: bool = True
    """Whether the default is a value; else it is words."""


def _one_of(*names: str) -> Callable[[object], str]:
    def check(value: object) -> str:
        if isinstance(value, str) and value in names:
            return value
        shown = ", ".join(f'"{name}"' for name in names)
        raise UnfitError(
            _(
                "{shown} is none of {names}{near}",
                shown=_shown(value),
                names=shown,
                near=near(value, names),
            )
        )

    return check


def _number(least: int, most: int) -> Callable[[object], int]:
    def check(value: object) -> int:
        if isinstance(value, int) and not isinstance(value, bool) and least <= value <= most:
            return value
        raise UnfitError(
            _(
                "{shown} is no whole number from {least} to {most}",
                shown=_shown(value),
                least=least,
                most=most,
            )
        )

    return check


def _truth(value: object) -> bool:
    if isinstance(value, bool):
        return value
    raise UnfitError(_("{shown} is neither true nor false", shown=_shown(value)))


def theme_name(value: object) -> str:
    """Return the name of a theme, ours or of a file; raises UnfitError."""
    if isinstance(value, str) and _THEME.fullmatch(value):
        return value
    raise UnfitError(
        _("{shown} is no name of a theme: letters, digits, - and _", shown=_shown(value))
    )


def _meanings(value: object) -> str:
    try:
        meanings(value if isinstance(value, str) else _shown(value))
    except ValueError as error:
        raise UnfitError(
            _(
                "{shown} is no colour and its meaning; colours are {names}",
                shown=_shown(str(error)),
                names=", ".join(NAMES_OF_COLOURS),
            )
        ) from error
    return str(value)


def _file(value: object) -> str:
    if not isinstance(value, str) or not value:
        raise UnfitError(_("{shown} is no path of a file", shown=_shown(value)))
    if not value.isprintable():
        raise UnfitError(_("the path holds a control character"))
    try:
        path = Path(value).expanduser()
    except RuntimeError as error:
        raise UnfitError(f"{value}: {error}") from error
    if not path.is_absolute():
        raise UnfitError(_("{shown} does not begin with / or ~", shown=_shown(value)))
    return str(path)


def near(value: object, names: tuple[str, ...]) -> str:
    """Return "; did you mean X?" where one of `names` is like `value`."""
    from difflib import get_close_matches

    found = get_close_matches(value, names, 1) if isinstance(value, str) else []
    return _("; did you mean {found}?", found=found[0]) if found else ""


def _shown(value: object) -> str:
    """Return a value in a few words, as it stands in the file."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (list, dict)):
        return "a list" if isinstance(value, list) else "a table"
    text = f'"{value}"' if isinstance(value, str) else str(value)
    return text if len(text) <= 40 else text[:39] + "…"


SETTINGS: Final = (
    Setting(
        "theme",
        'Colours: "dark", "light", "contrast", or the name of a file in the folder themes.',
        DEFAULTS.theme,
        theme_name,
    ),
    Setting(
        "preset",
        N_('Keys: "default", "newsboat" or "less"; those under [keys] come on top.'),
        DEFAULTS.preset,
        _one_of(*PRESETS),
    ),
    Setting(
        "measure",
        N_("The widest a line is set, 45 to 100 columns."),
        DEFAULTS.measure,
        _number(45, 100),
    ),
    Setting("justify", N_("Straight right edges: true or false."), DEFAULTS.justify, _truth),
    Setting(
        "hyphenate",
        "Cut French and English words at the end of a line, with pyphen: true or false.",
        DEFAULTS.hyphenate,
        _truth,
    ),
    Setting(
        "scroll", "Lines that the mouse wheel scrolls, 1 to 20.", DEFAULTS.scroll, _number(1, 20)
    ),
    Setting(
        "mark_read",
        N_('When an article is marked read: at its "end", when you "open" it, or "never".'),
        DEFAULTS.mark_read,
        _one_of("end", "open", "never"),
    ),
    Setting(
        "allow_private",
        N_("Fetch pieces also from this machine and private networks: true or false."),
        DEFAULTS.allow_private,
        _truth,
    ),
    Setting(
        "pictures",
        N_(
            "How a picture that you ask for is shown: as your terminal can (auto), kitty, iterm, "
            "sixel, blocks or none."
        ),
        DEFAULTS.pictures,
        _one_of("auto", "kitty", "iterm", "sixel", "blocks", "none"),
    ),
    Setting(
        "copy_style",
        'How a copied quote is written: "plain", "markdown", "apa", "bibtex" or "csl-json".',
        DEFAULTS.copy_style,
        _one_of("plain", "markdown", "apa", "bibtex", "csl-json"),
    ),
    Setting(
        "highlights",
        N_('What colours of highlights mean to you: "yellow: to check, red: doubtful".'),
        DEFAULTS.highlights,
        _meanings,
    ),
    Setting(
        "pipe_limit",
        "Seconds after which a command is stopped that an article is given to, 1 to 3600.",
        DEFAULTS.pipe_limit,
        _number(1, 3600),
    ),
    Setting(
        "language",
        N_('What the program speaks: "en", "fr", or "auto" for the language of the locale.'),
        DEFAULTS.language,
        _one_of("auto", "en", "fr"),
    ),
    Setting(
        "library",
        N_("The library's file; BROADSHEET_LIBRARY and --library go before it."),
        N_("in the user's data folder"),
        _file,
        given=False,
    ),
    Setting(
        "jobs",
        N_("Processes that read for `add` and `refresh`, 1 to 256."),
        N_("one for each processor"),
        _number(1, 256),
        given=False,
    ),
)
NAMES: Final = (*(setting.name for setting in SETTINGS), KEYS)
