import pytest
from articles import article

from tui.library.anchors import anchored, ordinal


def piece(*quotes):
    return article(
        "One", " | ".join(quotes), quotes=[(said, None) for said in dict.fromkeys(quotes)]
    )


LONG = "we shall rebuild the pier before winter comes"


@pytest.mark.parametrize(
    ("quotes", "said", "numbers"),
    [
        (["No comment", "It floats"], "it FLOATS!", [1]),
        (["No comment", "It floats"], "It sinks", []),
        (["It floats, whatever they say about it"], "It floats", []),
        ([f"I think {LONG}", "It floats"], LONG, [0]),
        ([f"I think {LONG}", f"Yes, {LONG}"], LONG, []),
        (["we shall rebuild the pier", "before winter comes"], LONG, [0, 1]),
        (["before winter comes"], LONG, []),
        (["winter"], LONG, []),
        (["…"], "…", [0]),
        (["…"], "?", []),
        ([], LONG, []),
    ],
)
def test_a_quote_is_told_by_its_words(quotes, said, numbers):
    assert list(anchored(piece(*quotes), said, 0)) == numbers


def test_of_several_with_the_same_words_one_is_meant():
    text = piece("No")
    twice = article("Two", "“No.” and “No.” again", quotes=[("No.", None), ("No.", None)])
    assert [list(anchored(twice, "no", nth)) for nth in range(3)] == [[0], [1], [1]]
    assert [ordinal(twice, number) for number in range(2)] == [0, 1]
    assert list(anchored(text, "no", 4)) == [0]
