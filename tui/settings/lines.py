"""On which line of a TOML text each of its keys is set: parsers do not say.

The text must be valid TOML (v1.0.0); it is gone through once.
"""

import re
import tomllib
from typing import Final

Path = tuple[str, ...]
"""The names of the tables that a key stands in, and its own."""

_NAME: Final = re.compile(r"[ \t]*+([A-Za-z0-9_-]++|\"(?:[^\"\\\n]|\\.)*+\"|'[^'\n]*+')[ \t]*+")
_PIECE: Final = re.compile(
    r"\"\"\"(?:[^\"\\]|\\.|\"{1,2}(?!\"))*+\"{3,5}"
    r"|'''(?:[^']|'{1,2}(?!'))*+'{3,5}"
    r"|\"(?:[^\"\\\n]|\\.)*+\"|'[^'\n]*+'"
    r"|\#[^\n]*+|[\[{]|[\]}]|\n|[^\"'\#\[\]{}\n]++",
    re.DOTALL,
)
"""The parts of a value: strings, comments, brackets, line feeds, and what is between them."""
_DEEPEST: Final = 4
"""Names up to which the tables of a dotted key are told apart; settings take three."""

_GAP: Final = re.compile(r"(?:[ \t\r\n]|\#[^\n]*+)*+")


def key_lines(text: str) -> dict[Path, int]:
    """Return the line of each key that stands outside inline tables, counted from 1.

    Of a key that is set in several tables of one name the last counts, of a table that dotted keys
    make the first.
    """
    found: dict[Path, int] = {}
    table: Path = ()
    at, line, counted = 0, 1, 0
    while (at := _end(_GAP, text, at)) < len(text):
        line += text.count("\n", counted, at)
        counted = at
        if text[at] == "[":
            table, at = _names(text, at + 1 + text.startswith("[[", at))
            found[table] = line
            at = _after_line(text, at)
            continue
        names, after = _names(text, at)
        for length in range(1, min(len(names), _DEEPEST)):
            found.setdefault(table + names[:length], line)
        found[table + names] = line
        at = _after_value(text, max(after, at + 1))
    return found


def _end(pattern: re.Pattern[str], text: str, at: int) -> int:
    match = pattern.match(text, at)
    return match.end() if match else at


def _names(text: str, at: int) -> tuple[Path, int]:
    """Return the names that dots join from `at` on, and where they end."""
    names = []
    while match := _NAME.match(text, at):
        names.append(_unquoted(match[1]))
        at = match.end()
        if not text.startswith(".", at):
            break
        at += 1
    return tuple(names), at


def _unquoted(name: str) -> str:
    if name[0] not in "\"'":
        return name
    if name[0] == "'" or "\\" not in name:
        return name[1:-1]
    value: str = tomllib.loads(f"name = {name}")["name"]
    return value


def _after_line(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def _after_value(text: str, at: int) -> int:
    """Return where the value that begins at or behind `at` ends: a line feed outside brackets."""
    depth = 0
    while at < len(text) and (match := _PIECE.match(text, at)):
        piece = match[0]
        if piece == "\n" and depth == 0:
            return at
        depth += (piece in "[{") - (piece in "]}")
        at = match.end()
    return max(at, _after_line(text, at)) if at < len(text) else at


def line_of(lines: dict[Path, int], path: Path) -> int | None:
    """Return the line of a key, or of the table or value that it stands in."""
    for length in range(len(path), 0, -1):
        if path[:length] in lines:
            return lines[path[:length]]
    return None
