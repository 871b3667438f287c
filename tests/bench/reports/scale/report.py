"""The report, from what was measured."""

from collections.abc import Iterator, Sequence
from typing import Any

from ..children import Measured
from ..figures import Results
from ..markdown import table
from ..sections import head, verdict
from .figures import AT, EMPTY_APP, FIGURES

_READER = (
    ("start", "start, ms"),
    ("empty", "an empty Textual app, ms"),
    ("ratio", "start / the empty app"),
    ("key_p50", "key in the list, p50 ms"),
    ("key_p99", "key in the list, p99 ms"),
    ("floor_p50", "the same in a bare list of 100,000 rows, p50 ms"),
    ("floor_p99", "the same, p99 ms"),
    ("end", "to the end of the list, ms"),
    ("open_p50", "next article all painted, p50 ms"),
    ("open_p99", "next article all painted, p99 ms"),
    ("filter", "filter by a figure, ms"),
    ("typed_p50", "a letter of a search, p50 ms"),
    ("typed_worst", "a letter of a search, worst ms"),
    ("found", "a word typed, ms to what it finds"),
    ("MB", "peak memory, MB"),
)
_NEWSBOAT = (
    ("start", "start, ms"),
    ("list", "open the list, ms"),
    ("key_p50", "key in the list, p50 ms"),
    ("key_p99", "key in the list, p99 ms"),
    ("open", "open an article, ms"),
    ("MB", "peak memory, MB"),
)


def written(results: Results, sizes: Sequence[int]) -> Iterator[str]:
    """Yield the report's lines."""
    yield from head("How the library grows", "scale_bench.py", ("broadsheet", "textual"), results)
    found = {name: result.found for name, result in results.items() if isinstance(result, Measured)}
    slow = found.get(f"reader {AT}", {}).get("empty", EMPTY_APP) / EMPTY_APP
    yield "Milliseconds move with the machine; trust the ratios, which were measured in turns."
    yield "Targets in milliseconds are for a machine on which an empty Textual app starts in"
    yield f"{EMPTY_APP:.0f} ms. Here it took {slow:.1f} times as long: `At speed` is the value"
    yield from ("divided by that, and is what counts.", "")
    yield from (f"## Figures and targets, at {AT:,} articles", "")
    rows = []
    for figure in FIGURES:
        value = figure.value(found)
        timed = value is not None and figure.measured.startswith("ms")
        at_speed = value / slow if timed and value is not None else value
        told, _ = verdict(figure, value, results)
        scaled, reached = verdict(figure, at_speed, results)
        shown = scaled if timed else ""
        rows.append(
            (figure.key, told, shown, figure.wanted(figure.target), reached, figure.measured)
        )
    yield from table(("Figure", "Value", "At speed", "Target", "", "Measured as"), rows)
    yield from ("![Growth](scale.svg)", "")
    yield from _columns("The reader in a terminal", found, "reader", sizes, _READER)
    yield from _inside(found, sizes)
    feeds = [int(name.split()[1]) for name in found if name.startswith("newsboat")]
    yield from _columns("newsboat, on a feed of as many items", found, "newsboat", feeds, _NEWSBOAT)
    yield from _import(found)


def _columns(
    title: str,
    found: dict[str, Any],
    name: str,
    sizes: Sequence[int],
    keys: Sequence[tuple[str, str]],
) -> Iterator[str]:
    columns = [found.get(f"{name} {size}", {}) for size in sizes]
    if not any(columns):
        return
    yield from (f"## {title}", "")
    rows = [(told, *(_number(column.get(key)) for column in columns)) for key, told in keys]
    yield from table(("", *(f"{size:,}" for size in sizes)), rows)


def _inside(found: dict[str, Any], sizes: Sequence[int]) -> Iterator[str]:
    columns = [found.get(f"inside {size}", {}) for size in sizes]
    questions = dict.fromkeys(
        question for column in columns for question in column.get("milliseconds", {})
    )
    yield from ("## The library's answers", "")
    yield "Milliseconds: the first time, then p50 and p99 of what follows. A listing is its first"
    yield from ("screen, and facets are exact counts over all that a query means.", "")
    rows = []
    for question in questions:
        cells = []
        for column in columns:
            its = column.get("milliseconds", {}).get(question)
            names = ("first", "p50", "p99")
            cells.append("-" if its is None else " / ".join(_number(its[name]) for name in names))
        rows.append((question, *cells))
    size_row = (
        "kB an article on disk",
        *(_kilobytes(c, s) for c, s in zip(columns, sizes, strict=True)),
    )
    made = ("articles stored a second", *(_number(column.get("made")) for column in columns))
    yield from table(("", *(f"{size:,}" for size in sizes)), [*rows, size_row, made])


def _kilobytes(column: dict[str, Any], size: int) -> str:
    return f"{column['size'] / size / 1e3:.1f}" if "size" in column else "-"


def _import(found: dict[str, Any]) -> Iterator[str]:
    its = found.get("store")
    if not its:
        return
    yield from ("## Storing and importing", "")
    store, whole = its["store"], its["import"]
    yield from table(
        ("", "a second"),
        [
            ("the bare index with the same options", f"{store['bare']:,.0f}"),
            ("a library, what is stored worked out before", f"{store['ours']:,.0f}"),
            ("HTML pages imported, one process", f"{whole['one']:,.1f}"),
            ("HTML pages imported, two", f"{whole['two']:,.1f}"),
        ],
    )
    stages = whole["stages"]
    slowest = max(stages, key=stages.__getitem__)
    yield from table(
        ("Stage", "ms an article"), [(name, f"{taken:.2f}") for name, taken in stages.items()]
    )
    yield from (f"The slowest stage is `{slowest}`.", "")


def _number(value: float | None) -> str:
    if value is None:
        return "-"
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"
