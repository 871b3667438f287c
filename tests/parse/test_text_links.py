"""Dumps in which a tool wrote the page's links as Markdown does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.parse import parse
from tui.parse.text_links import without_links
from tui.source import Document

PROSE = (
    "The harbour office has found a second pilot for the morning boat, and the bakers of the "
    "island will have their flour before seven, which nobody there had thought possible."
)
DUMP = f"""[The Quay](/)[Local](/local)[Weather](/weather)

# A second pilot for the morning boat

By [Isla Renn](/by/isla)

4 March 2026

![The boat](boat.jpg "At dawn")

The council [voted on it](/votes). {PROSE}

“We are [glad](https://quay.example/glad_(again)),” said Tom Orr, who sells bread.

{PROSE} {PROSE}

### Related

[The pier that
floated away](https://quay.example/pier) 2 February 2026
[Eels return](/eels)
"""


def read(text, name="dump.txt"):
    (parsed,) = parse(Document(text.encode(), name))
    return parsed.article


def test_a_page_dumped_with_its_links_is_read_as_a_page():
    article = read(DUMP)
    assert article.source.format == "text"
    assert (article.title, article.authors, article.published) == (
        "A second pilot for the morning boat",
        ("Isla Renn",),
        "2026-03-04",
    )
    assert "The council voted on it." in article.text
    assert "“We are glad,” said Tom Orr" in article.text
    assert "](" not in article.text


def test_related_pieces_keep_their_addresses_and_dates():
    found = [(t.title, t.url, t.published) for t in read(DUMP).teasers]
    assert ("The pier that floated away", "https://quay.example/pier", "2026-02-02") in found


def test_markdown_that_someone_wrote_stays_markdown():
    written = (
        f"# A second pilot\n\nThe council [voted](/votes), [again](/b) and [again](/c).\n\n{PROSE}"
    )
    assert read(written).source.format == "markdown"
    assert read(DUMP, "notes.md").source.format == "markdown"


@pytest.mark.parametrize(
    ("printed", "words"),
    [
        ("[a](/1)[b](/2) [c](/3)", "a b c"),
        ("[a](/1 'x') [b](<http://x.example/y>) [c](/3)", "[a](/1 'x') b c"),
        ('[![alt](a.jpg)a](/1), [b](/2 "two"), [c]()', "a, b, c"),
        ("[a](/1), [b](/2)", "[a](/1), [b](/2)"),
        ("[a]](/1) [b](( [c](/d", "[a]](/1) [b](( [c](/d"),
    ],
)
def test_the_words_of_links_stay(printed, words):
    assert without_links(printed)[0] == words


@given(st.text(st.sampled_from('[]()!<>"ab /\n'), max_size=300))
def test_nothing_but_marks_and_targets_goes(text):
    plain, addresses = without_links(text)
    assert len(plain) <= len(text)
    assert all(url.startswith("http") for url in addresses.values())
