"""Help and the tour."""

import pytest
from textual.widgets import Input

from tui.session.actions import ACTIONS, PANES
from tui.settings import remembered
from tui.view.doing.touring import first_tour
from tui.view.screens.help import HelpScreen
from tui.view.screens.tour import STEPS, TourScreen


def keys_shown(user):
    return "\n".join(user.painted("#help Static"))


async def test_what_i_type_in_help_leaves_the_keys_that_do_it(start):
    async with start() as user:
        await user.press("4", "question_mark")
        assert keys_shown(user).startswith("In the quotes pane\n⏎                 Go to the quote")
        await user.type("NEXT unr")
        assert keys_shown(user).split("\n")[:2] == [
            "Everywhere",
            "] u               Next unread article",
        ]
        await user.press("escape")
        assert user.app.screen is user.reader


async def test_help_finds_the_keys_of_other_panes_and_what_a_key_does(start):
    async with start() as user:
        await user.press("question_mark")
        await user.type("leave out")
        assert "In the people pane\nx " in keys_shown(user)
        user.app.screen.query_one(Input).value = "ctrl+o"
        await user.pilot.pause()
        assert "Back to where you were" in keys_shown(user)
        user.app.screen.query_one(Input).value = "make coffee"
        await user.pilot.pause()
        assert "No key does that." in keys_shown(user)


async def test_the_key_of_help_closes_it_until_something_is_typed(start):
    async with start() as user:
        await user.press("question_mark", "question_mark")
        assert user.app.screen is user.reader
        await user.press("question_mark", "a", "question_mark")
        assert isinstance(user.app.screen, HelpScreen)
        assert user.app.screen.query_one(Input).value == "a?"


async def test_the_tour_goes_through_the_panes_and_back_to_where_i_was(start):
    async with start() as user:
        await user.reader.run_action("app_tour")
        await user.pilot.pause()
        seen = []
        for number in range(1, 7):
            assert user.app.screen.query_one("#tour").border_title.startswith(f"{number} of 6")
            seen.append(user.reader.active)
            await user.press("enter")
        assert seen == ["library", "article", "people", "quotes", "related", "article"]
        assert user.app.screen is user.reader
        assert user.focus == "library"


async def test_any_other_key_leaves_the_tour_and_does_what_it_does(start):
    async with start() as user:
        await user.reader.run_action("app_tour")
        await user.press("J")
        await user.until(lambda: user.title == "The ferry that nobody ordered")
        assert user.app.screen is user.reader
        await user.reader.run_action("app_tour")
        await user.press("escape")
        assert user.app.screen is user.reader


async def test_the_tour_is_shown_once_and_never_to_who_has_begun(start, monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    async with start() as user:
        await user.press("j")
        first_tour(user.reader)
        assert user.app.screen is user.reader
    for shown in (True, False):
        async with start() as user:
            first_tour(user.reader)
            assert isinstance(user.app.screen, TourScreen) is shown
    assert (tmp_path / "broadsheet" / remembered.TOURED).exists()


async def test_where_nothing_can_be_remembered_nobody_is_shown_around(start):
    async with start() as user:
        first_tour(user.reader)
        assert user.app.screen is user.reader


def test_the_tour_speaks_of_actions_and_panes_that_there_are():
    ids = {action.id for action in ACTIONS}
    assert len(STEPS) == 6
    assert {action for step in STEPS for action, _ in step.does} <= ids
    assert {step.pane for step in STEPS} == set(PANES)


@pytest.mark.parametrize("pane", ["people", "quotes", "related"])
async def test_an_empty_pane_says_what_to_do_next(start, pane):
    from articles import article

    async with start(articles=(article("Alone", "Nothing is said by nobody."),)) as user:
        words = {"people": "f chooses", "quotes": "J goes", "related": "s searches"}[pane]
        assert words in " ".join(" ".join(user.painted(f"#{pane}")).split())
