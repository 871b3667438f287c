"""Pictures of an article: nothing is loaded until I ask, then it is there with its caption."""

import base64
import re
import threading
import time
from dataclasses import replace

import pytest
from articles import article
from picture_files import BLUE, RED, png
from web import Web, moved, page, serving

from tui.fetch import drawing
from tui.fetch.drawing import Frame, drawn
from tui.model import Media, Source
from tui.settings.values import DEFAULTS
from tui.view.pictures import KITTY_GONE, frame_of, sequence, way_of
from tui.view.screens.picture import PictureScreen, PictureView

BLOCKS = DEFAULTS._replace(allow_private=True, pictures="blocks")


@pytest.fixture
def web(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("no_proxy", "*")
    with serving() as web:
        web.pages["/wall.png"] = page(png(20, 10))
        yield web


def pictured(url: str, **more):
    picture = Media(url, "image", "A wall", caption="The wall on Monday")
    return replace(article("Storm", "It broke."), media=(picture,), **more)


def says(user, words: str) -> bool:
    return isinstance(user.app.screen, PictureScreen) and user.shows("#picture-status", words)


async def test_a_picture_is_loaded_when_i_ask_and_shown_with_its_caption(start, web: Web):
    url = f"{web.url}/wall.png"
    async with start(articles=(pictured(url),), settings=BLOCKS) as user:
        await user.press("2", "d", "u", "J", "K", "P")
        assert user.shows("#links", "The wall on Monday")
        assert web.requests == []
        await user.press("enter")
        await user.until(lambda: says(user, "PNG · 20 × 10 · 1 kB"))
        assert user.shows("PictureScreen Static", "The wall on Monday")
        assert user.shows("#picture-address", url)
        shown = [line.strip() for line in user.painted("PictureView") if line.strip()]
        assert shown == ["▀" * 20] * 5
        style = user.style_of("PictureView", "▀")
        assert style.color is not None
        assert style.color.triplet == RED
        await user.press("escape")
        assert user.app.screen is user.reader
    assert web.paths() == ["/wall.png"]


async def test_a_picture_is_fitted_anew_where_the_terminal_changes(start, web: Web):
    web.pages["/wall.png"] = page(png(400, 200))
    async with start(articles=(pictured(f"{web.url}/wall.png"),), settings=BLOCKS) as user:
        await user.press("P", "enter")
        await user.until(lambda: user.shows("PictureView", "▀" * 70))
        await user.pilot.resize_terminal(40, 20)
        await user.until(lambda: user.shows("PictureView", "▀" * 30))
        assert not user.shows("PictureView", "▀" * 41)
    assert web.paths() == ["/wall.png"]


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (page("<html>Log in</html>", content_type="image/png"), "no picture that can be shown"),
        (page(png(4, 4, said=(60_000, 60_000))), "more than 40 million pixels"),
        (page(b"x", 404), "its server answers 404"),
        (page(b"x" * (13 << 20)), "larger than the limit of 12 MiB"),
        (moved("file:///etc/passwd"), "not fetched"),
    ],
)
async def test_what_cannot_be_shown_is_told_and_harms_nothing(start, web: Web, answer, reason):
    web.pages["/wall.png"] = answer
    async with start(articles=(pictured(f"{web.url}/wall.png"),), settings=BLOCKS) as user:
        await user.press("P", "enter")
        await user.until(lambda: says(user, reason))
        await user.press("escape", "j")
        assert user.app.screen is user.reader


async def test_a_picture_in_a_private_network_is_refused(start, web: Web):
    settings = BLOCKS._replace(allow_private=False)
    async with start(articles=(pictured(f"{web.url}/wall.png"),), settings=settings) as user:
        await user.press("P", "enter")
        await user.until(lambda: says(user, "of this machine or a private network"))
    assert web.requests == []


@pytest.mark.parametrize("url", ["file:///etc/passwd", "/etc/passwd", "../secret.png"])
async def test_a_page_cannot_have_a_file_of_mine_shown(start, tmp_path, url):
    (tmp_path / "secret.png").write_bytes(png(4, 4))
    (tmp_path / "news").mkdir()
    here = pictured(url, source=Source(str(tmp_path / "news" / "page.html"), "html"))
    async with start(articles=(here,), settings=BLOCKS) as user:
        await user.press("P", "enter")
        await user.until(lambda: says(user, "beside the article"))


async def test_a_picture_beside_a_saved_page_is_shown(start, tmp_path):
    (tmp_path / "wall.png").write_bytes(png(20, 10))
    here = pictured("wall.png", source=Source(str(tmp_path / "page.html"), "html"))
    async with start(articles=(here,), settings=BLOCKS) as user:
        await user.press("P", "enter")
        await user.until(lambda: says(user, "PNG · 20 × 10"))


async def test_leaving_does_not_wait_for_a_slow_server(start, web: Web):
    answer = threading.Event()
    web.pages["/wall.png"] = lambda handler: answer.wait(10)
    async with start(articles=(pictured(f"{web.url}/wall.png"),), settings=BLOCKS) as user:
        await user.press("P", "enter")
        await user.until(lambda: web.paths() == ["/wall.png"])
        await user.press("escape")
        assert user.app.screen is user.reader
        since = time.monotonic()
    assert time.monotonic() - since < 5
    answer.set()


