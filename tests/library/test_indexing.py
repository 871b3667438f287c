"""The full-text indexes follow from what is stored, whatever happens to the articles."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from library.articles import ARTICLES, article
from library.older import make_older

from tui.library import memory_library, open_library
from tui.library.corrections import Correction
from tui.library.dates import UNDATED, free_place, sort_key
from tui.library.indexing import QUOTES, place_of, quote_row, searchable
from tui.model import Block, Person, Quote, Span


def ask(library, query, *values):
    with library._connections.read() as connection:  # noqa: SLF001
        return [first for (first, *_) in connection.execute(query, values)]


def found(library, expression):
    """Return the titles of the articles that the index yields, in its order."""
    query = """
        SELECT a.title FROM article_text AS t JOIN article AS a ON a.sort = t.rowid
        WHERE article_text MATCH ? ORDER BY t.rowid
    """
    return ask(library, query, expression)


def quoting(library, expression):
    rows = ask(library, "SELECT rowid FROM quote_text WHERE quote_text MATCH ?", expression)
    return [ask(library, "SELECT title FROM article WHERE sort = ?", place_of(r))[0] for r in rows]


def speakers(library):
    query = "SELECT f.name FROM quote AS q LEFT JOIN figure AS f ON f.key = q.figure ORDER BY q.key"
    return ask(library, query)


def spoken(title, text, said, speaker, **fields):
    whole = f"{title}\n\n{text}"
    start = whole.index(said)
    return replace(
        article(title),
        text=whole,
        blocks=(Block("title", 0, len(title)), Block("paragraph", len(title) + 2, len(whole))),
        people=(Person(speaker, mentions=(Span(0, 1),)),),
        quotes=(Quote(start, start + len(said), "direct", speaker, None, 0.9),),
        **fields,
    )


TIDE = spoken(
    "L'été des marées", "« La digue tient, dit-elle, à l'œil nu. »",
    "La digue tient", "Léna Morvan",
    published="2026-03-02", site="Le Quai", section="Côte", keywords=("marée noire",),
    authors=("Paul Le Gall",),
)  # fmt: skip


@pytest.mark.parametrize(
    "expression",
    [
        "marees", "ete", '"l\'été"', "digue", "dig*", "ti*", "oeil", '"la digue tient"', "morvan",
        '"Le Gall"', "title: marees", "names: lena", 'about: "maree noire"', "about: quai", "nu",
    ],
)  # fmt: skip
def test_an_article_is_found_by_its_words_folded(library, expression):
    library.add([article("Something else"), TIDE])
    assert found(library, expression) == ["L'été des marées"]


@pytest.mark.parametrize("expression", ["title: digue", "body: ete", "names: digue", "marine"])
def test_each_column_holds_its_own(library, expression):
    library.add([TIDE])
    assert found(library, expression) == []


def test_what_is_newest_is_found_first(library):
    dates = [None, "2024-05-01", "2026-05-01", "2025-05-01", "2025-05-01", "no date"]
    library.add(article(f"Tide {n}", published=date) for n, date in enumerate(dates))
    assert found(library, "tide") == [f"Tide {n}" for n in (2, 3, 4, 1, 0, 5)]


def test_quotes_are_found_by_their_words_and_know_who_speaks(library):
    library.add([TIDE, article("Digue")])
    assert quoting(library, "digue") == ["L'été des marées"]
    assert quoting(library, "oeil") == []
    assert speakers(library) == ["Léna Morvan"]


def test_a_correction_gives_a_quote_another_speaker_and_taking_it_back_the_first(library):
    library.add([TIDE])
    merge = Correction("merge", "lena morvan", "Léna Morvan", "hélène morvan", "Hélène Morvan")
    nobody = Correction(
        "speaker", None, "", None, "", article=TIDE.id, words="La digue tient", ordinal=0
    )
    for made in (merge, nobody):
        before = speakers(library)
        number = library.correct(made)
        library.take_back(number)
        assert speakers(library) == before
    library.correct(nobody)
    assert speakers(library) == [None]
    assert quoting(library, "digue") == ["L'été des marées"]


def test_a_newer_version_takes_the_words_of_the_older_out(library):
    library.add([TIDE])
    calm = spoken("La mer", "« Rien à dire », dit-il.", "Rien", "Bo Lind", published="2026-03-02")
    library.add([replace(calm, id=TIDE.id)])
    assert [found(library, word) for word in ("digue", "quai", "rien")] == [[], [], ["La mer"]]
    assert (quoting(library, "digue"), quoting(library, "rien")) == ([], ["La mer"])
    assert speakers(library) == ["Bo Lind"]


def test_an_article_with_another_date_is_found_at_its_new_place(library):
    library.add(
        [TIDE, spoken("Marées hautes", "« Oui. »", "Oui", "Bo Lind", published="2026-04-01")]
    )
    assert found(library, "marees") == ["Marées hautes", "L'été des marées"]
    library.add([replace(TIDE, published="2026-05-01")])
    assert found(library, "marees") == ["L'été des marées", "Marées hautes"]
    assert quoting(library, "digue") == ["L'été des marées"]
    assert sorted(speakers(library)) == ["Bo Lind", "Léna Morvan"]


def test_more_quotes_than_an_article_has_rows_for(library):
    quotes = tuple(Quote(n, n + 1, "direct") for n in range(QUOTES + 9))
    piece = article("Many", text="a" * (QUOTES + 9), quotes=quotes)
    library.add([piece, article("Next")])
    assert ask(library, "SELECT count(*) FROM quote") == [QUOTES]
    assert set(quoting(library, "a")) == {"Many"}


def check(library):
    with library._connections.write() as connection:  # noqa: SLF001
        for table in ("article_text", "quote_text"):
            connection.execute(f"INSERT INTO {table} ({table}) VALUES ('integrity-check')")  # noqa: S608
    places = ask(library, "SELECT sort FROM article ORDER BY sort")
    assert ask(library, "SELECT id FROM article_text_docsize ORDER BY id") == places
    rows = ask(library, "SELECT key FROM quote ORDER BY key")
    assert ask(library, "SELECT id FROM quote_text_docsize ORDER BY id") == rows
    assert {place_of(row) for row in rows} <= set(places)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=40)
@given(st.lists(ARTICLES, max_size=5))
def test_any_articles_over_each_other(pieces):
    library = memory_library()
    library.add(pieces)
    library.add(replace(piece, id="one") for piece in pieces)
    check(library)
    library.close()


@given(st.integers(0, 60), st.sets(st.integers(0, 60)))
def test_a_free_place_stands_behind_those_taken(wanted, taken):
    place = free_place(wanted, taken.__contains__)
    assert place >= wanted
    assert place not in taken
    assert place == wanted or place - 1 in taken


def test_few_places_are_looked_at_where_thousands_are_taken():
    asked = []
    assert free_place(0, lambda place: asked.append(place) or place < 100_000) == 100_000
    assert len(asked) < 40


def test_dates_leave_room_for_every_article_of_a_second_and_every_quote():
    second = sort_key("2026-03-02T10:00:00Z")
    assert sort_key("2026-03-02T09:59:59Z") - second == 1024
    assert sort_key("9999-12-31T23:59:59-23:59") > -(2**49)
    assert quote_row(UNDATED + 10**9, QUOTES - 1) < 2**63
    assert quote_row(sort_key("9999-12-31"), 0) > -(2**63)
    assert place_of(quote_row(-7, QUOTES - 1)) == -7


def test_letters_that_are_written_as_two():
    assert searchable("Œil, cœur, æther, Straße") == "oeil, coeur, aether, Strasse"
    assert searchable("\ud800") == "\\ud800"


def test_letters_of_other_widths_and_old_forms_are_plain():
    assert searchable("Ａ１ ﬁn ｱ") == "A1 fin ア"


@pytest.mark.parametrize("version", [3, 4])
def test_an_older_library_is_indexed(tmp_path, version):
    path = tmp_path / "l.db"
    library = open_library(path)
    pieces = [article(f"Tide {n}", published="2025-05-01") for n in range(20)]
    undated = [article(f"Tide without a date {n}") for n in range(3)]
    library.add([TIDE, *pieces, *undated])
    library.mark_read(TIDE.id, read=True)
    before = found(library, "tide"), quoting(library, "digue"), speakers(library)
    library.close()
    make_older(path, version)
    library = open_library(path)
    assert (found(library, "tide"), quoting(library, "digue"), speakers(library)) == before
    check(library)
    library.add([replace(TIDE, language="fr")])
    assert ask(library, "SELECT language FROM article WHERE language IS NOT NULL") == ["fr"]
    check(library)
    library.close()
