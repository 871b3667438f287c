"""Which articles count as the same one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.identity import article_id, canonical_url, names_article

HOMES = [
    "https://site.example/",
    "http://www.site.example",
    "https://site.example/#top",
    "https://site.example/#/",
    "https://site.example/?utm_source=mail",
    "/",
    " ",
]


@pytest.mark.parametrize("url", HOMES)
def test_an_address_that_is_a_home_page_or_blank_names_no_article(url: str):
    assert not names_article(url)
    assert article_id(url, "One page.") == article_id(None, "one page")
    assert article_id(url, "One page.") != article_id(url, "Another page.")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://site.example/#/news/1", "https://site.example/#/news/2"),
        ("https://site.example/#!news/1", "https://site.example/#!news/2"),
        ("https://site.example/?1", "https://site.example/?2"),
        ("https://site.example/read?q=%E8", "https://site.example/read?q=%E9"),
    ],
)
def test_addresses_that_differ_in_route_or_query_are_two_articles(one: str, other: str):
    assert article_id(one, "x") != article_id(other, "x")
    assert article_id(one, "x") == article_id(one, "y")


def test_a_place_in_the_page_and_what_tells_where_the_reader_came_from_do_not_count():
    long = "http://www.Site.example/news/1/?utm_medium=mail&id=7&fbclid=x#top"
    assert canonical_url(long) == "https://site.example/news/1?id=7"
    assert article_id(long, "x") == article_id("https://site.example/news/1?id=7", "y")


def test_texts_without_letters_and_digits_are_compared_as_they_stand():
    assert article_id(None, "***") != article_id(None, "—")
    assert article_id(None, "La « rue »") == article_id(None, "la rue")


@given(st.text(st.sampled_from("https:/?#[]@&=%!.\ud800\udfffé\u2100 a0"), max_size=16))
def test_no_address_is_too_broken_for_an_identity(rest: str):
    for url in (rest, f"https://{rest}", f"https://a.example/?{rest}"):
        assert len(article_id(url, "x")) == 16
