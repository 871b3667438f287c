"""What is measured, in which order, each in a child process.

Accuracy comes from the scorers of the data folder, given by its user; all else is measured by the
scripts beside this package.
"""

import shlex
import sys
from pathlib import Path

from ..children import Child
from ..command import BENCH, python


def accuracy(data: Path, program: str | None = None) -> dict[str, Child]:
    """Return the measurements of what is read right; `program` reads files in place of ours."""
    program = program or f"{shlex.quote(sys.executable)} -m tui parse"
    teasers = (str(BENCH / "teaser_bench.py"),)
    marked = ("--gold", str(BENCH / "teaser_gold.jsonl"), "--html", str(data / "html"))

    def scorer(name: str, *options: str) -> Child:
        return python(str(data / f"score_{name}.py"), "--cmd", program, *options)

    return {
        "html": scorer("html"),
        "dumps": scorer("dumps"),
        "feeds": scorer("feeds", "--no-speed"),
        "teasers generated": python(*teasers),
        "teasers marked": python(*teasers, *marked),
    }


def speed(data: Path) -> dict[str, Child]:
    """Return the measurements of time and memory."""
    return {
        "pages a second": python(str(BENCH / "page_speed.py"), str(data)),
        "feed speed": python(str(BENCH / "feed_bench.py")),
        "pages of 10 MB": python(str(BENCH / "large_pages.py")),
        "memory": python(str(BENCH / "real_pages.py"), str(data)),
    }
