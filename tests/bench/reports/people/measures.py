"""What is measured, in which order, each in a child process.

Where the optional models are installed, everything is measured without them and then with them,
under the same name and `WITH_MODELS`.
"""

import shlex
import sys
from pathlib import Path

from ..children import Child
from ..command import BENCH, python

WITH_MODELS = " with models"
_HIDDEN = (str(BENCH / "without_models.py"),)
_BATCH = ("--batch", "3000")
"""Files a call: models take seconds to load in each."""


def accuracy(data: Path, program: str | None = None, *, models: bool = False) -> dict[str, Child]:
    """Return the measurements of what is found right; `program` reads files in place of ours."""

    def scorer(name: str, *before: str) -> Child:
        ours = shlex.join((sys.executable, *before, "tui", "parse"))
        call = ("--cmd", program or ours, *_BATCH)
        return python(str(data / f"score_{name}.py"), *call)

    def measured(*before: str) -> dict[str, Child]:
        return {
            "people": scorer("people", *before),
            "quotes": scorer("quotes", *before),
            "french": python(*before, "tests.bench.french_bench"),
            "merges": python(*before, "tests.bench.people_merges", str(data)),
        }

    return measured(*_HIDDEN) | (_named(measured("-m")) if models else {})


def speed(data: Path, *, models: bool = False) -> dict[str, Child]:
    """Return the measurements of time and memory."""

    def measured(*before: str) -> dict[str, Child]:
        start = python("-m", "tests.bench.people_start", str(data))
        if before == ("-m",):
            start = python("-m", "tests.bench.people_start", str(data), "--with-models")
        return {"speed": python(*before, "tests.bench.people_speed", str(data)), "start": start}

    return measured(*_HIDDEN) | (_named(measured("-m")) if models else {})


def _named(children: dict[str, Child]) -> dict[str, Child]:
    return {name + WITH_MODELS: child for name, child in children.items()}
