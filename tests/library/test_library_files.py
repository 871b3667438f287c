import os
import shutil
import sqlite3
import stat
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

import pytest
from library.articles import article

from tui.library import LibraryError, Query, connections, default_path, open_library

UNIX = pytest.mark.skipif(not hasattr(os, "geteuid"), reason="Unix permissions")
NOBODY = 65534


def opened(path):
    library = open_library(path)
    try:
        return [row.title for row in library.listing(Query())]
    finally:
        library.close()


def refused(path):
    with pytest.raises(LibraryError) as raised:
        open_library(path)
    message = str(raised.value)
    assert "\n" not in message
    assert str(path) in message
    return message


@pytest.fixture
def plain_user():
    """A folder that belongs to a user without privileges, who runs the test."""
    folder = Path(tempfile.mkdtemp())
    root = os.geteuid() == 0
    if root:
        os.chown(folder, NOBODY, NOBODY)
        os.seteuid(NOBODY)
    yield folder
    if root:
        os.seteuid(0)
    folder.chmod(0o700)
    shutil.rmtree(folder)


@UNIX
def test_a_new_library_is_its_owners_alone(tmp_path):
    path = tmp_path / "new" / "library.db"
    open_library(path).close()
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_library_is_there_again_when_it_is_opened_again(tmp_path):
    path = tmp_path / "library.db"
    library = open_library(path)
    library.add([article("One thing", ["Ada Sund"])])
    library.mark_read(article("One thing").id, read=True)
    library.close()
    library = open_library(path)
    assert library.listing(Query())[0].read
    assert library.figure("ada sund").articles == 1
    library.close()


def test_a_name_with_odd_characters_is_a_name(tmp_path):
    path = tmp_path / "what? #1 100%é.db"
    open_library(path).close()
    assert path.exists()
    assert opened(path) == []


@pytest.mark.parametrize("content", [b"hello", b"x" * 5_000, b"SQLite format 3\0", b"\0" * 4_096])
def test_what_is_no_library_is_refused_and_left_alone(tmp_path, content):
    path = tmp_path / "library.db"
    path.write_bytes(content)
    assert "not a Broadsheet library" in refused(path)
    assert path.read_bytes() == content
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("mode", ["wal", "delete"])
def test_another_programs_database_is_refused_and_left_alone(tmp_path, mode):
    path = tmp_path / "library.db"
    other = sqlite3.connect(path)
    other.execute(f"PRAGMA journal_mode = {mode}")
    other.execute("CREATE TABLE article (x)")
    other.close()
    before = path.read_bytes()
    assert "not a Broadsheet library" in refused(path)
    assert path.read_bytes() == before


def test_a_newer_library_is_refused_and_left_alone(tmp_path):
    path = tmp_path / "library.db"
    open_library(path).close()
    newer = sqlite3.connect(path)
    newer.execute("PRAGMA user_version = 999")
    newer.commit()
    newer.close()
    before = path.read_bytes()
    assert "newer version" in refused(path)
    assert path.read_bytes() == before


def test_a_folder_is_refused(tmp_path):
    assert "not a file" in refused(tmp_path)


def test_a_library_below_a_file_is_refused(tmp_path):
    (tmp_path / "file").write_text("x")
    assert "library.db" in refused(tmp_path / "file" / "library.db")
    assert "xxx" in refused(tmp_path / ("x" * 300))
    assert (tmp_path / "file").read_text() == "x"


