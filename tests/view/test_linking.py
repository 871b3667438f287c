"""Following the links of an article by number: from the library, the web, or in the browser."""

from dataclasses import replace

import pytest
from articles import article
from fetch.news import story
from web import Web, page, serving

from tui.identity import article_id
from tui.model import Link
from tui.settings.values import DEFAULTS
from tui.view.screens.asking import YesScreen

FERRY = "https://ister.example/ferry"
HOSTILE = "https://other.example/\x1b]0;x\x07\u202e[b]"


def linked(*links, url="https://ister.example/links"):
    """The newest article, with links on its words."""
    made = article("Links", "Read of one, of two, of three or of four.", published="2027-01-01")
    words = ("one", "two", "three", "four")
    places = [(made.text.index(word), len(word)) for word in words]
    found = (Link(at, at + n, to) for (at, n), to in zip(places, links, strict=False))
    return replace(made, url=url, links=tuple(found))


def ferry():
    return replace(article("The ferry", "It floats."), id=article_id(FERRY, ""), url=FERRY)


async def test_i_go_to_a_piece_of_the_library_by_the_number_of_its_link(start):
    here = linked("https://other.example/bell", "/ferry", "https://other.example/bell")
    async with start(articles=(here, ferry())) as user:
        await user.press("number_sign")
        assert user.shows("ChoiceList", "1  one")
        assert user.shows("ChoiceList", "in the library · https://ister.example/ferry")
        assert not user.shows("ChoiceList", "three")
        await user.press("2", "enter")
        assert user.title == "The ferry"
        assert user.focus == "article"
        await user.press("ctrl+o")
        assert user.title == "Links"


async def test_a_number_of_two_digits_is_typed_digit_by_digit(start):
    made = article("Links", " ".join(f"w{n:02}" for n in range(12)))
    links = [Link(7 + 4 * n, 10 + 4 * n, f"https://other.example/{n}") for n in range(12)]
    async with start(articles=(replace(made, links=tuple(links)),)) as user:
        await user.press("number_sign", "1")
        rows = user.app.screen.query_one("ChoiceList")
        assert rows.cursor == 0
        await user.press("2")
        assert rows.cursor == 11
        await user.press("3")
        assert rows.cursor == 2
        await user.press("backspace", "1", "1")
        assert rows.cursor == 10
        await user.press("number_sign")
        assert user.app.screen is user.reader


async def test_what_the_library_has_not_i_fetch_or_leave_to_the_browser(start, monkeypatch):
    monkeypatch.setenv("no_proxy", "*")
    with serving() as web:
        url = f"{web.url}/late"
        web.pages["/late"] = page(story("The ferry is late", url, "Captain Rosa Vell waited."))
        settings = DEFAULTS._replace(allow_private=True)
        async with start(articles=(linked(url),), settings=settings) as user:
            await user.press("number_sign", "enter")
            box = user.app.screen.query_one("#choice")
            assert str(box.border_subtitle).startswith("Not in the library")
            await user.press("o")
            assert isinstance(user.app.screen, YesScreen)
            assert asked(web) == []
            await user.press("escape", "number_sign", "a")
            await user.until(lambda: user.title == "The ferry is late")
        assert asked(web) == ["/late"]


def asked(web: Web) -> list[str]:
    return web.paths()


async def test_a_click_on_a_link_that_is_not_there_offers_the_ways_to_follow_it(start):
    async with start(articles=(linked("https://a.example/1", "https://b.example/2"),)) as user:
        await user.click("#article", "two")
        rows = user.app.screen.query_one("ChoiceList")
        assert rows.current.value.address == "https://b.example/2"


async def test_a_hostile_address_is_shown_harmless_and_never_fetched(start):
    async with start(articles=(linked(HOSTILE, "file:///etc/passwd"),)) as user:
        await user.press("number_sign")
        assert not any(c in line for line in user.painted("ChoiceList") for c in "\x1b\x07\u202e")
        await user.press("2", "a")
        assert user.shows("#status", "Not an address of the web: file:///etc/passwd")


@pytest.mark.parametrize("key", ["escape", "q"])
async def test_an_article_without_links_says_so_and_the_list_can_be_left(start, key):
    async with start(articles=(linked("/x"), article("None", "No link."))) as user:
        await user.press("number_sign", key)
        assert user.app.screen is user.reader
        await user.press("J", "number_sign")
        assert user.shows("#status", "The article has no links")
