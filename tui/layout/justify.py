"""Straight right edges: which gaps between words of a line are made wider, and by how much."""

from typing import Final

WIDEST: Final = 2
"""Cells that a gap may grow by on average: beyond it a line is left ragged, as holes in a column
hinder reading more than its edge does."""


def widened(text: str, room: int) -> dict[int, int]:
    """Return by how many cells each gap of a line grows, by the offset of its last space.

    `room` is what is missing to the full measure, in cells. Spaces before the first word stay, and
    so do spaces that never break; nothing grows where the gaps would become holes.
    """
    first = len(text) - len(text.lstrip(" "))
    gaps = [
        index
        for index in range(first, len(text) - 1)
        if text[index] == " " and text[index + 1] != " "
    ]
    if room <= 0 or not gaps or room > WIDEST * len(gaps):
        return {}
    count = len(gaps)
    shares = ((n + 1) * room // count - n * room // count for n in range(count))
    return {gap: share for gap, share in zip(gaps, shares, strict=True) if share}
