"""What is measured, in which order, each in a child process.

Accuracy comes from the scorers of the data folder, given by its user; all else is measured by the
scripts beside this package.
"""

import shlex
import sys
from collections.abc import Callable
from pathlib import Path

from .children import Broken, Child, Measured

BENCH = Path(__file__).parent.parent
ROOT = BENCH.parent.parent


def accuracy(data: Path, program: str | None = None) -> dict[str, Child]:
    """Return the measurements of what is read right; `program` reads files in place of ours."""
    program = program or f"{shlex.quote(sys.executable)} -m tui parse"
    teasers = (str(BENCH / "teaser_bench.py"),)
    marked = ("--gold", str(BENCH / "teaser_gold.jsonl"), "--html", str(data / "html"))

    def scorer(name: str, *options: str) -> Child:
        return _python(str(data / f"score_{name}.py"), "--cmd", program, *options)

    return {
        "html": scorer("html"),
        "dumps": scorer("dumps"),
        "feeds": scorer("feeds", "--no-speed"),
        "teasers generated": _python(*teasers),
        "teasers marked": _python(*teasers, *marked),
    }


def speed(data: Path) -> dict[str, Child]:
    """Return the measurements of time and memory."""
    return {
        "pages a second": _python(str(BENCH / "page_speed.py"), str(data)),
        "feed speed": _python(str(BENCH / "feed_bench.py")),
        "pages of 10 MB": _python(str(BENCH / "large_pages.py")),
        "memory": _python(str(BENCH / "real_pages.py"), str(data)),
    }


def run(
    children: dict[str, Child], patience: float, tell: Callable[[str], None]
) -> dict[str, Measured | Broken]:
    """Run one after the other, each for at most `patience` seconds, and tell how it went."""
    results: dict[str, Measured | Broken] = {}
    for name, child in children.items():
        results[name] = result = child.run(patience)
        done = isinstance(result, Measured)
        tell(f"{name}: {result.seconds:.0f} s" if done else f"{name}: failed, {result.reason}")
    return results


def _python(*words: str) -> Child:
    return Child((sys.executable, *words), ROOT)
