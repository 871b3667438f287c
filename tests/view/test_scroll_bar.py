"""The scroll bar: where its thumb stands, and that the mouse can use it."""

from hypothesis import given
from hypothesis import strategies as st
from textual.geometry import Region

from tui.view.widgets.scroll_bar import CURRENT, HIT, thumb, ticks


@given(st.integers(1, 200), st.integers(0, 10**6), st.integers(0, 200), st.floats(-10, 10**7))
def test_the_thumb_is_within_the_bar_or_there_is_none(length, whole, shown, position):
    first, after = thumb(length, whole, shown, position)
    assert 0 <= first <= after <= length
    assert (first == after) == (not shown or whole <= shown)


@given(st.integers(2, 200), st.integers(2, 10**6), st.data())
def test_it_begins_and_ends_where_what_is_shown_does(length, whole, data):
    shown = data.draw(st.integers(1, min(whole - 1, 200)))
    assert thumb(length, whole, shown, 0)[0] == 0
    assert thumb(length, whole, shown, whole - shown)[1] == length
    places = [thumb(length, whole, shown, place)[0] for place in range(0, whole - shown, 997)]
    assert places == sorted(places)


async def test_i_click_below_the_thumb_to_go_a_page_down_and_above_it_to_come_back(start):
    async with start(size=(120, 20)) as user:
        bar = user.reader.body.vertical_scrollbar
        await user.pilot.click(bar, offset=(0, bar.size.height - 1))
        await user.until(lambda: user.reader.body.scroll_offset.y > 5)
        await user.pilot.click(bar, offset=(0, 0))
        await user.until(lambda: user.reader.body.scroll_offset.y == 0)


async def test_i_drag_the_thumb_to_the_end(start):
    async with start(size=(120, 20)) as user:
        body = user.reader.body
        bar = body.vertical_scrollbar
        await user.pilot.mouse_down(bar, offset=(0, 0))
        await user.pilot.hover(bar, offset=(0, bar.size.height - 1))
        await user.pilot.mouse_up(bar, offset=(0, bar.size.height - 1))
        await user.until(lambda: body.scroll_offset.y == body.max_scroll_y)


@given(st.integers(0, 200), st.integers(1, 10**6), st.lists(st.integers(0, 10**6), max_size=30))
def test_every_hit_has_a_cell_of_the_bar_in_the_order_of_lines(length, whole, lines):
    lines = sorted(min(line, whole - 1) for line in lines)
    cells = ticks(length, whole, lines)
    assert all(0 <= cell < length for cell in cells)
    assert cells == sorted(set(cells))
    assert bool(cells) == bool(lines and length)
    where = [ticks(length, whole, (line,)) for line in lines]
    assert where == sorted(where)


async def test_i_see_in_the_bar_where_the_hits_are_and_at_which_i_am(start):
    async with start(size=(120, 30)) as user:
        await user.press("2", "slash")
        await user.type("holt")
        bar = user.reader.body.vertical_scrollbar
        shown = [strip.text for strip in bar.render_lines(Region(0, 0, *bar.outer_size))]
        assert shown[:3].count(CURRENT) == 1
        assert shown[-6:].count(HIT) >= 1
        await user.press("escape")
        shown = [strip.text for strip in bar.render_lines(Region(0, 0, *bar.outer_size))]
        assert set(shown) == {" "}
