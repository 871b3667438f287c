"""The README is true: its key table is the registry's, its pictures are there, its commands run.

`BROADSHEET_GOLDEN=write pytest tests/test_readme.py` writes the key table anew.
"""

import os
import re
import subprocess
from pathlib import Path

from tui.session.actions import ACTIONS, Scope

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
WHERE: dict[Scope, str] = {
    "everywhere": "Everywhere",
    "panes": "In every pane",
    "library": "Library",
    "article": "Article",
    "people": "People",
    "quotes": "Quotes",
    "related": "Related",
    "facets": "In this list",
}


def key_table() -> str:
    """The registry as a Markdown table, what works everywhere last."""
    rows = ["| Where | Keys | What they do |", "|---|---|---|"]
    for scope in (
        "panes",
        "library",
        "article",
        "people",
        "quotes",
        "related",
        "facets",
        "everywhere",
    ):
        for action in ACTIONS:
            if action.scope == scope and action.keys:
                keys = " ".join(f"`{key}`" for key in action.keys)
                rows.append(f"| {WHERE[scope]} | {keys} | {action.description} |")
    return "\n".join(rows)


def test_the_key_table_is_the_registrys():
    text = README.read_text(encoding="utf-8")
    wanted = f"<!-- keys -->\n{key_table()}\n<!-- /keys -->"
    if os.environ.get("BROADSHEET_GOLDEN") == "write":
        text = re.sub(r"<!-- keys -->.*?<!-- /keys -->", lambda _: wanted, text, flags=re.DOTALL)
        README.write_text(text, encoding="utf-8")
    assert wanted in text


def test_every_file_it_names_is_there():
    text = README.read_text(encoding="utf-8")
    named = re.findall(r"\]\(([^)#:]+)\)", text)
    assert len(named) >= 4
    assert all((ROOT / name).is_file() for name in named)


def test_its_first_block_is_two_lines_that_bash_understands():
    block = re.search(r"```sh\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)
    assert block is not None
    lines = block[1].splitlines()
    assert len(lines) == 2
    for line in lines:
        assert subprocess.run(["bash", "-n", "-c", line], check=False).returncode == 0
    assert lines[0].endswith("broadsheet samples/")
    assert lines[1].endswith("pytest -n auto")
