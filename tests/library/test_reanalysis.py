"""A newer engine goes over what an older one found."""

import sqlite3
from dataclasses import replace

import pytest
from articles import article
from library.older import make_older

from tui.library import Query, open_library
from tui.library.corrections import Correction
from tui.library.interface import Analysed, QuotesQuery
from tui.model import Source

PIECES = [
    article(
        f"Piece {n}", "Ada Sund spoke. “Rain again,” she said.", people={"Ada Sund": []},
        quotes=[("Rain again,", None)],
    )
    for n in range(100)
]  # fmt: skip


def newer(piece):
    """What the newer engine makes of an article: the quote has a speaker."""
    return replace(piece, quotes=(replace(piece.quotes[0], speaker="Ada Sund", rule="nearer"),))


@pytest.fixture
def filled(library):
    library.add(Analysed(piece, 1) for piece in PIECES)
    return library


def run(library, engine=2, everything=False, analyse=newer):
    return list(library.reanalyse(analyse, engine, everything=everything))


def test_what_an_older_engine_found_is_found_anew_once(filled):
    last = run(filled)[-1]
    assert (last.done, last.total, last.changed) == (100, 100, 100)
    assert filled.article(PIECES[3].id).quotes[0].speaker == "Ada Sund"
    assert run(filled) == []
    assert run(filled, engine=3)[-1].changed == 0


def test_a_run_that_is_cut_short_goes_on_where_it_stopped(filled):
    seen = []

    def counted(piece):
        seen.append(piece.id)
        return newer(piece)

    first = next(filled.reanalyse(counted, 2, everything=False))
    assert 0 < first.done < 100
    last = run(filled, analyse=counted)[-1]
    assert last.total == 100 - first.done
    assert len(seen) == len(set(seen)) == 100


@pytest.mark.parametrize("engine", [1, 2])
def test_a_run_over_all_that_is_cut_short_goes_on_too(filled, engine):
    seen = []

    def counted(piece):
        seen.append(piece.id)
        return newer(piece)

    first = next(filled.reanalyse(counted, engine, everything=True))
    run(filled, engine, everything=True, analyse=counted)
    assert len(seen) == len(set(seen)) == 100
    assert first.done < 100
    assert run(filled, engine, everything=True)[-1].done == 100


def test_people_and_quotes_that_came_with_the_input_are_left_alone(library):
    library.add([PIECES[0], Analysed(PIECES[1], 1)])
    assert run(library, everything=True)[-1].total == 1
    assert library.article(PIECES[0].id) == PIECES[0]


def test_corrections_are_kept(filled):
    filled.correct(Correction("speaker", None, article=PIECES[0].id, words="Rain again,"))
    filled.correct(Correction("rename", "ada sund", "Ada Sund", words="Ada Sund-Rey"))
    run(filled)
    assert filled.article(PIECES[0].id).quotes[0].speaker is None
    assert filled.article(PIECES[1].id).quotes[0].speaker == "Ada Sund-Rey"
    assert [kept.articles for kept in filled.corrections()] == [1, 100]


def test_an_article_that_was_replaced_meanwhile_is_not_put_back(filled):
    fresh = replace(PIECES[0], title="Fresh")

    def analyse(piece):
        if piece.id == PIECES[0].id:
            filled.add([Analysed(fresh, 2)])
        return newer(piece)

    run(filled, analyse=analyse)
    assert filled.article(PIECES[0].id) == fresh


def test_a_library_of_the_first_version_is_gone_over_but_for_foreign_annotations(tmp_path):
    path = tmp_path / "l.db"
    library = open_library(path)
    foreign = replace(PIECES[0], source=Source("x.jsonl", "json"))
    own = replace(newer(PIECES[1]), source=Source("y.jsonl", "json"))
    library.add([foreign, own, *PIECES[2:4]])
    library.mark_read(PIECES[2].id, read=True)
    library.close()
    make_older(path, 1)
    library = open_library(path)
    assert [said.article.id for said in library.quotes(QuotesQuery(by="ada"))] == [own.id]
    (read,) = [row for row in library.listing(Query()) if row.read]
    assert read.id == PIECES[2].id
    last = run(library)[-1]
    assert (last.done, last.changed) == (4, 2)
    assert library.article(foreign.id).quotes == foreign.quotes
    assert library.article(PIECES[2].id).quotes[0].speaker == "Ada Sund"
    assert run(library, everything=True)[-1].total == 3
    library.close()


def test_a_damaged_article_is_told_and_left(tmp_path):
    path = tmp_path / "l.db"
    library = open_library(path)
    library.add(Analysed(piece, 1) for piece in PIECES[:3])
    library.close()
    connection = sqlite3.connect(path)
    connection.execute("UPDATE document SET body = x'6f00' WHERE article = 2")
    connection.commit()
    connection.close()
    library = open_library(path)
    last = run(library)[-1]
    assert (last.done, last.changed, last.unreadable) == (3, 2, 1)
    assert library.correct(Correction("rename", "ada sund", "Ada Sund", words="Ada Rey"))
    assert library.figure("ada sund").name == "Ada Rey"
    library.close()
