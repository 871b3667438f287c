"""No layout, cut anywhere or with any byte changed, makes a parser raise."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.model import Failure
from tui.parse import Parsed, parse
from tui.parse.article_json import dumps, loads
from tui.source import Document
from tui.source.archives import page_of

LAYOUTS = Path(__file__).parent / "layouts"
FILES = sorted(p for p in LAYOUTS.iterdir() if p.suffix != ".golden")
CUTS = 12


def read(data: bytes, name: str) -> None:
    document = page_of(Document(data, name))
    for item in [document] if isinstance(document, Failure) else parse(document):
        if isinstance(item, Parsed):
            assert loads(dumps(item.article)) == item.article
        else:
            assert isinstance(item, Failure)
            assert item.reason
            assert "\n" not in item.reason


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.stem)
def test_a_file_that_is_cut(path: Path):
    data = path.read_bytes()
    for cut in range(0, len(data), max(1, len(data) // CUTS)):
        read(data[:cut], path.name)


@settings(deadline=None)
@given(st.data())
def test_a_file_with_noise_in_it(draw: st.DataObject):
    path = draw.draw(st.sampled_from(FILES))
    data = bytearray(path.read_bytes())
    for _ in range(draw.draw(st.integers(1, 4))):
        place = draw.draw(st.integers(0, len(data) - 1))
        noise = draw.draw(st.binary(min_size=1, max_size=4))
        data[place : place + draw.draw(st.integers(0, 4))] = noise
    read(bytes(data), path.name)
