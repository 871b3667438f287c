"""Attributions inside the marks: the quote is split around them, all parts with one speaker."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.enrich.reading import quotes, read

SPLIT = [
    (
        "a name, then a new sentence",
        "fr",
        ["« Le pont tiendra, assure Anne Ledoux. Il a cent ans. »"],
        [("Le pont tiendra", "Anne Ledoux"), ("Il a cent ans.", "Anne Ledoux")],
    ),
    (
        "a title and an apposition",
        "fr",
        [
            "Marc Duval était là.",
            "« Je pars demain, a répondu M. Duval, maire de Sète. Sans regret. »",
        ],
        [("Je pars demain", "Marc Duval"), ("Sans regret.", "Marc Duval")],
    ),
    (
        "a pronoun between commas",
        "fr",
        ["Anne Ledoux a visité le pont. « Il tiendra, a-t-elle ajouté, mais il grince. »"],
        [("Il tiendra", "Anne Ledoux"), ("mais il grince.", "Anne Ledoux")],
    ),
    (
        "an object pronoun and a reflexive in front of the verb",
        "fr",
        ["Marc Duval est venu. « Voyons, s’est-il exclamé, c’est trop ! »"],
        [("Voyons", "Marc Duval"), ("c’est trop !", "Marc Duval")],
    ),
    (
        "a pronoun has no relative clause: the quote goes on",
        "fr",
        ["Anne Ledoux attend. « J’ai vu deux cartes, a-t-elle dit, qui se ressemblent. »"],
        [("J’ai vu deux cartes", "Anne Ledoux"), ("qui se ressemblent.", "Anne Ledoux")],
    ),
    (
        "a question mark instead of the comma",
        "fr",
        ["« Qui paiera ? demande Anne Ledoux. Personne. »"],
        [("Qui paiera ?", "Anne Ledoux"), ("Personne.", "Anne Ledoux")],
    ),
    (
        "a verb that only its place makes a verb of speech",
        "fr",
        ["Marc Duval est venu. « Il pleut, bougonne-t-il, et je n’ai rien. »"],
        [("Il pleut", "Marc Duval"), ("et je n’ai rien.", "Marc Duval")],
    ),
    (
        "at the end of the quote",
        "fr",
        ["« Le pont tiendra, assure Anne Ledoux. »"],
        [("Le pont tiendra", "Anne Ledoux")],
    ),
    (
        "a colon behind it",
        "fr",
        ["« J’attends lundi, a prévenu Marc Duval : le vote, c’est tout. »"],
        [("J’attends lundi", "Marc Duval"), ("le vote, c’est tout.", "Marc Duval")],
    ),
    (
        "straight marks",
        "fr",
        ['"Le pont tiendra, précise Anne Ledoux. Il a cent ans."'],
        [("Le pont tiendra", "Anne Ledoux"), ("Il a cent ans.", "Anne Ledoux")],
    ),
    (
        "a post that nobody named holds: split, and nobody's",
        "fr",
        ["« On ouvre demain, indique le gérant. Enfin, peut-être. »"],
        [("On ouvre demain", None), ("Enfin, peut-être.", None)],
    ),
    (
        "English, inverted",
        "en",
        ["“We fixed the bridge, said Laura Finch. It took a year.”"],
        [("We fixed the bridge", "Laura Finch"), ("It took a year.", "Laura Finch")],
    ),
]


@pytest.mark.parametrize(
    ("language", "paragraphs", "expected"), [c[1:] for c in SPLIT], ids=[c[0] for c in SPLIT]
)
def test_a_quote_is_split_around_its_attribution(language, paragraphs, expected):
    assert quotes(read(*paragraphs, language=language)) == expected


WHOLE = [
    (
        "somebody of the speaker's own",
        "« Ce pont, disait mon père, tiendra », raconte Anne Ledoux.",
    ),
    (
        "attributed behind the marks as well",
        "« Partez, a dit Marc Duval, et vite », raconte Anne Ledoux.",
    ),
    (
        "the same, with a verb that also takes an object",
        "« Le pont, propose mon père, serait vendu. »",
    ),
    ("no third person", "« Il est, dit-on, très malade. »"),
    ("a verb that reports nothing", "« Le pont, tient-il encore ? »"),
    (
        "inside a quote in the quote",
        "« Il a lu “Le pont, dit Marc Duval, tient” et il est parti. »",
    ),
]


@pytest.mark.parametrize("text", [c[1] for c in WHOLE], ids=[c[0] for c in WHOLE])
def test_what_the_speaker_tells_of_others_stays_in_the_quote(text):
    found = read(text)
    (quote,) = found.quotes
    assert found.text[: quote.start].rstrip() == text[: text.index("«") + 1]
    assert found.text[quote.end :].lstrip() == text[text.index("»") :]


@given(
    st.lists(
        st.sampled_from(
            ["«", "»", "“", "”", ",", ".", "?", ":", "dit", "a", "-t-il", "Anne Ledoux", "oui", " "]
        ),
        max_size=40,
    )
)
def test_parts_are_never_empty_and_never_overlap(pieces):
    found = read(" ".join(pieces))
    end = 0
    for quote in found.quotes:
        assert end <= quote.start < quote.end <= len(found.text)
        end = quote.end
