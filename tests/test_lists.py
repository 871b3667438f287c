"""Lists that are numbered, or stand in each other: read from any page, shown and written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.export.html import html
from tui.export.markdown import markdown
from tui.export.org import org
from tui.export.plain import plain
from tui.export.shown import shown
from tui.layout import lay_out
from tui.library.codec import decode, encode
from tui.model import Article, Source
from tui.parse import parse
from tui.parse.article_json import dumps, loads
from tui.parse.draft import Draft, assemble
from tui.parse.html_pieces import html_pieces
from tui.source import Document

PROSE = "The council met on Monday and voted on the budget, as the mayor had asked for in May. " * 4
PAGE = f"""<html><body><article><h1>What was decided</h1><p>{PROSE}</p>
<ol><li>The quay is mended<ul><li>from the north</li><li>by June</li></ul></li>
<li>The ferry is sold</li><li value="7">Nobody is to blame</li></ol>
<p>{PROSE}</p><ul><li>No numbers here</li></ul><p>{PROSE}</p></article></body></html>"""
MARKDOWN = f"""# What was decided

{PROSE}

1. The quay is mended
   - from the north
   - by June
2. The ferry is sold

{PROSE}

- No numbers here
"""
DUMP = f"""What was decided

{PROSE}

1. The quay is mended
2. The ferry is sold

{PROSE}
"""


def read(text: str, name: str) -> Article:
    (found,) = parse(Document(text.encode(), name))
    assert isinstance(found.article, Article)
    return found.article


@pytest.mark.parametrize(
    ("text", "name", "numbers"),
    [
        (f"# A\n\n{PROSE}\n\n9999. x\n10000. y\n10001. z\n", "p.md", [9999, 10000, None]),
        (f"# A\n\n{PROSE}\n\n999999999. far\n", "p.md", [None]),
        (
            f"<p>{PROSE}</p><ol start=10000><li>one</li><li>two</li></ol><p>{PROSE}</p>",
            "p.html",
            [10000, None],
        ),
    ],
)
def test_what_is_no_count_is_no_number_and_our_own_json_is_read_again(text, name, numbers):
    article = read(text, name)
    assert [number for _, _, number in items(article)] == numbers
    assert loads(dumps(article)).blocks == article.blocks


def test_an_item_without_words_hands_its_number_to_nobody():
    article = made("<ol><li><img src=x></li></ol><dl><dt>Term</dt><dd>What it means</dd></dl>")
    assert [number for _, _, number in items(article)] == [None, None]


def without_gaps(text: str) -> str:
    return text.replace("\n\n", "\n")


def items(article: Article) -> list[tuple[str, int | None, int | None]]:
    return [
        (article.text[block.start : block.end], block.depth, block.number)
        for block in article.blocks
        if block.kind == "list_item"
    ]


WRITTEN = "1. The quay is mended\n    - from the north\n    - by June\n2. The ferry is sold\n"
NESTED = [
    ("The quay is mended", None, 1),
    ("from the north", 2, None),
    ("by June", 2, None),
    ("The ferry is sold", None, 2),
]


def test_a_page_has_its_numbers_and_its_lists_within_lists():
    last = [("Nobody is to blame", None, 7), ("No numbers here", None, None)]
    assert items(read(PAGE, "page.html")) == [*NESTED, *last]


def test_markdown_has_them_too():
    assert items(read(MARKDOWN, "page.md")) == [*NESTED, ("No numbers here", None, None)]


def test_a_dump_keeps_the_numbers_it_prints():
    assert items(read(DUMP, "page.txt")) == [
        ("The quay is mended", None, 1),
        ("The ferry is sold", None, 2),
    ]


@pytest.mark.parametrize(
    ("mark", "numbers"),
    [
        ('<ol start="4">', [4, 5]),
        ("<ol reversed>", [None, None]),
        ('<ol style="list-style: none">', [None, None]),
        ('<ol start="-3">', [1, 2]),
        ('<ol start="99999999999999999999">', [1, 2]),
    ],
)
def test_numbers_are_those_a_browser_shows(mark, numbers):
    page = PAGE.replace("<ol>", mark).replace(
        "<ul><li>from the north</li><li>by June</li></ul>", ""
    )
    page = page.replace('<li value="7">Nobody is to blame</li>', "")
    assert [number for _, _, number in items(read(page, "p.html"))[:2]] == numbers


def test_the_json_and_the_library_keep_them_and_older_articles_stay_what_they_were():
    article = read(PAGE, "page.html")
    assert loads(dumps(article)).blocks == article.blocks
    assert decode(encode(article).body) == article
    assert b'"number":7' in dumps(article)
    plain_one = read(f"<article><h1>A</h1><p>{PROSE}</p><ul><li>x</li></ul></article>", "p.html")
    assert b'"depth"' not in dumps(plain_one)
    assert b'"number"' not in dumps(plain_one)


def test_they_are_shown_numbered_and_hang_under_their_own_words():
    article = read(MARKDOWN, "page.md")
    page = lay_out(article, 24, lambda text: [(at, at + 1, 1) for at in range(len(text))])
    lines = [page.text[line.start : line.end] for line in page.lines]
    assert "The quay is mended" in lines
    text = "\n".join(shown(article, 30))
    assert WRITTEN in without_gaps(text)


@pytest.mark.parametrize("write", [plain, markdown, org])
def test_they_are_written_numbered_and_indented(write):
    text = write(read(MARKDOWN, "page.md"))
    assert WRITTEN in without_gaps(text)


def test_html_has_lists_within_items():
    text = html(read(PAGE, "page.html")).replace("\n", "")
    assert '<ol><li value="1">The quay is mended<ul><li>from the north</li>' in text
    assert '</li></ul></li><li value="2">The ferry is sold</li>' in text
    assert text.count("<li") == text.count("</li>")


def test_written_markdown_reads_back_the_same():
    article = read(MARKDOWN, "page.md")
    assert items(read(markdown(article), "again.md")) == items(article)


@st.composite
def lists(draw, depth=1):
    """A list of any form, with what it says of its items."""
    tag = draw(st.sampled_from(["ul", "ol"]))
    text = ""
    for n in range(draw(st.integers(1, 3))):
        inner = draw(lists(depth + 1)) if depth < 4 and draw(st.booleans()) else ""
        text += f"<li>item {depth} {n}{inner}</li>"
    return f"<{tag}>{text}</{tag}>"


def made(markup: str) -> Article:
    """An article of a fragment that is all content."""
    return assemble(Draft("A", html_pieces(markup, None)), Source("x.html", "html"))


@given(lists())
def test_any_list_is_written_as_html_and_markdown_that_say_the_same(markup):
    article = made(markup)
    found = items(article)
    assert len(found) == markup.count("<li>")
    assert items(made(html(article).partition("<body>")[2])) == found
    assert items(read(markdown(article), "again.md")) == found
