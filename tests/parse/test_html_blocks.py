from hypothesis import given
from hypothesis import strategies as st

from tui.parse.html_blocks import around, page_blocks
from tui.parse.html_tree import parse_tree

PROSE = "The ferry left the harbour at seven and nobody on the quay could say when it would return."


def blocks(html):
    root = parse_tree(html)
    assert root is not None
    return page_blocks(root, "https://example.org/")


def told(html):
    return [(block.piece.kind, block.piece.text) for block in blocks(html)]


def test_every_block_that_a_browser_shows_is_read_in_order():
    page = f"<div><a href='/a'>Home</a></div><h1>Title</h1><p>{PROSE}</p><ul><li>One</li></ul>"
    assert told(page) == [
        ("paragraph", "Home"), ("heading", "Title"), ("paragraph", PROSE), ("list_item", "One"),
    ]  # fmt: skip


def test_what_a_page_hides_is_not_read():
    page = (
        "<p hidden>one</p><p style='display : none'>two</p><p aria-hidden='true'>three</p>"
        "<div style='visibility:hidden'><p>four</p></div>left<p>five</p>"
    )
    assert [text for _, text in told(page)] == ["left", "five"]


def test_a_page_that_is_one_form_is_read():
    assert told(f"<form><div><p>{PROSE}</p><input value='x'></div></form>") == [
        ("paragraph", PROSE)
    ]


def test_a_formula_keeps_its_place_in_the_sentence():
    page = "<p>When <math><mi>a</mi><mo>≠</mo><mn>0</mn></math> there are two.</p>"
    assert told(page) == [("paragraph", "When a≠0 there are two.")]


def test_a_caption_is_one_block_whatever_it_holds():
    caption = "<figcaption><p>The quay. </p><span>L. Petit</span></figcaption>"
    page = f"<figure><img>{caption}</figure>{PROSE}"
    assert told(page) == [("caption", "The quay. L. Petit"), ("paragraph", PROSE)]


def test_the_title_of_a_card_is_no_caption():
    page = "<div class='card-caption'><a href='/other'>The mayor goes to sea again</a></div>"
    assert [kind for kind, _ in told(page)] == ["paragraph"]


def test_a_box_knows_its_prose_and_its_links():
    page = f"<div id=a><p>{PROSE}</p><p><a href='/x'>elsewhere and far</a></p></div><p>tail</p>"
    first, second, third = blocks(page)
    box = first.box.parent
    assert box is second.box.parent
    assert box.holds(first.box)
    assert not box.holds(third.box)
    assert box.prose == len(PROSE) == first.prose
    assert second.link_share == 1
    assert box.link_share == len("elsewhere and far") / (len(PROSE) + len("elsewhere and far"))


def test_bold_lines_are_known():
    strong, partly = blocks("<p><b>All of it</b></p><p><b>Part</b> of it</p>")
    assert strong.strong
    assert not partly.strong


def test_a_link_counts_whatever_its_address_and_however_it_wraps():
    root = parse_tree("<p><a href='/x'>one two</a></p><a href='/y'><h2>three four</h2></a>")
    assert [block.link_share for block in page_blocks(root, None)] == [1, 1]


TREES = st.recursive(
    st.sampled_from(["word", " ", PROSE, "<br>", "<img>", "<b>bold</b>", "<a href='/x'>link</a>"]),
    lambda inner: st.builds(
        lambda tag, parts: f"<{tag}>{''.join(parts)}</{tag}>",
        st.sampled_from(["div", "p", "ul", "li", "table", "tr", "td", "span", "b", "pre", "figure",
                         "figcaption", "blockquote", "h2", "form", "a", "code", "section"]),
        st.lists(inner, max_size=4),
    ),
    max_leaves=30,
)  # fmt: skip


@given(st.lists(TREES, max_size=6).map("".join))
def test_boxes_add_up_for_any_tree(html):
    root = parse_tree(html)
    if root is None:
        return
    found = page_blocks(root, None)
    for block in found:
        assert block.piece.text.strip()
        assert 0 <= block.link_share <= 1
        for box in around(block.box):
            assert box.holds(block.box)
    tops = {id(list(around(block.box))[-1]): list(around(block.box))[-1] for block in found}
    assert sum(box.blocks for box in tops.values()) == len(found)
    assert sum(box.chars for box in tops.values()) == sum(len(b.piece.text) for b in found)
