"""`broadsheet show`: one article for a pager or a screen reader."""

from pathlib import Path

import pytest
from articles import article

from tui.library import open_library

PIECES = [
    article(
        title,
        "“It floats,” said Tom Reyes. An escape \x1b[31mhere.",
        people={"Tom Reyes": []},
        roles={"Tom Reyes": ["skipper"]},
        quotes=[("It floats,", "Tom Reyes")],
        published="2026-05-01",
    )
    for title in ("A ferry nobody ordered", "A ferry that came back", "The school bell")
]


@pytest.fixture
def on(broadsheet, tmp_path: Path):
    library = open_library(tmp_path / "l.db")
    library.add(PIECES)
    library.close()
    return lambda *words, **environment: broadsheet(
        "show", *words, "--library", tmp_path / "l.db", **environment
    )


def test_an_article_is_shown_by_its_id_its_words_or_its_title(on):
    by_id = on(PIECES[1].id[:10])
    assert by_id.returncode == 0
    assert by_id.stdout.startswith("A ferry that came back\n2026-05-01\n\n“It floats,”[1] said")
    assert "- Tom Reyes, skipper\n" in by_id.stdout
    assert "[1] Tom Reyes: “It floats,”\n" in by_id.stdout
    assert "\x1b" not in by_id.stdout
    assert on("school", "bell").stdout.startswith("The school bell")
    assert on("a ferry nobody ordered").stdout.startswith("A ferry nobody")


def test_what_may_be_several_or_none_is_told_in_a_line(on):
    several = on("ferry")
    assert (several.returncode, several.stdout) == (1, "")
    assert "name one by its id" in several.stderr
    assert on("zeppelin").returncode == 1
    assert on("persom:x").returncode == 1
    assert on().returncode == 2


def test_colour_is_for_who_asks_for_it(on):
    assert "\x1b[1m" in on("school", "--color", "always").stdout
    assert "\x1b" not in on("school", "--color", "never").stdout
    assert "\x1b" not in on("school", NO_COLOR="1").stdout


def test_a_file_is_shown_in_the_width_i_ask_for(broadsheet):
    done = broadsheet("show", "samples/chess-girl-colonel-boat.html", "--width", "50")
    assert done.returncode == 0
    lines = done.stdout.splitlines()
    assert max(len(line) for line in lines if "://" not in line) <= 50
    assert "Quotes" in lines
    whole = broadsheet("show", "samples/chess-girl-colonel-boat.html", "--width", "0")
    assert max(map(len, whole.stdout.splitlines())) > 200
