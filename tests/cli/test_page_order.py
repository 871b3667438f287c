"""Where the parts of a page are put by `broadsheet parse --explain`."""

import time

from hypothesis import given
from hypothesis import strategies as st

from tui.cli.page_order import in_page_order, page_text
from tui.source import Document

PROSE = (
    "The ferry left Port Quell at seven on Monday with all of its passengers.",
    "Nobody on the quay could say who had asked for the fog, or for how long.",
    "The harbour office will look for the buoy on Tuesday, once it has a boat.",
)


def told(page: str, kept: list[str], left: list[str]) -> list[str]:
    """The parts in order; "?" before one whose place is not known."""
    return [
        ("" if placed else "?") + (kept if was_kept else left)[number]
        for was_kept, number, placed in in_page_order(page, kept, left)
    ]


def test_parts_stand_as_the_page_has_them():
    page = f"Menu Home\n{PROSE[0]}\nShare\n{PROSE[1]}\nRead also: a buoy\n{PROSE[2]}\nShare"
    left = ["Read also: a buoy", "Menu", "Home", "Share", "Share"]
    assert told(page, list(PROSE), left) == [
        "Menu", "Home", PROSE[0], "Share", PROSE[1], "Read also: a buoy", PROSE[2], "Share",
    ]  # fmt: skip


def test_spaces_marks_and_case_do_not_matter():
    page = f"HOME\xa0 |Sea\n\n{PROSE[0].replace(' ', chr(10))}"
    assert told(page, [PROSE[0]], ["HomeSea"]) == ["HomeSea", PROSE[0]]


def test_a_kept_part_that_the_page_does_not_hold_stays_behind_the_one_before():
    page = f"{PROSE[0]} Share {PROSE[1]}"
    kept = [PROSE[0], "A caption from elsewhere, of some length and of no place.", PROSE[1]]
    assert told(page, kept, ["Share"]) == [*kept[:2], "Share", PROSE[1]]


def test_a_short_part_is_looked_for_between_its_neighbours():
    page = f"Fog. {PROSE[0]} Advert {PROSE[1]} Fog {PROSE[2]}"
    kept = [PROSE[0], PROSE[1], "Fog", PROSE[2]]
    assert told(page, kept, ["Fog", "Advert"]) == ["Fog", kept[0], "Advert", *kept[1:]]


def test_what_the_page_says_once_and_was_kept_is_told_beside_it():
    assert told(f"{PROSE[0]} {PROSE[1]}", list(PROSE[:2]), [PROSE[0]]) == [
        PROSE[0], PROSE[0], PROSE[1],
    ]  # fmt: skip


def test_a_part_that_something_stands_in_the_middle_of_is_found_by_its_beginning():
    page = f"{PROSE[0]} The Quell Gazette Home Sea Subscribe for one penny {PROSE[1]}"
    left = ["The Quell Gazette Subscribe for one penny"]
    assert told(page, list(PROSE[:2]), left) == [PROSE[0], *left, PROSE[1]]


def test_what_stands_nowhere_comes_last_and_says_so():
    assert told(PROSE[0], [PROSE[0]], ["Nowhere", "!!"]) == [PROSE[0], "?Nowhere", "?!!"]
    assert told("", ["Kept"], ["Left"]) == ["Kept", "?Left"]


parts = st.lists(st.text("ab. \n", max_size=6), max_size=8)


@given(st.text("ab. \n", max_size=60), parts, parts)
def test_every_part_is_told_once_and_kept_ones_in_order(page: str, kept: list[str], left):
    order = list(in_page_order(page, kept, left))
    assert [number for was_kept, number, _ in order if was_kept] == list(range(len(kept)))
    assert sorted(number for was_kept, number, _ in order if not was_kept) == [*range(len(left))]
    known = [placed for _, _, placed in order]
    assert known == sorted(known, reverse=True)


def test_a_page_that_repeats_itself_takes_no_long_time():
    start = time.process_time()
    assert len(told("ab" * 500_000, ["ab" * 40] * 500, ["ba", "abab"] * 2_000)) == 4_500
    assert time.process_time() - start < 10


def test_menus_are_read_and_scripts_are_not():
    page = (
        "<title>T</title><body><nav>Home<a>Sea</a><nav>Deep</nav></nav><p>Text<script>no()</script>"
        "<dialog><nav>Hidden</nav></dialog>"
    )
    text, menus = page_text(Document(page.encode(), "a.html"))
    assert text.split() == ["Home", "Sea", "Deep", "Text", "Hidden"]
    assert [(menu.rule, menu.text) for menu in menus] == [("menu", "Home Sea Deep")]


def test_a_format_without_an_order_has_none():
    assert page_text(Document(b'{"title": "A", "text": "A b c"}', "a.json")) == ("", ())
    assert page_text(Document(b"\0\1\2", "a.bin")) == ("", ())
