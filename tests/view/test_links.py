"""The links of an article by number: into the library, fetched, or in the browser."""

from dataclasses import replace

import pytest
from articles import article
from fetch.news import story
from view.test_hints import letters
from web import Web, page, serving

from tui.fetch.apart import Apart
from tui.identity import article_id
from tui.library.reading import read_ready
from tui.model import Link, Media
from tui.settings.values import DEFAULTS
from tui.view.screens.links import LinksScreen, OfferScreen

ALLOWED = {"settings": DEFAULTS._replace(allow_private=True)}
SITE = "https://ister.example"
FERRY = replace(
    article("The ferry", "It floats."), id=article_id(f"{SITE}/ferry", ""), url=f"{SITE}/ferry"
)


@pytest.fixture
def web(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("no_proxy", "*")
    monkeypatch.setattr(Apart, "read", lambda self, document: read_ready(document))
    with serving() as web:
        yield web


@pytest.fixture
def browsed(monkeypatch: pytest.MonkeyPatch):
    opened: list[str] = []

    def open_in_browser(address, aside):
        opened.append(address)
        return True

    monkeypatch.setattr("tui.view.doing.browsing.open_in_browser", open_in_browser)
    return opened


def linked(*urls, words="", **more):
    """An article whose paragraph has the words "link 1 link 2 …", a link each."""
    names = [f"link-{n}" for n in range(1, len(urls) + 1)]
    made = article("Links", words or " ".join(names), published="2027-01-01", **more)
    places = [(made.text.index(name), name, url) for name, url in zip(names, urls, strict=True)]
    return replace(made, links=tuple(Link(at, at + len(name), url) for at, name, url in places))


async def test_i_see_where_all_links_lead_by_number(start):
    here = linked("/ferry", "https://other.example/bell", url=f"{SITE}/links")
    picture = Media("/quay.jpg", "image", "A quay", caption="The quay in May")
    sound = Media("/talk.mp3", "audio/mpeg")
    here = replace(here, media=(sound, picture))
    async with start(articles=(here, FERRY)) as user:
        await user.press("#")
        assert user.shows("#links-title", "2 links, 1 picture")
        shown = user.painted("#links")
        assert shown[0].split() == ["1", "link-1"]
        assert shown[1].split() == [f"{SITE}/ferry", "in", "the", "library"]
        assert shown[3].split() == ["https://other.example/bell"]
        assert shown[4].split() == ["3", "The", "quay", "in", "May"]
        assert shown[5].split() == [f"{SITE}/quay.jpg", "picture"]
        await user.press("#")
        assert user.app.screen is user.reader


async def test_a_number_and_enter_open_the_article_it_leads_to(start):
    urls = [f"https://other.example/{n}" for n in range(1, 12)]
    here = linked(*urls, f"{SITE}/ferry")
    async with start(articles=(here, FERRY)) as user:
        await user.press("#", "1", "2")
        assert user.shows("#links-status", "12")
        await user.press("enter")
        assert user.title == "The ferry"
        assert user.focus == "article"
        await user.press("ctrl+o")
        assert user.title == "Links"


async def test_a_number_that_is_none_opens_nothing_and_can_be_put_right(start):
    here = linked("https://other.example/1", f"{SITE}/ferry")
    async with start(articles=(here, FERRY)) as user:
        await user.press("#", "2", "9", "enter")
        assert user.shows("#links-status", "There is no number 29")
        await user.press("backspace", "enter")
        assert user.title == "The ferry"


async def test_a_link_that_is_not_in_the_library_is_offered_and_fetched(start, web: Web):
    url = f"{web.url}/late"
    web.pages["/late"] = page(story("The ferry is late", url, "Captain Rosa Vell waited."))
    async with start(articles=(linked(url),), **ALLOWED) as user:
        await user.press("#", "1", "enter")
        assert isinstance(user.app.screen, OfferScreen)
        assert user.shows("#naming Static", url)
        assert web.requests == []
        await user.press("a")
        await user.until(lambda: user.title == "The ferry is late")
        assert user.focus == "article"
    assert web.paths() == ["/late"]


async def test_a_fetches_a_link_from_its_row_and_opens_what_is_there_already(start, web: Web):
    url = f"{web.url}/late"
    web.pages["/late"] = page(story("The ferry is late", url, "Captain Rosa Vell waited."))
    async with start(articles=(linked(url),), **ALLOWED) as user:
        await user.press("#", "a")
        await user.until(lambda: user.title == "The ferry is late")
        await user.press("ctrl+o", "#", "a")
        assert user.title == "The ferry is late"
    assert web.paths() == ["/late"]


async def test_a_on_the_letters_of_a_link_fetches_it(start, web: Web):
    url = f"{web.url}/late"
    web.pages["/late"] = page(story("The ferry is late", url, "Captain Rosa Vell waited."))
    async with start(articles=(linked(url),), **ALLOWED) as user:
        await letters(user, "#article", "link-1")
        await user.press("a")
        await user.until(lambda: user.title == "The ferry is late")


async def test_o_opens_a_link_in_the_browser_when_i_have_seen_the_address(start, browsed):
    async with start(articles=(linked("https://other.example/bell"),)) as user:
        await user.press("#", "o")
        assert user.shows("#naming Static", "https://other.example/bell")
        assert browsed == []
        await user.press("enter")
        assert browsed == ["https://other.example/bell"]
        await letters(user, "#article", "link-1")
        await user.press("o")
        assert browsed == ["https://other.example/bell"] * 2


async def test_a_link_that_runs_or_reads_something_leads_nowhere(start, browsed, web: Web):
    urls = ("javascript:alert(1)", "file:///etc/passwd", "mailto:a@b.example", "../etc/passwd")
    async with start(articles=(linked(*urls),)) as user:
        for number in "1234":
            for key in ("a", "o"):
                await user.press("#", number, key)
                assert user.shows("#links-status", "It has no address on the web")
                await user.press("escape")
            await user.press("#", number, "enter")
            assert user.shows("#status", "Not in the library")
    assert (browsed, web.requests) == ([], [])


async def test_what_a_page_writes_into_a_link_is_only_shown(start):
    evil = "https://other.example/\x1b]0;title\x07[bold]\u202egpj.exe"
    here = linked(evil, words="link-1\x1b[31m")
    async with start(articles=(here,)) as user:
        await user.press("#")
        painted = "\n".join(user.painted("#links"))
        assert "[bold]" in painted
        assert not {"\x1b", "\x07", "\u202e"} & set(painted)
        await user.press("enter")
        assert not {"\x1b", "\x07", "\u202e"} & set("\n".join(user.painted("#naming Static")))


async def test_the_browser_gets_the_address_that_i_was_shown(start, browsed):
    evil = "https://other.example/\x1b]0;title\x07\u202egpj.exe"
    async with start(articles=(linked(evil),)) as user:
        for way in (("#", "o", "enter"), ("#", "enter", "o")):
            await user.press(*way[:2])
            (shown,) = [line for line in user.painted("#naming Static") if line.strip()]
            await user.press(way[2])
            assert browsed.pop() == shown.strip()
    assert browsed == []


async def test_an_article_without_links_says_so(start):
    async with start() as user:
        await user.press("#")
        assert isinstance(user.app.screen, LinksScreen)
        assert user.shows("#links", "no links and no pictures")
        await user.press("enter", "escape", "P")
        assert user.shows("#status", "No picture is known of this article")


async def test_a_link_to_the_article_itself_says_so(start):
    url = f"{SITE}/links"
    here = replace(linked("#notes", url=url), id=article_id(url, ""))
    async with start(articles=(here,)) as user:
        await user.press("#", "enter")
        assert user.shows("#status", "The link leads to this article")


async def test_a_click_on_a_row_opens_it(start):
    here = linked("https://other.example/1", f"{SITE}/ferry")
    async with start(articles=(here, FERRY)) as user:
        await user.press("#")
        await user.click("#links", "link-2")
        assert user.title == "The ferry"
