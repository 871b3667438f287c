"""What queries find among stored articles: each field, their joining, and the order."""

from dataclasses import replace
from datetime import date

import pytest
from articles import article
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tui.library import Query, finding
from tui.library.finding import matching
from tui.library.query import QueryError, parse

TODAY = date(2026, 3, 18)

PIECES = [
    replace(
        article("La digue tient", "Léna Morvan parle. « La digue tiendra », dit-elle. Fin.",
                people={"Léna Morvan": []}, quotes=[("La digue tiendra", "Léna Morvan")]),
        published="2026-03-17T20:00:00-05:00", language="fr", site="Le Quai",
        keywords=("marée noire",), authors=("Paul Le Gall",),
    ),
    replace(
        article("A ferry for nobody", "Tom Reyes bought it. “It floats,” he said. Léna Morvan saw.",
                people={"Tom Reyes": [], "Léna Morvan": []}, quotes=[("It floats,", "Tom Reyes")]),
        published="2026-02-02", language="en", site="The Quay",
    ),
    replace(
        article("Œufs et marées", "Rien sur la digue ici. « La digue, jamais », dit Tom Reyes.",
                people={"Tom Reyes": []}, quotes=[("La digue, jamais", "Tom Reyes")]),
        published="2025-12-31", language="fr", site="Le Quai",
    ),
    replace(article("Sans date", "Un mot de plus."), published=None),
]  # fmt: skip
DIGUE, FERRY, EGGS, UNDATED = (piece.title for piece in PIECES)


@pytest.fixture
def filled(library):
    library.add(PIECES)
    library.mark_read(PIECES[1].id, read=True)
    return library


FOUND = [
    ("", [DIGUE, FERRY, EGGS, UNDATED]),
    ("digue", [DIGUE, EGGS]),
    ("DIGUE tient*", [DIGUE]),
    ("dig*", [DIGUE, EGGS]),
    ("oeufs", [EGGS]),
    ("marees", [EGGS]),
    ('"la digue"', [DIGUE, EGGS]),
    ("digue -jamais", [DIGUE]),
    ("-digue", [FERRY, UNDATED]),
    ("floats OR jamais", [FERRY, EGGS]),
    ("(floats OR jamais) digue", [EGGS]),
    ("title:digue", [DIGUE]),
    ("text:digue", [DIGUE, EGGS]),
    ("author:gall", [DIGUE]),
    ('tag:"marée noire"', [DIGUE]),
    ("person:morvan", [DIGUE, FERRY]),
    ("person:(morvan OR reyes)", [DIGUE, FERRY, EGGS]),
    ("person:reyes person:morvan", [FERRY]),
    ("by:morvan", [DIGUE]),
    ("by:reyes", [FERRY, EGGS]),
    ("said:digue", [DIGUE, EGGS]),
    ("said:digue by:reyes", [EGGS]),
    ("said:digue person:morvan", [DIGUE]),
    ("said:floats person:morvan", []),
    ("about:quai", [DIGUE, EGGS]),
    ("site:quai", [DIGUE, EGGS]),
    ("site:qua lang:en", [FERRY]),
    ("lang:fr -site:quay", [DIGUE, EGGS]),
    ("is:read", [FERRY]),
    ("is:unread digue", [DIGUE, EGGS]),
    ("has:quotes", [DIGUE, FERRY, EGGS]),
    ("-has:people", [UNDATED]),
    ("date:2026", [DIGUE, FERRY]),
    ("date:2026-03-17", [DIGUE]),
    ("date:2026-03-18", []),
    ("date:..2026-02-02", [FERRY, EGGS]),
    ('date:"last month"', [FERRY]),
    ("sort:oldest", [UNDATED, EGGS, FERRY, DIGUE]),
    ("digue sort:oldest", [EGGS, DIGUE]),
    ("person:morvan sort:oldest", [FERRY, DIGUE]),
    ("qqqq", []),
    ("person:nobody", []),
]


