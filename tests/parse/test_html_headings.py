"""What becomes of the headings of a page, and of the lines that look like some."""

import pytest

from tui.parse import parse
from tui.parse.draft import Piece
from tui.parse.html_headings import with_stand_firsts
from tui.source import Document

PARAGRAPHS = (
    "The ferry was late again on Monday, and the bakers of the island sold nothing before noon.",
    "A spare engine has been lying in the yard since March, still in the crate that it came in.",
    "Two mechanics know how to fit it, and both of them work on the mainland until the winter.",
    "The company says that passengers have been patient, which the passengers say is not true.",
    "On Friday the council will hear both sides, in the school, because the hall has no heating.",
    "Until then the small boat sails twice a day, and takes neither cars nor the morning bread.",
)
TITLE = "The ferry that is always late"
PAGE = (
    "<html lang='en'><head><title>{title}</title></head><body><main><article>"
    "<h1>{title}</h1>{story}</article></main></body></html>"
)


def read(*parts, title=TITLE):
    """Return the kinds and texts of a page whose story is `parts`; a number is a paragraph."""
    story = "".join(
        f"<p>{PARAGRAPHS[part]} {PARAGRAPHS[part - 1]}</p>" if isinstance(part, int) else part
        for part in parts
    )
    (parsed,) = parse(Document(PAGE.format(title=title, story=story).encode(), "page.html"))
    text = parsed.article.text
    return [(block.kind, text[block.start : block.end]) for block in parsed.article.blocks]


def headings(*parts, **more):
    return [text for kind, text in read(*parts, **more) if kind == "heading"]


def test_a_sentence_before_the_text_is_its_lede_though_marked_as_a_heading():
    first = "Mechanics and a crate are all that the island waits for, its bakers say"
    blocks = read(f"<h2 class='dek'>{first}</h2>", 0, 1, "<h3>The crate</h3>", 2, 3)
    assert blocks[1] == ("lede", first)
    assert [text for kind, text in blocks if kind == "heading"] == ["The crate"]


def test_a_time_of_day_between_does_not_part_a_heading_from_the_text():
    posts = ["<time>11h30</time><h2>The crate arrives</h2>", 0, "<time>9:15 am</time>"]
    assert headings(2, *posts, "<h2>No ferry this morning</h2>", 1) == [
        "The crate arrives", "No ferry this morning",
    ]  # fmt: skip


def test_the_name_of_the_section_over_the_text_is_no_part_of_it():
    page = PAGE.replace("</title>", "</title><meta name='section' content='Harbour'>")
    text = f"<p>{PARAGRAPHS[0]}</p><p>{PARAGRAPHS[1]}</p>"
    story = f"<div>Harbour</div>{text}<p>Harbour</p><p>{PARAGRAPHS[2]}</p>"
    (parsed,) = parse(Document(page.format(title=TITLE, story=story).encode(), "page.html"))
    assert [piece.text for piece in parsed.dropped if piece.rule == "section"] == ["Harbour"]


def test_a_long_first_heading_of_many_alike_stays_one():
    first = "What the bakers of the island have to say about their mornings at the quay"
    assert headings(f"<h2>{first}</h2>", 0, 1, "<h2>The crate</h2>", 2, 3) == [first, "The crate"]


def test_bold_lines_are_headings_where_only_a_stand_first_is_marked_as_one():
    first = "Mechanics and a crate are all that the island waits for, its bakers say"
    bold = "<p><b>The crate</b></p>"
    assert headings(f"<h2 class='dek'>{first}</h2>", 0, 1, bold, 2, 3) == ["The crate"]


def test_a_name_in_bold_before_the_text_is_no_heading():
    story = ("<p><b>TOVE RIIS HOLM</b></p>", 0, 1, "<p><b>The crate</b></p>", 2, 3)
    assert headings(*story) == ["The crate"]


def test_a_heading_with_a_kicker_and_the_title_is_the_title():
    assert headings(f"<h2>Island life: {TITLE}</h2>", 0, 1, 2) == []


@pytest.mark.parametrize(
    "name", ["sr-only", "screen-reader-text", "u-visually-hidden", "offscreen"]
)
def test_a_heading_that_is_only_read_aloud_is_none(name: str):
    seen = "<h2 class='part'>The crate</h2>"
    assert headings(0, f"<h2 class='{name}'>Article content</h2>", 1, seen, 2, 3) == ["The crate"]


def test_a_heading_of_the_articles_own_form_may_say_what_a_menu_says():
    wanted = ["The crate", "Language", "The council", "See also"]
    parts = [part for n, name in enumerate(wanted) for part in (f"<h2>{name}</h2>", n + 1)]
    assert headings(0, *parts, 5) == wanted


def test_a_menu_word_that_is_marked_like_nothing_else_is_no_heading():
    menu = "<h4>See also</h4>"
    assert headings(0, "<h2>The crate</h2>", 1, menu, 2, "<h2>The hall</h2>", 3) == [
        "The crate", "The hall"
    ]  # fmt: skip


def test_a_heading_that_leads_to_another_site_names_its_subject():
    items = "".join(f"<li>{line}</li>" for line in PARAGRAPHS[:3])
    parts = ["<h3>The crate</h3>", 1, "<h3>The hall</h3>", 2, "<h3>The bread</h3>", 3]
    head = "<base href='https://island.example/news/ferry'>"
    linked = f"<h3><a href='{{}}'>The small boat</a></h3><ul>{items}</ul>"
    for address, kept in (("https://boats.example/7", True), ("/news/boat", False)):
        found = headings(head, 0, *parts, linked.format(address), "<h3>The council</h3>", 4)
        assert ("The small boat" in found) is kept


def test_titles_that_all_lead_to_their_own_pages_are_those_of_a_digest():
    names = ["The crate", "The hall", "The bread"]
    digest = [
        part
        for n, name in enumerate(names)
        for part in (f"<h2 class='item'><a href='/{n}'>{name}</a></h2>", n, "<h3>Said</h3>", n + 3)
    ]
    found = headings(*digest, "<h3>And</h3>", 5)
    assert [name for name in found if name in names] == names


def test_one_lede_is_enough():
    pieces = [Piece("lede", "First."), Piece("heading", "Second.", 2)]
    assert with_stand_firsts(pieces, {"Second."}) == pieces
