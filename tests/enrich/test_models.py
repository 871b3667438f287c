"""Optional models as one more source of names: what they add, and that nothing needs them."""

import logging
import sys
from types import ModuleType

import pytest

from tests.enrich.reading import people, quotes, read
from tui.enrich import ENGINE_VERSION, engine, models


@pytest.fixture
def model(monkeypatch):
    """Install a model that knows the given names; what it calls a place begins with "@"."""

    def install(*names):
        def found(text):
            for name in names:
                start = text.find(name.lstrip("@"))
                while start >= 0:
                    end = start + len(name.lstrip("@"))
                    yield models.Entity(start, end, not name.startswith("@"))
                    start = text.find(name.lstrip("@"), end)

        def reader(texts):
            return ([*found(text)] for text in texts)

        monkeypatch.setenv(models.SWITCH, "on")
        monkeypatch.setattr(models, "_installed", lambda: True)
        monkeypatch.setattr(models, "_reader", lambda language: reader)

    return install


FRENCH = "Hier, Zukhvar Brimonde a parlé. Le soir, Odvart est parti pour Krestava."


def test_a_model_finds_people_whom_the_rules_do_not_know(model):
    assert "Odvart" not in people(read(FRENCH))
    model("Odvart")
    assert "Odvart" in people(read(FRENCH))


def test_what_a_model_calls_a_place_is_none(model):
    text = "Le train va de Claire Vasseur à Nantes. Jean Crozat dort."
    assert "Claire Vasseur" in people(read(text))
    model("@Claire Vasseur", "Jean Crozat")
    assert "Jean Crozat" in people(read(text))


def test_titles_stay_outside_and_particles_inside(model):
    text = "Le général Zukhvar est venu avec Odile de Kerbrac'h, et Mme Tamsin Odvart."
    model("général Zukhvar", "Odile de Kerbrac'h", "Mme Tamsin Odvart")
    assert list(people(read(text))) == ["Zukhvar", "Odile de Kerbrac'h", "Tamsin Odvart"]


def test_a_word_that_opens_a_sentence_is_no_name_for_a_model_alone(model):
    model("Angioval")
    assert people(read("Angioval soigne le cœur. Il se prend le soir.")) == {}


def test_the_possessive_and_other_words_are_no_part_of_a_name(model):
    model("Hugh Marlow's", "Hugh Marlow of Ely Council")
    found = people(read("Hugh Marlow's boat left. Hugh Marlow of Ely Council came.", language="en"))
    assert list(found) == ["Hugh Marlow"]


def test_whom_a_model_finds_may_speak(model):
    model("Odvart")
    found = quotes(read("« La mer monte trop vite ici », a déclaré hier soir Odvart."))
    assert found == [("La mer monte trop vite ici", "Odvart")]


def test_a_model_is_not_asked_where_it_is_switched_off(model, monkeypatch):
    model("Odvart")
    monkeypatch.setenv(models.SWITCH, "off")
    assert "Odvart" not in people(read(FRENCH))


def test_the_engine_with_a_model_has_a_number_of_its_own(model):
    without = engine()
    model("Zukhvar Brimonde")
    assert (without, engine()) == (2 * ENGINE_VERSION, 2 * ENGINE_VERSION + 1)


def test_a_model_that_cannot_be_loaded_is_told_once_and_done_without(monkeypatch, caplog):
    broken = ModuleType("fr_core_news_md")
    monkeypatch.setitem(sys.modules, "fr_core_news_md", broken)
    monkeypatch.setenv(models.SWITCH, "on")
    monkeypatch.setattr(models, "_installed", lambda: True)
    monkeypatch.setattr(models, "_package", lambda names: "fr_core_news_md")
    models._reader.cache_clear()  # noqa: SLF001
    with caplog.at_level(logging.WARNING):
        for _ in range(2):
            assert "Claire Vasseur" in people(read("Claire Vasseur parle."))
    models._reader.cache_clear()  # noqa: SLF001
    (told,) = caplog.messages
    assert told.startswith("fr_core_news_md cannot be used, names are found without it: ")


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_models_that_are_installed_find_names(language, monkeypatch):
    pytest.importorskip("spacy")
    if models._package(models.MODELS[language]) is None:  # noqa: SLF001
        pytest.skip(f"no model for {language}")
    monkeypatch.setenv(models.SWITCH, "on")
    (found,) = models.entities(["Barack Obama met Angela Merkel in Paris."], language)
    assert {(0, 12), (17, 30)} <= {(each.start, each.end) for each in found if each.person}
