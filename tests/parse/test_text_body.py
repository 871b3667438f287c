"""The lines that a dump's article is made of, and its title, as the weights choose them."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.parse.text import outlined
from tui.parse.text_body import adjoined, choose, gathered, with_heads
from tui.parse.text_features import Outline, features
from tui.parse.text_glue import parted
from tui.parse.text_lines import Line, read_lines, split_links
from tui.parse.text_zones import Seen, look
from tui.parse.weights import tables

GOLDEN = Path(__file__).parent / "golden"
PORTALS = sorted(GOLDEN.glob("portal_*.txt"))


def lines_of(path: Path) -> tuple[Seen, ...]:
    return look(parted(split_links(read_lines(path.read_text("utf-8")))[0]))


@pytest.mark.parametrize("path", PORTALS, ids=lambda p: p.stem)
def test_no_label_of_the_menu_or_the_foot_is_kept(path: Path):
    seen = lines_of(path)
    chosen = choose(seen, outlined(seen)[2])
    kept = [seen[i] for i in sorted(chosen.kept)]
    assert sum(s.prose for s in kept) >= 3
    assert not [s.line.text for s in kept if s.category in ("footer", "share", "comments")]


def test_the_features_of_lines_are_those_that_were_learnt():
    known = {name for name in tables("text_body")["lines"] if "×" not in name}
    told: set[str] = {""}
    for path in PORTALS:
        seen = lines_of(path)
        told |= {name for found in features(seen, outlined(seen)[2]) for name in found}
    assert {name for name in known - told if not name.startswith(("since", "till"))} == set()


def test_a_large_group_that_is_hardly_sure_is_let_go():
    prose = Seen(Line("x" * 300), 300, None, True, True, 1)
    label = Seen(Line("Menu"), 4, None, False, False, 1)
    seen = [prose] * 10 + [label] * 20 + [prose] * 10
    sums = [4.0] * 10 + [-2.0] * 20 + [0.7] * 10
    assert gathered(seen, sums) == list(range(10))


def test_paragraphs_beside_the_article_are_its_own_only_inside_the_rules_range():
    prose = Seen(Line("x" * 300), 300, None, True, True, 1)
    seen = [prose] * 6
    assert adjoined(seen, [2, 3], Outline(-1, 1, 5, frozenset())) == [1, 2, 3, 4]
    assert adjoined(seen, [2, 3], Outline(-1, 1, 5, frozenset({4}))) == [1, 2, 3]


def test_a_label_between_paragraphs_stays_as_their_heading():
    prose = Seen(Line("x" * 300), 300, None, True, True, 1)
    label = Seen(Line("Die zweite Brücke"), 17, None, False, False, 1)
    assert with_heads([prose, label, prose], [0, 2]) == [0, 1, 2]
    widget = Seen(Line("Anzeige hier"), 12, "advertisement", False, False, 1)
    assert with_heads([prose, widget, prose], [0, 2]) == [0, 2]


def test_what_announces_a_list_stays():
    prose = Seen(Line("x" * 300), 300, None, True, True, 1)
    head = Seen(Line("Die Stadt verspricht dafür drei Dinge:"), 38, None, False, False, 1)
    item = Seen(Line("mehr Bänke am Fluss", mark="bullet"), 19, None, False, False, 1)
    assert with_heads([prose, head, item], [0, 2]) == [0, 1, 2]


def test_a_small_group_far_from_the_article_is_let_go():
    prose = Seen(Line("x" * 300), 300, None, True, True, 1)
    label = Seen(Line("Menu"), 4, None, False, False, 1)
    seen = [prose] * 10 + [label] * 20 + [prose]
    sums = [2.0] * 10 + [-2.0] * 20 + [1.0]
    assert gathered(seen, sums) == list(range(10))


def test_a_group_as_large_as_the_rest_stays():
    prose = Seen(Line("x" * 300), 300, None, True, True, 1)
    label = Seen(Line("Menu"), 4, None, False, False, 1)
    seen = [prose] * 3 + [label] * 20 + [prose] * 3
    sums = [2.0] * 3 + [-2.0] * 20 + [2.0] * 3
    assert gathered(seen, sums) == [0, 1, 2, 23, 24, 25]


@settings(max_examples=40)
@given(st.lists(st.text(min_size=1, max_size=200), min_size=1, max_size=30), st.data())
def test_any_lines_are_weighed(raw: list[str], data: st.DataObject):
    lines = read_lines("\n".join(raw))
    if not lines:
        return
    seen = look(parted(lines))
    count = len(seen)
    begin = data.draw(st.integers(0, count))
    end = data.draw(st.integers(begin, count))
    title = data.draw(st.integers(-1, count - 1))
    chosen = choose(seen, Outline(title, begin, end, frozenset()))
    assert chosen.kept <= set(range(count))
    assert -1 <= chosen.title < count
