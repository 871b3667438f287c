"""Moving between panes, pieces and places; help and palette; what fits on which screen."""

import pytest
from articles import article


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
        assert user.app.screen.query_one("#library").region.x == 0
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
        assert user.shows("#library", "The library is empty")
        assert user.shows("#article", "No article is open.")
        await user.press("j", "enter", "n", "J", "slash", "3", "enter", "x", "5", "enter")
        assert user.title is None


@pytest.mark.parametrize("words", ["word ", "mot漢 "])
async def test_a_line_of_a_megabyte_opens_and_shows_its_end(start, words):
    wall = article("Wall", words * 200_000 + "and here it ends")
    async with start(articles=(wall,)) as user:
        await user.press("2", "G")
        assert user.shows("#article", "here it ends")


async def test_keys_typed_quickly_one_after_the_other_all_count(start):
    async with start() as user:
        await user.burst("2]qj]q")
        assert user.target == "She read it twice,"


async def test_letters_typed_right_after_the_slash_are_words_to_find(start):
    async with start() as user:
        await user.burst("/swim")
        assert user.reader.session.search == "swim"
        assert user.target == "swim"


async def test_letters_typed_right_after_f_are_a_name(start):
    async with start() as user:
        await user.burst("fmarsh\r")
        assert user.shows("#chips", "▸ Lea Marsh")


async def test_q_right_after_enter_goes_back_to_the_list_and_does_not_quit(start):
    async with start() as user:
        await user.burst("j\rq")
        assert user.title == "The ferry that nobody ordered"
        assert user.focus == "library"
        assert not user.left


async def test_the_next_article_right_after_a_quote_is_the_next_article(start):
    async with start() as user:
        await user.burst("4G\rJ")
        assert user.title == "The ferry that nobody ordered"
        await user.burst("K5j\rJ")
        assert user.title == "The ferry that nobody ordered"


async def test_on_a_small_screen_i_am_taken_to_the_quote_i_choose(start):
    async with start(size=(60, 20)) as user:
        await user.press("4", "G", "k", "enter")
        assert user.shown_panes() == {"article"}
        assert user.shows("#article", "I shall swim if I must")
        await user.press("ctrl+o")
        assert user.reader.body.scroll_offset.y == 0


async def test_on_a_small_screen_a_search_shows_the_article(start):
    async with start(size=(60, 20)) as user:
        await user.press("slash")
        await user.type("swim")
        assert user.shows("#article", "swim")


async def test_on_a_small_screen_stepping_shows_the_article(start):
    async with start(size=(60, 20)) as user:
        await user.press("3", "left_square_bracket", "q")
        assert user.shows("#status", "No quote before this")
        await user.press("right_square_bracket", "q")
        assert user.shown_panes() == {"article"}
        assert user.target == "We never saw any report,"
        assert user.shows("#article", "“We never")


async def test_on_a_small_screen_the_way_back_leads_to_the_line_i_left(start):
    async with start(size=(60, 20)) as user:
        await user.press("2", "space", "space")
        top = user.reader.body.top
        assert top > 300
        await user.press("1", "J", "ctrl+o", "2")
        assert user.reader.body.top == top


async def test_the_way_back_leads_out_of_a_jump_inside_the_article(start):
    async with start() as user:
        await user.press("2", "j", "j", "4", "G", "enter")
        assert user.reader.body.scroll_offset.y > 10
        await user.press("ctrl+o")
        assert user.reader.body.scroll_offset.y == 2
