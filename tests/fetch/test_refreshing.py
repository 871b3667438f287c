"""Feeds that are followed, asked again and again: what comes, and what does not."""

import gzip
import itertools
import threading
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from fetch.news import feed, links, opml, story
from hypothesis import given
from hypothesis import strategies as st
from web import Web, kept, moved, page, pieces

from tui.fetch.answers import LONGEST_WAIT, wait_of
from tui.fetch.asking import Answer, Limits
from tui.fetch.client import Client
from tui.fetch.finding import fetched, find_feed
from tui.fetch.hosts import Hosts
from tui.fetch.refreshing import Refreshed, Setting, refresh
from tui.fetch.visiting import Visitor
from tui.library import Query, memory_library, open_library
from tui.library.feeds import Feed
from tui.library.reading import read_ready
from tui.parse.opml import read_opml

FEW = Limits(connect=5, read=5, whole=20, size=300_000, redirects=4, gap=0)
SETTING = Setting(read_ready, limits=FEW)


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("no_proxy", "*")


@pytest.fixture
def library():
    made = memory_library()
    yield made
    made.close()


def ask(library, setting: Setting = SETTING) -> list[Refreshed]:
    feeds = [each for each in library.feeds.all() if not each.gone]
    return list(refresh(library, feeds, setting))


def follow(library, web: Web, *paths: str, **wanted) -> None:
    library.feeds.follow(Feed(web.url + path, private=True, **wanted) for path in paths)


def titles(library) -> list[str]:
    return sorted(row.title for row in library.listing(Query()))


def test_what_is_new_comes_and_what_is_known_is_not_sent_again(library, web: Web):
    web.pages["/f"] = kept(feed("Fjord", links("Fjord", 1, 2)), '"one"')
    follow(library, web, "/f")
    (first,) = ask(library)
    assert (first.outcome, first.report.added, first.feed.title) == ("changed", 2, "Fjord")
    (again,) = ask(library)
    assert (again.outcome, again.report.added) == ("unchanged", 0)
    web.pages["/f"] = kept(feed("Fjord", links("Fjord", 2, 3)), '"two"')
    (third,) = ask(library)
    assert (third.report.added, third.report.unchanged) == (1, 1)
    assert titles(library) == [f"Fjord piece {n}" for n in (1, 2, 3)]
    assert [sent.get("If-None-Match") for _, sent in web.requests] == [None, '"one"', '"one"']


def test_a_server_that_knows_no_versions_is_asked_and_nothing_is_done_twice(library, web: Web):
    web.pages["/f"] = page(feed("Fjord", links("Fjord", 1)))
    follow(library, web, "/f")
    assert [ask(library)[0].outcome for _ in range(3)] == ["changed", "unchanged", "unchanged"]


def test_two_hundred_feeds_twice_and_the_second_time_nothing_but_304(tmp_path, web: Web):
    """No article is lost and none is doubled, though every feed repeats one of its neighbour's."""
    names = [f"Paper{n}" for n in range(200)]
    for number, name in enumerate(names):
        own = links(name, *range(5))
        web.pages[f"/{name}"] = kept(
            feed(name, [*own, links(names[number - 1], 0)[0]]), f'"{name}"'
        )
    local = web.url.replace("127.0.0.1", "localhost")
    urls = [f"{(web.url, local)[number % 2]}/{name}" for number, name in enumerate(names)]
    library = open_library(tmp_path / "library.db")
    library.feeds.follow(
        Feed(outline.url, folder=outline.folder, private=True)
        for outline in read_opml(opml(urls).encode())
    )
    first = ask(library)
    assert Counter(each.outcome for each in first) == {"changed": 200}
    assert len(library) == 1000
    assert sum(each.report.added for each in first) == 1000
    stored = [(row.id, row.title) for row in library.listing(Query())]
    web.requests.clear()
    second = ask(library)
    assert Counter(each.outcome for each in second) == {"unchanged": 200}
    assert len(web.requests) == 200
    assert all("If-None-Match" in sent for _, sent in web.requests)
    assert [(row.id, row.title) for row in library.listing(Query())] == stored
    library.close()


def test_a_feed_that_moved_for_good_is_asked_there_and_one_that_moved_for_now_is_not(library, web):
    web.pages |= {
        "/old": moved("/older"),
        "/older": moved("/new", 308),
        "/new": page(feed("Fjord", links("Fjord", 1))),
        "/now": moved("/else", 302),
        "/else": page(feed("Quay", links("Quay", 1))),
    }
    follow(library, web, "/old", "/now")
    ask(library)
    assert {each.url for each in library.feeds.all()} == {f"{web.url}/new", f"{web.url}/now"}


