"""Web archives, read as a stream; what a whole one gives is in `parse/layouts/crawl.warc`."""

import gzip
import tracemalloc
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import noisy

from tui.model import Failure
from tui.source import Document, documents, files
from tui.source.warc import read_warc

ANSWER = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n{}\r\n"


def record(number: int, body: bytes, fields: str = "", kind: str = "response") -> bytes:
    block = ANSWER.format(fields).encode() + body
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: https://a.example/{number}\r\n"
        "WARC-Date: 2025-01-21T09:00:00Z\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


RECORDS = [record(n, b"<p>Page %d of the archive, \x93quoted\x94.</p>" % n * 20) for n in range(5)]
PACKED = [gzip.compress(one, mtime=0) for one in RECORDS]
FORMS = {
    "plain": b"".join(RECORDS),
    "packed": b"".join(PACKED),
    "packed as one": gzip.compress(b"".join(RECORDS), mtime=0),
}


def reader(data: bytes, most: int = 1 << 20):
    """A `read` that gives at most `most` bytes at a time."""
    place = 0

    def read(size: int) -> bytes:
        nonlocal place
        found = data[place : place + min(size, most)]
        place += len(found)
        return found

    return read


def pages(data: bytes, limit: int = 1 << 20, most: int = 1 << 20) -> list[Document | Failure]:
    packed = data.startswith(b"\x1f\x8b")
    return list(read_warc(reader(data, most), "x.warc", packed=packed, limit=limit))


def addresses(data: bytes) -> list[str]:
    return [item.url if isinstance(item, Document) else "failed" for item in pages(data)]


ALL = [f"https://a.example/{n}" for n in range(5)]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("most", [1, 7, 1 << 20])
def test_every_form_gives_every_page(form: str, most: int):
    found = pages(FORMS[form], most=most)
    assert [item.url for item in found if isinstance(item, Document)] == ALL
    first = found[0]
    assert isinstance(first, Document)
    assert first.media_type == "text/html; charset=utf-8"
    assert first.fetched == "2025-01-21T09:00:00+00:00"
    assert first.one_of_many


@pytest.mark.parametrize("form", ["plain", "packed"])
def test_a_page_is_named_by_the_place_of_its_record(form: str):
    records = RECORDS if form == "plain" else PACKED
    places = [sum(map(len, records[:n])) for n in range(5)]
    assert [item.origin for item in pages(FORMS[form])] == [f"x.warc:{place}" for place in places]


def test_a_damaged_member_leaves_the_others():
    broken = bytearray(PACKED[2])
    broken[40:44] = b"\0\0\0\0"
    found = pages(b"".join([*PACKED[:2], bytes(broken), *PACKED[3:]]))
    assert [item.url for item in found if isinstance(item, Document)] == ALL[:2] + ALL[3:]
    place = sum(map(len, PACKED[:2]))
    (failure,) = [item for item in found if isinstance(item, Failure)]
    assert failure == Failure(f"x.warc:{place}", "a damaged record of the archive")


def test_a_member_whose_head_is_damaged_is_told():
    broken = PACKED[4][:3] + PACKED[4][6:]
    found = pages(b"".join([*PACKED[:4], broken]))
    assert [item.url for item in found if isinstance(item, Document)] == ALL[:4]
    assert sum(isinstance(item, Failure) for item in found) == 1


@pytest.mark.parametrize(
    "damage",
    [b"garbage between two records\r\n", b"WARC/1.0\r\nContent-Length: -4\r\n\r\n",
     b"WARC/1.0\r\nWARC-Type: response\r\n\r\n",
     b"WARC/1.0\r\nContent-Length: 9" + b"9" * 40 + b"\r\n\r\n"],
)  # fmt: skip
@pytest.mark.parametrize("form", ["plain", "packed"])
def test_what_is_no_record_is_told_and_the_next_one_read(damage: bytes, form: str):
    records = [*RECORDS[:2], damage, *RECORDS[2:]]
    data = b"".join(records if form == "plain" else map(gzip.compress, records))
    assert [item for item in addresses(data) if item != "failed"] == ALL
    assert addresses(data).count("failed") == 1


def test_a_length_that_is_wrong_costs_one_record_at_most():
    short = RECORDS[1].replace(b"Content-Length: ", b"Content-Length: 1", 1)
    found = addresses(b"".join([PACKED[0], gzip.compress(short), *PACKED[2:]]))
    assert found == [ALL[0], "failed", *ALL[2:]]


@pytest.mark.parametrize("form", FORMS)
def test_a_file_that_is_cut_keeps_what_stands_before(form: str):
    data = FORMS[form]
    found = pages(data[: len(data) - 30])
    assert [item.url for item in found if isinstance(item, Document)] == ALL[: len(found) - 1]
    last = found[-1]
    assert isinstance(last, Failure)
    assert last.reason == "the archive is cut off in this record"
    if form != "packed as one":
        assert len(found) == 5


