"""The query language: one for the list, search, saved views and the shell.

`parse` makes a `Search` of what was typed, or raises `QueryError`, which points at the character;
`parse_unfinished` does so while it is being typed. The grammar stands in `grammar`, the fields in
`fields`, what dates may look like in `dates`.

The names are imported when they are first used: the reader starts with `asked` alone.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.library.query.asked import Search
    from tui.library.query.errors import QueryError
    from tui.library.query.grammar import parse
    from tui.library.query.unfinished import parse_unfinished

__all__ = ["QueryError", "Search", "parse", "parse_unfinished"]

_HOMES = {
    "QueryError": "errors",
    "Search": "asked",
    "parse": "grammar",
    "parse_unfinished": "unfinished",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
