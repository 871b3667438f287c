"""Slide shows stay out of the article that they stand in, unless they are the article."""

from tui.parse import parse
from tui.source import Document

STORY = "".join(
    f"<p>The market on the quay opens at six, and stall {n} is the last to close in the evening, "
    f"when the boats of the island have gone and {n} crates of fish are left over.</p>"
    for n in range(12, 18)
)


def show(*counts):
    slides = "".join(
        f"<li><h2><span>{count}</span> A picture of the town</h2>"
        f"<p>The tower was painted in the year {n + 1900}, by people whose names are lost.</p></li>"
        for n, count in enumerate(counts)
    )
    return f"<div class='pictures'><ul>{slides}</ul></div>"


def read(story):
    page = (
        "<html lang='en'><head><title>The last stall closes</title></head><body><article>"
        f"<h1>The last stall closes</h1>{story}</article></body></html>"
    )
    (parsed,) = parse(Document(page.encode(), "page.html"))
    return parsed.article.text


def test_a_slide_show_in_the_middle_is_no_part_of_the_article():
    text = read(STORY + show("1/4", "2/4", "3/4", "4/4") + STORY)
    assert "stall 17" in text
    assert "The tower was painted" not in text


def test_a_piece_that_ends_with_its_slides_keeps_them():
    assert text_of_slides(read(STORY + show("1/4", "2/4", "3/4", "4/4"))) == 4


def test_fractions_that_count_nothing_are_no_slides():
    assert text_of_slides(read(STORY + show("1/2", "1/4", "3/4", "1/8") + STORY)) == 4


def test_a_list_that_is_the_article_keeps_its_numbers():
    parts = "".join(f"<h2>{n}/5 Stalls</h2>{STORY}" for n in range(1, 6))
    text = read(STORY + parts + STORY)
    assert all(f"{n}/5 Stalls" in text for n in range(1, 6))


def text_of_slides(text):
    return text.count("The tower was painted")
