"""What a text shows of somebody's gender: titles and posts, never given names."""

from dataclasses import replace

import pytest
from articles import article

from tui.enrich.gender import shown_gender


def _shown(text, name, roles=(), language="fr"):
    made = article("Un titre", text, people={name: []}, roles={name: list(roles)})
    made = replace(made, language=language)
    return shown_gender(made, next(person for person in made.people if person.name == name))


@pytest.mark.parametrize(
    ("text", "name", "gender", "by"),
    [
        ("Hier, Mme Morvan a parlé.", "Morvan", "f", "Mme Morvan"),
        ("Hier, M. Morvan a parlé.", "Morvan", "m", "M. Morvan"),
        ("La présidente Claude Morvan a parlé.", "Claude Morvan", "f", "présidente Claude Morvan"),
    ],
)
def test_a_title_or_a_post_before_the_name_shows_it(text, name, gender, by):
    assert _shown(text, name) == (gender, by)


def test_a_role_shows_it_by_its_first_noun():
    assert _shown("Claude Morvan a parlé.", "Claude Morvan", ["sénatrice du Finistère"]) == (
        "f",
        "sénatrice",
    )
    assert _shown("Lee Marsh spoke.", "Lee Marsh", ["spokesman for the port"], "en") == (
        "m",
        "spokesman",
    )


@pytest.mark.parametrize("name", ["Marie Morvan", "Jean Morvan"])
def test_a_given_name_shows_nothing(name):
    assert _shown(f"{name} a parlé.", name) is None


def test_a_post_that_both_may_hold_under_one_form_shows_nothing():
    assert _shown("Claude Morvan a parlé.", "Claude Morvan", ["ministre", "maire"]) is None
    assert _shown("Lee Marsh spoke.", "Lee Marsh", ["actor", "mayor"], "en") is None


def test_words_that_contradict_each_other_show_nothing():
    assert _shown("Mme Morvan a parlé.", "Morvan", ["président de la région"]) is None


def test_another_ones_title_shows_nothing():
    assert _shown("Mme Quéré et Claude Morvan ont parlé.", "Claude Morvan") is None
    assert _shown("Il a perdu 30 m. Claude Morvan a parlé.", "Claude Morvan") is None
