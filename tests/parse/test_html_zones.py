"""What a reader may rely on where a page speaks of its own business."""

import time

import pytest

from tui.parse.html_tree import parse_tree, text_of
from tui.parse.html_zones import ZONES, drop_zones

PROSE = (
    "The ferry company will build a second pier before the autumn storms, its director said on the "
    "quay; the town pays for half of it, and the harbour office for the lights. "
)
BODY = f"<article><h1>A second pier</h1>{f'<p>{PROSE}</p>' * 6}</article>"


def lifted(html: str) -> tuple[list[tuple[str, str]], str]:
    root = parse_tree(f"<html><body>{html}</body></html>")
    assert root is not None
    dropped = drop_zones(root)
    return [(d.rule, d.text) for d in dropped], text_of(root)


@pytest.mark.parametrize(
    ("rule", "box"),
    [
        ("newsletter", '<div class="c-newsletter-box"><p>Our letter, every morning.</p></div>'),
        ("newsletter", '<section aria-label="Newsletter"><p>Each Friday.</p></section>'),
        ("share", '<ul class="article__share-list"><li>Mastodon</li></ul>'),
        ("share", '<div class="sharedaddy sd-sharing-enabled">Like this</div>'),
        ("share", '<div aria-label="Partager cet article">Copier</div>'),
        ("comments", '<div id="disqus_thread">Sign in to talk</div>'),
        ("comments", '<section id="comments"><p>First!</p></section>'),
        ("paywall", '<div class="paywall-prompt"><p>Read on</p><a href="/buy">Join</a></div>'),
        ("cookie", '<div id="onetrust-banner-sdk">We value you</div>'),
        ("cookie", '<div class="site-cookie-banner">Biscuits</div>'),
        ("ads", '<div class="ad-slot ad-slot--top">Buy now</div>'),
    ],
)
def test_a_box_of_the_page_s_own_goes_under_its_rule(rule: str, box: str):
    dropped, text = lifted(BODY + box)
    assert [r for r, _ in dropped] == [rule]
    assert dropped[0][1] not in text
    assert text.count("second pier") == 7


@pytest.mark.parametrize(
    "name",
    ["paywall", "subscriber-content", "comments-enabled", "share-zone", "ad-container",
     "newsletter-article", "cookie", "comments-area", "meteredpaywall has-share-bar"],
)  # fmt: skip
def test_an_article_is_never_lost_for_the_name_of_its_box(name: str):
    for tag in ("div", "section"):
        dropped, text = lifted(f'<{tag} class="{name}">{f"<p>{PROSE}</p>" * 5}</{tag}>')
        assert dropped == []
        assert text.count("harbour office") == 5


def test_paragraphs_behind_a_paywall_stay():
    lines = "".join(
        f'<p class="paywall">Line {i}, with <a href="/x">a link</a>.</p>' for i in "abc"
    )
    dropped, text = lifted(BODY + lines)
    assert dropped == []
    assert "Line c" in text


def test_long_comments_go_once_the_article_has_been_told():
    comments = f'<div class="comments-area">{f"<p>I disagree. {PROSE}</p>" * 30}</div>'
    assert [r for r, _ in lifted(BODY + comments)[0]] == ["comments"]
    assert lifted(comments)[0] == []


def test_a_box_within_a_box_is_named_once():
    dropped, _ = lifted(BODY + '<div class="share-box"><div class="share-icons">Send</div></div>')
    assert dropped == [("share", "Send")]


def test_text_after_a_box_stays():
    assert lifted(f'<div class="x">{BODY}<ul class="share-list"><li>M</li></ul>Tail.</div>')[
        1
    ].endswith("Tail.")


def test_a_hostile_page_takes_no_longer_than_its_size():
    deep = '<div class="share-x">' * 200 + "word " * 4000 + "</div>" * 200
    wide = '<div class="comment-form ad-slot">x</div>' * 20_000
    start = time.process_time()
    lifted(deep + wide)
    assert time.process_time() - start < 3
    assert set(ZONES) == {"cookie", "newsletter", "share", "comments", "paywall", "ads"}


def test_what_stands_in_for_scripts_goes():
    pixel = "<noscript>&lt;img src='/count.gif'&gt;</noscript>"
    plea = f"<noscript><p>We need scripts to count you. {PROSE * 4}</p></noscript>"
    dropped, _ = lifted(pixel + BODY + plea)
    assert [rule for rule, _ in dropped] == ["without scripts"] * 2


def test_an_article_that_waits_for_a_script_stays():
    page = f"<html><body><p>Menu</p><noscript>{BODY}</noscript></body></html>"
    root = parse_tree(page)
    assert root is not None
    assert drop_zones(root) == []
    assert "harbour office" in "".join(map(str, root.itertext()))
