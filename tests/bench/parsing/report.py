"""The report's text: figures with their targets first, then the worst items, then all the rest.

Every section is written from what its measurement found; one that found nothing says why.
"""

import os
import platform
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from .children import Broken, Measured
from .figures import FIGURES, Figure, Results, items, values
from .markdown import several, table
from .timings import memory, pages_a_second, ten_megabytes
from .worst import NO_REASON, WORST, Reasons, worst

Languages = Mapping[str, str | None]
Section = Callable[[dict[str, Any]], Iterator[str]]
LIBRARIES = (
    "broadsheet", "lxml", "trafilatura", "feedparser", "fastfeedparser", "markdown-it-py", "orjson",
)  # fmt: skip


def report(results: Results, languages: Languages, reasons: Reasons) -> Iterator[str]:
    """Yield the lines of the report."""
    yield from _head(results)
    found = values(results, languages)
    yield from _targets(found, results)
    yield from _missed(found, results, languages, reasons)
    for name, (title, section) in SECTIONS.items():
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


def broken(results: Results) -> list[str]:
    """Return the names of the measurements that failed."""
    return [name for name, result in results.items() if isinstance(result, Broken)]


def _head(results: Results) -> Iterator[str]:
    libraries = ", ".join(f"{name} {_version(name)}" for name in LIBRARIES)
    yield from ("# How well and how quickly pages, dumps and feeds are parsed", "")
    yield f"Written by `python tests/bench/parse_bench.py DATA` on {datetime.now(UTC):%Y-%m-%d}."
    yield f"Python {platform.python_version()}, {os.cpu_count()} cores. {libraries}."
    yield ""
    if "pages a second" not in results:
        yield from ("Speed and memory were not measured this time.", "")
    if failed := broken(results):
        yield from (f"**Without figures, because they failed: {', '.join(failed)}.**", "")


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "(not installed)"


def _targets(found: Mapping[str, Any], results: Results) -> Iterator[str]:
    yield from ("## Figures and targets", "")
    yield "R is the share of the known items that are found, P that of the found ones that are"
    yield from ("known. A page or dump without output counts as 0.", "")
    yield "The weights for HTML and for dumps were learnt on these pages; others come out a little"
    yield "less well: `train_body.py` and `train_dumps.py` tell the figures on pages held out."
    yield "Peers were measured once on the whole of each set, of which some are halved here:"
    yield from ("compare loosely.", "")
    head = ("Figure", "Value", "Target", "", "Measured as", "Best peers")
    yield from table(head, (_row(figure, found, results) for figure in FIGURES))


def _row(figure: Figure, found: Mapping[str, Any], results: Results) -> tuple[str, ...]:
    value = figure.value(found)
    target = f"{'≤' if figure.at_most else '≥'} {figure.target:g}"
    if value is None:
        failed = isinstance(results.get(figure.path[0]), Broken)
        told, verdict = "-", "**failed**" if failed else "not measured"
    else:
        told = f"{value:.3f}"
        verdict = "reached" if figure.reached(value) else "**not reached**"
    return (figure.key, told, target, verdict, figure.measured, figure.peers)


def _missed(
    found: Mapping[str, Any], results: Results, languages: Languages, reasons: Reasons
) -> Iterator[str]:
    yield from ("## What costs most where a target is not reached", "")
    yield f"The {WORST} worst items at most. A reason was written by somebody who looked, in"
    yield from ("`parsing_reasons.toml`.", "")
    for figure in FIGURES:
        value = figure.value(found)
        if value is None or figure.reached(value):
            continue
        every = list(items(figure, results, languages))
        told = reasons.get(figure.key, {})
        yield from (f"### {figure.key}", "")
        if not every:
            yield from ("No item is known by itself.", "")
            continue
        yield from (f"{several(len(every), 'item')} with a loss.", "")
        rows = ((i.name, i.told, told.get(i.name, NO_REASON)) for i in worst(every))
        yield from table(("Item", "Figure", "Reason"), rows)


def _sets(name: str) -> Section:
    def section(found: dict[str, Any]) -> Iterator[str]:
        sets = found["figures"][name]
        keys = dict.fromkeys(key for figures in sets.values() for key in figures if key != "tools")
        yield from table(("", *sets), ([k, *(s.get(k, "-") for s in sets.values())] for k in keys))
        if any("tools" in figures for figures in sets.values()):
            yield from ("F1 over words by tool:", "")
            tools = dict.fromkeys(tool for figures in sets.values() for tool in figures["tools"])
            rows = ([t, *(s["tools"].get(t, "-") for s in sets.values())] for t in tools)
            yield from table(("", *sets), rows)

    return section


def _feeds(found: dict[str, Any]) -> Iterator[str]:
    figures = found["figures"]["feeds"]
    yield f"Of {figures['of']} feeds {figures['entries_ok']} have an expected number of entries,"
    yield from (f"{figures['whole']} title, author and day of each entry too.", "")


def _teasers(found: dict[str, Any]) -> Iterator[str]:
    figures = found["figures"]
    keys = dict.fromkeys(key for row in figures.values() for key in row)
    rows = ([name, *(_short(row.get(key)) for key in keys)] for name, row in figures.items())
    yield from table(("", *keys), rows)


def _feed_speed(found: dict[str, Any]) -> Iterator[str]:
    yield "CPU time of feeds of 1,000 entries, the median of rounds that take turns. `entries` is"
    yield "from the bytes to the fields of every entry, which is what the other readers do;"
    yield from ("`articles` is all of parsing; `first` the time to the first article.", "")
    rows = (
        (kind, reader, f"{row['ms']:.1f}", f"{row['ratio']:.2f}", row["found"])
        for kind, readers in found["figures"].items() for reader, row in readers.items()
    )  # fmt: skip
    yield from table(("Feed", "Reader", "ms", "× fastfeedparser", "Entries"), rows)


def _short(value: Any) -> str:
    return "-" if value is None else f"{value:.3f}" if isinstance(value, float) else str(value)


SECTIONS: dict[str, tuple[str, Section]] = {
    "html": ("All figures: pages", _sets("html")),
    "dumps": ("All figures: text dumps, mean over the tools", _sets("dumps")),
    "feeds": ("Odd feeds", _feeds),
    "teasers generated": ("Related pieces of generated pages", _teasers),
    "teasers marked": ("Related pieces of real pages marked by hand", _teasers),
    "pages a second": ("Speed beside trafilatura", pages_a_second),
    "feed speed": ("Speed of feeds", _feed_speed),
    "pages of 10 MB": ("Pages of 10 MB", ten_megabytes),
    "memory": ("Large real pages and a dump of 1 MB", memory),
}
"""By measurement, in the order of the report: a title, and what is written of it."""
