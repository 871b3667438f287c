"""What a user means by a name, a quote's id or its words: one thing, or a clear refusal."""

from collections.abc import Iterable, Sequence
from typing import Final

from tui.cli.opening import NotThereError
from tui.cli.quotes import quote_id
from tui.identity import words
from tui.library.figures import id_of, is_full
from tui.library.interface import Appearance, Figure, Library, QuotesQuery, Said
from tui.model import Article
from tui.words import _, ngettext, number

_SHOWN: Final = 6
"""Candidates that are told."""


def figure_called(library: Library, typed: str) -> Figure:
    """Return the one figure that `typed`, a name or an id, means; raises NotThereError."""
    found = library.called(typed)
    if len(found) == 1:
        return found[0]
    if found:
        told = (f"{figure.name} [{figure.id}]" for figure in found)
        raise NotThereError(
            _(
                "“{typed}” may be {these}; name one by its id",
                typed=typed,
                these=_or(told, len(found)),
            )
        )
    near = library.match_figures(typed, _SHOWN)
    if not near:
        raise NotThereError(_("nobody is called “{typed}”", typed=typed))
    told = (match.figure.name for match in near)
    raise NotThereError(
        _("nobody is called “{typed}”; there is {these}", typed=typed, these=_or(told, len(near)))
    )


def article_called(library: Library, typed: str) -> Article:
    """Return the one article whose id is or begins with `typed`; raises NotThereError."""
    found = library.articles_beginning(typed, _SHOWN + 1) if typed else ()
    if len(found) > 1:
        told = map(library.short_id, found)
        raise NotThereError(
            _("“{typed}” may be the article {these}", typed=typed, these=_or(told, len(found)))
        )
    article = library.article(found[0]) if found else None
    if article is None:
        raise NotThereError(_("no article has the id “{typed}”", typed=typed))
    return article


def quote_called(library: Library, typed: str) -> Said:
    """Return the one quote that `typed`, an id or words of it, means; raises NotThereError."""
    start, point, number = typed.rpartition(".")
    if point and number.isdecimal() and number.isascii() and " " not in start:
        article = article_called(library, start)
        place = int(number[:9])
        if not 1 <= place <= len(article.quotes):
            raise NotThereError(
                ngettext(
                    "“{title}” has {n} quote",
                    "“{title}” has {n} quotes",
                    len(article.quotes),
                    title=article.title,
                )
            )
        return Said(article, place - 1, None)
    wanted = " ".join(words(typed))
    found = [
        said
        for said in library.quotes(QuotesQuery(said=typed))
        if wanted and f" {wanted} " in f" {' '.join(words(said.words))} "
    ]
    whole = [said for said in found if " ".join(words(said.words)) == wanted]
    if len(whole) == 1 or len(found) == 1:
        return (whole or found)[0]
    if not found:
        raise NotThereError(_("no quote has the words “{typed}”", typed=typed))
    told = (f"{quote_id(library, said)} ({said.article.title})" for said in found)
    raise NotThereError(
        _("“{typed}” may be {these}; name one by its id", typed=typed, these=_or(told, len(found)))
    )


def figure_in(library: Library, article: Article, typed: str) -> tuple[str, str]:
    """Return the id and the name of whoever `typed` means in an article; raises NotThereError.

    That is somebody whom the article names, else a figure of the library, else whoever bears a
    full name that stands in the text.
    """
    cast = library.appearances(article.id)
    aliases = {person.name: person.aliases for person in article.people}
    wanted = words(typed)
    for fits in (_is_called, _has_words):
        found = [one for one in cast if fits(one, aliases.get(one.name, ()), wanted)]
        if len(found) == 1:
            return found[0].figure.id, found[0].name
        if found:
            told = (f"{one.name} [{one.figure.id}]" for one in found)
            raise NotThereError(
                _(
                    "“{typed}” may be {these}; name one by its id",
                    typed=typed,
                    these=_or(told, len(found)),
                )
            )
    known = library.called(typed)
    if not known and is_full(typed) and " ".join(typed.split()) in article.text:
        return id_of(typed, article.id), " ".join(typed.split())
    figure = figure_called(library, typed)
    return figure.id, figure.name


def _is_called(one: Appearance, aliases: Sequence[str], wanted: list[str]) -> bool:
    names = (one.name, one.figure.name, *aliases)
    return wanted != [] and any(words(name) == wanted for name in names)


def _has_words(one: Appearance, _: Sequence[str], wanted: list[str]) -> bool:
    own = words(f"{one.name} {one.figure.name}")
    return wanted != [] and all(word in own for word in wanted)


def _or(told: Iterable[str], count: int) -> str:
    shown = [each for each, _place in zip(told, range(_SHOWN), strict=False)]
    more = _(", or one of {n} more", n=number(count - len(shown))) if count > len(shown) else ""
    if len(shown) > 1 and not more:
        return _("{these} or {this}", these=", ".join(shown[:-1]), this=shown[-1])
    return ", ".join(shown) + more
