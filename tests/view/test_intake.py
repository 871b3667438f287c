"""Reading inputs while the reader is already there."""

import threading

from articles import article

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
