"""Where quotation marks open and close, whatever their shape and damage."""

import pytest

from tests.enrich.reading import article
from tui.enrich.scanner import scan

MARKS = [
    ("guillemets with inner spaces", ["Un « mot » ici."], ["mot"]),
    ("curly", ["A “word” here."], ["word"]),
    ("straight", ['A "word" here and "two".'], ["word", "two"]),
    ("German", ["Ein „Wort“ hier."], ["Wort"]),
    ("single guillemets", ["Un ‹mot› ici."], ["mot"]),
    ("single marks, apostrophe inside", ["It ‘isn’t done’ yet."], ["isn’t done"]),
    ("an apostrophe is no mark", ["The players’ union and O’Neil’s dog."], []),
    ("nested: the outer one counts", ["« Il a dit “non” hier »."], ["Il a dit “non” hier"]),
    ("nested straight in curly", ['“He said "no" to me.”'], ['He said "no" to me.']),
    ("closed by another mark", ['“We fixed it," Roe said. “Yes.”'], ["We fixed it,", "Yes."]),
    ("unclosed: ends with its block", ["Il dit : « jamais", "Autre chose."], ["jamais"]),
    (
        "several paragraphs, the mark repeated",
        ["“First part.", "“Second part.” He left."],
        ["First part.\n\n“Second part."],
    ),
    ("two single marks typed for a double one", ["A “word’’ and ‘‘two’’ here."], ["word", "two"]),
    ("German single", ["Ein ‚Wort‘ hier."], ["Wort"]),
    ("straight marks doubled from single ones", ["A ''word'' here."], ["word"]),
    ("closing marks on both sides", ["It goes (”Fear is a line” he wrote)."], ["Fear is a line"]),
    ("guillemets turned inside", ["Ein »Wort« und »zwei« hier."], ["Wort", "zwei"]),
    ("closing guillemets on both sides", ["Ett »ord» till »här»."], ["ord", "här"]),
    ("inches", ['A 5" pipe.'], []),
    ("nothing between the marks", ["«  » et “”"], []),
]


@pytest.mark.parametrize(
    ("paragraphs", "expected"), [case[1:] for case in MARKS], ids=[case[0] for case in MARKS]
)
def test_marks(paragraphs, expected):
    read = article(*paragraphs)
    found = scan(read.text, read.blocks)
    assert [read.text[q.start : q.end] for q in found] == expected


def test_preformatted_text_has_no_quotes():
    read = article('print("x")', kinds=("preformatted",))
    assert scan(read.text, read.blocks) == []
