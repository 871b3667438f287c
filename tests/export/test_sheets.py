"""Sheets of quotes and highlights, and articles as Org."""

import csv
import io
import json
import re

import pytest
from articles import article
from hypothesis import given
from hypothesis import strategies as st

from tui.export.org import ESCAPE, escaped, org
from tui.export.sheet import COLUMNS, FORMS, sheet
from tui.export.writing import FORMATS, SUFFIXES, articles_in, highlights_of, quotes_of, write_whole
from tui.library.interface import Highlight
from tui.model import Span

PIECE = article(
    "The harbour *that* lost [its] report",
    "“We never saw any report,” Anna Holt said.",
    ("heading", "A quiet week"),
    ("list_item", "one"),
    ("list_item", "two"),
    ("preformatted", "* no heading\n  x"),
    ("quotation", "Signed below."),
    ("table", "a | b\nc | d"),
    people={"Anna Holt": ["Holt"]},
    quotes=[("We never saw any report,", "Anna Holt")],
    published="2026-05-03",
    site="The Ister Post",
    authors=["Mia Quist"],
    url="https://ister.example/harbour",
)


def quotes(form):
    return "".join(sheet(quotes_of(PIECE, PIECE.quotes), "Quotes", form))


def highlights(form):
    marks = [Highlight(1, Span(0, 11), "why?"), Highlight(2, Span(38, 65))]
    return "".join(sheet(highlights_of(PIECE, marks), "Highlights", form))


def test_a_sheet_in_markdown():
    assert quotes("markdown") == (
        "# Quotes\n\n> “We never saw any report,”\n>\n> — Anna Holt, "
        "[The harbour \\*that\\* lost \\[its\\] report](https://ister.example/harbour), "
        "*The Ister Post*, 2026-05-03\n"
    )
    assert "— [The harbour" in highlights("markdown")
    assert "\n\nwhy?\n" in highlights("markdown")


def test_a_sheet_for_a_spreadsheet():
    head, row = csv.reader(io.StringIO(quotes("csv")))
    assert tuple(head) == COLUMNS
    held = dict(zip(head, row, strict=True))
    assert held["speaker"] == "Anna Holt"
    assert held["quote"] == "We never saw any report,"
    assert held["url"] == "https://ister.example/harbour"


def test_a_sheet_for_programs():
    first, second = map(json.loads, highlights("jsonl").splitlines())
    assert (first["text"], first["note"], first["speaker"]) == ("The harbour", "why?", None)
    assert (second["start"], second["end"], second["note"]) == (38, 65, "")


def test_a_sheet_as_a_page():
    page = quotes("html")
    assert "<blockquote>“We never saw any report,”</blockquote>" in page
    assert '<a href="https://ister.example/harbour" rel="noreferrer">The harbour *that*' in page
    assert page.endswith("</body></html>\n")


def test_a_sheet_as_org_and_as_text():
    assert "#+begin_quote\n“We never saw any report,”\n#+end_quote\n— Anna Holt, [[" in quotes(
        "org"
    )
    assert "Note: why?" in highlights("plain")


def test_an_article_as_org():
    text = org(PIECE).replace(ESCAPE, "")
    assert text.startswith("* The harbour *that* lost [its] report\n:PROPERTIES:\n")
    assert ":DATE: 2026-05-03\n:SITE: The Ister Post\n:AUTHORS: Mia Quist\n" in text
    assert ":URL: https://ister.example/harbour\n" in text
    assert "\n\n** A quiet week\n\n- one\n- two\n\n" in text
    assert "#+begin_example\n,* no heading\n  x\n#+end_example" in text
    assert "#+begin_quote\nSigned below.\n#+end_quote" in text
    assert "| a | b |\n| c | d |" in text
    assert text.endswith("“We never saw any report,”\n#+end_quote\n— Anna Holt\n")


@pytest.mark.parametrize(
    "line",
    [
        "* x", "#+include: /etc/passwd", ": x", "| a |", "- x", "1. x", "[[file:x][y]]", "<<x>>",
        "<2026-05-03>", "*bold*", "a =code= b", r"\alpha", "$x$", "{{{x}}}", "@@html:x@@",
        "src_sh{ls}", "[fn:1]", "x_{y}", "%%(x)", "-----", "#+begin_src sh",
    ],
)  # fmt: skip
def test_markup_of_org_is_kept_from_being_read(line):
    assert escaped(line) != line
    assert escaped(line).replace(ESCAPE, "") == line


def test_plain_words_of_org_stay_as_they_are():
    for line in ("It costs 5 $ or 3 * 4, he said.", "snake case / and so on", "A [note] (here)"):
        assert escaped(line) == line


@given(st.text(), st.text())
def test_no_text_makes_a_heading_or_a_keyword_of_its_own(words, note):
    piece = article("T" + words, "x" + words, words + "y", site=words)
    marks = [Highlight(1, Span(0, 1), note)]
    for text in (org(piece), "".join(sheet(highlights_of(piece, marks), "H", "org"))):
        headings = [line for line in text.splitlines() if re.match(r"\*+ ", line)]
        assert len(headings) == 1
        assert not re.search(r"^\s*#\+(?!begin_quote$|end_quote$)", text, re.MULTILINE)
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", text)


def test_every_form_writes_articles_and_sheets():
    assert set(FORMATS) == set(FORMS) == set(SUFFIXES)
    for form in FORMATS:
        assert b"harbour" in b"".join(articles_in([PIECE, PIECE], form))
        assert "harbour" in quotes(form)


def test_a_file_that_cannot_be_finished_leaves_the_one_that_was_there(tmp_path):
    path = tmp_path / "a.md"
    path.write_text("before")

    def breaks():
        yield b"half"
        raise OSError("full")

    with pytest.raises(OSError, match="full"):
        write_whole(path, breaks())
    assert path.read_text() == "before"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("form", FORMATS)
def test_every_sheet_tells_the_colour_of_a_highlight(form):
    marks = [Highlight(1, Span(0, 3), "why?", "green"), Highlight(2, Span(4, 9), "")]
    text = "".join(sheet(highlights_of(PIECE, marks), "H", form))
    if form == "csv":
        assert [row["colour"] for row in csv.DictReader(io.StringIO(text))] == ["green", "violet"]
    elif form == "jsonl":
        assert [json.loads(row)["colour"] for row in text.splitlines()] == ["green", "violet"]
    else:
        assert re.findall(r"\(\w*(green|violet)", text.replace("\\", "")) == ["green"]
