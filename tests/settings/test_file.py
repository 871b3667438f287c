"""Where settings are kept."""

import os
import subprocess
import sys
from pathlib import Path
from stat import S_IMODE

import pytest

from tui.settings.file import SettingsError, begin, config_path, load
from tui.settings.values import DEFAULTS


@pytest.fixture(autouse=True)
def _nothing_is_set(monkeypatch, tmp_path):
    monkeypatch.delenv("BROADSHEET_CONFIG")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "settings"))


def test_the_file_is_the_one_that_is_named_first(monkeypatch, tmp_path):
    usual = tmp_path / "settings" / "broadsheet" / "config.toml"
    assert config_path() == (usual, False)
    monkeypatch.setenv("BROADSHEET_CONFIG", "/other.toml")
    assert config_path() == (Path("/other.toml"), True)
    assert config_path(Path("named.toml")) == (Path("named.toml"), True)


@pytest.mark.parametrize("folder", ["", "not/absolute"])
def test_without_a_folder_it_is_in_the_home(monkeypatch, folder):
    monkeypatch.setenv("XDG_CONFIG_HOME", folder)
    monkeypatch.setenv("HOME", "/home/ada")
    assert config_path()[0] == Path("/home/ada/.config/broadsheet/config.toml")


def test_without_a_file_the_defaults_hold():
    assert load() is DEFAULTS


def test_a_file_that_somebody_named_must_be_there(tmp_path):
    with pytest.raises(SettingsError) as told:
        load(tmp_path / "gone.toml")
    assert told.value.lines() == [f"{tmp_path}/gone.toml: no such file"]


def test_a_folder_is_no_file(tmp_path):
    with pytest.raises(SettingsError) as told:
        load(tmp_path)
    assert told.value.lines() == [f"{tmp_path}: Is a directory"]


def test_a_huge_file_is_not_read(tmp_path):
    path = tmp_path / "huge.toml"
    path.write_bytes(b"#" * (2 << 20))
    with pytest.raises(SettingsError, match="larger than"):
        load(path)


def test_each_mistake_is_a_line_with_its_place(tmp_path):
    path = tmp_path / "bad.toml"
    path.write_text("measure = 1\nzzz = 2\n", encoding="utf-8")
    with pytest.raises(SettingsError) as told:
        load(path)
    assert [line.split(": ")[0] for line in told.value.lines()] == [f"{path}:1", f"{path}:2"]


def test_a_file_that_is_begun_is_its_owners_alone(tmp_path):
    path, _ = config_path()
    begin(path, "measure = 70\n")
    assert S_IMODE(path.stat().st_mode) == 0o600
    assert S_IMODE(path.parent.stat().st_mode) == 0o700
    assert load().measure == 70
    with pytest.raises(FileExistsError):
        begin(path, "")
    assert load().measure == 70


def test_without_a_file_nothing_is_imported_that_would_read_it():
    code = (
        "import sys; from tui.settings.file import load; load();"
        "print(*(m for m in sys.modules if m in ('tomllib', 'tui.settings.schema', 'pydantic')))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env=dict(os.environ),
        cwd=Path(__file__).parent.parent.parent,
    )
    assert done.stdout.strip() == ""
