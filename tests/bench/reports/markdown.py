"""Markdown as the report writes it."""

from collections.abc import Iterable, Iterator


def table(head: Iterable[object], rows: Iterable[Iterable[object]]) -> Iterator[str]:
    """Yield the lines of a table, and a blank one behind it."""
    names = [str(name) for name in head]
    for row in (names, ["---"] * len(names), *rows):
        yield f"| {' | '.join(str(cell).replace('|', '/') for cell in row)} |"
    yield ""


def several(number: int, noun: str) -> str:
    """Return a number with its noun, in the plural unless it is one."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
