"""What is copied of an article, in each style."""

import json
import re
from dataclasses import replace

import pytest
from articles import article
from hypothesis import given
from hypothesis import strategies as st

from tui.export.citing import STYLES, Passage, cited
from tui.model import Span

FULL = article(
    "The harbour that lost its report",
    "“We never saw any report,” Holt said. She called it “safe”.",
    people={"Anna Holt": ["Holt"]},
    quotes=[("We never saw any report,", "Anna Holt")],
    published="2026-05-03T08:00:00+02:00",
    site="The Ister Post",
    authors=["Mia Quist"],
    url="https://ister.example/harbour",
)
BARE = article("What is left", "“Somebody ordered it,” a note says.", quotes=[
    ("Somebody ordered it,", None)])  # fmt: skip


def quoted(piece, style, **changed):
    quote = replace(piece.quotes[0], **changed)
    return cited(Passage(piece, Span(quote.start, quote.end), quote), style)


def test_plain():
    assert quoted(FULL, "plain") == (
        "“We never saw any report,” — Anna Holt, “The harbour that lost its report”, "
        "The Ister Post, 2026-05-03\nhttps://ister.example/harbour"
    )


def test_markdown():
    assert quoted(FULL, "markdown") == (
        "> “We never saw any report,”\n>\n> — Anna Holt, "
        "[The harbour that lost its report](https://ister.example/harbour), "
        "*The Ister Post*, 2026-05-03"
    )


def test_apa():
    assert quoted(FULL, "apa") == (
        "“We never saw any report,” (Anna Holt, as cited in Mia Quist, 2026)\n\n"
        "Mia Quist. (2026, May 3). The harbour that lost its report. The Ister Post. "
        "https://ister.example/harbour"
    )


def test_apa_names_several_authors():
    two = replace(FULL, authors=("Mia Quist", "Tom Reyes"))
    assert "as cited in Mia Quist & Tom Reyes, 2026)" in quoted(two, "apa")
    three = replace(FULL, authors=("Mia Quist", "Tom Reyes", "Lea Marsh"))
    assert "as cited in Mia Quist et al., 2026)" in quoted(three, "apa")
    assert "\nMia Quist, Tom Reyes, & Lea Marsh. (2026" in quoted(three, "apa")


def test_what_is_not_known_stays_out():
    assert quoted(BARE, "plain") == "“Somebody ordered it,” — “What is left”"
    assert quoted(BARE, "apa") == (
        "“Somebody ordered it,” (“What is left”, n.d.)\n\nWhat is left. (n.d.)."
    )
    assert quoted(BARE, "markdown").endswith("> — What is left")
    assert re.findall(r"^  (\w+) =", quoted(BARE, "bibtex"), re.MULTILINE) == [
        *("title", "language", "annote")
    ]
    (item,) = json.loads(quoted(BARE, "csl-json"))
    assert set(item) == {"id", "type", "title", "language", "note"}


def test_bibtex():
    assert quoted(FULL, "bibtex") == (
        "@misc{the-harbour-that-lost-2026-thehar,\n"
        "  author = {{Mia Quist}},\n"
        "  title = {{The harbour that lost its report}},\n"
        "  howpublished = {The Ister Post},\n"
        "  year = {2026},\n"
        "  month = {5},\n"
        "  day = {3},\n"
        "  url = {https://ister.example/harbour},\n"
        "  language = {en},\n"
        "  annote = {“We never saw any report,” — Anna Holt},\n"
        "}"
    )


def test_csl_json():
    (item,) = json.loads(quoted(FULL, "csl-json"))
    assert item["author"] == [{"literal": "Mia Quist"}]
    assert item["issued"] == {"date-parts": [[2026, 5, 3]]}
    assert (item["type"], item["container-title"]) == ("webpage", "The Ister Post")
    assert item["note"] == "“We never saw any report,” — Anna Holt"


def test_an_inferred_speaker_and_reported_speech_say_so():
    assert "Anna Holt (inferred)" in quoted(FULL, "plain", confidence=0.5)
    told = quoted(FULL, "plain", kind="indirect")
    assert told.startswith("We never saw any report, — Anna Holt (reported)")


def test_marks_follow_the_language_inside_too():
    inside = Passage(FULL, Span(FULL.blocks[1].start, FULL.blocks[1].end))
    assert cited(inside, "plain").startswith(
        "“‘We never saw any report,’ Holt said. She called it ‘safe’.” — “The harbour"
    )
    french = replace(
        article("La digue tient", "Elle parle d’une « farce » au port."), language="fr"
    )
    passage = Passage(french, Span(french.blocks[1].start, french.blocks[1].end))
    assert cited(passage, "plain") == (
        "«\u00a0Elle parle d’une “farce” au port.\u00a0» — «\u00a0La digue tient\u00a0»"
    )


def test_a_link_that_is_none_of_the_web_stays_out():
    for style in STYLES:
        assert "javascript" not in quoted(replace(FULL, url="javascript:alert(1)"), style)


def test_markup_of_the_form_stays_text():
    odd = replace(FULL, title="50% {of} #1 \\ *all* _and_ [x](y)", url="https://a.example/{x}_y")
    entry = quoted(odd, "bibtex")
    assert r"{{50\% \textbraceleft{}of\textbraceright{} \#1 \textbackslash{} *all*" in entry
    assert "url = {https://a.example/%7Bx%7D_y}" in entry
    assert r"\*all\*" in quoted(odd, "markdown")


@given(st.text(), st.sampled_from(sorted(STYLES)))
def test_nothing_hidden_gets_into_any_style(words, style):
    piece = article("T " + words, "Words " + words + " end", site=words, authors=[words])
    block = piece.blocks[1]
    text = cited(Passage(piece, Span(block.start, block.end)), style)
    hidden = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069]")
    assert not hidden.search(text)
    text.encode()
    if style == "bibtex":
        assert text.count("{") == text.count("}")
    if style == "csl-json":
        assert len(json.loads(text)) == 1


@pytest.mark.parametrize("style", sorted(STYLES))
def test_a_soft_hyphen_leaves_no_trace(style):
    piece = replace(FULL, title="The har\u00adbour")
    assert "The harbour" in quoted(piece, style)
