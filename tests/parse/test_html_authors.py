"""The authors of an article: which field is believed, and who is refused."""

import json

import pytest

from tui.parse.html_metadata import read_metadata
from tui.parse.html_tree import parse_tree

NORA = {"@type": "Person", "name": "Nora Whitlock"}


def authors(*, body: str = "", metas: str = "", **fields: object) -> tuple[str, ...]:
    thing = json.dumps({"@type": "NewsArticle", "headline": "Ferry strike ends", **fields})
    root = parse_tree(
        f'<html><head><script type="application/ld+json">{thing}</script>{metas}'
        '<meta property="og:site_name" content="The Ferry Post"></head>'
        f"<body><h1>Ferry strike ends</h1>{body}</body></html>"
    )
    assert root is not None
    return read_metadata(root).authors


def meta(name: str, content: str) -> str:
    return f'<meta name="{name}" content="{content}">'


def test_what_the_article_says_counts_before_the_head_and_the_page():
    body = '<p class="byline">By Ana Ruiz</p>'
    metas = meta("author", "Piers Landry")
    assert authors(author=NORA, metas=metas, body=body) == ("Nora Whitlock",)
    assert authors(metas=metas, body=body) == ("Piers Landry",)
    assert authors(body=body) == ("Ana Ruiz",)


@pytest.mark.parametrize(
    "name",
    ["The Ferry Post", "ferry post", "Rédaction", "Staff Writer", "https://x.example/nora", "AFP",
     "4 March 2025", "Harbour Desk", "admin", "Gazette D", "Editor-at-large Harbour"],
)  # fmt: skip
def test_a_site_a_role_an_address_or_a_date_is_no_author(name: str):
    metas = meta("author", name)
    assert authors(author={"@type": "Person", "name": name}, metas=metas) == ()


def test_the_creator_is_named_where_the_author_is_an_organisation():
    desk = {"@type": "Organization", "name": "Harbour Media"}
    assert authors(author=desk, creator=NORA) == ("Nora Whitlock",)
    other = {"@type": "Person", "name": "Ana Ruiz"}
    assert authors(author=NORA, creator=other) == ("Nora Whitlock",)


def test_one_word_gives_way_to_a_printed_byline():
    short = {"@type": "Person", "name": "Nora"}
    assert authors(author=short, body='<p class="byline">By Ana Ruiz</p>') == ("Ana Ruiz",)
    assert authors(author=short, body='<p class="byline">By our staff</p>') == ("Nora",)
    assert authors(author=short) == ("Nora",)


def test_a_field_that_names_more_authors_with_the_same_ones_counts():
    assert authors(author=NORA, metas=meta("author", "Nora Whitlock, Ana Ruiz")) == (
        "Nora Whitlock",
        "Ana Ruiz",
    )
    assert authors(author=NORA, metas=meta("author", "Piers Landry, Ana Ruiz")) == (
        "Nora Whitlock",
    )


def test_libraries_list_the_family_name_first():
    metas = meta("citation_author", "Whitlock, Nora") + meta("citation_author", "Ruiz, Ana")
    assert authors(metas=metas) == ("Nora Whitlock", "Ana Ruiz")


def test_cards_name_the_author_behind_a_label():
    card = meta("twitter:label1", "Written by") + meta("twitter:data1", "Nora")
    assert authors(metas=card) == ("Nora",)
    card = meta("twitter:label1", "Reading time") + meta("twitter:data1", "Nora Whitlock")
    assert authors(metas=card) == ()


def test_a_name_is_given_once():
    assert authors(author=[NORA, {"name": "NORA WHITLOCK"}, "Nora Whitlock"]) == ("Nora Whitlock",)
