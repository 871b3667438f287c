"""What a reader may rely on when a web page is read."""

import logging
import subprocess
import sys
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.model import Failure
from tui.parse.draft import Parsed
from tui.parse.html import html_pieces, parse_html
from tui.parse.html_tree import parse_tree
from tui.source import Document

PROSE = (
    "The council voted for the new bridge at midnight, after nine hours of debate in a full hall. "
    "A second vote will follow in spring, when the accounts of the harbour have been printed."
)
PAGE = """<html lang="en"><head><title>Bridge vote | The Ferry Post</title>{head}</head><body>
<article><h1>Bridge vote</h1>{body}</article></body></html>"""


def read(body: str = "", head: str = "") -> Parsed:
    page = PAGE.format(head=head, body=body or f"<p>{PROSE}</p>" * 2)
    (parsed,) = parse_html(Document(page.encode(), "page.html"))
    assert isinstance(parsed, Parsed)
    return parsed


def test_pieces_of_a_fragment_keep_their_kinds():
    pieces = html_pieces(
        "<h3>Head</h3><p>One<br>line.</p><blockquote><p>Said.</p></blockquote><ul><li>a</li></ul>"
        "<pre>x\n  y</pre><table><tr><td>1</td><td>2</td></tr></table>"
        "<figure><figcaption>Cap</figcaption></figure><script>no</script>",
        None,
    )
    assert [(p.kind, p.text) for p in pieces] == [
        ("heading", "Head"), ("paragraph", "One line."), ("quotation", "Said."),
        ("list_item", "a"), ("preformatted", "x\n  y"), ("table", "1 | 2"), ("caption", "Cap"),
    ]  # fmt: skip
    assert pieces[0].level == 3


def test_code_and_tables_inside_a_block_quotation_are_parts_of_it():
    pieces = html_pieces(
        "<blockquote><p>He wrote:</p><pre>x\n  y</pre><table><tr><td>1</td><td>2</td></tr></table>"
        "</blockquote><pre>z</pre>",
        None,
    )
    assert [(p.kind, p.text) for p in pieces] == [
        ("quotation", "He wrote:"), ("quotation", "x\n  y"), ("quotation", "1 | 2"),
        ("preformatted", "z"),
    ]  # fmt: skip


def test_code_is_read_without_the_scripts_in_it():
    pieces = html_pieces("<pre>a <b>x</b> <script>no()</script>y\n  z<br>end</pre>", None)
    assert [(p.kind, p.text) for p in pieces] == [("preformatted", "a x y\n  z\nend")]


def test_links_point_at_their_words_and_only_to_safe_addresses():
    (piece,) = html_pieces(
        "<p>See <a href='/a'>the  plan</a>, <a href='javascript:x()'>not this</a> "
        "or <a href='mailto:a@b.example'> us </a>.</p>",
        "https://post.example/x/",
    )
    assert [(piece.text[k.start : k.end], k.url) for k in piece.links] == [
        ("the plan", "https://post.example/a"), ("us", "mailto:a@b.example")
    ]  # fmt: skip


HOME = '<link rel="canonical" href="https://post.example/">'


def test_a_canonical_address_that_is_the_home_page_is_no_article_s():
    one, other = read(head=HOME).article, read(f"<p>{PROSE} It rained.</p>" * 2, HOME).article
    assert (one.url, other.url) == (None, None)
    assert one.id != other.id


def test_the_next_address_counts_where_the_canonical_one_is_the_home_page():
    own = '<meta property="og:url" content="https://post.example/bridge">'
    assert read(head=HOME + own).article.url == "https://post.example/bridge"


def test_links_start_at_the_site_where_the_page_does_not_name_itself():
    found = read(f"<p>{PROSE} See <a href='/map'>the map of the harbour</a>.</p>" * 2, HOME).article
    assert {link.url for link in found.links} == {"https://post.example/map"}


def test_two_breaks_part_paragraphs():
    assert [p.text for p in html_pieces("one<br><br>two<br>more", None)] == ["one", "two more"]


