"""`broadsheet correct`: put right who is who, and who said what.

Each action makes one correction, says what it changed, and can be taken back by its number.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tui.cli.columns import Column, write_found, write_lists
from tui.cli.opening import NotThereError, on_library
from tui.cli.pointing import article_called, figure_called, figure_in, quote_called
from tui.identity import words
from tui.layout.visible import visible
from tui.library.anchors import ordinal, quoted
from tui.library.corrections import Correction, Kept, told
from tui.library.figures import LONGEST_NAME
from tui.library.interface import Library, Query
from tui.words import N_, _, ngettext

ACTIONS: Final = N_("""\
actions:
  merge A B                 B is A: one figure, called as A is
  split A B                 B, which was merged into A, is somebody else after all
  split A FORM [--in ARTICLE]
                            where A is called FORM, that is somebody else
  split A --in ARTICLE      whoever is called A in that article is somebody else
  rename A NAME             A is called NAME
  not-a-person A            A is nobody, and says nothing
  speaker QUOTE NAME        NAME said the quote
  speaker QUOTE --nobody    nobody is known to have said it
  list                      what you have put right, and where it changes anything
  undo [NUMBER]             take a correction back: the last one, or the one with this number

A and B are names, or the ids that `broadsheet people --json` prints; a name that may be several
people is refused, and they are told. QUOTE is an id that `broadsheet quotes` prints, or words of
the quote; ARTICLE an article's id, or its beginning.

Corrections hold for what is added later, too, and survive a newer version of an article and
`broadsheet reanalyse`; what fits nothing any more is kept and marked in the list.
With --json, `list` prints an object a line: `number`, `action`, `told` (in words), `articles` (how
many it changes), `state` ("in force", "taken back" by a later one, "fits nothing"), and the ids it
is about, `figure`, `other` and `article`.
Exit code: 0 done; 1 who or what is meant is not there, or not clear; 2 the call makes no sense or
the library cannot be opened.
""")

NAMES: Final = {
    "merge": (2, 2),
    "split": (1, 2),
    "rename": (2, 2),
    "not-a-person": (1, 1),
    "speaker": (1, 2),
    "list": (0, 0),
    "undo": (0, 1),
}
"""How many words follow each action: at least, at most."""

_COLUMNS: Final = (
    Column(N_("No."), 4, number=True),
    Column(N_("State"), 13),
    Column(N_("Correction"), 60),
)

IN_FORCE: Final = N_("in force")

_MOST_READ: Final = 500
"""Articles in which the forms of a name are looked up."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What follows the action on the command line."""

    names: tuple[str, ...] = ()
    article: str | None = None
    nobody: bool = False
    json: bool = False


def mistake(action: str, asked: Asked) -> str | None:
    """Return why a call makes no sense, or None."""
    least, most = NAMES[action]
    if not least <= len(asked.names) <= most:
        wanted = str(most) if least == most else _("{least} or {most}", least=least, most=most)
        return _(
            "{action} takes {wanted} names, not {given}",
            action=action,
            wanted=wanted,
            given=len(asked.names),
        )
    if action == "speaker" and (len(asked.names) == 1) != asked.nobody:
        return _("speaker takes a quote and who said it, or --nobody")
    if action == "split" and len(asked.names) == 1 and asked.article is None:
        return _("split takes the other name, or --in and an article")
    if action == "undo" and asked.names and not asked.names[0].isdecimal():
        return _(
            "undo takes a number of `broadsheet correct list`, not {given}", given=asked.names[0]
        )
    return None


def correct(action: str, asked: Asked, library_path: Path | None) -> int:
    """Do one action, of which `mistake` found none."""
    return on_library(library_path, lambda library: _DO[action](library, asked))


def _merge(library: Library, asked: Asked) -> Correction:
    one, other = (figure_called(library, name) for name in asked.names)
    if one.id == other.id:
        raise NotThereError(
            _(
                "“{name}” and “{other}” are one figure already",
                name=asked.names[0],
                other=asked.names[1],
            )
        )
    return Correction("merge", one.id, one.name, other.id, other.name)


def _split(library: Library, asked: Asked) -> Correction:
    if asked.article is not None:
        article = article_called(library, asked.article)
        figure, name = figure_in(library, article, asked.names[0])
        if not any(one.figure.id == figure for one in library.appearances(article.id)):
            raise NotThereError(_("“{title}” does not name {name}", title=article.title, name=name))
        ids: Sequence[str] = (article.id,)
    else:
        known = figure_called(library, asked.names[0])
        figure, name = known.id, known.name
        listing = library.listing(Query(include=(figure,)))
        ids = [row.id for row in listing[:_MOST_READ]]
    only = None if asked.article is None else ids[0]
    if len(asked.names) == 1:
        return Correction("split", figure, name, article=only)
    form = asked.names[1]
    merged = _merged_as(library, figure, form)
    if merged is not None and only is None:
        return Correction("split", figure, name, merged.other, merged.other_name)
    seen = _forms(library, figure, ids)
    wanted = next((each for each in seen if words(each) == words(form)), None)
    if wanted is None or words(wanted) == words(name):
        told = ", ".join(each for each in seen if words(each) != words(name)) or _("nothing else")
        raise NotThereError(
            _("{name} is not called “{form}”, but {told}", name=name, form=form, told=told)
        )
    return Correction("split", figure, name, article=only, words=wanted)


