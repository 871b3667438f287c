"""`broadsheet serve` on an address of the test's own."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
Serve = Callable[..., str]


@pytest.fixture
def pieces(tmp_path: Path) -> Path:
    """A file with two articles, in which two people are named."""
    words = "Mayor Anna Holt said the harbour was safe. “We saw no report,” Holt said. "
    texts = {"The harbour": words, "The ferry": "Tom Reyes bought a ferry. Tom Reyes likes it."}
    file = tmp_path / "pieces.json"
    told = [{"title": title, "text": text} for title, text in texts.items()]
    file.write_text("\n".join(map(json.dumps, map(_schema_org, told))))
    return file


def _schema_org(piece: dict[str, str]) -> dict[str, str]:
    return {
        "@type": "NewsArticle",
        "headline": piece["title"],
        "articleBody": piece["text"],
        "inLanguage": "en",
    }


@pytest.fixture
def serve(tmp_path: Path) -> Iterator[Serve]:
    """Serve with some words of the command line, and return the address that is printed."""
    started: list[subprocess.Popen[str]] = []

    def serving(*words: str | Path) -> str:
        program = subprocess.Popen(
            [sys.executable, "-m", "tui", "serve", "--port", "0", *map(str, words)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            cwd=ROOT,
            env={**os.environ, "BROADSHEET_LIBRARY": str(tmp_path / "l.db")},
        )
        started.append(program)
        address = program.stdout.readline().strip()
        assert address, program.stderr.read()
        return address

    yield serving
    for program in started:
        program.send_signal(signal.SIGINT)
        said, complained = program.communicate(timeout=20)
        assert (program.returncode, complained) == (0, ""), said
