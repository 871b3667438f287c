"""People and quotes of the whole library, filtered."""

import pytest
from articles import article
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.identity import words
from tui.library import Query, memory_library
from tui.library.interface import PeopleQuery, QuotesQuery

PIECES = [
    article(
        "The ferry",
        "Tom Reyes bought it. “It floats,” said Reyes of the boat.",
        "“Anna Holt will pay,” he added. Élodie Marsan laughed.",
        people={"Tom Reyes": ["Reyes"], "Anna Holt": [], "Élodie Marsan": []},
        roles={"Tom Reyes": ["skipper"]},
        quotes=[("It floats,", "Tom Reyes"), ("Anna Holt will pay,", "Tom Reyes")],
        published="2026-05-02",
    ),
    article(
        "The harbour",
        "“It sinks,” said Anna Holt. “Never,” a note says.",
        people={"Anna Holt": []},
        quotes=[("It sinks,", "Anna Holt"), ("Never,", None)],
        published="2026-05-03",
    ),
    article("A school", "Sam Holt reads.", people={"Sam Holt": []}),
    article(
        "The quay",
        "Lea Quint said that the quay was “a gift” to rats.",
        people={"Lea Quint": []},
        quotes=[("a gift", "Lea Quint")],
        reported=[("the quay was “a gift” to rats", "Lea Quint")],
        published="2026-05-01",
    ),
]


@pytest.fixture
def filled(library):
    library.add(PIECES)
    return library


@pytest.mark.parametrize(
    ("query", "names"),
    [
        (PeopleQuery(), ["Anna Holt", "Tom Reyes", "Élodie Marsan", "Lea Quint", "Sam Holt"]),
        (PeopleQuery("holt"), ["Anna Holt", "Sam Holt"]),
        (PeopleQuery("HOL an"), ["Anna Holt"]),
        (PeopleQuery("elodie"), ["Élodie Marsan"]),
        (PeopleQuery("olt"), []),
        (PeopleQuery("…"), []),
        (PeopleQuery(about="reyes"), ["Anna Holt", "Élodie Marsan"]),
        (PeopleQuery("holt", about="nobody"), []),
    ],
)
def test_people_most_mentioned_first(filled, query, names):
    assert [each.figure.name for each in filled.people(query)] == names


def test_a_figure_comes_with_its_other_names_and_roles(filled):
    (found,) = filled.people(PeopleQuery("reyes"))
    assert (found.roles, found.names) == (("skipper",), ())
    filled.add([article("B", "TOM REYES", people={"TOM REYES": []})])
    (found,) = filled.people(PeopleQuery("reyes"))
    assert found.names in (("TOM REYES",), ("Tom Reyes",))


@pytest.mark.parametrize(
    ("query", "said"),
    [
        (
            QuotesQuery(),
            [
                *("It sinks,", "Never,", "It floats,", "Anna Holt will pay,", "a gift"),
                "the quay was “a gift” to rats",
            ],
        ),
        (QuotesQuery(kind="indirect"), ["the quay was “a gift” to rats"]),
        (QuotesQuery(by="quint", kind="direct"), ["a gift"]),
        (QuotesQuery("it"), ["It sinks,", "It floats,"]),
        (QuotesQuery("sink it"), ["It sinks,"]),
        (QuotesQuery(by="holt"), ["It sinks,"]),
        (QuotesQuery(by="nobody"), []),
        (QuotesQuery(by="…"), []),
        (QuotesQuery("…"), []),
        (QuotesQuery(about="\udcff"), []),
        (QuotesQuery(about="holt"), ["Never,", "Anna Holt will pay,"]),
        (QuotesQuery(about="harbour"), ["It sinks,", "Never,"]),
        (QuotesQuery(about="boat"), ["It floats,"]),
        (QuotesQuery(by="reyes", about="holt"), ["Anna Holt will pay,"]),
        (QuotesQuery("zzz"), []),
    ],
)
def test_quotes_newest_article_first(filled, query, said):
    assert [found.words for found in filled.quotes(query)] == said


def test_a_quote_comes_with_its_speakers_figure(filled):
    found = {said.words: said.figure for said in filled.quotes(QuotesQuery())}
    assert found["It floats,"] == "tom reyes"
    assert found["Never,"] is None


LETTERS = st.text(
    st.sampled_from("abéœŒßÅ１²_-'’ .…ñЖж中ｱ\u0301\u00ad\u200d"), min_size=1, max_size=12
)


@settings(deadline=None, max_examples=60)
@given(st.lists(LETTERS, min_size=1, max_size=4), LETTERS)
def test_the_index_finds_the_quotes_that_reading_all_of_them_finds(said, typed):
    library = memory_library()
    library.add(
        article(f"Piece {n}", f"So “{text}” it was.", people={}, quotes=[(text, None)])
        for n, text in enumerate(said)
    )
    found = {each.article.id for each in library.quotes(QuotesQuery(typed))}
    wanted = {
        each.article.id
        for each in library.quotes(QuotesQuery())
        if words(typed)
        and all(any(own.startswith(word) for own in words(each.words)) for word in words(typed))
    }
    assert found == wanted
    library.close()


def test_more_than_a_page_comes_whole_and_in_order(library):
    pieces = [
        article(
            f"Piece {n}", f"“Number {n},” said Ada Sund.", people={"Ada Sund": []},
            quotes=[(f"Number {n},", "Ada Sund")], published=f"20{n:02}-01-01",
        )
        for n in range(10, 90)
    ]  # fmt: skip
    pieces += [article(f"Bare {n}", "Nothing.", people={f"Bo N{n} Lind": []}) for n in range(90)]
    library.add(pieces)
    wanted = [f"Number {n}," for n in reversed(range(10, 90))]
    assert [said.words for said in library.quotes(QuotesQuery())] == wanted
    assert [said.words for said in library.quotes(QuotesQuery(by="ada"))] == wanted
    assert len(list(library.people(PeopleQuery()))) == 91


def test_ids_are_as_short_as_they_can_be(library):
    long = "the-same-beginning-"
    library.add([article("A", "x"), *(article(f"The same beginning {n}", "x") for n in (1, 2))])
    assert library.short_id("a") == "a"
    assert library.short_id(f"{long}1") == f"{long}1"
    assert library.articles_beginning(long, 9) == [f"{long}1", f"{long}2"]
    assert library.articles_beginning(f"{long}1", 9) == [f"{long}1"]
    assert library.articles_beginning("zz", 9) == []
    assert library.articles_beginning("a", 9) == ["a"]


def test_a_name_means_those_so_called_else_those_with_its_words(filled):
    assert [figure.id for figure in filled.called("anna  HOLT")] == ["anna holt"]
    assert {figure.id for figure in filled.called("Holt")} == {"anna holt", "sam holt"}
    assert [figure.id for figure in filled.called("tom reyes")] == ["tom reyes"]
    assert list(filled.called("Hol")) == list(filled.called("")) == []
    filled.add([article("Kim", "Kim and Su-Yeon Kim", people={"Kim": [], "Su-Yeon Kim": []})])
    assert [figure.id for figure in filled.called("Kim")] == ["kim@kim"]
    assert len(filled.listing(Query())) == 5
