"""The text of the report on people and quotes: figures with targets, the worst, all the rest."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ..command import BENCH
from ..figures import Figure, Results
from ..markdown import several, table
from ..sections import Sections, head, missed, rest, sets, verdict
from ..worst import Item, Reasons, worst
from .faults import worst_articles
from .figures import FIGURES, items, values
from .measures import WITH_MODELS
from .timings import start, words_a_second

LIBRARIES = ("broadsheet", "spacy")
REASONS = BENCH / "people_reasons.toml"
ARTICLES = 20
"""Worst articles that are told."""


def report(results: Results, reasons: Reasons, models: Sequence[str] = ()) -> Iterator[str]:
    """Yield the lines of the report; `models` are the packages that are installed."""
    title = "How well and how quickly people and quotes are found"
    yield from head(title, "people_bench.py", LIBRARIES, results)
    if "speed" not in results:
        yield from ("Speed and memory were not measured this time.", "")
    if models:
        yield from (f"Optional models: {', '.join(models)}.", "")
    else:
        yield from ("Optional models: not installed.", "")
    found = values(results)
    yield from _targets(found, results, models=bool(models))

    def costly(figure: Figure) -> Iterator[Item]:
        return items(figure, results)

    yield from missed(FIGURES, found, costly, reasons, REASONS.name)
    yield from _worst(results)
    yield from rest(SECTIONS, results)


def _targets(found: Mapping[str, Any], results: Results, *, models: bool) -> Iterator[str]:
    yield from ("## Figures and targets", "")
    yield "The figures of the sets are those of the scorers, whose heads define them; `french` is"
    yield "the set of our own, half of it held out (`tests/french/README.md`). Peers were measured"
    yield "once, some of them on the other half of a set: compare loosely. A figure without a"
    yield from ("target is watched.", "")
    names = (
        "Figure",
        "Value",
        "Target",
        "",
        "With models",
        "Their target",
        "Measured as",
        "Best peers",
    )
    yield from table(names, (_row(figure, found, results, models=models) for figure in FIGURES))


def _row(
    figure: Figure, found: Mapping[str, Any], results: Results, *, models: bool
) -> tuple[str, ...]:
    told, reached = verdict(figure, figure.value(found), results)
    with_models = "not installed"
    if models:
        with_models, _ = verdict(figure, figure.value(found, WITH_MODELS), results)
    wanted = figure.target if figure.target_with_models is None else figure.target_with_models
    return (
        figure.key, told, figure.wanted(figure.target), reached, with_models,
        figure.wanted(wanted), figure.measured, figure.peers,
    )  # fmt: skip


def _worst(results: Results) -> Iterator[str]:
    every = list(worst_articles(results))
    if not every:
        return
    yield from (f"## The {ARTICLES} worst articles", "")
    yield f"Something is wrong in {several(len(every), 'article')}, those of one sentence included."
    yield "What is held out of the French set is not looked at. The last words are of the worst"
    yield from ("fault: who is known to speak, and who is shown.", "")
    rows = ((item.name, item.told) for item in worst(every, ARTICLES))
    yield from table(("Article", "What is wrong"), rows)


def _french(found: dict[str, Any]) -> Iterator[str]:
    halves = found["figures"]
    keys = dict.fromkeys(key for figures in halves.values() for key in figures)
    rows = ([key, *(f"{one.get(key, 0):.3f}" for one in halves.values())] for key in keys)
    yield from table(("", *halves), rows)


def _merges(found: dict[str, Any]) -> Iterator[str]:
    figures = found["figures"]
    yield f"People shown: {figures['shown']:,}, of whom {figures['merged']} are two. English"
    yield f"articles: {figures['articles']}, of which {figures['shared']} have people who share a"
    yield from ("surname.", "")


_EVERY: Sections = {
    "people": ("All figures: people", sets("people")),
    "quotes": ("All figures: quotes", sets("quotes")),
    "french": ("All figures: the French set of our own", _french),
    "merges": ("People taken for one", _merges),
    "speed": ("Speed beside a plain pass over the words", words_a_second),
    "start": ("Start and memory", start),
}
SECTIONS: Sections = _EVERY | {
    name + WITH_MODELS: (f"{title}, with models", section)
    for name, (title, section) in _EVERY.items()
}
