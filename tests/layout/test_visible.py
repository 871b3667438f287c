"""What the terminal may be given."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.layout import visible
from tui.layout.visible import _dangerous, _table


@given(st.text())
def test_offsets_do_not_move(text: str):
    assert len(visible(text)) == len(text)


SIGNS = frozenset("\u200c\u200d\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd").union(
    map(chr, range(0x600, 0x606))
)
"""Format characters that are seen, or that scripts and emoji need."""


@given(st.text(alphabet=st.characters(categories=["Cc", "Cf", "Cs", "Ll", "Zl", "Zp"])))
def test_no_control_character_is_left(text: str):
    left = {c for c in visible(text) if unicodedata.category(c) in {"Cc", "Cf", "Cs", "Zl", "Zp"}}
    assert left <= SIGNS


def test_no_format_character_without_a_shape_is_left():
    every = map(chr, range(0x110000))
    assert {c for c in every if unicodedata.category(c) == "Cf" and visible(c) == c} == SIGNS


@pytest.mark.parametrize(
    "mark",
    "\u0301\u0483\u0591\u0b3e\u0e49\u1160\u1ab0\u200c\u200d\u20d0\ufe0f\U0001e944\U000e0100",
)
@pytest.mark.parametrize("others", ["", "🙂"])
def test_a_flood_of_any_mark_is_thinned(mark: str, others: str):
    shown = visible(others + "a" + mark * 1000 + "b")
    assert shown == others + "a" + mark * 8 + "\ufffd" * 992 + "b"


def test_a_flood_of_many_different_marks_is_thinned():
    marks = "\u0301\u0e49\U000e0100\u20d0\u0591" * 10
    assert visible("a" + marks) == "a" + marks[:8] + "\ufffd" * 42


@pytest.mark.parametrize(
    "text",
    [
        "น้ำใจที่นี่ให้ผู้ใหญ่",
        "السَّلَامُ عَلَيْكُمْ",
        "בְּרֵאשִׁ֖ית בָּרָ֣א",
        "क्षत्रिय र्‍य हिन्दी",
        "\u0f67\u0f90\u0fb5\u0fa8\u0fb3\u0fba\u0fbc\u0fbb\u0f82",
        "می\u200cخواهم",
        "👩‍👩‍👧‍👦 🏳️‍🌈 ❤️ 👍🏽",
        "葛\U000e0100",
        "\u1112\u1161\u11ab",
    ],
)
def test_scripts_and_emoji_are_left_alone(text: str):
    assert visible(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred\x1b[0m", "␛[31mred␛[0m"),
        ("\x9b31m", "\ufffd31m"),
        ("a\u202eb", "a\ufffdb"),
        ("tab\there", "tab here"),
        ("[bold]x[/]", "[bold]x[/]"),
        ("Élysée « oui »", "Élysée « oui »"),
        ("\ud800", "\ufffd"),
    ],
)
def test_dangerous_code_points_are_made_visible(text: str, shown: str):
    assert visible(text) == shown


def test_every_code_point_that_is_replaced_is_looked_for():
    assert {c for c in range(0x110000) if _dangerous().match(chr(c))} == set(_table())


def test_a_flood_of_combining_marks_is_thinned():
    flood = "e" + "\u0301" * 500
    assert visible(flood).count("\u0301") == 8
    assert len(visible(flood)) == len(flood)
