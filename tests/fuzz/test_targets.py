"""What is fuzzed holds for what it begins with, and for all that ever failed it."""

from pathlib import Path

import pytest
from fuzz.targets import TARGETS, WORDS, seeds

FOUND = sorted((Path(__file__).parent / "found").glob("*-*"))


@pytest.mark.parametrize("name", TARGETS)
def test_a_target_holds_for_what_it_begins_with(name: str):
    begun = list(seeds(name))
    assert len(begun) > 20
    assert WORDS[name]
    for data in begun[::4]:
        TARGETS[name](data)


@pytest.mark.parametrize("path", FOUND, ids=lambda path: path.name[:24])
def test_what_once_failed_holds(path: Path):
    TARGETS[path.name.partition("-")[0]](path.read_bytes())
