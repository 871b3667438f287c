"""What the user puts right: at once, for what is added later, and over every new version."""

from dataclasses import replace

import pytest
from articles import article
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tui.library import Query, memory_library, open_library
from tui.library.anchors import quoted
from tui.library.corrections import Correction
from tui.model import Span

HARBOUR = article(
    "The harbour",
    "Mayor Anna Holt said no. “It is quite safe,” Holt said.",
    "Tom Reyes disagrees. “She has never been there,” said Reyes.",
    people={"Anna Holt": ["Holt"], "Tom Reyes": ["Reyes"]},
    quotes=[("It is quite safe,", "Anna Holt"), ("She has never been there,", "Tom Reyes")],
    published="2026-05-02",
)
FERRY = article(
    "The ferry",
    "Ann Holt bought it. “It floats,” she said. “It does,” said Tom Reyes.",
    people={"Ann Holt": [], "Tom Reyes": []},
    quotes=[("It floats,", "Ann Holt"), ("It does,", "Tom Reyes")],
    published="2026-05-01",
)


@pytest.fixture
def filled(library):
    library.add([HARBOUR, FERRY])
    return library


def titles(library, figure):
    return [row.title for row in library.listing(Query(include=(figure,)))]


def cast(library, article_id):
    return {person.name: person for person in library.article(article_id).people}


def speakers(library, article_id):
    return [quote.speaker for quote in library.article(article_id).quotes]


def merge(kept, other):
    return Correction("merge", kept, kept.title(), other, other.title())


def speaker(piece, number, figure, name, nth=0):
    said = quoted(piece, piece.quotes[number])
    return Correction("speaker", figure, name, article=piece.id, words=said, ordinal=nth)


def test_two_figures_become_one_by_hand(filled):
    filled.correct(merge("anna holt", "ann holt"))
    assert titles(filled, "anna holt") == ["The harbour", "The ferry"]
    assert filled.figure("ann holt") is None
    figure = filled.figure("anna holt")
    assert (figure.name, figure.articles, figure.mentions) == ("Anna Holt", 2, 3)
    assert [m.figure.id for m in filled.match_figures("ann ho", 5)] == ["anna holt"]
    assert speakers(filled, FERRY.id)[0] == "Ann Holt"
    assert filled.appearances(FERRY.id)[0].figure.id == "anna holt"
    (kept,) = filled.corrections()
    assert (kept.articles, kept.idle) == (1, False)


def test_two_people_of_one_article_become_one(filled):
    filled.correct(merge("anna holt", "tom reyes"))
    people = cast(filled, HARBOUR.id)
    assert list(people) == ["Anna Holt"]
    assert people["Anna Holt"].aliases == ("Holt", "Tom Reyes", "Reyes")
    assert len(people["Anna Holt"].mentions) == 4
    assert speakers(filled, HARBOUR.id) == ["Anna Holt", "Anna Holt"]


def test_the_name_of_the_figure_itself_is_kept_whoever_is_named_first(filled):
    filled.correct(merge("tom reyes", "anna holt"))
    assert list(cast(filled, HARBOUR.id)) == ["Tom Reyes"]


def test_a_surname_is_merged_by_hand_alone(library):
    one = article("One", "Kim spoke.", people={"Kim": []})
    two = article("Two", "Kim slept.", people={"Kim": []})
    library.add([one, two])
    assert titles(library, "kim@one") == ["One"]
    library.correct(merge("kim@one", "kim@two"))
    assert titles(library, "kim@one") == ["One", "Two"]


def test_merging_and_splitting_gives_back_what_was(filled):
    before = state(filled)
    filled.correct(merge("anna holt", "ann holt"))
    assert state(filled) != before
    filled.correct(Correction("split", "anna holt", "Anna Holt", "ann holt", "Ann Holt"))
    assert state(filled) == before
    assert [kept.overruled for kept in filled.corrections()] == [True, True]


def test_a_form_may_be_somebody_elses(filled):
    filled.correct(Correction("split", "anna holt", "Anna Holt", words="Holt"))
    people = cast(filled, HARBOUR.id)
    assert list(people) == ["Anna Holt", "Holt", "Tom Reyes"]
    assert people["Anna Holt"].aliases == ()
    assert len(people["Holt"].mentions) == 1
    assert titles(filled, f"holt@{HARBOUR.id}") == ["The harbour"]


def test_what_a_split_person_said_is_whose_name_stands_at_the_cue(filled):
    at = HARBOUR.text.index("Holt said.") + 5
    said = replace(HARBOUR.quotes[0], cue=Span(at, at + 4))
    filled.add([replace(HARBOUR, quotes=(said, HARBOUR.quotes[1]))])
    filled.correct(Correction("split", "anna holt", "Anna Holt", words="holt"))
    assert speakers(filled, HARBOUR.id) == ["Holt", "Tom Reyes"]
    unsaid = replace(said, cue=None)
    filled.add([replace(HARBOUR, quotes=(unsaid, HARBOUR.quotes[1]))])
    assert speakers(filled, HARBOUR.id) == [None, "Tom Reyes"]


