"""`broadsheet doctor`: a look, a copy, and a repair of a library that was damaged."""

import json
import os
import platform
import sqlite3
import stat
from importlib.metadata import version
from pathlib import Path

import pytest
from articles import article
from library.older import make_older

from tui.cli import run
from tui.cli.surroundings import UNKNOWN, judged
from tui.library import Query, open_library
from tui.library.corrections import Correction

PIECES = [
    article(
        f"Piece {n:03}",
        f"“It floats,” said Tom Reyes on day {n}. " + "Nothing else was said. " * 40,
        people={"Tom Reyes": ["Reyes"], "Anna Holt": []},
        quotes=[("It floats,", "Tom Reyes")],
        published=f"2026-01-{1 + n % 28:02}",
    )
    for n in range(60)
]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    library = open_library(tmp_path / "l.db")
    library.add(PIECES)
    library.mark_read(PIECES[1].id, read=True)
    library.save_view("Boats", "floats")
    (figure,) = library.called("Anna Holt")
    library.watch(figure.id, on=True)
    library.correct(Correction("rename", figure.id, figure.name, words="Mayor Holt"))
    library.close()
    return tmp_path / "l.db"


def _doctor(path, *words):
    return run(["doctor", "--library", str(path), *map(str, words)])


def _damage(path: Path) -> None:
    """Write over the page on which one of the documents stands, as a failing disk would."""
    with sqlite3.connect(path) as connection:
        (body,) = connection.execute("SELECT body FROM document WHERE article = 30").fetchone()
        (size,) = connection.execute("PRAGMA page_size").fetchone()
    connection.close()
    data = bytearray(path.read_bytes())
    start = data.index(body[:100]) // size * size
    data[start : start + size] = os.urandom(size)
    path.write_bytes(data)


def test_a_library_that_is_well(path: Path, capsys):
    before = path.read_bytes()
    assert _doctor(path) == 0
    told = capsys.readouterr().out.splitlines()
    assert told[-1] == "all is well"
    assert "articles    60" in told
    assert path.read_bytes() == before


