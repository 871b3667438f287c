"""What the reader is doing, as one immutable value; every change is a new value.

The view holds one `Session` and shows it; it never keeps a second truth beside it. Everything here
is a pure function of the session before, so each transition can be tested without a terminal.
"""

from collections.abc import Callable
from typing import NamedTuple

from tui.library.interface import USUAL, Query
from tui.library.query.asked import Search
from tui.session.history import History, Place
from tui.session.journal import Journal


class Session(NamedTuple):
    """The open article, the filter, the search and how things are shown."""

    query: Query = Query()
    article_id: str | None = None
    history: History = History()
    search: str = ""
    """The words looked for in the article; "" where no search is on."""
    quotes_shown: bool = True
    body_only: bool = False
    facets_shown: bool = False
    """Whether what the list comes to stands beside the article."""
    journal: Journal = Journal()
    """What was done to the library and can be taken back."""
    colour: str = USUAL
    """What is highlighted gets this one of `tui.session.colours.NAMES`."""

    @property
    def filtered(self) -> bool:
        """Whether the filter leaves anything out."""
        return bool(self.query.include or self.query.exclude or self.query.searches)


def opened(session: Session, article_id: str, leaving: Place | None) -> Session:
    """Open an article; `leaving` is where the reader was, to come back to."""
    history = session.history.visit(leaving) if leaving else session.history
    return session._replace(article_id=article_id, history=history, search="")


def left(session: Session, leaving: Place) -> Session:
    """Remember a place in the open article that a jump leaves."""
    return session._replace(history=session.history.visit(leaving))


def chosen(session: Session, figure_id: str) -> Session:
    """Filter by one figure alone, leaving out whom the filter left out already."""
    exclude = tuple(f for f in session.query.exclude if f != figure_id)
    return _asking(session, (figure_id,), exclude)


def added(session: Session, figure_id: str) -> Session:
    """Ask for one more figure beside those of the filter; asking again takes it out."""
    query = session.query
    if figure_id in query.include:
        return without(session, figure_id)
    exclude = tuple(f for f in query.exclude if f != figure_id)
    return _asking(session, (*query.include, figure_id), exclude)


def excluded(session: Session, figure_id: str) -> Session:
    """Leave out the articles that name a figure; asking again lets them in."""
    query = session.query
    if figure_id in query.exclude:
        return without(session, figure_id)
    include = tuple(f for f in query.include if f != figure_id)
    return _asking(session, include, (*query.exclude, figure_id))


def without(session: Session, figure_id: str) -> Session:
    """Take a figure out of the filter, whichever way it was in."""
    query = session.query
    include = tuple(f for f in query.include if f != figure_id)
    exclude = tuple(f for f in query.exclude if f != figure_id)
    return _asking(session, include, exclude)


def _asking(session: Session, include: tuple[str, ...], exclude: tuple[str, ...]) -> Session:
    """Ask for other figures in the same search."""
    return session._replace(query=session.query._replace(include=include, exclude=exclude))


def searched(session: Session, search: Search) -> Session:
    """Search the library for something else, with the same figures."""
    return session._replace(query=session.query._replace(search=search))


def followed(session: Session, now: Callable[[str], str | None]) -> Session:
    """Ask for the figures that those of the filter are `now`; None for one that is nobody."""
    asked = (session.query.include, session.query.exclude)
    include, exclude = (
        tuple(dict.fromkeys(figure for figure in map(now, ids) if figure is not None))
        for ids in asked
    )
    return _asking(session, include, exclude)


def with_facets(session: Session, *, shown: bool) -> Session:
    """Show what the list comes to, or no longer."""
    return session._replace(facets_shown=shown, body_only=False)


def cleared(session: Session) -> Session:
    """Show all articles again."""
    return session._replace(query=Query())


def gone_back(session: Session, here: Place) -> tuple[Session, Place] | None:
    """Return to the place before; None at the beginning."""
    return _moved(session, session.history.back(here))


def gone_forward(session: Session, here: Place) -> tuple[Session, Place] | None:
    """Go forward again to the place that was left by going back; None at the end."""
    return _moved(session, session.history.forward(here))


def _moved(session: Session, step: tuple[Place, History] | None) -> tuple[Session, Place] | None:
    if step is None:
        return None
    place, history = step
    return session._replace(article_id=place.article_id, history=history, search=""), place
