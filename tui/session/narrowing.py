"""What asks for one value of a facet, as the query language has it."""

from calendar import monthrange
from datetime import date

from tui.library.interface import Facet
from tui.library.query.terms import And, Dated, Named, Term, Word
from tui.session.state import Session, searched


def term_of(kind: str, facet: Facet) -> Term:
    """Return what means the articles of one site, month or language; `kind` says which it is."""
    if kind == "month":
        year, month = int(facet.value[:4]), int(facet.value[5:7])
        return Dated(date(year, month, 1), date(year, month, monthrange(year, month)[1]))
    return Named("lang" if kind == "language" else "site", Word(facet.value))


def narrowed(session: Session, term: Term) -> Session:
    """Search for one thing more; what is searched for already is taken out again."""
    search = session.query.search
    parts = search.term.parts if isinstance(search.term, And) else (search.term,)
    kept = [part for part in parts if part is not None and part != term]
    if term not in parts:
        kept.append(term)
    whole = And(tuple(kept)) if len(kept) > 1 else (kept[0] if kept else None)
    return searched(session, search._replace(term=whole))
