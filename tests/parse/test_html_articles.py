"""A page may go on with another article below its own."""

from tui.parse import parse
from tui.source import Document

TITLE = "Gulls learn to open bread bins"
OWN = "".join(
    f"<p>The baker of Ostend Street has tied {n} of his bins with rope, and the gulls, who had "
    f"watched him, needed {n} minutes for the knots and left the crusts behind.</p>"
    for n in range(3, 9)
)
NEXT = "".join(
    f"<p>The museum of locks counted {n} visitors on Sunday, most of whom had come in from the "
    f"rain, and {n} of them asked for the way to the station.</p>"
    for n in range(31, 38)
)


def read(body, title=TITLE):
    page = f"<html lang='en'><head><title>{title}</title></head><body><main>{body}</main></body>"
    (parsed,) = parse(Document(page.encode(), "page.html"))
    return parsed


def own(story=OWN):
    return f"<article><h1>{TITLE}</h1>{story}</article>"


def further(story=NEXT):
    return f"<article><h1>A slow day at the museum of locks</h1>{story}</article>"


def test_an_article_below_the_page_s_own_is_another_piece():
    parsed = read(own() + further())
    assert "bins with rope" in parsed.article.text
    assert "museum" not in parsed.article.text
    assert any("museum of locks counted" in d.text for d in parsed.dropped)


def test_posts_of_a_live_page_are_all_its_own():
    posts = "".join(f"<article><h2>At {n} o'clock</h2>{OWN}</article>" for n in range(6, 12))
    text = read(own() + posts).article.text
    assert all(f"At {n} o'clock" in text for n in range(6, 12))


def test_a_card_with_the_title_is_not_the_story():
    card = f"<article><h1>{TITLE}</h1></article>"
    assert "bins with rope" in read(card + f"<article>{OWN}</article>").article.text


def test_an_article_inside_another_is_a_part_of_it():
    assert "museum of locks counted" in read(own(OWN + further())).article.text
