"""Searching the library as it is typed, and narrowing what was found."""

from dataclasses import replace

import pytest
from articles import article

from tui.view.panes.facets import FacetsPane

TIDE = replace(
    article(
        "La marée noire atteint la côte",
        "La nappe a touché la plage. « Rien n'était prêt », a dit Léna Morvan.",
        people={"Léna Morvan": []},
        quotes=[("Rien n'était prêt", "Léna Morvan")],
        published="2026-03-04",
        site="Le Soir",
    ),
    language="fr",
)
SPILL = article(
    "Who pays for the oil spill",
    "The harbour will, says Léna Morvan; the owner of the ship says it will not.",
    people={"Léna Morvan": []},
    published="2026-03-02",
    site="The Ister Post",
)
BELL = article("The school keeps its bell", "It rings.", published="2026-02-01", site="Le Soir")
ALL = (TIDE, SPILL, BELL)


async def _found(user, *titles):
    await user.until(lambda: user.titles() == list(titles))


async def test_i_see_what_i_type_found_in_the_whole_library(start):
    async with start(articles=ALL) as user:
        await user.press("s")
        await user.type("har")
        await _found(user, SPILL.title)
        assert user.shows("#meaning", "articles with words that begin with “har”")
        assert user.shows("#chips", "1 of 3 articles")


async def test_accents_and_case_do_not_matter(start):
    async with start(articles=ALL) as user:
        await user.press("s")
        await user.type("MAREE")
        await _found(user, TIDE.title)


async def test_enter_keeps_what_was_found_and_leads_to_the_list(start):
    async with start(articles=ALL) as user:
        await user.press("s")
        await user.type("harbour")
        await _found(user, SPILL.title)
        await user.press("enter")
        assert user.focus == "library"
        assert user.titles() == [SPILL.title]
        assert user.shows("#chips", "⌕ harbour*")
        await user.press("enter")
        assert user.title == SPILL.title


async def test_i_go_through_what_was_found_while_i_type(start):
    async with start(articles=ALL) as user:
        await user.press("s")
        await user.type("person:morvan")
        await _found(user, TIDE.title, SPILL.title)
        await user.press("down", "enter", "enter")
        assert user.title == SPILL.title


async def test_escape_drops_the_search(start):
    async with start(articles=ALL) as user:
        await user.press("s")
        await user.type("harbour")
        await _found(user, SPILL.title)
        await user.press("escape")
        assert len(user.titles()) == 3
        assert user.focus == "library"


async def test_i_come_back_to_my_search_and_type_on(start):
    async with start(articles=ALL) as user:
        await user.press("s")
        await user.type("person:morvan")
        await _found(user, TIDE.title, SPILL.title)
        await user.press("enter", "s")
        await user.type(" lang:fr")
        await _found(user, TIDE.title)
        await user.press("escape")
        await _found(user, TIDE.title, SPILL.title)


async def test_a_mistake_is_told_where_it_is_and_the_list_stays(start):
    async with start(articles=ALL) as user:
        await user.press("s")
        await user.type("harbour")
        await _found(user, SPILL.title)
        user.app.focused.insert_text_at_cursor(" colour:red")
        await user.pilot.pause(0.05)
        assert user.shows("#meaning", "no field is called colour · at “colour:”")
        assert user.titles() == [SPILL.title]


async def test_tab_completes_fields_and_names(start):
    async with start(articles=ALL) as user:
        await user.press("s")
        await user.type("pers")
        await user.press("tab")
        assert user.app.focused.value == "person:"
        assert user.shows("#meaning", "Léna Morvan")
        await user.type("Léna")
        await user.press("tab")
        assert user.app.focused.value == 'person:"Léna Morvan"'
        await _found(user, TIDE.title, SPILL.title)


async def test_words_said_by_somebody(start):
    async with start(articles=ALL) as user:
        await user.press("s")
        await user.type('said:"rien n\'était" by:morvan')
        await _found(user, TIDE.title)


async def test_nothing_found_says_how_to_go_on(start):
    async with start(articles=ALL) as user:
        await user.press("s")
        await user.type("zeppelin")
        await _found(user)
        assert user.shows("#library", "No article is left")


async def test_a_click_on_the_chip_ends_the_search(start):
    async with start(articles=ALL) as user:
        await user.press("s")
        await user.type("harbour")
        await _found(user, SPILL.title)
        await user.press("enter")
        await user.click("#chips", "harbour")
        assert len(user.titles()) == 3


async def test_f_clears_search_and_figure(start):
    async with start(articles=ALL) as user:
        await user.press("s")
        await user.type("harbour")
        await _found(user, SPILL.title)
        await user.press("enter", "F")
        assert len(user.titles()) == 3
        assert user.reader.session.filtered is False


async def test_the_oldest_come_first_when_i_ask_for_it(start):
    async with start(articles=ALL) as user:
        await user.press("s")
        await user.type("sort:oldest")
        await _found(user, BELL.title, SPILL.title, TIDE.title)


async def test_a_figure_and_a_search_go_together(start):
    async with start(articles=ALL) as user:
        await user.press("3", "enter", "s")
        await user.type("lang:fr")
        await _found(user, TIDE.title)
        await user.press("escape")
        assert user.titles() == [TIDE.title, SPILL.title]


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("Le Soir", [TIDE.title, BELL.title]),
        ("2026-03", [TIDE.title, SPILL.title]),
        ("Léna Morvan", [TIDE.title, SPILL.title]),
        ("  fr", [TIDE.title]),
    ],
)
async def test_i_narrow_the_list_by_what_it_comes_to(start, words, left):
    async with start(articles=ALL) as user:
        await user.press("S")
        pane = user.reader.facets_pane
        await user.until(lambda: len(pane.rows) > 1)
        await user.click("#facets", words)
        await _found(user, *left)
        await user.until(lambda: pane.rows[1].facet.count <= len(left))


async def test_narrowing_again_takes_it_back(start):
    async with start(articles=ALL) as user:
        await user.press("S")
        pane: FacetsPane = user.reader.facets_pane
        await user.until(lambda: len(pane.rows) > 1)
        await user.click("#facets", "Le Soir")
        await _found(user, TIDE.title, BELL.title)
        await user.press("enter")
        await user.until(lambda: len(user.titles()) == 3)


async def test_the_counts_go_away_as_they_came(start):
    async with start(articles=ALL) as user:
        await user.press("S")
        assert "facets" in user.shown_panes()
        await user.press("S")
        assert user.shown_panes() == {"library", "article", "people", "quotes", "related"}
        await user.press("S", "q")
        assert "facets" not in user.shown_panes()


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
async def test_i_see_what_i_find_in_every_terminal(start, size):
    async with start(articles=ALL, size=size) as user:
        await user.press("2", "s")
        await user.type("harbour")
        await _found(user, SPILL.title)
        assert "library" in user.shown_panes()
        assert user.shows("#library", "Who pays")


async def test_letters_typed_at_once_behind_s_are_the_query(start):
    async with start(articles=ALL) as user:
        await user.burst("sharbour")
        await _found(user, SPILL.title)


async def test_hostile_queries_are_text(start):
    async with start(articles=ALL) as user:
        await user.press("s")
        for letters in ("[/", '"', "NEAR(", "a*b", "''; --"):
            for letter in letters:
                user.app.focused.insert_text_at_cursor(letter)
            await user.pilot.pause(0.03)
        assert user.app.is_running
