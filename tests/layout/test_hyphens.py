"""Cut words: every offset survives, nothing is too wide, and nothing is cut where it may not be."""

from itertools import pairwise

import pytest
from articles import article
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len, split_graphemes
from strategies import articles

from tui.layout import FORMS, PROSE, hyphens, lay_out, visible, wrap
from tui.layout.hyphens import AFTER, BEFORE, IN_A_ROW, points_of, wrap_hyphenated
from tui.model import Article

WIDE = "漢字🙂é́ \n-abcdefghijklm «»’…—abcdefghijklmnopqr"


def graphemes(text: str) -> list[tuple[int, int, int]]:
    return split_graphemes(text)[0]


def anywhere(word: str) -> list[int]:
    return list(range(1, len(word)))


def thirds(word: str) -> list[int]:
    return [3, 6, 9]


def shown(text: str, width: int, points=anywhere) -> list[str]:
    return [text[a:b] + "-" * cut for a, b, cut in wrap_hyphenated(text, width, graphemes, points)]


texts = st.text(alphabet=WIDE, max_size=200).map(
    lambda text: "\n".join(visible(line) for line in text.split("\n"))
)


@given(texts, st.integers(2, 40), st.sampled_from([anywhere, thirds]))
def test_no_line_is_wider_with_its_hyphen_and_only_spaces_are_left_out(text, width, points):
    assert all(cell_len(line) <= width for line in shown(text, width, points))
    spans = wrap_hyphenated(text, width, graphemes, points)
    edges = [0, *(edge for a, b, _ in spans for edge in (a, b)), len(text)]
    assert edges == sorted(edges)
    gaps = [text[a:b] for a, b in zip(edges[::2], edges[1::2], strict=True)]
    assert all(set(gap) <= {" ", "\n"} for gap in gaps)


@given(texts, st.integers(2, 40))
def test_a_hyphen_stands_within_a_word_of_small_letters_and_not_too_often(text, width):
    lines = wrap_hyphenated(text, width, graphemes, anywhere)
    for (_, end, cut), (begin, _, _) in pairwise(lines):
        if cut:
            assert begin == end
            assert text[end - BEFORE : end].isalpha()
            assert text[end : end + AFTER].isalpha()
    row = 0
    for *_, cut in lines:
        row = row + 1 if cut else 0
        assert row <= IN_A_ROW


@given(texts, st.integers(2, 40))
def test_where_no_word_may_be_cut_lines_are_as_ever(text, width):
    lines = wrap_hyphenated(text, width, graphemes, lambda _: [])
    assert lines == [(a, b, False) for a, b in wrap(text, width, graphemes)]


@settings(max_examples=40)
@given(articles(), st.integers(8, 100))
def test_offsets_survive_and_nothing_is_wider_than_the_measure(read: Article, width: int):
    page = lay_out(read, width, graphemes, "", anywhere)
    for number, line in enumerate(page.lines):
        if line.role == "text" and line.end > line.start:
            assert page.line_of(page.offset_of(number)) == number
            assert page.line_of(line.end - 1) == number
        kind = read.blocks[line.block].kind
        assert kind in PROSE or not line.hyphen
        if line.role == "text":
            cells = cell_len(page.text[line.start : line.end]) + line.hyphen
            assert cells + len(FORMS[kind].marker) <= max(width, 2)
    shown = [line for line in page.lines if line.role == "text"]
    edges = [0, *(edge for line in shown for edge in (line.start, line.end)), len(page.text)]
    assert all(not page.text[a:b].strip() for a, b in zip(edges[::2], edges[1::2], strict=True))


def test_a_word_goes_on_below_and_a_name_does_not():
    assert shown("the lighthouse keeper", 10, thirds) == ["the lig-", "hthouse", "keeper"]
    assert shown("the Lighthouse keeper", 10, thirds) == ["the", "Lighthouse", "keeper"]
    assert shown("« lighthouse »", 8, thirds)[0] == "« lig-"


def test_titles_and_code_stay_whole():
    read = article("lighthouses everywhere", ("preformatted", "lighthouses everywhere"))
    page = lay_out(read, 16, graphemes, "", anywhere)
    assert not any(line.hyphen for line in page.lines)


@pytest.mark.parametrize("language", [None, "de"])
def test_words_of_other_languages_stay_whole(language):
    assert points_of(language) is None


def test_without_the_dictionaries_words_stay_whole(monkeypatch):
    def missing(name: str):
        raise ImportError(name)

    monkeypatch.setattr(hyphens, "import_module", missing)
    points_of.cache_clear()
    assert points_of("fr") is None
    points_of.cache_clear()
