"""The figures of the library and the reader that have a target, at 100,000 articles.

The targets are the project's own: an empty Textual app, one frame of a screen that shows sixty a
second, and what newsboat needs for the same.
"""

from ..figures import Figure

AT: int = 100_000
"""Articles of the library that the targets are about."""

EMPTY_APP = 220.0
"""Milliseconds in which an empty Textual app starts on the machine that the targets are for."""

_INSIDE = (f"inside {AT}", "milliseconds")
_READER = f"reader {AT}"


def _most(
    key: str, path: tuple[str, ...], target: float, measured: str, peers: str = "-"
) -> Figure:
    return Figure(key, path, target, measured, peers, at_most=True)


FIGURES: tuple[Figure, ...] = (
    _most("start", (_READER, "ratio"), 1.25, "first screen / an empty Textual app, in turns"),
    _most("key p99", (_READER, "key_p99"), 16.7, "ms from a key in the list to its paint"),
    Figure(
        "open p99", (_READER, "open_p99"), None, "ms from J to the last of the next article", "-"
    ),
    _most(
        "typed, worst", (_READER, "typed_worst"), 30, "ms from a letter of a search to its paint"
    ),
    _most("list", (*_INSIDE, "list everything", "p99"), 16, "ms of work to list everything"),
    _most("filter", (*_INSIDE, "filter by a frequent figure", "p99"), 16, "ms of work"),
    _most("article", (*_INSIDE, "open an article", "p99"), 16, "ms of work to read one"),
    _most("search p50", (*_INSIDE, "search, a word of a quarter", "p50"), 5, "ms, first rows"),
    _most("phrase p50", (*_INSIDE, "search, a phrase", "p50"), 5, "ms, first rows"),
    _most("facets", (*_INSIDE, "facets, a word of a quarter", "p50"), 16, "ms, exact counts"),
    _most("related", (*_INSIDE, "related, stored", "p50"), 1, "ms, worked out at import"),
    _most("related live", (*_INSIDE, "related, live", "p50"), 10, "ms, not worked out yet"),
    _most("memory", (_READER, "MB"), 95, "MB at its peak, all processes"),
    Figure("store", ("store", "store", "ratio"), 0.8, "articles a second / the bare index", "-"),
    Figure("two cores", ("store", "import", "ratio"), 1.5, "whole import / with one process", "-"),
)
