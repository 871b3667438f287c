"""`broadsheet` itself: the reader in a real terminal, and what it says where there is none."""

import json
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import time
from fcntl import ioctl
from pathlib import Path
from termios import TIOCSWINSZ
from typing import ClassVar

import pytest

ROOT = Path(__file__).parent.parent.parent
NOTE = """A short piece about the tide

There is not much to say about the harbour this week, but what there is will be said here.

"Nothing happened," said Tom Reyes, who had watched it happen from the quay for three hours.
"""


class Terminal:
    """A program in a pseudo-terminal, and all it wrote."""

    started: ClassVar[list["Terminal"]] = []

    def __init__(self, *command: str, stdin: int | None = None, stderr: int | None = None) -> None:
        self.master, slave = pty.openpty()
        ioctl(self.master, TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
        self.written = b""
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tui", *command],
            stdin=slave if stdin is None else stdin,
            stdout=slave,
            stderr=slave if stderr is None else stderr,
            cwd=ROOT,
            env={**os.environ, "TERM": "xterm-256color"},
            start_new_session=True,
            preexec_fn=lambda: ioctl(1, 0x540E, 0),  # TIOCSCTTY: keys come from this terminal
        )
        os.close(slave)
        self.started.append(self)

    def until(self, words: str, seconds: float = 20.0) -> bool:
        end = time.monotonic() + seconds
        while words.encode() not in self.written and time.monotonic() < end:
            if select.select([self.master], [], [], 0.1)[0]:
                try:
                    self.written += os.read(self.master, 65536)
                except OSError:
                    break
        return words.encode() in self.written

    def send(self, keys: str) -> None:
        os.write(self.master, keys.encode())

    def leave(self) -> int:
        """Press ctrl+q and return the exit code; a program that stays is an error."""
        if self.process.poll() is None:
            self.send("\x11")
        self.until("this is never written", 0.5)
        return self.process.wait(10)

    def end(self) -> None:
        """Leave nothing behind, whatever the test found."""
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
        os.close(self.master)


@pytest.fixture(autouse=True)
def _end_what_was_started():
    Terminal.started.clear()
    yield
    for terminal in Terminal.started:
        terminal.end()


def test_it_shows_a_file_and_leaves(tmp_path: Path):
    (tmp_path / "note.txt").write_text(NOTE, encoding="utf-8")
    terminal = Terminal(str(tmp_path / "note.txt"))
    assert terminal.until("Nothing happened")
    assert terminal.leave() == 0


def test_it_reads_an_article_from_a_pipe_and_keys_from_the_terminal(tmp_path: Path):
    (tmp_path / "note.txt").write_text(NOTE, encoding="utf-8")
    with (tmp_path / "note.txt").open("rb") as piped:
        terminal = Terminal("-", stdin=piped.fileno())
        assert terminal.until("Nothing happened")
        assert terminal.leave() == 0


def test_it_can_be_left_while_an_input_is_still_open():
    reading, writing = os.pipe()
    terminal = Terminal("-", stdin=reading)
    os.close(reading)
    try:
        assert terminal.until("Reading")
        assert terminal.leave() == 0
    finally:
        os.close(writing)


def test_it_leaves_the_terminal_as_it_was_when_it_is_ended(tmp_path: Path):
    (tmp_path / "note.txt").write_text(NOTE, encoding="utf-8")
    terminal = Terminal(str(tmp_path / "note.txt"))
    assert terminal.until("Nothing happened")
    terminal.process.terminate()
    assert terminal.until("\x1b[?1049l")
    assert terminal.leave() == 128 + signal.SIGTERM


def test_a_library_that_is_not_there_is_not_made_by_looking_for_it(tmp_path: Path):
    terminal = Terminal("--library", str(tmp_path / "no" / "library.db"))
    assert terminal.until("no such library")
    assert terminal.leave() == 2
    assert not (tmp_path / "no").exists()


def test_it_paints_on_the_terminal_where_errors_go_to_a_file(tmp_path: Path):
    (tmp_path / "note.txt").write_text(NOTE, encoding="utf-8")
    with (tmp_path / "errors").open("wb") as errors:
        terminal = Terminal(str(tmp_path / "note.txt"), stderr=errors.fileno())
        assert terminal.until("Nothing happened")
        assert terminal.leave() == 0
    assert (tmp_path / "errors").read_bytes() == b""


def test_an_input_that_cannot_be_read_is_told_when_it_is_left(tmp_path: Path):
    (tmp_path / "note.txt").write_text(NOTE, encoding="utf-8")
    (tmp_path / "bad.json").write_text('{"version": 1}', encoding="utf-8")
    with (tmp_path / "errors").open("wb") as errors:
        terminal = Terminal(
            str(tmp_path / "bad.json"), str(tmp_path / "note.txt"), stderr=errors.fileno()
        )
        assert terminal.until("Nothing happened")
        assert terminal.until("Could not be read: bad.json")
        assert terminal.leave() == 1
    assert "bad.json" in (tmp_path / "errors").read_text(encoding="utf-8")


def test_hostile_bytes_reach_the_terminal_as_text_from_every_field(tmp_path: Path):
    evil = "E\x1b]0;owned\x07\x1b[31m\u202e\x9b5m[/b][TODO]"
    text = f"{evil}\n\n{evil} said: hello {evil}"
    start = len(evil) + 2
    article = {
        "version": 1,
        "title": evil,
        "site": evil,
        "authors": [evil],
        "text": text,
        "blocks": [
            {"kind": "title", "start": 0, "end": len(evil)},
            {"kind": "paragraph", "start": start, "end": len(text)},
        ],
        "people": [
            {
                "name": evil,
                "aliases": [],
                "roles": [evil],
                "mentions": [{"start": start, "end": start + len(evil)}],
            }
        ],
        "quotes": [
            {
                "start": len(text) - len(evil),
                "end": len(text),
                "kind": "direct",
                "speaker": evil,
                "cue": None,
                "confidence": 0.9,
            }
        ],
        "teasers": [{"title": evil, "excerpt": evil, "authors": [evil], "url": None}],
    }
    path = tmp_path / "evil\x1b]0;owned\x07.json"
    path.write_text(json.dumps(article), encoding="utf-8")
    terminal = Terminal(str(path))
    assert terminal.until("hello")
    for keys in ("3", "\r", "4", "\r", "5", "/said", "\r", "f"):
        terminal.send(keys)
        terminal.until("this is never written", 0.3)
    terminal.leave()
    assert b"\x1b]0;owned" not in terminal.written
    assert "\u202e".encode() not in terminal.written
    assert "\x9b".encode() not in terminal.written
    assert "[TODO]" in terminal.written.decode("utf-8", "replace")


def test_without_a_terminal_it_says_what_to_do(broadsheet, tmp_path: Path):
    done = broadsheet(tmp_path)
    assert done.returncode == 2
    assert "needs a terminal" in done.stderr


@pytest.mark.parametrize("arguments", [("gone.txt",), ("gone.txt", "also-gone.txt")])
def test_when_nothing_is_there_it_does_not_start(arguments):
    terminal = Terminal(*arguments)
    assert terminal.until("gone.txt: no such file or folder")
    assert terminal.leave() == 1
    assert b"\x1b[?1049h" not in terminal.written
