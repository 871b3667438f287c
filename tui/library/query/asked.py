"""A whole query as a value: what is looked for, and in which order.

Apart from `terms`, which are imported when something is looked for.
"""

from typing import TYPE_CHECKING, Final, Literal, NamedTuple

if TYPE_CHECKING:
    from tui.library.query.terms import Term

Sort = Literal["newest", "oldest"]


class Search(NamedTuple):
    """What is looked for, and in which order."""

    term: "Term | None" = None
    """None for everything."""
    sort: Sort = "newest"


EVERYTHING: Final = Search()
"""Every article, newest first."""
