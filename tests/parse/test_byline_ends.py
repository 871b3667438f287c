"""Where a name in a byline ends."""

import pytest

from tui.parse.byline_ends import ended, without_others
from tui.parse.bylines import byline

REST = [
    "in Paris", "aus Brüssel", "à Saint-Malo", "for The Ferry Post", "of la Feuille du Port",
    "@norawhit", "Staff Writer", "Senior Reporter", "Updated March", "Published: 10:15",
    "3 min read", "10:15 AM", "at 10:15", "Tuesday", "on",
]  # fmt: skip


@pytest.mark.parametrize("rest", REST)
def test_what_stands_behind_a_name_is_cut_off(rest: str):
    assert ended(f"Nora Whitlock {rest}") == "Nora Whitlock"
    assert byline(f"By Nora Whitlock {rest}") == ("Nora Whitlock",)


@pytest.mark.parametrize(
    "name",
    [
        "Nora Whitlock", "Nora J. van der Berg", "Nora Whitlock Games Editor",
        "Nora Whitlock in die Krise geführt", "Nora Whitlock 2345", "Nora", "",
    ],
)  # fmt: skip
def test_what_may_belong_to_the_name_stays(name: str):
    assert ended(name) == name


def test_an_initial_is_no_word_of_a_name():
    assert ended("Nora J. Whitlock Staff Writer") == "Nora J. Whitlock"


@pytest.mark.parametrize(
    "others",
    [
        "Edited by Piers Landry",
        "photographs by Piers Landry",
        "Fotos von Piet Landau",
        "photos de A",
    ],
)
def test_who_edited_or_drew_is_cut_off(others: str):
    assert without_others(f"Nora Whitlock, {others}") == "Nora Whitlock,"
    assert without_others("Edited by Piers Landry") == "Edited by Piers Landry"


@pytest.mark.parametrize(
    "line",
    [
        "By New York Times", "By Los Angeles Times Staff", "By Daily Mail Reporter",
        "Von Angela Maier in die Krise geführt", "By the harbour in Paris",
    ],
)  # fmt: skip
def test_papers_and_sentences_sign_nothing(line: str):
    assert not byline(line)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Nora Whitlock in Paris and Ana Ruiz in Rome", ("Nora Whitlock", "Ana Ruiz")),
        ("Escrito por Ana Ruiz", ("Ana Ruiz",)),
        ("Autorin: Jutta Wegener", ("Jutta Wegener",)),
        ("By Prof. Nora Whitlock", ("Prof. Nora Whitlock",)),
        ("By Nora Whitlock, Edited by Piers Landry", ("Nora Whitlock",)),
        ("By Ana (Lucía Prado) Ruiz", ("Ana (Lucía Prado) Ruiz",)),
    ],
)
def test_bylines_of_several_forms_are_read(line: str, names: tuple[str, ...]):
    assert byline(line) == names
