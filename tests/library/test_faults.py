"""What goes wrong while a library is written or read: nothing stored is lost, and it is said."""

import os
import random
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from datetime import date
from pathlib import Path

import pytest
from articles import article

from tui.cli import run
from tui.library import LibraryError, Query, memory_library, open_library
from tui.library.checking import problems
from tui.library.query import parse

DAY = date(2026, 11, 26)
KILLS = 20
"""Points at which an import is killed."""

_WORDS = "harbour council engineer breakwater concrete decision fishermen tide crude lighthouse"


def pieces(count=150):
    """Articles that share people, words and teasers, some of them copies of others."""
    random_ = random.Random(5)  # noqa: S311
    made = []
    for number in range(count):
        body = " ".join(random_.choices(_WORDS.split(), k=60))
        if number % 10 == 9:
            body = made[-1].text.split("\n\n")[1]
        names = random_.sample(["Anna Holt", "Tom Reyes", "Lea Marsh", "Owen Tregarth"], k=2)
        made.append(
            article(
                f"Piece number {number:04}",
                body,
                f"“It floats,” said {names[0]}. {names[1]} was there.",
                people={name: [] for name in names},
                quotes=[("It floats,", names[0])],
                published=f"2026-0{1 + number % 9}-1{number % 7}",
                site=f"Site {number % 4}",
            )
        )
    return made


IMPORT = """
import os
import signal
import sys
import time
sys.path[:0] = {path!r}
from library.test_faults import pieces
from tui.library import connections, open_library
from pathlib import Path
connections.FileConnections.batch = 7
library = open_library(Path(sys.argv[1]))
print("open", flush=True)
def slowly():
    for number, piece in enumerate(pieces()):
        if str(number) == sys.argv[2]:
            os.kill(os.getpid(), signal.SIGKILL)
        time.sleep(0.002)
        yield piece
library.add(slowly())
for _ in library.relate():
    pass
library.close()
"""


def importer(path, killed_at=""):
    child = subprocess.Popen(
        [sys.executable, "-c", IMPORT.format(path=sys.path), str(path), str(killed_at)],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert child.stdout is not None
    assert child.stdout.readline() == "open\n"
    child.stdout.close()
    return child


def contents(path):
    """Everything in the library but how the full-text index is laid out, and what it finds."""
    connection = sqlite3.connect(path)
    tables = [
        name
        for (name,) in connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%_text%'"
            " AND name <> 'sqlite_sequence' ORDER BY name"
        )
    ]
    rows = {name: connection.execute(f"SELECT * FROM {name}").fetchall() for name in tables}  # noqa: S608
    held = {name: sorted(map(repr, its)) for name, its in rows.items()}
    for word in _WORDS.split():
        found = connection.execute(
            "SELECT rowid FROM article_text WHERE article_text MATCH ? ORDER BY rowid", (word,)
        )
        held[f"word {word}"] = found.fetchall()
    held["quotes"] = connection.execute(
        "SELECT rowid FROM quote_text WHERE quote_text MATCH 'floats' ORDER BY rowid"
    ).fetchall()
    connection.close()
    return held


def assert_whole(path):
    """The library opens, and has whole articles only, each in every table."""
    assert list(problems(path)) == []
    library = open_library(path)
    listed = list(library.search(parse("", DAY)))
    for row in listed:
        stored = library.article(row.id)
        assert stored is not None
        assert {each.name for each in library.appearances(row.id)} == {
            person.name for person in stored.people
        }
    assert library.count(parse("floats", DAY)) == len(listed) == len(library)
    assert library.count(parse("said:floats", DAY)) == len(listed)
    library.close()
    return len(listed)


def test_an_import_that_is_killed_anywhere_goes_on_to_the_same_end(tmp_path: Path):
    whole = tmp_path / "whole.db"
    began = time.monotonic()
    child = importer(whole)
    opened = time.monotonic()
    assert child.wait() == 0
    took = time.monotonic() - opened
    assert opened > began
    expected = contents(whole)
    random_ = random.Random(11)  # noqa: S311
    reached = set()
    path = tmp_path / "killed.db"
    for kill in range(KILLS):
        if kill % 3 == 0:
            for file in tmp_path.glob("killed.db*"):
                file.unlink()
        if kill % 2:
            importer(path, random_.randrange(150)).wait()
        else:
            child = importer(path)
            time.sleep(random_.uniform(0, took))
            child.kill()
            child.wait()
        reached.add(assert_whole(path))
    assert len(reached) > 2
    assert importer(path).wait() == 0
    assert contents(path) == expected


