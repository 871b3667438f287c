"""What the commands that write a report share: their options, and how they run."""

import argparse
import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from .children import Broken, Child, Measured
from .figures import Results, broken

BENCH = Path(__file__).parent.parent
ROOT = BENCH.parent.parent
PATIENCE = 300.0
"""Seconds that one measurement may take: several times what the longest does."""


def options(doc: str | None, report: Path) -> argparse.Namespace:
    """Read the command line; `report` is written by `--out` alone."""
    asked = argparse.ArgumentParser(
        description=doc, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    asked.add_argument("data", type=Path, metavar="DATA")
    asked.add_argument("--out", type=Path, nargs="?", const=report, metavar="FILE")
    asked.add_argument("--skip-speed", action="store_true")
    asked.add_argument("--patience", type=float, default=PATIENCE, metavar="SECONDS")
    given = asked.parse_args()
    given.data = given.data.resolve()
    return given


def python(*words: str) -> Child:
    """Return a measurement by a Python program that can import all of the project."""
    return Child((sys.executable, *words), ROOT)


def run(
    children: Mapping[str, Child], patience: float, tell: Callable[[str], None]
) -> dict[str, Measured | Broken]:
    """Run one after the other, each for at most `patience` seconds, and tell how it went."""
    results: dict[str, Measured | Broken] = {}
    for name, child in children.items():
        results[name] = result = child.run(patience)
        done = isinstance(result, Measured)
        tell(f"{name}: {result.seconds:.0f} s" if done else f"{name}: failed, {result.reason}")
    return results


def complete(
    children: Mapping[str, Child],
    given: argparse.Namespace,
    written: Callable[[Results], Iterable[str]],
) -> int:
    """Measure, write the report, and return the exit code."""
    results = run(children, given.patience, lambda line: print(line, file=sys.stderr, flush=True))
    text = "\n".join(written(results)).rstrip() + "\n"
    if given.out:
        given.out.write_text(text, encoding="utf-8")
    else:
        sys.stdout.write(text)
    return int(bool(broken(results)))
