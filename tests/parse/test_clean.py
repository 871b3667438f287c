import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.parse.charset import charset_of, decode
from tui.parse.clean import clean_inline, clean_preformatted

HOSTILE = st.text(
    st.sampled_from("a é\x1b[]0m;\x07\x9b\u202e\u2066\u200b\u200d\u200c\u0301\xa0\n\t字")
)


@pytest.mark.parametrize(
    ("dirty", "clean"),
    [
        ("\x1b[31mrouge\x1b[0m", "rouge"),
        ("a\x1b]0;titre\x07b", "ab"),
        ("a\x1b]8;;http://x\x1b\\b", "ab"),
        ("\x1b]sans fin", "sans fin"),
        ("abc\u202edef\u2066g\u2069", "abcdefg"),
        ("a\u200b\u200b\ufeffb\xad", "ab"),
        ("  un \t\n deux\r\n", "un deux"),
        ("« oui\xa0» et «\u202fnon »", "« oui\xa0» et «\u202fnon »"),
        ("un\xa0\n deux", "un deux"),
        ("e\u0301", "é"),
        ("👩\u200d🚀", "👩\u200d🚀"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("a\u200db", "ab"),
        ("x\ud800y", "x\ufffdy"),
        ("\x00\x07\x7f\x85", ""),
    ],
)
def test_one_line_of_text(dirty: str, clean: str):
    assert clean_inline(dirty) == clean


def test_preformatted_text_keeps_lines_and_indentation():
    assert clean_preformatted("\n  a \r\n\tb\x1b[1m\n\nc\n\n") == "  a\n    b\n\nc"


@given(st.text() | HOSTILE)
def test_cleaning_twice_changes_nothing(text: str):
    for clean in (clean_inline, clean_preformatted):
        once = clean(text)
        assert clean(once) == once
        assert "\x1b" not in once


@pytest.mark.parametrize(
    "unit",
    ["\x1b", "\x1b[", "\x1b]", "\x90", " ", "\u200b", "é\u200d", "\u0301\u0323", "\xa0x", "\t",
     "\u0301\u200d\u200d\u0323", "\ud800"],
)  # fmt: skip
def test_floods_take_linear_time(unit: str):
    flood = unit * 200_000
    start = time.process_time()
    clean_inline(flood)
    clean_preformatted(flood)
    assert time.process_time() - start < 2


@pytest.mark.parametrize(
    ("data", "declared"),
    [
        ("à l’été".encode(), None),
        ("à l’été".encode("utf-8-sig"), None),
        ("à l’été".encode("utf-16"), None),
        ("à l’été, demain".encode("utf-16-le"), None),
        ("à l’été, demain".encode("utf-16-be"), None),
        ("à l’été".encode("utf-32"), None),
        ("à l’été".encode("cp1252"), None),
        ("à l’été".encode("cp1252"), "text/html; charset=ISO-8859-1"),
        ("à l’été".encode("cp1252"), "utf-8"),
        ("à l’été".encode(), "iso-8859-1"),
        ("à l’été".encode("mac-roman"), "macintosh"),
    ],
)
def test_charsets(data: bytes, declared: str | None):
    assert decode(data, declared).startswith("à l’été")


def test_a_charset_declared_in_the_document():
    page = '<meta charset="iso-8859-2"><p>Łódź</p>'
    assert "Łódź" in decode(page.encode("iso-8859-2"))


@given(st.binary(), st.none() | st.sampled_from(["utf-7", "punycode", "hex", "utf-16", "x" * 99]))
def test_decoding_never_fails(data: bytes, declared: str | None):
    assert isinstance(decode(data, declared).encode(), bytes)


@pytest.mark.parametrize(
    ("data", "declared", "name", "told_by"),
    [
        ("é".encode(), None, "utf-8", "its bytes"),
        (b"\xef\xbb\xbfa", None, "utf-8", "its byte-order mark"),
        ("<p>é".encode("utf-16"), None, "utf-16-le", "its first bytes"),
        (b"<meta charset=koi8-r>\xc1", None, "koi8-r", "its own head"),
        (b"<meta charset=koi8-r>\xc1", "text/html; charset=latin1", "cp1252", "what it came with"),
        ("é".encode() * 9 + b"\xff", "latin1", "utf-8", "most of its bytes"),
        (b"caf\xe9", None, "cp1252", "nothing: not UTF-8, and no other is named"),
        (b"caf\xe9", "utf-8", "cp1252", "nothing: not UTF-8, and no other is named"),
        (b"caf\xe9", "utf-16", "cp1252", "nothing: not UTF-8, and no other is named"),
        (b"caf\xe9", "punycode", "cp1252", "nothing: not UTF-8, and no other is named"),
    ],
)
def test_the_charset_comes_with_what_said_so(data, declared, name, told_by):
    charset = charset_of(data, declared)
    assert (charset.name, charset.told_by) == (name, told_by)
    mark = "\ufeff"
    assert decode(data, declared) == data.decode(name, "replace").removeprefix(mark)
