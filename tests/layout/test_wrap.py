"""Line breaking: nothing is lost, nothing is too wide, and words stay whole where they can."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len, split_graphemes

from tui.layout import visible, wrap
from tui.layout.visible import PLAIN
from tui.layout.wrap import _measured_line

WIDE = "漢字かな한글🙂👩‍👩‍👧é́ \n-abcdefghij «»’…— \u200d\ufe0f❤"


def joined(text: str) -> str:
    """Leave out joiners with nothing to join, which a page never holds."""
    return re.sub("^\u200d+", "", text, flags=re.MULTILINE)


texts = st.one_of(st.text(max_size=200), st.text(alphabet=WIDE, max_size=200)).map(
    lambda text: joined("\n".join(visible(line) for line in text.split("\n")))
)
widths = st.integers(min_value=2, max_value=40)


def graphemes(text: str) -> list[tuple[int, int, int]]:
    return split_graphemes(text)[0]


def lines(text: str, width: int) -> list[str]:
    return [text[a:b] for a, b in wrap(text, width, graphemes)]


@given(texts, widths)
def test_no_line_is_wider_than_the_screen(text: str, width: int):
    assert all(cell_len(line) <= width for line in lines(text, width))


@given(texts, widths)
def test_nothing_but_spaces_and_line_feeds_is_left_out(text: str, width: int):
    spans = wrap(text, width, graphemes)
    edges = [0, *(edge for span in spans for edge in span), len(text)]
    assert edges == sorted(edges)
    gaps = [text[a:b] for a, b in zip(edges[::2], edges[1::2], strict=True)]
    assert all(set(gap) <= {" ", "\n"} for gap in gaps)


def wholly_measured(text: str, width: int) -> list[tuple[int, int]]:
    """Return the lines of a text whose every grapheme is measured, from the first to the last."""
    spans, start = [], 0
    for part in text.split("\n"):
        cut, at = graphemes(part), 0
        while at < len(part):
            end, after = _measured_line(part, width, [one for one in cut if one[0] >= at])
            spans.append((start + at, start + end))
            at = after
        if not part:
            spans.append((start, start))
        start += len(part) + 1
    return spans


@given(st.text(alphabet="ab cd\n", max_size=120), widths)
def test_the_fast_path_and_the_measured_one_agree(text: str, width: int):
    assert wrap(text, width, graphemes) == wholly_measured(text, width)


PIECES = [
    "x" * 70,
    "aaa bbb " * 9,
    " " * 40,
    "one",
    " ",
    "  ",
    "#",
    "1",
    "\n",
    "e\u0301",
    "#\ufe0f",
]
PIECES += [
    "\u0301",
    "\ufe0f",
    "\u200d",
    "1\u200da\ufe0f",
    "漢",
    "字 ",
    "👩‍👩‍👧",
    "❤\ufe0f",
    " \u0301",
    "ก้",
]


@settings(max_examples=300)
@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join).map(joined), widths)
def test_what_is_measured_in_part_is_cut_like_what_is_measured_whole(text: str, width: int):
    assert wrap(text, width, graphemes) == wholly_measured(text, width)
    assert all(cell_len(line) <= width for line in lines(text, width))


def test_only_what_is_not_plain_is_measured():
    measured = []

    def measure(part: str) -> list[tuple[int, int, int]]:
        measured.append(part)
        return graphemes(part)

    text = "word " * 200 + "cafe\u0301 noir " + "word " * 200 + "漢" + "word " * 200
    wrap(text, 40, measure)
    assert measured == ["e\u0301 ", " 漢w"]


def test_the_fast_path_trusts_only_characters_of_one_cell():
    assert all(cell_len(character) == 1 for character in PLAIN)
    assert visible("".join(sorted(PLAIN))) == "".join(sorted(PLAIN))


def test_a_line_breaks_at_a_space_and_drops_it():
    assert lines("one two three", 7) == ["one two", "three"]


def test_a_word_wider_than_the_line_is_cut():
    assert lines("abcdefghij kl", 4) == ["abcd", "efgh", "ij", "kl"]


def test_a_no_break_space_holds():
    assert lines("il dit «\u00a0oui\u00a0»", 9) == ["il dit", "«\u00a0oui\u00a0»"]


def test_an_empty_text_has_one_empty_line():
    assert lines("", 10) == [""]


def test_line_feeds_are_kept():
    assert lines("a\n\n  b", 10) == ["a", "", "  b"]


def test_wide_characters_break_between_any_two():
    assert lines("漢字漢字", 5) == ["漢字", "漢字"]


def test_combining_marks_stay_with_their_letter():
    assert lines("e\u0301e\u0301e\u0301", 2) == ["e\u0301e\u0301", "e\u0301"]