def test_a_namesake_in_one_article_is_somebody_else(filled):
    filled.correct(Correction("split", "tom reyes", "Tom Reyes", article=FERRY.id))
    assert titles(filled, "tom reyes") == ["The harbour"]
    assert titles(filled, f"tom reyes@{FERRY.id}") == ["The ferry"]
    assert speakers(filled, FERRY.id) == ["Ann Holt", "Tom Reyes"]


def test_a_figure_gets_another_name(filled):
    filled.correct(Correction("rename", "anna holt", "Anna Holt", words="Dame Anna Holt-Rey"))
    assert filled.figure("anna holt").name == "Dame Anna Holt-Rey"
    person = cast(filled, HARBOUR.id)["Dame Anna Holt-Rey"]
    assert person.aliases == ("Anna Holt", "Holt")
    assert speakers(filled, HARBOUR.id)[0] == "Dame Anna Holt-Rey"
    assert "Dame Anna Holt-Rey" in {one.name for one in filled.appearances(HARBOUR.id)}
    assert [m.figure.id for m in filled.match_figures("holt-rey", 5)] == ["anna holt"]
    assert [m.figure.id for m in filled.match_figures("anna", 5)] == ["anna holt"]


def test_a_name_that_another_person_of_the_article_has_is_not_given_twice(filled):
    key = filled.correct(Correction("rename", "anna holt", "Anna Holt", words="Tom Reyes"))
    assert list(cast(filled, HARBOUR.id)) == ["Anna Holt", "Tom Reyes"]
    assert [kept.idle for kept in filled.corrections() if kept.correction.key == key] == [True]


def test_who_is_no_person_says_nothing(filled):
    key = filled.correct(Correction("not-a-person", "tom reyes", "Tom Reyes"))
    assert filled.figure("tom reyes") is None
    assert list(cast(filled, HARBOUR.id)) == ["Anna Holt"]
    assert speakers(filled, HARBOUR.id) == ["Anna Holt", None]
    filled.take_back(key)
    assert speakers(filled, HARBOUR.id) == ["Anna Holt", "Tom Reyes"]
    assert filled.figure("tom reyes").articles == 2


def test_a_quote_gets_another_speaker_or_none(filled):
    filled.correct(speaker(HARBOUR, 0, "tom reyes", "Tom Reyes"))
    quote = filled.article(HARBOUR.id).quotes[0]
    assert (quote.speaker, quote.confidence, quote.rule) == ("Tom Reyes", 1.0, "correction")
    filled.correct(speaker(HARBOUR, 0, None, ""))
    assert speakers(filled, HARBOUR.id) == [None, "Tom Reyes"]
    assert [kept.overruled for kept in filled.corrections()] == [True, False]


def test_a_speaker_whom_the_article_does_not_name_joins_its_cast(filled):
    filled.correct(speaker(HARBOUR, 0, "ann holt", "Ann Holt"))
    assert speakers(filled, HARBOUR.id)[0] == "Ann Holt"
    assert "Ann Holt" in cast(filled, HARBOUR.id)
    assert titles(filled, "ann holt") == ["The harbour", "The ferry"]


def test_corrections_hold_for_what_is_added_later(library):
    library.correct(merge("anna holt", "ann holt"))
    library.correct(Correction("not-a-person", "tom reyes", "Tom Reyes"))
    assert [kept.idle for kept in library.corrections()] == [True, True]
    library.add([FERRY])
    assert [kept.idle for kept in library.corrections()] == [False, False]
    assert titles(library, "anna holt") == ["The ferry"]
    assert library.figure("anna holt").name == "Anna Holt"
    assert list(cast(library, FERRY.id)) == ["Ann Holt"]


def test_a_speaker_stays_when_the_article_changes_around_the_quote(filled):
    filled.correct(speaker(HARBOUR, 1, "anna holt", "Anna Holt"))
    newer = article(
        HARBOUR.title,
        "Corrected at noon: two people were asked.",
        "“It is quite SAFE”, Anna Holt said. Tom Reyes: “She has never  been there!”",
        people={"Anna Holt": [], "Tom Reyes": []},
        quotes=[
            ("It is quite SAFE", "Anna Holt"),
            ("She has never  been there!", "Tom Reyes"),
        ],
    )
    filled.add([newer])
    assert speakers(filled, HARBOUR.id) == ["Anna Holt", "Anna Holt"]