def test_a_full_disk_is_told_and_nothing_stored_is_lost(tmp_path: Path):
    path = tmp_path / "l.db"
    library = open_library(path)
    first = pieces(20)
    library.add(first)
    before = contents(path)
    with library.writing() as connection:
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
        connection.execute(f"PRAGMA max_page_count = {pages + 8}")
    with pytest.raises(LibraryError, match="the disk is full") as raised:
        library.add(pieces())
    assert str(raised.value).count("\n") == 0
    assert len(library) >= len(first)
    library.close()
    assert assert_whole(path) >= len(first)
    assert all(set(rows) <= set(contents(path)[name]) for name, rows in before.items()
               if name in ("document", "word tide"))  # fmt: skip


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="root mounts disks")
def test_a_small_disk_that_fills_up(tmp_path: Path, capsys):
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(disk)], check=False
    )
    if mounted.returncode:
        pytest.skip("no disk may be mounted here")
    try:
        for number, piece in enumerate(pieces(400)):
            note = tmp_path / "in" / f"{number}.txt"
            note.parent.mkdir(exist_ok=True)
            note.write_text(piece.text + "\n\n" + f"word{number} " * 900, encoding="utf-8")
        code = run(["add", "--jobs", "1", "--library", str(disk / "l.db"), str(tmp_path / "in")])
        told = capsys.readouterr().err.splitlines()
        assert code == 2
        assert len(told) == 1
        assert "the disk is full" in told[0]
        assert list(problems(disk / "l.db")) == []
    finally:
        subprocess.run(["umount", "-l", str(disk)], check=True)


def test_a_write_that_the_system_refuses_is_told(tmp_path: Path):
    program = IMPORT.format(path=sys.path).replace(
        "library = open",
        "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000))\n"
        "library = open",
    )
    pytest.importorskip("resource")
    done = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path / "l.db"), ""],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "the disk fails, or allows no more" in done.stderr.splitlines()[-1]
    assert 0 < assert_whole(tmp_path / "l.db") < 150


def test_two_readers_read_while_an_import_writes(tmp_path: Path):
    path = tmp_path / "l.db"
    open_library(path).close()
    child = importer(path)
    faults, rounds = [], []

    def read():
        library = open_library(path)
        least = 0
        try:
            while child.poll() is None:
                rows = library.listing(Query())
                assert len(rows) >= least
                least = len(rows)
                if rows:
                    last = rows[len(rows) - 1]
                    assert library.article(last.id) is not None
                    assert list(library.related(last.id)) is not None
                assert library.count(parse("floats", DAY)) >= least
                library.facets(Query(search=parse("said:floats", DAY)), 5)
                rounds.append(1)
        except BaseException as error:  # noqa: BLE001
            faults.append(error)
        finally:
            library.close()

    readers = [threading.Thread(target=read) for _ in range(2)]
    for reader in readers:
        reader.start()
    assert child.wait(timeout=60) == 0
    for reader in readers:
        reader.join()
    assert faults == []
    assert len(rounds) > 4
    assert assert_whole(path) == 150


def test_a_clock_that_is_set_back_changes_no_order(monkeypatch):
    library = memory_library()
    now = time.time()
    for step, published in enumerate(("2030-01-01", None, "2026-01-02", "1970-01-01")):
        monkeypatch.setattr(time, "time", lambda step=step: now - 86_400 * 365 * step)
        library.add([article(f"Piece {step}", "Text.", published=published)])
    titles = [row.title for row in library.listing(Query())]
    assert titles == ["Piece 0", "Piece 2", "Piece 3", "Piece 1"]
    library.close()


def test_a_file_whose_time_was_set_back_is_read_again(tmp_path: Path, capsys):
    note = tmp_path / "note.txt"
    text = "A short piece\n\n" + "There is not much to say about the harbour this week. " * 5
    note.write_text(text, encoding="utf-8")
    arguments = ["add", "--jobs", "1", "--library", str(tmp_path / "l.db"), str(note)]
    assert run(arguments) == 0
    note.write_text(text.replace("harbour", "ferries"), encoding="utf-8")
    os.utime(note, (1, 1))
    assert run(arguments) == 0
    assert capsys.readouterr().out.splitlines()[-1].startswith("1 added")


def test_ctrl_c_ends_with_the_batch(tmp_path: Path):
    folder = tmp_path / "in"
    folder.mkdir()
    for number, piece in enumerate(pieces(600)):
        (folder / f"{number:03}.txt").write_text(piece.text * 3, encoding="utf-8")
    path = tmp_path / "l.db"
    arguments = ["add", "--jobs", "1", "--library", str(path), str(folder)]
    child = subprocess.Popen(
        [sys.executable, "-m", "tui", *arguments],
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parent.parent.parent,
    )
    while not path.exists() or not _count(path):
        time.sleep(0.02)
    child.send_signal(signal.SIGINT)
    out, _ = child.communicate(timeout=60)
    assert child.returncode == 130
    assert out.startswith("stopped: ")
    assert 0 < _count(path) < 600
    assert list(problems(path)) == []


def _count(path):
    connection = sqlite3.connect(path)
    try:
        return connection.execute("SELECT count(*) FROM article").fetchone()[0]
    except sqlite3.Error:
        return 0
    finally:
        connection.close()
