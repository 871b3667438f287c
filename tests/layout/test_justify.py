"""Straight right edges."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.layout import widened
from tui.layout.justify import WIDEST


def spread(text: str, room: int) -> str:
    gaps = widened(text, room)
    return "".join(c + " " * gaps.get(index, 0) for index, c in enumerate(text))


@pytest.mark.parametrize(
    ("text", "room", "line"),
    [
        ("one two six ten", 3, "one  two  six  ten"),
        ("one two six ten", 1, "one two six  ten"),
        ("one two six ten", 6, "one   two   six   ten"),
        ("one two six ten", 7, "one two six ten"),
        ("one two", 0, "one two"),
        ("alone", 1, "alone"),
        ("  one two", 1, "  one  two"),
        ("one.  two", 1, "one.   two"),
        ("dix\u00a0% ici", 1, "dix\u00a0%  ici"),
        ("one ", 1, "one "),
        ("", 3, ""),
        ("   ", 1, "   "),
    ],
)
def test_gaps_grow_evenly_and_never_to_holes(text, room, line):
    assert spread(text, room) == line


@given(st.text("ab \u00a0é", max_size=40), st.integers(0, 30))
def test_a_line_is_full_or_as_it_was(text, room):
    gaps = widened(text, room)
    assert sum(gaps.values()) in (0, room)
    assert all(text[gap] == " " and 0 < share <= WIDEST for gap, share in gaps.items())
    assert spread(text, room).split() == text.split()
