"""Made-up pages of 10 MB, and what each takes to parse in a process of its own.

`parse_bench.py` writes the table. Run with the path of a page, this parses it and prints JSON.
"""

import json
import os
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
ROUNDS = 3
SEED = 7
PAGE_BYTES = 10_000_000
PAGE_SECONDS = 2.0
"""CPU time that a page of `PAGE_BYTES` may take."""
SYLLABLES = [consonant + vowel for consonant in "bcdfglmnprstvz" for vowel in "aeiou"]


def table(head: tuple[str, ...], rows: Iterable[Iterable[object]]) -> list[str]:
    """Return the lines of a Markdown table."""
    lines = [head, ("---",) * len(head), *rows]
    cells = ([str(cell).replace("|", "/") for cell in row] for row in lines)
    return [*(f"| {' | '.join(row)} |" for row in cells), ""]


def sentences(count: int) -> Iterator[str]:
    """Yield sentences of so many words each, without end and always the same."""
    random_ = random.Random(SEED)  # noqa: S311
    stock = ["".join(random_.choices(SYLLABLES, k=1 + n % 4)) for n in range(5_000)]
    while True:
        yield " ".join(random_.choices(stock, k=count)).capitalize() + "."


@dataclass(frozen=True, slots=True)
class Shape:
    """A made-up page: what stands before and after, and what is repeated around so many words."""

    name: str
    piece: str
    words: int
    before: str = ""
    after: str = ""


SHAPES = (
    Shape("many paragraphs", "<p>{a}</p>\n", 60),
    Shape("one huge paragraph", "{a} ", 20, "<p>", "</p>"),
    Shape("nested small divs", "<div><div><div><div>{a}</div></div></div></div>\n", 4),
    Shape("many links", '<a href="/story/{n}">{a}</a>\n', 6),
    Shape(
        "cards with headings",
        '<div class="card"><h3><a href="/story/{n}">{a}</a></h3><p>{b}</p></div>\n',
        8,
    ),
    Shape("table", "<tr><td>{a}</td><td>{b}</td></tr>\n", 4, "<table>", "</table>"),
    Shape("script", 'list.push("{a}");\n', 20, "<script>", "</script>"),
    Shape("list", "<li>{a}</li>\n", 12, "<ul>", "</ul>"),
    Shape("headings", "<h2>{a}</h2>\n", 6),
)
"""In a piece, `a` and `b` are sentences and `n` a number that no other piece has."""


def page_of(shape: Shape) -> Iterator[str]:
    """Yield the pieces of a page of `PAGE_BYTES`, all of it ASCII."""
    said = sentences(shape.words)
    opening = "".join(f"<p>{next(said)} {next(said)} {next(said)}</p>" for _ in range(10))
    yield "<!doctype html><html><head><title>A page made up</title></head><body><article>"
    yield f"<h1>A page made up</h1>{opening}{shape.before}"
    size = 0
    while size < PAGE_BYTES:
        piece = shape.piece.format(a=next(said), b=next(said), n=size)
        size += len(piece)
        yield piece
    yield f"{shape.after}</article></body></html>"


def read_alone(path: Path) -> dict[str, float]:
    """Parse one page, after a small one that loads the libraries; what it took, in s and MB."""
    from tui.model import Failure
    from tui.parse import parse
    from tui.source import Document

    small = f"<html><body><article>{'<p>A few words of a page.</p>' * 20}"
    list(parse(Document(small.encode(), "small.html")))
    page = Document(path.read_bytes(), path.name)
    peak_before = peak_mb()
    start = time.process_time()
    found = list(parse(page))
    seconds = time.process_time() - start
    words = sum(len(one.article.text.split()) for one in found if not isinstance(one, Failure))
    return {"seconds": seconds, "before": peak_before, "peak": peak_mb(), "words": words}


def peak_mb() -> float:
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (1e6 if sys.platform == "darwin" else 1e6 / 1024)


def large_pages() -> Iterator[str]:
    """Yield the lines on pages of 10 MB.

    They are written piece by piece, and before this process grows: on Linux a child's peak
    starts from its parent's.
    """
    yield from ("## Pages of 10 MB", "")
    yield "Made-up words with a fixed seed, ten paragraphs and then 10 MB of one kind. CPU seconds"
    yield f"from bytes to article in a process of its own, the median of {ROUNDS}, libraries loaded"
    yield "before. Peak is the most memory (`ru_maxrss`) of the process, before is the same with"
    yield "the page's bytes in memory and nothing parsed. Few words kept mean that the 10 MB were"
    yield from ("left out of the article, and only the ten paragraphs or fewer are in it.", "")
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        for shape in SHAPES:
            path = Path(folder, "page.html")
            with path.open("w", encoding="ascii") as file:
                file.writelines(page_of(shape))
            rows.append(large_row(shape.name, [run_alone(path) for _ in range(ROUNDS)]))
    yield from table(
        ("Page", "CPU s", f"Target ≤ {PAGE_SECONDS:g} s", "Words kept", "Before, MB", "Peak, MB"),
        rows,
    )


def run_alone(path: Path) -> dict[str, float]:
    call = [sys.executable, __file__, str(path)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(call, cwd=ROOT, env=environment, capture_output=True, check=True)
    figures: dict[str, float] = json.loads(done.stdout)
    return figures


def large_row(name: str, runs: list[dict[str, float]]) -> tuple[str, ...]:
    middle = {key: statistics.median(run[key] for run in runs) for key in runs[0]}
    reached = middle["seconds"] <= PAGE_SECONDS and middle["words"] > 0
    return (
        name,
        f"{middle['seconds']:.2f}",
        "reached" if reached else "**not reached**",
        f"{middle['words']:,.0f}",
        f"{middle['before']:.0f}",
        f"{middle['peak']:.0f}",
    )


if __name__ == "__main__":
    print(json.dumps(read_alone(Path(sys.argv[1]))))