async def test_without_pillow_i_am_told_what_to_install_and_offered_the_browser(
    start, web: Web, monkeypatch
):
    monkeypatch.setattr(drawing, "can_draw", lambda: False)
    url = f"{web.url}/wall.png"
    async with start(articles=(pictured(url),), settings=BLOCKS) as user:
        await user.press("P", "enter")
        assert user.shows("#naming Static", url)
        await user.press("escape")
        assert user.shows("#status", "pip install 'broadsheet[pictures]'")
    assert web.requests == []


async def test_where_pictures_are_turned_off_the_browser_is_offered_alone(start, web: Web):
    url = f"{web.url}/wall.png"
    settings = BLOCKS._replace(pictures="none")
    async with start(articles=(pictured(url),), settings=settings) as user:
        await user.press("P", "enter")
        assert user.shows("#naming Static", url)
        await user.press("escape")
        assert not user.shows("#status", "pip")
    assert web.requests == []


async def test_a_hostile_caption_is_only_shown(start, web: Web):
    evil = "A [bold]wall[/] \x1b]0;title\x07\u202eover"
    here = pictured(f"{web.url}/wall.png")
    here = replace(here, media=(replace(here.media[0], caption=evil),))
    async with start(articles=(here,), settings=BLOCKS) as user:
        await user.press("P", "enter")
        await user.until(lambda: says(user, "PNG"))
        painted = "\n".join(user.painted("PictureScreen Static"))
        assert "[bold]wall[/]" in painted
        assert not {"\x1b", "\x07", "\u202e"} & set(painted)


@pytest.mark.parametrize("way", ["kitty", "iterm", "sixel"])
async def test_a_terminal_that_shows_pictures_gets_it_once_and_the_cursor_back(
    start, web: Web, way, monkeypatch
):
    settings = BLOCKS._replace(pictures=way)
    async with start(articles=(pictured(f"{web.url}/wall.png"),), settings=settings) as user:
        await user.press("P", "enter")
        await user.until(lambda: says(user, "PNG · 20 × 10"))
        view = user.app.screen.query_one(PictureView)
        lines = [view.render_line(y) for y in range(view.size.height)]
        over = [text for line in lines for text, _style, control in line if control]
        (sent,) = over
        assert sent.startswith("\x1b7\x1b[")
        assert sent.endswith("\x1b8")
        assert all(line.cell_length == view.size.width for line in lines)


@pytest.mark.parametrize("key", ["escape", "o"])
async def test_kitty_is_told_to_take_the_picture_away_before_its_screen_closes(
    start, web: Web, monkeypatch, key
):
    painted = []
    paint = PictureView.render_line

    def seen(self, y):
        line = paint(self, y)
        painted.extend(text for text, _style, control in line if control)
        return line

    monkeypatch.setattr(PictureView, "render_line", seen)
    monkeypatch.setattr("tui.view.doing.browsing.open_in_browser", lambda *_: True)
    settings = BLOCKS._replace(pictures="kitty")
    async with start(articles=(pictured(f"{web.url}/wall.png"),), settings=settings) as user:
        await user.press("P", "enter")
        await user.until(lambda: any("a=T" in text for text in painted))
        assert KITTY_GONE not in painted
        await user.press(key)
        await user.until(lambda: user.app.screen is user.reader)
        assert painted[-1] == KITTY_GONE
        assert user.shows("#status", "Opened") == (key == "o")


def test_what_kitty_is_sent_is_the_picture_in_pieces():
    frame = Frame(300, 100, (8, 16), "png")
    picture = replace(drawn(png(64, 64), frame), data=bytes(range(256)) * 64)
    sent = re.findall("\x1b_G([^;]*);([^\x1b]*)\x1b\\\\", sequence("kitty", picture, frame))
    assert base64.standard_b64decode("".join(data for _, data in sent)) == picture.data
    assert [keys[-3:] for keys, _ in sent[:-1]] == ["m=1"] * (len(sent) - 1)
    assert sent[-1][0] == "m=0"
    assert "c=8,r=4" in sent[0][0]
    assert all(len(data) <= 4096 for _, data in sent)


def test_what_iterm_is_sent_is_the_picture_with_its_size():
    frame = Frame(30, 10, (8, 16), "png")
    picture = drawn(png(64, 64, (RED, BLUE)), frame)
    sent = sequence("iterm", picture, frame)
    head, _, data = sent.partition(":")
    assert head.startswith("\x1b]1337;File=inline=1;")
    assert "width=8;height=4" in head
    assert base64.standard_b64decode(data.removesuffix("\x07")) == picture.data


@pytest.mark.parametrize(
    ("variables", "way"),
    [
        ({"TERM": "xterm-kitty"}, "kitty"),
        ({"TERM": "xterm-256color", "TERM_PROGRAM": "iTerm.app"}, "iterm"),
        ({"TERM": "foot"}, "sixel"),
        ({"TERM": "xterm-256color"}, "blocks"),
        ({"TERM": "tmux-256color", "TMUX": "x", "TERM_PROGRAM": "tmux"}, "blocks"),
        ({"TERM": "xterm-kitty", "TMUX": "x"}, "blocks"),
        ({}, "blocks"),
    ],
)
def test_the_way_is_the_terminals(variables, way):
    assert way_of("auto", web=False, variables=variables) == way
    assert way_of("auto", web=True, variables=variables) == "blocks"
    assert way_of("sixel", web=False, variables=variables) == "sixel"
    assert way_of("none", web=False, variables=variables) == "none"
    assert frame_of("blocks", 10, 4).cell == (1, 2)
