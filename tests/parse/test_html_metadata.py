"""What a page says of itself: title, authors, dates, section and keywords."""

import json

import pytest

from tui.parse.html_metadata import Metadata, read_metadata
from tui.parse.html_tree import parse_tree


def read(head: str = "", body: str = "<h1>Ferry strike ends</h1>") -> Metadata:
    root = parse_tree(f'<html lang="en"><head>{head}</head><body>{body}</body></html>')
    assert root is not None
    return read_metadata(root)


def script(**fields: object) -> str:
    thing = {"@type": "NewsArticle", **fields}
    return f'<script type="application/ld+json">{json.dumps(thing)}</script>'


def meta(name: str, content: str) -> str:
    return f'<meta property="{name}" content="{content}">'


@pytest.mark.parametrize(
    ("head", "modified"),
    [
        (script(dateModified="2025-03-04T10:15:00+01:00"), "2025-03-04T10:15:00+01:00"),
        (meta("article:modified_time", "2025-03-05"), "2025-03-05"),
        (meta("og:updated_time", "2025-03-06"), "2025-03-06"),
        ('<meta itemprop="dateModified" content="2025-03-07">', "2025-03-07"),
        (script(datePublished="2025-03-04", dateModified="2025-03-04"), None),
        (script(dateModified="yesterday"), None),
        ("", None),
    ],
)
def test_the_last_change_is_read_where_it_is_another_than_the_publication(
    head: str, modified: str | None
):
    assert read(head).modified == modified


def test_a_time_element_says_when_the_page_was_changed():
    body = '<time itemprop="dateModified" datetime="2025-03-08">later</time>'
    assert read(body=body).modified == "2025-03-08"


def test_the_section_comes_from_json_ld_then_from_the_meta_elements():
    tag = meta("article:section", "Harbour")
    assert read(script(articleSection=["Ports", "Sea"]) + tag).section == "Ports"
    assert read(tag).section == "Harbour"
    assert read().section is None


@pytest.mark.parametrize(
    ("head", "keywords"),
    [
        (script(keywords=["ferries", "Strike", "strike"]), ("ferries", "Strike")),
        (script(keywords="ferries, strike; pay"), ("ferries", "strike", "pay")),
        (meta("article:tag", "ferries") + meta("article:tag", "pay"), ("ferries", "pay")),
        ('<meta name="keywords" content="ferries,,pay">', ("ferries", "pay")),
        ('<meta name="news_keywords" content="pay">', ("pay",)),
        (script(keywords=["x" * 81, "https://a.example/", "pay"]), ("pay",)),
        (script(keywords=[{"@type": "Thing"}, 3, None]), ()),
    ],
)
def test_keywords_are_read_once_each(head: str, keywords: tuple[str, ...]):
    assert read(head).keywords == keywords


def test_keywords_have_a_limit():
    assert len(read(script(keywords=",".join(f"word{i}" for i in range(99)))).keywords) == 30


def test_the_headline_of_json_ld_is_the_title_and_the_printed_one_is_kept():
    found = read(script(headline="Ferry crews go back to work after strike"))
    assert found.title == "Ferry crews go back to work after strike"
    found = read(script(headline="Ferry crews end strike"), "<h1>Ferry crews now end strike</h1>")
    assert (found.title, found.heading) == ("Ferry crews end strike", "Ferry crews now end strike")


def test_a_headline_that_was_cut_gives_way_to_the_printed_one():
    long = "Ferry crews end their strike after a night of talks"
    assert read(script(headline="Ferry crews end their…"), f"<h1>{long}</h1>").title == long


def test_the_words_over_a_title_are_no_part_of_it():
    head = meta("og:title", "Ferry crews end strike")
    assert read(head, "<h1>Harbour: Ferry crews end strike</h1>").title == "Ferry crews end strike"


@pytest.mark.parametrize(
    ("author", "authors"),
    [
        ({"@type": "Person", "givenName": "Nora", "familyName": "Whitlock"}, ("Nora Whitlock",)),
        ({"@type": "Person", "name": "Nora"}, ("Nora",)),
        ({"@type": "Organization", "name": "Harbour Lane"}, ()),
        ({"@type": "Person", "name": "Reuters"}, ()),
        ({"@type": "Person", "name": "山田花子"}, ("山田花子",)),
        ("Nora Whitlock, Piers Landry and Ana Ruiz", ("Nora Whitlock", "Piers Landry", "Ana Ruiz")),
    ],
)
def test_an_author_in_json_ld_is_a_person_in_any_script(author: object, authors: tuple[str, ...]):
    assert read(script(author=author)).authors == authors


def test_an_author_named_by_its_id_is_found_in_another_script():
    person = {"@type": "Person", "@id": "#nora", "name": "Nora Whitlock"}
    other = f'<script type="application/ld+json">{json.dumps({"@graph": [person]})}</script>'
    assert read(script(author={"@id": "#nora"}) + other).authors == ("Nora Whitlock",)


def test_names_without_capitals_are_listed_without_the_reporters_title():
    assert read('<meta name="author" content="김하나 기자,이두리">').authors == ("김하나", "이두리")


def test_json_ld_with_line_breaks_and_trailing_commas_is_read():
    head = (
        '<script type="application/ld+json">{"@type":"Article",\n"headline":"Ferry\nstrike",'
        '"author":[{"name":"Nora Whitlock",},],}</script>'
    )
    assert read(head).authors == ("Nora Whitlock",)


def test_a_single_link_to_an_author_s_page_names_the_author():
    one = '<p><a href="/author/nora">Nora Whitlock</a></p>'
    assert read(body=one).authors == ("Nora Whitlock",)
    assert read(body=one + '<p><a href="/author/piers">Piers Landry</a></p>').authors == ()
