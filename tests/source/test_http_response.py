import gzip
import sys
import types

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.source.http_response import BodyError, body_of, read_head

WORDS = b"<p>Words of a page, and more of them.</p>" * 9
GZIP = {"content-encoding": "gzip"}
CHUNKED = {"transfer-encoding": "chunked"}


def chunked(data: bytes, size: int) -> bytes:
    parts = [data[n : n + size] for n in range(0, len(data), size)]
    return b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in parts) + b"0\r\n\r\n"


def test_a_head_and_its_body():
    head = read_head(b"HTTP/2 200\nContent-Type: text/html\nX: 1\n 2\n\nbody")
    assert head is not None
    assert (head.status, head.size) == (200, 44)
    assert head.fields == {"content-type": "text/html", "x": "1 2"}


@pytest.mark.parametrize("data", [b"", b"HTTP/1.1 200 OK\r\n", b"HTTP/1.1 x\r\n\r\n", b"GET /\n\n"])
def test_what_is_no_answer(data: bytes):
    assert read_head(data) is None


@given(st.integers(1, 400))
def test_chunks_are_joined(size: int):
    assert body_of(CHUNKED, chunked(WORDS, size), 1 << 20) == WORDS


def test_chunks_and_a_coding():
    packed = chunked(gzip.compress(WORDS), 50)
    assert body_of({**CHUNKED, **GZIP}, packed, 1 << 20) == WORDS


@pytest.mark.parametrize("fields", [CHUNKED, GZIP, {**CHUNKED, **GZIP}])
def test_a_body_that_was_stored_unpacked(fields: dict[str, str]):
    assert body_of(fields, WORDS, 1 << 20) == WORDS


def test_a_body_that_is_cut_is_read_as_far_as_it_goes():
    cut = body_of(CHUNKED, chunked(WORDS, 100)[:250], 1 << 20)
    assert WORDS.startswith(cut)
    assert len(cut) > 200
    cut = body_of(GZIP, gzip.compress(bytes(range(256)) * 99)[:-40], 1 << 20)
    assert (bytes(range(256)) * 99).startswith(cut)


def test_codings_on_one_another():
    twice = gzip.compress(gzip.compress(WORDS))
    assert body_of({"content-encoding": "gzip, gzip"}, twice, 1 << 20) == WORDS
    with pytest.raises(BodyError):
        body_of({"content-encoding": "gzip," * 9}, twice, 1 << 20)


@pytest.mark.parametrize("coding", ["zstd", "compress", "x" * 99])
def test_a_coding_that_is_not_read_is_named(coding: str):
    with pytest.raises(BodyError, match=coding[:20]):
        body_of({"content-encoding": coding}, WORDS, 1 << 20)


class Decompressor:
    """As the package has it, for bodies that are "b" and the words."""

    def __init__(self) -> None:
        self.left = b""

    def process(self, data: bytes, output_buffer_limit: int) -> bytes:
        if data and not data.startswith(b"b"):
            raise ValueError
        self.left += data[1:]
        found, self.left = self.left[:output_buffer_limit], self.left[output_buffer_limit:]
        return found

    def is_finished(self) -> bool:
        return False


def test_brotli_where_its_package_is(monkeypatch: pytest.MonkeyPatch):
    fields = {"content-encoding": "br"}
    monkeypatch.setitem(sys.modules, "brotli", None)
    with pytest.raises(BodyError, match="brotli"):
        body_of(fields, WORDS, 1 << 20)
    package = types.SimpleNamespace(Decompressor=Decompressor, error=ValueError)
    monkeypatch.setitem(sys.modules, "brotli", package)
    assert body_of(fields, b"b" + WORDS, 1 << 20) == WORDS
    with pytest.raises(BodyError, match="larger"):
        body_of(fields, b"b" + WORDS, 20)
    with pytest.raises(BodyError):
        body_of(fields, WORDS, 1 << 20)


@given(st.binary(max_size=200), st.sampled_from((CHUNKED, GZIP, {"content-encoding": "deflate"})))
def test_any_body_is_read(data: bytes, fields: dict[str, str]):
    assert isinstance(body_of(fields, data, 1 << 20), bytes)


def test_a_flood_of_empty_chunk_lines_ends():
    assert body_of(CHUNKED, b"1\r\na\r\n" * 200_000, 1 << 20) == b"a" * 200_000
