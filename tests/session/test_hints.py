"""Hints: words to choose by."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.session.hints import LETTERS, hint_words


@given(st.integers(0, 800), st.sampled_from([LETTERS, "ab", "asdf"]))
def test_every_word_is_told_by_its_letters_as_soon_as_they_are_typed(count: int, letters: str):
    words = hint_words(count, letters)
    assert len(set(words)) == len(words) == count
    assert not any(a != b and b.startswith(a) for a in words for b in words[:20])
    assert [len(word) for word in words] == sorted(len(word) for word in words)
    assert all(set(word) <= set(letters) for word in words)


def test_few_things_take_one_letter_and_a_screenful_two():
    assert hint_words(3) == ["a", "s", "d"]
    assert {len(word) for word in hint_words(26)} == {1}
    assert max(len(word) for word in hint_words(200)) == 2


def test_one_letter_makes_no_words():
    with pytest.raises(ValueError, match="two letters"):
        hint_words(3, "a")
