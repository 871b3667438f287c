"""How keys are written in settings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.settings.key_names import NoKeyError, keys_of


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("j", "j"),
        ("J", "J"),
        ("é", "é"),
        ("+", "+"),
        (",", ","),
        (" ", "space"),
        ("Space", "space"),
        ("pgdn", "pagedown"),
        ("esc", "escape"),
        ("asterisk", "*"),
        ("question_mark", "?"),
        ("F5", "f5"),
        ("ctrl+d", "ctrl+d"),
        ("shift+ctrl+left", "ctrl+shift+left"),
        ("Ctrl+PgUp", "ctrl+pageup"),
        ("alt+x", "alt+x"),
        ("shift+tab", "shift+tab"),
        ("] q", "] q"),
        ("  ctrl+x   enter ", "ctrl+x enter"),
    ],
)
def test_keys_are_written_in_one_way(text, key):
    assert keys_of(text) == key
    assert keys_of(key) == key


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "one key is wanted"),
        ("a b c", "one key is wanted"),
        ("entre", "did you mean enter?"),
        ("hyper+x", "no such key"),
        ("ctrl+ctrl+x", "no such key"),
        ("ctrl+", "no such key"),
        ("++", "no such key"),
        ("ctrl++", "no such key"),
        ("shift+a", "write the character that it types"),
        ("ctrl+A", "small letters"),
        ("alt+é", "small letters"),
        ("ctrl+i", "the same as tab"),
        ("ctrl+m", "the same as enter"),
        ("ctrl+[", "the same as escape"),
        ("\x07", "no such key"),
        ("\u0301", "no such key"),
        ("latin small letter a with macron and grave", "one key is wanted"),
        ("latin_small_letter_a_with_macron_and_grave", "no such key"),
        ("line_feed", "no such key"),
    ],
)
def test_what_is_no_key_is_told_why(text, why):
    with pytest.raises(NoKeyError, match=why.replace("?", r"\?")):
        keys_of(text)


@given(st.text(max_size=12))
def test_any_text_is_a_key_in_one_way_or_none(text):
    try:
        key = keys_of(text)
    except NoKeyError:
        return
    assert keys_of(key) == key
    assert all(part.isprintable() and part for part in key.split(" "))
