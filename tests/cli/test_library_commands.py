"""`broadsheet people`, `quotes`, `correct` and `reanalyse`, on a library of a few notes."""

import json
import os
import pty
import re
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
from articles import article
from cli.conftest import ROOT, Run

from tui.library import open_library
from tui.library.interface import Analysed

HARBOUR = """The mayor and the harbour

By Mia Quist

Mayor Anna Holt opened the meeting on Monday evening in the hall behind the old fish market.

"The harbour is perfectly safe," said Anna Holt, who has not been there since the spring tides.

"She has never seen the wall," said Tom Reyes, a skipper who has tied up at it for thirty years.
"""
FERRY = """A ferry nobody ordered

By Mia Quist

Tom Reyes bought a ferry last week, and it now lies where the mayor used to swim in the mornings.

"It floats, which is all I asked," said Tom Reyes, when the paper rang him up about the price.
"""


@pytest.fixture
def library(broadsheet: Run, tmp_path: Path):
    for name, text in (("harbour", HARBOUR), ("ferry", FERRY)):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    path = tmp_path / "l.db"
    done = broadsheet("add", "--library", path, tmp_path / "harbour.txt", tmp_path / "ferry.txt")
    assert done.returncode == 0
    return path


@pytest.fixture
def on(broadsheet: Run, library: Path):
    return lambda *words: broadsheet(*words, "--library", library)


def rows(done: subprocess.CompletedProcess[str]) -> list[list[str]]:
    assert done.returncode == 0, done.stderr
    return [line.split("\t") for line in done.stdout.splitlines()]


def objects(done: subprocess.CompletedProcess[str]) -> list[dict[str, object]]:
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_search_lists_articles_by_words_and_fields(on):
    assert [row[-1] for row in rows(on("search", "ferry"))] == ["A ferry nobody ordered"]
    found = rows(on("search", "by:reyes", "harbour"))
    assert [row[-1] for row in found] == ["The mayor and the harbour"]
    (line,) = on("search", "person:Tom Reyes", "said:floats", "--json").stdout.splitlines()
    told = json.loads(line)
    assert (told["title"], told["read"]) == ("A ferry nobody ordered", False)
    assert set(told) == {"article", "title", "site", "published", "read"}


def test_search_tells_when_nothing_is_found_and_where_a_query_is_wrong(on):
    nothing = on("search", "zeppelin")
    assert (nothing.returncode, nothing.stderr) == (1, "broadsheet: no article was found\n")
    wrong = on("search", "ferry", "persom:holt")
    assert (wrong.returncode, wrong.stdout) == (2, "")
    assert wrong.stderr.splitlines() == [
        "broadsheet: no field is called persom; did you mean person:?",
        "  ferry persom:holt",
        "        ^^^^^^^",
    ]


def test_i_list_the_people_of_the_library(on):
    assert [row[:3] for row in rows(on("people"))] == [
        ["Tom Reyes", "2", "3"],
        ["Anna Holt", "1", "2"],
    ]
    (found,) = objects(on("people", "rey", "--json"))
    assert set(found) == {"id", "name", "names", "articles", "mentions", "roles"}
    assert (found["id"], found["articles"]) == ("tom reyes", 2)
    assert [row[0] for row in rows(on("people", "--limit", "1"))] == ["Tom Reyes"]
    assert [row[0] for row in rows(on("people", "--about", "Reyes"))] == ["Anna Holt"]


def test_i_list_who_said_what(on):
    assert [row[1] for row in rows(on("quotes", "--by", "reyes"))] == ["Tom Reyes"] * 2
    ((_, who, kind, words, title, *_),) = rows(on("quotes", "floats"))
    assert (who, kind, words) == ("Tom Reyes", "direct", "It floats, which is all I asked,")
    assert rows(on("quotes", "floats", "--kind", "direct")) == rows(on("quotes", "floats"))
    assert on("quotes", "floats", "--kind", "indirect").returncode == 1
    assert title == "A ferry nobody ordered"
    (found,) = objects(on("quotes", "--json", "--by", "Anna Holt"))
    assert found["text"] == "The harbour is perfectly safe,"
    assert (found["speaker"], found["figure"]) == ("Anna Holt", "anna holt")
    assert found["quote"] == f"{found['article']}.1"
    assert len(rows(on("quotes", "--about", "harbour"))) == 2