def test_a_move_to_nothing_is_not_kept(library, web: Web):
    web.pages["/old"] = moved("/nothing")
    follow(library, web, "/old")
    (one,) = ask(library)
    assert (one.outcome, one.feed.url) == ("failed", f"{web.url}/old")


FAILING = {
    "missing": (page("", 404), "404: not found"),
    "error": (page("", 500), "500: internal server error"),
    "odd": (page("", 599), "answers 599"),
    "circle": (moved("/f"), "circle"),
    "page": (page("<html><body><p>Log in</p></body></html>"), "no feed"),
    "image": (
        page(b"\x89PNG\r\n\x1a\n" + bytes(99), content_type="application/rss+xml"),
        "no feed",
    ),
    "empty": (page(""), "no feed"),
    "endless": (pieces(lambda: itertools.repeat(b"<item>" * 2000)), "larger"),
    "bomb": (page(gzip.compress(bytes(9_000_000)), content_encoding="gzip"), "larger"),
    "broken": (page(gzip.compress(b"x" * 999)[:-9], content_encoding="gzip"), "cut off"),
}


@pytest.mark.parametrize("name", FAILING)
def test_a_feed_that_fails_is_told_and_asked_again_and_loses_nothing(library, web: Web, name: str):
    answer, reason = FAILING[name]
    web.pages |= {
        "/f": page(feed("Fjord", links("Fjord", 1)), etag='"1"'),
        "/ok": page(feed("Q", [])),
    }
    follow(library, web, "/f", "/ok")
    ask(library)
    web.pages["/f"] = answer
    for times in (1, 2):
        outcomes = {each.feed.url: each for each in ask(library)}
        bad = outcomes[f"{web.url}/f"]
        assert (bad.outcome, bad.feed.failures) == ("failed", times)
        assert reason in bad.feed.problem
        assert bad.feed.etag == '"1"'
        assert outcomes[f"{web.url}/ok"].outcome == "unchanged"
    assert titles(library) == ["Fjord piece 1"]
    web.pages["/f"] = page(feed("Fjord", links("Fjord", 1, 2)))
    well = next(each for each in ask(library) if each.feed.url.endswith("/f"))
    assert (well.outcome, well.feed.failures, well.feed.problem) == ("changed", 0, "")
    assert len(library) == 2


def test_a_feed_that_is_gone_is_told_once_and_comes_back_when_it_is_asked_by_name(library, web):
    web.pages["/f"] = page("", 410)
    follow(library, web, "/f")
    (gone,) = ask(library)
    assert (gone.outcome, gone.feed.gone) == ("gone", True)
    assert ask(library) == []
    web.pages["/f"] = page(feed("Fjord", links("Fjord", 1)))
    (back,) = refresh(library, library.feeds.all(), SETTING)
    assert (back.outcome, back.feed.gone, len(library)) == ("changed", False, 1)


@pytest.mark.parametrize("status", [429, 503])
def test_a_server_that_wants_to_be_left_alone_is(library, web: Web, status: int):
    web.pages |= {"/a": page("", status, retry_after="600"), "/b": page(feed("B", []))}
    follow(library, web, "/a")
    (refused,) = ask(library)
    assert refused.outcome == "failed"
    assert refused.feed.wait is not None
    until = datetime.fromisoformat(refused.feed.wait)
    assert timedelta(minutes=9) < until - datetime.now(UTC) <= timedelta(minutes=10)
    follow(library, web, "/b")
    asked = len(web.requests)
    outcomes = {each.feed.url[-1]: each.outcome for each in ask(library)}
    assert outcomes == {"a": "waiting", "b": "changed"}
    assert len(web.requests) == asked + 1


def test_other_feeds_of_a_server_that_refuses_wait_as_well(library, web: Web):
    web.pages |= {path: page("", 429, retry_after="600") for path in ("/a", "/b", "/c")}
    follow(library, web, "/a", "/b", "/c")
    assert Counter(each.outcome for each in ask(library)) == {"failed": 1, "waiting": 2}
    assert len(web.requests) == 1


def test_a_date_to_come_back_at_and_none_at_all(library, web: Web):
    late = (datetime.now(UTC) + timedelta(days=400)).strftime("%a, %d %b %Y %H:%M:%S GMT")
    web.pages["/f"] = page("", 503, retry_after=late)
    follow(library, web, "/f")
    (far,) = ask(library)
    assert far.feed.wait is not None
    assert datetime.fromisoformat(far.feed.wait) - datetime.now(UTC) < timedelta(days=8)
    library.feeds.unfollow(library.feeds.all())
    for said, status, waits in (("soon", 503, False), ("soon", 429, True), ("-5", 503, False)):
        web.pages["/f"] = page("", status, retry_after=said)
        follow(library, web, "/f")
        (one,) = ask(library)
        assert bool(one.feed.wait) is waits
        library.feeds.unfollow(library.feeds.all())


