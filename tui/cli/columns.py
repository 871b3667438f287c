"""Lists on standard output: columns on a terminal, tabs between whole fields in a pipe.

On a terminal each line is as long as the terminal is wide, and what does not fit is cut and marked.
In a pipe, or in a file, nothing is cut and there is no heading, so that other programs can read it.
Neither has escape sequences, and nothing in a field can end a line or a field.
"""

import shutil
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from tui.cli.margin import cells, cut
from tui.cli.output import write_each
from tui.layout.visible import visible
from tui.words import _

_GAP: Final = 2
"""Cells between two columns."""

_LEAST: Final = 6
"""Cells below which a column is not shown."""


@dataclass(frozen=True, slots=True)
class Column:
    """What stands in one place of each line."""

    title: str
    width: int
    """Cells on a terminal; the last column that is shown takes what is left."""
    number: bool = False
    """Whether it is set to the right."""


def write_lists(columns: Sequence[Column], rows: Iterable[Sequence[str]], nothing: str) -> int:
    """Write `rows`; where there are none, tell `nothing` on standard error and return 1."""
    return write_found(_lines(columns, rows), nothing)


def write_found(lines: Iterable[str], nothing: str) -> int:
    """Write `lines` as they come; where there are none, tell `nothing` and return 1."""
    from tui.cli.failures import report

    written = False

    def encoded() -> Iterator[bytes]:
        nonlocal written
        encoding = (sys.stdout and sys.stdout.encoding) or "utf-8"
        for line in lines:
            written = True
            yield f"{line}\n".encode(encoding, "replace")

    code = write_each(encoded())
    if not written and not code:
        report(nothing)
        return 1
    return code


def _lines(columns: Sequence[Column], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    if not (sys.stdout and sys.stdout.isatty()):
        for row in rows:
            yield "\t".join(visible(" ".join(field.split())) for field in row)
        return
    shown = _fitting(columns, shutil.get_terminal_size().columns)
    for number, row in enumerate(rows):
        if not number:
            yield _line(shown, [_(column.title) for column in columns])
        yield _line(shown, row)


def _fitting(columns: Sequence[Column], width: int) -> list[Column]:
    """Return the columns that there is room for; the last one with all room that is left."""
    shown: list[Column] = []
    left = width
    for column in columns:
        least = _LEAST if column is columns[-1] else column.width
        if shown and left < least:
            break
        shown.append(column)
        left -= column.width + _GAP
    last = shown.pop()
    before = sum(column.width + _GAP for column in shown)
    return [*shown, Column(last.title, max(width - before, 1), last.number and not shown)]


def _line(columns: Sequence[Column], row: Sequence[str]) -> str:
    fields = []
    for column, field in zip(columns, row, strict=False):
        text = cut(field, column.width)
        space = " " * (column.width - cells(text))
        fields.append(space + text if column.number else text + space)
    return (" " * _GAP).join(fields).rstrip()
