"""The French set is marked as its README says, and a file that is not is refused."""

import pytest

from tests.french.marks import MarkError, articles, read

SET = articles()
HEAD = "genre: brève\nal = Anne Ledoux, Ledoux\nville (organisation) = la ville\n---\n# Titre\n\n"


def test_the_set_is_large_enough_and_parted():
    assert len(SET) == 32
    assert sum(one.held_out for one in SET) == 17


def test_genres_differ():
    assert len({one.genre for one in SET}) >= 28


@pytest.mark.parametrize("one", SET, ids=lambda one: one.name)
def test_an_article_is_long_enough_and_someone_speaks_in_it(one):
    assert 150 <= len(one.article.text.split()) <= 500
    assert sum(words.kind in ("direct", "fragment") for words in one.words) >= 2


@pytest.mark.parametrize("one", SET, ids=lambda one: one.name)
def test_marked_words_stand_between_quotation_marks_and_reported_ones_do_not(one):
    text = one.article.text
    for words in one.words:
        before = text[: words.span.start].rstrip()[-1:]
        interrupted = before in ",.?!…—–"
        if words.kind != "indirect":
            assert before in "«“\"‹'" or interrupted, text[words.span.start : words.span.end]


def test_marks_give_the_place_the_kind_and_the_speaker():
    one = read(
        "01-x", HEAD + "Anne Ledoux dit « {al|Oui.} » à {ville>la foule}. Ledoux lit « {=Non} »."
    )
    found = [
        (one.article.text[w.span.start : w.span.end], w.kind, w.speaker.kind, w.speaker.name)
        for w in one.words
    ]
    assert found == [
        ("Oui.", "direct", "person", "Anne Ledoux"),
        ("la foule", "indirect", "organisation", "la ville"),
        ("Non", None, "none", ""),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "no head at all",
        HEAD + "Anne Ledoux et {ville>Ledoux} : « {xx|Oui.} »",
        HEAD + "Anne Ledoux et {ville>Ledoux} : « {al|Oui. »",
        HEAD + "Anne Ledoux et {ville>Ledoux} : « Oui.} »",
        HEAD + "Anne Ledoux et {ville>Ledoux} : {al|« Oui. »}",
        HEAD + "Anne Ledoux se tait, puis {ville>rien}.",
        HEAD + "Anne Ledoux et Ledoux se taisent.",
    ],
    ids=["head", "key", "open", "closed", "edges", "form", "silent"],
)
def test_a_file_that_is_marked_otherwise_is_refused(text):
    with pytest.raises(MarkError):
        read("01-x", text)
