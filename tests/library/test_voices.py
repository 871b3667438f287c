"""Who gets how many words: every word of every quote is counted, once."""

from dataclasses import replace

from articles import article
from hypothesis import given
from hypothesis import strategies as st

from tui.library import memory_library
from tui.library.voices import NOBODY, Tally

ONE = article(
    "The harbour",
    "Mrs Anna Holt said “it is quite safe”. Tom Reyes spoke of “a farce”. He says it sank. “Why?”",
    people={"Anna Holt": [], "Tom Reyes": []},
    quotes=[("it is quite safe", "Anna Holt"), ("a farce", "Tom Reyes"), ("Why?", None)],
    reported=[("it sank", "Tom Reyes")],
    published="2026-05-03",
)
TWO = article(
    "The ferry",
    "“It floats,” said Tom Reyes.",
    people={"Tom Reyes": []},
    quotes=[("It floats,", "Tom Reyes")],
    published="2026-04-03",
)


def _tally(library, *articles):
    library.add(articles)
    tally = Tally()
    for found in library.portraits.corrected([each.id for each in articles]):
        tally.add(found)
    return tally


def test_words_are_counted_by_speaker_quoted_and_reported_apart(library):
    tally = _tally(library, replace(ONE, language="en"), TWO)
    voices = [(v.name, v.words, v.reported, v.quotes, v.articles) for v in tally.voices()]
    assert voices == [("Tom Reyes", 4, 2, 3, 2), ("Anna Holt", 4, 0, 1, 1), ("", 1, 0, 1, 1)]
    assert tally.voices()[2].figure == NOBODY


def test_gender_is_told_where_a_title_shows_it(library):
    tally = _tally(library, replace(ONE, language="en"), TWO)
    shown = {voice.name: voice.shown for voice in tally.voices()}
    assert shown == {"Anna Holt": ("f", "Mrs Anna Holt"), "Tom Reyes": None, "": None}
    assert tally.genders() == {"f": 4, "": 6, "?": 1}


def test_articles_that_contradict_each_other_show_nothing(library):
    other = article(
        "Another", "Mr Anna Holt said “no”.", people={"Anna Holt": []}, quotes=[("no", "Anna Holt")]
    )
    tally = _tally(library, replace(ONE, language="en"), replace(other, language="en"))
    assert {voice.name: voice.shown for voice in tally.voices()}["Anna Holt"] is None


def test_months_come_newest_first_with_who_got_most(library):
    months = _tally(library, ONE, TWO).months()
    assert [(m.month, m.total, m.voices) for m in months] == [
        ("2026-05", 9, (("Anna Holt", 4), ("Tom Reyes", 4))),
        ("2026-04", 2, (("Tom Reyes", 2),)),
    ]


@given(st.lists(st.tuples(st.sampled_from(["Anna Holt", "Tom Reyes", None]), st.integers(1, 30))))
def test_the_sums_are_those_of_the_quotes(said):
    quotes = [(" ".join([f"w{n}"] * count), speaker) for n, (speaker, count) in enumerate(said)]
    text = "Anna Holt. Tom Reyes. " + " ".join(f"“{words}”" for words, _ in quotes)
    made = article("A title", text, people={"Anna Holt": [], "Tom Reyes": []}, quotes=quotes)
    library = memory_library()
    tally = _tally(library, made)
    library.close()
    whole = sum(count for _, count in said)
    assert sum(voice.total for voice in tally.voices()) == whole
    assert sum(month.total for month in tally.months()) == whole
    assert sum(tally.genders().values()) == whole
    assert sum(voice.quotes for voice in tally.voices()) == len(said)
