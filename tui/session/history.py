"""The way a reader took: places to go back to, and forward again."""

from typing import NamedTuple

DEPTH = 200
"""How many places back are kept."""


class Place(NamedTuple):
    """A point in an article: where the top of the screen was."""

    article_id: str
    offset: int = 0
    """Code points into the article's text."""


class History(NamedTuple):
    """The places before and after the one the reader is at."""

    past: tuple[Place, ...] = ()
    future: tuple[Place, ...] = ()

    def visit(self, leaving: Place) -> "History":
        """Return the history after leaving a place for a new one: nothing lies ahead any more."""
        return History((*self.past, leaving)[-DEPTH:], ())

    def back(self, here: Place) -> tuple[Place, "History"] | None:
        """Return the place before and the history there; None at the beginning."""
        if not self.past:
            return None
        return self.past[-1], self._replace(past=self.past[:-1], future=(here, *self.future))

    def forward(self, here: Place) -> tuple[Place, "History"] | None:
        """Return the place after and the history there; None at the end."""
        if not self.future:
            return None
        return self.future[0], self._replace(past=(*self.past, here), future=self.future[1:])
