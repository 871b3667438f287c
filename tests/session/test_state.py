"""The session: every change is a new value, and says what it should."""

from tui.library.interface import Query
from tui.session import History, Place, Session
from tui.session import state as transitions


def test_choosing_replaces_whom_the_filter_asks_for():
    session = transitions.chosen(Session(query=Query(("a", "b"), ("c",))), "d")
    assert session.query == Query(("d",), ("c",))


def test_choosing_someone_left_out_lets_them_in():
    assert transitions.chosen(Session(query=Query((), ("c",))), "c").query == Query(("c",))


def test_adding_twice_takes_out_again():
    once = transitions.added(Session(), "a")
    assert once.query == Query(("a",))
    assert transitions.added(once, "a").query == Query()


def test_leaving_out_twice_lets_in_again():
    once = transitions.excluded(Session(query=Query(("a",))), "a")
    assert once.query == Query((), ("a",))
    assert transitions.excluded(once, "a").query == Query()


def test_clearing_forgets_everyone():
    assert not transitions.cleared(Session(query=Query(("a",), ("b",)))).filtered


def test_opening_remembers_the_place_left_and_ends_the_search():
    session = transitions.opened(Session(article_id="x", search="w"), "y", Place("x", 40))
    assert (session.article_id, session.search) == ("y", "")
    assert session.history.past == (Place("x", 40),)


def test_back_and_forward_lead_to_the_same_places():
    there = transitions.opened(Session(article_id="x"), "y", Place("x", 40))
    back, place = transitions.gone_back(there, Place("y", 7))
    assert (back.article_id, place) == ("x", Place("x", 40))
    forward, place = transitions.gone_forward(back, Place("x", 41))
    assert (forward.article_id, place) == ("y", Place("y", 7))
    assert transitions.gone_forward(forward, Place("y", 7)) is None
    assert transitions.gone_back(Session(), Place("x")) is None


def test_a_new_way_forgets_the_old_one_ahead():
    there = transitions.opened(Session(article_id="x"), "y", Place("x"))
    back, _ = transitions.gone_back(there, Place("y"))
    assert transitions.opened(back, "z", Place("x")).history.future == ()


def test_the_history_has_an_end():
    history = History()
    for n in range(500):
        history = history.visit(Place(str(n)))
    assert len(history.past) == 200
    assert history.past[-1] == Place("499")
