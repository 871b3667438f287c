import json
import zlib
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from library.articles import ARTICLES, article

from tui.library import AddReport, LibraryError, Query, memory_library
from tui.library.codec import decode, encode
from tui.model import Source

EVERYTHING = Query()


def titles(library, query=EVERYTHING):
    return [row.title for row in library.listing(query)]


def test_importing_twice_changes_nothing(library):
    pieces = [article("One thing"), article("Another thing", ["Ada Sund"])]
    assert library.add(pieces) == AddReport(added=2)
    before = titles(library), library.figure("ada sund")
    assert library.add(pieces) == AddReport(unchanged=2)
    assert (titles(library), library.figure("ada sund")) == before
    assert len(library) == 2


def test_an_article_comes_back_as_it_was(library):
    piece = article("One thing", {"Ada Sund": 2}, url="https://example.org/1", authors=("Bo Lind",))
    library.add([piece])
    assert library.article(piece.id) == piece
    assert library.article("no such id") is None


def test_the_same_article_from_another_file_is_unchanged(library):
    piece = article("One thing")
    library.add([piece])
    moved = replace(piece, source=Source("elsewhere.html", "html", "2030-01-01T00:00:00Z"))
    assert library.add([moved]) == AddReport(unchanged=1)


def test_a_newer_version_of_an_article_replaces_it_and_stays_read(library):
    piece = article("One thing", {"Ada Sund": 2, "Kim": 1})
    library.add([piece])
    library.mark_read(piece.id, read=True)
    newer = replace(piece, title="One thing, corrected", people=article("", ["Bo Lind"]).people)
    assert library.add([newer]) == AddReport(updated=1)
    (row,) = library.listing(EVERYTHING)
    assert (row.title, row.read) == ("One thing, corrected", True)
    assert library.article(piece.id) == newer
    assert len(library) == 1
    assert library.figure("ada sund") is None
    assert [match.figure.name for match in library.match_figures("", 10)] == ["Bo Lind"]


def test_an_article_twice_in_one_import_counts_once(library):
    piece = article("One thing", ["Ada Sund"])
    report = library.add([piece, piece, replace(piece, language="en")])
    assert report == AddReport(added=1, unchanged=1, updated=1)
    assert library.figure("ada sund").articles == 1


def test_read_and_unread_show_in_a_listing_that_is_open(library):
    piece = article("One thing")
    library.add([piece])
    listing = library.listing(EVERYTHING)
    assert not listing[0].read
    library.mark_read(piece.id, read=True)
    assert listing[0].read
    library.mark_read(piece.id, read=False)
    assert not listing[0].read


def test_marking_what_is_not_there_does_nothing(library):
    library.mark_read("no such id", read=True)
    assert len(library) == 0


def test_what_came_before_a_broken_source_is_stored(library):
    def pieces():
        yield article("One thing")
        raise ValueError("the source broke")

    with pytest.raises(ValueError, match="the source broke"):
        library.add(pieces())
    assert titles(library) == ["One thing"]


def test_a_closed_library_says_so_in_one_line(library):
    library.add([article("One thing")])
    library.close()
    with pytest.raises(LibraryError, match="closed") as raised:
        len(library)
    assert "\n" not in str(raised.value)
    with pytest.raises(LibraryError, match="closed"):
        library.add([article("Another thing")])


def test_names_and_titles_that_are_sql_are_only_text(library):
    name = "Robert'); DROP TABLE article;-- Tables"
    library.add([article("'; DELETE FROM figure; --", [name])])
    (found,) = library.match_figures("drop table", 5)
    assert found.figure.name == name
    assert len(library.listing(Query(include=(found.figure.id,)))) == 1
    assert len(library.listing(Query(include=("' OR 1=1 --",)))) == 0


def test_lone_surrogates_and_nuls_are_kept(library):
    piece = article("A \ud800 title \0 cut", ["Ada\udcff Sund", "\0"], id="\udc80", site="\ud800")
    library.add([piece])
    (row,) = library.listing(EVERYTHING)
    assert library.article(row.id) == library.article(piece.id) == piece
    assert library.listing(EVERYTHING).position(piece.id) == 0
    assert len(library.appearances(piece.id)) == 2
    assert library.related(piece.id) == ()


def test_a_title_without_end_is_cut_in_lists_only(library):
    piece = article("endless " * 100_000)
    library.add([piece])
    assert len(library.listing(EVERYTHING)[0].title) == 1_000
    assert library.article(piece.id) == piece


@given(ARTICLES)
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_article_survives_being_stored(piece):
    assert decode(encode(piece).body) == piece


@given(ARTICLES, ARTICLES)
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_article_may_be_asked_for_anything(one, two):
    library = memory_library()
    library.add([one, two, one])
    for row in library.listing(EVERYTHING):
        stored = library.article(row.id)
        assert stored in (one, two)
        for appearance in library.appearances(row.id):
            figure = appearance.figure
            listing = library.listing(Query(include=(figure.id,)))
            assert listing.position(row.id) is not None
            assert len(listing) == figure.articles
            assert sum(found.matches for found in listing) == figure.mentions
            for match in library.match_figures(appearance.name, 5):
                assert all(0 <= at < len(match.figure.name) for at in match.positions)
        assert all(related.target != row for related in library.related(row.id))
    library.close()


@pytest.mark.parametrize("body", [b"", b"o", b"oxx", encode(article()).body[:-9], b"j\0\0"])
def test_a_damaged_document_is_a_value_error(body):
    with pytest.raises(ValueError, match="damaged"):
        decode(body)


def test_an_article_stored_before_keywords_were_known_is_read():
    piece = article("A page")
    body = encode(piece).body
    source, _, text = zlib.decompress(body[1:]).partition(b"\n")
    content = json.loads(text)
    for later in ("modified", "section", "keywords", "media"):
        del content[later]
    old = zlib.compress(source + b"\n" + json.dumps(content).encode())
    assert decode(body[:1] + old) == piece
