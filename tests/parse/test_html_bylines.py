"""Authors as a page prints them."""

import time

import pytest

from tui.parse.html_bylines import printed_authors
from tui.parse.html_tree import parse_tree

PROSE = "<p>" + "The boats left the harbour at dawn. " * 8 + "</p>"


def printed(body: str, before: str = "") -> tuple[str, ...]:
    root = parse_tree(f"<html><body>{before}<h1>Ferry strike ends</h1>{body}</body></html>")
    assert root is not None
    return printed_authors(root)


@pytest.mark.parametrize(
    "line",
    [
        '<a rel="author" href="/nora">Nora Whitlock</a>',
        '<span itemprop="author">Nora Whitlock</span>',
        '<div class="article__byline">By Nora Whitlock, harbour correspondent</div>',
        '<div data-testid="author-name">Nora Whitlock</div>',
        "<p>Von Nora Whitlock</p>",
        "<p>By Nora Whitlock | 4 March 2025</p>",
        "<div><span>Par Nora Whitlock</span> · <span>4 mars</span></div>",
        '<p>Reporter <a href="/authors/nora">Nora Whitlock</a></p>',
        "<p>Nora Whitlock | 4 March 2025</p>",
        "<p>Von Nora Whitlock publiziert am 4. März 2025</p>",
        "<p>Written by Nora Whitlock Edited by Piers Landry</p>",
        "<p class='about'>By Nora Whitlock, photos by Piers Landry</p>",
        "<div><span>By</span><b>Nora</b><b>Whitlock</b></div>",
        '<div class="credit-bar"><p class="byline">By Nora Whitlock</p></div>',
    ],
)
def test_a_byline_is_read_by_its_mark_its_words_or_its_link(line: str):
    assert printed(line + PROSE) == ("Nora Whitlock",)


@pytest.mark.parametrize(
    "line",
    [
        '<div class="comment"><a rel="author" href="/nora">Nora Whitlock</a></div>',
        '<aside><span class="author">Nora Whitlock</span></aside>',
        '<figcaption class="byline">By Nora Whitlock</figcaption>',
        '<div class="related"><p>By Nora Whitlock</p></div>',
        '<ol class="references"><li><span itemprop="author">Nora Whitlock</span></li></ol>',
        "<p>The bill was put forward by Nora Whitlock.</p>",
        '<p class="author">The Harbour Desk</p>',
        '<p class="photo-credit">By Nora Whitlock</p>',
        "<p>Nora Whitlock 4 March 2025</p>",
        "<p hidden>By Nora Whitlock</p>",
    ],
)
def test_the_byline_of_something_else_is_not_read(line: str):
    assert printed(line + PROSE) == ()


def test_a_title_of_the_author_ends_no_sentence():
    assert printed("<p>By Dr. Nora Whitlock 4 March 2025</p>") == ("Dr. Nora Whitlock",)


def test_authors_marked_alike_in_one_line_sign_together():
    line = '<p><a class="author">Nora Whitlock</a>, <a class="author">Ana Ruiz</a></p>'
    other = '<p><a class="author">Piers Landry</a></p>'
    assert printed(line + PROSE + PROSE + other) == ("Nora Whitlock", "Ana Ruiz")


def test_items_of_a_list_sign_together_where_they_hold_no_more_than_names():
    nora, ana = (f'<span class="byline">{name}</span>' for name in ("Nora Whitlock", "Ana Ruiz"))
    assert printed(f"<ul><li>{nora}, harbour</li><li>{ana}</li></ul>") == (
        "Nora Whitlock",
        "Ana Ruiz",
    )
    story = "<b>Ferry crews end strike after a long night</b>"
    assert printed(f"<ul><li>{story}{nora}</li><li>{story}{ana}</li></ul>") == ("Nora Whitlock",)


def test_links_to_authors_in_one_line_sign_together_and_in_several_not():
    one = '<a href="/author/nora">Nora Whitlock</a>'
    two = '<a href="/author/ana">Ana Ruiz</a>'
    assert printed(f"<p>{one} {two}</p>{PROSE}") == ("Nora Whitlock", "Ana Ruiz")
    assert printed(f"<p>{one}</p><p>{two}</p>{PROSE}") == ()


def test_what_stands_behind_the_body_s_beginning_signs_nothing():
    assert printed(PROSE + PROSE + "<p>By Nora Whitlock</p>") == ()


@pytest.mark.parametrize("name", ["Nora Whitlock", "April Roe", "Juli Maier", "Joe S."])
def test_a_name_in_bold_over_or_under_the_body_signs_it(name: str):
    line = f"<p><strong>{name}</strong></p>"
    assert printed(f"<div>{line}{PROSE * 3}</div>") == (name,)
    assert printed(f"<div>{PROSE * 3}{line}</div>") == (name,)


def test_a_name_in_bold_elsewhere_is_a_heading():
    line = "<p><strong>Nora Whitlock</strong></p>"
    assert printed(f"<div>{PROSE * 2}{line}{PROSE * 2}</div>") == ()
    assert printed(f"<div>{PROSE}{line}</div>") == ()
    assert printed(f"<div>{PROSE * 3}<p>Nora Whitlock</p></div>") == ()
    assert printed(f"<div>{PROSE * 3}<p><b>Nora Whitlock</b> met them</p></div>") == ()


@pytest.mark.parametrize(
    "body",
    [
        "<div class='author'>" * 200 + "<p>word word</p>" * 20_000,
        "<span itemprop='author'>the desk</span>" * 60_000,
        "<a rel='author' class='byline'>the desk</a>" * 60_000,
        "<p><b>word word</b></p>" * 60_000,
    ],
    ids=["boxes", "properties", "relations", "paragraphs"],
)
def test_a_flood_of_marks_is_read_in_time(body: str):
    start = time.process_time()
    assert printed(body) == ()
    assert time.process_time() - start < 3