def test_a_charset_that_is_not_what_the_server_says(library, web: Web):
    words = feed("Fjord", links("Fjord", 1)).replace("Fjord piece", "Çà et là").encode()
    legacy = words.decode().encode("latin-1").replace(b'"1.0"', b'"1.0" encoding="iso-8859-1"')
    web.pages |= {
        "/utf8": page(words, content_type="text/xml; charset=iso-8859-1"),
        "/latin": page(legacy.replace(b"/1", b"/2"), content_type="text/xml; charset=no-such"),
    }
    follow(library, web, "/utf8", "/latin")
    ask(library)
    assert titles(library) == ["Çà et là 1", "Çà et là 1"]


def test_a_feed_without_entries_is_well(library, web: Web):
    web.pages["/f"] = page(feed("Soon", []))
    follow(library, web, "/f")
    (one,) = ask(library)
    assert (one.outcome, one.feed.problem, one.feed.title) == ("changed", "", "Soon")


def test_a_feed_is_never_a_file_nor_of_this_machine(library, web: Web):
    library.feeds.follow(
        [Feed(f"{web.url}/f"), Feed("file:///etc/hosts"), Feed("ftp://x.example/f")]
    )
    assert [each.outcome for each in ask(library)] == ["failed"] * 3
    assert web.requests == []


def test_the_words_of_a_feed_are_whole_before_its_version_is_kept(tmp_path, web: Web, monkeypatch):
    """A refresh that dies while it stores is made again."""
    web.pages["/f"] = kept(feed("Fjord", links("Fjord", *range(30))))
    library = open_library(tmp_path / "library.db")
    follow(library, web, "/f")
    monkeypatch.setattr("tui.library.feeds.note_visit", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        ask(library)
    monkeypatch.undo()
    monkeypatch.setenv("no_proxy", "*")
    (again,) = ask(library)
    assert (again.outcome, len(library)) == ("changed", 30)
    library.close()


def test_stopping_stores_what_came_and_waits_for_nobody(library, web: Web):
    release = threading.Event()
    web.pages |= {"/a": page(feed("A", links("A", 1))), "/z": lambda _: release.wait(5)}
    follow(library, web, "/a")
    local = web.url.replace("127.0.0.1", "localhost")
    library.feeds.follow([Feed(f"{local}/z", private=True)])
    enough = []
    setting = replace(SETTING, stopped=lambda: bool(enough))
    done = []
    for each in refresh(library, library.feeds.all(), setting):
        done.append(each.outcome)
        enough.append(1)
    assert done == ["changed"]
    assert len(library) == 1
    release.set()


def test_a_fault_of_ours_in_a_thread_is_not_kept_quiet(library, web: Web, monkeypatch):
    monkeypatch.setattr("tui.fetch.visiting.feed_head", lambda _: 1 / 0)
    web.pages["/f"] = page(feed("A", []))
    follow(library, web, "/f")
    with pytest.raises(ZeroDivisionError):
        ask(library)


def test_the_pages_of_a_feed_that_has_only_summaries(library, web: Web):
    urls = [f"{web.url}/{n}" for n in (1, 2, 3, 4)]
    web.pages["/f"] = page(feed("Fjord", urls))
    web.pages |= {
        "/1": page(story("Ferry is late", urls[0], "The ferry to the islands was late again.")),
        "/2": moved("/two", 302),
        "/two": page(story("Fog on the quay", f"{web.url}/two", "Fog lay on the quay all day.")),
        "/3": page("", 403),
        "/4": page("<html><body><p>Log in</p></body></html>"),
    }
    follow(library, web, "/f", full_text=True)
    (one,) = ask(library)
    assert one.outcome == "changed"
    assert [failure.origin for failure in one.failures] == [urls[2]]
    wanted = ["Ferry is late", "Fjord piece 3", "Fjord piece 4", "Fog on the quay"]
    assert titles(library) == wanted
    asked = len(web.requests)
    web.pages["/f"] = page(feed("Fjord", urls, "Other words of a summary, and some more of them."))
    ask(library)
    assert titles(library) == wanted
    assert web.paths()[asked:] == ["/f"]
    by_title = {row.title: library.article(row.id) for row in library.listing(Query())}
    assert "The ferry to the islands" in by_title["Ferry is late"].text
    assert "Fog lay on the quay" in by_title["Fog on the quay"].text


def test_pages_on_other_machines_of_the_network_are_not_fetched(library, web: Web):
    inside = web.url.replace("127.0.0.1", "127.0.0.2") + "/inside"
    web.pages["/f"] = page(feed("Fjord", [inside]))
    follow(library, web, "/f", full_text=True)
    (one,) = ask(library)
    assert "private" in one.failures[0].reason
    assert web.paths() == ["/f"]


def test_finding_the_feed_of_a_page(web: Web):
    head = '<link rel="alternate" type="application/rss+xml" href="{}">'
    web.pages |= {
        "/": page(
            f"<html><head>{head.format('/gone')}{head.format('/f')}</head><p>Words</p></html>"
        ),
        "/f": moved("/feed"),
        "/feed": page(feed("Fjord", [])),
        "/none": page("<html><p>Words</p></html>"),
        "/dead": page(f"<html><head>{head.format('/gone')}</head></html>"),
    }
    client = Client(FEW)
    found = find_feed(client, web.url, allow_private=True)
    assert (found.url, found.head.title) == (f"{web.url}/feed", "Fjord")
    assert [other.url for other in found.others] == [f"{web.url}/gone"]
    for path, reason in (("/none", "leads to none"), ("/dead", "none of them"), ("/x", "404")):
        with pytest.raises(Exception, match=reason):
            find_feed(client, web.url + path, allow_private=True)
    assert "404" in str(fetched(client, f"{web.url}/x", allow_private=True))
    client.close()


def test_a_page_lacks_what_the_feed_says_and_many_pages_claim_one_address(library, web: Web):
    urls = [f"{web.url}/{n}" for n in (1, 2, 3)]
    web.pages["/f"] = page(feed("Fjord", urls))
    claimed = f"{web.url}/everything"
    for number in (1, 2, 3):
        web.pages[f"/{number}"] = page(story(f"Story {number}", claimed, f"Words number {number}."))
    follow(library, web, "/f", full_text=True)
    ask(library)
    assert titles(library) == ["Fjord piece 2", "Fjord piece 3", "Story 1"]
    first = next(row for row in library.listing(Query()) if row.title == "Story 1")
    assert first.published == "2026-11-02T10:00:00+00:00"
    web.pages["/f"] = page(feed("Fjord", [*urls, f"{web.url}/4"]))
    web.pages["/4"] = page(story("Story 4", claimed, "Words number four."))
    ask(library)
    assert titles(library) == ["Fjord piece 2", "Fjord piece 3", "Fjord piece 4", "Story 1"]


fields = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)


