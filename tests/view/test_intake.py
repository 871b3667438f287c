"""Reading inputs while the reader is already there."""

import threading

from articles import article
from textual import events

from tui.model import Failure

OLD = article("An old piece", "Old words.", published="2026-01-01")
NEW = article("A new piece", "New words.", published="2026-02-01")


async def _until(user, condition):
    for _ in range(100):
        if condition():
            return
        await user.pilot.pause(0.02)
    raise AssertionError("it did not happen in time")


async def test_the_list_fills_while_inputs_are_read(start):
    go_on = threading.Event()

    def feed():
        yield OLD
        go_on.wait(5)
        yield NEW

    async with start(articles=(), feed=feed) as user:
        await _until(user, lambda: user.titles() == ["An old piece"])
        assert user.title == "An old piece"
        assert user.shows("#chips", "reading…")
        go_on.set()
        await _until(user, lambda: len(user.titles()) == 2)
        await _until(user, lambda: not user.shows("#chips", "reading…"))
        assert user.titles() == ["A new piece", "An old piece"]
        assert user.title == "A new piece"


async def test_what_i_opened_stays_open_while_more_arrives(start):
    go_on = threading.Event()

    def feed():
        yield OLD
        go_on.wait(5)
        yield NEW

    async with start(articles=(), feed=feed) as user:
        await _until(user, lambda: user.title == "An old piece")
        await user.press("enter")
        go_on.set()
        await _until(user, lambda: len(user.titles()) == 2)
        assert user.title == "An old piece"
        assert user.reader.list_pane.current.title == "An old piece"


async def test_an_input_that_cannot_be_read_is_told(start):
    def feed():
        yield Failure("bad.xml", "no article in it")
        yield OLD

    async with start(articles=(), feed=feed) as user:
        await _until(user, lambda: user.shows("#status", "Could not be read: bad.xml"))
        assert user.title == "An old piece"
        assert [str(f) for f in user.reader.failures] == ["bad.xml: no article in it"]


async def test_a_single_input_is_opened_to_read(start):
    async with start(articles=(), feed=lambda: iter([OLD]), alone=True) as user:
        await _until(user, lambda: user.title == "An old piece")
        assert user.focus == "article"


async def test_what_i_scrolled_to_with_the_wheel_stays_while_more_arrives(start):
    go_on = threading.Event()
    many = [article(f"Old {n:02}", "Words.", published=f"2025-01-{n:02}") for n in range(1, 29)]

    def feed():
        yield from many
        yield article("Long", *[f"Line {n}." for n in range(99)], published="2025-12-01")
        go_on.wait(5)
        yield NEW
        yield OLD

    async with start(articles=(), feed=feed) as user:
        await _until(user, lambda: len(user.titles()) == 29)
        user.app.screen.query_one("#article").scroll_to(y=0, animate=False)
        wheel = {"x": 60, "y": 20, "delta_x": 0, "delta_y": 1, "button": 0}
        flags = {"shift": False, "meta": False, "ctrl": False}
        user.app.post_message(events.MouseScrollDown(None, **wheel, **flags))
        await user.pilot.pause(0.3)
        user.reader.list_pane.scroll_to(y=30, animate=False, immediate=True)
        seen = user.painted("#library")[1]
        go_on.set()
        await _until(user, lambda: len(user.titles()) == 31)
        await user.pilot.pause()
        assert user.title == "Long"
        assert user.painted("#library")[1] == seen


async def test_leaving_lets_the_inputs_go(start):
    async with start(articles=(), feed=lambda: iter([OLD])) as user:
        await _until(user, lambda: user.title == "An old piece")
        inputs = user.reader.feed
        assert not inputs.stopped
    assert inputs.stopped
