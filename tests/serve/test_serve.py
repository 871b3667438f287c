"""The reader in a browser: it opens, takes keys, and is nobody else's."""

from urllib.parse import urlsplit

import pytest

pytest.importorskip("textual_serve", reason="the extra `web` is not installed")

from aiohttp import ClientSession, WSServerHandshakeError
from serve.browser import CHROMIUM, Visitor, chromium, plain


async def _read_and_filter(user: Visitor) -> None:
    """Open the second article, filter by its figure, leave the filter and look for a word."""
    await user.press("J")
    await user.until("Tom Reyes bought a ferry.")
    await user.press("3")
    await user.press("Enter")
    await user.until("▸ Tom Reyes", "1 of 2 articles")
    await user.press("F")
    await user.until("2 articles")
    await user.press("/")
    for letter in "likes":
        await user.press(letter)
    await user.until("hit 1 of 1")


async def test_i_come_press_keys_and_filter_by_a_figure(serve, pieces):
    async with plain(serve(pieces)) as user:
        await user.until("Library", "Mayor Anna Holt said the harbour was safe.", "2 articles")
        await _read_and_filter(user)


@pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium")
async def test_my_browser_shows_it_asks_nobody_else_and_can_open_it_again(serve, pieces, tmp_path):
    url = serve("--token", pieces)
    own = urlsplit(url).netloc
    async with chromium(url, tmp_path / "browser") as user:
        await user.until("Library", "Mayor Anna Holt said the harbour was safe.", "2 articles")
        before = await user.picture()
        await _read_and_filter(user)
        assert await user.picture() != before
        assert await user.evaluate("location.pathname + location.search") == "/"
        assert await user.evaluate("document.querySelectorAll('canvas').length > 0")
        assert {urlsplit(address).netloc for address in user.requests} - {""} == {own}
        await user.press("Enter")
        for _ in range(3):
            await user.press("q")
        await user.until_true("document.body.classList.contains('-closed')")
        user.written.clear()
        await user.evaluate("document.getElementById('again').click()")
        await user.until("2 articles")
        assert user.complaints == []


async def test_two_browsers_have_readers_of_their_own(serve, pieces):
    url = serve(pieces)
    async with plain(url) as one, plain(url) as other:
        await one.until("2 articles")
        await other.until("2 articles")
        await one.press("3")
        await one.press("Enter")
        await one.until("1 of 2 articles")
        await other.press("?")
        await other.until("Keys in the")
        assert "1 of 2" not in other.text


async def test_what_is_no_message_does_no_harm(serve, pieces):
    async with plain(serve(pieces)) as user:
        await user.until("2 articles")
        sizes = ('["resize", {"width": 999999999999, "height": -4}]', '["resize", "wide"]')
        for message in ("", "no json", "{}", "[]", "[1, 2]", '["stdin", 5]', '["stdin"]', *sizes):
            await user.send(message)
        await user.press("?")
        await user.until("Keys in the")


async def test_leaving_the_reader_ends_the_visit(serve, pieces):
    async with plain(serve(pieces)) as user:
        await user.until("2 articles")
        await user.press("\x11")
        assert await user.ended()


async def test_another_site_gets_nothing(serve, pieces):
    url = serve(pieces)
    evil = "https://evil.example"
    async with ClientSession() as session:
        for fields in ({"Host": "evil.example"}, {"Origin": evil}, {"Origin": "null"}):
            async with session.get(url, headers=fields) as answer:
                assert answer.status == 403
        for fields in ({}, {"Origin": evil}, {"Origin": f"{url.rstrip('/')}.evil.example"}):
            with pytest.raises(WSServerHandshakeError) as refused:
                await session.ws_connect(f"{url}ws", headers=fields)
            assert refused.value.status == 403


async def test_without_the_token_nothing_is_shown_beyond_this_machine(serve, pieces):
    url = serve("--host", "0.0.0.0", pieces)  # noqa: S104 - what is tested
    parts = urlsplit(url)
    place = f"http://127.0.0.1:{parts.port}"
    token = parts.query.removeprefix("token=")
    assert len(token) >= 40
    async with ClientSession() as session:
        for path in ("/", "/static/js/textual.js", "/page/page.js", "/?token=", "/?token=wrong"):
            async with session.get(place + path) as answer:
                assert answer.status == 403, path
        for fields in (
            {"Origin": place},
            {"Origin": place, "Cookie": f"broadsheet-{parts.port}=x"},
        ):
            with pytest.raises(WSServerHandshakeError) as refused:
                await session.ws_connect(f"{place}/ws", headers=fields)
            assert refused.value.status == 403
        async with session.get(f"{place}/?{parts.query}", allow_redirects=False) as answer:
            assert (answer.status, answer.headers["Location"]) == (303, "/")
            cookie = answer.headers["Set-Cookie"]
            assert "HttpOnly" in cookie
            assert "SameSite=Strict" in cookie
        brought = {"Origin": place, "Cookie": cookie.partition(";")[0]}
        async with session.get(place, headers=brought) as answer:
            assert answer.status == 200
            assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
        async with session.ws_connect(f"{place}/ws", headers=brought) as websocket:
            assert not websocket.closed