def test_a_correction_whose_quote_is_gone_is_kept_and_comes_back(filled):
    key = filled.correct(speaker(HARBOUR, 0, "tom reyes", "Tom Reyes"))
    filled.add([replace(HARBOUR, quotes=HARBOUR.quotes[1:])])
    (kept,) = filled.corrections()
    assert (kept.correction.key, kept.idle) == (key, True)
    assert speakers(filled, HARBOUR.id) == ["Tom Reyes"]
    filled.add([HARBOUR])
    assert not filled.corrections()[0].idle
    assert speakers(filled, HARBOUR.id) == ["Tom Reyes", "Tom Reyes"]


def test_corrections_are_there_again_when_the_library_is_opened_again(tmp_path):
    library = open_library(tmp_path / "l.db")
    library.add([HARBOUR])
    key = library.correct(speaker(HARBOUR, 0, None, ""))
    library.close()
    library = open_library(tmp_path / "l.db")
    assert speakers(library, HARBOUR.id) == [None, "Tom Reyes"]
    library.take_back(key)
    assert library.corrections() == []
    assert library.take_back(key) is None
    assert library.correct(speaker(HARBOUR, 0, None, "")) > key
    library.close()


def test_another_reader_of_the_same_library_sees_a_correction_at_once(tmp_path):
    one, other = open_library(tmp_path / "l.db"), open_library(tmp_path / "l.db")
    one.add([HARBOUR])
    assert speakers(other, HARBOUR.id)[0] == "Anna Holt"
    key = one.correct(Correction("rename", "anna holt", "Anna Holt", words="Anna Rey"))
    assert speakers(other, HARBOUR.id)[0] == "Anna Rey"
    assert [m.figure.name for m in other.match_figures("rey", 1)] == ["Anna Rey"]
    one.take_back(key)
    assert speakers(other, HARBOUR.id)[0] == "Anna Holt"
    one.close()
    other.close()


def state(library):
    """Everything that lists and panes can show of who is who."""
    rows = [row.id for row in library.listing(Query())]
    figures = {match.figure for match in library.match_figures("", 1000)}
    return (
        figures,
        {id_: {(a.figure, a.name, a.mentions) for a in library.appearances(id_)} for id_ in rows},
        {id_: (library.article(id_).people, library.article(id_).quotes) for id_ in rows},
    )


PIECES = [
    article(
        f"Piece {number}",
        "Ada Sund met Bo Lind. “It has rained all day,” Sund said; Cleo Marsh and Ada Lind left.",
        people=people,
        quotes=[("It has rained all day,", next(iter(people), None))],
        published=f"2026-01-0{number + 1}",
    )
    for number, people in enumerate(
        [
            {"Ada Sund": ["Sund"], "Bo Lind": []},
            {"Bo Lind": [], "Sund": []},
            {"Cleo Marsh": [], "Ada Sund": ["Ada", "Sund"], "Ada Lind": []},
        ]
    )
]
IDS = st.sampled_from(["ada sund", "bo lind", "cleo marsh", "sund@piece-1", "ada lind"])
FORMS = st.sampled_from(["Sund", "Ada", "Bo Lind", "Ada Sund", "Nobody Else"])
ARTICLES = st.sampled_from([None, *(piece.id for piece in PIECES)])
MERGES = st.builds(lambda one, other: merge(one, other), IDS, IDS)
CORRECTIONS = (
    MERGES
    | st.builds(lambda one, other: Correction("split", one, one, other, other), IDS, IDS)
    | st.builds(
        lambda one, form, where: Correction("split", one, one, article=where, words=form),
        IDS,
        FORMS,
        ARTICLES,
    )
    | st.builds(
        lambda one, number: Correction("split", one, one, article=PIECES[number].id),
        IDS,
        st.integers(0, 2),
    )
    | st.builds(lambda one, name: Correction("rename", one, one, words=name), IDS, FORMS)
    | st.builds(lambda one: Correction("not-a-person", one, one), IDS)
    | st.builds(
        lambda number, one: speaker(PIECES[number], 0, one, (one or "").title()),
        st.integers(0, 2),
        st.none() | IDS,
    )
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(CORRECTIONS | st.integers(0, 5) | st.just("add"), max_size=8))
def test_what_follows_step_by_step_is_what_follows_from_all_at_once(steps):
    """Correcting, taking back and adding in any order is adding under what is left in the end."""
    library, known = memory_library(), []
    library.add(PIECES[:2])
    for step in steps:
        if isinstance(step, Correction):
            known.append(step._replace(key=library.correct(step)))
        elif step == "add":
            library.add(PIECES)
        elif step < len(known):
            library.take_back(known.pop(step).key)
    library.add(PIECES)
    fresh = memory_library()
    for made in known:
        fresh.correct(made)
    fresh.add(PIECES)
    assert state(library) == state(fresh)
    effects = [(kept.articles, kept.overruled) for kept in library.corrections()]
    assert effects == [(kept.articles, kept.overruled) for kept in fresh.corrections()]
    library.close()
    fresh.close()
