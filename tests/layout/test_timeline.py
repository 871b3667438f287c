"""Bars by month: nothing is lost, nothing is too wide, and any but none is seen."""

from hypothesis import given
from hypothesis import strategies as st

from tui.layout.timeline import BARS, NOTHING, timeline

MONTHS = st.dictionaries(
    st.builds("{:04}-{:02}".format, st.integers(1600, 2100), st.integers(1, 12)),
    st.integers(0, 10_000),
    min_size=1,
)


@given(MONTHS, st.integers(1, 300))
def test_it_fits_and_shows_all_there_is(counts, width):
    drawn = timeline(list(counts), width)
    assert drawn is not None
    bars, when = drawn.bars(counts), drawn.when()
    assert len(bars) == len(when) <= width
    assert (set(bars) & set(BARS) != set()) == any(counts.values())
    if any(counts.values()):
        assert BARS[-1] in bars


@given(MONTHS, st.integers(1, 300))
def test_every_month_that_has_something_has_a_bar(counts, width):
    drawn = timeline(list(counts), width)
    for month, count in counts.items():
        alone = drawn.bars({month: count})
        assert len(alone.replace(NOTHING, "")) == (
            max(1, drawn.cells - (drawn.cells == 5)) if count else 0
        )


def test_months_stand_side_by_side_with_the_years_below():
    counts = {"2025-11": 1, "2026-01": 8, "2026-02": 4}
    narrow = timeline(list(counts), 7)
    assert (narrow.months, narrow.bars(counts), narrow.when()) == (1, "▁ ▇▄", "2025")
    wide = timeline(list(counts), 24)
    assert wide.bars(counts) == "▁▁▁▁      ▇▇▇▇ ▄▄▄▄ "
    assert wide.when() == "2025 12   2026 02   "


def test_what_has_no_date_or_no_room_is_not_drawn():
    assert timeline(["", "unknown", "2026-13"], 40) is None
    assert timeline(["2026-05"], 0) is None
