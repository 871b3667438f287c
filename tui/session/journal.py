"""What the user has done to the library in this session, so that it can be taken back.

A deed keeps how things were before it, as values; the view asks the library to make them so again.
"""

from typing import NamedTuple

from tui.model import Span

DEPTH = 500
"""How many deeds are kept."""


class ReadWas(NamedTuple):
    """Whether articles had been read."""

    articles: tuple[str, ...]
    read: bool


class StarWas(NamedTuple):
    """Whether an article had a star."""

    article: str
    on: bool


class HighlightMade(NamedTuple):
    """A highlight that was not there before; its words tell it, for it may get another number."""

    article: str
    span: Span


class HighlightWas(NamedTuple):
    """A highlight that was taken away."""

    article: str
    span: Span
    note: str
    colour: str


class ColourWas(NamedTuple):
    """The colour that a highlight had."""

    article: str
    span: Span
    colour: str


class NoteWas(NamedTuple):
    """The note that a highlight had."""

    article: str
    span: Span
    note: str


class ViewWas(NamedTuple):
    """The query that a saved view had; None where there was no such view."""

    name: str
    query: str | None


class WatchWas(NamedTuple):
    """Whether a figure was watched."""

    figure: str
    on: bool


class TagsWere(NamedTuple):
    """What an article was filed under."""

    article: str
    tags: tuple[str, ...]


class Corrected(NamedTuple):
    """A correction that did not exist before, by its number in the library."""

    key: int


Before = (
    ReadWas
    | StarWas
    | HighlightMade
    | HighlightWas
    | ColourWas
    | NoteWas
    | ViewWas
    | WatchWas
    | TagsWere
    | Corrected
)
"""How something was before a deed."""


class Deed(NamedTuple):
    """Something the user did, in words, and how things were."""

    number: int
    told: str
    before: tuple[Before, ...]


class Journal(NamedTuple):
    """The deeds of a session that have not been taken back, oldest first."""

    deeds: tuple[Deed, ...] = ()
    made: int = 0
    """How many there have been."""

    def done(self, told: str, *before: Before) -> "Journal":
        """Return the journal with one more deed."""
        deed = Deed(self.made + 1, told, before)
        return Journal((*self.deeds, deed)[-DEPTH:], deed.number)

    def without(self, number: int) -> "Journal":
        """Return the journal without the deed that was taken back."""
        return self._replace(deeds=tuple(deed for deed in self.deeds if deed.number != number))

    @property
    def last(self) -> Deed | None:
        """The last deed that has not been taken back."""
        return self.deeds[-1] if self.deeds else None