@given(st.sampled_from([429, 503, 500, 200]), fields | st.integers().map(str))
def test_whatever_a_server_says_it_is_left_alone_for_a_week_at_most(status: int, said: str):
    wait = wait_of(
        Answer(status, "http://a.example/", None, {"retry-after": said}), datetime.now(UTC)
    )
    assert wait is None or 0 <= wait <= LONGEST_WAIT


@given(status=st.integers(100, 999), name=fields, data=st.binary(max_size=200))
def test_whatever_is_answered_a_feed_stays_or_fails_with_a_reason(status, name, data):
    known = Feed("http://a.example/f", etag='"1"')
    visitor = Visitor(Client(FEW), Hosts(0), lambda ids: ids, lambda: False)
    answer = Answer(status, known.url, None, {"etag": name, "last-modified": name}, data)
    visited = visitor.judged(known, answer)
    if visited.feed.problem:
        assert visited.feed.failures == 1
        assert visited.feed.etag == '"1"'
        assert "\n" not in visited.feed.problem
    else:
        assert visited.outcome in ("changed", "unchanged")


def test_a_feed_that_breaks_off_is_not_taken_for_all_of_it(library, web: Web):
    """Neither its length nor its end is told: a connection that breaks looks like its end."""
    whole = feed("Fjord", links("Fjord", 1, 2, 3)).encode() + b"<!-- made by a cache -->"
    cut = whole[: whole.index(b"Fjord piece 3") + 3]
    follow(library, web, "/f")
    for body, outcome in ((cut, "failed"), (whole, "changed"), (cut, "failed")):
        web.pages["/f"] = pieces(lambda body=body: iter([body]), ETag='"1"')
        (one,) = ask(library)
        assert one.outcome == outcome
    assert one.feed.problem == "its answer breaks off"
    assert titles(library) == [f"Fjord piece {n}" for n in (1, 2, 3)]
