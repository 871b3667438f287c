"""Microdata and RDFa: an article described by the attributes of what is printed."""

import time
from typing import Any

from tui.parse.html_tree import parse_tree
from tui.parse.microdata import read_microdata

ARTICLE = 'itemscope itemtype="https://schema.org/NewsArticle"'


def read(body: str, head: str = "") -> dict[str, Any]:
    root = parse_tree(f"<html><head>{head}</head><body>{body}</body></html>")
    assert root is not None
    return read_microdata(root)


def test_an_article_in_microdata_gives_its_properties():
    body = f"""<div {ARTICLE}><h1 itemprop="headline">Ferry strike ends</h1>
        <span itemprop="author" itemscope itemtype="https://schema.org/Person">by
          <b itemprop="name">Nora Whitlock</b></span>
        <time itemprop="datePublished" datetime="2025-03-04T10:15:00Z">today</time>
        <a itemprop="keywords">ferries</a> <a itemprop="keywords">pay</a></div>"""
    assert read(body) == {
        "headline": "Ferry strike ends",
        "author": [{"@type": ["Person"], "name": "Nora Whitlock"}],
        "datePublished": "2025-03-04T10:15:00Z",
        "keywords": ["ferries", "pay"],
    }


def test_an_article_in_rdfa_gives_its_properties():
    body = """<div typeof="schema:Article"><h1 property="schema:headline">Ferry strike ends</h1>
        <span property="author">Nora Whitlock</span></div>"""
    assert read(body) == {"headline": "Ferry strike ends", "author": ["Nora Whitlock"]}


def test_the_properties_of_a_thing_inside_are_not_the_article_s():
    comment = (
        '<div itemscope itemtype="https://schema.org/Comment"><i itemprop="author">Bo</i></div>'
    )
    picture = '<figure><i itemprop="author">Someone Else</i></figure>'
    body = f'<div {ARTICLE}><h1 itemprop="headline">Ferry</h1>{comment}{picture}</div>'
    assert read(body) == {"headline": "Ferry"}


def test_a_cited_article_is_not_the_page_s():
    cited = f'<li itemprop="citation" {ARTICLE}><i itemprop="author">Someone Else</i></li>'
    assert read(f"<ol>{cited}</ol>") == {}


def test_the_first_headline_counts():
    body = f'<div {ARTICLE}><b itemprop="headline">One</b><b itemprop="headline">Two</b></div>'
    assert read(body) == {"headline": "One"}


def test_the_head_stands_in_for_an_article_that_the_body_does_not_mark():
    assert read("<p>x</p>", '<meta itemprop="datePublished" content="2025-03-04">') == {
        "datePublished": "2025-03-04"
    }
    assert (
        read('<div itemscope itemtype="https://schema.org/Product"><b itemprop="name">x</b></div>')
        == {}
    )


def test_a_flood_of_articles_is_read_in_time():
    body = f'<div {ARTICLE}><b itemprop="headline">One</b></div>' * 40_000
    start = time.process_time()
    assert read(body) == {"headline": "One"}
    assert time.process_time() - start < 3
