"""`broadsheet views` and `broadsheet watch`: what the user comes back to, from the shell."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from tui.cli.columns import Column, write_found, write_lists
from tui.cli.opening import NotThereError, on_library
from tui.cli.people import Lists
from tui.cli.pointing import figure_called
from tui.cli.search import listed, tell_mistake, today, typed_query
from tui.library.interface import Library, View, Watch
from tui.library.query import QueryError, parse
from tui.library.query.terms import And, Flag
from tui.words import N_, _

_VIEWS: Final = (
    Column(N_("View"), 24),
    Column(N_("Unread"), 6, number=True),
    Column(N_("New"), 6, number=True),
    Column(N_("Query"), 60),
)
_WATCHES: Final = (
    Column(N_("Figure"), 28),
    Column(N_("Unread"), 6, number=True),
    Column(N_("New"), 6, number=True),
    Column(N_("Articles"), 8, number=True),
)

ACTIONS: Final = N_("""\
Without an action, the saved views are listed: unread articles, and those of them that came since
the view was last looked at.
  save NAME QUERY ...   save a query (see `broadsheet search --help`) under a name
  open NAME             list its unread articles, and remember that it was looked at
  drop NAME             forget it
With --json, each line is an object: `view`, `query`, `unread`, `new`, `mistake` (why a query cannot
be read any more, or null). `open` prints what `broadsheet search` does.
Exit code: 0 all went well; 1 there is none; 2 the call, the query or the library is no good.
""")

WATCHING: Final = N_("""\
Without a name, the watched figures are listed: unread articles that name them, and those of them
that came since the figure was last looked at.
With --json, each line is an object: `figure` (its id), `name`, `unread`, `new`, `articles`.
Exit code: 0 all went well; 1 nobody is so called, or watched; 2 the library cannot be opened.
""")


def mistake(action: str | None, words: Sequence[str]) -> str | None:
    """Return what is wrong with a call of `broadsheet views`; None where nothing is."""
    if action in ("open", "drop") and len(words) != 1:
        return _("{action} wants the name of one view", action=action)
    if action == "save" and len(words) < 2:
        return _("save wants a name and a query")
    return None


def views(action: str | None, words: Sequence[str], lists: Lists, library_path: Path | None) -> int:
    """List the saved views, or save, open or drop one."""

    def work(library: Library) -> int:
        if action == "save":
            return _save(library, words[0], typed_query(words[1:]))
        if action == "drop":
            if not library.drop_view(words[0]):
                raise NotThereError(_("no view is called {words}", words=words[0]))
            return 0
        if action == "open":
            return _open(library, words[0], lists)
        found = library.views()
        if lists.json:
            return write_found(map(_view_object, found), _("no view is saved"))
        rows = ((v.name, _number(v.unread, v), _number(v.new, v), v.query) for v in found)
        return write_lists(_VIEWS, rows, _("no view is saved"))

    return on_library(library_path, work)


def watch(name: str, *, drop: bool, lists: Lists, library_path: Path | None) -> int:
    """List the watched figures, or watch one, or no longer."""

    def work(library: Library) -> int:
        if name:
            watched = {each.figure.id: each.id for each in library.watches()}
            figure = figure_called(library, name)
            if drop and figure.id not in watched:
                raise NotThereError(_("{name} is not watched", name=figure.name))
            library.watch(watched.get(figure.id, figure.id), on=not drop)
            return 0
        found = library.watches()
        if lists.json:
            return write_found(map(_watch_object, found), _("nobody is watched"))
        rows = ((w.figure.name, str(w.unread), str(w.new), str(w.figure.articles)) for w in found)
        return write_lists(_WATCHES, rows, _("nobody is watched"))

    return on_library(library_path, work)


def _save(library: Library, name: str, query: str) -> int:
    try:
        library.save_view(name, query)
    except QueryError as error:
        return tell_mistake(error)
    return 0


def _open(library: Library, name: str, lists: Lists) -> int:
    view = next((view for view in library.views() if view.name == " ".join(name.split())), None)
    if view is None:
        raise NotThereError(_("no view is called {name}", name=name))
    if view.mistake:
        raise NotThereError(
            _("the query of {name} cannot be read: {mistake}", name=view.name, mistake=view.mistake)
        )
    search = parse(view.query, today())
    unread = Flag("is", "unread")
    term = unread if search.term is None else And((search.term, unread))
    code = listed(library, search._replace(term=term), lists)
    library.looked_at(view=view.name)
    return code


def _number(count: int, view: View) -> str:
    return "?" if view.mistake else str(count)


def _view_object(view: View) -> str:
    told = {
        "view": view.name,
        "query": view.query,
        "unread": view.unread,
        "new": view.new,
        "mistake": view.mistake or None,
    }
    return json.dumps(told, ensure_ascii=True)


def _watch_object(watch: Watch) -> str:
    told = {
        "figure": watch.figure.id,
        "name": watch.figure.name,
        "unread": watch.unread,
        "new": watch.new,
        "articles": watch.figure.articles,
    }
    return json.dumps(told, ensure_ascii=True)
