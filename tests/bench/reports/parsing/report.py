"""The text of the report on parsing: figures with their targets, the worst items, all the rest."""

from collections.abc import Iterator, Mapping
from typing import Any

from ..command import BENCH
from ..figures import Figure, Results
from ..markdown import table
from ..sections import Sections, head, missed, rest, sets, verdict
from ..worst import Reasons
from .figures import FIGURES, items, values
from .timings import memory, pages_a_second, ten_megabytes

Languages = Mapping[str, str | None]
LIBRARIES = (
    "broadsheet", "lxml", "trafilatura", "feedparser", "fastfeedparser", "markdown-it-py", "orjson",
)  # fmt: skip
REASONS = BENCH / "parsing_reasons.toml"


def report(results: Results, languages: Languages, reasons: Reasons) -> Iterator[str]:
    """Yield the lines of the report."""
    title = "How well and how quickly pages, dumps and feeds are parsed"
    yield from head(title, "parse_bench.py", LIBRARIES, results)
    if "pages a second" not in results:
        yield from ("Speed and memory were not measured this time.", "")
    found = values(results, languages)
    yield from _targets(found, results)

    def costly(figure: Figure) -> Iterator[Any]:
        return items(figure, results, languages)

    yield from missed(FIGURES, found, costly, reasons, REASONS.name)
    yield from rest(SECTIONS, results)


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
    told, reached = verdict(figure, figure.value(found), results)
    target = figure.wanted(figure.target)
    return (figure.key, told, target, reached, figure.measured, figure.peers)


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


SECTIONS: Sections = {
    "html": ("All figures: pages", sets("html")),
    "dumps": ("All figures: text dumps, mean over the tools", sets("dumps")),
    "feeds": ("Odd feeds", _feeds),
    "teasers generated": ("Related pieces of generated pages", _teasers),
    "teasers marked": ("Related pieces of real pages marked by hand", _teasers),
    "pages a second": ("Speed beside trafilatura", pages_a_second),
    "feed speed": ("Speed of feeds", _feed_speed),
    "pages of 10 MB": ("Pages of 10 MB", ten_megabytes),
    "memory": ("Large real pages and a dump of 1 MB", memory),
}
