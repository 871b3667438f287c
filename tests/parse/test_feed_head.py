"""Which documents are feeds, what they call themselves, and which feeds a page leads to."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.parse import parse
from tui.parse.feed_head import feed_head
from tui.parse.feed_links import FeedLink, feed_links
from tui.source import Document

RSS = """<rss version="2.0"><channel><title>Fjord Post</title><link>https://fjord.example/</link>
<item><title>Ferry late</title><link>https://fjord.example/ferry</link></item>
<item><title>Fog</title><link>/fog</link></item><item><title>No link</title></item>
</channel></rss>"""
JSON = """{"version": "https://jsonfeed.org/version/1.1", "title": "Quay",
"home_page_url": "https://quay.example/",
"items": [{"url": "https://quay.example/a", "title": "A"}]}"""


def document(text: str, url: str | None = "https://fjord.example/feeds/all") -> Document:
    return Document(text.encode(), url or "file", url=url)


def test_a_feed_says_what_it_is():
    head = feed_head(document(RSS))
    assert head is not None
    assert (head.title, head.site, head.entries) == ("Fjord Post", "https://fjord.example/", 3)
    assert head.links == ("https://fjord.example/ferry", "https://fjord.example/fog")
    quay = feed_head(document(JSON))
    assert quay is not None
    assert (quay.title, quay.links) == ("Quay", ("https://quay.example/a",))


def test_a_feed_without_entries_is_one():
    head = feed_head(document("<rss><channel><title>Soon</title></channel></rss>"))
    assert head is not None
    assert head.entries == 0


@pytest.mark.parametrize(
    "text",
    ["", "words", "<html><body><p>Log in</p></body></html>", "<rss></rss>", '{"items": 3}', "\0"],
)
def test_what_is_no_feed(text: str):
    assert feed_head(document(text)) is None


@given(st.binary(max_size=300))
def test_any_bytes_are_a_feed_or_none(data: bytes):
    feed_head(Document(data, "x"))
    feed_head(Document(RSS.encode().replace(b"Ferry", data), "x"))
    feed_links(Document(b"<html><link rel=alternate href='" + data, "x"))


def test_relative_addresses_start_where_the_feed_was_fetched():
    text = RSS.replace("<link>https://fjord.example/</link>", "")
    found = [item.article.url for item in parse(document(text))]
    assert found == ["https://fjord.example/ferry", "https://fjord.example/fog", None]
    assert [item.article.url for item in parse(document(text, None))][1] is None


def test_the_feeds_of_a_page():
    page = """<html><head><base href="/blog/">
    <link rel="alternate" type="application/rss+xml" title="All &amp; more" href="feed.xml">
    <link rel="alternate" type="application/atom+xml; charset=utf-8" href="https://else.example/atom">
    <link rel="alternate" type="application/json" href="/api/posts/1">
    <link rel="alternate" hreflang="fr" href="/fr/">
    <link rel="stylesheet" type="text/css" href="/rss">
    <link rel="alternate" type="application/rss+xml" href="file:///feed">
    </head><body><a href="/news/rss">RSS</a> <a href="/feedback">write</a> <a href="feed.xml">x</a>
    <a href="/about">about</a></body></html>"""
    assert feed_links(document(page)) == (
        FeedLink("https://fjord.example/blog/feed.xml", "All & more"),
        FeedLink("https://else.example/atom"),
        FeedLink("https://fjord.example/news/rss"),
    )
    assert feed_links(document("")) == ()
