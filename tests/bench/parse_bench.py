"""Every figure of parsing in one report, as Markdown.

    python tests/bench/parse_bench.py DATA [--out FILE] [--skip-speed]

DATA is a folder with the scorers `score_html.py`, `score_dumps.py` and `score_feeds.py`, each of
which runs a command on its own files and writes its figures as JSON, and with pages as
`html/SET/pages/*.gz`. Accuracy comes from the scorers. Speed is measured here: beside trafilatura
on the same pages in the same run, then on made-up pages of 10 MB, each in a process of its own.
On a busy machine trust the ratio, from rounds that take turns.
"""

import argparse
import gzip
import json
import os
import platform
import random
import shlex
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

from large_pages import ROUNDS, SEED, large_pages, table

ROOT = Path(__file__).parent.parent.parent
SCORERS: dict[str, tuple[str, ...]] = {"html": (), "dumps": (), "feeds": ("--no-speed",)}
LIBRARIES = ("broadsheet", "lxml", "trafilatura", "feedparser", "markdown-it-py", "orjson")
OTHERS = {"teaser_bench.py": "related teasers", "feed_bench.py": "the speed of feeds"}
WORST = 10
SAMPLE = 100


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure with its target: where it stands in a scorer's JSON, and how it is measured."""

    path: tuple[str, ...]
    target: float
    measured: str
    at_most: bool = False

    def row(self, figures: dict[str, Any]) -> tuple[str, ...]:
        value: Any = figures
        for key in self.path:
            value = value.get(key) if isinstance(value, dict) else None
        name = f"{self.path[1]}: {self.path[2]}"
        target = f"{'≤' if self.at_most else '≥'} {self.target:g}"
        if value is None:
            return (name, "-", target, "not measured", self.measured)
        reached = value <= self.target if self.at_most else value >= self.target
        verdict = "reached" if reached else "**not reached**"
        return (name, f"{value:.4f}", target, verdict, self.measured)


SHINGLES = "mean per page of the F1 over runs of four words of the body"
HEADINGS = "as equal texts, over all pages"
CAPTIONS = "share found, by a caption block with token F1 of at least .8"
QUOTES = "by one block or neighbouring ones with token F1 of at least .9"
NO_AUTHOR = "share of the pages without an author that are given one"
WORDS = "mean over the tools of the mean F1 over words of the body"
FEEDS = "share of the odd feeds"
FIGURES = (
    Figure(
        ("html", "seb", "seb_f1"), 0.972, "F1 of mean precision and mean recall of four-word runs"
    ),
    Figure(("html", "fundus_dev", "shingle"), 0.955, SHINGLES),
    Figure(("html", "mozilla", "shingle"), 0.965, SHINGLES + ", captions too"),
    Figure(("html", "mozilla", "heading_R"), 0.90, HEADINGS),
    Figure(("html", "mozilla", "heading_P"), 0.90, HEADINGS),
    Figure(("html", "mozilla", "figcaption_R"), 0.90, CAPTIONS),
    Figure(("html", "fundus_dev", "figcaption_R"), 0.55, CAPTIONS),
    Figure(("html", "mozilla", "blockquote_R"), 0.93, QUOTES),
    Figure(("html", "mozilla", "blockquote_P"), 0.95, QUOTES),
    Figure(("html", "fundus_dev", "title"), 0.88, "share of equal titles"),
    Figure(("html", "fundus_dev", "author"), 0.90, "share of equal sets of names"),
    Figure(("html", "fundus_dev", "false_authors"), 0.25, NO_AUTHOR, at_most=True),
    Figure(("html", "trafilatura_en_dev", "false_authors"), 0.25, NO_AUTHOR, at_most=True),
    Figure(("html", "fundus_dev", "date"), 0.99, "share of equal days"),
    Figure(("html", "fundus_dev", "minute"), 0.99, "share of equal minutes, where there is a time"),
    Figure(("dumps", "seb", "token"), 0.92, WORDS),
    Figure(("dumps", "fundus_dev", "token"), 0.92, WORDS),
    Figure(("feeds", "odd", "entries"), 1, FEEDS + " with an expected number of entries"),
    Figure(("feeds", "odd", "whole"), 1, FEEDS + " whose entries have title, author and day too"),
)


def score(data: Path, name: str) -> dict[str, Any]:
    """Run one scorer and return what it wrote."""
    command = f"{shlex.quote(sys.executable)} -m tui parse"
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder, "figures.json")
        call = [sys.executable, str(data / f"score_{name}.py"), "--cmd", command]
        call += ["--json", str(out), *SCORERS[name]]
        done = subprocess.run(call, cwd=ROOT, capture_output=True, text=True, check=False)
        if done.returncode or not out.exists():
            raise SystemExit(f"score_{name}.py: {done.stderr[-2000:]}")
        found: dict[str, Any] = json.loads(out.read_text(encoding="utf-8"))
    return found


def accuracy(data: Path) -> Iterator[str]:
    """Yield the report's lines on what is read right."""
    scored = {name: score(data, name) for name in SCORERS}
    figures: dict[str, Any] = {name: found["figures"][name] for name, found in scored.items()}
    feeds = figures["feeds"]
    shares = {"entries": feeds["entries_ok"] / feeds["of"], "whole": feeds["whole"] / feeds["of"]}
    yield from ("## Accuracy", "")
    yield "R is the share of the known items that are found, P that of the found ones that are"
    yield from ("known. A page or dump without output counts as 0.", "")
    yield "The weights of the HTML body were learnt on these pages; others come out a little"
    yield from ("less well; `train_body.py` tells the figures on pages held out.", "")
    known = {**figures, "feeds": {"odd": shares}}
    rows = [figure.row(known) for figure in FIGURES]
    yield from table(("Figure", "Value", "Target", "", "Measured as"), rows)
    yield from every_figure("pages", figures["html"])
    yield from every_figure("text dumps, mean over the tools", figures["dumps"])
    tools = {name: found["tools"] for name, found in figures["dumps"].items()}
    yield from every_figure("text dumps, F1 over words by tool", tools)
    yield from worst_pages(scored["html"]["detail"])


