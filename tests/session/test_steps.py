"""Stepping: the next one, the one before, none past the end."""

from articles import article

from tui.library.interface import Query
from tui.session.steps import heading_starts, mention_spans, shown_quotes, step

SAID = article(
    "Title",
    "Ann Lee met Bo Ray. “One,” said Lee. “Two,” said Ray. “Three,” a note says.",
    ("heading", "More"),
    people={"Ann Lee": ["Lee"], "Bo Ray": ["Ray"]},
    quotes=[("One,", "Ann Lee"), ("Two,", "Bo Ray"), ("Three,", None)],
)
NAMES = {"ann lee": "Ann Lee", "bo ray": "Bo Ray"}


def test_steps_go_past_the_offset_and_end():
    assert step([3, 9], -1, 1) == 0
    assert step([3, 9], 3, 1) == 1
    assert step([3, 9], 9, 1) is None
    assert step([3, 9], 9, -1) == 0
    assert step([3, 9], 3, -1) is None
    assert step([], 0, 1) is None


def test_mentions_of_two_people_come_in_the_order_of_the_text():
    words = [SAID.text[s.start : s.end] for s in mention_spans(SAID, ["Bo Ray", "Ann Lee"])]
    assert words == ["Ann Lee", "Bo Ray", "Lee", "Ray"]


def test_headings_are_the_title_and_the_headings():
    starts = heading_starts(SAID)
    assert [SAID.text[start : start + 4] for start in starts] == ["Titl", "More"]


def test_without_a_filter_all_quotes_are_shown():
    assert [index for index, _ in shown_quotes(SAID, Query(), NAMES)] == [0, 1, 2]


def test_with_a_figure_only_its_quotes_are():
    assert [i for i, _ in shown_quotes(SAID, Query(("bo ray",)), NAMES)] == [1]


def test_who_is_left_out_says_nothing():
    assert [i for i, _ in shown_quotes(SAID, Query((), ("bo ray",)), NAMES)] == [0, 2]


def test_a_figure_that_is_not_here_leaves_no_quote_and_never_the_unknown_ones():
    assert shown_quotes(SAID, Query(("someone else",)), NAMES) == []
