"""The parts that every report has: its head, figures beside targets, the worst items, the rest.

Every section is written from what its measurement found; one that found nothing says why.
"""

import os
import platform
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from .children import Broken, Measured
from .figures import Figure, Results, broken
from .markdown import several, table
from .worst import NO_REASON, WORST, Item, Reasons, worst

Section = Callable[[dict[str, Any]], Iterator[str]]
Sections = Mapping[str, tuple[str, Section]]
"""By measurement, in the order of the report: a title, and what is written of it."""


def head(title: str, script: str, libraries: Iterable[str], results: Results) -> Iterator[str]:
    """Yield a report's first lines: what wrote it, with what, and what it lacks."""
    versions = ", ".join(f"{name} {_version(name)}" for name in libraries)
    yield from (f"# {title}", "")
    yield f"Written by `python tests/bench/{script} DATA` on {datetime.now(UTC):%Y-%m-%d}."
    yield f"Python {platform.python_version()}, {os.cpu_count()} cores. {versions}."
    yield ""
    if failed := broken(results):
        yield from (f"**Without figures, because they failed: {', '.join(failed)}.**", "")


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "(not installed)"


def verdict(figure: Figure, value: float | None, results: Results) -> tuple[str, str]:
    """Return a figure's value in words, and what that means."""
    if value is None:
        failed = isinstance(results.get(figure.path[0]), Broken)
        return "-", "**failed**" if failed else "not measured"
    told = f"{value:,.0f}" if value >= 100 else f"{value:.3f}"
    if figure.target is None:
        return told, ""
    return told, "reached" if figure.reached(value) else "**not reached**"


def missed(
    figures: Sequence[Figure],
    found: Mapping[str, Any],
    items: Callable[[Figure], Iterable[Item]],
    reasons: Reasons,
    file: str,
) -> Iterator[str]:
    """Yield the worst items of each figure short of its target; `file` holds the reasons."""
    yield from ("## What costs most where a target is not reached", "")
    yield f"The {WORST} worst items at most. A reason was written by somebody who looked, in"
    yield from (f"`{file}`.", "")
    for figure in figures:
        value = figure.value(found)
        if value is None or figure.reached(value):
            continue
        every = list(items(figure))
        told = reasons.get(figure.key, {})
        yield from (f"### {figure.key}", "")
        if not every:
            yield from ("No item is known by itself.", "")
            continue
        yield from (f"{several(len(every), 'item')} with a loss.", "")
        rows = ((i.name, i.told, told.get(i.name, NO_REASON)) for i in worst(every))
        yield from table(("Item", "Figure", "Reason"), rows)


def rest(sections: Sections, results: Results) -> Iterator[str]:
    """Yield a section for every measurement that was asked for."""
    for name, (title, section) in sections.items():
        result = results.get(name)
        if result is not None:
            yield from (f"## {title}", "")
            if isinstance(result, Measured):
                yield from _careful(section, result.found)
            else:
                yield from (f"**Failed:** {result.reason}.", "")


def _careful(section: Section, found: dict[str, Any]) -> Iterator[str]:
    """Yield a section's lines; figures in a form it does not know are told as such."""
    try:
        lines = list(section(found))
    except (KeyError, TypeError, ValueError, AttributeError, IndexError) as error:
        lines = [f"**Failed:** figures in another form: {type(error).__name__} {error}.", ""]
    yield from lines


def sets(name: str) -> Section:
    """Return a section with every figure of a scorer, a column for each of its sets."""

    def section(found: dict[str, Any]) -> Iterator[str]:
        figures = found["figures"][name]
        keys = dict.fromkeys(key for one in figures.values() for key in one)
        rows = {key: [one.get(key, "-") for one in figures.values()] for key in keys}
        parts = {k: r for k, r in rows.items() if any(isinstance(v, dict) for v in r)}
        whole = ([key, *row] for key, row in rows.items() if key not in parts)
        yield from table(("", *figures), whole)
        for key, row in parts.items():
            yield from (f"{PARTS.get(key, key)}:", "")
            columns = [value if isinstance(value, dict) else {} for value in row]
            names = dict.fromkeys(part for column in columns for part in column)
            yield from table(
                ("", *figures), ([n, *(column.get(n, "-") for column in columns)] for n in names)
            )

    return section


PARTS = {
    "tools": "F1 over words by tool",
    "by_form": "Right speakers of all, by how the text names the speaker",
}
"""Figures that a scorer gives by part."""
