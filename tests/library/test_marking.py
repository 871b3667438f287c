"""What the user marks: kept with the words, and found again where the text has changed."""

from contextlib import closing
from dataclasses import replace

import pytest
from articles import article
from library.older import make_older

from tui.library import Query, open_library, schema
from tui.library.salvaging import salvage
from tui.model import Span

PIECE = article("The harbour", "A quiet day. Nothing happened. A quiet day.", "It rained.")


def _span(piece, words, nth=0):
    at = -1
    for _ in range(nth + 1):
        at = piece.text.index(words, at + 1)
    return Span(at, at + len(words))


def _marked(library, piece):
    return [piece.text[h.span.start : h.span.end] for h in library.highlights(piece)]


def test_a_highlight_and_its_note_are_kept(library):
    library.add([PIECE])
    key = library.highlight(PIECE, _span(PIECE, "Nothing happened."))
    library.write_note(key, "really?")
    (mark,) = library.highlights(PIECE)
    assert (mark.span, mark.note) == (_span(PIECE, "Nothing happened."), "really?")
    library.drop_highlight(key)
    assert library.highlights(PIECE) == ()


def test_an_article_that_is_not_stored_takes_no_highlight(library):
    assert library.highlight(PIECE, Span(0, 3)) is None


def test_marks_move_with_their_words_when_the_article_changes(library):
    library.add([PIECE])
    for nth in (0, 1):
        library.highlight(PIECE, _span(PIECE, "A quiet day.", nth))
    changed = replace(PIECE, text=PIECE.text.replace("Nothing", "Now something did. Nothing"))
    library.add([changed])
    found = [mark.span for mark in library.highlights(changed)]
    assert found == [_span(changed, "A quiet day.", nth) for nth in (0, 1)]


def test_a_mark_whose_words_are_gone_is_kept_and_not_shown(library):
    library.add([PIECE])
    library.highlight(PIECE, _span(PIECE, "It rained."))
    changed = replace(PIECE, text=PIECE.text.replace("It rained.", "It snowed."))
    library.add([changed])
    assert _marked(library, changed) == []
    library.add([PIECE])
    assert _marked(library, PIECE) == ["It rained."]


@pytest.mark.parametrize("words", ["\ud800", "\x00", "🐟 fish"])
def test_any_text_may_be_marked(library, words):
    odd = article("Odd", f"before {words} after")
    library.add([odd])
    assert library.highlight(odd, _span(odd, "after")) is not None
    assert library.highlights(odd) is not None


def test_a_star_is_shown_in_the_list(library):
    library.add([PIECE])
    library.star(PIECE.id, on=True)
    library.star(PIECE.id, on=True)
    assert [row.starred for row in library.listing(Query())] == [True]
    library.star(PIECE.id, on=False)
    assert [row.starred for row in library.listing(Query())] == [False]


def _colours(library):
    return [mark.colour for mark in library.highlights(PIECE)]


def test_a_highlight_has_a_colour_that_can_be_changed(library):
    library.add([PIECE])
    key = library.highlight(PIECE, Span(0, 3), "green")
    assert _colours(library) == ["green"]
    library.marks.paint(key, "blue")
    assert _colours(library) == ["blue"]
    assert [mark.colour for mark in library.marks.all()] == ["blue"]


@pytest.mark.parametrize(("version", "colour"), [(schema.VERSION, "green"), (10, "violet")])
def test_a_salvaged_library_has_its_highlights_of_whichever_version(tmp_path, version, colour):
    path = tmp_path / "library.db"
    with closing(open_library(path)) as library:
        library.add([PIECE])
        library.write_note(library.highlight(PIECE, Span(0, 3), "green"), "why")
    make_older(path, version)
    salvage(path, lambda _: None)
    with closing(open_library(path)) as library:
        (mark,) = library.highlights(PIECE)
        assert (mark.span, mark.note, mark.colour) == (Span(0, 3), "why", colour)
