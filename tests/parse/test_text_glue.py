"""Glued lines are parted at their joints, and nothing of them is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.parse.text_glue import joints, parted, rejoined
from tui.parse.text_lines import Line

MENU = Line("AccueilActualitésCultureSportsSe connecter")


def texts(lines: list[Line]) -> list[str]:
    return [line.text for line in lines]


def test_a_menu_is_parted_into_its_labels():
    assert texts(list(parted([MENU]))) == [
        "Accueil", "Actualités", "Culture", "Sports", "Se connecter",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "Elle filme tout sur YouTube et LinkedIn.",
        "M. McDonald et Mme DiCaprio.",
        "L'iPhone de Zoé.",
    ],
)
def test_a_capital_inside_a_name_is_no_joint(text: str):
    assert joints(text) == []


def test_a_dump_without_gluing_keeps_its_lines():
    lines = [Line("Le pont est fermé.Il rouvrira lundi."), Line("La mairie de DuBois se tait.")]
    assert texts(list(parted(lines))) == texts(lines)


def test_paragraphs_and_headings_come_apart_and_stay_apart():
    long = "Depuis le départ du batteur, la fanfare défile sans tambour et regarde ses pieds."
    glued = Line(f"{long}Une caisse qui attend{long}{long}")
    found = texts(list(rejoined(parted([MENU, glued]))))
    assert found[-4:] == [long, "Une caisse qui attend", long, long]


def test_a_name_parted_in_a_glued_dump_is_joined_again():
    line = Line("Elle travaille chez BlueOrchard depuis mars.")
    assert texts(list(rejoined(parted([MENU, line]))))[-1] == line.text


def test_sentences_of_a_very_long_line_are_joined_again_with_their_spaces():
    line = Line("Une phrase assez longue pour compter. " * 60)
    line = Line(line.text.strip())
    parts = list(parted([line]))
    assert len(parts) == 60
    assert texts(list(rejoined(parts))) == [line.text]


def test_the_parts_around_a_lost_one_are_not_joined():
    line = Line(("Une phrase assez longue pour compter. " * 60).strip())
    parts = list(parted([line]))
    assert len(list(rejoined([*parts[:10], *parts[11:]]))) == 2


@given(st.lists(st.text("aéB.C «1 ", min_size=1, max_size=80), min_size=1, max_size=12))
def test_nothing_is_lost_by_parting_and_joining(raw: list[str]):
    lines = [Line(" ".join(text.split())) for text in raw if text.strip()]
    found = "".join(line.text for line in rejoined(parted(lines)))
    assert found.replace(" ", "") == "".join(line.text for line in lines).replace(" ", "")
