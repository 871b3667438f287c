"""Saved views and watched figures in the library: counted, kept, and said to be wrong."""

import pytest
from articles import article

from tui.library.corrections import Correction
from tui.library.interface import LibraryError
from tui.library.query import QueryError


def _piece(title, *people, **fields):
    return article(title, "It rings.", people={name: [] for name in people}, **fields)


FIRST = _piece("The bell of the harbour", "Anna Holt")
SECOND = _piece("The harbour bell again", "Anna Holt", "Tom Reyes")


def test_a_view_counts_what_is_unread_and_what_came_since(library):
    library.add([FIRST])
    library.save_view("  Port   news ", "harbour")
    library.add([SECOND, _piece("A school", "Lea Marsh")])
    (view,) = library.views()
    assert (view.name, view.unread, view.new) == ("Port news", 2, 1)
    library.mark_read(SECOND.id, read=True)
    assert library.views()[0].unread == 1
    library.looked_at(view="Port news")
    assert library.views()[0].new == 0


def test_saving_again_changes_the_query_and_what_is_new_stays(library):
    library.save_view("Port", "bell")
    library.add([FIRST])
    library.save_view("Port", "harbour")
    (view,) = library.views()
    assert (view.query, view.new) == ("harbour", 1)
    assert library.drop_view("Port")
    assert not library.drop_view("Port")


@pytest.mark.parametrize("name", ["", "  ", "x" * 81, "a\x1b[31m"])
def test_a_name_that_is_none_is_refused(library, name):
    with pytest.raises(LibraryError, match="a view's name has"):
        library.save_view(name, "harbour")


def test_a_query_that_is_none_is_refused(library):
    with pytest.raises(QueryError):
        library.save_view("Port", "colour:red")
    assert library.views() == []


def test_a_watched_figure_is_counted_and_stays_watched_when_merged(library):
    library.add([FIRST])
    (figure,) = library.called("Anna Holt")
    library.watch(figure.id, on=True)
    library.watch(figure.id, on=True)
    library.add([SECOND])
    (watch,) = library.watches()
    assert (watch.figure.name, watch.unread, watch.new) == ("Anna Holt", 2, 1)
    library.looked_at(figure=watch.id)
    assert library.watches()[0].new == 0
    (other,) = library.called("Tom Reyes")
    library.correct(Correction("merge", other.id, other.name, figure.id, figure.name))
    (watch,) = library.watches()
    assert watch.figure.id == other.id
    library.watch(watch.id, on=False)
    assert library.watches() == []
