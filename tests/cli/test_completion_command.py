"""`broadsheet completion`, with tabs pressed in a real bash, and `broadsheet man`."""

import os
import pty
import re
import select
import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tui.cli import COMMANDS, VALUED, run
from tui.cli.described import lines
from tui.cli.manual import page
from tui.cli.options import EPILOG
from tui.cli.summaries import DESCRIPTIONS
from tui.library.query.fields import FIELDS
from tui.session.actions import ACTIONS

BASH = shutil.which("bash") or "bash"
TAB, START, END = "\t", "\x01", "\x05"


class Bash:
    """A shell at a terminal, with our completion."""

    def __init__(self, script: Path, folder: Path) -> None:
        here, there = pty.openpty()
        self._terminal = here
        self._program = subprocess.Popen(
            [BASH, "--noprofile", "--norc", "-i"],
            stdin=there,
            stdout=there,
            stderr=there,
            cwd=folder,
            start_new_session=True,
            env={"PATH": os.environ["PATH"], "TERM": "dumb", "HOME": str(folder)},
        )
        os.close(there)
        settings = "bind 'set enable-bracketed-paste off'; bind 'set bell-style none'"
        self._answer(f"PS1= PS2=; {settings}; source {script}; stty -echo; echo '[ready]'\n")

    def becomes(self, line: str) -> str:
        """What a line is after a tab at its end."""
        return self._answer(f"{line}{TAB}{START}echo '[{END}]'\n")

    def offers(self, line: str) -> set[str]:
        """What is listed after two tabs."""
        said = self._answer(f"{line}{TAB}{TAB}{START}echo '[{END}]'\n", whole=True)
        return set(said.split())

    def _answer(self, typed: str, *, whole: bool = False) -> str:
        os.write(self._terminal, typed.encode())
        said = ""
        until = time.monotonic() + 20
        while not re.search(r"^\[.*\]\r?$", said, re.MULTILINE):
            assert time.monotonic() < until, said
            if select.select([self._terminal], [], [], 0.5)[0]:
                said += os.read(self._terminal, 65536).decode()
        return said if whole else re.findall(r"^\[(.*)\]\r?$", said, re.MULTILINE)[-1]

    def close(self) -> None:
        self._program.kill()
        self._program.wait()
        os.close(self._terminal)


@pytest.fixture(scope="module")
def bash(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bash]:
    folder = tmp_path_factory.mktemp("shell")
    script = folder / ".completion"
    script.write_text("\n".join(_script("bash")))
    (folder / "pieces").mkdir()
    (folder / "a long name.html").touch()
    shell = Bash(script, folder)
    yield shell
    shell.close()


def _script(shell: str) -> list[str]:
    from tui.cli.completion import SHELLS

    return list(SHELLS[shell](list(lines())))


@pytest.mark.parametrize(
    ("typed", "becomes"),
    [
        ("broadsheet sea", "broadsheet search "),
        ("broadsheet comp", "broadsheet completion "),
        ("broadsheet completion f", "broadsheet completion fish "),
        ("broadsheet search per", "broadsheet search person:"),
        ("broadsheet search strike is:st", "broadsheet search strike is:starred "),
        ("broadsheet export sort:o", "broadsheet export sort:oldest "),
        ("broadsheet export --for", "broadsheet export --format "),
        ("broadsheet export --format ht", "broadsheet export --format html "),
        ("broadsheet quotes --kind=ind", "broadsheet quotes --kind=indirect "),
        ("broadsheet --library x.db refr", "broadsheet --library x.db refresh "),
        ("broadsheet correct mer", "broadsheet correct merge "),
        ("broadsheet pie", "broadsheet pieces/"),
        ("broadsheet add a", "broadsheet add a\\ long\\ name.html "),
        ("broadsheet add --library pie", "broadsheet add --library pieces/"),
        ("broadsheet feeds pie", "broadsheet feeds pie"),
        ("broadsheet config --in", "broadsheet config --init "),
    ],
)
def test_what_a_tab_makes_of_a_line(bash: Bash, typed: str, becomes: str):
    assert bash.becomes(typed) == becomes


def test_what_two_tabs_offer(bash: Bash):
    assert {"people", "parse", "pieces/"} <= bash.offers("broadsheet p")
    assert {"--json", "--limit", "--library"} <= bash.offers("broadsheet search --")
    assert {"person:", "said:", "is:unread", "date:"} <= bash.offers("broadsheet search x ")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_every_command_and_option_is_in_every_script(shell: str, capsys):
    assert run(["completion", shell]) == 0
    script = capsys.readouterr().out
    for line in lines():
        assert line.name in script
        for option in line.options:
            for name in option.names:
                long = name.removeprefix("--")
                assert name in script or f"-l {long} " in script or f"-s {name[1:]} " in script
    for field in FIELDS:
        assert f"{field.name}:" in script


def test_words_with_signs_of_a_shell_are_written_so_that_it_reads_them_back():
    from tui.cli.completion import _fish_word, _plain, _quoted

    hostile = 'it\'s `$(x)` \\ [a:b] "q"'
    told = subprocess.run(
        [BASH, "-c", f"printf %s {_quoted(hostile)}"], capture_output=True, text=True, check=True
    )
    assert told.stdout == hostile
    assert _plain("[a:b]\\") == "\\[a\\:b\\]\\\\"
    assert _fish_word("it's \\") == "'it\\'s \\\\'"


def test_every_option_with_a_value_is_known_where_the_command_is_looked_for():
    valued = {
        name
        for line in lines()
        for option in line.options
        if option.kind != "none"
        for name in option.names
    }
    assert valued == set(VALUED)


def test_every_command_is_explained():
    assert set(DESCRIPTIONS) == set(COMMANDS)
    for name in COMMANDS:
        assert name == "read" or f"broadsheet {name}" in EPILOG


def test_the_manual_has_every_command_option_and_key(capsys):
    assert run(["man"]) == 0
    text = capsys.readouterr().out.replace("\\-", "-")
    for line in lines():
        assert line.description.replace("'", "\\(aq").replace("`", "\\(ga") in text
        for option in line.options:
            assert ", ".join(option.names) in text
    assert all(action.description in text for action in ACTIONS if action.keys)


def test_every_line_of_the_manual_is_a_request_we_mean_or_text():
    requests = (".TH", ".SH", ".SS", ".PP", ".B", ".TP", ".nf", ".fi")
    for line in page():
        assert line == "" or line[0] not in ".'" or line.split()[0] in requests, line
        assert not re.search(r"\\(?![-e&]|\((?:aq|ga|ha|ti))", line), line


@pytest.mark.skipif(shutil.which("man") is None, reason="there is no man")
def test_man_sets_the_page(tmp_path: Path):
    file = tmp_path / "broadsheet.1"
    file.write_text("\n".join(page()) + "\n")
    done = subprocess.run(
        ["man", "--warnings", "-l", str(file)],
        capture_output=True,
        text=True,
        env={**os.environ, "MANWIDTH": "100", "LC_ALL": "C.UTF-8", "MANPAGER": "cat"},
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "broadsheet search [OPTION ...] QUERY ..." in done.stdout
