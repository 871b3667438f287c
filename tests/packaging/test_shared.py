"""What is installed beside the program says what the program itself does.

`BROADSHEET_GOLDEN=write pytest tests/packaging/test_shared.py` writes it anew.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

SHARE = Path(__file__).parent.parent.parent / "tui" / "share"


@pytest.mark.parametrize(
    ("name", "command"),
    [
        ("broadsheet.1", ["man"]),
        ("broadsheet.bash", ["completion", "bash"]),
        ("_broadsheet", ["completion", "zsh"]),
        ("broadsheet.fish", ["completion", "fish"]),
    ],
)
def test_the_manual_and_the_completions_are_those_of_the_program(name, command):
    wanted = subprocess.run(
        [sys.executable, "-m", "tui", *command],
        env={**os.environ, "LANGUAGE": "", "LC_ALL": "C.UTF-8", "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        check=True,
    ).stdout.decode()
    if os.environ.get("BROADSHEET_GOLDEN") == "write":
        (SHARE / name).write_text(wanted, encoding="utf-8")
    assert (SHARE / name).read_text(encoding="utf-8") == wanted
