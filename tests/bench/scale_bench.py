"""How the library grows: every figure of the store and of the reader, with its target.

    python tests/bench/scale_bench.py KIT --work FOLDER [--sizes 100,10000,100000,1000000] [--out]
    python tests/bench/scale_bench.py KIT --work FOLDER --written --out

KIT is the folder of a measuring kit that stands outside the project: `make_corpus.py`,
`make_feed.py`, `ptydrive.py`, `floors/hello_textual.py`. Corpora and libraries are made in the work
folder and used again. `--out` writes the report beside this file, with its plot. Where newsboat is
installed, it is measured on feeds of up to 50,000 items. Everything is measured in one run, what is
compared in turns; absolute figures move with the machine. `--written` writes the report of the last
run anew.
"""

import argparse
import json
import shutil
import sys
from pathlib import Path

from reports.children import Broken, Child, Measured
from reports.command import python, run
from reports.figures import broken
from reports.scale import plot, written

BENCH = Path(__file__).parent
REPORT = BENCH / "SCALE.md"
PLOT = BENCH / "scale.svg"
SIZES = (100, 10_000, 100_000, 1_000_000)
FEEDS = (1_000, 10_000, 50_000)
PATIENCE = 7_200.0
"""Seconds that one measurement may take: filling a library of a million is part of one."""


def children(kit: Path, work: Path, sizes: list[int]) -> dict[str, Child]:
    """Return the measurements, the smaller libraries first."""

    def child(script: str, *words: str) -> Child:
        return python(str(BENCH / script), str(kit), "--work", str(work), *words)

    found = {"store": child("scale_store.py")}
    for size in sizes:
        found[f"inside {size}"] = child("scale_inside.py", "--count", str(size))
    for size in sizes:
        found[f"reader {size}"] = child("scale_reader.py", "--count", str(size))
    if shutil.which("newsboat"):
        for size in FEEDS:
            words = ("--count", str(size), "--newsboat")
            found[f"newsboat {size}"] = child("scale_reader.py", *words)
    return found


def main() -> int:
    """Measure, write the report and the plot, and return the exit code."""
    asked = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    asked.add_argument("kit", type=Path, metavar="KIT")
    asked.add_argument("--work", type=Path, required=True, metavar="FOLDER")
    asked.add_argument("--sizes", default=",".join(map(str, SIZES)))
    asked.add_argument("--out", action="store_true")
    asked.add_argument("--written", action="store_true")
    given = asked.parse_args()
    sizes = sorted(int(size) for size in given.sizes.split(","))
    given.work.mkdir(parents=True, exist_ok=True)
    figures = given.work / "figures.json"
    results: dict[str, Measured | Broken]
    if given.written:
        read = json.loads(figures.read_text(encoding="utf-8"))
        results = {name: Measured(found) for name, found in read.items()}
    else:
        measures = children(given.kit.resolve(), given.work.resolve(), sizes)
        results = run(measures, PATIENCE, lambda line: print(line, file=sys.stderr, flush=True))
        measured = {name: its.found for name, its in results.items() if isinstance(its, Measured)}
        figures.write_text(json.dumps(measured), encoding="utf-8")
    text = "\n".join(written(results, sizes)).rstrip() + "\n"
    if given.out:
        REPORT.write_text(text, encoding="utf-8")
        PLOT.write_text(plot(results, sizes), encoding="utf-8")
    else:
        sys.stdout.write(text)
    return int(bool(broken(results)))


if __name__ == "__main__":
    raise SystemExit(main())
