"""The sections on time and memory."""

from collections.abc import Iterator
from typing import Any

from ..markdown import table


def words_a_second(found: dict[str, Any]) -> Iterator[str]:
    """Yield the lines on speed beside a plain pass over the words."""
    figures = found["figures"]
    yield f"CPU time of one process over {figures['articles']} articles of {figures['words']:,}"
    yield f"words, parsed before; the median of {figures['rounds']} rounds, in which the readers"
    yield "take turns. `words and marks` is a pass of one regular expression that cuts the same"
    yield "texts into words and marks: the measure of the machine. A ratio is that of the time of"
    yield from ("`people and quotes` to the reader's own, in the same round.", "")
    head = ("Reader", "Words a second", "People and quotes take", "Rounds, s")
    rows = (
        (reader, f"{row['rate']:,.0f}", f"× {1 / row['ratio']:.2f}",
         ", ".join(f"{seconds:.2f}" for seconds in row["rounds"]))
        for reader, row in figures["readers"].items()
    )  # fmt: skip
    yield from table(head, rows)


def start(found: dict[str, Any]) -> Iterator[str]:
    """Yield the lines on start-up and memory."""
    steps = found["figures"]["steps"]
    yield "Processes of their own that take turns: seconds of the whole process, the least of all"
    yield "tries, and the most memory it held. `articles read` holds all the articles of the table"
    yield from ("above without looking for anything, `articles enriched` finds all in them.", "")
    bare = steps["Python"]
    rows = (
        (name, f"{row['seconds']:.3f}", f"{row['seconds'] / bare['seconds']:.1f}",
         f"{row['peak']:.0f}", f"{row['peak'] / bare['peak']:.1f}")
        for name, row in steps.items()
    )  # fmt: skip
    yield from table(("Process", "s", "× Python", "MB", "× Python"), rows)
