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
