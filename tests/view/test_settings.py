"""The reader as it is set: keys, presets, measure, wheel, and what counts as read."""

import pytest
from articles import article
from textual import events

from tui.session.keymap import Keymap
from tui.settings.presets import PRESETS
from tui.settings.values import DEFAULTS


def keys(**given: tuple[str, ...]):
    """Settings in which actions have other keys; the ids have __ for their dot."""
    return DEFAULTS._replace(
        keymap=Keymap({name.replace("__", "."): value for name, value in given.items()})
    )


def preset(name: str):
    return DEFAULTS._replace(preset=name, keymap=Keymap(PRESETS[name]))


async def test_an_action_has_the_key_i_gave_it_and_no_longer_its_own(start):
    async with start(settings=keys(library__next=("ctrl+n", "€"))) as user:
        await user.press("J")
        assert user.title == "The harbour that lost its report"
        await user.press("ctrl+n")
        assert user.title == "The ferry that nobody ordered"
        await user.burst("€")
        assert user.title == "The school keeps its bell"


async def test_a_key_of_the_toolkit_that_i_took_away_does_nothing(start):
    async with start(settings=keys(move__down=("x",), people__exclude=())) as user:
        await user.press("2", "down", "down", "j")
        assert user.reader.body.scroll_offset.y == 0
        await user.press("x", "x")
        assert user.reader.body.scroll_offset.y == 2


async def test_an_action_may_have_a_key_of_another_one_that_has_none_there(start):
    given = keys(library__next=("left",), pane__parent=("J",), view__theme=("ctrl+t",))
    async with start(settings=given) as user:
        await user.press("left")
        assert user.title == "The ferry that nobody ordered"
        await user.press("3", "J")
        assert user.focus == "article"
        await user.press("ctrl+t")
        assert user.app.theme == "broadsheet-light"


async def test_two_keys_of_mine_are_announced_and_taken(start):
    given = keys(
        library__next=(", n",), library__previous=(", p",), article__next_quote=("ctrl+x q",)
    )
    async with start(settings=given) as user:
        await user.press("comma")
        assert user.shows("#status", ",  n next   p previous")
        await user.press("n")
        assert user.title == "The ferry that nobody ordered"
        await user.press("comma", "z")
        assert user.shows("#status", ", z: no such key")
        await user.press("comma", "p", "ctrl+x", "q")
        assert user.target == "We never saw any report,"
        await user.press("right_square_bracket")
        assert user.shows("#status", "]  m mention   h heading   u unread")


async def test_help_and_hints_and_the_palette_show_my_keys(start):
    given = keys(figure__filter=("ctrl+f",), figure__clear=("ctrl+g",), app__help=("f1",))
    async with start(settings=given, size=(120, 90)) as user:
        assert user.shows("#status", "ctrl+f figure")
        await user.press("3", "enter")
        assert user.shows("#chips", "ctrl+g clears")
        await user.press("f1")
        lines = user.painted("#help Static")
        assert any("ctrl+f" in line and "Filter by a figure" in line for line in lines)
        await user.press("escape", "ctrl+p")
        await user.type("filter by a fig")
        await user.until(lambda: "ctrl+f" in user.app.export_screenshot())


async def test_what_my_key_opens_it_closes(start):
    given = keys(app__help=("f1",), library__views=("ctrl+v", "€"))
    async with start(settings=given) as user:
        for key in ("f1", "ctrl+v"):
            await user.press(key)
            assert user.app.screen is not user.reader
            await user.press("question_mark", "V")
            assert user.app.screen is not user.reader
            await user.press(key)
            assert user.app.screen is user.reader


async def test_what_i_left_without_a_key_is_offered_nowhere(start):
    given = keys(figure__filter=(), figure__clear=(), pane__library=())
    async with start(settings=given) as user:
        assert not user.shows("#status", "figure")
        assert user.reader.list_pane.border_title == "Library · 4"
        await user.press("f")
        assert user.app.screen is user.reader
        await user.press("3", "enter")
        assert not user.shows("#chips", "clears")
        await user.press("2", "right_square_bracket", "m", "escape", "n")
        assert not user.left


async def test_letters_are_letters_where_words_are_typed(start):
    async with start(settings=preset("less")) as user:
        await user.press("slash")
        await user.type("farce Z:f&")
        assert user.app.focused.value == "farce Z:f&"
        await user.press("escape", "colon", "n")
        assert user.title == "The ferry that nobody ordered"