@pytest.mark.parametrize(
    "words",
    [
        ("people", "zebra"),
        ("people", "--json", "zebra"),
        ("quotes", "--by", "zebra"),
        ("quotes", "zebra"),
        ("correct", "list"),
        ("correct", "undo"),
        ("correct", "merge", "Anna Holt", "zebra"),
        ("correct", "speaker", "no such words", "Anna Holt"),
        ("correct", "speaker", "ffff.1", "Anna Holt"),
        ("correct", "split", "Anna Holt", "--in", "zebra"),
        ("correct", "rename", "Anna Holt", "Tom Reyes"),
        ("correct", "rename", "Anna Holt", "…"),
        ("correct", "undo", "99"),
    ],
)
def test_what_is_not_there_is_told_in_one_line(on, words):
    done = on(*words)
    assert (done.returncode, done.stdout) == (1, "")
    assert len(done.stderr.splitlines()) == 1
    assert done.stderr.startswith("broadsheet: ")


@pytest.mark.parametrize(
    "words",
    [
        ("people", "--limit", "many"),
        ("quotes", "--kind", "loud"),
        ("people", "--limit", "-1"),
        ("correct",),
        ("correct", "mend", "A", "B"),
        ("correct", "merge", "A"),
        ("correct", "speaker", "x.1"),
        ("correct", "speaker", "x.1", "A", "--nobody"),
        ("correct", "split", "A"),
        ("correct", "undo", "it"),
        ("reanalyse", "this"),
    ],
)
def test_a_call_that_makes_no_sense_is_refused(on, words):
    done = on(*words)
    assert (done.returncode, done.stdout) == (2, "")
    assert "error:" in done.stderr


@pytest.mark.parametrize("command", [("people",), ("quotes",), ("correct", "list"), ("reanalyse",)])
def test_a_library_that_is_not_there_is_not_made(broadsheet, tmp_path, command):
    done = broadsheet(*command, "--library", tmp_path / "gone.db")
    assert done.returncode == 2
    assert "no such library" in done.stderr
    assert not (tmp_path / "gone.db").exists()


def test_i_put_right_who_said_it_and_take_it_back(on):
    before = rows(on("quotes"))
    number = next(row[0] for row in before if "never seen" in row[3])
    done = on("correct", "speaker", number, "holt")
    assert done.stdout.startswith("1: the speaker of “She has never seen the wall,” in ")
    assert done.stdout.endswith(" is Anna Holt, 1 article changed\n")
    assert [row[1] for row in rows(on("quotes", "never"))] == ["Anna Holt"]
    assert rows(on("correct", "speaker", "never seen the wall", "--nobody"))
    assert [row[1] for row in rows(on("quotes", "never"))] == ["not said"]
    assert [row[1] for row in rows(on("correct", "list"))] == ["taken back", "1 article"]
    assert on("correct", "undo").returncode == on("correct", "undo", "1").returncode == 0
    assert rows(on("quotes")) == before


