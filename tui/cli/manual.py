"""`broadsheet man`: the manual page, made of what the commands' own help is made of."""

from collections.abc import Iterator
from typing import Final

from tui import __version__
from tui.cli.described import Line, Option, lines
from tui.session.actions import ACTIONS, Action
from tui.words import N_, _

READING: Final = N_("""\
To read it:           broadsheet man | man -l -
To have it with the others: broadsheet man > ~/.local/share/man/man1/broadsheet.1
""")

_SECTION: Final = N_("User commands")
"""What a manual's section 1 is called."""
_COMMON: Final = frozenset(("--help", "--version"))
"""Options of every command, explained once."""

_PLACES: Final = {
    "library": N_("in the library"),
    "article": N_("in the article"),
    "people": N_("among people"),
    "quotes": N_("among quotes"),
    "related": N_("among related pieces"),
    "facets": N_("in what the list comes to"),
}
"""Where a key works that does not work everywhere."""
_FILES: Final = (
    ("$XDG_DATA_HOME/broadsheet/library.db", N_("the library, unless another one is named")),
    (
        "$XDG_CONFIG_HOME/broadsheet/config.toml",
        N_("the settings; see broadsheet config"),
    ),
)
_VARIABLES: Final = (
    ("BROADSHEET_LIBRARY", N_("the library's file; --library goes before it")),
    ("BROADSHEET_MODELS", N_("off: names are looked for without the optional models")),
    ("NO_COLOR", N_("no colours in what commands print")),
    ("http_proxy, https_proxy, no_proxy", N_("which way the network is asked")),
)


def manual() -> int:
    """Print the page."""
    print("\n".join(page()))
    return 0


def page() -> Iterator[str]:
    """Yield the lines of the page, in the macros of man(7)."""
    found = list(lines())
    yield f'.TH BROADSHEET 1 "" "Broadsheet {_text(__version__)}" "{_(_SECTION)}"'
    yield f".SH {_('NAME')}"
    yield rf"broadsheet \- {_text(_('read the news in a terminal, and see who said what'))}"
    yield f".SH {_('SYNOPSIS')}"
    for number, line in enumerate(found):
        yield from _synopsis(line, first=number == 0)
    yield f".SH {_('COMMANDS')}"
    for line in found:
        yield f".SS {_text(_called(line))}"
        yield _text(line.description)
        for option in (*line.operands, *line.options):
            if option.help and (line.name == "read" or not _COMMON & {*option.names}):
                yield from _entry(_named(option), option.help)
        if line.more:
            yield from _as_it_is(line.more)
    yield f".SH {_('KEYS')}"
    for action in ACTIONS:
        if action.keys:
            yield from _entry("  ".join(action.keys), _key(action))
    for heading, table in ((N_("ENVIRONMENT"), _VARIABLES), (N_("FILES"), _FILES)):
        yield f".SH {_(heading)}"
        for name, meaning in table:
            yield from _entry(name, _(meaning))


def _called(line: Line) -> str:
    return "broadsheet" if line.name == "read" else f"broadsheet {line.name}"


def _synopsis(line: Line, *, first: bool) -> Iterator[str]:
    if not first:
        yield ".PP"
    yield f".B {_text(_called(line))}"
    words = ["[OPTION ...]"]
    for operand in line.operands:
        word = f"{operand.shown} ..." if operand.many else operand.shown
        words.append(word if operand.needed else f"[{word}]")
    yield _text(" ".join(words))


def _named(option: Option) -> str:
    names = ", ".join(option.names)
    return f"{names} {option.shown}".strip()


def _key(action: Action) -> str:
    everywhere = action.scope in ("everywhere", "panes")
    told = _(action.description)
    return told if everywhere else f"{told} ({_(_PLACES[action.scope])})"


def _entry(name: str, meaning: str) -> Iterator[str]:
    yield ".TP"
    yield f".B {_text(name)}"
    yield _text(meaning)


def _as_it_is(text: str) -> Iterator[str]:
    """Yield a text whose lines stay as they are."""
    yield ".PP"
    yield ".nf"
    yield from map(_text, text.rstrip("\n").split("\n"))
    yield ".fi"


def _text(line: str) -> str:
    r"""Return a line that means itself: no escape, no hyphen that breaks, no request.

    ASCII signs that the macros set as typographic ones are named by their glyphs (groff_char(7)).
    """
    signs = {"\\": r"\e", "-": r"\-", "'": r"\(aq", "`": r"\(ga", "^": r"\(ha", "~": r"\(ti"}
    plain = "".join(signs.get(sign, sign) for sign in line)
    return f"\\&{plain}" if plain.startswith(".") else plain
