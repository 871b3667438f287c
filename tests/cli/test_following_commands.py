"""`broadsheet follow`, `unfollow`, `feeds`, `refresh`, and `add` with addresses."""

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from fetch.news import feed, links, opml, story
from web import Web, kept, moved, page, serving

from tui.parse.opml import read_opml

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture
def web() -> Iterator[Web]:
    with serving() as web:
        yield web


@pytest.fixture
def run(broadsheet, tmp_path: Path):
    """Run a command on a library of the test's own."""

    def run(name: str, *words: str | Path, stdin: str = ""):
        library = ("--library", tmp_path / "library.db")
        return broadsheet(name, *library, *words, stdin=stdin, no_proxy="*")

    return run


def test_following_reading_and_leaving_a_feed(run, web: Web):
    web.pages["/f"] = kept(feed("Fjord", links("Fjord", 1, 2)))
    refused = run("follow", f"{web.url}/f")
    assert (refused.returncode, web.requests) == (1, [])
    assert "--allow-private" in refused.stderr
    assert len(refused.stderr.splitlines()) == 1
    followed = run("follow", f"{web.url}/f", "--allow-private", "--folder", "North")
    assert (followed.returncode, followed.stderr) == (0, "")
    assert followed.stdout == f"following Fjord ({web.url}/f): 2 added, 0 updated\n"
    listed = run("feeds").stdout.rstrip("\n").split("\t")
    assert (listed[0], listed[1], listed[2], listed[4]) == (
        "Fjord",
        "North",
        "well",
        f"{web.url}/f",
    )
    again = run("follow", f"{web.url}/f", "--folder", "Sea")
    assert "already" in again.stdout
    assert json.loads(run("feeds", "--json").stdout)["folder"] == "Sea"
    refreshed = run("refresh", "--json")
    assert refreshed.returncode == 0
    assert json.loads(refreshed.stdout) == {
        "feeds": 1,
        "changed": 0,
        "unchanged": 1,
        "failed": 0,
        "waiting": 0,
        "gone": 0,
        "added": 0,
        "updated": 0,
        "stopped": False,
    }
    assert web.paths() == ["/f", "/f"]
    assert run("unfollow", "fjord").returncode == 0
    assert run("feeds").returncode == 1
    assert len(run("search", "Fjord").stdout.splitlines()) == 2


def test_a_page_leads_to_its_feed(run, web: Web):
    head = '<link rel="alternate" type="application/rss+xml" href="/feed"><link rel="alternate" '
    web.pages["/"] = page(f'<html><head>{head}type="application/atom+xml" href="/comments"></head>')
    web.pages["/feed"] = page(feed("Fjord", links("Fjord", 1)))
    followed = run("follow", web.url, "--allow-private")
    assert followed.stdout.splitlines() == [
        f"following Fjord ({web.url}/feed): 1 added, 0 updated",
        f"the page also leads to {web.url}/comments",
    ]
    assert "already" in run("follow", web.url, "--allow-private").stdout


def test_one_bad_address_keeps_no_other_back(run, web: Web):
    web.pages["/f"] = page(feed("Fjord", links("Fjord", 1)))
    done = run("follow", "--allow-private", "file:///etc/hosts", f"{web.url}/x", f"{web.url}/f")
    assert done.returncode == 1
    assert [line.partition(": ")[0] for line in done.stderr.splitlines()] == ["broadsheet"] * 2
    assert "following Fjord" in done.stdout
    assert run("follow").returncode == 2


def test_a_list_is_taken_without_a_request_and_handed_on(run, web: Web, tmp_path: Path):
    for number in range(3):
        web.pages[f"/{number}"] = kept(feed(f"Paper{number}", links(f"Paper{number}", 1, 2)))
    urls = [f"{web.url}/{number}" for number in range(3)]
    (tmp_path / "mine.opml").write_text(opml([*urls, "file:///etc/hosts"]), encoding="utf-8")
    taken = run("follow", "--import", tmp_path / "mine.opml", "--allow-private")
    assert taken.returncode == 1
    assert "file:///etc/hosts" in taken.stderr
    assert taken.stdout == "3 added to the list, 0 were there\n"
    assert web.requests == []
    assert [line.split("\t")[2] for line in run("feeds").stdout.splitlines()] == ["new"] * 3
    first = run("refresh", "--quiet")
    assert (first.returncode, first.stdout, first.stderr) == (0, "", "")
    assert run("refresh", "Feed 1").stdout == "0 added, 0 updated; feeds: 1 unchanged\n"
    assert run("refresh", "all", "--json").returncode == 0
    out = run("feeds", "--opml").stdout
    assert sorted((o.url, o.title, o.folder) for o in read_opml(out.encode())) == [
        (url, f"Feed {number}", "All") for number, url in enumerate(urls)
    ]
    assert "0 added to the list" in run("follow", "--import", "-", stdin=out).stdout


