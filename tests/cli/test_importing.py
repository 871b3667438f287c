"""Coming from another tool: `broadsheet add` with its export, `follow` with its feeds."""

import json
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from web import Web, page, serving

from tui.intake import Intake
from tui.library import Query, open_library
from tui.model import Article, Brought

BODY = "<p>The ferry was late again on Monday.</p><p>Nobody on the quay was surprised.</p>"
WALLABAG = {
    "is_archived": 1,
    "is_starred": 0,
    "tags": ["sea"],
    "title": "The late ferry",
    "url": "https://news.example/ferry",
    "content": BODY,
    "annotations": [{"text": "as ever", "quote": "Nobody on the quay"}],
    "domain_name": "news.example",
}
PAGE = (
    "<!doctype html><html lang='en'><head><title>The late ferry</title></head><body><article>"
    "<h1>The late ferry</h1>"
    + "<p>The ferry was late again on Monday, and nobody on the quay was surprised by it.</p>" * 5
    + "</article></body></html>"
)


@pytest.fixture
def web() -> Iterator[Web]:
    with serving() as web:
        yield web


@pytest.fixture
def run(broadsheet, tmp_path: Path):
    """Run a command on a library of the test's own."""

    def run(name: str, *words: str | Path):
        return broadsheet(name, "--library", tmp_path / "library.db", *words, no_proxy="*")

    return run


def test_i_move_from_wallabag_with_what_i_read_tagged_and_marked(run, tmp_path: Path):
    export = tmp_path / "wallabag.json"
    export.write_text(json.dumps([WALLABAG]), encoding="utf-8")
    done = run("add", export)
    assert (done.returncode, done.stdout) == (0, "1 added, 0 updated, 0 unchanged\n")
    assert "The late ferry" in run("search", "tag:sea is:read has:notes").stdout
    with closing(open_library(tmp_path / "library.db")) as library:
        (row,) = library.listing(Query())
        library.mark_read(row.id, read=False)
    assert run("add", "--again", export).stdout == "0 added, 0 updated, 1 unchanged\n"
    assert "The late ferry" in run("search", "is:unread").stdout


def test_opening_an_export_shows_what_was_read(tmp_path: Path):
    export = tmp_path / "wallabag.json"
    export.write_text(json.dumps([WALLABAG]), encoding="utf-8")
    intake = Intake([str(export)])
    article, brought = list(intake)
    intake.stop()
    assert isinstance(article, Article)
    assert isinstance(brought, Brought)
    assert (brought.article, brought.read) == (article.id, True)


def test_a_list_of_pages_is_fetched_only_when_i_say_so(run, web: Web, tmp_path: Path):
    web.pages["/ferry"] = page(PAGE, content_type="text/html; charset=utf-8")
    pocket = tmp_path / "part_000000.csv"
    pocket.write_text(
        "title,url,time_added,tags,status\n"
        f"Ferry,{web.url}/ferry,1,sea|quay,archive\nGone,{web.url}/gone,2,,unread\n",
        encoding="utf-8",
    )
    told = run("add", pocket)
    assert (told.returncode, web.requests) == (1, [])
    assert "Pocket: 2 addresses and no article" in told.stderr
    assert "`broadsheet add --fetch` fetches them" in told.stderr.splitlines()[0]
    fetched = run("add", "--fetch", "--allow-private", pocket)
    assert (fetched.returncode, fetched.stdout) == (1, "1 added, 0 updated, 0 unchanged\n")
    assert f"{web.url}/gone" in fetched.stderr
    assert "The late ferry" in run("search", "tag:quay is:read").stdout
    asked = web.paths().count("/ferry")
    again = run("add", "--fetch", "--allow-private", pocket)
    assert (again.returncode, web.paths().count("/ferry")) == (1, asked)


def test_newsboat_s_urls_are_followed(run, tmp_path: Path):
    urls = tmp_path / "urls"
    urls.write_text(
        '# mine\nhttps://news.example/rss news "~The Gazette"\n"query:All:unread = 1"\n',
        encoding="utf-8",
    )
    told = run("add", urls)
    assert told.returncode == 1
    assert "`broadsheet follow --import` follows feeds" in told.stderr
    assert run("follow", "--import", urls).returncode == 0
    name, folder, *_ = run("feeds").stdout.split("\t")
    assert (name, folder) == ("The Gazette", "news")