def test_what_was_found_as_json(path: Path, capsys):
    assert _doctor(path, "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["articles"], told["problems"]) == (60, [])
    assert told["schema"] == told["current_schema"]


def test_an_older_library_is_looked_at_as_it_is(path: Path, capsys):
    make_older(path, 3)
    assert _doctor(path) == 0
    assert "schema      3, opening the library brings it to" in capsys.readouterr().out


def test_a_newer_library_is_told(path: Path, capsys):
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 999")
    connection.close()
    assert _doctor(path) == 0
    assert "newer than this program" in capsys.readouterr().out


@pytest.mark.parametrize("words", [(), ("--repair",), ("--backup", "copy.db")])
def test_what_is_no_library_is_refused(tmp_path: Path, words, capsys, monkeypatch):
    monkeypatch.chdir(tmp_path)
    note = tmp_path / "note.txt"
    note.write_text("There is not much to say. " * 40)
    for other in (note, tmp_path / "gone.db"):
        assert _doctor(other, *words) == 2
        assert capsys.readouterr().err.count("\n") == 1
    assert note.read_text() == "There is not much to say. " * 40
    assert sorted(file.name for file in tmp_path.iterdir()) == ["note.txt"]


def test_a_copy_is_made_while_the_library_is_open(path: Path, tmp_path: Path):
    library = open_library(path)
    library.add([article("One more", "It is here.")])
    copy = tmp_path / "copy.db"
    assert _doctor(path, "--backup", copy) == 0
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    library.close()
    copied = open_library(copy)
    assert len(copied) == 61
    copied.close()


def test_a_copy_is_never_written_over_anything(path: Path, tmp_path: Path, capsys):
    (tmp_path / "kept").write_text("mine")
    assert _doctor(path, "--backup", tmp_path / "kept") == 2
    assert (tmp_path / "kept").read_text() == "mine"
    assert _doctor(path, "--backup", tmp_path / "no" / "such") == 2
    assert capsys.readouterr().err.count("\n") == 2


def test_a_damaged_page_is_told_and_the_rest_is_saved(path: Path, tmp_path: Path, capsys):
    _damage(path)
    damaged = path.read_bytes()
    assert _doctor(path) == 1
    told = capsys.readouterr().out
    assert "wrong " in told
    assert "--repair saves what can be read" in told
    assert _doctor(path, "--repair") == 1
    told = capsys.readouterr().out
    saved = int(told.split()[0])
    lost = told.count("lost: ")
    assert (saved + lost, saved >= 40, lost > 0) == (60, True, True)
    assert (tmp_path / "l.db.damaged-1").read_bytes() == damaged
    assert _doctor(path) == 0
    library = open_library(path)
    assert len(library) == saved
    row = library.listing(Query())[0]
    assert library.article(row.id) is not None
    assert [view.name for view in library.views()] == ["Boats"]
    assert library.views()[0].unread in (saved, saved - 1)
    assert [watch.figure.name for watch in library.watches()] == ["Mayor Holt"]
    assert len(library.corrections()) == 1
    assert {each.figure.name for each in library.appearances(row.id)} >= {"Mayor Holt"}
    library.close()


def test_what_was_read_stays_read_in_a_repaired_library(path: Path):
    assert _doctor(path, "--repair") == 0
    library = open_library(path)
    assert [row.id for row in library.listing(Query()) if row.read] == [PIECES[1].id]
    library.close()


def test_a_file_of_nothing_but_noise_is_refused(tmp_path: Path, capsys):
    noise = tmp_path / "l.db"
    noise.write_bytes(b"SQLite format 3\0" + os.urandom(8176))
    assert _doctor(noise) == 2
    assert _doctor(noise, "--repair") == 2
    assert capsys.readouterr().err.count("\n") == 2


def test_what_it_runs_in_is_told_also_where_there_is_no_library(tmp_path: Path, capsys):
    assert _doctor(tmp_path / "gone.db") == 2
    told = dict(line.split(maxsplit=1) for line in capsys.readouterr().out.splitlines())
    assert told["sqlite"] == sqlite3.sqlite_version
    assert told["python"].startswith(platform.python_version())
    assert told["textual"] == version("textual")
    assert told["terminal"] == "none: the output goes elsewhere"
    assert told["web"].startswith(("installed (", "missing: "))


def test_what_is_missing_is_named_by_its_extra(path: Path, capsys, monkeypatch):
    gone = ("spacy", "aiohttp", "en_core_web_sm", "fr_core_news_md")
    monkeypatch.setattr(
        "tui.cli.surroundings.find_spec", lambda name: None if name in gone else object()
    )
    assert _doctor(path) == 0
    lines = capsys.readouterr().out.splitlines()
    assert "models      missing: spacy (finds more names)" in lines
    assert "web         missing: aiohttp (serves the reader to a browser)" in lines
    assert _doctor(path, "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert told["missing"] == {"models": ["spacy"], "web": ["aiohttp"]}
    assert told["terminal"] is None


@pytest.mark.parametrize(
    ("variables", "terminal"),
    [
        ({"TERM": "xterm-kitty"}, ("kitty", "256", "yes", "yes")),
        (
            {"TERM": "xterm-256color", "TERM_PROGRAM": "WezTerm", "COLORTERM": "truecolor"},
            ("WezTerm", "16 million", "yes", "yes"),
        ),
        ({"TERM": "xterm-256color"}, ("xterm-256color", "256", UNKNOWN, UNKNOWN)),
        ({"TERM": "dumb"}, ("dumb", "none", UNKNOWN, UNKNOWN)),
        ({"TERM": "linux"}, ("the Linux console", "16", "no", "no")),
        (
            {"TERM": "screen-256color", "TMUX": "socket,1,0", "KITTY_WINDOW_ID": "1"},
            ("tmux, in kitty", "256", "where set-clipboard is on", "no"),
        ),
        ({"TERM": "screen", "STY": "1.x"}, ("screen", "16", "no", "no")),
        (
            {"TERM": "foot", "NO_COLOR": "1"},
            ("foot", "none, as NO_COLOR says", "yes", "no"),
        ),
        ({}, (UNKNOWN, "16", UNKNOWN, UNKNOWN)),
    ],
)
def test_a_terminal_is_judged_by_what_it_says_of_itself(variables, terminal):
    assert judged(variables) == terminal