@pytest.mark.parametrize("text", ["", "<html/>", "\0"])
def test_what_is_no_list_is_told(run, tmp_path: Path, text: str):
    (tmp_path / "no.opml").write_text(text, encoding="utf-8")
    done = run("follow", "--import", tmp_path / "no.opml")
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1)
    assert "no.opml" in done.stderr


def test_cron_is_told_once_of_each_new_failure(run, web: Web):
    web.pages["/f"] = page(feed("Fjord", links("Fjord", 1)))
    run("follow", f"{web.url}/f", "--allow-private")
    web.pages["/f"] = page("", 500)
    first, second = run("refresh", "--quiet"), run("refresh", "--quiet")
    assert (first.returncode, second.returncode) == (1, 1)
    assert first.stderr == (
        f"broadsheet: Fjord ({web.url}/f): its server answers 500: internal server error\n"
    )
    assert (second.stdout, second.stderr) == ("", "")
    assert "500" in run("refresh").stderr
    assert "failing: its server answers 500" in run("feeds").stdout
    web.pages["/f"] = page("", 410)
    assert run("refresh", "--quiet").returncode == 0
    asked = len(web.requests)
    assert run("refresh").returncode == 0
    assert len(web.requests) == asked
    assert run("refresh", "Fjord").stdout == "0 added, 0 updated; feeds: 1 gone\n"


def test_names_that_mean_nothing(run, web: Web):
    web.pages["/f"] = page(feed("Fjord", []))
    run("follow", f"{web.url}/f", "--allow-private")
    for command in ("refresh", "unfollow"):
        done = run(command, "Quay")
        assert (done.returncode, done.stderr) == (1, "broadsheet: no feed is called Quay\n")
    assert run("unfollow", f"{web.url}/f").returncode == 0
    assert run("refresh").returncode == 0


def test_adding_a_page_and_a_feed_by_their_addresses(run, web: Web, tmp_path: Path):
    web.pages |= {
        "/a": moved("/story"),
        "/story": page(story("Fog on the quay", f"{web.url}/story", "Fog lay on the quay.")),
        "/f": page(feed("Fjord", links("Fjord", 1, 2))),
    }
    refused = run("add", f"{web.url}/a")
    assert (refused.returncode, web.requests) == (1, [])
    added = run("add", "--allow-private", f"{web.url}/a", f"{web.url}/f", f"{web.url}/x")
    assert added.returncode == 1
    assert added.stdout == "3 added, 0 updated, 0 unchanged\n"
    assert "its server answers 404" in added.stderr
    assert run("feeds").returncode == 1
    (found,) = map(json.loads, run("export", "--format", "jsonl", "Fog").stdout.splitlines())
    assert found["url"] == f"{web.url}/story"
    assert found["source"]["fetched"]


def test_a_user_agent_and_a_proxy(run, web: Web):
    web.pages["http://news.example/f"] = page(feed("Fjord", links("Fjord", 1)))
    done = run("follow", "http://news.example/f", "--proxy", web.url, "--user-agent", "Mine/2")
    assert done.stdout.startswith("following Fjord")
    assert web.requests[0][1]["User-Agent"] == "Mine/2"
    bad = run("refresh", "--user-agent", "a\nb")
    assert (bad.returncode, len(bad.stderr.splitlines())) == (2, 1)


def test_a_feed_that_was_gone_can_be_followed_again(run, web: Web):
    web.pages["/f"] = page(feed("Fjord", links("Fjord", 1)))
    run("follow", f"{web.url}/f", "--allow-private")
    web.pages["/f"] = page("", 410)
    run("refresh")
    assert "gone" in run("feeds").stdout
    web.pages["/f"] = page(feed("Fjord", links("Fjord", 1, 2)))
    assert "1 added" in run("follow", f"{web.url}/f", "--allow-private").stdout
    assert "well" in run("feeds").stdout


def test_a_refresh_that_is_killed_loses_and_doubles_nothing(run, web: Web, tmp_path: Path):
    release = threading.Event()
    for number in range(12):
        name = f"Paper{number}"
        web.pages[f"/{number}"] = kept(feed(name, links(name, *range(20))), f'"{number}"')
    last = web.pages["/11"]
    web.pages["/11"] = lambda handler: release.wait(20) and last(handler)
    (tmp_path / "l.opml").write_text(opml([f"{web.url}/{n}" for n in range(12)]), encoding="utf-8")
    run("follow", "--import", tmp_path / "l.opml", "--allow-private")
    command = [sys.executable, "-m", "tui", "refresh", "--library", str(tmp_path / "library.db")]
    process = subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.DEVNULL, env={**os.environ, "no_proxy": "*"}
    )
    while "/11" not in web.paths():
        assert process.poll() is None
        time.sleep(0.02)
    process.kill()
    process.wait()
    release.set()
    assert run("refresh").returncode == 0
    titles = [line.split("\t") for line in run("search", "Paper*").stdout.splitlines()]
    assert len(titles) == len({tuple(fields) for fields in titles}) == 240
    web.requests.clear()
    assert "12 unchanged" in run("refresh").stdout
