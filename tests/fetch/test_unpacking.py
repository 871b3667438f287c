"""Bodies that were packed for the way."""

import gzip
import zlib
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.fetch import unpacking
from tui.fetch.asking import FetchError
from tui.fetch.unpacking import PIECE, accepted, unpacked


def bare(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(data) + packer.flush()


def brotli(data: bytes) -> bytes:
    return pytest.importorskip("brotli").compress(data)


def zstandard(data: bytes) -> bytes:
    pytest.importorskip("backports.zstd")
    return unpacking._zstandard_library().compress(data)  # noqa: SLF001


PACKERS: dict[str, tuple[str, Callable[[bytes], bytes]]] = {
    "gzip": ("gzip", gzip.compress),
    "x-gzip": ("X-GZip", gzip.compress),
    "deflate": ("deflate", zlib.compress),
    "bare deflate": ("deflate", bare),
    "br": ("br", brotli),
    "zstd": ("zstd", zstandard),
    "plain": ("identity", bytes),
    "none": ("", bytes),
}


def parts(data: bytes, size: int) -> list[bytes]:
    return [data[at : at + size] for at in range(0, len(data), size)]


@pytest.mark.parametrize("name", PACKERS)
@given(data=st.binary(max_size=400), size=st.integers(1, 50), times=st.sampled_from([1, 999]))
def test_what_was_packed_comes_out_whole(name: str, data: bytes, size: int, times: int):
    coding, pack = PACKERS[name]
    packed = pack(data * times)
    found = list(unpacked(iter(parts(packed, max(size, len(packed) // 99))), coding))
    assert b"".join(found) == data * times
    assert name in ("plain", "none") or max(map(len, found), default=0) <= 2 * PIECE


@pytest.mark.parametrize("name", ["gzip", "deflate", "br", "zstd"])
def test_a_bomb_comes_in_pieces_that_can_be_counted(name: str):
    coding, pack = PACKERS[name]
    packed = pack(bytes(20_000_000))
    assert len(packed) < 40_000
    size = 0
    for piece in unpacked(iter([packed]), coding):
        size += len(piece)
        assert len(piece) <= 2 * PIECE
        if size > 1_000_000:
            break
    assert size <= 1_000_000 + 2 * PIECE


@pytest.mark.parametrize("name", ["gzip", "deflate", "bare deflate", "br", "zstd"])
def test_what_is_cut_off_or_damaged_is_refused(name: str):
    coding, pack = PACKERS[name]
    packed = pack(bytes(range(256)) * 99)
    with pytest.raises(FetchError, match="cut off"):
        list(unpacked(iter([packed[:-3]]), coding))
    damaged = packed[:10] + bytes(255 - number for number in range(200))
    with pytest.raises(FetchError, match="packed"):
        list(unpacked(iter([damaged]), coding))


def test_members_of_gzip_on_one_another_and_what_stands_behind():
    packed = gzip.compress(b"one ") + gzip.compress(b"two") + b"\0\0 behind"
    for size in (1, 7, 999):
        assert b"".join(unpacked(iter(parts(packed, size)), "gzip")) == b"one two"


def test_a_body_that_is_not_packed_though_it_says_so():
    assert b"".join(unpacked(iter([b"<", b"rss>"]), "gzip")) == b"<rss>"
    assert b"".join(unpacked(iter([]), "gzip")) == b""


@pytest.mark.parametrize("coding", ["compress", "gzip, gzip", "x" * 999])
def test_other_codings_are_refused(coding: str):
    with pytest.raises(FetchError, match="packed") as refused:
        list(unpacked(iter([b"x"]), coding))
    assert len(str(refused.value)) < 80


def test_only_what_can_be_unpacked_is_asked_for():
    assert accepted().startswith("gzip, deflate")
    assert "x-gzip" not in accepted()
