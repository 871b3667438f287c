"""Asking the web from the reader: feeds that are followed, and pieces that a page only names."""

import threading
import time
from dataclasses import replace

import pytest
from articles import article
from fetch.news import feed, links, story
from view.conftest import ARTICLES
from web import Web, page, serving

from tui.fetch.apart import Apart
from tui.library.feeds import Feed
from tui.library.reading import read_ready
from tui.model import Teaser
from tui.settings.values import DEFAULTS
from tui.view.screens.failures import FailureList

ALLOWED = {"settings": DEFAULTS._replace(allow_private=True)}


@pytest.fixture
def web(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("no_proxy", "*")
    with serving() as web:
        yield web


@pytest.fixture
def here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Read in this process, which is quicker for one document."""
    monkeypatch.setattr(Apart, "read", lambda self, document: read_ready(document))


def follow(library, web: Web, *paths: str) -> None:
    library.feeds.follow(Feed(web.url + path, private=True) for path in paths)


def with_teaser(url: str | None):
    teaser = Teaser("The ferry is late again", url=url)
    return replace(article("A piece", "Words of it."), teasers=(teaser,))


async def test_i_ask_for_what_is_new_and_see_it_come(start, library, web: Web):
    web.pages["/f"] = page(feed("Fjord", links("Fjord", 1, 2)))
    follow(library, web, "/f")
    async with start() as user:
        opened = user.title
        await user.press("R")
        await user.until(lambda: user.shows("#status", "2 new articles in 1 feed"))
        assert {"Fjord piece 1", "Fjord piece 2"} < set(user.titles())
        assert user.title == opened
        await user.press("R")
        await user.until(lambda: user.shows("#status", "no new articles in 1 feed"))


async def test_i_read_on_while_a_slow_feed_is_asked_and_a_second_r_says_so(
    start, library, web: Web, here
):
    answer = threading.Event()

    def slow(handler):
        answer.wait(10)
        handler.answer(200, feed("Fjord", links("Fjord", 1)).encode())

    web.pages["/slow"] = slow
    follow(library, web, "/slow")
    async with start() as user:
        await user.press("R")
        assert user.shows("#status", "feeds 0/1")
        await user.press("J")
        assert user.title == ARTICLES[1].title
        await user.press("R")
        assert user.shows("#status", "The feeds are being asked already")
        answer.set()
        await user.until(lambda: user.shows("#status", "1 new article in 1 feed"))
        assert not user.shows("#status", "feeds 1/1")
    assert web.paths() == ["/slow"]


async def test_i_am_told_what_failed_in_a_line_each(start, library, web: Web, here):
    web.pages["/f"] = page(feed("Fjord", links("Fjord", 1)))
    web.pages["/none"] = page("<p>A page.</p>")
    follow(library, web, "/f", "/gone", "/none")
    async with start() as user:
        await user.press("R")
        await user.until(lambda: user.shows("#status", "2 could not be had: E tells why"))
        await user.press("E")
        rows = user.app.screen.query_one(FailureList).rows
        assert {row.origin for row in rows} == {f"{web.url}/gone", f"{web.url}/none"}
        assert user.shows("FailureList", "404")
        await user.press("E")
        assert user.focus == "library"


async def test_nothing_is_asked_where_no_feed_is_followed(start):
    async with start() as user:
        await user.press("R")
        assert user.shows("#status", "No feed is followed")
        await user.press("E")
        assert user.shows("FailureList", "Nothing failed")


async def test_leaving_does_not_wait_for_a_server(start, library, web: Web):
    answer = threading.Event()
    web.pages["/slow"] = lambda handler: answer.wait(10)
    follow(library, web, "/slow")
    async with start() as user:
        await user.press("R")
        await user.until(lambda: web.paths() == ["/slow"])
        since = time.monotonic()
    assert time.monotonic() - since < 5
    answer.set()
    assert not [t for t in threading.enumerate() if t.name == "reading apart"]


async def test_i_fetch_a_piece_that_the_page_only_names(start, web: Web):
    url = f"{web.url}/late"
    web.pages["/late"] = page(story("The ferry is late", url, "Captain Rosa Vell waited."))
    async with start(articles=(with_teaser(url),), **ALLOWED) as user:
        assert web.requests == []
        await user.press("5", "enter")
        assert user.shows("#status", "Not in the library: a fetches it")
        assert web.requests == []
        await user.press("a")
        await user.until(lambda: user.title == "The ferry is late")
        assert user.focus == "article"
        assert user.shows("#article", "Captain Rosa Vell waited.")
        await user.press("ctrl+o", "5")
        assert user.title == "A piece"
        assert user.shows("#related", "→ The ferry is late")
        await user.press("a")
        assert user.title == "The ferry is late"
    assert web.paths() == ["/late"]


async def test_what_i_opened_meanwhile_stays_open(start, web: Web, here):
    answer = threading.Event()
    url = f"{web.url}/late"

    def slow(handler):
        answer.wait(10)
        handler.answer(200, story("The ferry is late", url, "Captain Rosa Vell waited.").encode())

    web.pages["/late"] = slow
    async with start(articles=(with_teaser(url), *ARTICLES[:1]), **ALLOWED) as user:
        await user.press("J", "5", "a")
        assert user.shows("#status", "Fetching 127.0.0.1")
        await user.press("a")
        assert user.shows("#status", "Another piece is being fetched")
        await user.press("K")
        answer.set()
        await user.until(lambda: user.shows("#status", "in the library: The ferry is late"))
        assert user.title == ARTICLES[0].title
        assert "The ferry is late" in user.titles()


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("http://127.0.0.1:9/late", "127.0.0.1: of this machine or a private network"),
        ("ftp://port.example/late", "only addresses with http: or https: are fetched"),
        (None, "The page gives no address of this piece"),
    ],
)
async def test_what_is_not_fetched_is_said_in_a_line(start, url, reason):
    async with start(articles=(with_teaser(url),)) as user:
        await user.press("5", "a")
        await user.until(lambda: user.shows("#status", reason))
        assert user.title == "A piece"


async def test_a_still_writes_a_note_everywhere_else(start):
    async with start() as user:
        await user.press("2", "a")
        assert user.app.screen.query_one("Input")
