"""Pages: every offset has a line, every line an offset, and nothing of the text is lost."""

from articles import article
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len, split_graphemes
from strategies import articles

from tui.layout import FORMS, lay_out
from tui.model import Article

widths = st.integers(min_value=8, max_value=120)


def graphemes(text: str) -> list[tuple[int, int, int]]:
    return split_graphemes(text)[0]


@settings(max_examples=60, deadline=None)
@given(articles(), widths)
def test_from_a_line_to_its_offset_and_back(read: Article, width: int):
    page = lay_out(read, width, graphemes)
    for number, line in enumerate(page.lines):
        if line.role == "text" and line.end > line.start:
            assert page.line_of(page.offset_of(number)) == number
            assert page.line_of(line.end - 1) == number


@settings(max_examples=60, deadline=None)
@given(articles(), widths)
def test_what_is_put_on_top_is_on_top(read: Article, width: int):
    page = lay_out(read, width, graphemes)
    for line in page.lines:
        assert page.offset_of(page.top_line(line.start)) == line.start


@settings(max_examples=60, deadline=None)
@given(articles(), widths)
def test_all_of_the_text_but_white_space_is_on_some_line(read: Article, width: int):
    page = lay_out(read, width, graphemes)
    shown = [line for line in page.lines if line.role == "text"]
    edges = [0, *(edge for line in shown for edge in (line.start, line.end)), len(page.text)]
    assert edges == sorted(edges)
    assert all(not page.text[a:b].strip() for a, b in zip(edges[::2], edges[1::2], strict=True))


@settings(max_examples=60, deadline=None)
@given(articles(), widths)
def test_no_line_with_its_marker_is_wider_than_the_page(read: Article, width: int):
    page = lay_out(read, width, graphemes)
    for line in page.lines:
        if line.role == "text":
            marker = FORMS[read.blocks[line.block].kind].marker
            assert cell_len(page.text[line.start : line.end]) + len(marker) <= max(width, 2)


def test_the_byline_stands_under_the_title():
    page = lay_out(article("A title", "A paragraph."), 12, graphemes, "Mia Quist · The Post")
    roles = [line.role for line in page.lines]
    assert roles == ["text", "blank", "byline", "byline", "blank", "text"]
    assert (page.byline, page.byline_at) == (("Mia Quist ·", "The Post"), 2)


def test_without_a_byline_there_is_no_gap_for_one():
    page = lay_out(article("A title", "A paragraph."), 12, graphemes)
    assert [line.role for line in page.lines] == ["text", "blank", "text"]


def test_the_items_of_one_list_stand_together():
    page = lay_out(article("T", ("list_item", "one"), ("list_item", "two"), "after"), 40, graphemes)
    roles = [(line.role, page.text[line.start : line.end]) for line in page.lines[2:]]
    assert roles == [("text", "one"), ("text", "two"), ("blank", ""), ("text", "after")]


def test_line_feeds_inside_a_block_are_lines():
    page = lay_out(article("T", ("preformatted", "a = 1\n  b = 2")), 40, graphemes)
    assert [page.text[a:b] for a, b, *_ in page.lines[-2:]] == ["a = 1", "  b = 2"]


def test_a_joiner_with_nothing_to_join_is_made_visible():
    page = lay_out(article("T", "\u200d\u200dxyz 👩\u200d🚀"), 40, graphemes)
    assert page.text.endswith("\ufffd\ufffdxyz 👩\u200d🚀")


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="\u200d\ufe0f\u0301 ab#1漢👩❤\n", min_size=1, max_size=60), widths)
def test_nonsense_of_joiners_and_marks_fits_as_the_painter_measures_it(text: str, width: int):
    page = lay_out(article("T", text), width, graphemes)
    assert all(cell_len(page.text[line.start : line.end]) <= width for line in page.lines)
