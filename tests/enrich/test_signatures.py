"""Quotations that are signed behind a dash, with marks and without."""

import pytest

from tests.enrich.reading import article, quotes
from tui.enrich import enrich

SIGNED = [
    (
        "a block quotation without marks, signed at its end",
        "en",
        ["The pier is all we have. — Mayor Ida Fenn, in her diary"],
        ("quotation",),
        [("The pier is all we have.", "Ida Fenn")],
    ),
    (
        "signed in the paragraph below",
        "fr",
        ["Le pont est tout ce que nous avons.", "— Anne Ledoux, maire"],
        ("quotation", "paragraph"),
        [("Le pont est tout ce que nous avons.", "Anne Ledoux")],
    ),
    (
        "the name below counts before the one who spoke last",
        "en",
        ["“It rained,” said Paul Reed.", "“The pier is all we have.”", "— Ida Fenn"],
        (),
        [("It rained,", "Paul Reed"), ("The pier is all we have.", "Ida Fenn")],
    ),
    (
        "a dash in the middle is no signature",
        "en",
        ["The pier — Ida Fenn built it — is all we have."],
        ("quotation",),
        [],
    ),
    ("a block quotation that nobody signs", "en", ["The pier is old."], ("quotation",), []),
    (
        "marks in a block quotation count as anywhere",
        "en",
        ["“The pier is old,” said Ida Fenn."],
        ("quotation",),
        [("The pier is old,", "Ida Fenn")],
    ),
]


@pytest.mark.parametrize(
    ("language", "paragraphs", "kinds", "expected"),
    [case[1:] for case in SIGNED],
    ids=[case[0] for case in SIGNED],
)
def test_signed(language, paragraphs, kinds, expected):
    assert quotes(enrich(article(*paragraphs, language=language, kinds=kinds))) == expected


@pytest.mark.parametrize("kind", ["title", "heading", "caption", "list_item", "quotation"])
def test_a_quote_with_its_speaker_is_read_in_every_kind_of_block(kind):
    found = enrich(article("Ida Fenn: “The pier is ours”", language="en", kinds=(kind,)))
    assert quotes(found) == [("The pier is ours", "Ida Fenn")]


def test_a_line_put_between_has_no_quotes_of_the_article():
    found = enrich(
        article(
            "“The pier is ours,” said Ida Fenn.",
            "READ MORE: ‘It was a nightmare’ on the ferry",
            "“It stays ours.”",
            language="en",
        )
    )
    assert quotes(found) == [("The pier is ours,", "Ida Fenn"), ("It stays ours.", "Ida Fenn")]
