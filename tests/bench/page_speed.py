"""How many pages a second are parsed, beside trafilatura on the same pages in the same run.

    python tests/bench/page_speed.py DATA [--pages 100] [--rounds 3] [--json FILE]

DATA holds pages as `html/SET/pages/*.gz`. The readers take turns, each round in another order,
so that a busy machine slows all of them alike, and every cache is emptied before each turn: a page
is read as one that was never seen. A ratio is the median of those of the rounds.
"""

import argparse
import functools
import gc
import gzip
import json
import random
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import trafilatura
from trafilatura.meta import reset_caches

from tui.enrich import enrich
from tui.model import Article, Failure
from tui.parse import parse
from tui.source import Document

SEED = 7
WARM_UP = 3
"""Pages read before the clock runs, so that all libraries are loaded."""

Page = tuple[str, bytes]
Reader = Callable[[Page], object]


def parse_page(page: Page) -> list[Article]:
    name, data = page
    found = parse(Document(data, name))
    return [item.article for item in found if not isinstance(item, Failure)]


READERS: dict[str, Reader] = {
    "parse": parse_page,
    "trafilatura": lambda page: trafilatura.bare_extraction(page[1]),
    "trafilatura with metadata": lambda page: trafilatura.bare_extraction(
        page[1], with_metadata=True
    ),
}


@dataclass
class Taken:
    """CPU seconds of one reader: by round, and for each page in each round."""

    rounds: list[float] = field(default_factory=list)
    pages: dict[str, list[float]] = field(default_factory=dict)

    def of(self, name: str) -> float:
        return statistics.median(self.pages[name])

    def figures(self) -> dict[str, object]:
        middle = statistics.median(self.rounds)
        return {
            "ms": 1000 * middle / len(self.pages),
            "most": 1000 * max(map(self.of, self.pages)),
            "rate": len(self.pages) / middle,
            "rounds": self.rounds,
        }


def forget() -> None:
    """Empty every cache: trafilatura's own list of them, and each `lru_cache` of ours."""
    reset_caches()
    for found in gc.get_objects():
        if isinstance(found, functools._lru_cache_wrapper):  # noqa: SLF001
            owner = getattr(found, "__module__", "") or ""
            if owner.split(".")[0] in ("tui", "trafilatura", "htmldate", "courlan", "justext"):
                found.cache_clear()


def race(pages: list[Page], rounds: int) -> dict[str, Taken]:
    """Let every reader read all pages in each round, and return what it took."""
    taken = {name: Taken() for name in READERS}
    for page in pages[:WARM_UP]:
        for read in READERS.values():
            read(page)
    names = [*READERS]
    for number in range(rounds):
        turn = number % len(names)
        for name in names[turn:] + names[:turn]:
            forget()
            taken[name].rounds.append(_pass(READERS[name], pages, taken[name].pages))
    return taken


def _pass(read: Reader, pages: list[Page], spent: dict[str, list[float]]) -> float:
    begin = time.process_time()
    for page in pages:
        start = time.process_time()
        read(page)
        spent.setdefault(page[0], []).append(time.process_time() - start)
    return time.process_time() - begin


def enrichment(pages: list[Page]) -> float:
    """Return the milliseconds a page that finding people and quotes takes."""
    articles = [article for page in pages for article in parse_page(page)]
    for article in articles[:WARM_UP]:
        enrich(article)
    forget()
    start = time.process_time()
    for article in articles:
        enrich(article)
    return 1000 * (time.process_time() - start) / len(pages)


def ratio(taken: dict[str, Taken], other: str) -> float:
    """Return our pages a second to those of another reader."""
    rounds = zip(taken["parse"].rounds, taken[other].rounds, strict=True)
    return statistics.median(theirs / mine for mine, theirs in rounds)


def drawn(data: Path, count: int) -> list[Page]:
    """Return pages of all sets, drawn with a fixed seed, each called SET/ID."""
    paths = sorted(data.glob("html/*/pages/*.gz"))
    paths = random.Random(SEED).sample(paths, min(count, len(paths)))  # noqa: S311
    return [
        (f"{path.parts[-3]}/{path.name.split('.html')[0]}", gzip.decompress(path.read_bytes()))
        for path in paths
    ]


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("data", type=Path, metavar="DATA")
    options.add_argument("--pages", type=int, default=100)
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--json", type=Path, metavar="FILE")
    given = options.parse_args()
    pages = drawn(given.data, given.pages)
    if not pages:
        raise SystemExit(f"no pages below {given.data}")
    taken = race(pages, given.rounds)
    figures = {
        "pages": len(pages),
        "rounds": given.rounds,
        "readers": {name: one.figures() for name, one in taken.items()},
        "ratio": ratio(taken, "trafilatura"),
        "ratio with metadata": ratio(taken, "trafilatura with metadata"),
        "enrich ms": enrichment(pages),
    }
    detail = [
        {"id": name, **{reader: 1000 * taken[reader].of(name) for reader in READERS}}
        for name, _ in pages
    ]
    for name, one in taken.items():
        print(f"{name:26}{len(pages) / statistics.median(one.rounds):8.1f} pages a second")
    print(
        f"{'ratio':26}{figures['ratio']:8.2f}\n{'enrich':26}{figures['enrich ms']:8.1f} ms a page"
    )
    if given.json:
        given.json.write_text(json.dumps({"figures": figures, "detail": detail}), encoding="utf-8")


if __name__ == "__main__":
    main()