async def test_less_pages_and_leaves_as_less_does(start):
    async with start(settings=preset("less"), size=(120, 20)) as user:
        await user.press("2", "f")
        top = user.reader.body.scroll_offset.y
        assert top > 5
        await user.press("b", "ctrl+e", "ctrl+n")
        assert user.reader.body.scroll_offset.y == 2
        await user.press("greater_than_sign", "less_than_sign")
        assert user.reader.body.scroll_offset.y == 0
        await user.press("Z", "Z")
        assert user.left


async def test_newsboat_goes_to_what_is_unread_and_quits_with_q(start, library):
    async with start(settings=preset("newsboat")) as user:
        await user.press("n")
        assert user.title == "The ferry that nobody ordered"
        await user.press("p", "N")
        assert user.reader.list_pane.rows[0].read
        await user.press("Q")
        assert user.left


@pytest.mark.parametrize("measure", [45, 100])
async def test_lines_are_as_wide_as_the_measure(start, measure):
    async with start(settings=DEFAULTS._replace(measure=measure), size=(200, 40)) as user:
        await user.press("z")
        lines = [line.strip("│┃║ ") for line in user.painted("#article")]
        shown = [line for line in lines if line[:1].isalnum()]
        assert measure - 25 < max(map(len, shown)) <= measure


@pytest.mark.parametrize("lines", [1, 7])
async def test_the_wheel_scrolls_as_many_lines_as_are_set(start, lines):
    async with start(settings=DEFAULTS._replace(scroll=lines), size=(120, 16)) as user:
        await user.press("2")
        body = user.reader.body
        place = {"x": 1, "y": 1, "delta_x": 0, "delta_y": 0, "button": 0}
        held = {"shift": False, "meta": False, "ctrl": False}
        body.post_message(events.MouseScrollDown(body, **place, **held))
        await user.until(lambda: body.scroll_offset.y == lines)


async def test_read_to_the_end_counts_as_read_unless_nothing_does(start, library):
    for mark_read, read in (("never", False), ("end", True)):
        settings = DEFAULTS._replace(mark_read=mark_read)
        async with start(settings=settings) as user:
            await user.press("2", "G")
            assert user.reader.list_pane.rows[0].read is read


async def test_what_i_open_counts_as_read_where_that_is_set(start):
    async with start(settings=DEFAULTS._replace(mark_read="open")) as user:
        rows = user.reader.list_pane.rows
        assert not any(row.read for row in rows)
        await user.press("3", "j", "enter")
        assert not any(row.read for row in rows)
        await user.press("F", "1", "g", "J", "enter")
        assert [row.read for row in user.reader.list_pane.rows] == [False, True, False, False]


PROSE = (
    "Nothing was said for an hour, and then “everything at once” was said by Tom Reyes, who had "
    "waited for it since the morning on a bench that the harbour keeps for people who wait. "
) * 3


async def test_lines_end_at_one_edge_where_that_is_set(start):
    pieces = (article("The bench", PROSE, people={"Tom Reyes": []}),)
    given = DEFAULTS._replace(justify=True, measure=60)
    async with start(articles=pieces, settings=given, size=(200, 40)) as user:
        lines = [line.strip("│┃║ ") for line in user.painted("#article")]
        prose = [line for line in lines if len(line) > 40 and line[0].isalnum()]
        assert len(prose) > 6
        assert {len(line) for line in prose[:-1]} == {60}
        assert " ".join(" ".join(prose).split()) in " ".join(PROSE.split())


async def test_what_i_click_and_select_between_wider_gaps_is_what_stands_there(start):
    pieces = (article("The bench", PROSE, people={"Tom Reyes": []}),)
    given = DEFAULTS._replace(justify=True, measure=60)
    async with start(articles=pieces, settings=given, size=(200, 40)) as user:
        text = user.reader.body.article.text
        await user.click("#article", "Reyes")
        assert user.reader.session.query.include
        lines, found = user.painted("#article"), 0
        for y, line in enumerate(lines):
            for word in ("waited", "harbour", "people"):
                if word in line:
                    x = line.index(word)
                    left, top, _, _ = user.reader.body.region
                    widget, offset = user.app.screen.get_widget_and_offset_at(left + x, top + y)
                    assert widget is user.reader.body
                    assert text[offset.x : offset.x + len(word)] == word
                    found += 1
        assert found >= 6
