"""A small library and a reader on it, driven by keys and mouse."""

from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from typing import Any

import pytest
from articles import article
from rich.style import Style
from textual import events
from textual.geometry import Region
from textual.pilot import Pilot

from tui.library import memory_library
from tui.library.interface import Library
from tui.model import Article, Failure
from tui.view.app import BroadsheetApp
from tui.view.screens.reader import ReaderScreen

HARBOUR = article(
    "The harbour that lost its report",
    ("lede", "Nobody has read it, and two people say so."),
    "Mayor Anna Holt said the harbour was safe. “We never saw any report,” Holt said.",
    ("heading", "A quiet week"),
    "Tom Reyes disagrees. “She read it twice,” Reyes told a meeting, and “a farce” it was.",
    ("caption", "Tom Reyes on the quay in May"),
    *[
        f"Paragraph {n} of the long middle part, in which nothing is said by anyone."
        for n in range(30)
    ],
    ("heading", "What is left"),
    "“I shall swim if I must,” Anna Holt said at last, and Holt did. "
    "“Somebody ordered it,” a note says.",
    people={"Anna Holt": ["Holt"], "Tom Reyes": ["Reyes"]},
    roles={"Anna Holt": ["mayor of Port Ister"]},
    quotes=[
        ("We never saw any report,", "Anna Holt"),
        ("She read it twice,", "Tom Reyes"),
        ("a farce", "Tom Reyes"),
        ("I shall swim if I must,", "Anna Holt"),
        ("Somebody ordered it,", None),
    ],
    teasers=["The ferry that nobody ordered", "A piece that is elsewhere"],
    published="2026-05-03",
    site="The Ister Post",
    authors=["Mia Quist"],
)
FERRY = article(
    "The ferry that nobody ordered",
    "Tom Reyes bought a ferry. “It floats,” said Reyes.",
    people={"Tom Reyes": ["Reyes"]},
    quotes=[("It floats,", "Tom Reyes")],
    published="2026-05-02",
    site="The Ister Post",
)
SCHOOL = article(
    "The school keeps its bell",
    "Anna Holt rang it, and Lea Marsh held the ladder.",
    people={"Anna Holt": [], "Lea Marsh": []},
    published="2026-05-01",
    site="The Ister Post",
)
HOSTILE = article(
    "Markup [/ and [TODO] \x1b[31mred",
    "A line with [bold]brackets[/], a bell \x07, an escape \x1b]0;title\x07 and \u202eoverride.",
    "x" * 3000,
    people={"[b]Mark Up[/b]": []},
    published="2026-04-01",
)
ARTICLES = (HARBOUR, FERRY, SCHOOL, HOSTILE)


@dataclass
class Driver:
    """A reader that is running, and what a user sees of it."""

    pilot: Pilot[Any]
    app: BroadsheetApp

    @property
    def reader(self) -> ReaderScreen:
        return self.app.reader

    async def press(self, *keys: str) -> "Driver":
        await self.pilot.press(*keys)
        await self.pilot.pause()
        return self

    async def until(self, wanted: Callable[[], bool]) -> None:
        """Wait for what a thread finds."""
        for _ in range(200):
            await self.pilot.pause(0.01)
            if wanted():
                return
        raise AssertionError("it never came")

    async def type(self, words: str) -> "Driver":
        return await self.press(*("space" if c == " " else c for c in words))

    async def burst(self, letters: str) -> "Driver":
        """Type letters all at once, as a fast hand, a paste or a slow line does."""
        names = {"\r": "enter", "/": "slash", "]": "right_square_bracket"}
        for letter in letters:
            self.app.post_message(events.Key(names.get(letter, letter), letter))
        for _ in range(len(letters) + 4):
            await self.pilot.pause(0.03)
        return self

    def painted(self, selector: str) -> list[str]:
        """What a widget shows, line by line."""
        widget = self.app.screen.query_one(selector)
        strips = widget.render_lines(Region(0, 0, *widget.outer_size))
        return [strip.text.rstrip() for strip in strips]

    def style_of(self, selector: str, words: str) -> Style:
        """How the first letter of some words is painted."""
        widget = self.app.screen.query_one(selector)
        for strip in widget.render_lines(Region(0, 0, *widget.outer_size)):
            place = strip.text.find(words)
            for text, style, _ in strip if place >= 0 else ():
                if place < len(text):
                    return style or Style.null()
                place -= len(text)
        raise AssertionError(f"{words!r} is not shown in {selector}")

    def shows(self, selector: str, words: str) -> bool:
        return any(words in line for line in self.painted(selector))

    @property
    def title(self) -> str | None:
        opened = self.reader.body.article
        return opened.title if opened else None

    @property
    def left(self) -> bool:
        """Whether the reader has been left."""
        return not self.app.is_running or self.app.return_code is not None

    @property
    def focus(self) -> str | None:
        return self.app.focused.id if self.app.focused else None

    @property
    def target(self) -> str:
        """The words that the last jump led to."""
        body = self.reader.body
        span = body.marking.target
        return body.article.text[span.start : span.end] if span and body.article else ""

    def titles(self) -> list[str]:
        return [row.title for row in self.reader.list_pane.rows]

    def shown_panes(self) -> set[str]:
        return {pane.id for pane in self.app.screen.query(".pane") if pane.display and pane.id}

    async def click(self, selector: str, words: str) -> None:
        """Click on the first letter of some words."""
        for y, line in enumerate(self.painted(selector)):
            if words in line:
                await self.pilot.click(selector, offset=(line.index(words), y))
                await self.pilot.pause()
                return
        raise AssertionError(f"{words!r} is not shown in {selector}")


class Inputs:
    """What a test feeds the reader with."""

    def __init__(self, items: Callable[[], Iterator[Article | Failure]]) -> None:
        self._items = items
        self.stopped = False

    def __iter__(self) -> Iterator[Article | Failure]:
        return self._items()

    def ready(self, patience: float) -> Iterator[Article | Failure]:
        return iter(())

    def stop(self) -> None:
        self.stopped = True


Start = Callable[..., AbstractAsyncContextManager[Driver]]


@pytest.fixture
def library() -> Library:
    filled = memory_library()
    filled.add(ARTICLES)
    return filled


@pytest.fixture
def start(library: Library) -> Start:
    """Start the reader: `async with start(size=(120, 40)) as user`."""

    @asynccontextmanager
    async def started(
        size: tuple[int, int] = (120, 40),
        articles: tuple[Article, ...] | None = None,
        feed: Callable[[], Iterator[Article | Failure]] | None = None,
        **options: Any,
    ) -> AsyncIterator[Driver]:
        held = library
        if articles is not None:
            held = memory_library()
            held.add(articles)
        if feed is not None:
            options["feed"] = Inputs(feed)
        app = BroadsheetApp(held, **options)
        async with app.run_test(size=size) as pilot:
            driver = Driver(pilot, app)
            # What stands beside the article comes after the first paint.
            await driver.until(lambda: app.reader.begun)
            await pilot.pause()
            yield driver

    return started
