"""One text in several places: found as copies, listed once, and told from what only looks alike."""

import random
from dataclasses import replace

import pytest
from articles import article as told

from tui.library import Query
from tui.library.copies import alike, sentences, sketch
from tui.model import Source

_TEXT = """
    harbour council engineer breakwater concrete inspection minister decision fishermen yesterday
    announced temporarily completely residents investigation spokesman repair the a of and to in
    it was for on that with said by from at after before two three
"""
_WORDS = _TEXT.split()


def _paragraph(seed, words=90):
    random_ = random.Random(seed)  # noqa: S311
    chosen = random_.choices(_WORDS, k=words)
    sentences = (" ".join(chosen[at : at + 15]) for at in range(0, words, 15))
    return " ".join(f"{sentence.capitalize()}." for sentence in sentences)


def _piece(title, *seeds, **fields):
    made = told(title, *map(_paragraph, seeds), published="2026-03-02", site="The Ister Post")
    return replace(made, **{"url": f"https://example.org/{made.id}", **fields})


WIRE = _piece("Concrete found wanting", 1, 2, 3)
COPY = _piece("Breakwater: concrete was wanting", 1, 2, 3, site="Le Soir", published="2026-03-03")
CUT = _piece("In brief: breakwater", 1, 2, site="Nova", published="2026-03-01")
OTHER = _piece("A school keeps its bell", 7, 8, 9)


def _titles(library, query=Query()):  # noqa: B008
    return [(row.title, row.copies) for row in library.listing(query)]


def test_wire_copy_is_listed_once_with_the_number_of_others(library):
    library.add([WIRE, COPY, OTHER, CUT])
    assert sorted(_titles(library)) == [(OTHER.title, 0), (WIRE.title, 2)]
    assert len(library) == 4


def test_copies_come_to_the_same_whatever_comes_first(library):
    library.add([CUT, WIRE, COPY])
    assert _titles(library) == [(CUT.title, 2)]


def test_what_says_the_same_months_later_is_another_piece(library):
    later = replace(COPY, published="2026-06-03")
    library.add([WIRE, later])
    assert sorted(_titles(library)) == [(COPY.title, 0), (WIRE.title, 0)]


def test_a_short_text_is_no_copy(library):
    pieces = [replace(told(title, "Nothing is known yet."), site=title) for title in ("A", "B")]
    library.add(pieces)
    assert len(_titles(library)) == 2


def test_a_copy_that_changes_stands_for_itself(library):
    library.add([WIRE, COPY, CUT])
    library.add([replace(COPY, text=_piece(COPY.title, 20, 21, 22).text)])
    assert sorted(_titles(library)) == [(COPY.title, 0), (WIRE.title, 1)]


def test_where_the_lead_changes_another_leads(library):
    library.add([WIRE, COPY, CUT])
    changed = _piece(WIRE.title, 20, 21, 22)
    library.add([changed])
    assert sorted(_titles(library)) == [(COPY.title, 1), (WIRE.title, 0)]
    library.add([WIRE])
    assert sorted(_titles(library)) == [(COPY.title, 2)]


def test_a_filter_shows_the_copy_where_its_lead_is_not_meant(library):
    people = {"Anna Holt": []}
    named = replace(
        told(COPY.title, "Anna Holt spoke.", *map(_paragraph, (1, 2, 3)), people=people)
    )
    library.add([WIRE, replace(named, published="2026-03-03", url="https://example.org/c")])
    assert _titles(library) == [(WIRE.title, 1)]
    (figure,) = library.called("Anna Holt")
    assert _titles(library, Query((figure.id,))) == [(COPY.title, 0)]


def test_a_dump_of_a_page_is_the_page(library):
    dump = replace(WIRE, id="dump", url=None, site=None, published=None)
    library.add([WIRE])
    assert library.add([dump]).unchanged == 1
    assert len(library) == 1


def test_a_page_takes_the_place_of_its_dump(library):
    dump = replace(WIRE, id="dump", url=None, site=None, published=None)
    library.add([dump])
    library.mark_read("dump", read=True)
    assert library.add([WIRE]).updated == 1
    (row,) = library.listing(Query())
    assert (row.id, row.read) == (WIRE.id, True)
    assert library.add([dump]).unchanged == 1


def test_a_dump_of_another_text_with_that_title_is_another_article(library):
    dump = replace(_piece(WIRE.title, 20, 21, 22), id="dump", url=None)
    library.add([WIRE, dump])
    assert len(library) == 2


@pytest.mark.parametrize("cut", [0, 1, 40, 200])
def test_an_inserted_line_moves_few_sentences(cut):
    changed = replace(WIRE, text=WIRE.text[:300] + " An inserted remark. " + WIRE.text[300 + cut :])
    assert alike(sentences(WIRE), sentences(changed))
    assert set(sketch(sentences(WIRE))) & set(sketch(sentences(changed)))


def test_different_texts_are_not_alike():
    assert not alike(sentences(WIRE), sentences(OTHER))


FEED = replace(
    told(WIRE.title, "The inspection found what nobody wanted to find."),
    id=WIRE.id,
    url=WIRE.url,
    source=Source("news.xml", "feed"),
)
WALLED = _piece(WIRE.title, 1, id=WIRE.id, url=WIRE.url)


@pytest.mark.parametrize("excerpt", [FEED, WALLED], ids=["feed", "walled"])
def test_an_excerpt_takes_no_whole_articles_place(library, excerpt):
    page = replace(WIRE, source=Source("page.html", "html"))
    library.add([page])
    assert library.add([excerpt]).unchanged == 1
    assert library.article(WIRE.id) == page


@pytest.mark.parametrize("excerpt", [FEED, WALLED], ids=["feed", "walled"])
def test_a_whole_article_takes_the_place_of_its_excerpt(library, excerpt):
    library.add([excerpt])
    page = replace(WIRE, source=Source("page.html", "html"))
    assert library.add([page]).updated == 1
    assert library.article(WIRE.id) == page


def test_a_version_that_was_shortened_and_rewritten_is_another_version(library):
    library.add([WIRE])
    assert library.add([_piece(WIRE.title, 31, id=WIRE.id, url=WIRE.url)]).updated == 1
