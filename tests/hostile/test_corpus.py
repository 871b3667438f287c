"""`broadsheet parse` and `broadsheet add` over every file of the hostile corpus."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from hostile.corpus import CLASSES, files, write
from hostile.one_by_one import MEMORY, SECONDS

from tui.cli import run
from tui.parse.article_json import loads
from tui.parse.article_rules import check

ROOT = Path(__file__).parent.parent.parent
TESTS = ROOT / "tests"
CONTROLS = frozenset(map(chr, (*range(9), 11, 12, *range(14, 32), *range(0x7F, 0xA0))))

ADD = f"""
import resource, signal, sys
resource.setrlimit(resource.RLIMIT_AS, ({MEMORY}, {MEMORY}))
signal.setitimer(signal.ITIMER_PROF, {10 * SECONDS})
from tui.cli import run
sys.exit(run(["add", "--json", "--jobs", "1", "--library", sys.argv[1], sys.argv[2]]))
"""

FORMS = ("jsonl", "markdown", "html", "plain", "csv", "org")
ASKED = (
    ["doctor"],
    ["search", "boats"],
    ["search", "boats", "--json"],
    ["people"],
    ["people", "--json"],
    ["quotes", "boats"],
    ["quotes", "boats", "--json"],
    *(["export", "boats", "--format", form] for form in FORMS),
    *(["export", "boats", "--quotes", "--format", form] for form in ("markdown", "org", "csv")),
)
"""What a user may ask the library that was made."""


def child(program: Sequence[str], **options: Any) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, *program],
        env=os.environ | {"PYTHONPATH": f"{ROOT}{os.pathsep}{TESTS}"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        **options,
    )


def parsed(paths: Sequence[Path], folder: Path) -> Iterator[dict[str, Any]]:
    """Yield what `broadsheet parse` said of each file; one that ends the process fails the test."""
    named = folder / "paths"
    named.write_text("".join(json.dumps(str(path)) + "\n" for path in paths))
    with named.open() as lines:
        process = child([str(TESTS / "hostile" / "one_by_one.py")], stdin=lines)
    begun = None
    out, err = process.communicate()
    for line in out.splitlines():
        said = json.loads(line)
        if "begun" in said:
            begun = said["begun"]
        else:
            yield said
    assert process.returncode == 0, f"{begun} ended the process: {_end(process.returncode)}\n{err}"


def _end(code: int) -> str:
    return signal.strsignal(-code) or str(code) if code < 0 else f"exit code {code}"


def assert_failures(said: str, names: Sequence[str]) -> int:
    """Each line names one of the files, and holds nothing that a terminal obeys; return how many.

    The lines are those of JSON strings: what a line is is what `\\n` ends.
    """
    lines = said.split("\n")[:-1]
    for line in lines:
        assert line.startswith("broadsheet: "), line
        assert any(name in line for name in names), line
        assert not CONTROLS.intersection(line), ascii(line)
        assert len(line) < 600, line
    return len(lines)


def test_the_corpus_is_large_and_the_same_every_time():
    first = [(kind, *file) for kind in CLASSES for file in files(kind)]
    assert len(first) >= 300
    assert first == [(kind, *file) for kind in CLASSES for file in files(kind)]
    assert len({(kind, name) for kind, name, _ in first}) == len(first)


@pytest.mark.parametrize("kind", CLASSES)
def test_parse_ends_with_articles_or_one_line(kind: str, tmp_path: Path):
    paths = write(tmp_path, kind)
    seen = []
    for said in parsed(paths, tmp_path):
        seen.append(said["path"])
        failures = assert_failures(said["err"], [said["path"]])
        assert said["code"] == int(failures > 0), said["path"]
        for line in said["out"].split("\n")[:-1]:
            article = loads(line.encode())
            check(article)
            assert not CONTROLS.intersection(line), said["path"]
            # The text of an article that comes as one is kept as it came: offsets point into it.
            if kind not in ("article", "json"):
                assert not CONTROLS.intersection(article.text), said["path"]
    assert seen == [str(path) for path in paths]


@pytest.mark.parametrize("kind", CLASSES)
def test_add_takes_what_is_sound_and_tells_the_rest(
    kind: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    paths = write(tmp_path, kind)
    library = tmp_path / "library.db"
    process = child(["-c", ADD, str(library), str(tmp_path / kind)])
    out, err = process.communicate()
    assert process.returncode in (0, 1), f"{_end(process.returncode)}\n{err}"
    counts = json.loads(out)
    told = [line for line in err.split("\n")[:-1] if "inputs could not be read" not in line]
    assert_failures("".join(f"{line}\n" for line in told), [str(path) for path in paths])
    assert counts["failed"] == len(told)
    assert process.returncode == int(bool(told))
    for command in ASKED:
        code = run([*command, "--library", str(library)])
        said = capsys.readouterr()
        assert code in (0, 1), f"{command}: {said.err}"
        assert not CONTROLS.intersection(said.out), command