@pytest.mark.parametrize(("query", "titles"), FOUND, ids=[query or "all" for query, _ in FOUND])
def test_a_query_finds(filled, query, titles):
    search = parse(query, TODAY)
    assert [row.title for row in filled.search(search)] == titles
    assert filled.count(search) == len(titles)


def test_rows_tell_whether_they_are_read(filled):
    (row,) = filled.search(parse("floats", TODAY))
    assert (row.read, row.site, row.published) == (True, "The Quay", "2026-02-02")


def test_rows_come_as_they_are_asked_for(library):
    library.add(
        replace(article(f"Tide {n}", "A word."), published="2026-01-01") for n in range(450)
    )
    search = parse("tide", TODAY)
    rows = library.search(search)
    assert [next(rows).title for _ in range(3)] == ["Tide 0", "Tide 1", "Tide 2"]
    rows.close()
    library.add([article("Tide after", "A word.")])
    assert library.count(search) == 451
    assert len({row.id for row in library.search(search)}) == 451


@pytest.mark.parametrize(
    "typed",
    ['a"b', "NEAR(a b)", "a:b^2 + {c}", "x' OR 1=1 --", "a AND b* NOT", "\ud800x", "𝔄 a\0b"],
)
def test_what_is_syntax_of_the_index_is_only_words(filled, typed):
    for query in (f"«{typed.replace('«', '')}»", f"title:«{typed}»", f"said:«{typed}»*"):
        assert list(filled.search(parse(query, TODAY))) == []


SIGNS = [*'()"«»-a *^', "OR", "NOT", "person:", "said:", "title:", "date:2026", "is:read", "léna "]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.text(max_size=20) | st.lists(st.sampled_from(SIGNS), max_size=15).map("".join))
def test_whatever_is_a_query_has_an_answer(filled, query):
    try:
        search = parse(query, TODAY)
    except QueryError:
        return
    assert len(list(filled.search(search))) == filled.count(search) <= len(PIECES)


def test_a_long_query(filled):
    many = " OR ".join(f"w{n}" for n in range(400))
    assert list(filled.search(parse(many, TODAY))) == []
    assert list(filled.search(parse(many.replace(" OR ", " "), TODAY))) == []


@pytest.mark.parametrize(
    ("query", "expression"),
    [
        ("a", '"a"'),
        ("a b* -c", '(("a" AND "b" *) NOT ("c"))'),
        ("title:a OR text:b", '(title : "a" OR body : "b")'),
        ("-a", None),
        ("a person:b", None),
        ("a is:read", None),
    ],
)
def test_words_alone_are_one_expression(query, expression):
    assert matching(parse(query, TODAY).term) == expression


@pytest.mark.parametrize("piece", [1, 2, 3, 50_000])
@pytest.mark.parametrize("query", [query for query, _ in FOUND if query and "sort:" not in query])
@pytest.mark.parametrize("sort", ["", " sort:oldest"])
def test_a_listing_has_what_a_search_finds_however_it_is_fetched(
    filled, monkeypatch, piece, query, sort
):
    monkeypatch.setattr(finding, "_PIECE_ROWS", piece)
    search = parse(query + sort, TODAY)
    found = [row.title for row in filled.search(search)]
    listing = filled.listing(Query(search=search))
    assert [row.title for row in listing] == found
    assert [listing.position(row.id) for row in listing] == list(range(len(found)))
    assert [row.title for row in filled.listing(Query(search=search), 2)] == found[:2]
    assert filled.count(search) == len(found)


@pytest.mark.parametrize("query", ["is:unread", "is:unread digue", "digue is:unread -jamais"])
def test_what_is_unread_follows_what_is_read(filled, query):
    search = parse(query, TODAY)
    before = [row.title for row in filled.search(search)]
    assert before == [title for title in (DIGUE, EGGS, UNDATED) if title in before]
    filled.mark_read(PIECES[0].id, read=True)
    assert [row.title for row in filled.search(search)] == before[1:]
