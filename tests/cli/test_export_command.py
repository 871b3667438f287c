"""`broadsheet export`."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from articles import article
from cli.conftest import ROOT

from tui.export.writing import file_name
from tui.library import open_library
from tui.model import Span

PIECES = [
    article(
        f"Piece {n}: the / harbour\\..",
        "“It floats,” said Tom Reyes.",
        people={"Tom Reyes": []},
        quotes=[("It floats,", "Tom Reyes")],
        published=f"2026-05-0{n}",
    )
    for n in (1, 2)
]


@pytest.fixture
def on(broadsheet, tmp_path: Path):
    library = open_library(tmp_path / "l.db")
    library.add(PIECES)
    library.close()
    return lambda *words: broadsheet("export", *words, "--library", tmp_path / "l.db")


def test_everything_goes_to_standard_output(on):
    done = on()
    assert done.returncode == 0
    assert done.stdout.count("---\ntitle:") == 2
    assert "# Piece 2" in done.stdout


def test_a_query_and_a_format(on):
    done = on("2", "--format", "jsonl")
    (line,) = done.stdout.splitlines()
    assert json.loads(line)["title"] == PIECES[1].title
    quotes = on("--format", "csv", "--quotes").stdout.splitlines()
    assert quotes[0].startswith("article,date,site")
    assert len(quotes) == 3


def test_a_folder_gets_a_file_for_each_article_and_the_same_again(on, tmp_path: Path):
    folder = tmp_path / "out"
    assert on("--output", folder).returncode == 0
    names = sorted(path.name for path in folder.iterdir())
    assert names == ["2026-05-01-piece-1-the-harbour-piece1th.md",
                     "2026-05-02-piece-2-the-harbour-piece2th.md"]  # fmt: skip
    assert on("--output", folder).returncode == 0
    assert len(list(folder.iterdir())) == 2


def test_one_file_is_written_whole_or_not_at_all(on, tmp_path: Path):
    assert on("--format", "csv", "--output", tmp_path / "a.csv").returncode == 0
    assert (tmp_path / "a.csv").read_bytes().count(b"\r\n") == 3
    failed = on("--format", "csv", "--output", tmp_path / "no" / "a.csv")
    assert failed.returncode == 2
    assert failed.stderr.count("\n") == 1


def test_nothing_found_and_mistakes(on):
    assert on("zeppelin").returncode == 1
    assert on("persom:x").returncode == 2
    assert on("--by", "Reyes").returncode == 2
    assert on("--quotes", "--highlights").returncode == 2
    assert on("--highlights").stderr == "broadsheet: nothing highlighted was found\n"


def test_a_reader_that_has_enough_is_left_quietly(on, tmp_path: Path):
    library = open_library(tmp_path / "l.db")
    library.add(article(f"Long {n}", "word " * 20_000, published="2026-01-01") for n in range(20))
    library.close()
    command = f"{sys.executable} -m tui export --library {tmp_path / 'l.db'} | head -1"
    done = subprocess.run(
        ["bash", "-c", command], capture_output=True, text=True, cwd=ROOT, check=False, timeout=60
    )
    assert (done.stdout, done.stderr) == ("---\n", "")


@pytest.mark.parametrize("title", ["../../etc/passwd", "CON", "", "\0", "é" * 500, "日本語の記事"])
def test_a_file_name_leads_nowhere(title):
    made = article("x", published="2026-05-01")
    name = file_name(type(made)(**{f: getattr(made, f) for f in made.__slots__} | {"title": title}))
    assert "/" not in name
    assert "\0" not in name
    assert name.startswith("2026-05-01-")
    assert len(name.encode()) < 250


def test_a_sheet_of_quotes_of_one_speaker(on, tmp_path: Path):
    sheet = on("--quotes", "--by", "reyes", "--output", tmp_path / "q.md")
    assert sheet.returncode == 0
    assert (tmp_path / "q.md").read_text().count("> — Tom Reyes, ") == 2
    assert on("--quotes", "--by", "Holt").returncode == 1
    assert on("--quotes", "--format", "org", "2").stdout.count("#+begin_quote") == 1


def test_highlights_come_with_their_notes(on, tmp_path: Path):
    library = open_library(tmp_path / "l.db")
    piece = library.article(PIECES[0].id)
    key = library.highlight(piece, Span(0, 5))
    library.write_note(key, "ask him")
    library.close()
    done = on("--highlights", "--format", "jsonl")
    (line,) = done.stdout.splitlines()
    assert json.loads(line)["note"] == "ask him"
