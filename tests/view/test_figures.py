"""Figures: pick one, and the list, the quotes and the marks follow."""


async def test_i_filter_by_a_figure_from_the_people_pane(start):
    async with start() as user:
        await user.press("3")
        assert user.reader.people_pane.current.name == "Anna Holt"
        await user.press("enter")
        assert user.titles() == ["The harbour that lost its report", "The school keeps its bell"]
        assert user.shows("#chips", "▸ Anna Holt")
        assert user.shows("#chips", "2 of 4 articles")
        assert [q.speaker for _, q in user.reader.quotes_pane.rows] == ["Anna Holt", "Anna Holt"]
        assert user.reader.body.marking.chosen == {"Anna Holt"}
        assert user.reader.body.marking.quotes == {0, 3}
        assert user.shows("#library", "4×")


async def test_i_see_who_is_named_with_role_and_mentions_here_and_in_the_library(start):
    async with start() as user:
        rows = "\n".join(user.painted("#people"))
        assert "Anna Holt" in rows
        assert "mayor of Port Ister" in rows
        assert "4 of 5" in rows


async def test_i_add_a_second_figure(start):
    async with start() as user:
        await user.press("3", "enter", "j", "+")
        assert user.titles() == ["The harbour that lost its report"]
        assert user.reader.body.marking.chosen == {"Anna Holt", "Tom Reyes"}
        await user.press("+")
        assert user.reader.body.marking.chosen == {"Anna Holt"}


async def test_i_leave_out_a_figure(start):
    async with start() as user:
        await user.press("3", "j", "x")
        assert user.titles() == ["The school keeps its bell", "Markup [/ and [TODO] \x1b[31mred"]
        assert user.shows("#chips", "✕ without Tom Reyes")
        assert user.title == "The school keeps its bell"
        await user.press("F")
        assert len(user.titles()) == 4


async def test_i_clear_the_filter(start):
    async with start() as user:
        await user.press("3", "enter", "F")
        assert len(user.titles()) == 4
        assert len(user.reader.quotes_pane.rows) == 5
        assert user.shows("#chips", "4 articles")


async def test_i_pick_a_figure_of_the_library_by_a_few_letters(start):
    async with start() as user:
        await user.press("f")
        await user.type("mrsh")
        await user.press("enter")
        assert user.titles() == ["The school keeps its bell"]
        assert user.title == "The school keeps its bell"
        assert user.shows("#chips", "▸ Lea Marsh")


async def test_i_move_in_the_picker_and_leave_it(start):
    async with start() as user:
        await user.press("f", "down", "enter")
        assert user.shows("#chips", "▸ ")
        chosen = user.reader.session.query.include
        await user.press("f", "escape")
        assert user.reader.session.query.include == chosen


async def test_the_picker_says_that_nobody_is_called_that(start):
    async with start() as user:
        await user.press("f")
        await user.type("qqq")
        assert user.shows("MatchList", "Nobody in the library is called that.")
        await user.press("enter", "escape")
        assert not user.reader.session.filtered


async def test_i_step_through_the_mentions_of_the_chosen_figure(start):
    async with start() as user:
        await user.press("3", "j", "enter", "n")
        assert user.target == "Tom Reyes"
        assert user.shows("#status", "mention 1 of 3")
        await user.press("n")
        assert user.target == "Reyes"
        await user.press("N")
        assert user.target == "Tom Reyes"
        await user.press("right_square_bracket", "m", "right_square_bracket", "m")
        assert user.shows("#status", "mention 3 of 3")
        await user.press("right_square_bracket", "m")
        assert user.shows("#status", "No mention after this")
        await user.press("left_square_bracket", "m")
        assert user.shows("#status", "mention 2 of 3")


async def test_stepping_through_mentions_starts_again_at_the_end(start):
    async with start() as user:
        await user.press("3", "j", "enter", "n", "n", "n", "n")
        assert user.shows("#status", "mention 1 of 3")
        assert user.shows("#status", "From the first mention again")


async def test_mentions_need_a_chosen_figure(start):
    async with start() as user:
        await user.press("right_square_bracket", "m")
        assert user.shows("#status", "No figure is chosen")


async def test_a_click_on_the_chosen_figure_goes_to_the_next_mention(start):
    async with start() as user:
        await user.press("3", "enter")
        await user.click("#article", "Anna Holt")
        assert user.target == "Anna Holt"


async def test_i_click_a_name_in_the_article(start):
    async with start() as user:
        await user.click("#article", "Tom Reyes disagrees")
        assert user.shows("#chips", "▸ Tom Reyes")
        assert user.titles()[-1] == "The ferry that nobody ordered"


async def test_i_click_a_person_in_the_list(start):
    async with start() as user:
        await user.click("#people", "Tom Reyes")
        assert user.shows("#chips", "▸ Tom Reyes")


async def test_i_click_a_chip_to_take_the_figure_out(start):
    async with start() as user:
        await user.press("3", "enter")
        await user.click("#chips", "Anna Holt")
        assert not user.reader.session.filtered


async def test_a_filter_that_leaves_nothing_says_so(start):
    async with start() as user:
        await user.press("3", "enter", "f")
        await user.type("marsh")
        await user.press("enter", "3")
        assert user.reader.people_pane.rows
        for _ in user.reader.people_pane.rows:
            await user.press("x", "j")
        assert user.titles() != []
        assert user.shows("#chips", "of 4 articles")
