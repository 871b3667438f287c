"""Line breaking: nothing is lost, nothing is too wide, and words stay whole where they can."""

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len, split_graphemes

from tui.layout import visible, wrap
from tui.layout.visible import PLAIN

WIDE = "漢字かな한글🙂👩‍👩‍👧é́ \n-abcdefghij «»’…— \u200d\ufe0f❤"

texts = st.one_of(st.text(max_size=200), st.text(alphabet=WIDE, max_size=200)).map(
    lambda text: "\n".join(visible(line) for line in text.split("\n"))
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


@given(st.text(alphabet="ab cd\n", max_size=120), widths)
def test_the_fast_path_and_the_measured_one_agree(text: str, width: int):
    wide = wrap(text + "\n漢", width, graphemes)[:-1]
    narrow = wrap(text, width, graphemes)
    measured = [(a, b) for part, start in _parts(text) for a, b in _measured(part, start, width)]
    assert narrow == measured == wide


def _parts(text: str) -> list[tuple[str, int]]:
    parts, start = [], 0
    for part in text.split("\n"):
        parts.append((part, start))
        start += len(part) + 1
    return parts


def _measured(part: str, start: int, width: int) -> list[tuple[int, int]]:
    from tui.layout.wrap import _wrap_measured

    return [(start + a, start + b) for a, b in _wrap_measured(part, width, graphemes(part))]


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
