"""The quick reader of plain HTML and the reader of trees agree, or the quick one passes."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.parse.draft import Piece
from tui.parse.html_pieces import html_pieces
from tui.parse.plain_markup import plain_pieces

BASE = "https://a.example/dir/page"

words = st.text("ab é&;<>\"'=«» \xa0\n", max_size=12).map(
    lambda text: text.replace("&", "&amp;").replace("<", "&lt;")
)
inline = st.recursive(
    words,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map("".join),
        st.tuples(st.sampled_from(("b", "em", "span class='x'")), inner).map(
            lambda pair: f"<{pair[0]}>{pair[1]}</{pair[0].split()[0]}>"
        ),
        inner.map(lambda text: f'<a rel="x" href="/y?a=1&amp;b=2">{text}</a>'),
        inner.map(lambda text: f"{text}<br>x<img src='y'>"),
    ),
    max_leaves=6,
)
lines = st.tuples(st.sampled_from(("p", "h1", "h3", "figcaption", "P")), inline).map(
    lambda pair: f"<{pair[0]}>{pair[1]}</{pair[0]}>"
)
items = st.lists(inline, min_size=1, max_size=3).map(
    lambda texts: "<ul>" + "".join(f"<li>{text}</li>" for text in texts) + "</ul>"
)
boxes = st.tuples(
    st.sampled_from(("div", "section", "blockquote")), st.lists(lines | items, max_size=3)
).map(lambda pair: f"<{pair[0]}>{''.join(pair[1])}</{pair[0]}>")
fragments = st.lists(lines | items | boxes | inline, max_size=4).map("".join)
tags = st.sampled_from(
    ("<p>", "</p>", "<li>", "<ul>", "</ul>", "<a href=x>", "</a>", "<b>", "</b>", "<br/>", "<br>",
     "<div>", "</div>", "<hr>", "<td>", "<h2>", "</h2>", "word", " ", "&amp;", "<!-- x -->")
)  # fmt: skip


def alike(pieces: tuple[Piece, ...]) -> list[Piece]:
    """The pieces, whichever space stands where a space met a no-break one."""
    return [replace(piece, text=piece.text.replace("\xa0", " ")) for piece in pieces]


@given(fragments)
def test_a_plain_fragment_gives_the_pieces_of_its_tree(markup: str):
    found = plain_pieces(markup, BASE)
    if found is not None:
        assert alike(found) == alike(html_pieces(markup, BASE))


@given(st.lists(tags, max_size=12).map("".join))
def test_tags_in_any_order_give_the_pieces_of_their_tree_or_none(markup: str):
    found = plain_pieces(markup, BASE)
    if found is not None:
        assert alike(found) == alike(html_pieces(markup, BASE))


@pytest.mark.parametrize(
    "markup",
    ["<p>One <a href='/x'>two</a>.</p><h2>H</h2><ul><li>a</li><li>b</li></ul>",
     "<div><blockquote><p>Words.</p></blockquote></div>Loose <em>text</em>"],
)  # fmt: skip
def test_what_feeds_mostly_hold_is_plain(markup: str):
    assert plain_pieces(markup, BASE) == html_pieces(markup, BASE)


@pytest.mark.parametrize(
    "markup",
    ["<p>a<p>b", "<table><tr><td>x</td></tr></table>", "<p>a <script>b</script></p>", "a &bad b",
     "<ul><li>a<ul><li>b</li></ul></li></ul>", "<p>a < b</p>", "<li>a</li>", "<p>a<br><br>b</p>",
     "<b>" * 60 + "x" + "</b>" * 60, "<a href='x>y</a>", "<p>a</p></p>", "<p/>x"],
)  # fmt: skip
def test_what_is_not_plain_is_left_to_a_tree(markup: str):
    assert plain_pieces(markup, BASE) is None
