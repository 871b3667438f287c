"""The list of feeds in the library."""

from dataclasses import replace

import pytest
from library.articles import article

from tui.library import memory_library, open_library
from tui.library.feeds import Feed, Visit
from tui.library.salvaging import salvage

FJORD = Feed("https://fjord.example/rss", "Fjord Post", folder="North")
QUAY = Feed("https://quay.example/atom", full_text=True, private=True)


@pytest.fixture(params=["memory", "file"])
def library(request, tmp_path):
    made = memory_library() if request.param == "memory" else open_library(tmp_path / "library.db")
    yield made
    made.close()


def test_what_is_followed_is_listed_once(library):
    added = library.feeds.follow([FJORD, QUAY, FJORD])
    assert [replace(feed, key=0) for feed in added] == [FJORD, QUAY]
    assert library.feeds.follow([replace(FJORD, title="Other")]) == []
    assert [feed.url for feed in library.feeds.all()] == [QUAY.url, FJORD.url]
    library.feeds.unfollow(added[:1])
    assert library.feeds.all() == (added[1],)


def test_a_visit_is_stored_with_its_articles_and_leaves_alone_what_is_the_users(library):
    (feed,) = library.feeds.follow([QUAY])
    library.feeds.change(replace(feed, title="Mine", folder="Sea"))
    visited = replace(feed, title="Theirs", etag='"1"', digest=b"\1", checked="2026-11-26T10:00:00")
    moved = replace(visited, url="https://quay.example/new")
    library.add([article("One"), Visit(moved, ("entry",))])
    (now,) = library.feeds.all()
    assert now == replace(moved, title="Mine", folder="Sea")
    assert library.feeds.unknown([article("One").id, "entry", "other"]) == ["other"]
    assert library.feeds.replaced(["entry", "other"]) == ["entry"]


def test_a_feed_that_moves_to_where_another_is_stays(library):
    fjord, quay = library.feeds.follow([FJORD, QUAY])
    library.add([Visit(replace(fjord, url=quay.url, etag='"2"'))])
    assert {feed.url for feed in library.feeds.all()} == {FJORD.url, QUAY.url}
    library.feeds.unfollow([fjord])
    library.add([Visit(replace(fjord, etag='"3"'))])
    assert len(library.feeds.all()) == 1


def test_any_text_may_be_a_name(library):
    odd = Feed("https://a.example/\ud800", "'; DROP TABLE feed; --", folder="\udcff\0")
    library.feeds.follow([odd])
    assert len(library.feeds.all()) == 1


def test_feeds_outlive_a_repair_and_are_asked_for_all_they_have(tmp_path):
    path = tmp_path / "library.db"
    library = open_library(path)
    (feed,) = library.feeds.follow([FJORD])
    library.add([article("One"), Visit(replace(feed, etag='"1"', digest=b"\1"))])
    library.close()
    salvage(path, lambda _: None)
    library = open_library(path)
    assert library.feeds.all() == (feed,)
    library.close()
