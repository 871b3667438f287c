"""`broadsheet config`, and what the other commands do with a file of settings."""

import os
import pty
import select
import subprocess
import sys
import time
import tomllib
from pathlib import Path
from stat import S_IMODE

import pytest

ROOT = Path(__file__).parent.parent.parent
NOTE = "The tide\n\nNothing happened at the quay this week, and Tom Reyes saw it happen there.\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "config.toml"


def test_it_shows_every_setting_as_toml_that_can_be_used(broadsheet, file):
    file.write_text('measure = 70\n[keys]\nmove.down = ["m", "f2"]\npeople.exclude = ""\n')
    done = broadsheet("config", "--config", file)
    assert done.returncode == 0
    shown = tomllib.loads(done.stdout)
    assert shown["measure"] == 70
    assert shown["theme"] == "dark"
    assert shown["jobs"] == os.cpu_count()
    assert shown["library"]
    assert shown["keys"]["move"]["down"] == ["m", "f2"]
    assert "# Default: 84\nmeasure = 70" in done.stdout
    again = file.with_name("again.toml")
    again.write_text(done.stdout, encoding="utf-8")
    assert broadsheet("config", "--show", BROADSHEET_CONFIG=str(again)).stdout == done.stdout


def test_it_says_where_the_file_is(broadsheet, tmp_path):
    done = broadsheet("config", "--path", BROADSHEET_CONFIG="", XDG_CONFIG_HOME=str(tmp_path))
    assert done.stdout == f"{tmp_path}/broadsheet/config.toml\n"


def test_it_begins_a_file_that_sets_nothing(broadsheet, tmp_path):
    place = {"BROADSHEET_CONFIG": "", "XDG_CONFIG_HOME": str(tmp_path / "new")}
    assert "the defaults hold" in broadsheet("config", "--check", **place).stdout
    assert broadsheet("config", "--init", **place).returncode == 0
    made = tmp_path / "new" / "broadsheet" / "config.toml"
    assert S_IMODE(made.stat().st_mode) == 0o600
    assert S_IMODE(made.parent.stat().st_mode) == 0o700
    assert broadsheet("config", "--check", **place).stdout == f"{made}: all is well\n"
    again = broadsheet("config", "--init", **place)
    assert (again.returncode, again.stdout) == (1, "")
    assert again.stderr == f"broadsheet: {made}: there is one already\n"


def test_it_checks_and_tells_every_mistake_in_a_line(broadsheet, file):
    file.write_text('mesure = 70\n\n[keys]\nlibrary.next = "n"\n', encoding="utf-8")
    done = broadsheet("config", "--check", "--config", file)
    assert (done.returncode, done.stdout) == (1, "")
    how = 'give article.next_hit another one, or none: article.next_hit = ""'
    assert done.stderr.splitlines() == [
        f"broadsheet: {file}:1: no such setting: mesure; did you mean measure?",
        f"broadsheet: {file}:4: n means article.next_hit and library.next; {how}",
    ]


@pytest.mark.parametrize("command", [("search", "tide"), ("add", "note.txt"), ("feeds",), ()])
def test_no_command_goes_on_with_settings_that_it_cannot_use(broadsheet, file, tmp_path, command):
    file.write_text("measure = 7\n", encoding="utf-8")
    done = broadsheet("--config", file, "--library", tmp_path / "made.db", *command)
    assert done.returncode == 1
    assert done.stderr == (f"broadsheet: {file}:1: measure: 7 is no whole number from 45 to 100\n")
    assert not (tmp_path / "made.db").exists()


def test_hostile_names_are_told_in_one_line(broadsheet, file):
    file.write_text('"a\\u001b[31m\\nb" = 1\n', encoding="utf-8")
    done = broadsheet("config", "--check", "--config", file)
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "\x1b" not in done.stderr


def test_a_file_that_is_named_must_be_there(broadsheet, tmp_path):
    done = broadsheet("search", "tide", "--config", tmp_path / "gone.toml")
    assert done.returncode == 1
    assert done.stderr == f"broadsheet: {tmp_path}/gone.toml: no such file\n"


def test_the_library_is_the_one_that_is_set_unless_another_is_named(broadsheet, file, tmp_path):
    file.write_text(f'library = "{tmp_path}/set/mine.db"\njobs = 1\n', encoding="utf-8")
    (tmp_path / "note.txt").write_text(NOTE, encoding="utf-8")
    place = {"BROADSHEET_CONFIG": str(file), "BROADSHEET_LIBRARY": ""}
    assert broadsheet("add", tmp_path / "note.txt", **place).returncode == 0
    assert (tmp_path / "set" / "mine.db").exists()
    assert "The tide" in broadsheet("search", "tide", **place).stdout
    place["BROADSHEET_LIBRARY"] = str(tmp_path / "other.db")
    assert broadsheet("search", "tide", **place).returncode == 1
    assert (tmp_path / "other.db").exists()


def read(master: int, seconds: float) -> bytes:
    """What has come; nothing where nobody holds the terminal any more."""
    if not select.select([master], [], [], seconds)[0]:
        return b""
    try:
        return os.read(master, 65536)
    except OSError:
        return b""


def opened(file: Path, *arguments: str) -> str:
    """What the reader paints first, in a terminal, and leaves behind when it is left with Z."""
    master, slave = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "tui", "--config", str(file), *arguments],
        stdin=slave,
        stdout=slave,
        stderr=slave,
        cwd=ROOT,
        env={**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor"},
        start_new_session=True,
    )
    os.close(slave)
    written, asked, end = b"", False, time.monotonic() + 30
    try:
        while process.poll() is None and time.monotonic() < end:
            written += read(master, 0.1)
            if b"Nothing happened" in written and not asked:
                os.write(master, b"ZZ")
                asked = True
        assert process.wait(5) == (0 if asked else 1)
    finally:
        if process.poll() is None:
            process.kill()
            process.wait()
        while more := read(master, 0):
            written += more
        os.close(master)
    return written.decode("utf-8", "replace")


def test_the_reader_has_the_theme_and_the_keys_that_are_set(file, tmp_path):
    (tmp_path / "note.txt").write_text(NOTE, encoding="utf-8")
    file.write_text('theme = "light"\npreset = "less"\n', encoding="utf-8")
    assert "251;248;241" in opened(file, str(tmp_path / "note.txt"))
    assert "22;23;26" in opened(file, "--theme", "dark", str(tmp_path / "note.txt"))


def test_the_reader_does_not_open_with_settings_that_it_cannot_use(file, tmp_path):
    (tmp_path / "note.txt").write_text(NOTE, encoding="utf-8")
    file.write_text('[keys]\napp.quit = "q"\n', encoding="utf-8")
    shown = opened(file, str(tmp_path / "note.txt"))
    assert f"{file}:2: q means app.back and app.quit" in shown
    assert "\x1b[?1049h" not in shown


def test_a_theme_of_mine_is_checked_with_the_settings_and_told_by_its_file(broadsheet, file):
    file.write_text('theme = "sea"\n', encoding="utf-8")
    sea = file.parent / "themes" / "sea.toml"
    sea.parent.mkdir()
    sea.write_text('base = "light"\nacent = "#000000"\n', encoding="utf-8")
    done = broadsheet("config", "--check", "--config", file)
    assert done.returncode == 1
    assert done.stderr == (f"broadsheet: {sea}:2: no such colour: acent; did you mean accent?\n")
    sea.write_text('base = "light"\naccent = "#000000"\n', encoding="utf-8")
    assert broadsheet("config", "--check", "--config", file).returncode == 0
