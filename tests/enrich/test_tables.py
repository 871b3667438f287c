"""The language tables and the verb forms made from them."""

import pytest

from tui.enrich.folding import fold
from tui.enrich.lexicon import grammar, names
from tui.enrich.tokens import tokenize


@pytest.mark.parametrize(
    ("language", "word", "form"),
    [
        ("fr", "annonçait", "finite"),
        ("fr", "affirmant", "gerund"),
        ("fr", "déclaré", "participle"),
        ("fr", "rappelle", "finite"),
        ("fr", "révèle", "finite"),
        ("fr", "prévient", "finite"),
        ("fr", "qualifier", "infinitive"),
        ("en", "says", "finite"),
        ("en", "replied", "past"),
        ("en", "argues", "finite"),
        ("en", "quipped", "past"),
        ("en", "saying", "gerund"),
    ],
)
def test_cue_forms(language, word, form):
    assert grammar(language).cues[word].form == form


def test_a_weak_cue_may_not_report_what_stands_in_front_of_it():
    assert grammar("fr").cues["qualifie"].weak
    assert not grammar("fr").cues["affirme"].weak


def test_told_is_never_inverted():
    assert not grammar("en").cues["told"].inverted


def test_a_given_name_of_both_genders_is_of_neither():
    assert names().given["camille"] == "u"
    assert names().given["helene"] == "f"


def test_names_that_are_words_are_marked():
    assert "florence" in names().ambiguous_given
    assert "sophie" not in names().ambiguous_given


def test_folding_drops_case_accents_and_typographic_shapes():
    assert fold("L’Écho‑Noël") == "l'echo-noel"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Qu’a-t-elle dit ?", ["Qu’", "a", "-t-elle", "dit", "?"]),
        ("d’Éric O’Brien", ["d’", "Éric", "O’Brien"]),
        ("M'Bali n'a rien", ["M'Bali", "n'", "a", "rien"]),
        ("Roe's dog", ["Roe", "'s", "dog"]),
        ("J.-P. Roy, Mr. Roe", ["J.-P.", "Roy", ",", "Mr.", "Roe"]),
        ("Jean-Luc dit-il", ["Jean-Luc", "dit", "-il"]),
    ],
)
def test_tokens(text, words):
    assert [t.text for t in tokenize(text, 0, len(text))] == words
