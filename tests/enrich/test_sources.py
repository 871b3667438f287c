"""Every table of words or weights says where its entries come from, and no entry lies unused."""

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import tui.enrich
from tui.enrich.answers import CONFIDENCE
from tui.enrich.scoring import WEIGHTS

PACKAGE = Path(tui.enrich.__file__).parent
ROOT = PACKAGE.parent.parent
DATA = sorted((PACKAGE / "data").iterdir())
MODULES = sorted(PACKAGE.glob("*.py"))
SOURCE = re.compile(r"general\s+knowledge|[Ss]et by hand|Source: \S+|made by \S+\.py from")
LICENCE = re.compile(r"licen[cs]e", re.IGNORECASE)
MAKER = re.compile(r"[Mm]ade by (\S+\.py)")
CLOSED = 12
"""Words up to which a table of the code may be a closed class, whose source the package tells."""
OWN = WEIGHTS.keys() | CONFIDENCE.keys()
"""Names of features and rules: words of ours, not of a language."""


def _head(file: Path) -> str:
    if file.suffix == ".json":
        return str(json.loads(file.read_text(encoding="utf-8"))["about"])
    lines = file.read_text(encoding="utf-8").splitlines()
    end = next(n for n, line in enumerate(lines) if not line.startswith("#"))
    return " ".join(line.strip("# ") for line in lines[:end])


def _sections(file: Path) -> list[str]:
    lines = file.read_text(encoding="utf-8").splitlines()
    return [line.strip("[]").split()[0] for line in lines if line.startswith("[")]


def _text(node: ast.stmt | None) -> str:
    told = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    return str(node.value.value) if told else ""


def _words(value: ast.expr) -> list[str]:
    strings = [
        node.value
        for node in ast.walk(value)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    ]
    return [w for s in strings if s not in OWN for w in re.findall(r"[^\W\d]{2,}", s)]


def _tables() -> Iterator[tuple[str, int, str]]:
    """Yield each constant of the code's modules, how many words it has, and what is said of it."""
    for module in MODULES:
        tree = ast.parse(module.read_text(encoding="utf-8"))
        about = ast.get_docstring(tree) or ""
        for node, behind in zip(tree.body, [*tree.body[1:], None], strict=True):
            if isinstance(node, ast.Assign | ast.AnnAssign) and node.value:
                target = node.target if isinstance(node, ast.AnnAssign) else node.targets[0]
                name = f"{module.stem}.{ast.unparse(target)}"
                yield name, len(_words(node.value)), f"{about} {_text(behind)}"


NUMBERS = ("scoring.WEIGHTS", "answers.CONFIDENCE")
TABLES = [table for table in _tables() if table[1] > CLOSED or table[0] in NUMBERS]


@pytest.mark.parametrize("file", DATA, ids=lambda file: file.name)
def test_a_file_of_words_says_its_source_at_its_head(file):
    head = _head(file)
    assert SOURCE.search(head)
    assert "general knowledge" in head or LICENCE.search(head)


@pytest.mark.parametrize("file", DATA, ids=lambda file: file.name)
def test_the_script_that_made_a_file_is_at_hand(file):
    assert all((ROOT / script).is_file() for script in MAKER.findall(_head(file)))


@pytest.mark.parametrize("file", [f for f in DATA if f.suffix == ".txt"], ids=lambda f: f.name)
def test_every_section_is_read(file):
    code = "".join(module.read_text(encoding="utf-8") for module in MODULES)
    known = {f"given_{gender}" for gender in "mfu"}
    assert [s for s in _sections(file) if f'"{s}"' not in code and s not in known] == []


@pytest.mark.parametrize(
    ("name", "about"), [(t[0], t[2]) for t in TABLES], ids=[t[0] for t in TABLES]
)
def test_a_table_of_the_code_says_its_source(name, about):
    assert SOURCE.search(about), f"{name} does not say where its words come from"


def test_the_package_says_where_the_smaller_tables_come_from():
    assert SOURCE.search(tui.enrich.__doc__ or "")


def test_the_tables_are_found():
    found = {table[0] for table in TABLES}
    assert {"role_words.ADVERBS", "tokens._ABBREVIATIONS", *NUMBERS} <= found
