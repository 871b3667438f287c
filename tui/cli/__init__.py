"""The command line: which command is meant, its options, its exit code.

Exit codes: 0 all went well; 1 an input could not be read, the rest was done; 2 the call makes no
sense or the library cannot be opened; 130 interrupted. Nothing here imports Textual before the
reader is really asked for.
"""

import argparse
import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NoReturn

from tui import __version__
from tui.layout.visible import visible

Command = Callable[[argparse.Namespace], int]

EPILOG = """\
commands:
  broadsheet [PATH ...]         read: the library, or files, folders and standard input (-)
  broadsheet add PATH ...       put what stands at PATH into the library
  broadsheet parse PATH ...     print Article JSON, one article a line
  broadsheet parse --explain PATH ...
                                say what was kept of each page, what was left out, and why
  broadsheet schema             print the JSON Schema of Article JSON

A file that is called like a command is named as ./add. Press ? in the reader for its keys.
"""

VALUED = ("--library", "--theme", "--color")
"""The options whose value is the next word."""


class Parser(argparse.ArgumentParser):
    """A parser whose complaints are safe to print, whatever was typed."""

    def error(self, message: str) -> NoReturn:
        """Tell a mistake in the call, and leave with 2."""
        super().error(visible(message))


def run(arguments: Sequence[str]) -> int:
    """Run the command that `arguments` mean and return its exit code."""
    name, rest = _command(arguments)
    options = _parser(name).parse_intermixed_args(rest)
    try:
        return COMMANDS[name](options)
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # Whoever read our output has enough; what Python would flush at exit goes nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return 0


def _command(arguments: Sequence[str]) -> tuple[str, list[str]]:
    """Return the command's name and what is left: the first word that names one, else read."""
    rest = list(arguments)
    index = 0
    while index < len(rest) and rest[index].startswith("-") and rest[index] != "-":
        if rest[index] == "--":
            break
        index += 2 if rest[index] in VALUED else 1
    if index < len(rest) and rest[index] in COMMANDS and rest[index] != "read":
        return rest.pop(index), rest
    return "read", rest


def _parser(name: str) -> argparse.ArgumentParser:
    """Return the parser of one command's options."""
    parser = Parser(
        prog="broadsheet" if name == "read" else f"broadsheet {name}",
        description=DESCRIPTIONS[name],
        epilog=EPILOG if name == "read" else None,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"broadsheet {__version__}")
    if name != "schema":
        parser.add_argument("paths", nargs="*" if name == "read" else "+", metavar="PATH")
    if name in ("read", "add"):
        parser.add_argument(
            "--library", type=Path, metavar="FILE", help="the library's file (default: yours)"
        )
    if name == "read":
        parser.add_argument(
            "--theme", choices=("dark", "light"), default="dark", help="colours to start in"
        )
    if name == "parse":
        parser.add_argument(
            "--explain",
            action="store_true",
            help="report what was kept, what was left out and by which rule, instead of JSON",
        )
        parser.add_argument(
            "--color",
            choices=("auto", "always", "never"),
            default="auto",
            help="colours of --explain (default: on a terminal, unless NO_COLOR is set)",
        )
    return parser


def _read(options: argparse.Namespace) -> int:
    from tui.cli.read import read

    return read(options.paths, options.library, light=options.theme == "light")


def _add(options: argparse.Namespace) -> int:
    from tui.cli.add import add

    return add(options.paths, options.library)


def _parse(options: argparse.Namespace) -> int:
    if options.explain:
        from tui.cli.explain import explain

        return explain(options.paths, options.color)
    from tui.cli.parse import parse

    return parse(options.paths)


def _schema(_: argparse.Namespace) -> int:
    from tui.cli.parse import schema

    return schema()


DESCRIPTIONS = {
    "read": "Read the news in a terminal, and see who said what.",
    "add": "Put articles into the library; what it holds already is not changed.",
    "parse": "Print Article JSON, one article a line, in the order of the inputs.",
    "schema": "Print the JSON Schema of Article JSON.",
}

COMMANDS: dict[str, Command] = {"read": _read, "add": _add, "parse": _parse, "schema": _schema}
