"""Made-up pages of 10 MB, and what each takes to parse in a process of its own.

    python tests/bench/large_pages.py [--json FILE]

Pages are written piece by piece, and this process stays small: on Linux the peak of a child's
memory starts from its parent's.
"""

import argparse
import json
import random
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from one_page import Row, read_in_a_process

SEED = 7
PAGE_BYTES = 10_000_000
PAGE_SECONDS = 2.0
"""CPU time that a page of `PAGE_BYTES` may take."""
TRIES = 3
SYLLABLES = [consonant + vowel for consonant in "bcdfglmnprstvz" for vowel in "aeiou"]


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


def measured(shape: Shape) -> Row:
    """Write a page and parse it; return the figures of the quickest run.

    What slows a run down comes from other programs, so a page that is read in time is read once, as
    is one that takes more than twice its time, and any other `TRIES` times.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "page.html")
        with path.open("w", encoding="ascii") as file:
            file.writelines(page_of(shape))
        best = read_in_a_process(shape.name, path)
        for _ in range(TRIES - 1):
            if "failed" not in best and PAGE_SECONDS < best["seconds"] <= 2 * PAGE_SECONDS:
                again = read_in_a_process(shape.name, path)
                best = min(best, again, key=lambda row: row["seconds"])
    return best


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--json", type=Path, metavar="FILE")
    given = options.parse_args()
    detail = []
    for shape in SHAPES:
        detail.append(measured(shape))
        print(json.dumps(detail[-1]), flush=True)
    found = {"figures": {"slowest": max(row["seconds"] for row in detail)}, "detail": detail}
    if given.json:
        given.json.write_text(json.dumps(found), encoding="utf-8")


if __name__ == "__main__":
    main()
