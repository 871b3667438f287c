"""The head of a page: names in many forms, and values with markup in them."""

from tui.parse.html_tree import parse_tree
from tui.parse.page_head import PageHead, plain, read_head


def read(head: str, attributes: str = "") -> PageHead:
    root = parse_tree(f"<html {attributes}><head>{head}</head><body></body></html>")
    assert root is not None
    return read_head(root)


def test_names_are_compared_by_their_letters_and_digits():
    head = read(
        '<meta name="DC.date.issued" content="2025"><meta property="og:title og:x" content=" a ">'
        '<meta name="article:published:time" content=""><meta name="dcDateIssued" content="2026">'
    )
    assert head.metas == {"dcdateissued": ["2025", "2026"], "ogtitle": ["a"], "ogx": ["a"]}
    assert head.all("ogx", "none", "dcdateissued") == ["a", "2025", "2026"]


def test_the_title_is_the_page_s_and_not_a_drawing_s():
    drawing = "<svg><title>A menu</title></svg>"
    assert read(f"<title>Ferry &amp;\n strike</title>{drawing}").title == "Ferry & strike"


def test_addresses_scripts_and_the_language_are_kept():
    head = read(
        '<link rel="canonical" href="/a"><script type="application/ld+json">{}</script>'
        "<script>{no}</script>",
        'lang="fr"',
    )
    assert (head.canonical, head.scripts, head.language) == (("/a",), ("{}",), "fr")


def test_a_flood_of_one_name_is_bounded():
    assert len(read('<meta name="a" content="b">' * 500).metas["a"]) == 50


def test_entities_and_tags_end_in_no_value():
    assert (
        plain("Tom &amp;amp; <b>Ana</b>  &lt;i&gt;say&lt;/i&gt; 1 &lt; 2") == "Tom & Ana say 1 < 2"
    )
