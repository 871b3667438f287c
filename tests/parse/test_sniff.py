import pytest

from tui.model import Failure
from tui.parse import parse
from tui.parse.sniff import sniff
from tui.source import Document

FORMATS = [
    (b'{"version": 1, "title": "t"}', "article_json"),
    (b'[{"version": 1}]', "article_json"),
    (b'\xef\xbb\xbf \n{"version":1}\n{"version":1}', "article_json"),
    ('{"version": 1}'.encode("utf-16"), "article_json"),
    (b'{"version": "https://jsonfeed.org/version/1.1", "items": []}', "json_feed"),
    (b'{"items": [], "version": "https:\\/\\/jsonfeed.org\\/version\\/1"}', "json_feed"),
    (b'<?xml version="1.0"?>\n<!-- x -->\n<rss version="2.0"/>', "feed"),
    (b'\n <feed xmlns="http://www.w3.org/2005/Atom">', "feed"),
    (b'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">', "feed"),
    (b'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "b">]><rss>', "feed"),
    (b"<!DOCTYPE html><title>t</title>", "html"),
    (b"<!-- saved --><HTML lang=fr>", "html"),
    (b'<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml">', "html"),
    ("<html><body>é".encode("utf-16"), "html"),
    (b"<p>One.</p><p>Two.</p>", "html"),
    (b"Intro<br>\n<p>One.</p>\n<p>Two.</p>\n<p>Three.</p>", "html"),
    (b"---\ntitle: T\n---\nText", "markdown"),
    (b"+++\ntitle = 'T'\n+++\nText", "markdown"),
    (b"# T\n\nSee [this](https://a.example) and **that**.\n", "markdown"),
    (b"Words.\n\n## H\n\nSee [this](https://a.example).\n\n> quoted\n", "markdown"),
    (b"[A](/)[B](/b)\n\n# T\n\nSee [this](https://a.example), ![that](i.png).\n", "text"),
    (b"  * [A](/)\n  * [B](/b)\n\n# T\n\nSee [this](https://a.example).\n", "text"),
    (b"[A note](/n) before.\n\n# T\n\nSee [this](https://a.example).\n", "markdown"),
    (b"A title\n\n# 1 in the charts\n\n* one thing\n\nMore words.", "text"),
    (b"[" * 100_000, "article_json"),
    (b"[[A link]] of a wiki.\nMore words.", "text"),
    (b"[ ] a form\n[Go]\nMore words.", "text"),
    (b"{not json at all} said the man.", "text"),
    (b"2 < 3 and 5 > 4, as everyone knows.", "text"),
    (b"--- News ---\nToday.", "text"),
    (b"null and void, said the mayor.", "text"),
    (b'<img src="https://a.example/p.gif">\n' + b"Words of a page.\n" * 9, "text"),
    (b'<img src="a.png">\n<p>One.</p>\n<p>Two.</p>', "html"),
    (b"Words.\n<body>\n" + b"Words of a page.\n" * 9, "text"),
]


@pytest.mark.parametrize(("data", "kind"), FORMATS)
def test_the_content_decides(data: bytes, kind: str):
    assert sniff(Document(data, "x.bin")) == kind


def test_a_menu_dumped_as_markdown_is_text():
    menu = "".join(f"* [Page {n}](https://a.example/{n})\n" for n in range(9))
    assert sniff(Document(f"Skip\n\n{menu}\n## News\n\nWords.".encode(), "x.txt")) == "text"


def test_the_name_only_breaks_a_tie():
    assert sniff(Document(b"Plain words.", "notes.md")) == "markdown"
    assert sniff(Document(b"Plain words.", "notes.txt")) == "text"
    assert sniff(Document(b"<!DOCTYPE html><p>x", "notes.md")) == "html"
    assert sniff(Document(b"Plain words.", "page.html")) == "text"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "the file is empty"),
        (b" \n\t ", "the file is empty"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "not a text file"),
        (b"%PDF-1.7\n", "not a text file"),
        (bytes(range(256)) * 8, "not a text file"),
        (b'<?xml version="1.0"?><urlset><url/></urlset>',
         "XML of a kind that is not read: <urlset>"),
        (b'<opml version="2.0"><body><outline text="F"/></body></opml>',
         "XML of a kind that is not read: <opml>"),
        (b"null\n", "JSON that holds nothing: null"),
    ],
)  # fmt: skip
def test_what_is_no_article_is_a_failure(data: bytes, reason: str):
    assert list(parse(Document(data, "f"))) == [Failure("f", reason)]