def test_a_page_larger_than_the_limit_is_told_and_passed_over():
    data = b"".join([RECORDS[0], record(9, b"x" * 5_000), *RECORDS[1:]])
    found = pages(data, limit=4_000)
    assert [item.url for item in found if isinstance(item, Document)] == ALL
    assert [item.reason for item in found if isinstance(item, Failure)] == [
        "a page larger than is read"
    ]


def test_an_archive_without_pages_is_a_failure():
    picture = record(1, b"x").replace(b"text/html; charset=utf-8", b"image/png               ")
    revisit = record(2, b"", kind="revisit")
    assert pages(picture + revisit) == [Failure("x.warc", "no page in this web archive")]


def test_a_page_whose_server_named_no_type():
    named = record(1, b"<p>x</p>").replace(
        b"WARC-Date", b"WARC-Identified-Payload-Type: text/html\r\nWARC-Date", 1
    )
    data = named.replace(b"Content-Type: text/html; charset", b"X-No-Type-No: text/html; charset")
    (page,) = pages(data)
    assert isinstance(page, Document)
    assert page.media_type == "text/html"


def test_a_bomb_in_an_answer_stops_at_the_limit():
    bomb = gzip.compress(bytes(20_000_000))
    (failure,) = pages(record(1, bomb, "Content-Encoding: gzip\r\n"))
    assert isinstance(failure, Failure)
    assert failure.reason == "a page that is larger unpacked than is read"


def crawl(count: int) -> Iterator[bytes]:
    picture = record(0, b"\0" * 900_000).replace(
        b"text/html; charset=utf-8", b"image/png " + b" " * 14
    )
    for _ in range(count):
        yield picture
        yield RECORDS[0]


def test_memory_does_not_grow_with_the_archive(tmp_path: Path):
    path = tmp_path / "large.warc.gz"
    with path.open("wb") as file:
        for one in crawl(60):
            file.write(gzip.compress(one, 1))
    tracemalloc.start()
    try:
        assert sum(1 for _ in documents([str(path)])) == 60
        assert tracemalloc.get_traced_memory()[1] < 8_000_000
    finally:
        tracemalloc.stop()


def test_an_archive_may_be_larger_than_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(files, "MAX_BYTES", 5_000)
    path = tmp_path / "crawl.warc"
    path.write_bytes(b"".join(RECORDS))
    assert path.stat().st_size > 5_000
    assert len(list(documents([str(path)]))) == 5


def test_a_folder_gives_the_pages_of_its_archives(tmp_path: Path):
    (tmp_path / "crawl.warc.gz").write_bytes(FORMS["packed"])
    (tmp_path / "other.gz").write_bytes(gzip.compress(b"no archive"))
    found = list(documents([str(tmp_path)]))
    assert [item.url for item in found if isinstance(item, Document)] == ALL
    assert len(found) == 5


@pytest.mark.parametrize(
    "data",
    [b"WARC/", b"WARC/1.0\r\n", b"WARC/1.0\r\n" + b"a: b\r\n" * 20_000, b"WARC/1.0\r\n\r\n",
     b"WARC/\n" * 50_000, gzip.compress(b"WARC/", mtime=0)[:-6], b"\x1f\x8b\x08" * 50_000, b""],
)  # fmt: skip
def test_what_only_begins_like_an_archive_ends(data: bytes):
    found = pages(data)
    assert all(isinstance(item, Failure) for item in found)
    assert len(found) <= 102


@settings(deadline=None)
@given(st.sampled_from(sorted(FORMS)), st.data())
def test_noise_anywhere_raises_nothing_and_invents_no_page(form: str, draw: st.DataObject):
    data = draw.draw(noisy(FORMS[form], most=40, first=3))
    found = pages(data, most=draw.draw(st.sampled_from((3, 50, 1 << 20))))
    assert sum(isinstance(item, Document) for item in found) <= 5


@settings(deadline=None)
@given(st.sampled_from(sorted(FORMS)), st.data())
def test_a_cut_anywhere_is_one_failure_at_most(form: str, draw: st.DataObject):
    data = FORMS[form]
    found = pages(data[: draw.draw(st.integers(0, len(data)))])
    assert [item.url for item in found if isinstance(item, Document)] == ALL[
        : sum(isinstance(item, Document) for item in found)
    ]
    assert sum(isinstance(item, Failure) for item in found) <= 1


def test_zlib_answers_of_both_kinds():
    words = b"<p>Words of a page.</p>" * 9
    bare = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    for packed in (zlib.compress(words), bare.compress(words) + bare.flush(), words):
        (page,) = pages(record(1, packed, "Content-Encoding: deflate\r\n"))
        assert isinstance(page, Document)
        assert page.data == words
