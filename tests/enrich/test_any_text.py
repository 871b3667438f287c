"""What holds for every text, however hostile."""

import pickle
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.enrich.reading import article
from tui.enrich import enrich

WORDS = "Anne Ledoux|Ledoux|M. Ollier|Marc Duval| a dit | said |selon |he |elle |le maire|PDG d’"
MORE = (
    "the mayor of | et |'s |qualifier de|-t-il |« | »|“|”|\"|’|‘|, |. | : |(|)|— |?|\u202e|\x1b[31m"
)
PIECES = st.sampled_from(f"{WORDS}|{MORE}".split("|"))
PARAGRAPHS = st.lists(
    st.one_of(st.lists(PIECES, max_size=25).map("".join), st.text(max_size=60)), max_size=5
)
LANGUAGES = st.sampled_from(["fr", "en", "de", None])


@settings(max_examples=150, deadline=None)
@given(PARAGRAPHS, LANGUAGES)
def test_what_is_found_stands_in_the_text(paragraphs, language):
    found = enrich(article(*paragraphs, language=language))
    people = {person.name for person in found.people}
    assert len(people) == len(found.people)
    for person in found.people:
        spans = [(m.start, m.end) for m in person.mentions]
        assert spans == sorted(spans)
        assert all(0 <= a < b <= len(found.text) for a, b in spans)
        assert all(b <= c for (_, b), (c, _) in pairwise(spans))
        assert person.name not in person.aliases
    ends = [0]
    for quote in found.quotes:
        assert ends[-1] <= quote.start < quote.end <= len(found.text)
        assert quote.speaker is None or quote.speaker in people
        assert 0.0 <= quote.confidence <= 1.0
        assert (quote.speaker is None) == (quote.confidence == 0.0)
        ends.append(quote.end)


@settings(max_examples=60, deadline=None)
@given(PARAGRAPHS, LANGUAGES)
def test_reading_again_changes_nothing(paragraphs, language):
    once = enrich(article(*paragraphs, language=language))
    assert enrich(once) == once
    assert enrich(pickle.loads(pickle.dumps(once))) == once  # noqa: S301


@pytest.mark.parametrize(
    "text",
    [
        "",
        "«" * 10_000 + "»" * 10_000,
        "“a” " * 5_000,
        "A" * 200_000,
        "Jean Roy said " * 3_000,
        "JEAN ROY A DIT : « NON ». " * 1_000,
        "’" * 20_000,
        ", " * 20_000 + "said",
        "« a, dit-il. b » " * 5_000,
        "« " + "a, dit Jean Roy, " * 5_000,
        "Photo Jean Roy et " * 5_000,
    ],
    ids=[
        "empty",
        "deep",
        "many",
        "one word",
        "one sentence",
        "capitals",
        "apostrophes",
        "commas",
        "attributions",
        "attributions in one quote",
        "credits",
    ],
)
def test_hostile_text_is_read_without_an_error(text):
    found = enrich(article(text))
    assert found.text == text


def test_a_text_without_blocks_is_one_paragraph():
    bare = article("« Le pont tiendra », assure Anne Ledoux.")
    found = enrich(type(bare)(bare.id, bare.source, "", bare.text, (), language="fr"))
    assert [q.speaker for q in found.quotes] == ["Anne Ledoux"]
