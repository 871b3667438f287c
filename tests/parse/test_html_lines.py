"""The short lines between a page's title and its body."""

from tui.parse.html_lines import lines_under_title
from tui.parse.html_tree import parse_tree

PROSE = "<p>" + "The boats left the harbour at dawn. " * 8 + "</p>"


def lines(body: str) -> list[str]:
    root = parse_tree(f"<html><body>{body}</body></html>")
    assert root is not None
    return [text for _, text in lines_under_title(root)]


def test_lines_are_read_from_the_main_heading_to_the_body():
    body = f"<div><h1>Strike</h1></div><p>One</p><ul><li>Two</li></ul>{PROSE}<p>Three</p>"
    assert lines(body + PROSE + "<p>Four</p>") == ["One", "Two", "Three"]


def test_without_a_heading_they_are_read_from_the_beginning():
    assert lines(f"<p>One</p>{PROSE * 2}<p>Two</p>") == ["One"]


def test_a_heading_of_the_second_rank_counts_where_it_prints_the_title():
    root = parse_tree("<html><body><p>Menu</p><h2>Strike</h2><p>One</p></body></html>")
    assert root is not None
    assert [text for _, text in lines_under_title(root, "Strike")] == ["One", "Menu"]


def test_a_few_lines_over_the_heading_come_last():
    assert lines("<p>4 March 2025</p><h1>Strike</h1><p>One</p>") == ["One", "4 March 2025"]
    assert len(lines("<p>One</p>" * 50 + "<h1>Strike</h1>")) == 12


def test_texts_that_no_white_space_parts_are_parted():
    assert lines("<h1>Strike</h1><p><a>By</a><a>Nora</a></p>")[0] == "By Nora"


def test_boxes_of_something_else_and_unseen_ones_are_left_out():
    body = "<h1>Strike</h1><aside><p>One</p></aside><div class='related'><p>Two</p></div>"
    assert lines(body + "<p style='display: none'>Three</p><p>Four</p>") == ["Four"]
