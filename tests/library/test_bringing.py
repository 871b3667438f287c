"""What an export brings along is taken over once, and what the user does later stays."""

from dataclasses import replace

import pytest
from articles import article

from tui.library import Query, open_library
from tui.library.bringing import anchored
from tui.library.query import parse as parsed
from tui.library.salvaging import salvage
from tui.model import Brought, Passage, Span

PIECE = article("The harbour", "A quiet day. Nothing happened.", "It rained\u00a0on the quay.")
OTHER = article("The mill", "The mill turned.")
BROUGHT = Brought(
    PIECE.id,
    read=True,
    starred=True,
    tags=("Slow Travel", "sea"),
    passages=(Passage("Nothing happened. It rained on", "really?"), Passage("never there")),
)


def _row(library):
    return next(row for row in library.listing(Query()) if row.id == PIECE.id)


def _found(library, text):
    return [row.title for row in library.search(parsed(text, None))]


def test_what_is_brought_is_there_when_the_article_is(library):
    library.add([PIECE, OTHER, BROUGHT])
    assert (_row(library).read, _row(library).starred) == (True, True)
    (mark,) = library.highlights(PIECE)
    words = PIECE.text[mark.span.start : mark.span.end].split()
    assert words == ["Nothing", "happened.", "It", "rained", "on"]
    assert mark.note == "really?"
    assert _found(library, "tag:sea") == ["The harbour"]
    assert _found(library, "is:highlighted has:notes is:starred") == ["The harbour"]


@pytest.mark.parametrize(
    ("query", "there"),
    [
        ("tag:sea", True),
        ("tag:SEA", True),
        ('tag:"slow travel"', True),
        ("tag:travel", True),
        ("tag:se", False),
        ("tag:se*", True),
        ('tag:"travel sea"', False),
        ("harbour tag:sea", True),
        ("mill OR tag:sea", True),
        ("tag:sea -tag:slow", False),
        ("tag:nothing", False),
    ],
)
def test_the_user_s_tags_are_found_beside_keywords(library, query, there):
    library.add([PIECE, BROUGHT])
    assert (_found(library, query) == ["The harbour"]) is there


def test_keywords_are_found_as_before(library):
    library.add([replace(PIECE, keywords=("sea",)), OTHER])
    assert _found(library, "tag:sea") == ["The harbour"]


def test_the_same_export_again_undoes_nothing(library):
    library.add([PIECE, BROUGHT])
    library.mark_read(PIECE.id, read=False)
    library.star(PIECE.id, on=False)
    (mark,) = library.highlights(PIECE)
    library.drop_highlight(mark.key)
    library.add([PIECE, BROUGHT])
    assert (_row(library).read, _row(library).starred) == (False, False)
    assert library.highlights(PIECE) == ()


def test_what_is_new_in_a_later_export_is_taken_over(library):
    library.add([PIECE, replace(BROUGHT, read=False, tags=())])
    assert not _row(library).read
    library.add([PIECE, BROUGHT])
    assert _row(library).read
    assert _found(library, "tag:sea") == ["The harbour"]


def test_what_is_unread_elsewhere_stays_read_here(library):
    library.add([PIECE])
    library.mark_read(PIECE.id, read=True)
    library.add([Brought(PIECE.id, starred=True)])
    assert _row(library).read


def test_a_highlight_that_is_there_already_comes_once(library):
    library.add([PIECE])
    at = PIECE.text.index("Nothing happened.")
    library.highlight(PIECE, Span(at, at + len("Nothing happened.")))
    library.add([Brought(PIECE.id, passages=(Passage("Nothing happened."),))])
    assert len(library.highlights(PIECE)) == 1


def test_a_note_on_the_whole_article_stands_on_its_title(library):
    library.add([PIECE, Brought(PIECE.id, passages=(Passage("", "keep"),))])
    (mark,) = library.highlights(PIECE)
    assert (mark.span, mark.note) == (Span(0, len(PIECE.title)), "keep")


def test_what_is_brought_for_nobody_is_dropped(library):
    library.add([Brought("gone", read=True, starred=True, tags=("x",), passages=(Passage("x"),))])
    assert len(library) == 0


@pytest.mark.parametrize("odd", ["\ud800", "\x00", "!!!", "a" * 10_000, "\n\t "])
def test_any_text_may_be_a_tag_or_a_passage(library, odd):
    library.add([PIECE, Brought(PIECE.id, tags=(odd,), passages=(Passage(odd, odd),))])
    assert len(library.listing(Query())) == 1


@pytest.mark.parametrize(
    ("words", "at"), [("b c", (1, 5)), ("d", (6, 7)), ("", None), ("  ", None), ("x", None)]
)
def test_passages_are_found_whatever_the_white_space(words, at):
    assert anchored("ab\n\nc d", words) == (None if at is None else Span(*at))


def test_what_was_brought_outlives_a_damaged_library(tmp_path):
    path = tmp_path / "library.db"
    library = open_library(path)
    library.add([PIECE, BROUGHT])
    library.mark_read(PIECE.id, read=False)
    library.close()
    salvage(path, lambda _: None)
    library = open_library(path)
    library.add([PIECE, BROUGHT])
    assert library.tags.of(PIECE.id) == ("sea", "Slow Travel")
    assert not _row(library).read
    library.close()


def test_a_mark_keeps_its_colour_where_there_is_such_a_one(library):
    marks = (Passage("Nothing happened.", colour="green"), Passage("rained", colour="#ff0"))
    library.add([PIECE, Brought(PIECE.id, passages=marks)])
    assert [mark.colour for mark in library.highlights(PIECE)] == ["green", "violet"]
