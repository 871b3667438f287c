"""What the library knows of one figure, and of two."""

from articles import article

from tui.library.corrections import Correction
from tui.library.portraits import Month

HARBOUR = article(
    "The harbour",
    "Mayor Anna Holt said “it is safe”. “Holt never read it,” said Tom Reyes.",
    people={"Anna Holt": ["Holt"], "Tom Reyes": []},
    roles={"Anna Holt": ["mayor", "mayor of Port Ister"]},
    quotes=[("it is safe", "Anna Holt"), ("Holt never read it,", "Tom Reyes")],
    published="2026-05-03",
)
FERRY = article(
    "The ferry",
    "“It floats,” said Tom Reyes. ANNA HOLT: “Does it?”",
    people={"ANNA HOLT": [], "Tom Reyes": []},
    quotes=[("It floats,", "Tom Reyes"), ("Does it?", "ANNA HOLT")],
    published="2026-03-01",
)
BELL = article(
    "The bell",
    "Anna Holt and Lea Marsh rang it. “Anna Holt did it,” a note says.",
    people={"Anna Holt": [], "Lea Marsh": []},
    quotes=[("Anna Holt did it,", None)],
)


def _words(said):
    return [(each.words, each.article.title) for each in said]


def test_a_portrait_tells_roles_names_months_and_companions(library):
    library.add([HARBOUR, FERRY, BELL])
    portrait = library.portraits.of("anna holt")
    assert portrait.figure.name == "Anna Holt"
    assert portrait.roles == ("mayor of Port Ister",)
    assert portrait.months == (
        Month("", 1, 2, 0),
        Month("2026-03", 1, 1, 1),
        Month("2026-05", 1, 2, 1),
    )
    assert [(c.figure.name, c.together) for c in portrait.companions] == [
        ("Tom Reyes", 2),
        ("Lea Marsh", 1),
    ]
    assert [(n.name, n.articles, n.why, n.article) for n in portrait.names] == [
        ("Anna Holt", 2, "same name", HARBOUR.id),
        ("ANNA HOLT", 1, "same name", FERRY.id),
        ("Holt", 1, "short form", HARBOUR.id),
    ]


def test_what_they_said_comes_newest_first_and_apart_from_what_is_said_of_them(library):
    library.add([FERRY, BELL, HARBOUR])
    said = library.portraits.said("anna holt")
    assert _words(said) == [("it is safe", "The harbour"), ("Does it?", "The ferry")]
    about = list(library.portraits.about("anna holt"))
    assert _words(about) == [
        ("Holt never read it,", "The harbour"),
        ("Anna Holt did it,", "The bell"),
    ]
    assert [each.figure for each in about] == ["tom reyes", None]
    assert list(library.portraits.about("tom reyes")) == []


def test_who_is_merged_by_hand_is_one_figure_and_says_so(library):
    library.add([HARBOUR, BELL])
    library.correct(Correction("merge", "anna holt", "Anna Holt", "lea marsh", "Lea Marsh"))
    portrait = library.portraits.of("lea marsh")
    assert portrait.figure.id == "anna holt"
    assert ("Lea Marsh", "by hand") in [(n.name, n.why) for n in portrait.names]
    assert "Lea Marsh" not in [c.figure.name for c in portrait.companions]


def test_two_figures_meet_where_both_speak(library):
    library.add([HARBOUR, FERRY, BELL])
    found = library.portraits.exchanges("tom reyes", "anna holt")
    assert [(_words(each.one), _words(each.other)) for each in found] == [
        ([("Holt never read it,", "The harbour")], [("it is safe", "The harbour")]),
        ([("It floats,", "The ferry")], [("Does it?", "The ferry")]),
    ]
    assert list(library.portraits.exchanges("tom reyes", "lea marsh")) == []
    assert list(library.portraits.exchanges("tom reyes", "tom reyes")) == []


def test_two_figures_meet_in_articles_that_belong_together(library):
    harbour = article(
        "Dredging the estuary",
        "“The dredging of the estuary must stop,” said Anna Holt. Lea Marsh listened.",
        people={"Anna Holt": [], "Lea Marsh": []},
        quotes=[("The dredging of the estuary must stop,", "Anna Holt")],
        published="2026-05-03",
    )
    answer = article(
        "An answer on dredging the estuary",
        "“The dredging of the estuary goes on,” said Tom Reyes. Lea Marsh listened.",
        people={"Tom Reyes": [], "Lea Marsh": []},
        quotes=[("The dredging of the estuary goes on,", "Tom Reyes")],
        published="2026-05-04",
    )
    library.add([harbour, answer, BELL])
    for _ in library.relate():
        pass
    (exchange,) = library.portraits.exchanges("anna holt", "tom reyes")
    assert (exchange.one[0].article.id, exchange.other[0].article.id) == (harbour.id, answer.id)


def test_nobody_has_no_portrait(library):
    library.add([HARBOUR])
    assert library.portraits.of("nobody at all") is None
    assert list(library.portraits.said("nobody at all")) == []
    assert list(library.portraits.exchanges("anna holt", "nobody at all")) == []
