"""Finding words as a reader means them."""

import re
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.model import Span
from tui.session.find import LONGEST, MOST_HITS, _fold, find


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
        ("der Straße, die STRASSE", "STRASSE", ["Straße", "STRASSE"]),
        ("der Straße, die STRASSE", "straße", ["Straße", "STRASSE"]),
        ("STRAẞE", "strasse", ["STRAẞE"]),
        ("un œuf, un oeuf, ŒUF", "oeuf", ["œuf", "oeuf", "ŒUF"]),
        ("un œuf, un oeuf, ŒUF", "œuf", ["œuf", "oeuf", "ŒUF"]),
        ("Læti, laeti, lǽti", "laeti", ["Læti", "laeti", "lǽti"]),
        ("ﬁn, ﬂot, aﬃche", "affiche", ["aﬃche"]),
        ("fin, ﬁn", "ﬁn", ["fin", "ﬁn"]),
        ("Straße", "stras", ["Straß"]),
        ("Maß", "s", ["ß"]),
        ("le cœur  des\u00a0œuvres", "coeur des oeuv", ["cœur  des\u00a0œuv"]),
        ("ΟΔΟΣ, οδός", "οδος", ["ΟΔΟΣ", "οδός"]),
        ("İstanbul", "istanbul", ["İstanbul"]),
        ("a \u0301 b", "a \u0301 b", ["a \u0301 b"]),
        ("nothing", "\u0301", []),
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


ODD = "sS ßœŒoOeEéaæﬁfiﬃ\u0301\u00a0\n'’İẞ"


@given(st.text(alphabet=ODD, max_size=30), st.text(alphabet=ODD, max_size=4))
def test_a_hit_says_the_same_as_what_is_looked_for(text: str, wanted: str):
    for hit in found(text, wanted):
        assert plain(wanted).strip() in plain(hit)


@given(st.text(alphabet="aAeEéÉ ’'“\"\n\u00a0-‑", max_size=40), st.text("aé '\"-", max_size=4))
def test_a_hit_is_what_is_looked_for_and_no_more(text: str, wanted: str):
    assert {plain(hit) for hit in found(text, wanted)} <= {plain(wanted).strip()}


@given(st.text(alphabet=ODD, max_size=12), st.text(alphabet=ODD, max_size=12), st.text(ODD))
def test_a_word_is_found_wherever_it_stands(before: str, after: str, wanted: str):
    if plain(wanted).strip():
        text = f"{before}|{wanted.strip()}|{after}"
        first, last = len(before) + 1, len(before) + 1 + len(wanted.strip())
        assert any(first <= hit.start and hit.end <= last for hit in find(text, wanted))


def plain(text: str) -> str:
    """Return what is compared, by Unicode's own compatibility and case folding."""
    folded = unicodedata.normalize("NFKD", text).casefold().replace("œ", "oe").replace("æ", "ae")
    letters = "".join(c for c in folded if not unicodedata.combining(c))
    for loose, typed in (("’", "'"), ("“", '"'), ("‑", "-"), ("‐", "-")):
        letters = letters.replace(loose, typed)
    return re.sub(r"\s+", " ", letters)


def test_every_character_is_found_as_itself():
    every = (c for c in map(chr, range(0x20, 0x20000)) if not c.isspace())
    missed = [c for c in every if [c] != found(f"\n{c}\n", c)]
    assert missed == [chr(code) for code in range(0x300, 0x370)]


def test_the_text_is_folded_once_and_not_matched_letter_by_letter(monkeypatch):
    text = "a" * 20_000
    assert find(text, "a" * 50 + "b") == []
    folds = _fold.cache_info().misses
    assert find(text, "a" * 51 + "b") == []
    assert _fold.cache_info().misses == folds + 1


def test_what_is_looked_for_has_a_longest_length():
    assert find("a" * 300, "a" * LONGEST + "b") == [Span(0, LONGEST)]


def test_a_flood_of_hits_ends():
    assert len(find("a" * 50_000, "a")) == MOST_HITS
