"""Finding words as a reader means them."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.session.find import MOST_HITS, find


def found(text: str, wanted: str) -> list[str]:
    return [text[span.start : span.end] for span in find(text, wanted)]


@pytest.mark.parametrize(
    ("text", "wanted", "hits"),
    [
        ("L’Élysée, elysee, ÉLYSÉE", "élysée", ["Élysée", "elysee", "ÉLYSÉE"]),
        ("l’eau et l'eau", "l'eau", ["l’eau", "l'eau"]),
        ("a  long\nway", "long way", ["long\nway"]),
        ("one\n\ntwo", "one two", ["one\n\ntwo"]),
        ("e\u0301te\u0301 été", "ete", ["e\u0301te\u0301", "été"]),
        ("a.b a+b axb", "a.b", ["a.b"]),
        ("[TODO] todo", "[todo]", ["[TODO]"]),
        ("nothing", "", []),
        ("nothing", "   ", []),
    ],
)
def test_case_accents_marks_and_white_space_do_not_matter(text, wanted, hits):
    assert found(text, wanted) == hits


@given(st.text(max_size=60), st.text(max_size=8))
def test_any_text_can_be_looked_for_in_any(text: str, wanted: str):
    spans = find(text, wanted)
    assert all(0 <= s.start < s.end <= len(text) for s in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))


@given(st.text(alphabet="abcé ’.[]", max_size=40), st.data())
def test_what_stands_in_the_text_is_found(text: str, data):
    words = text.split()
    if words:
        word = data.draw(st.sampled_from(words))
        assert any(span.start <= text.index(word) for span in find(text, word))


def test_a_flood_of_hits_ends():
    assert len(find("a" * 50_000, "a")) == MOST_HITS
