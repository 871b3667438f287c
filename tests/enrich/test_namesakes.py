"""Whom a surname means that several people of an article bear."""

import pytest

from tests.enrich.reading import people, quotes, read

MEANT = [
    (
        "a namesake who comes later changes nothing before",
        "en",
        [
            "Hugh Marlow came home. Marlow said he would stay.",
            "The house belonged to Edwin Marlow, who built it.",
        ],
        {"Hugh Marlow": ["Hugh Marlow", "Marlow"], "Edwin Marlow": ["Edwin Marlow"]},
    ),
    (
        "la même chose en français",
        "fr",
        [
            "Claire Vasseur est revenue. Vasseur restera, dit-elle.",
            "La maison fut à Émile Vasseur, qui l'a bâtie.",
        ],
        {"Claire Vasseur": ["Claire Vasseur", "Vasseur"], "Émile Vasseur": ["Émile Vasseur"]},
    ),
    (
        "relatives named in one breath do not take the surname of whom the piece is about",
        "en",
        [
            "Hugh Marlow came home. Marlow left again. Marlow wrote.",
            "He quarrelled with Edwin Marlow, who was old, and with Dora Marlow, who was not.",
            "Marlow said little.",
        ],
        {
            "Hugh Marlow": ["Hugh Marlow", "Marlow", "Marlow", "Marlow"],
            "Edwin Marlow": ["Edwin Marlow"],
            "Dora Marlow": ["Dora Marlow"],
        },
    ),
    (
        "somebody's wife stands beside him",
        "en",
        ["Hugh Marlow spoke for his wife Dora Marlow in Ely. Marlow said it was late."],
        {"Hugh Marlow": ["Hugh Marlow", "Marlow"], "Dora Marlow": ["Dora Marlow"]},
    ),
    (
        "two whom one sentence names alike: nobody",
        "en",
        ["Hugh Marlow met Edwin Marlow in Ely. Marlow said it was late."],
        {"Hugh Marlow": ["Hugh Marlow"], "Edwin Marlow": ["Edwin Marlow"]},
    ),
    (
        "the one who was named last, where they are apart",
        "en",
        [
            "Hugh Marlow came home.",
            "The rain fell on Ely.",
            "The boats were in.",
            "Edwin Marlow sells rope. Marlow said it was late.",
        ],
        {"Hugh Marlow": ["Hugh Marlow"], "Edwin Marlow": ["Edwin Marlow", "Marlow"]},
    ),
]


@pytest.mark.parametrize(
    ("language", "paragraphs", "found"), [m[1:] for m in MEANT], ids=[m[0] for m in MEANT]
)
def test_a_shared_surname(language, paragraphs, found):
    assert people(read(*paragraphs, language=language)) == found


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        (
            "en",
            "Dora Marlow came. Mr. Marlow stayed. “It is late,” Mr. Marlow said.",
            {"Dora Marlow": ["Dora Marlow"], "Marlow": ["Marlow", "Marlow"]},
        ),
        (
            "fr",
            "Anne Ledoux est venue. M. Ledoux est resté.",
            {"Anne Ledoux": ["Anne Ledoux"], "Ledoux": ["Ledoux"]},
        ),
        (
            "fr",
            "Anne Ledoux est venue. Mme Ledoux reste.",
            {"Anne Ledoux": ["Anne Ledoux", "Ledoux"]},
        ),
    ],
)
def test_a_title_of_the_other_gender_names_somebody_else(language, text, found):
    read_ = read(text, language=language)
    assert people(read_) == found
    assert all(speaker == "Marlow" for _, speaker in quotes(read_))
