"""The figure's page: all that somebody said, and the way to where it stands."""

from tui.view.screens.compare import CompareScreen, ExchangeList
from tui.view.screens.figure import FigureScreen
from tui.view.screens.figure_lists import ArticleList, CompanionList, SaidList


async def _page(user, *keys):
    await user.press(*keys)
    await user.until(lambda: isinstance(user.app.screen, FigureScreen))
    said = [user.app.screen.query_one(f"#{name}", SaidList) for name in ("said", "about")]
    await user.until(lambda: not any(rows.reading for rows in said))
    return user.app.screen


async def test_i_open_the_page_of_a_person_and_read_what_they_said(start):
    async with start() as user:
        page = await _page(user, "3", "i")
        assert user.shows("#figure-name", "Anna Holt")
        assert user.shows("#figure-name", "2 articles · 2 quotes")
        assert user.shows("#figure-roles", "mayor of Port Ister")
        assert user.shows("#said", "“We never saw any report,”")
        assert user.shows("#said", "2026-05-03 · The Ister Post")
        assert not user.shows("#said", "farce")
        assert len(page.query_one("#said", SaidList).rows) == 2
        await user.press("i")
        assert user.app.screen is user.reader


async def test_a_quote_on_the_page_leads_to_its_place_in_the_article(start):
    async with start() as user:
        await user.press("f")
        await user.type("anna")
        await user.press("enter")
        await _page(user, "i")
        await user.press("j", "enter")
        await user.until(lambda: user.target == "I shall swim if I must,")
        assert user.title == "The harbour that lost its report"
        assert user.focus == "article"
        assert user.reader.body.top > 0
        await user.press("ctrl+o")
        assert user.reader.body.top == 0


async def test_enter_on_the_figure_i_filter_by_opens_their_page(start):
    async with start() as user:
        await user.press("3", "enter")
        await _page(user, "enter")
        assert user.shows("#figure-name", "Anna Holt")


async def test_i_am_asked_whose_page_where_nobody_is_chosen(start):
    async with start() as user:
        await user.press("i")
        await user.type("reyes")
        await _page(user, "enter")
        assert user.shows("#figure-name", "Tom Reyes")


async def test_the_articles_lead_to_the_first_mention_of_the_figure(start):
    async with start() as user:
        page = await _page(user, "3", "i")
        await user.press("3")
        assert [row.title for row in page.query_one(ArticleList).rows][
            1
        ] == "The school keeps its bell"
        await user.press("j", "enter")
        await user.until(lambda: user.target == "Anna Holt")
        assert user.title == "The school keeps its bell"


async def test_a_companion_has_a_page_of_their_own_and_escape_leads_back(start):
    async with start() as user:
        page = await _page(user, "3", "i")
        await user.press("4")
        assert user.shows("#with", "1 of 2 articles")
        assert [row.figure.name for row in page.query_one(CompanionList).rows] == [
            "Tom Reyes",
            "Lea Marsh",
        ]
        await _page(user, "enter")
        assert user.shows("#figure-name", "Tom Reyes")
        await user.press("escape")
        assert user.app.screen is page


async def test_the_names_say_why_they_are_one_person(start):
    async with start() as user:
        await _page(user, "3", "i")
        await user.press("5")
        assert user.shows("#names", "the same name · 2 articles")
        assert user.shows("#names", "short for it, in an article · 1 article")
        await user.press("j", "enter")
        await user.until(lambda: user.target == "Holt")


async def test_i_go_from_list_to_list_with_the_mouse(start):
    async with start() as user:
        page = await _page(user, "3", "i")
        await user.click("#figure-tabs", "Articles")
        assert page.query_one(ArticleList).display
        await user.click("#articles", "The school")
        await user.until(lambda: user.title == "The school keeps its bell")


async def test_i_filter_by_whose_page_it_is_and_watch_them(start, library):
    async with start() as user:
        await _page(user, "3", "i")
        await user.press("w")
        assert user.shows("#figure-status", "Watching Anna Holt")
        assert [watch.figure.name for watch in library.watches()] == ["Anna Holt"]
        await user.press("f")
        await user.until(lambda: user.reader.session.query.include == ("anna holt",))
        assert len(user.titles()) == 2
        assert user.focus == "library"


async def test_i_compare_two_figures_and_go_to_what_the_second_says(start):
    async with start() as user:
        await _page(user, "3", "i")
        await user.press("c")
        await user.type("reyes")
        await user.press("enter")
        await user.until(lambda: isinstance(user.app.screen, CompareScreen))
        rows = user.app.screen.query_one(ExchangeList)
        await user.until(lambda: not rows.reading)
        assert user.shows("#compare-names", "Anna Holt")
        assert user.shows("#compare-names", "Tom Reyes")
        assert user.shows("#exchanges", "“We never saw any report,”")
        assert user.shows("#exchanges", "“She read it twice,”")
        assert user.shows("#exchanges", "and 1 more")
        assert user.shows("#compare-status", "1 story with both")
        await user.press("l", "enter")
        await user.until(lambda: user.target == "She read it twice,")


async def test_nobody_is_compared_with_themselves(start):
    async with start() as user:
        page = await _page(user, "3", "i")
        await user.press("c")
        await user.type("anna")
        await user.press("enter")
        assert user.app.screen is page
        assert user.shows("#figure-status", "Compare with somebody else")


async def test_what_is_hostile_in_a_name_does_no_harm_on_the_page(start):
    async with start() as user:
        await user.press("f")
        await user.type("mark up")
        await user.press("enter")
        await _page(user, "i")
        assert user.shows("#figure-name", "[b]Mark Up[/b]")
        assert user.shows("#said", "No article quotes [b]Mark Up[/b]. 3 shows the articles.")
