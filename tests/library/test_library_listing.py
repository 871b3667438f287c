import random
from dataclasses import replace

import pytest
from library.articles import article

from tui.library import Query
from tui.library.dates import UNDATED, sort_key

EVERYTHING = Query()


def numbered(count, **fields):
    return [article(f"Piece number {n}", **fields) for n in range(count)]


def test_newest_first_whatever_the_offset_and_undated_last(library):
    dates = {
        "undated": None,
        "no date": "yesterday",
        "morning in Paris": "2025-01-23T07:30:00+01:00",
        "later in London": "2025-01-23T06:45:00Z",
        "earlier in Tokyo": "2025-01-23T15:00:00+09:00",
        "the day before": "2025-01-22",
        "the day": "2025-01-23",
        "to come": "2999-12-31",
        "the first day": "0001-01-01T00:00:00+14:00",
    }
    library.add(article(title, published=date) for title, date in dates.items())
    assert [row.title for row in library.listing(EVERYTHING)] == [
        "to come",
        "later in London",
        "morning in Paris",
        "earlier in Tokyo",
        "the day",
        "the day before",
        "the first day",
        "undated",
        "no date",
    ]


def test_a_row_shows_the_date_as_the_article_has_it(library):
    library.add([article("One", published="2025-01-23T07:30:00+01:00", site="The Quay")])
    row = library.listing(EVERYTHING)[0]
    assert (row.published, row.site, row.matches) == ("2025-01-23T07:30:00+01:00", "The Quay", 0)


def test_articles_of_one_day_stay_in_the_order_they_came(library):
    library.add(numbered(300, published="2025-01-23"))
    titles = [row.title for row in library.listing(EVERYTHING)]
    assert titles == [f"Piece number {n}" for n in range(300)]
    library.add([article("Piece number 7", published="2025-01-23", language="fr")])
    assert [row.title for row in library.listing(EVERYTHING)] == titles


@pytest.mark.parametrize("published", ["", "2025", "12:30", "2025-13-01", "2025-01-23T25:00", "\0"])
def test_what_is_no_date_is_undated(published):
    assert sort_key(published) == UNDATED


def test_a_listing_answers_like_any_sequence(library):
    library.add(numbered(5, published="2025-01-23"))
    listing = library.listing(EVERYTHING)
    assert len(listing) == 5
    assert listing[-1] == listing[4]
    assert listing[1:4] == tuple(listing)[1:4]
    assert listing[::-2] == tuple(listing)[::-2]
    assert list(reversed(listing)) == list(listing)[::-1]
    for outside in (5, -6):
        with pytest.raises(IndexError):
            listing[outside]


def test_an_empty_library_has_an_empty_list(library):
    listing = library.listing(EVERYTHING)
    assert (len(listing), list(listing), listing.position("x")) == (0, [], None)
    assert len(library.listing(Query(exclude=("nobody here",)))) == 0


@pytest.fixture
def many(library):
    """Return the library with 400 articles, in a shuffled order, and the plain answer beside it."""
    drawn = random.Random(5)  # noqa: S311
    cast = ["Ada Sund", "Bo Lind", "Cleo Marsh"]
    pieces = []
    for n in range(400):
        people = {name: drawn.randint(1, 4) for name in cast if drawn.random() < 0.4}
        day = drawn.choice([None, f"20{drawn.randint(10, 30)}-0{drawn.randint(1, 9)}-11"])
        pieces.append(article(f"Piece number {n}", people, published=day))
    library.add(pieces)
    return library, pieces


def expected(pieces, query):
    def names(piece):
        return {person.name.lower() for person in piece.people}

    chosen = [
        piece
        for piece in pieces
        if names(piece) >= set(query.include) and not names(piece) & set(query.exclude)
    ]
    chosen.sort(key=lambda piece: piece.published or "", reverse=True)
    return [piece.id for piece in chosen]


QUERIES = [
    Query(),
    Query(include=("ada sund",)),
    Query(include=("ada sund", "bo lind", "ada sund")),
    Query(exclude=("ada sund",)),
    Query(exclude=("ada sund", "cleo marsh", "nobody here")),
    Query(include=("bo lind",), exclude=("ada sund",)),
    Query(include=("bo lind",), exclude=("bo lind",)),
    Query(include=("bo lind", "nobody here")),
]


@pytest.mark.parametrize("query", QUERIES, ids=str)
def test_a_query_leaves_what_it_means(many, query):
    library, pieces = many
    wanted = expected(pieces, query)
    listing = library.listing(query)
    assert [row.id for row in listing] == wanted
    assert len(listing) == len(wanted)
    places = {id_: place for place, id_ in enumerate(wanted)}
    for piece in pieces[::7]:
        assert listing.position(piece.id) == places.get(piece.id)


@pytest.mark.parametrize("query", QUERIES, ids=str)
def test_looking_figures_up_leaves_the_same(many, query, monkeypatch):
    monkeypatch.setattr("tui.library.selection._LOOK_UP", 0)
    library, pieces = many
    assert [row.id for row in library.listing(query)] == expected(pieces, query)


@pytest.mark.parametrize("query", QUERIES, ids=str)
def test_rows_may_be_looked_at_in_any_order(many, query):
    library, pieces = many
    wanted = expected(pieces, query)
    for place in random.Random(1).sample(range(len(wanted)), min(40, len(wanted))):  # noqa: S311
        assert library.listing(query)[place].id == wanted[place]


def test_matches_are_the_mentions_of_the_included_figures(library):
    library.add([article("One", {"Ada Sund": 3, "Bo Lind": 2, "Cleo Marsh": 5})])
    (row,) = library.listing(Query(include=("ada sund", "bo lind")))
    assert row.matches == 5
    (row,) = library.listing(Query(exclude=("nobody here",)))
    assert row.matches == 0


def test_a_listing_keeps_its_articles_while_others_are_added(many):
    library, _ = many
    for query in (Query(), Query(exclude=("ada sund",)), Query(include=("ada sund",))):
        listing = library.listing(query)
        before = [row.id for row in listing]
        newest = article(f"Newest {query}", ["Ada Sund"], published="2031-01-01")
        library.add([newest])
        assert [row.id for row in listing] == before
        assert listing.position(newest.id) is None


def test_a_listing_holds_when_an_article_gets_another_date_and_other_people(many):
    library, pieces = many
    query = Query(exclude=("ada sund",))
    listing = library.listing(query)
    count = len(listing)
    library.add(replace(piece, published="2032-01-01") for piece in pieces[::3])
    library.add(replace(piece, people=()) for piece in pieces[1::3])
    assert len(list(listing)) == count
    assert len({row.id for row in listing}) == count


def test_a_listing_asks_for_what_is_looked_at_only(many):
    library, _ = many
    listing = library.listing(EVERYTHING)
    connection_reads = []
    read = library._connections.read  # noqa: SLF001
    library._connections.read = lambda: connection_reads.append(1) or read()  # noqa: SLF001
    for place in range(50):
        listing[place]
    assert len(connection_reads) == 1
    listing[390]
    assert len(connection_reads) == 2
