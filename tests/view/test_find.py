"""Finding words in the article."""


async def test_i_find_words_as_i_type_and_see_all_hits(start):
    async with start() as user:
        await user.press("2", "slash")
        await user.type("REYES")
        assert user.target == "Reyes"
        assert len(user.reader.body.marking.hits) == 3
        assert user.shows("#status", "hit 1 of 3")


async def test_i_step_through_the_hits_once_i_press_enter(start):
    async with start() as user:
        await user.press("slash")
        await user.type("long middle")
        await user.press("enter", "n", "n")
        assert user.focus == "article"
        assert user.shows("#status", "hit 3 of 30")
        await user.press("N")
        assert user.shows("#status", "hit 2 of 30")


async def test_i_leave_the_search_and_am_where_i_was(start):
    async with start() as user:
        await user.press("2", "j", "j", "slash")
        await user.type("swim")
        assert user.reader.body.scroll_offset.y > 2
        await user.press("escape")
        assert user.reader.body.scroll_offset.y == 2
        assert user.reader.body.marking.hits == ()
        assert user.focus == "article"


async def test_words_that_are_not_there_are_said_not_to_be(start):
    async with start() as user:
        await user.press("slash")
        await user.type("zeppelin")
        assert user.shows("#status", "no hit for “zeppelin”")


async def test_escape_ends_a_kept_search(start):
    async with start() as user:
        await user.press("slash")
        await user.type("quay")
        await user.press("enter", "escape")
        assert user.reader.session.search == ""
        assert user.focus == "article"


async def test_a_new_article_ends_the_search(start):
    async with start() as user:
        await user.press("slash")
        await user.type("report")
        await user.press("enter", "J")
        assert user.reader.session.search == ""


async def test_n_without_search_or_figure_says_what_it_needs(start):
    async with start() as user:
        await user.press("n")
        assert user.shows("#status", "Nothing to step through")


async def test_going_to_another_pane_keeps_the_hits_and_puts_the_line_away(start):
    async with start() as user:
        await user.press("slash")
        await user.type("quay")
        await user.press("tab")
        assert not user.app.screen.query_one("#find").display
        assert user.reader.session.search == "quay"
        await user.press("escape")
        assert user.reader.session.search == ""


async def test_a_second_search_begins_with_the_words_of_the_first_and_typing_replaces_them(start):
    async with start() as user:
        await user.burst("/quay\r/")
        assert user.app.screen.query_one("#find").value == "quay"
        await user.burst("s")
        assert user.reader.session.search == "s"
        assert user.app.screen.query_one("#find").display


async def test_going_back_while_the_line_is_open_puts_it_away(start):
    async with start() as user:
        await user.press("J", "slash")
        await user.type("ferry")
        await user.press("alt+left")
        assert user.title == "The harbour that lost its report"
        assert not user.app.screen.query_one("#find").display
        assert user.reader.session.search == ""


async def test_words_that_are_not_there_leave_me_where_i_was(start):
    async with start() as user:
        await user.press("2", "j", "slash")
        await user.type("swimx")
        assert user.reader.body.scroll_offset.y == 1
