"""The reader in French: what stands on the screen, in every pane, and what is said of a key."""

from collections.abc import Iterator

import pytest

from tui import words
from tui.settings.values import DEFAULTS

FRENCH = DEFAULTS._replace(language="fr")
NARROW = words.NARROW_SPACE


@pytest.fixture(autouse=True)
def in_french() -> Iterator[None]:
    words.speak("fr")
    yield
    words.speak("en")


async def test_panes_dates_and_counts_are_french(start):
    async with start(size=(160, 48), settings=FRENCH) as user:
        assert user.app.screen.query_one("#library").border_title == "1 Bibliothèque · 4"
        assert user.shows("#library", "3 mai 2026 · The Ister Post")
        assert user.shows("#article", "Mia Quist · The Ister Post · 3 mai 2026")
        assert user.shows("#chips", "4 articles")
        assert user.shows("#status", "chercher")
        assert user.shows("#quotes", "auteur non précisé")


async def test_what_a_key_does_is_told_in_french(start):
    async with start(settings=FRENCH) as user:
        await user.press("f", *"reyes", "enter")
        assert user.shows("#chips", "2 sur 4 articles")
        assert user.shows("#chips", "F efface")
        await user.press("n")
        assert user.shows("#status", "mention 1 sur")
        await user.press("F", "2", "slash", *"ferry!", "enter")
        assert user.shows("#status", f"aucune occurrence de «{NARROW}ferry!{NARROW}»")
        await user.press("escape", "J", "J", "J", "J")
        assert user.shows("#status", "Aucun article après celui-ci")


async def test_help_and_palette_are_french(start):
    async with start(settings=FRENCH) as user:
        await user.press("question_mark")
        help_box = user.app.screen.query_one("#help")
        assert help_box.border_title == "Touches du volet bibliothèque"
        lines = " ".join(str(each.render()) for each in help_box.query("Static"))
        assert "Descendre d’une page" in lines
        assert "Down a page" not in lines


async def test_what_the_list_comes_to_is_french(start):
    async with start(size=(160, 48), settings=FRENCH) as user:
        await user.press("S")
        await user.until(lambda: user.shows("#facets", "mai 2026"))
        assert user.shows("#facets", "Personnes")
        assert user.shows("#facets", "Langues")


async def test_what_a_query_means_is_told_in_french(start):
    async with start(settings=FRENCH) as user:
        await user.press("s")
        await user.type("titre:ferry")
        await user.until(lambda: user.shows("#chips", "1 sur 4 articles"))
        assert user.shows("#meaning", "titre")


async def test_an_empty_library_is_french(start):
    async with start(articles=(), settings=FRENCH) as user:
        assert user.shows("#library", "La bibliothèque est vide")
        assert user.shows("#chips", "0 article")
        assert not user.shows("#chips", "0 articles")


async def test_the_tabs_have_room_on_a_small_terminal(start):
    async with start(size=(60, 20), settings=FRENCH) as user:
        assert user.shows("#tabs", "5 Liens")
