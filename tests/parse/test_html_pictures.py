"""The pictures of a page: which are the article's, where they are and what their captions say."""

import pytest
from parse.reading import read

from tui.model import Media

PROSE = "The harbour of Merrin was closed on Monday after a storm broke the wall, said its master. "
URL = "https://port.example/storm"


def pictures(*parts: str, url: str | None = URL, after: str = "") -> tuple[Media, ...]:
    """The pictures of a page whose article has a paragraph before and after each part."""
    inside = f"<p>{PROSE * 2}</p>".join(("", *parts, ""))
    head = f'<link rel="canonical" href="{url}">' if url else ""
    html = (
        f"<html><head><title>Storm</title>{head}</head><body><article><h1>Storm breaks wall</h1>"
        f"{inside}</article>{after}</body></html>"
    )
    (article,) = read(html.encode())
    return article.media


def test_a_figure_in_the_text_is_kept_with_its_caption_and_what_it_shows():
    figure = (
        '<figure><img src="/wall.jpg" alt="A broken wall" width="800">'
        "<figcaption>The wall on Monday. Ann Reed</figcaption></figure>"
    )
    assert pictures(figure) == (
        Media(
            "https://port.example/wall.jpg",
            "image",
            "A broken wall",
            "The wall on Monday. Ann Reed",
        ),
    )


def test_a_picture_without_a_caption_is_kept_between_two_paragraphs():
    assert pictures('<p><img src="https://img.example/a.jpg"></p>') == (
        Media("https://img.example/a.jpg", "image"),
    )


def test_a_figure_above_the_text_is_kept():
    (found,) = pictures(
        '<figure><img src="/top.jpg"><figcaption>The quay at noon</figcaption></figure>', ""
    )
    assert found.caption == "The quay at noon"


@pytest.mark.parametrize(
    "img",
    [
        '<img src="data:image/gif;base64,R0lGOD" data-src="/late.jpg">',
        '<img data-lazy-src="/late.jpg">',
        '<img srcset="/late.jpg 640w, /later.jpg 1280w">',
        '<picture><source srcset="/late.jpg 1x, /later.jpg 2x"><img></picture>',
    ],
)
def test_the_address_is_found_where_scripts_put_it(img):
    assert [each.url for each in pictures(f"<figure>{img}</figure>")] == [
        "https://port.example/late.jpg"
    ]


@pytest.mark.parametrize(
    "img",
    [
        '<img src="/p.gif" width="1" height="1">',
        '<img src="/face.jpg" width="48">',
        '<img src="/x.jpg" class="author-avatar">',
        '<img src="/logo.svg">',
        '<img src="data:image/png;base64,iVBORw0KGgo=">',
        '<img src="file:///etc/passwd">',
        '<img src="javascript:alert(1)">',
        '<img src="">',
        "<img>",
        '<a href="/other-piece"><img src="/other.jpg"></a>',
    ],
)
def test_what_is_no_picture_of_the_article_is_left_out(img):
    assert pictures(f"<div>{img}</div>") == ()


def test_pictures_beside_and_below_the_article_are_left_out():
    beside = '<aside><figure><img src="/ad.jpg"></figure></aside>'
    below = '<footer><img src="/foot.jpg"></footer><div><img src="/more.jpg"></div>'
    assert pictures(beside, after=below) == ()


def test_a_picture_stands_once_however_often_the_page_shows_it():
    figure = '<figure><img src="/wall.jpg"></figure>'
    assert len(pictures(figure, figure)) == 1


def test_a_page_without_an_address_keeps_what_stands_beside_it_and_nothing_above():
    figures = [
        f'<figure><img src="{src}"></figure>'
        for src in ("a_files/wall.jpg", "../up.jpg", "/above.jpg", "..\\up.jpg", "a:b.jpg")
    ]
    assert [each.url for each in pictures(*figures, url=None)] == ["a_files/wall.jpg"]
