"""Going anywhere on the screen by letters."""

from dataclasses import replace

from articles import article

from tui.identity import article_id
from tui.model import Link
from tui.view.screens.hints import HintScreen, Target, placed


def linked(**more):
    """An article with a link within its site, and one that leads elsewhere."""
    made = article("Links", "Read of the ferry here, or of a bell there.", **more)
    links = (("ferry here", "/ferry"), ("bell there", "https://other.example/bell"))
    places = ((made.text.index(words), words, url) for words, url in links)
    return replace(made, links=tuple(Link(at, at + len(words), url) for at, words, url in places))


async def letters(user, selector, words):
    """Press `;` and the letters on some words."""
    strips = user.painted(selector)
    region = user.reader.query_one(selector).region
    await user.press("semicolon")
    assert isinstance(user.app.screen, HintScreen)
    hints = user.app.screen.query_one("Hinted").hints
    y = next(y for y, line in enumerate(strips) if words in line)
    x = strips[y].index(words)
    word = next(h.word for h in hints if h.y == region.y + y and region.x + x - h.x in (0, 1))
    await user.press(*word)


async def test_the_letters_on_a_name_filter_by_it_as_a_click_does(start):
    async with start() as user:
        await letters(user, "#article", "Anna Holt")
        assert user.shows("#chips", "Anna Holt")
        assert user.app.screen is user.reader


async def test_the_letters_on_a_row_of_the_list_open_the_article(start):
    async with start() as user:
        await letters(user, "#library", "● The school keeps its bell")
        assert user.title == "The school keeps its bell"
        assert user.focus == "article"


async def test_the_letters_on_a_quote_say_who_said_it(start):
    async with start() as user:
        await letters(user, "#article", "She read")
        assert user.shows("#status", "Said by Tom Reyes")


async def test_the_letters_on_a_row_of_the_quotes_lead_to_the_quote(start):
    async with start() as user:
        await letters(user, "#quotes", "Tom Reyes")
        assert user.target == "“She read it twice,”"[1:-1]


async def test_the_letters_on_a_panes_title_go_there(start):
    async with start() as user:
        await user.press("semicolon")
        pane = user.reader.query_one("#related")
        hints = user.app.screen.query_one("Hinted").hints
        word = next(h.word for h in hints if (h.x, h.y) == pane.region.offset)
        await user.press(*word)
        assert user.focus == "related"


async def test_escape_and_the_same_key_leave_without_choosing(start):
    async with start() as user:
        for key in ("escape", "semicolon"):
            await user.press("semicolon")
            assert isinstance(user.app.screen, HintScreen)
            await user.press(key)
            assert user.app.screen is user.reader
        assert user.title == "The harbour that lost its report"
        assert user.shows("#chips", "Broadsheet")


async def test_the_screen_stays_as_it_is_under_the_letters(start):
    async with start(size=(80, 24)) as user:
        chips = user.painted("#chips")[0]
        await user.press("semicolon")
        picture = user.painted("Hinted")
        assert picture[0] == chips
        assert len(picture) == 24
        assert any("lost its report" in line for line in picture)


async def test_the_letters_on_a_link_open_the_article_it_leads_to(start):
    address = "https://ister.example/ferry"
    ferry = replace(article("The ferry", "It floats."), id=article_id(address, ""), url=address)
    here = linked(url="https://ister.example/links", published="2027-01-01")
    async with start(articles=(here, ferry)) as user:
        await letters(user, "#article", "bell there")
        assert user.shows("#naming Static", "https://other.example/bell")
        await user.press("escape")
        await letters(user, "#article", "ferry here")
        assert user.title == "The ferry"


async def test_a_click_on_a_link_does_the_same(start):
    async with start(articles=(linked(),)) as user:
        await user.click("#article", "bell there")
        assert user.shows("#naming", "Not in the library")
        assert user.shows("#naming Static", "https://other.example/bell")


def test_hints_that_would_lie_on_each_other_stand_side_by_side():
    targets = [Target(5, 1, list) for _ in range(3)]
    assert [(hint.x, hint.y) for hint in placed(targets, 80)] == [(5, 1), (6, 1), (7, 1)]
    assert [hint.x for hint in placed(targets, 6)] == [5]
