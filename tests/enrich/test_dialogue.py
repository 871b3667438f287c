"""Turns of speech that a dash opens."""

import pytest

from tests.enrich.reading import quotes, read

TURNS = [
    (
        "the attribution inside the turn",
        "fr",
        ["— Le pont tiendra, dit Anne Ledoux. Cent ans."],
        [("Le pont tiendra", "Anne Ledoux"), ("Cent ans.", "Anne Ledoux")],
    ),
    (
        "turns that say who speaks, and one that does not",
        "fr",
        ["Anne Ledoux attend.", "— Je pars, dit-elle.", "— Et ?", "— Rien, répond Marc Duval."],
        [("Je pars", "Anne Ledoux"), ("Rien", "Marc Duval")],
    ),
    ("English", "en", ["– We leave at once, said Ida Fenn."], [("We leave at once", "Ida Fenn")]),
    ("a list is no dialogue", "fr", ["— un quai pour Anne Ledoux", "— un pont, deux bancs"], []),
    ("marks inside count first", "en", ["— “We go,” said Ida Fenn."], [("We go,", "Ida Fenn")]),
]


@pytest.mark.parametrize(
    ("language", "paragraphs", "expected"),
    [case[1:] for case in TURNS],
    ids=[case[0] for case in TURNS],
)
def test_turns(language, paragraphs, expected):
    assert quotes(read(*paragraphs, language=language)) == expected
