"""No document of our own, cut anywhere or with any byte changed, makes a parser raise."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from parse.reading import read
from strategies import cuts, damaged

ROOT = Path(__file__).parent.parent.parent
LAYOUTS = [p for p in (ROOT / "tests" / "parse" / "layouts").iterdir() if p.suffix != ".golden"]
PAGES = [
    p
    for folder in (ROOT / "samples", ROOT / "tests" / "parse" / "golden")
    for p in folder.iterdir()
    if p.suffix != ".golden"
]
FILES = sorted(LAYOUTS) + sorted(PAGES)
CUTS = 12


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.name)
def test_a_file_that_is_cut(path: Path):
    for part in cuts(path.read_bytes(), CUTS):
        read(part, path.name)


@settings(deadline=None)
@given(damaged(sorted(LAYOUTS), most=4))
def test_a_layout_with_noise_in_it(file: tuple[str, bytes]):
    name, data = file
    read(data, name)


@settings(deadline=None)
@given(damaged(sorted(PAGES), most=60))
def test_a_page_with_noise_in_it(file: tuple[str, bytes]):
    name, data = file
    read(data, name)