def test_json_ld_wins_and_broken_json_ld_is_passed_over():
    head = (
        '<script type="application/ld+json">{"@type": "NewsArticle", </script>'
        '<script type="application/ld+json">[{"@type":["NewsArticle"],"headline":"Bridge vote",'
        '"author":{"name":"Nora Whitlock"},"datePublished":"2025-03-04T10:15:00+01:00"}]</script>'
        '<meta name="author" content="Someone Else">'
    )
    article = read(head=head).article
    assert article.authors == ("Nora Whitlock",)
    assert article.published == "2025-03-04T10:15:00+01:00"


@pytest.mark.parametrize(
    "name", ["The Ferry Post", "Editorial Staff", "https://x.example/n", "Reuters"]
)
def test_an_author_that_is_no_person_is_left_out(name: str):
    head = '<meta property="og:site_name" content="The Ferry Post">'
    head += f'<meta name="author" content="{name}">'
    article = read(head=head).article
    assert article.authors == ()
    assert article.site == "The Ferry Post"


def test_the_title_is_not_the_sites_name_and_stands_once():
    article = read(head='<meta property="og:site_name" content="The Ferry Post">').article
    assert article.title == "Bridge vote"
    assert article.text.count("Bridge vote") == 1


def test_a_caption_stays_in_its_place():
    figure = "<figure><figcaption>The old bridge</figcaption></figure>"
    body = f"<p>First. {PROSE}</p>{figure}<p>Last. {PROSE}</p>"
    article = read(body).article
    assert [b.kind for b in article.blocks] == ["title", "paragraph", "caption", "paragraph"]


def test_a_caption_that_is_a_link_belongs_to_another_piece():
    own = "<figure><img src=a><figcaption>The old bridge in June</figcaption></figure>"
    other = "<figure><figcaption><a href=/x>Mayor sells her boat</a></figcaption></figure>"
    parsed = read(f"<p>{PROSE}</p>{own}<p>{PROSE} Twice.</p>{other}<p>{PROSE} Thrice.</p>")
    text, blocks = parsed.article.text, parsed.article.blocks
    captions = [text[b.start : b.end] for b in blocks if b.kind == "caption"]
    assert captions == ["The old bridge in June"]


def test_an_inline_quotation_gets_the_marks_of_the_language():
    assert (
        "called “a start” by"
        in read(f"<p>{PROSE}</p><p>It was called <q>a start</q> by all. {PROSE}</p>").article.text
    )


def test_a_page_without_an_article_falls_back_to_its_own_words():
    (parsed,) = parse_html(Document(b"<p>Closed today.</p>", "short.html"))
    assert isinstance(parsed, Parsed)
    assert "Closed today." in parsed.article.text


@pytest.mark.parametrize("data", [b"", b"<html></html>", b"\0\0", b"<script>x</script>"])
def test_a_page_without_text_is_a_failure(data: bytes):
    (failure,) = parse_html(Document(data, "empty.html"))
    assert isinstance(failure, Failure)


