"""Tables of learnt weights: what each step of a feature is worth, and their sum.

A feature is a name and a small whole number; a table says for each how much it adds to the
logarithm of the odds that a block is the article's. Tables are made by the training scripts under
`tests/bench/` and kept in `tui/parse/data/`.
"""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path

Weights = dict[str, dict[int, float]]

_FOLDER = Path(__file__).parent / "data"


@cache
def tables(name: str) -> dict[str, Weights]:
    """Return the tables of the file `name` in the package's data, by their names."""
    read = json.loads((_FOLDER / f"{name}.json").read_text("utf-8"))
    return {
        table: {
            feature: {int(step): weight for step, weight in steps.items()}
            for feature, steps in weights.items()
        }
        for table, weights in read.items()
    }


def score(found: Mapping[str, int], table: Weights) -> float:
    """Return the logarithm of the odds of something with the features `found`."""
    total = table[""][0]
    steps_of = table.get
    for name, step in found.items():
        if step and (steps := steps_of(name)):
            total += steps.get(step, 0.0)
    return total
