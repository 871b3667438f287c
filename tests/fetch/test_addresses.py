"""Which addresses are asked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.fetch.addresses import host_of, is_public, is_web_address, request_address
from tui.fetch.asking import FetchError


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("http://News.example", "http://news.example/"),
        (" https://news.example/a b?q=é#part ", "https://news.example/a%20b?q=%C3%A9"),
        ("https://news.example:443/%C3%A9", "https://news.example/%C3%A9"),
        ("http://news.example:8080/", "http://news.example:8080/"),
        ("https://zürich.example/", "https://xn--zrich-kva.example/"),
        ("http://[2001:4860:4860::8888]/", "http://[2001:4860:4860::8888]/"),
    ],
)
def test_an_address_as_it_is_asked_for(typed: str, asked: str):
    assert request_address(typed) == asked
    assert request_address(asked) == asked


@pytest.mark.parametrize(
    "typed",
    [
        "file:///etc/hosts",
        "ftp://news.example/",
        "javascript:alert(1)",
        "data:text/plain,x",
        "news.example/feed",
        "//news.example/",
        "",
        "http://",
        "http:///feed",
        "http://user:secret@news.example/",
        "http://user@news.example/",
        "http://news.example:99999/",
        "http://news.example:port/",
        "http://a b.example/",
        "http://[::1/",
        "http://" + "é" * 300 + ".example/",
        "http://news.example/" + "a" * 5000,
    ],
)
def test_what_is_not_fetched(typed: str):
    with pytest.raises(FetchError) as refused:
        request_address(typed)
    assert "\n" not in str(refused.value)
    assert "secret" not in str(refused.value)


@given(st.text())
def test_any_text_is_asked_for_in_ascii_or_refused(text: str):
    for typed in (text, f"http://{text}", f"https://news.example/{text}"):
        try:
            asked = request_address(typed)
        except FetchError:
            continue
        assert asked.isascii()
        assert asked.isprintable()
        assert " " not in asked
        assert host_of(asked)
        assert is_web_address(asked)


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "127.9.9.9",
        "0.0.0.0",  # noqa: S104
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "192.0.2.1",
        "198.18.0.1",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::127.0.0.1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "64:ff9b::7f00:1",
        "64:ff9b:1::1",
        "2002:7f00:1::",
        "2001:0:7f00:1::",
        "2001:db8::1",
        "fe80::1",
        "fe80::1%eth0",
        "fc00::1",
        "fd12::1",
        "fec0::1",
        "ff02::1",
        "localhost",
        "",
    ],
)
def test_what_only_some_can_reach_is_private(address: str):
    assert not is_public(address)


@pytest.mark.parametrize(
    "address",
    ["1.1.1.1", "93.184.215.14", "2606:4700:4700::1111", "::ffff:1.1.1.1", "64:ff9b::101:101"],
)
def test_what_all_can_reach_is_public(address: str):
    assert is_public(address)
