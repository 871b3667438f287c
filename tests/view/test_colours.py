"""Colours of highlights, and highlighting what is selected by mouse or keys."""

from textual.geometry import Offset
from textual.selection import Selection

from tui.library.interface import COLOURS
from tui.session.colours import NAMES, SIGNS
from tui.settings.values import DEFAULTS
from tui.view.widgets.looks import LOOKS


def test_every_colour_has_a_name_a_sign_and_a_look():
    assert set(NAMES) == set(SIGNS) == set(COLOURS)
    assert len(set(SIGNS.values())) == len(COLOURS)
    assert {f"highlight--{colour}" for colour in COLOURS} <= set(LOOKS)


def marked(user) -> list[tuple[str, str, str]]:
    """The words, note and colour of each highlight of the open article."""
    text = user.reader.body.article.text
    return [
        (text[mark.span.start : mark.span.end], mark.note, mark.colour)
        for mark in user.reader.highlights
    ]


def selected(user) -> str:
    span = user.reader.body.selected
    return user.reader.body.article.text[span.start : span.end] if span else ""


async def choose(user, colour: str) -> None:
    rows = user.app.screen.query_one("ChoiceList")
    index = next(n for n, choice in enumerate(rows.rows) if choice.value == colour)
    rows.move_to(index)
    await user.press("enter")


async def test_i_highlight_in_a_colour_and_the_next_one_gets_it_too(start):
    async with start() as user:
        await user.press("4", "enter", "c")
        await choose(user, "yellow")
        assert marked(user) == [("We never saw any report,", "", "yellow")]
        assert user.shows("#article", "●")
        await user.press("4", "j", "enter", "H")
        assert [colour for _, _, colour in marked(user)] == ["yellow", "yellow"]


async def test_i_give_a_highlight_another_colour_and_take_that_back(start):
    async with start() as user:
        await user.press("4", "enter", "H")
        violet = user.style_of("#article", "We").bgcolor
        await user.press("c")
        await choose(user, "green")
        assert [colour for _, _, colour in marked(user)] == ["green"]
        assert user.style_of("#article", "We").bgcolor != violet
        await user.press("U")
        assert [colour for _, _, colour in marked(user)] == ["violet"]
        await user.press("H", "U")
        assert [colour for _, _, colour in marked(user)] == ["violet"]


async def test_a_highlight_that_comes_back_has_its_colour_and_note(start):
    async with start() as user:
        await user.press("4", "enter", "c")
        await choose(user, "red")
        await user.press("a")
        await user.type("why")
        await user.press("enter", "H")
        assert marked(user) == []
        await user.press("U")
        assert marked(user) == [("We never saw any report,", "why", "red")]
        assert user.shows("#article", "▼")


async def test_the_page_of_highlights_names_colours_as_i_do_and_finds_them(start):
    settings = DEFAULTS._replace(highlights="yellow: to check")
    async with start(settings=settings) as user:
        await user.press("4", "enter", "H", "4", "j", "enter", "c")
        assert user.shows("ChoiceList", "● yellow: to check")
        await choose(user, "yellow")
        await user.press("L")
        assert user.shows("MarkedList", "● ")
        assert user.shows("MarkedList", "yellow: to check")
        await user.press("slash")
        await user.type("check")
        rows = user.app.screen.query_one("MarkedList")
        assert [row.words for row in rows.rows] == ["She read it twice,"]
        await user.press("enter", "c")
        await choose(user, "blue")
        await user.press("escape")
        assert sorted(colour for _, _, colour in marked(user)) == ["blue", "violet"]


async def test_i_select_by_keys_sentence_by_sentence_and_highlight_it(start):
    async with start() as user:
        await user.press("2", "x")
        assert selected(user) == "The harbour that lost its report"
        await user.press("escape")
        assert selected(user) == ""
        assert user.focus == "article"
        await user.press("right_curly_bracket", "right_curly_bracket", "x")
        assert selected(user) == "Mayor Anna Holt said the harbour was safe."
        await user.press("x", "x")
        assert selected(user).endswith("Holt said.\n\nA quiet week")
        await user.press("X", "H")
        words, _, _ = marked(user)[0]
        assert words.startswith("Mayor Anna Holt")
        assert words.endswith("any report,” Holt said.")
        assert selected(user) == ""


async def test_what_i_select_by_mouse_is_highlighted_noted_and_copied(start):
    async with start() as user:
        body = user.reader.body
        at = body.article.text.index("harbour was safe")
        body.screen.selections = {body: Selection(Offset(at - 1, 0), Offset(at + 12, 0))}
        await user.pilot.pause()
        assert selected(user) == "harbour was"
        await user.press("a")
        await user.type("hm")
        await user.press("enter")
        assert marked(user) == [("harbour was", "hm", "violet")]
        await user.press("H")
        body.screen.selections = {body: Selection(Offset(at, 0), Offset(at + 7, 0))}
        await user.press("H", "Y")
        assert "harbour" in user.app.clipboard


async def test_a_selection_of_space_is_none(start):
    async with start() as user:
        body = user.reader.body
        at = body.article.text.index("\n\n")
        body.screen.selections = {body: Selection(Offset(at, 0), Offset(at + 2, 0))}
        assert body.selected is None
