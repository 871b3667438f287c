"""The query language: one for the list, search, saved views and the shell.

`parse` makes a `Search` of what was typed, or raises `QueryError`, which points at the character.
The grammar stands in `grammar`, the fields in `fields`, what dates may look like in `dates`.
"""

from tui.library.query.errors import QueryError
from tui.library.query.grammar import parse
from tui.library.query.terms import Search
from tui.library.query.unfinished import parse_unfinished

__all__ = ["QueryError", "Search", "parse", "parse_unfinished"]
