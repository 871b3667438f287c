"""Which panes are on the screen: three columns, two, or one, by its width in cells."""

from tui.session.actions import FACETS, PANES

WIDE = 110
"""From here on there is room for three columns with an article of 50 cells and more."""

MEDIUM = 72
"""From here on the article has one column of the others beside it."""

SIDE = frozenset(("people", "quotes", "related", FACETS))
"""Panes that stand beside the article."""


def size_name(width: int) -> str:
    """Return "wide", "medium" or "small"."""
    return "wide" if width >= WIDE else "medium" if width >= MEDIUM else "small"


def visible_panes(
    width: int, active: str, side: str, *, body_only: bool = False, facets: bool = False
) -> frozenset[str]:
    """Return the panes to show.

    `active` is the pane that has the focus, `side` the one beside the article that had it last;
    `facets` says that these are asked for, in place of people, quotes and related pieces.
    """
    if body_only:
        return frozenset({"article"})
    size = size_name(width)
    if size == "wide":
        return frozenset({"library", "article", FACETS} if facets else PANES)
    if size == "small":
        return frozenset({active})
    return frozenset({"article", side if active == "article" else active})
