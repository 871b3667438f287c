"""Measurements in processes of their own, which may die or hang.

A child writes its figures as JSON into a file. It runs in a process group of its own, and the whole
group is ended with it: a scorer that hangs often waits for a child that does.
"""

import json
import os
import signal
import subprocess
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

LONGEST_REASON = 300
"""Code points of a child's last words that are told."""


@dataclass(frozen=True, slots=True)
class Measured:
    """What a child wrote, what it printed, and how many seconds it took."""

    found: dict[str, Any]
    printed: str = ""
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Broken:
    """Why there are no figures."""

    reason: str


@dataclass(frozen=True, slots=True)
class Child:
    """One measurement: a command to which `--json FILE` is added."""

    command: Sequence[str]
    folder: Path
    """Where it runs, and what it imports first."""
    environment: dict[str, str] = field(default_factory=dict)

    def run(self, patience: float) -> Measured | Broken:
        """Run it for at most `patience` seconds."""
        with tempfile.TemporaryDirectory() as folder:
            out = Path(folder, "figures.json")
            start = time.monotonic()
            ended = self._ended([*self.command, "--json", str(out)], patience)
            if isinstance(ended, Broken):
                return ended
            return _read(out, ended, time.monotonic() - start)

    def _ended(self, call: list[str], patience: float) -> str | Broken:
        """Return what the child printed."""
        environment = {**os.environ, "PYTHONPATH": str(self.folder), **self.environment}
        try:
            child = subprocess.Popen(
                call, cwd=self.folder, env=environment, stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, errors="replace",
                start_new_session=True,
            )  # fmt: skip
        except OSError as error:
            return Broken(f"it could not be started: {error}")
        try:
            printed, complaint = child.communicate(timeout=patience)
        except subprocess.TimeoutExpired:
            return Broken(f"it took more than {patience:g} seconds and was ended")
        finally:
            _end(child)
        if child.returncode:
            return Broken(f"{_how(child.returncode)}: {_last_words(complaint)}")
        return printed


def _end(child: subprocess.Popen[str]) -> None:
    """End a child with all that it started, and wait for it."""
    try:
        os.killpg(child.pid, signal.SIGKILL)
    except (ProcessLookupError, PermissionError):
        child.kill()
    for pipe in (child.stdout, child.stderr):
        if pipe is not None:
            pipe.close()
    child.wait()


def _read(out: Path, printed: str, seconds: float) -> Measured | Broken:
    try:
        found = json.loads(out.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Broken("it wrote no figures")
    except ValueError as error:
        return Broken(f"its figures are no JSON: {error}")
    if not isinstance(found, dict):
        return Broken("its figures are no JSON object")
    return Measured(found, printed, seconds)


def _how(code: int) -> str:
    return f"it ended with {code}" if code > 0 else f"it was killed by {_signal(-code)}"


def _signal(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return f"signal {number}"


def _last_words(complaint: str) -> str:
    lines = [line.strip() for line in complaint.splitlines() if line.strip()]
    return lines[-1][:LONGEST_REASON] if lines else "without a word"
