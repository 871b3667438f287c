"""Exports of other tools: what they hold comes along, and lists say what they are."""

import json
import sqlite3
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from tui.model import Brought, Failure, Passage
from tui.parse import Parsed, parse
from tui.parse.page_lists import feeds_in, read_list
from tui.source import Document, documents

BODY = "<p>The ferry was late again on Monday.</p><p>Nobody on the quay was surprised.</p>"
WALLABAG = {
    "id": 7,
    "is_archived": 1,
    "is_starred": 1,
    "tags": ["sea", "slow travel"],
    "title": "The late ferry",
    "url": "https://news.example/ferry",
    "content": BODY,
    "created_at": "2024-05-02T10:00:00+00:00",
    "published_at": None,
    "published_by": [""],
    "annotations": [{"text": "as ever", "quote": "Nobody on the quay", "ranges": []}],
    "mimetype": "text/html",
    "language": "en",
    "reading_time": 1,
    "domain_name": "news.example",
}
OMNIVORE = {
    "id": "6c1",
    "slug": "the-late-ferry-18a",
    "title": "The late ferry",
    "description": "",
    "author": "Mia Quist",
    "url": "https://news.example/ferry",
    "state": "Archived",
    "readingProgress": 100,
    "thumbnail": "",
    "labels": ["sea"],
    "savedAt": "2024-05-02T10:00:00.000Z",
    "updatedAt": "2024-05-02T10:00:00.000Z",
    "publishedAt": None,
}
HIGHLIGHTS = "> Nobody on the quay \n\n#quays #people\n\nas ever\n\n> The ferry was late\n> again "


def _read(data: bytes | str, name: str = "export") -> list[Parsed | Failure]:
    return list(parse(Document(data.encode() if isinstance(data, str) else data, name)))


def _all(path: Path) -> list[Parsed | Failure]:
    found: list[Parsed | Failure] = []
    for document in documents([str(path)]):
        found += [document] if isinstance(document, Failure) else list(parse(document))
    return found


