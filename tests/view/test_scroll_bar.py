"""The scroll bar: where its thumb stands, and that the mouse can use it."""

from hypothesis import given
from hypothesis import strategies as st

from tui.view.widgets.scroll_bar import thumb


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
