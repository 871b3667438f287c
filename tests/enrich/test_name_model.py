"""What single letters and plain words say about a name, and where the lists come from."""

from pathlib import Path

import pytest

from tui.enrich import name_model
from tui.enrich.lexicon import names
from tui.enrich.name_model import is_plain, likeness, places

DATA = Path(name_model.__file__).parent / "data"


@pytest.mark.parametrize("word", ["village", "harbour", "maison", "bateau", "cheap", "rainbow"])
def test_plain_words_are_known(word: str):
    assert is_plain(word)


@pytest.mark.parametrize("word", ["dutkanov", "rudelic", "kazumori", "plutarque", "darmont"])
def test_names_are_no_plain_words(word: str):
    assert not is_plain(word)


def test_one_made_up_word_in_fifty_at_most_is_taken_for_a_plain_one():
    made = [
        f"{first}{middle}q{last}z" for first in "bcdf" for middle in "aeiou" for last in "klmnp"
    ]
    assert sum(map(is_plain, made)) <= len(made) / 50


@pytest.mark.parametrize(
    ("name", "other"),
    [("novakovic", "championship"), ("kowalski", "industrie"), ("yoshiko", "toyota")],
)
def test_letters_tell_a_name_from_another_word(name: str, other: str):
    assert likeness(name) > 0 > likeness(other)


def test_a_word_of_any_length_is_judged_by_its_beginning():
    assert likeness("a" * 100_000) == likeness("a" * 1_000)


def test_the_same_word_has_the_same_places_in_every_process():
    assert list(places("pont"))[:2] == [229747, 3663]


@pytest.mark.parametrize("file", ["names_faker.txt", "names_dicollecte.txt", "names_wordnet.txt"])
def test_each_list_states_its_source_and_licence(file: str):
    head = (DATA / file).read_text("utf-8").split("[", 1)[0]
    assert "Source:" in head
    assert any(word in head for word in ("MIT licence", "Mozilla Public License", "Permission"))


def test_the_learnt_data_stay_small():
    files = ("name_model.json", "names_faker.txt", "names_dicollecte.txt", "names_wordnet.txt")
    assert sum((DATA / file).stat().st_size for file in files) <= 512 * 1024


def test_no_listed_name_is_a_plain_word():
    listed = names().listed_given
    assert len(listed) > 10_000
    assert sum(map(is_plain, listed)) <= len(listed) / 50


def test_famous_names_that_are_firms_are_not_known_people():
    assert "voltaire" in names().known
    assert not {"renault", "nobel", "michelin"} & names().known