def _zip(path: Path, files: dict[str, str | bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return path


def cache(path: Path, *items: tuple[object, ...]) -> Path:
    """Make a cache of newsboat's with the columns that it has."""
    connection = sqlite3.connect(path)
    connection.execute(
        "CREATE TABLE rss_feed (rssurl VARCHAR(1024) PRIMARY KEY NOT NULL, url VARCHAR(1024) NOT"
        " NULL, title VARCHAR(1024) NOT NULL, lastmodified INTEGER(11) NOT NULL DEFAULT 0)"
    )
    connection.execute(
        "CREATE TABLE rss_item (id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, guid VARCHAR(64) NOT"
        " NULL, title VARCHAR(1024) NOT NULL, author VARCHAR(1024) NOT NULL, url VARCHAR(1024) NOT"
        " NULL, feedurl VARCHAR(1024) NOT NULL, pubDate INTEGER NOT NULL, content VARCHAR(65535)"
        " NOT NULL, unread INTEGER(1) NOT NULL, enclosure_url VARCHAR(1024), flags VARCHAR(52),"
        " deleted INTEGER(1) NOT NULL DEFAULT 0)"
    )
    feed = ("https://news.example/rss", "https://news.example/", "The Gazette", 0)
    connection.execute("INSERT INTO rss_feed VALUES (?, ?, ?, ?)", feed)
    connection.executemany(
        "INSERT INTO rss_item (guid, title, author, url, feedurl, pubDate, content, unread, flags,"
        " deleted) VALUES (?, ?, ?, ?, 'https://news.example/rss', ?, ?, ?, ?, ?)",
        items,
    )
    connection.commit()
    connection.close()
    return path


def test_wallabag_brings_read_state_star_tags_and_notes() -> None:
    (found,) = _read(json.dumps([WALLABAG]))
    assert isinstance(found, Parsed)
    assert found.brought == Brought(
        found.article.id,
        read=True,
        starred=True,
        tags=("sea", "slow travel"),
        passages=(Passage("Nobody on the quay", "as ever"),),
    )
    assert found.article.site == "news.example"


def test_what_nothing_was_done_to_brings_nothing() -> None:
    plain = {**WALLABAG, "is_archived": 0, "is_starred": 0, "tags": [], "annotations": []}
    (found,) = _read(json.dumps([plain]))
    assert isinstance(found, Parsed)
    assert found.brought is None


@pytest.mark.parametrize("bad", [None, 5, "x", {"a": 1}, [None, 3, {"quote": 4}], [[[]]]])
def test_fields_of_the_wrong_type_count_as_missing(bad: object) -> None:
    (found,) = _read(
        json.dumps([{**WALLABAG, "tags": bad, "annotations": bad, "is_archived": bad}])
    )
    assert isinstance(found, Parsed)
    assert found.article.title == "The late ferry"
    assert found.brought is not None
    assert (found.brought.read, found.brought.passages) == (False, ())


def test_newsboat_s_cache_brings_articles_and_what_was_read(tmp_path: Path) -> None:
    path = cache(
        tmp_path / "cache.db",
        ("g1", "The late ferry", "Mia Quist", "https://news.example/1", 1714600000, BODY, 0, "", 0),
        ("g2", "The new quay", "", "https://news.example/2", 1714700000, BODY, 1, "k", 0),
        ("g3", "Gone", "", "https://news.example/3", 1714700000, BODY, 1, None, 1),
    )
    before = path.read_bytes()
    one, two = _all(path)
    assert isinstance(one, Parsed)
    assert isinstance(two, Parsed)
    assert one.article.site == "The Gazette"
    assert one.article.published == "2024-05-01T21:46:40+00:00"
    assert one.article.authors == ("Mia Quist",)
    assert one.brought == Brought(one.article.id, read=True)
    assert two.brought == Brought(two.article.id, tags=("flag k",))
    assert path.read_bytes() == before
    assert [each.name for each in tmp_path.iterdir()] == ["cache.db"]


def test_a_damaged_or_foreign_database_is_one_line(tmp_path: Path) -> None:
    path = cache(tmp_path / "cache.db", *[("g", "t", "", "u", 1, "x" * 3000, 1, "", 0)] * 50)
    data = bytearray(path.read_bytes())
    data[5000:60_000] = b"\xff" * 55_000
    path.write_bytes(data)
    other = tmp_path / "other.db"
    connection = sqlite3.connect(other)
    connection.execute("CREATE TABLE t (a)")
    connection.execute("CREATE VIEW rss_item AS SELECT 1 AS guid")
    connection.close()
    short = tmp_path / "short.db"
    short.write_bytes(b"SQLite format 3\0" + bytes(500))
    for each in (path, other, short):
        *_, last = _all(each)
        assert isinstance(last, Failure)
        assert "database" in last.reason
        assert "\n" not in last.reason


def test_omnivore_s_zip_brings_text_labels_and_highlights(tmp_path: Path) -> None:
    path = _zip(
        tmp_path / "omnivore.zip",
        {
            "metadata_0_to_20.json": json.dumps([OMNIVORE]),
            "content/the-late-ferry-18a.html": f"<html><body>{BODY}</body></html>",
            "highlights/the-late-ferry-18a.md": HIGHLIGHTS,
        },
    )
    (found,) = _all(path)
    assert isinstance(found, Parsed)
    assert "Nobody on the quay" in found.article.text
    assert found.brought == Brought(
        found.article.id,
        read=True,
        tags=("sea",),
        passages=(Passage("Nobody on the quay", "as ever"), Passage("The ferry was late again")),
    )


def test_names_in_a_zip_lead_nowhere(tmp_path: Path) -> None:
    evil = {**OMNIVORE, "slug": "../../../../etc/passwd"}
    path = _zip(
        tmp_path / "evil.zip",
        {"metadata_0.json": json.dumps([evil, {"slug": 5}, 7]), "../../out.html": BODY},
    )
    (found,) = _all(path)
    assert isinstance(found, Parsed)
    assert "root" not in found.article.text
    assert [each.name for each in tmp_path.iterdir()] == ["evil.zip"]


def test_a_zip_of_pages_is_read_and_one_inside_another_is_not(tmp_path: Path) -> None:
    inner = BytesIO()
    with zipfile.ZipFile(inner, "w") as archive:
        archive.writestr("page.html", BODY)
    page = f"<html><head><title>The late ferry</title></head><body><h1>The late ferry</h1>{BODY}"
    path = _zip(tmp_path / "a.zip", {"in/page.html": page, "inner.zip": inner.getvalue()})
    (found,) = _all(path)
    assert isinstance(found, Parsed)
    assert found.article.source.path.endswith("a.zip:in/page.html")
    (nothing,) = _all(_zip(tmp_path / "b.zip", {"inner.zip": inner.getvalue()}))
    assert isinstance(nothing, Failure)
    assert "without anything" in nothing.reason


def test_a_zip_that_unpacks_to_too_much_is_told(tmp_path: Path) -> None:
    path = _zip(tmp_path / "bomb.zip", {"bomb.html": b"<p>" + b" " * 30_000_000})
    (found,) = _all(path)
    assert isinstance(found, Failure)
    assert "unpacks to more" in found.reason


def test_damaged_zips_and_office_files_are_one_line(tmp_path: Path) -> None:
    whole = _zip(tmp_path / "a.zip", {"a.html": BODY * 50}).read_bytes()
    (tmp_path / "cut.zip").write_bytes(whole[:-30])
    (tmp_path / "torn.zip").write_bytes(whole[:45] + bytes(20) + whole[65:])
    _zip(tmp_path / "book.epub", {"mimetype": "application/epub+zip", "a.html": BODY})
    for name in ("cut.zip", "torn.zip", "book.epub"):
        (found,) = _all(tmp_path / name)
        assert isinstance(found, Failure)
        assert "\n" not in found.reason


POCKET = (
    "title,url,time_added,tags,status\n"
    '"Ferries, late",https://news.example/ferry,1714600000,sea|slow travel,archive\n'
    "https://news.example/b,https://news.example/b,1714600001,,unread\n"
    "Script,javascript:alert(1),1714600001,,unread\n"
)
POCKET_PAGE = """<!DOCTYPE html>
<html>
	<head>
		<meta http-equiv="Content-Type" content="text/html; charset=UTF-8" />
		<title>Pocket Export</title>
	</head>
	<body>
		<h1>Unread</h1>
		<ul>
			<li><a href="https://news.example/b" time_added="1" tags="">B &amp; so on</a></li>
		</ul>
		<h1>Read Archive</h1>
		<ul>
			<li><a href="https://news.example/ferry" time_added="1" tags="sea,quay">Ferry</a></li>
		</ul>
	</body>
</html>
"""
INSTAPAPER = (
    "URL,Title,Selection,Folder,Timestamp,Tags\n"
    'https://news.example/ferry,Ferry,"Nobody on the quay",Archive,1,"[""sea""]"\n'
    "https://news.example/b,B,,Starred,1,[]\n"
    "https://news.example/c,C,,To cook,1,broken[\n"
)
READWISE = (
    "Title,URL,ID,Document tags,Saved date,Reading progress,Location,Seen\n"
    "Ferry,https://news.example/ferry,01h,\"['sea', 'it''s']\",2023-09-01,0.5,archive,True\n"
    "B,https://news.example/b,01j,__import__('os'),2023-09-01,0,new,False\n"
)
BOOKMARKS = """<!DOCTYPE NETSCAPE-Bookmark-file-1>
<!-- This is an automatically generated file. -->
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">
<TITLE>Bookmarks</TITLE>
<H1>Bookmarks Menu</H1>
<DL><p>
    <DT><H3 ADD_DATE="1" PERSONAL_TOOLBAR_FOLDER="true">Toolbar</H3>
    <DL><p>
        <DT><H3>Travel</H3>
        <DL><p>
            <DT><A HREF="https://news.example/ferry" TAGS="sea,quay">Ferry</A>
        </DL><p>
        <DT><A HREF="https://news.example/b">B</A>
        <DT><A HREF="place:sort=8">Recent</A>
    </DL><p>
</DL>
"""
CSL = json.dumps(
    [
        {
            "id": "x",
            "type": "article-newspaper",
            "title": "Ferry",
            "URL": "https://news.example/ferry",
            "container-title": "Gazette",
            "issued": {"date-parts": [[2024]]},
        },
        {"id": "y", "type": "book", "title": "No address", "ISSN": "1"},
    ]
)
URLS = """# my feeds
https://news.example/rss news "~The Gazette"
"query:Unread:unread = \\"yes\\""
exec:~/bin/feed.sh
https://b.example/atom.xml
"""


@pytest.mark.parametrize(
    ("text", "tool", "addresses", "first"),
    [
        (POCKET, "Pocket", 2, Brought("", read=True, tags=("sea", "slow travel"))),
        (POCKET_PAGE, "Pocket", 2, Brought("")),
        (
            INSTAPAPER,
            "Instapaper",
            3,
            Brought("", read=True, tags=("sea",), passages=(Passage("Nobody on the quay"),)),
        ),
        (READWISE, "Readwise Reader", 2, Brought("", read=True, tags=("sea", "its"))),
        (BOOKMARKS, "bookmarks", 2, Brought("", tags=("Travel", "sea", "quay"))),
        (CSL, "CSL-JSON", 1, Brought("")),
        (URLS, "a list of addresses", 2, Brought("", tags=("news",))),
    ],
)
def test_a_list_is_no_article_and_says_what_to_do(
    text: str, tool: str, addresses: int, first: Brought
) -> None:
    (failure,) = _read(text)
    assert isinstance(failure, Failure)
    assert failure.reason.startswith(f"{tool}: {addresses} address")
    assert "add --fetch" in failure.reason
    found = read_list(Document(text.encode(), "list"))
    assert found is not None
    assert len(found.pages) == addresses
    assert found.pages[0].brought == first


def test_an_archived_page_of_pocket_s_older_export_was_read() -> None:
    found = read_list(Document(POCKET_PAGE.encode(), "ril_export.html"))
    assert found is not None
    assert found.pages[0].title == "B & so on"
    assert found.pages[1].brought == Brought("", read=True, tags=("sea", "quay"))


def test_instapaper_s_folders_become_tags_stars_and_read_states() -> None:
    found = read_list(Document(INSTAPAPER.encode(), "i.csv"))
    assert found is not None
    assert found.pages[1].brought == Brought("", starred=True)
    assert found.pages[2].brought == Brought("", tags=("To cook",))


def test_newsboat_s_urls_are_feeds_with_folders() -> None:
    one, two = feeds_in(Document(URLS.encode(), "urls"))
    assert (one.url, one.title, one.folder) == ("https://news.example/rss", "The Gazette", "news")
    assert (two.url, two.title, two.folder) == ("https://b.example/atom.xml", "", "")


def test_a_text_that_begins_with_an_address_stays_an_article() -> None:
    text = "https://news.example/ferry\n\nThe late ferry\n\nThe ferry was late again on Monday.\n"
    assert all(isinstance(item, Parsed) for item in _read(text, "dump.txt"))
    assert read_list(Document(text.encode(), "dump.txt")) is None


@pytest.mark.parametrize(
    "text",
    [
        POCKET + '"' + "x" * 2_000_000,
        POCKET_PAGE + "<a " * 300_000,
        BOOKMARKS + "<DL><H3>x" * 200_000,
        BOOKMARKS + '<A HREF="' * 200_000,
        READWISE + "B,https://n.example/x,1," + "[" * 9_000 + ",1,1,new,True\n",
        "https://a.example/x " + '"' * 9_000 + "\n",
        CSL[:-1] + "," + "[" * 100_000,
    ],
)
def test_lists_that_are_made_to_harm_end_soon_in_one_line(text: str) -> None:
    for item in _read(text):
        assert isinstance(item, Failure)
        assert "\n" not in item.reason
        assert len(item.reason) < 300


READECK = {
    "ID": 4, "UID": "7YkRqzTnVwXbC3Lm9PdHfa", "UserID": 1, "Created": "2025-03-01T08:00:00Z",
    "Updated": "2025-03-02T08:00:00Z", "State": 0, "URL": "https://news.example/ferry",
    "InitialURL": "https://news.example/ferry?utm_source=x", "Title": "The late ferry",
    "Domain": "news.example", "Site": "news.example", "SiteName": "The Gazette",
    "Published": "2025-02-27T00:00:00Z", "Authors": ["Mia Quist"], "Lang": "en",
    "TextDirection": "ltr", "DocumentType": "article", "Description": "", "Text": "",
    "WordCount": 20,
    "Files": {"article": {"name": "index.html", "type": "text/html"}}, "Errors": [],
    "Labels": ["sea", "slow travel"], "ReadProgress": 100, "ReadAnchor": "", "IsArchived": False,
    "IsMarked": True, "Links": [],
    "Annotations": [
        {
            "id": "a1", "start_selector": "p[2]", "start_offset": 0, "end_selector": "p[2]",
            "end_offset": 18, "color": "green", "created": "2025-03-01T09:00:00Z",
            "text": "Nobody on the quay", "note": "as ever",
        }
    ],
}  # fmt: skip
READECK_DATA = json.dumps({"Info": {"Version": "1"}, "Users": [{"Username": "mia"}], "Tokens": []})


def _readeck(path: Path, info: object = READECK, page: str | None = BODY) -> Path:
    held = {
        "data.json": READECK_DATA,
        "bookmarks/7Yk/info.json": json.dumps(info),
        "bookmarks/7Yk/container/_resources/x.html": "<p>No article.</p>",
    }
    return _zip(path, held | ({"bookmarks/7Yk/container/index.html": page} if page else {}))


def test_readeck_s_archive_brings_text_labels_marks_and_colours(tmp_path: Path) -> None:
    (found,) = _all(_readeck(tmp_path / "readeck.zip"))
    assert isinstance(found, Parsed)
    article = found.article
    assert (article.title, article.site, article.authors) == (
        "The late ferry",
        "The Gazette",
        ("Mia Quist",),
    )
    assert (article.url, article.published) == (
        "https://news.example/ferry",
        "2025-02-27T00:00:00+00:00",
    )
    assert "Nobody on the quay" in article.text
    assert found.brought == Brought(
        article.id,
        read=True,
        starred=True,
        tags=("sea", "slow travel"),
        passages=(Passage("Nobody on the quay", "as ever", "green"),),
    )


@pytest.mark.parametrize(
    ("info", "page", "reason"),
    [(READECK, None, "no text"), ([1], BODY, "no text"), ("x" * 5, BODY, "no text")],
)
def test_a_bookmark_without_text_is_one_line_and_accounts_are_never_read(
    tmp_path: Path, info: object, page: str | None, reason: str
) -> None:
    (found,) = _all(_readeck(tmp_path / "readeck.zip", info, page))
    assert isinstance(found, Failure)
    assert found.origin.endswith("readeck.zip:bookmarks/7Yk/info.json")
    assert reason in found.reason


def test_readeck_s_markdown_brings_labels_and_marks() -> None:
    text = (
        '---\ntitle: The late ferry\nsaved: "2025-03-01"\nwebsite: news.example\n'
        "source: https://news.example/ferry\nauthors:\n- Mia Quist\nlabels:\n- sea\n- slow travel\n"
        "---\n\n# The late ferry\n\nThe ferry was late again on Monday.\n\n"
        "==Nobody on the quay== was surprised.\n"
    )
    (found,) = parse(Document(text.encode(), "index.md"))
    assert isinstance(found, Parsed)
    assert "==" not in found.article.text
    assert (found.article.site, found.article.authors) == ("news.example", ("Mia Quist",))
    assert found.brought == Brought(
        found.article.id, tags=("sea", "slow travel"), passages=(Passage("Nobody on the quay"),)
    )


def test_readeck_s_table_is_a_list_of_addresses() -> None:
    text = (
        "url,title,created,labels,is_archived,is_marked,type\r\n"
        'https://news.example/1,One,2025-03-01T08:00:00Z,"[""sea""]",true,false,article\r\n'
        "https://news.example/2,Two,2025-03-01T08:00:00Z,null,false,true,article\r\n"
    )
    found = read_list(Document(text.encode(), "bookmarks.csv"))
    assert found is not None
    assert found.tool == "Readeck"
    one, two = found.pages
    assert (one.brought.read, one.brought.tags) == (True, ("sea",))
    assert (two.brought.starred, two.brought.tags) == (True, ())