def test_a_library_that_is_held_says_so(tmp_path, monkeypatch):
    monkeypatch.setattr(connections, "BUSY_SECONDS", 0.1)
    path = tmp_path / "library.db"
    library = open_library(path)
    holder = sqlite3.connect(path, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    with pytest.raises(LibraryError, match="in use by another program") as raised:
        library.add([article("One thing")])
    assert str(path) in str(raised.value)
    assert len(library) == 0
    holder.execute("ROLLBACK")
    library.add([article("One thing")])
    library.close()
    holder.execute("PRAGMA journal_mode = DELETE")
    holder.execute("BEGIN EXCLUSIVE")
    assert "in use" in refused(path)
    holder.close()
    assert opened(path) == ["One thing"]


@UNIX
def test_a_folder_that_may_not_be_written_is_opened_for_reading(plain_user):
    path = plain_user / "library.db"
    library = open_library(path)
    library.add([article("One thing")])
    library.close()
    plain_user.chmod(0o500)
    library = open_library(path)
    assert [row.title for row in library.listing(Query())] == ["One thing"]
    assert library.article(article("One thing").id) is not None
    with pytest.raises(LibraryError, match="read-only"):
        library.add([article("Another thing")])
    with pytest.raises(LibraryError, match="read-only"):
        library.mark_read(article("One thing").id, read=True)
    library.close()


@UNIX
def test_a_file_that_may_not_be_written_is_opened_for_reading(plain_user):
    path = plain_user / "library.db"
    library = open_library(path)
    library.add([article("One thing")])
    library.close()
    path.chmod(0o400)
    assert opened(path) == ["One thing"]
    path.chmod(0o000)
    assert "permission denied" in refused(path).lower()


@UNIX
def test_nothing_can_be_made_in_a_folder_that_may_not_be_written(plain_user):
    plain_user.chmod(0o500)
    assert "permission denied" in refused(plain_user / "library.db").lower()
    assert "permission denied" in refused(plain_user / "below" / "library.db").lower()


@UNIX
def test_an_empty_file_that_may_not_be_written_is_refused(plain_user):
    path = plain_user / "library.db"
    path.touch()
    path.chmod(0o400)
    assert "cannot be written" in refused(path)


def test_reading_goes_on_while_another_thread_adds(library):
    added = [article(f"Piece {n}", ["Ada Sund", f"Name N{n}"]) for n in range(200)]
    failures = []

    def add():
        try:
            library.add(iter(added))
        except LibraryError as error:
            failures.append(error)

    thread = threading.Thread(target=add)
    thread.start()
    counts = []
    while thread.is_alive() or not counts:
        listing = library.listing(Query(include=("ada sund",)))
        rows = list(listing)
        assert len(rows) == len(listing)
        assert all(library.article(row.id) is not None for row in rows[:3])
        assert all(library.related(row.id) is not None for row in rows[:1])
        library.match_figures("ada", 5)
        counts.append(len(rows))
    thread.join()
    assert not failures
    assert counts == sorted(counts)
    assert len(library) == 200
    assert library.figure("ada sund").articles == 200


def test_two_threads_may_add(library):
    def add(part):
        library.add(article(f"Piece {part} {n}", ["Ada Sund"]) for n in range(60))

    threads = [threading.Thread(target=add, args=(part,)) for part in "ab"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(library) == library.figure("ada sund").articles == 120


CHILD = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[3])
from library.articles import article
from tui.library import open_library

library = open_library(Path(sys.argv[1]))
print("open", flush=True)
for n in range(int(sys.argv[4])):
    library.add([article(f"Piece {sys.argv[2]} {n}", ["Ada Sund"])])
    print(n, flush=True)
library.close()
"""


def child(path, part, count):
    here = Path(__file__).parent.parent
    return subprocess.Popen(
        [sys.executable, "-c", CHILD, str(path), part, str(here), str(count)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=here.parent,
    )


def test_two_processes_make_and_fill_one_library(tmp_path):
    path = tmp_path / "library.db"
    children = [child(path, part, 40) for part in "ab"]
    assert [one.communicate()[0].count("\n") for one in children] == [41, 41]
    assert [one.returncode for one in children] == [0, 0]
    library = open_library(path)
    assert len(library) == library.figure("ada sund").articles == 80
    library.close()


def test_a_killed_import_leaves_whole_articles(tmp_path):
    path = tmp_path / "library.db"
    victim = child(path, "a", 100_000)
    for _ in range(30):
        victim.stdout.readline()
    victim.kill()
    said = [int(line) for line in victim.communicate()[0].split() if line.isdigit()]
    library = open_library(path)
    listing = library.listing(Query())
    assert len(library) == len(listing) == library.figure("ada sund").articles
    assert len(library) >= max(said, default=28)
    assert all(library.article(row.id) is not None for row in listing)
    library.close()


def test_a_damaged_library_is_one_line(tmp_path):
    path = tmp_path / "library.db"
    library = open_library(path)
    library.add(article(f"Piece {n}", [f"Name N{n}"]) for n in range(200))
    library.close()
    content = path.read_bytes()
    path.write_bytes(content[:4_096] + b"\xff" * (len(content) - 4_096))
    with pytest.raises(LibraryError, match="damaged") as raised:
        opened(path)
    assert str(path) in str(raised.value)


def test_the_library_is_where_the_user_says(monkeypatch, tmp_path):
    monkeypatch.setenv("BROADSHEET_LIBRARY", str(tmp_path / "mine.db"))
    assert default_path() == tmp_path / "mine.db"
    monkeypatch.delenv("BROADSHEET_LIBRARY")
    assert default_path().name == "library.db"
    assert "broadsheet" in str(default_path())


def test_the_interface_brings_no_database():
    check = (
        "import sys, tui.library.interface;"
        "print(sorted({'sqlite3', 'orjson', 'platformdirs'} & set(sys.modules)))"
    )
    root = Path(__file__).parent.parent.parent
    done = subprocess.run(
        [sys.executable, "-S", "-c", check], capture_output=True, text=True, cwd=root
    )
    assert done.stdout.strip() == "[]"


def test_a_store_brings_no_parser():
    check = (
        "import sys; from tui.library import memory_library; memory_library().close();"
        "print(sorted({'pydantic', 'lxml', 'trafilatura', 'textual', 'yaml'} & set(sys.modules)))"
    )
    root = Path(__file__).parent.parent.parent
    done = subprocess.run([sys.executable, "-c", check], capture_output=True, text=True, cwd=root)
    assert done.stdout.strip() == "[]"
