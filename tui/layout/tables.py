"""Tables whose rows are lines of cells: columns that stand one below the other.

The text has a row a line and " | " between cells. Nothing is put into it: a column gets its width
by cells painted behind the spaces around the bars, as the gaps of straight edges are.
"""

import re
from collections.abc import Callable
from typing import Final

BAR: Final = " | "

_NUMBER: Final = re.compile(r"[-+−]?[$€£]?\s?\d[\d.,\s\u00a0\u202f’']*\s?[%€$£]?")


def padding(rows: list[str], width: int, cells: Callable[[str], int]) -> list[dict[int, int]]:
    """Return for each row by how many cells the row grows behind which of its characters.

    Columns of numbers end at one edge, the others begin at one. Where rows have not all the same
    number of cells, or would be wider than `width`, nothing grows.
    """
    table = [row.split(BAR) for row in rows]
    columns = len(table[0]) if table else 0
    if columns < 2 or any(len(row) != columns for row in table):
        return [{} for _ in rows]
    sizes = [[cells(cell) for cell in row] for row in table]
    widths = [max(row[n] for row in sizes) for n in range(columns)]
    if sum(widths) + len(BAR) * (columns - 1) > width:
        return [{} for _ in rows]
    numeric = [_is_numeric([row[n] for row in table]) for n in range(columns)]
    return [_grown(row, size, widths, numeric) for row, size in zip(table, sizes, strict=True)]


def _is_numeric(column: list[str]) -> bool:
    """Say whether what stands below a column's head is numbers."""
    below = [cell for cell in column[1:] if cell.strip()]
    return bool(below) and all(_NUMBER.fullmatch(cell.strip()) for cell in below)


def _grown(
    row: list[str], sizes: list[int], widths: list[int], numeric: list[bool]
) -> dict[int, int]:
    grown: dict[int, int] = {}
    start = 0
    for n, cell in enumerate(row):
        end = start + len(cell)
        missing = widths[n] - sizes[n]
        before = numeric[n] and n > 0
        place = start - 1 if before else end
        if missing and (before or n + 1 < len(row)):
            grown[place] = grown.get(place, 0) + missing
        start = end + len(BAR)
    return grown
