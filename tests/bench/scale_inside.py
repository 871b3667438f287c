"""How long the library's answers take, without a terminal: one library of the corpus.

    python tests/bench/scale_inside.py KIT --count N --work FOLDER --json FILE

Milliseconds, median and worst of several. The library is made where it is not there yet, and part
of its articles are related, so that both kinds of answers are measured.
"""

import argparse
import json
import random
import time
from collections.abc import Callable
from contextlib import closing
from datetime import date
from itertools import cycle, islice
from pathlib import Path
from statistics import median, quantiles

from scale_corpus import Corpus

from tui.library import Library, Query, open_library
from tui.library.query import parse

RUNS = 15
RELATED = 1_000
"""Articles that are related, at most."""
DAY = date(2026, 1, 1)


def timed(work: Callable[[], object], runs: int = RUNS) -> dict[str, float]:
    """Return the first, the median and the 99th percentile of several runs."""
    taken = []
    for _ in range(runs):
        began = time.perf_counter()
        work()
        taken.append(1e3 * (time.perf_counter() - began))
    return {
        "first": taken[0],
        "p50": median(taken[1:]),
        "p99": quantiles(taken[1:], n=100, method="inclusive")[98],
    }


def words_of(library: Library) -> list[tuple[str, int]]:
    """Return words of the corpus from the most frequent down, with how many articles have them."""
    row = library.listing(Query())[0]
    article = library.article(row.id)
    assert article is not None
    words = {word.strip(".,").lower() for word in article.text.split()}
    found = [(library.count(parse(f'"{word}"', DAY)), word) for word in sorted(words)[:120]]
    return [(word, count) for count, word in sorted(found, reverse=True)]


def shown(library: Library, query: Query) -> object:
    """List what a query means, its first screen."""
    return library.listing(query, 128)[0:20]


def measure(library: Library, count: int) -> dict[str, dict[str, float]]:
    """Return how long each question takes."""
    pick = random.Random(3)  # noqa: S311
    ranked = words_of(library)
    frequent = ranked[0][0]
    near = sorted(ranked, key=lambda each: abs(each[1] - count // 4))[:RUNS]
    middle = near[0][0]
    figures = [match.figure for match in library.match_figures("", 200)]
    name = figures[0].name
    related = min(count, RELATED)
    any_id = lambda most: f"{pick.randrange(1, most + 1):016x}"  # noqa: E731
    searches = {
        "a frequent word": frequent,
        "a word of a quarter": middle,
        "three letters": f"{middle[:3]}*",
        "two words": f"{frequent} {middle}",
        "a phrase": f'"{frequent} {middle}"',
        "person:": f'person:"{name}"',
        "said: of somebody": f'said:{middle} by:"{name}"',
        "date:": "date:2001-03",
        "is:unread and a word": f"is:unread {middle}",
    }
    found = {}
    for what, typed in searches.items():
        # Another word of about the same frequency each time, so that no answer is a warm one.
        queries = [Query(search=parse(typed.replace(middle, word), DAY)) for word, _ in near]
        each = cycle(queries)
        found[f"search, {what}"] = timed(lambda its=each: shown(library, next(its)))
    for what in ("a frequent word", "a word of a quarter", "person:"):
        query = Query(search=parse(searches[what], DAY))
        found[f"facets, {what}"] = timed(lambda wanted=query: library.facets(wanted, 20))
    found["facets, everything"] = timed(lambda: library.facets(Query(), 20))
    found["list everything"] = timed(lambda: shown(library, Query()))
    found["filter by a frequent figure"] = timed(lambda: shown(library, Query((figures[0].id,))))
    found["filter by a rare figure"] = timed(lambda: shown(library, Query((figures[-1].id,))))
    found["open an article"] = timed(lambda: library.article(any_id(count)), 60)
    found["related, stored"] = timed(lambda: library.related(any_id(related)), 60)
    found["related, live"] = timed(lambda: library.related(any_id(count)), 60)
    found["figures by letters"] = timed(lambda: library.match_figures("dra", 20))
    return found


def main() -> None:
    """Measure, and write the figures."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("kit", type=Path)
    asked.add_argument("--count", type=int, required=True)
    asked.add_argument("--work", type=Path, required=True)
    asked.add_argument("--json", type=Path, required=True)
    given = asked.parse_args()
    path, rate = Corpus(given.kit, given.work).library(given.count)
    with closing(open_library(path)) as library:
        for progress in islice(library.relate(), RELATED // 25):
            if progress.done >= RELATED:
                break
        found = {
            "made": rate,
            "size": path.stat().st_size,
            "milliseconds": measure(library, given.count),
        }
    given.json.write_text(json.dumps(found), encoding="utf-8")


if __name__ == "__main__":
    main()
