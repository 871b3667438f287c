"""`broadsheet add`."""

import stat
from pathlib import Path

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
