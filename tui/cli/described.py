"""What may stand on each command's line, read off the parsers that take it.

Shells complete it and the manual prints it. Nothing is said twice: an option that a parser takes is
completed and explained from the same words.
"""

import argparse
from collections.abc import Iterator, Mapping
from typing import Final, Literal, NamedTuple

from tui.cli import COMMANDS
from tui.cli.options import parser_of
from tui.cli.summaries import DESCRIPTIONS
from tui.library.query.fields import FIELDS

Kind = Literal["none", "file", "query", "choice", "word"]
"""What a value is: none at all, a file or folder, part of a query, one of a few, or anything."""

_KINDS: Final[Mapping[str, Kind]] = {"FILE": "file", "PATH": "file", "QUERY": "query"}


class Option(NamedTuple):
    """An option, or what stands without one."""

    names: tuple[str, ...]
    """With their hyphens; none for what stands without."""
    kind: Kind
    shown: str
    """The value's name in the help; "" where there is none."""
    choices: tuple[str, ...]
    help: str
    many: bool = False
    """Whether it may be given several times, one after the other."""
    needed: bool = False


class Line(NamedTuple):
    """A command's line."""

    name: str
    description: str
    options: tuple[Option, ...]
    operands: tuple[Option, ...]
    more: str
    """What its help says below the options."""


def lines() -> Iterator[Line]:
    """Yield every command's line, that of the reader first."""
    for name in COMMANDS:
        parser = parser_of(name)
        found = [_option(action) for action in parser.actions()]
        yield Line(
            name,
            DESCRIPTIONS[name],
            tuple(option for option in found if option.names),
            tuple(option for option in found if not option.names),
            "" if name == "read" else parser.epilog or "",
        )


def query_words() -> list[str]:
    """Return how words of a query may begin: its fields, and those with few values whole."""
    names = [f"{field.name}:" for field in FIELDS if not field.choices]
    return names + [f"{field.name}:{value}" for field in FIELDS for value in field.choices]


def _option(action: argparse.Action) -> Option:
    names = tuple(action.option_strings)
    choices = tuple(map(str, action.choices or ()))
    metavar = action.metavar if isinstance(action.metavar, str) else ""
    shown = metavar or ("|".join(choices) if choices else action.dest.upper())
    if names and action.nargs == 0:
        return Option(names, "none", "", (), action.help or "")
    kind: Kind = "choice" if choices else _KINDS.get(metavar, "word")
    help_text = (action.help or "") % {"default": action.default} if action.help else ""
    many, needed = action.nargs in ("*", "+"), action.nargs not in ("*", "?")
    return Option(names, kind, shown, choices, help_text, many, needed)
