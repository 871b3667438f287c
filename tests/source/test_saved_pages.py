"""Pages saved by browsers; whole ones of each kind are in `parse/layouts/`."""

import plistlib
import struct
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import damaged

from tui.model import Failure
from tui.source import Document, documents
from tui.source.archives import page_of

LAYOUTS = Path(__file__).parents[1] / "parse" / "layouts"
SAVED = ("saved_page_fr.mhtml", "mail_start_en.mht", "safari_en.webarchive",
         "safari_binary_en.webarchive")  # fmt: skip
HEAD = "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=B\r\n\r\n"


def saved(data: bytes | str) -> Document | Failure:
    return page_of(Document(data.encode() if isinstance(data, str) else data, "x"))


def part(words: str, kind: str = "text/html", more: str = "") -> str:
    return f"--B\r\nContent-Type: {kind}\r\n{more}\r\n{words}\r\n"


@pytest.mark.parametrize("name", SAVED)
def test_a_saved_page_knows_its_address_and_its_charset(name: str):
    (found,) = documents([str(LAYOUTS / name)])
    assert isinstance(found, Document)
    assert found.url in ("https://quai.example/balaye", "https://window.example/open")
    assert (found.media_type or "").startswith("text/html")
    assert found.data.lstrip().startswith(b"<!DOCTYPE html>")
    assert not found.one_of_many


def test_pictures_are_passed_over_and_the_first_page_is_taken():
    found = saved(HEAD + part("x", "image/png") + part("<p>1</p>") + part("<p>2</p>") + "--B--")
    assert isinstance(found, Document)
    assert found.data.strip() == b"<p>1</p>"


def test_a_mail_without_a_page_is_a_failure():
    assert saved(HEAD + part("x", "image/png") + "--B--") == Failure(
        "x", "no page in this web archive"
    )


def test_a_page_alone_in_its_mail():
    found = saved("MIME-Version: 1.0\nContent-Type: text/html; charset=latin-1\n\n<p>x</p>")
    assert isinstance(found, Document)
    assert (found.data, found.media_type) == (b"<p>x</p>", "text/html; charset=latin-1")


@pytest.mark.parametrize(
    "text",
    ["Subject: a plain mail\nMIME-Version: 1.0\nContent-Type: text/plain\n\nWords.",
     "Title: words\n\nMore words.", "MIME-Version: 1.0, it said.\n\nContent-Type: text/html"],
)  # fmt: skip
def test_other_texts_stay_what_they_are(text: str):
    document = Document(text.encode(), "x")
    assert page_of(document) is document


@pytest.mark.parametrize(
    ("date", "fetched"),
    [("Tue, 21 Jan 2025 10:30:00 -0000", "2025-01-21T10:30:00+00:00"),
     ("Tue, 21 Jan 2025 10:30:00 +0100", "2025-01-21T10:30:00+01:00"),
     ("Tue, 21 Jan 2025 10:30:00", None), ("yesterday", None), ("", None)],
)  # fmt: skip
def test_when_the_page_was_saved(date: str, fetched: str | None):
    found = saved(f"\ufeff\r\nDate: {date}\r\n" + HEAD + part("<p>1</p>"))
    assert isinstance(found, Document)
    assert found.fetched == fetched


@pytest.mark.parametrize("encoding", ["quoted-printable", "base64"])
def test_a_page_that_is_cut_is_read_as_far_as_it_goes(encoding: str):
    body = {"quoted-printable": "<p>caf=C3=A9 and more</p>=", "base64": "PHA+Y2Fmw6kgYW5kIG1vcm"}
    field = f"Content-Transfer-Encoding: {encoding}\r\n"
    found = saved(HEAD + part(body[encoding], more=field).rstrip())
    assert isinstance(found, Document)
    assert found.data.startswith("<p>café and mor".encode())


HOSTILE = {
    "deep": "".join(
        f"--B\r\nContent-Type: multipart/related; boundary=B{n}\r\n\r\n--B{n}\r\n"
        for n in range(999)
    ),
    "many": "--B\r\n\r\n" * 50_000,
    "boundaries": "--B\r\n" * 100_000,
    "fields": "--B\r\n" + "a: b\r\n" * 100_000,
    "long line": "--B\r\nContent-Type: text/html\r\n\r\n" + "=" * 1_000_000,
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_mails_end(kind: str):
    assert isinstance(saved(HEAD + HOSTILE[kind]), Document | Failure)


def listed(page: object) -> bytes:
    return plistlib.dumps({"WebMainResource": page}, fmt=plistlib.FMT_BINARY)


@pytest.mark.parametrize("page", ["x", {}, {"WebResourceData": "words"}, [b"x"]])
def test_a_list_without_a_page_is_a_failure(page: object):
    assert saved(listed(page)) == Failure("x", "no page in this web archive")


def test_a_list_that_claims_more_than_it_holds_is_refused_before_it_is_read():
    data = listed({"WebResourceData": b"<p>x</p>"})
    trailer = struct.pack(">6xBBQQQ", 1, 1, 2**40, 0, 8)
    assert saved(data[:-32] + trailer) == Failure("x", "a damaged web archive")


def test_entities_in_a_list_are_refused():
    bomb = (
        '<?xml version="1.0"?><!DOCTYPE plist [<!ENTITY a "x">]><plist><dict>'
        "<key>WebMainResource</key><string>&a;</string></dict></plist>"
    )
    found = saved(bomb.replace(' [<!ENTITY a "x">]', ""))
    assert found == Failure("x", "a damaged web archive")


@settings(deadline=None)
@given(damaged([LAYOUTS / name for name in SAVED], most=9))
def test_noise_raises_nothing(file: tuple[str, bytes]):
    assert isinstance(saved(file[1]), Document | Failure)


@settings(deadline=None)
@given(st.sampled_from(SAVED), st.data())
def test_a_cut_raises_nothing(name: str, draw: st.DataObject):
    data = (LAYOUTS / name).read_bytes()
    assert isinstance(saved(data[: draw.draw(st.integers(0, len(data)))]), Document | Failure)