def every_figure(what: str, sets: dict[str, dict[str, Any]]) -> Iterator[str]:
    """Yield a table of all that a scorer says of its sets."""
    keys = dict.fromkeys(key for found in sets.values() for key in found if key != "tools")
    yield from (f"### All figures: {what}", "")
    rows = ([key, *(found.get(key, "-") for found in sets.values())] for key in keys)
    yield from table(("", *sets), rows)


def page_f1(page: dict[str, Any]) -> float | None:
    """Return the F1 of a page's body, or else of its snippets; None where neither is known."""
    if "shingle" in page:
        return float(page["shingle"])
    if "snippets" not in page:
        return None
    right, missed, wrong, _ = page["snippets"]
    return 2 * right / (2 * right + missed + wrong) if right else 0.0


def worst_pages(detail: dict[str, list[dict[str, Any]]]) -> Iterator[str]:
    """Yield the worst pages of each set."""
    yield from ("## Worst pages", "")
    yield "F1 of the body over runs of four words; over wanted and unwanted snippets where the"
    yield from ("body is not known.", "")
    for name, pages in detail.items():
        valued = [(f1, page["id"]) for page in pages if (f1 := page_f1(page)) is not None]
        yield from (f"### {name}", "")
        rows = [(page, f"{f1:.3f}") for f1, page in sorted(valued)[:WORST]]
        yield from table(("Page", "F1"), rows)


def side_by_side(data: Path) -> Iterator[str]:
    """Yield the lines on `parse` and trafilatura on the same pages, in rounds that take turns."""
    import trafilatura

    from tui.parse import parse
    from tui.source import Document

    paths = sorted(data.glob("html/*/pages/*.gz"))
    paths = random.Random(SEED).sample(paths, min(SAMPLE, len(paths)))  # noqa: S311
    pages = [(gzip.decompress(path.read_bytes()), path.stem) for path in paths]
    readers: dict[str, Callable[[bytes, str], object]] = {
        "parse": lambda page, name: list(parse(Document(page, name))),
        "trafilatura": lambda page, _: trafilatura.bare_extraction(page),
    }
    taken: dict[str, list[float]] = {name: [] for name in readers}
    for reader in readers.values():
        cpu_seconds(reader, pages[:5])
    for number in range(ROUNDS):
        for name in sorted(readers, reverse=bool(number % 2)):
            taken[name].append(cpu_seconds(readers[name], pages))
    yield from ("## Speed beside trafilatura", "")
    yield f"CPU time of one process, from the bytes of {len(pages)} pages to articles. The pages"
    yield "are drawn with a fixed seed. `parse` is all that the program reads of a page; the other"
    yield f"is `bare_extraction` with default settings. The median of {ROUNDS} rounds that take"
    yield from ("turns, after a warm-up. A ratio below 1 is quicker than trafilatura alone.", "")
    rows = []
    for name, rounds in taken.items():
        middle = statistics.median(rounds)
        rounds_told = ", ".join(f"{seconds:.2f}" for seconds in rounds)
        rows.append((name, f"{middle:.2f}", f"{len(pages) / middle:.1f}", rounds_told))
    yield from table(("Reader", "CPU s", "Pages a second", "Rounds, s"), rows)
    ratio = statistics.median(taken["parse"]) / statistics.median(taken["trafilatura"])
    verdict = "reached" if ratio <= 1 else "**not reached**"
    yield from (f"Ratio parse / trafilatura: {ratio:.2f}. Target: ≤ 1, {verdict}.", "")


def cpu_seconds(reader: Callable[[bytes, str], object], pages: list[tuple[bytes, str]]) -> float:
    start = time.process_time()
    for page, name in pages:
        reader(page, name)
    return time.process_time() - start


def report(data: Path, speed: bool) -> Iterator[str]:
    """Yield the lines of the report."""
    libraries = ", ".join(f"{name} {version(name)}" for name in LIBRARIES)
    command = "python tests/bench/parse_bench.py DATA"
    yield from ("# How well and how quickly pages, dumps and feeds are parsed", "")
    yield f"Written by `{command}` on {datetime.now(UTC):%Y-%m-%d}. Python"
    yield f"{platform.python_version()}, {os.cpu_count()} cores. {libraries}."
    yield ""
    yield from accuracy(data)
    if speed:
        yield from large_pages()
        yield from side_by_side(data)
    others = [name for name in OTHERS if (ROOT / "tests" / "bench" / name).exists()]
    if others:
        yield from ("## Measured by other commands", "")
        yield from (f"- {OTHERS[name]}: `python tests/bench/{name}`" for name in others)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("data", type=Path, metavar="DATA")
    options.add_argument("--out", type=Path, help="write the report there, and print nothing")
    options.add_argument("--skip-speed", action="store_true")
    given = options.parse_args()
    sys.path.insert(0, str(ROOT))
    text = "\n".join(report(given.data.resolve(), not given.skip_speed)).rstrip() + "\n"
    if given.out:
        given.out.write_text(text, encoding="utf-8")
    else:
        sys.stdout.write(text)


if __name__ == "__main__":
    main()
