"""Lists of feeds as other readers write them."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.parse.opml import OpmlError, Outline, read_opml, write_opml

LIST = b"""<?xml version="1.0" encoding="utf-8"?>
<opml version="2.0"><head><title>Mine</title></head><body>
  <outline text="North">
    <outline type="rss" text="Fjord Post" xmlUrl="https://fjord.example/rss"
      htmlUrl="https://fjord.example/"/>
    <outline text="Near">
      <outline title="Quay &amp; Pier" text="x" XMLURL=" https://quay.example/atom "/>
    </outline>
  </outline>
  <outline text="No folder" xmlurl="https://bare.example/feed"/>
  <outline text="Again" xmlUrl="https://fjord.example/rss"/>
  <outline text="By category" category="/Sea/Ships,/Other" xmlUrl="https://ships.example/rss"/>
  <outline text="Empty folder"/>
</body></opml>"""


def test_folders_names_and_pages():
    assert read_opml(LIST) == (
        Outline("https://fjord.example/rss", "Fjord Post", "https://fjord.example/", "North"),
        Outline("https://quay.example/atom", "Quay & Pier", None, "North/Near"),
        Outline("https://bare.example/feed", "No folder"),
        Outline("https://ships.example/rss", "By category", None, "Sea/Ships"),
    )


def test_what_is_written_is_read_again():
    feeds = read_opml(LIST)
    again = read_opml(write_opml(feeds))
    assert sorted(again, key=lambda feed: feed.url) == sorted(feeds, key=lambda feed: feed.url)


words = st.text(max_size=20)


@given(st.lists(st.builds(Outline, words, words, st.none(), words), max_size=8))
def test_whatever_is_in_a_name_can_be_written(feeds):
    read_opml(write_opml(feeds))


@given(st.binary(max_size=300))
def test_any_bytes_are_a_list_or_refused(data: bytes):
    for text in (data, LIST[: len(data)] + data, LIST.replace(b"Fjord", data[:20])):
        with suppress(OpmlError):
            read_opml(text)


@pytest.mark.parametrize("data", [b"", b"<html/>", b"{}", b"<rss><channel/></rss>", b"\0\0"])
def test_what_is_no_list(data: bytes):
    with pytest.raises(OpmlError):
        read_opml(data)


def test_entities_reach_no_file_and_do_not_grow():
    outside = b"""<!DOCTYPE opml [<!ENTITY f SYSTEM "file:///etc/hostname">
    <!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>
    <opml><body><outline text="&f;&b;" xmlUrl="https://a.example/"/></body></opml>"""
    (feed,) = read_opml(outside)
    assert len(feed.title) < 200


def test_many_outlines_in_one_another():
    deep = b"<opml><body>" + b'<outline text="a">' * 200 + b'<outline xmlUrl="https://a.example"/>'
    (feed,) = read_opml(deep)
    assert len(feed.folder) <= 200
