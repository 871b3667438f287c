"""The registry of actions: complete, without clashes, and answered by the view."""

import pytest

from tui.session.actions import ACTIONS, PANES, Action, clashes, in_pane
from tui.session.arrangement import visible_panes
from tui.settings.key_names import keys_of
from tui.view.doing import MODULES, function
from tui.view.panes.facets import FacetsPane
from tui.view.panes.library import LibraryPane
from tui.view.panes.people import PeoplePane
from tui.view.panes.quotes import QuotesPane
from tui.view.panes.related import RelatedPane
from tui.view.screens.reader import ReaderScreen
from tui.view.widgets.article_body import ArticleBody

WIDGETS = {
    "library": LibraryPane,
    "article": ArticleBody,
    "people": PeoplePane,
    "quotes": QuotesPane,
    "related": RelatedPane,
    "facets": FacetsPane,
}


def test_no_key_means_two_things():
    assert clashes() == []


def test_a_clash_would_be_told():
    twice = (Action("a.b", ("j",), "panes", "x"), Action("a.c", ("j",), "article", "y"))
    assert list(map(str, clashes(twice))) == ["j in article: a.c, a.b"]


def test_the_first_of_two_keys_means_nothing_else():
    taken = (Action("a.b", ("] q",), "panes", "x"), Action("a.c", ("]",), "article", "y"))
    assert [(clash.key, set(clash.ids)) for clash in clashes(taken)] == [("]", {"a.b", "a.c"})]


def test_ids_are_unique():
    assert len({action.id for action in ACTIONS}) == len(ACTIONS)


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.id)
def test_every_action_is_answered_where_it_works(action: Action):
    method = f"action_{action.method}"
    if action.method in MODULES:
        assert callable(function(action.method))
    elif action.scope == "everywhere":
        assert hasattr(ReaderScreen, method)
    elif action.scope == "panes":
        assert all(hasattr(widget, method) for widget in WIDGETS.values())
    else:
        assert hasattr(WIDGETS[action.scope], method)


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.id)
def test_every_action_is_bound_under_its_id(action: Action):
    bound = {
        binding.id
        for widget in (ReaderScreen, *WIDGETS.values())
        for bindings in widget._merged_bindings.key_to_bindings.values()  # noqa: SLF001
        for binding in bindings
    }
    assert action.id in bound


def test_every_pane_can_be_asked_for_its_keys():
    for pane in PANES:
        actions = in_pane(pane)
        assert any(action.scope == pane for action in actions)
        assert all(action.description for action in actions)


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.id)
def test_keys_are_written_as_settings_write_them(action: Action):
    assert tuple(map(keys_of, action.keys)) == action.keys


@pytest.mark.parametrize(
    ("width", "active", "side", "shown"),
    [
        (120, "library", "library", set(PANES)),
        (110, "article", "people", set(PANES)),
        (109, "article", "people", {"article", "people"}),
        (80, "quotes", "people", {"article", "quotes"}),
        (72, "article", "library", {"article", "library"}),
        (71, "article", "library", {"article"}),
        (60, "related", "related", {"related"}),
    ],
)
def test_what_is_shown_at_a_width(width, active, side, shown):
    assert visible_panes(width, active, side, body_only=False) == shown


@pytest.mark.parametrize("width", [60, 80, 120])
def test_only_the_body_is_only_the_body(width):
    assert visible_panes(width, "article", "people", body_only=True) == {"article"}
