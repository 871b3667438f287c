"""The architecture as the import contracts have it, and what is imported when."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
HEAVY = (
    *("textual", "rich", "pydantic", "trafilatura", "lxml", "feedparser", "sqlite3", "yaml"),
    *("httpcore", "ssl", "socket"),
)


def imported(program: str) -> set[str]:
    """The modules that a program imports, by the name of their package."""
    ending = "\nimport sys; print(' '.join({name.partition('.')[0] for name in sys.modules}))"
    done = subprocess.run(
        [sys.executable, "-c", program + ending],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    return set(done.stdout.splitlines()[-1].split())


def test_data_flows_one_way():
    done = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command as c; c()"],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
    )
    assert done.returncode == 0, done.stdout
    assert "0 broken" in done.stdout


@pytest.mark.parametrize("option", ["--help", "--version"])
def test_help_and_version_import_nothing_heavy(option: str):
    program = f"""
from tui.cli import run
try:
    run(["{option}"])
except SystemExit:
    pass
"""
    assert not imported(program) & set(HEAVY)


def test_commands_import_nothing_of_the_network_before_they_fetch():
    modules = imported("import tui.cli.add, tui.cli.following, tui.cli.refresh")
    assert not modules & {"httpcore", "h11", "certifi", "ssl", "lxml", "textual"}


def test_serving_imports_nothing_of_a_browser_before_it_serves():
    modules = imported("import tui.cli.serve, tui.web.guard")
    assert not modules & {"aiohttp", "textual_serve", "textual", "ssl"}


def test_the_reader_imports_no_parser_and_no_engine():
    modules = imported(
        "import tui.view.app, tui.cli.read\nfrom tui.library import memory_library\n"
        "memory_library()"
    )
    assert {"textual", "sqlite3"} <= modules
    assert not modules & {"pydantic", "trafilatura", "lxml", "feedparser", "yaml", "httpcore"}


def test_the_reader_imports_neither_parse_nor_enrich_itself():
    program = "import tui.view.app, sys\nprint(*[m for m in sys.modules if m.startswith('tui.')])"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT
    )
    loaded = done.stdout.split()
    assert "tui.view.screens.reader" in loaded
    assert not [m for m in loaded if m.startswith(("tui.enrich", "tui.source", "tui.parse"))]


def test_every_module_says_what_it_owns_and_stays_small():
    for path in (ROOT / "tui").rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        assert text.startswith('"""'), path
        assert text.count("\n") <= 500, path
