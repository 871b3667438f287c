"""What the terminal may be given."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.layout import visible


@given(st.text())
def test_offsets_do_not_move(text: str):
    assert len(visible(text)) == len(text)


@given(st.text(alphabet=st.characters(categories=["Cc", "Cf", "Cs", "Ll", "Zl", "Zp"])))
def test_no_control_character_is_left(text: str):
    kept = {unicodedata.category(c) for c in visible(text) if c not in "\u200c\u200d"}
    harmless = {c for c in text if unicodedata.category(c) == "Cf"}
    assert not kept & {"Cc", "Cs", "Zl", "Zp"}
    assert not harmless & set(visible(text)) & set(map(chr, [*range(0x202A, 0x202F), 0x2066]))


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
    from tui.layout.visible import _DANGEROUS, _TABLE

    assert {c for c in range(0x110000) if _DANGEROUS.match(chr(c))} == set(_TABLE)


def test_a_flood_of_combining_marks_is_thinned():
    flood = "e" + "\u0301" * 500
    assert visible(flood).count("\u0301") == 8
    assert len(visible(flood)) == len(flood)
