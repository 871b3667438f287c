"""Selecting sentence by sentence."""

from articles import article
from hypothesis import given
from hypothesis import strategies as st

from tui.model import Span
from tui.session.selecting import ends, extended, shortened

MADE = article("A title", "Mr. J. Doe left. “Why?” he asked… Then nothing", "The end.")


def words(span: Span | None) -> str:
    return MADE.text[span.start : span.end] if span else ""


def test_sentences_are_taken_one_by_one_and_given_back():
    first = extended(MADE, None, MADE.text.index("left"))
    assert words(first) == "J. Doe left."
    second = extended(MADE, first, 0)
    assert words(second) == "J. Doe left. “Why?”"
    assert shortened(MADE, second) == first
    assert shortened(MADE, first) is None


def test_behind_the_last_sentence_nothing_more_is_taken():
    last = extended(MADE, None, MADE.text.index("The end"))
    assert words(last) == "The end."
    assert extended(MADE, last, 0) == last
    assert extended(MADE, None, len(MADE.text)) is None


TEXT = st.text("ab .?!…”»\n\u00a0É", min_size=1, max_size=40)


@given(st.lists(TEXT, min_size=1, max_size=4), st.integers(0, 200))
def test_whatever_the_text_a_selection_only_grows_and_ends(blocks, at):
    made = article("T", *blocks)
    stops = ends(made)
    assert stops == sorted(set(stops))
    span, seen = extended(made, None, at), 0
    while span is not None:
        assert 0 <= span.start <= span.end <= len(made.text)
        further = extended(made, span, at)
        if further == span:
            break
        assert further.end > span.end
        span, seen = further, seen + 1
        assert seen <= len(stops)