HOSTILE = {
    "deep": b"<div>" * 10_000 + b"down here is text",
    "quotes": b"<blockquote><p>a" * 5_000,
    "attribute": b'<p class="' + b"a " * 500_000 + b'">hello there</p>',
    "entities": b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><p>&b; words</p>',
    "json": b'<script type="application/ld+json">' + b"[" * 100_000 + b"</script><p>text</p>",
    "odd json": b'<script type="application/ld+json">{"@type":"Article","author":{"name":["x",{}]},'
    b'"headline":[1,{"a":2}],"datePublished":{"x":1},"publisher":[[]],"url":5}</script><p>text</p>',
    "links": b"<p>" + b'<a href="http://x.example/z">w</a> ' * 3_000 + b"</p>",
    "addresses": b'<base href="http://["><p>some <a href="http://[">x</a></p>',
    "lists": b"<ul><li>a" * 5_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_pages_end_soon_and_raise_nothing(name: str):
    start = time.process_time()
    (found,) = parse_html(Document(HOSTILE[name], "hostile.html"))
    assert time.process_time() - start < 6
    assert not isinstance(found, Failure), found


COUNTED = "<p>" + "The harbour office counted its boats again on Monday morning. " * 4 + "</p>"
TEN_MEGABYTES = 10_000_001
BEYOND_THE_LIMITS = {
    "text": "<p>" + "boats " * (TEN_MEGABYTES // 6 + 1) + "</p>",
    "script": "<script>" + "boats();" * (TEN_MEGABYTES // 8 + 1) + "</script>",
    "picture": '<img src="data:' + "A" * TEN_MEGABYTES + '">',
    "comment": "<!--" + "boat" * (TEN_MEGABYTES // 4 + 1) + "-->",
    "depth": "<font>a boat" * 300,
    "deep boxes": "<div>" * 400 + "<p>A boat.</p><p>And <b>an</b>other.</p>" + "</div>" * 400,
    "more depth": "<div>" * 5_000,
}


@pytest.mark.parametrize("name", BEYOND_THE_LIMITS)
def test_what_stands_after_huge_or_deep_elements_is_read_too(name: str):
    page = (
        f"<title>Boats counted</title><body><h1>Boats counted</h1>{COUNTED}"
        f"{BEYOND_THE_LIMITS[name]}{COUNTED.replace('Monday', 'Tuesday')}"
    )
    (found,) = parse_html(Document(page.encode(), "huge.html"))
    assert isinstance(found, Parsed)
    assert found.article.title == "Boats counted"
    assert "Monday" in found.article.text
    assert "Tuesday" in found.article.text


def test_a_text_of_more_than_ten_megabytes_is_kept_whole():
    page = f"<h1>Boats</h1>{BEYOND_THE_LIMITS['text']}"
    (found,) = parse_html(Document(page.encode(), "huge.html"))
    assert isinstance(found, Parsed)
    assert len(found.article.text) > TEN_MEGABYTES


@pytest.mark.parametrize("depth", [100, 1_000, 10_000])
def test_a_fragment_keeps_its_words_however_deep_they_stand(depth: int):
    pieces = html_pieces(f"<p>The boats</p>{'<div>' * depth}are counted.", None)
    assert " ".join(piece.text for piece in pieces) == "The boats are counted."


def test_a_deep_page_is_as_shallow_as_the_others_and_keeps_its_paragraphs():
    root = parse_tree(BEYOND_THE_LIMITS["deep boxes"])
    assert root is not None
    assert max(sum(1 for _ in node.iterancestors()) for node in root.iter()) <= 256
    assert [node.text for node in root.iter("p")] == ["A boat.", "And another."]


TAGS = [
    "<p>",
    "</p>",
    "<a/href='/x'>",
    "</a>",
    "<ul><li>",
    "<br>",
    "<q>",
    "<h2>",
    "<table><tr><td>",
    "</table>",
    "<figcaption>",
    "<pre>",
    "<blockquote>",
]


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.one_of(
            st.sampled_from(TAGS),
            st.text(max_size=20),
        ),
        max_size=25,
    )
)
def test_any_markup_gives_valid_pieces(parts: list[str]):
    for piece in html_pieces("".join(parts), "https://post.example/"):
        assert piece.text.strip()
        assert piece.kind in ("preformatted", "table") or piece.text == piece.text.strip()
        for link in piece.links:
            assert 0 <= link.start < link.end <= len(piece.text)


def test_reading_a_page_logs_nothing(caplog: pytest.LogCaptureFixture):
    with caplog.at_level(logging.DEBUG):
        read()
    assert [r for r in caplog.records if r.levelno >= logging.WARNING] == []


def test_a_fragment_is_read_without_trafilatura():
    code = (
        "import sys; from tui.parse.html import html_pieces; html_pieces('<p>a</p>', None);"
        "sys.exit('trafilatura' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


SHELL = """<html><head><meta property="og:title" content="Bridge vote"><meta name="author"
content="Ana Ruiz">{head}</head><body><script>if (a<b) write("</p>")</script></body></html>"""


def test_a_page_that_a_script_writes_keeps_what_its_head_says():
    (parsed,) = parse_html(Document(SHELL.format(head="").encode(), "page.html"))
    assert isinstance(parsed, Parsed)
    assert (parsed.article.text, parsed.article.authors) == ("Bridge vote", ("Ana Ruiz",))
    assert parsed.article.warnings == ("no article found",)


def test_the_text_that_json_ld_gives_is_read_where_the_page_prints_none():
    body = f"{PROSE}\\n\\n<b>{PROSE}</b>"
    head = f'<script type="application/ld+json">{{"articleBody": "{body}"}}</script>'
    (parsed,) = parse_html(Document(SHELL.format(head=head).encode(), "page.html"))
    assert isinstance(parsed, Parsed)
    assert parsed.article.text == f"Bridge vote\n\n{PROSE}\n\n{PROSE}"
