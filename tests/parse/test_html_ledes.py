"""The stand-first between a title and the body."""

import pytest

from tui.parse.draft import Piece
from tui.parse.html_ledes import Lede, find_lede, with_lede
from tui.parse.html_metadata import read_metadata
from tui.parse.html_tree import parse_tree

LEDE = "Crews and owners have agreed on a rise of four per cent after a night of talks."
PROSE = "<p>" + "The boats left the harbour at dawn. " * 8 + "</p>"


def lede(body: str, description: str = "") -> Lede:
    page = f'<html><head><meta name="description" content="{description}"></head>'
    root = parse_tree(f"{page}<body><h1>Ferry strike ends</h1>{body}</body></html>")
    assert root is not None
    return find_lede(root, read_metadata(root))


@pytest.mark.parametrize(
    "name", ["standfirst", "article-lead", "chapo", "entry_subtitle", "ArticleDek", "sottotitolo"]
)
def test_a_stand_first_is_known_by_its_name(name: str):
    assert lede(f'<div class="{name}">{LEDE}</div>{PROSE}') == Lede((LEDE,))


@pytest.mark.parametrize("name", ["lead-image", "intro-author", "subtitle-share", "leader"])
def test_a_name_of_something_else_is_no_stand_first(name: str):
    assert (
        lede(f'<div class="{name}">{LEDE}</div><div class="{name}">{LEDE}</div>{PROSE}') == Lede()
    )


def test_a_paragraph_in_the_title_s_own_header_is_the_stand_first():
    root = parse_tree(
        f"<html><body><article><header><h1>Ferry strike ends</h1><p>{LEDE}</p></header>{PROSE}"
        "</article></body></html>"
    )
    assert root is not None
    assert find_lede(root, read_metadata(root)).lines == (LEDE,)


def test_the_page_s_description_is_the_stand_first_only_where_it_is_set_apart():
    assert lede(f"<p><b>{LEDE}</b></p>{PROSE}", LEDE) == Lede((LEDE,))
    assert lede(f"<p>{LEDE}</p>{PROSE}", LEDE) == Lede((LEDE,), apart=False)
    assert lede(f"<p>{LEDE}</p>{PROSE}") == Lede()


def test_a_description_may_leave_out_the_place_before_the_stand_first():
    assert lede(f"<p class='font-medium'>Brecy. {LEDE}</p>{PROSE}", LEDE).lines == (
        f"Brecy. {LEDE}",
    )


@pytest.mark.parametrize(
    "picture",
    [
        f"<div class='text-caption'><span>{LEDE}</span></div>",
        f"<p><b>{LEDE} Photo: Nora Whitlock</b></p>",
        f"<p><b>{LEDE} © Harbour Media</b></p>",
    ],
)
def test_the_caption_of_a_picture_is_no_stand_first(picture: str):
    assert not lede(picture + PROSE, LEDE).lines
    header = (
        f"<header><h1>Ferry strike ends</h1><div class='image-box'><p>{LEDE}</p></div></header>"
    )
    root = parse_tree(f"<html><body><article>{header}{PROSE}</article></body></html>")
    assert root is not None
    assert not find_lede(root, read_metadata(root)).lines


def test_lines_that_are_called_stand_firsts_follow_one_another():
    first = f"<h2 class='subtitle'>{LEDE}</h2>"
    assert lede(f"{first}<p class='lead'>Owners {LEDE}</p>{PROSE}").lines == (
        LEDE,
        f"Owners {LEDE}",
    )


def test_a_stand_first_in_lines_is_kept_in_lines():
    items = f"<ul class='summary'><li>{LEDE}</li><li>Owners {LEDE}</li></ul>"
    assert lede(items + PROSE).lines == (LEDE, f"Owners {LEDE}")


@pytest.mark.parametrize(
    "text", ["By Nora Whitlock and Piers Landry, for the paper", "Published on 4 March 2025, 10:15"]
)
def test_a_byline_or_a_date_is_no_stand_first(text: str):
    assert lede(f'<div class="subtitle">{text}</div>{PROSE}') == Lede()


@pytest.mark.parametrize(
    "text",
    [
        "// TODAY'S RUNDOWN The mayor is not happy with her boat and other stories of the day",
        "I had not written anything for a long time in this corner of the […]",
        "Crews on the quay wait for the result of the vote. Photograph: Mona Ferrand",
    ],
)
def test_labels_cut_excerpts_and_captions_are_no_stand_first(text: str):
    assert lede(f'<div class="standfirst">{text}</div>{PROSE}') == Lede()


def test_the_lede_is_marked_where_it_stands_and_added_where_it_was_left_out():
    body = Piece("paragraph", "The boats left.")
    found = Piece("lede", LEDE)
    assert with_lede([Piece("paragraph", LEDE), body], Lede((LEDE,))) == [found, body]
    assert with_lede([body], Lede((LEDE,))) == [found, body]
    longer = Piece("paragraph", LEDE + " More.")
    assert with_lede([longer], Lede((LEDE,))) == [longer]
    assert with_lede([body], Lede()) == [body]


def test_a_caption_with_the_lede_in_it_is_the_head_of_the_page():
    head = Piece("caption", f"Ferry strike ends {LEDE}")
    assert with_lede([head, Piece("paragraph", "x")], Lede((LEDE,)))[0] == Piece("lede", LEDE)
    caption = Piece("caption", LEDE)
    assert with_lede([caption], Lede((LEDE,))) == [caption]


def test_a_first_paragraph_that_is_not_set_apart_is_not_lost():
    body = Piece("paragraph", "The boats left.")
    first = Piece("paragraph", LEDE)
    assert with_lede([first, body], Lede((LEDE,), apart=False)) == [first, body]
    assert with_lede([body], Lede((LEDE,), apart=False)) == [Piece("lede", LEDE), body]
