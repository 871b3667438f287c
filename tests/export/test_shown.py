"""An article as lines for a pager or a screen reader."""

import re
from dataclasses import replace

from articles import article
from hypothesis import given
from hypothesis import strategies as st

from tui.export.shown import shown
from tui.model import Quote

PIECE = article(
    "The harbour that lost its report",
    "“We never saw any report,” Anna Holt said, and reported of it was calm.",
    ("quotation", "A sentence that is somebody's and long enough for two lines."),
    ("list_item", "one thing"),
    ("preformatted", "a  b\n  c"),
    people={"Anna Holt": ["Holt"]},
    roles={"Anna Holt": ["mayor of Port Ister"]},
    quotes=[("We never saw any report,", "Anna Holt"), ("calm", None)],
    reported=[("reported of it", "Anna Holt")],
    published="2026-05-03",
    site="The Ister Post",
    authors=["Mia Quist"],
    url="https://ister.example/a/very/long/address/that/stays/whole/as/it/is",
)


def test_quotes_are_numbered_in_the_text_and_told_below_with_people():
    assert "\n".join(shown(PIECE)) == (
        "The harbour that lost its report\n"
        "Mia Quist · The Ister Post · 2026-05-03\n"
        "https://ister.example/a/very/long/address/that/stays/whole/as/it/is\n\n"
        "“We never saw any report,”[1] Anna Holt said, and reported of it[3] was calm[2].\n\n"
        "> A sentence that is somebody's and long enough for two lines.\n\n"
        "- one thing\n\n"
        "a  b\n  c\n\n"
        "People\n- Anna Holt, mayor of Port Ister\n\n"
        "Quotes\n"
        "[1] Anna Holt: “We never saw any report,”\n"
        "[2] speaker not said: “calm”\n"
        "[3] Anna Holt (reported): reported of it"
    )


def test_lines_are_no_wider_than_asked_and_indented():
    lines = list(shown(PIECE, 40))
    assert all(len(line) <= 40 for line in lines if "https" not in line)
    assert sum(line.startswith("> ") for line in lines) == 2


def test_colour_adds_nothing_to_the_words():
    coloured = "\n".join(shown(PIECE, 50, colour=True))
    assert "\x1b[1;36mAnna Holt\x1b[0m" in coloured
    assert "\x1b[32mWe never saw any report,\x1b[0m”\x1b[2m[1]\x1b[0m" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == "\n".join(shown(PIECE, 50))


def test_a_quote_over_the_whole_of_a_short_article_is_marked_once():
    whole = replace(PIECE, quotes=(Quote(0, len(PIECE.text), "direct"),))
    assert "\n".join(shown(whole)).count("[1]") == 2


@given(st.text(), st.integers(0, 30), st.integers(0, 200), st.integers(0, 200))
def test_any_text_is_lines_without_control_characters(words, width, start, length):
    piece = article("T" + words, "W " + words, site=words, people={"N" + words: []})
    end = min(len(piece.text), start + length)
    if start < end:
        piece = replace(piece, quotes=(Quote(start, end, "direct", "N" + words, confidence=0.5),))
    for line in shown(piece, width):
        assert not re.search("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", line)
