"""What asks for one value of a facet, as the query language has it."""

from calendar import monthrange
from datetime import date

from tui.library.interface import Facet
from tui.library.query.terms import Dated, Named, Term, Word


def term_of(kind: str, facet: Facet) -> Term:
    """Return what means the articles of one site, month or language; `kind` says which it is."""
    if kind == "month":
        year, month = int(facet.value[:4]), int(facet.value[5:7])
        return Dated(date(year, month, 1), date(year, month, monthrange(year, month)[1]))
    return Named("lang" if kind == "language" else "site", Word(facet.value))