def _merged_as(library: Library, figure: str, typed: str) -> Correction | None:
    """Return the merge that made somebody so called, or with this id, part of a figure."""
    merges = [
        kept.correction
        for kept in library.corrections()
        if kept.correction.kind == "merge" and not kept.overruled
    ]
    own = [made for made in merges if made.figure == figure]
    wanted = words(typed)
    for fits in (
        lambda made: made.other == typed,
        lambda made: words(made.other_name) == wanted,
        lambda made: set(wanted) <= set(words(made.other_name)),
    ):
        found = [made for made in own if fits(made)]
        if found:
            return found[0] if len(found) == 1 else None
    return None


def _forms(library: Library, figure: str, articles: Sequence[str]) -> list[str]:
    """Return the names that a figure goes by in some articles."""
    found: dict[str, None] = {}
    for article_id in articles:
        names = {a.name for a in library.appearances(article_id) if a.figure.id == figure}
        article = library.article(article_id)
        for person in article.people if article else ():
            if person.name in names:
                found.update(dict.fromkeys((person.name, *person.aliases)))
    return list(found)


def _rename(library: Library, asked: Asked) -> Correction:
    figure, name = figure_called(library, asked.names[0]), " ".join(asked.names[1].split())
    if not words(name) or len(name) > LONGEST_NAME:
        raise NotThereError(_("“{name}” is no name", name=name))
    for other in library.called(name):
        if other.id != figure.id and words(other.name) == words(name):
            raise NotThereError(
                _("{name} is another figure; `correct merge` makes them one", name=other.name)
            )
    return Correction("rename", figure.id, figure.name, words=name)


def _not_a_person(library: Library, asked: Asked) -> Correction:
    figure = figure_called(library, asked.names[0])
    return Correction("not-a-person", figure.id, figure.name)


def _speaker(library: Library, asked: Asked) -> Correction:
    said = quote_called(library, asked.names[0])
    figure, name = None, ""
    if not asked.nobody:
        figure, name = figure_in(library, said.article, asked.names[1])
    return Correction(
        "speaker",
        figure,
        name,
        article=said.article.id,
        words=quoted(said.article, said.quote),
        ordinal=ordinal(said.article, said.number),
    )


def _making(make: Callable[[Library, Asked], Correction]) -> Callable[[Library, Asked], int]:
    def do(library: Library, asked: Asked) -> int:
        key = library.correct(make(library, asked))
        kept = next(kept for kept in library.corrections() if kept.correction.key == key)
        effect = (
            ""
            if kept.overruled
            else ngettext(", {n} article changed", ", {n} articles changed", kept.articles)
        )
        return write_found([f"{key}: {visible(told(kept.correction))}{effect}"], "")

    return do


def _list(library: Library, asked: Asked) -> int:
    found = library.corrections()
    if asked.json:
        return write_found(map(_object, found), _("nothing was put right"))
    return write_lists(_COLUMNS, _rows(found), _("nothing was put right"))


def _rows(found: Sequence[Kept]) -> Iterator[tuple[str, ...]]:
    for kept in found:
        state = _articles(kept.articles) if _state(kept) == IN_FORCE else _(_state(kept))
        yield str(kept.correction.key), state, told(kept.correction)


def _object(kept: Kept) -> str:
    made = kept.correction._asdict()
    return json.dumps(
        {
            "number": made["key"],
            "action": made["kind"],
            "told": told(kept.correction),
            "articles": kept.articles,
            "state": _state(kept),
            "figure": made["figure"],
            "other": made["other"],
            "article": made["article"],
        }
    )


def _undo(library: Library, asked: Asked) -> int:
    known = library.corrections()
    if not known:
        raise NotThereError(_("nothing was put right"))
    number = int(asked.names[0][:18]) if asked.names else known[-1].correction.key
    made = library.take_back(number)
    if made is None:
        raise NotThereError(_("there is no correction {number}", number=number))
    return write_found(
        [_("{number} taken back: {told}", number=number, told=visible(told(made)))], ""
    )


def _state(kept: Kept) -> str:
    if kept.overruled:
        return N_("taken back")
    return N_("fits nothing") if kept.idle else IN_FORCE


def _articles(count: int) -> str:
    return ngettext("{n} article", "{n} articles", count)


_DO: Final[dict[str, Callable[[Library, Asked], int]]] = {
    "merge": _making(_merge),
    "split": _making(_split),
    "rename": _making(_rename),
    "not-a-person": _making(_not_a_person),
    "speaker": _making(_speaker),
    "list": _list,
    "undo": _undo,
}