def test_a_terminal_that_knows_no_quotation_marks_is_written_to_even_so(broadsheet, library):
    words = ("correct", "speaker", "perfectly safe", "--nobody", "--library", library)
    done = broadsheet(*words, PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert (done.returncode, done.stderr) == (0, "")
    assert "?The harbour is perfectly safe,?" in done.stdout


def test_i_put_right_who_is_who(on):
    before = rows(on("people"))
    assert "1 article changed" in on("correct", "merge", "Reyes", "Holt").stdout
    assert [row[:3] for row in rows(on("people"))] == [["Tom Reyes", "2", "5"]]
    assert [row[0] for row in rows(on("people", "holt"))] == ["Tom Reyes"]
    assert on("correct", "split", "Reyes", "Anna Holt").returncode == 0
    assert rows(on("people")) == before
    on("correct", "rename", "anna holt", "Anna Holt-Rey")
    assert [row[1] for row in rows(on("quotes", "--by", "holt-rey"))] == ["Anna Holt-Rey"]
    on("correct", "not-a-person", "Reyes")
    assert [row[0] for row in rows(on("people"))] == ["Anna Holt-Rey"]
    listed = objects(on("correct", "list", "--json"))
    assert [each["action"] for each in listed] == ["merge", "split", "rename", "not-a-person"]
    assert [each["state"] for each in listed] == ["taken back"] * 2 + ["in force"] * 2


def test_a_name_that_may_be_two_people_is_refused_and_they_are_told(on, broadsheet, library):
    piece = library.with_name("third.txt")
    piece.write_text(FERRY.replace("Tom", "Eva").replace("ferry", "kite"), encoding="utf-8")
    broadsheet("add", "--library", library, piece)
    done = on("correct", "not-a-person", "Reyes")
    assert done.returncode == 1
    assert "Tom Reyes [tom reyes] or Eva Reyes [eva reyes]" in done.stderr
    assert on("correct", "not-a-person", "eva reyes").returncode == 0


def test_a_correction_that_no_longer_fits_is_told_and_kept(on, broadsheet, library):
    on("correct", "speaker", "perfectly safe", "Tom Reyes")
    connection = sqlite3.connect(library)
    (id_,) = connection.execute("SELECT id FROM article WHERE title LIKE '%harbour%'").fetchone()
    connection.close()
    page = json.loads(broadsheet("parse", library.with_name("harbour.txt")).stdout)
    page |= {"id": id_, "quotes": page["quotes"][1:]}
    library.with_name("new.jsonl").write_text(json.dumps(page) + "\n", encoding="utf-8")
    done = broadsheet("add", "--library", library, library.with_name("new.jsonl"))
    assert done.stdout == "0 added, 1 updated, 0 unchanged\n"
    assert "correction 1 no longer fits" in done.stderr
    assert [row[1] for row in rows(on("correct", "list"))] == ["fits nothing"]


def test_going_over_the_articles_again_keeps_what_was_put_right(on):
    on("correct", "speaker", "perfectly safe", "Tom Reyes")
    before = rows(on("quotes"))
    assert on("reanalyse").stdout == "every article is up to date\n"
    done = on("reanalyse", "--all")
    assert (done.stdout, done.stderr) == ("2 of 2 articles analysed, 0 changed\n", "")
    assert rows(on("quotes")) == before


def analysed(path: Path) -> int:
    """How many articles the present engine has gone over."""
    connection = sqlite3.connect(path)
    try:
        query = "SELECT count(*) FROM analysis WHERE engine > 0"
        return int(connection.execute(query).fetchone()[0])
    finally:
        connection.close()


def test_ctrl_c_ends_going_over_with_the_batch_and_the_next_run_takes_the_rest(
    broadsheet, tmp_path
):
    path = tmp_path / "many.db"
    old = open_library(path)
    words = [f"“It floats,” said Tom Reyes to Anna Holt on day {n} of it." for n in range(40)]
    old.add(Analysed(article(f"Piece {n}", *words), 0) for n in range(1_000))
    old.close()
    child = subprocess.Popen(
        [sys.executable, "-m", "tui", "reanalyse", "--library", str(path)],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT,
    )  # fmt: skip
    while not analysed(path) and child.poll() is None:
        time.sleep(0.02)
    child.send_signal(signal.SIGINT)
    out, error = child.communicate(timeout=30)
    assert (child.returncode, error) == (130, "")
    told = re.fullmatch(r"stopped: (\d+) of 1,000 .*goes on from there\n", out)
    assert told is not None
    assert int(told[1]) == analysed(path)
    left = 1_000 - int(told[1])
    done = broadsheet("reanalyse", "--library", path)
    assert done.stdout == f"{left} of {left} articles analysed, {left} changed\n"


def stored(path: Path) -> int:
    """How many articles a library holds; 0 where there is none yet."""
    if not path.exists():
        return 0
    connection = sqlite3.connect(path)
    try:
        return int(connection.execute("SELECT count(*) FROM article").fetchone()[0])
    except sqlite3.OperationalError:
        return 0
    finally:
        connection.close()


def test_ctrl_c_ends_an_import_with_the_batch_and_the_same_command_goes_on(broadsheet, tmp_path):
    path, folder = tmp_path / "many.db", tmp_path / "notes"
    folder.mkdir()
    for n in range(400):
        (folder / f"{n:03}.txt").write_text(HARBOUR.replace("Monday", f"day {n}"), "utf-8")
    child = subprocess.Popen(
        [sys.executable, "-m", "tui", "add", "--jobs", "2", "--library", str(path), str(folder)],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT,
    )  # fmt: skip
    while not stored(path) and child.poll() is None:
        time.sleep(0.02)
    child.send_signal(signal.SIGINT)
    out, error = child.communicate(timeout=30)
    assert (child.returncode, error) == (130, "")
    told = re.fullmatch(
        r"stopped: (\d+) added, 0 updated, 0 unchanged; the same .* from there\n", out
    )
    assert told is not None
    assert 0 < int(told[1]) == stored(path) < 400
    done = broadsheet("add", "--library", path, folder)
    assert done.stdout == f"{400 - int(told[1])} added, 0 updated, {told[1]} unchanged\n"


def on_terminal(*words: str, columns: int) -> str:
    """What a command writes to a terminal of some width."""
    parent, child = pty.openpty()
    done = subprocess.Popen(
        [sys.executable, "-m", "tui", *words], stdout=child, stderr=child, cwd=ROOT,
        env={**os.environ, "COLUMNS": str(columns)},
    )  # fmt: skip
    os.close(child)
    out = b""
    while True:
        try:
            read = os.read(parent, 65536)
        except OSError:
            break
        if not read:
            break
        out += read
    done.wait()
    os.close(parent)
    return out.decode()


@pytest.mark.parametrize("columns", [5, 20, 40, 80, 200])
@pytest.mark.parametrize("command", ["people", "quotes"])
def test_on_a_terminal_lines_are_as_long_as_it_is_wide(library, command, columns):
    shown = on_terminal(command, "--library", str(library), columns=columns).splitlines()
    assert len(shown) > 2
    assert all(len(line) <= columns for line in shown)
    assert "\x1b" not in "".join(shown)
    if columns == 80:
        assert shown[0].split()[0] == ("Name" if command == "people" else "Quote")
        assert any("Tom Reyes" in line for line in shown)


def test_a_reader_that_has_enough_is_no_error(library):
    program = (
        f"{sys.executable} -m tui quotes --library {library} | head -1; echo ${{PIPESTATUS[0]}}"
    )
    done = subprocess.run(["bash", "-c", program], capture_output=True, text=True, cwd=ROOT)
    assert done.stdout.splitlines()[-1] == "0"
    assert done.stderr == ""


def test_nothing_in_an_article_can_end_a_line_or_colour_it(broadsheet, tmp_path):
    page = {
        "version": 1, "id": "a\tb", "source": {"path": "x", "format": "text"},
        "title": "T\x1b[31m", "text": "T\x1b[31m\n\nAda \x1b[1mSund said it\tall\nover",
        "blocks": [
            {"kind": "title", "start": 0, "end": 6},
            {"kind": "paragraph", "start": 8, "end": 37},
        ],
        "people": [{"name": "Ada \x1b[1mSund", "mentions": [{"start": 8, "end": 20}]}],
        "quotes": [{"start": 26, "end": 37, "kind": "direct", "speaker": "Ada \x1b[1mSund"}],
    }  # fmt: skip
    (tmp_path / "x.jsonl").write_text(json.dumps(page) + "\n", encoding="utf-8")
    broadsheet("add", "--library", tmp_path / "l.db", tmp_path / "x.jsonl")
    for command in ("people", "quotes"):
        done = broadsheet(command, "--library", tmp_path / "l.db")
        assert len(done.stdout.splitlines()) == 1
        assert "\x1b" not in done.stdout
        assert done.stdout.count("\t") == (4 if command == "people" else 6)


def test_views_are_saved_listed_opened_and_dropped(on):
    assert on("views").stderr == "broadsheet: no view is saved\n"
    assert on("views", "save", "Boats", "ferry", "-zeppelin").returncode == 0
    assert rows(on("views")) == [["Boats", "1", "0", "ferry NOT zeppelin"]]
    assert [row[-1] for row in rows(on("views", "open", "Boats"))] == ["A ferry nobody ordered"]
    (told,) = objects(on("views", "--json"))
    assert told == {
        "view": "Boats",
        "query": "ferry NOT zeppelin",
        "unread": 1,
        "new": 0,
        "mistake": None,
    }
    assert on("views", "drop", "Boats").returncode == 0
    gone = on("views", "drop", "Boats")
    assert (gone.returncode, gone.stderr) == (1, "broadsheet: no view is called Boats\n")


def test_a_view_that_is_none_is_refused(on):
    wrong = on("views", "save", "Boats", "persom:holt")
    assert wrong.returncode == 2
    assert "did you mean person:?" in wrong.stderr
    assert on("views", "save", "Boats").returncode == 2
    assert on("views", "open").returncode == 2


def test_a_figure_is_watched_listed_and_dropped(on):
    assert on("watch").stderr == "broadsheet: nobody is watched\n"
    assert on("watch", "Tom", "Reyes").returncode == 0
    assert rows(on("watch")) == [["Tom Reyes", "2", "0", "2"]]
    assert objects(on("watch", "--json"))[0]["name"] == "Tom Reyes"
    assert on("watch", "--drop", "Tom Reyes").returncode == 0
    assert on("watch", "--drop", "Tom Reyes").returncode == 1
    assert on("watch", "--drop").returncode == 2


def test_a_minus_leaves_words_out_of_a_search(on):
    found = rows(on("search", "reyes", "-ferry"))
    assert [row[-1] for row in found] == ["The mayor and the harbour"]
    assert on("search", "-h").returncode == 0


def test_voices_lists_who_gets_how_many_words(on):
    found = rows(on("voices"))
    assert [(row[4], row[2]) for row in found] == [("Tom Reyes", "2"), ("Anna Holt", "1")]
    assert sum(int(row[0]) for row in found) == sum(
        json.loads(line)["words"] for line in on("voices", "--json").stdout.splitlines()
    )
    assert [row[4] for row in rows(on("voices", "ferry"))] == ["Tom Reyes"]


def test_voices_by_month_and_of_nobody(on):
    (month,) = rows(on("voices", "--months"))
    assert month[0] == "no date"
    assert "Tom Reyes" in month[6]
    done = on("voices", "nothing-is-called-so")
    assert (done.returncode, done.stdout) == (1, "")
    assert "nobody is quoted" in done.stderr
    assert on("voices", "site:").returncode == 2


def test_on_a_terminal_a_search_says_what_it_means_and_in_a_pipe_it_does_not(library, on):
    shown = on_terminal("search", "ferry", "--library", str(library), columns=100)
    assert "articles with “ferry”" in shown.splitlines()[0]
    piped = on("search", "ferry")
    assert "articles with" not in piped.stdout + piped.stderr
