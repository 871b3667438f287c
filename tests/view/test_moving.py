"""Moving between panes, pieces and places; help and palette; what fits on which screen."""

from articles import article
from textual import events


async def test_i_go_round_the_panes_with_tab(start):
    async with start() as user:
        seen = []
        for _ in range(6):
            seen.append(user.focus)
            await user.press("tab")
        assert seen == ["library", "article", "people", "quotes", "related", "library"]
        await user.press("shift+tab")
        assert user.focus == "library"


async def test_i_go_to_a_pane_by_its_number(start):
    async with start() as user:
        for key, pane in zip(
            "54321", ("related", "quotes", "people", "article", "library"), strict=True
        ):
            await user.press(key)
            assert user.focus == pane


async def test_i_go_left_and_right(start):
    async with start() as user:
        await user.press("l")
        assert user.focus == "article"
        await user.press("right")
        assert user.focus == "people"
        await user.press("h", "left")
        assert user.focus == "library"


async def test_q_goes_back_one_level_at_a_time_and_quits_from_the_top(start):
    async with start() as user:
        await user.press("3", "enter", "q")
        assert user.focus == "article"
        await user.press("q")
        assert user.focus == "library"
        await user.press("q")
        assert not user.reader.session.filtered
        await user.press("q")
        assert user.left


async def test_escape_never_quits(start):
    async with start() as user:
        await user.press("escape", "escape", "escape")
        assert not user.left


async def test_ctrl_q_quits(start):
    async with start() as user:
        await user.press("ctrl+q")
        assert user.left


async def test_i_open_a_related_piece_and_come_back(start):
    async with start() as user:
        await user.press("2", "j", "j", "j", "5", "enter")
        assert user.title == "The ferry that nobody ordered"
        await user.press("ctrl+o")
        assert user.title == "The harbour that lost its report"
        assert user.reader.body.top > 0
        await user.press("alt+right")
        assert user.title == "The ferry that nobody ordered"
        await user.press("alt+left")
        assert user.title == "The harbour that lost its report"


async def test_there_is_nothing_to_go_back_to_at_first(start):
    async with start() as user:
        await user.press("ctrl+o")
        assert user.shows("#status", "Nothing to go back to")
        await user.press("alt+right")
        assert user.shows("#status", "Nothing to go forward to")


async def test_a_teaser_that_is_not_in_the_library_says_so(start):
    async with start() as user:
        assert user.shows("#related", "not in the library")
        await user.press("5", "j", "enter")
        assert user.title == "The harbour that lost its report"
        assert user.shows("#status", "Not in the library")


async def test_related_pieces_by_shared_figures_come_after_the_teasers(start):
    async with start() as user:
        rows = list(user.reader.related_pane.rows)
        assert rows[-1].title == "The school keeps its bell"
        assert user.shows("#related", "shares Anna Holt")


async def test_i_click_a_teaser_and_a_row(start):
    async with start() as user:
        await user.click("#related", "The ferry")
        assert user.title == "The ferry that nobody ordered"
        await user.click("#library", "The school")
        assert user.title == "The school keeps its bell"


async def test_help_lists_the_keys_of_the_pane_i_am_in(start):
    async with start() as user:
        await user.press("3", "question_mark")
        assert user.shows("#help", "Keys in the people pane")
        shown = "\n".join(user.painted("#help Static"))
        assert "Leave out articles with this figure" in shown
        assert "Next paragraph" not in shown
        await user.press("escape")
        assert user.focus == "people"


async def test_the_palette_finds_an_action_by_its_words(start):
    async with start() as user:
        await user.press("ctrl+p")
        await user.type("only the art")
        await user.pilot.pause(0.3)
        await user.press("enter")
        await user.pilot.pause(0.3)
        assert user.reader.session.body_only


async def test_wide_screens_have_three_columns(start):
    async with start(size=(120, 40)) as user:
        assert user.shown_panes() == {"library", "article", "people", "quotes", "related"}
        assert not user.app.screen.query_one("#tabs").display


async def test_narrower_screens_have_one_column_beside_the_article(start):
    async with start(size=(80, 24)) as user:
        assert user.shown_panes() == {"library", "article"}
        await user.press("4")
        assert user.shown_panes() == {"article", "quotes"}
        await user.press("2")
        assert user.shown_panes() == {"article", "quotes"}
        assert user.shows("#tabs", "4 Quotes 5")


async def test_small_screens_have_one_pane_at_a_time(start):
    async with start(size=(60, 20)) as user:
        assert user.shown_panes() == {"library"}
        await user.press("enter")
        assert user.shown_panes() == {"article"}
        await user.press("4", "enter")
        assert user.shown_panes() == {"article"}
        assert user.target == "We never saw any report,"


async def test_i_click_a_tab(start):
    async with start(size=(60, 20)) as user:
        await user.click("#tabs", "People")
        assert user.shown_panes() == {"people"}


async def test_the_focus_stays_when_the_window_changes(start):
    async with start() as user:
        await user.press("5")
        await user.pilot.resize_terminal(60, 20)
        await user.pilot.pause()
        assert user.shown_panes() == {"related"}
        assert user.focus == "related"


async def test_an_empty_library_says_what_to_do(start):
    async with start(articles=()) as user:
        assert user.shows("#library", "No article here.")
        assert user.shows("#article", "No article is open.")
        await user.press("j", "enter", "n", "J", "slash", "3", "enter", "x", "5", "enter")
        assert user.title is None


async def test_a_hundred_thousand_code_points_in_one_line_open(start):
    wall = article("Wall", "word " * 200_000, people={})
    async with start(articles=(wall,)) as user:
        await user.press("2", "G")
        assert user.reader.body.seen == 1.0


async def test_keys_typed_quickly_one_after_the_other_all_count(start):
    async with start() as user:
        for letter in "2]qj]q":
            user.app.post_message(events.Key(letter, letter))
        await user.pilot.pause()
        assert user.target == "She read it twice,"
