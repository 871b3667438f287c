"""What the letters of one capitalised word say: whether it is also a plain word, or like a name.

Two tables made by `tests/bench/train_people.py` from free word lists, read on first use: a Bloom
filter of the words that English and French write in lower case, and the weights of runs of letters
that tell names of people from other names and from words. Words come folded (see `folding`).
"""

import base64
import json
from collections.abc import Iterator
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

FILTER_BITS = 1 << 20
"""About ten for each word: one word in a hundred is taken for a plain one wrongly."""
WEIGHTS = 1 << 15
"""Runs of letters share this many weights by their checksums."""
WEIGHT_STEP = 0.04
"""A weight is a whole number of these, so that it fits one byte."""
_PROBES = 6
_LONGEST_RUN = 5
_LONGEST_WORD = 40
"""Letters of a longer word beyond these are not looked at."""
_LAST_LATIN = "\u024f"
_FILE = Path(__file__).parent / "data" / "name_model.json"


class _Tables(NamedTuple):
    bias: float
    weights: tuple[int, ...]
    words: bytes


@lru_cache(maxsize=1)
def _tables() -> _Tables:
    read = json.loads(_FILE.read_text("utf-8"))
    signed = memoryview(base64.b64decode(read["weights"])).cast("b")
    return _Tables(read["bias"], tuple(signed), base64.b64decode(read["words"]))


def places(word: str) -> Iterator[int]:
    """Yield the bits of the filter that stand for `word`."""
    number = int.from_bytes(blake2b(word.encode(), digest_size=16).digest(), "little")
    for _ in range(_PROBES):
        yield number % FILTER_BITS
        number //= FILTER_BITS


def letter_runs(word: str) -> Iterator[int]:
    """Yield the number of the weight of each run of letters of `word`, marked at both ends."""
    marked = f"^{word[:_LONGEST_WORD]}$".encode()
    for length in range(1, _LONGEST_RUN + 1):
        for at in range(len(marked) - length + 1):
            yield crc32(marked[at : at + length]) % WEIGHTS


@lru_cache(maxsize=8192)
def is_plain(word: str) -> bool:
    """Whether English or French also write `word` in lower case."""
    bits = _tables().words
    return all(bits[place >> 3] & 1 << (place & 7) for place in places(word))


@lru_cache(maxsize=8192)
def likeness(word: str) -> float:
    """Return the logarithm of the odds that `word` is a person's name, by its letters alone.

    Zero for words in other scripts than the Latin one, which was learnt from.
    """
    if max(word, default="") > _LAST_LATIN:
        return 0.0
    tables = _tables()
    runs = set(letter_runs(word))
    return tables.bias + WEIGHT_STEP * sum(tables.weights[run] for run in runs)
