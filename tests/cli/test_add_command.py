"""`broadsheet add`."""

import json
import os
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tui.cli.progress import ImportProgress, line
from tui.library import open_library

ROOT = Path(__file__).parent.parent.parent

NOTE = """A short piece

By Mia Quist

There is not much to say about the harbour this week, but what there is will be said here.

"Nothing happened," said Tom Reyes, who had watched it happen from the quay for three hours.
"""


def test_the_same_import_twice_changes_nothing(broadsheet, tmp_path: Path):
    (tmp_path / "note.txt").write_text(NOTE, encoding="utf-8")
    library = tmp_path / "lib" / "library.db"
    first = broadsheet("add", "--library", library, tmp_path / "note.txt")
    assert (first.returncode, first.stdout) == (0, "1 added, 0 updated, 0 unchanged\n")
    again = broadsheet("--library", library, "add", tmp_path / "note.txt")
    assert (again.returncode, again.stdout) == (0, "0 added, 0 updated, 1 unchanged\n")
    assert stat.S_IMODE(library.stat().st_mode) == 0o600


def test_what_can_be_read_is_added_and_the_rest_is_told(broadsheet, tmp_path: Path):
    (tmp_path / "note.txt").write_text(NOTE, encoding="utf-8")
    done = broadsheet(
        "add", f"--library={tmp_path / 'l.db'}", tmp_path / "gone.txt", tmp_path / "note.txt"
    )
    assert done.returncode == 1
    assert done.stdout.startswith("1 added")
    assert "gone.txt" in done.stderr


def test_a_file_that_is_no_library_is_left_alone(broadsheet, tmp_path: Path):
    (tmp_path / "note.txt").write_text(NOTE, encoding="utf-8")
    done = broadsheet("add", "--library", tmp_path / "note.txt", tmp_path / "note.txt")
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
    assert (tmp_path / "note.txt").read_text(encoding="utf-8") == NOTE


def test_options_may_stand_between_the_paths(broadsheet, tmp_path: Path):
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text(NOTE.replace("short", name), encoding="utf-8")
    library = tmp_path / "l.db"
    done = broadsheet("add", tmp_path / "a.txt", "--library", library, tmp_path / "b.txt")
    assert (done.returncode, done.stdout) == (0, "2 added, 0 updated, 0 unchanged\n")


def test_the_environment_may_name_the_library(broadsheet, tmp_path: Path):
    (tmp_path / "note.txt").write_text(NOTE, encoding="utf-8")
    library = tmp_path / "env.db"
    done = broadsheet("add", tmp_path / "note.txt", BROADSHEET_LIBRARY=str(library))
    assert done.returncode == 0
    assert library.exists()
    lost = broadsheet("add", tmp_path / "note.txt", BROADSHEET_LIBRARY="~nobody-of-that-name/x")
    assert lost.returncode == 2
    assert len(lost.stderr.splitlines()) == 1


def _notes(folder: Path, *names: str) -> None:
    folder.mkdir(exist_ok=True)
    for name in names:
        (folder / f"{name}.txt").write_text(NOTE.replace("short", name), encoding="utf-8")


def test_files_that_have_not_changed_are_not_read_again(broadsheet, tmp_path: Path):
    _notes(tmp_path / "in", "quiet", "loud")
    library = tmp_path / "l.db"
    broadsheet("add", "--library", library, tmp_path / "in")
    # What is not read cannot be found to be broken: the same size and time, and no article.
    loud = tmp_path / "in" / "loud.txt"
    times = (loud.stat().st_atime_ns, loud.stat().st_mtime_ns)
    loud.write_bytes(b"\0" * loud.stat().st_size)
    os.utime(loud, ns=times)
    again = broadsheet("add", "--library", library, loud, tmp_path / "in" / "quiet.txt")
    assert (again.returncode, again.stdout) == (0, "0 added, 0 updated, 2 unchanged\n")
    read = broadsheet("add", "--again", "--library", library, loud, tmp_path / "in" / "quiet.txt")
    assert (read.returncode, read.stdout) == (1, "0 added, 0 updated, 1 unchanged\n")


def test_a_file_that_has_changed_is_read_again(broadsheet, tmp_path: Path):
    _notes(tmp_path / "in", "quiet", "loud")
    library = tmp_path / "l.db"
    broadsheet("add", "--library", library, tmp_path / "in")
    _notes(tmp_path / "in", "other")
    (tmp_path / "in" / "loud.txt").write_text(NOTE.replace("short", "third"), encoding="utf-8")
    again = broadsheet("add", "--library", library, tmp_path / "in")
    assert again.stdout == "2 added, 0 updated, 1 unchanged\n"


def test_the_counts_as_json(broadsheet, tmp_path: Path):
    _notes(tmp_path / "in", "quiet")
    done = broadsheet(
        "add", "--json", "--library", tmp_path / "l.db", tmp_path / "in", tmp_path / "gone"
    )
    assert done.returncode == 1
    assert json.loads(done.stdout) == {
        "added": 1,
        "updated": 0,
        "unchanged": 0,
        "failed": 1,
        "stopped": False,
    }


def test_several_failures_are_counted_at_the_end(broadsheet, tmp_path: Path):
    done = broadsheet("add", "--library", tmp_path / "l.db", tmp_path / "a", tmp_path / "b")
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1] == "broadsheet: 2 inputs could not be read"
    assert len(done.stderr.splitlines()) == 3


def test_a_watched_folder_fills_the_library_until_ctrl_c(tmp_path: Path):
    _notes(tmp_path / "in", "quiet")
    library = tmp_path / "l.db"
    arguments = ["add", "--watch", "--library", library, tmp_path / "in"]
    child = subprocess.Popen(
        [sys.executable, "-m", "tui", *map(str, arguments)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        _wait_for(library, 1)
        _notes(tmp_path / "in", "loud", "other")
        _wait_for(library, 3)
        child.send_signal(signal.SIGINT)
        out, _ = child.communicate(timeout=30)
    finally:
        child.kill()
    assert (child.returncode, out) == (0, "3 added, 0 updated, 0 unchanged\n")


def _wait_for(path: Path, count: int) -> None:
    for _ in range(300):
        time.sleep(0.1)
        if path.exists() and path.stat().st_size:
            library = open_library(path)
            found = len(library)
            library.close()
            if found == count:
                return
    raise AssertionError("it never came")


@pytest.mark.parametrize(
    ("files", "articles", "failures", "total", "seconds", "told"),
    [
        (0, 0, 0, None, 0.0, "0 articles, 0 a second"),
        (5, 50, 0, None, 10.0, "50 articles, 5 a second"),
        (
            50,
            500,
            2,
            200,
            10.0,
            "█████░░░░░░░░░░░░░░░  25%  500 articles, 50 a second, 0:30 left, 2 could not be read",
        ),
        (1, 1, 0, 7200, 3.0, "░░░░░░░░░░░░░░░░░░░░   0%  1 article, 0 a second, 5:59:57 left"),
        (9, 9, 0, 8, 3.0, "9 articles, 3 a second"),
    ],
)
def test_the_line_of_progress(files, articles, failures, total, seconds, told):
    progress = ImportProgress(lambda: 0)
    progress.files, progress.articles, progress.failures = files, articles, failures
    assert line(progress, total, seconds) == told
