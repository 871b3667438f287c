"""The sections on time and memory."""

from collections.abc import Iterator
from typing import Any

from ..markdown import table


def pages_a_second(found: dict[str, Any]) -> Iterator[str]:
    """Yield the lines on parsing beside trafilatura."""
    figures = found["figures"]
    yield f"CPU time of one process, from the bytes of {figures['pages']} pages to articles. The"
    yield f"pages are drawn with a fixed seed; the median of {figures['rounds']} rounds, in which"
    yield "the readers take turns. Every cache is emptied before each turn, so that no page has"
    yield "been seen. `parse` is all that the program reads of a page; `trafilatura` is"
    yield from ("`bare_extraction` with default settings, which reads no metadata.", "")
    rows = (
        (reader, f"{row['ms']:.1f}", f"{row['most']:.0f}", f"{row['rate']:.1f}",
         ", ".join(f"{seconds:.2f}" for seconds in row["rounds"]))
        for reader, row in figures["readers"].items()
    )  # fmt: skip
    yield from table(("Reader", "ms a page", "Most, ms", "Pages a second", "Rounds, s"), rows)
    yield f"Pages a second of `parse` to those of `trafilatura`: {figures['ratio']:.2f}; to those"
    yield f"of `trafilatura` with metadata: {figures['ratio with metadata']:.2f}. Finding people"
    yield from (f"and quotes takes {figures['enrich ms']:.1f} ms a page.", "")


def ten_megabytes(found: dict[str, Any]) -> Iterator[str]:
    """Yield the lines on made-up pages."""
    yield "Made-up words with a fixed seed, ten paragraphs and then 10 MB of one kind. CPU seconds"
    yield "from bytes to article in a process of its own, libraries loaded before; of at most three"
    yield "runs the quickest. Memory is what the process needed at most beyond what it had with the"
    yield "page's bytes read and nothing parsed, also per byte of the page. Few words kept mean"
    yield "that the 10 MB were left out of the article, and only the ten paragraphs or fewer are in"
    yield from ("it.", "")
    head = ("Page", "CPU s", "Words kept", "Memory, MB", "Bytes a byte")
    yield from table(head, ((row["id"], *_taken(row)) for row in found["detail"]))


def memory(found: dict[str, Any]) -> Iterator[str]:
    """Yield the lines on the largest pages of the sets."""
    yield "The largest pages of the sets, and a dump of 1 MB of made-up prose between menus, each"
    yield from ("in a process of its own, measured as the pages of 10 MB are.", "")
    head = ("Page", "Size, MB", "CPU s", "Words kept", "Memory, MB", "Bytes a byte")
    rows = (
        (row["id"], "-" if "failed" in row else f"{row['bytes'] / 1e6:.2f}", *_taken(row))
        for row in found["detail"]
    )
    yield from table(head, rows)


def _taken(row: dict[str, Any]) -> tuple[str, ...]:
    if "failed" in row:
        return (f"**failed**: {row['failed']}", "-", "-", "-")
    needed = row["peak"] - row["before"]
    return (
        f"{row['seconds']:.2f}",
        f"{row['words']:,.0f}",
        f"{needed:.0f}",
        f"{needed * 1e6 / row['bytes']:.1f}",
    )
