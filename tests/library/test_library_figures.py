import pytest
from library.articles import article

from tui.library import Query
from tui.library.figures import is_full


def found(library, typed, limit=10):
    return [match.figure.name for match in library.match_figures(typed, limit)]


def test_one_full_name_is_one_figure_over_articles(library):
    library.add(
        [
            article("One", {"Jean-Pierre Étang": 2}),
            article("Two", {"Jean-Pierre Étang": 1}),
            article("Three", {"jean pierre etang": 4}),
        ]
    )
    (match,) = library.match_figures("", 10)
    figure = match.figure
    assert (figure.name, figure.articles, figure.mentions) == ("Jean-Pierre Étang", 3, 7)
    assert library.figure(figure.id) == figure


def test_the_name_shown_is_the_most_frequent_one(library):
    library.add([article("One", ["ADA SUND"])])
    assert library.figure("ada sund").name == "ADA SUND"
    library.add([article("Two", ["Ada Sund"]), article("Three", ["Ada Sund"])])
    assert library.figure("ada sund").name == "Ada Sund"
    assert library.appearances(article("One").id)[0].name == "ADA SUND"


def test_two_people_with_one_surname_stay_two(library):
    library.add([article("One", ["Ada Sund", "Karl Sund"]), article("Two", ["Karl Sund"])])
    assert sorted(found(library, "sund")) == ["Ada Sund", "Karl Sund"]
    assert library.figure("karl sund").articles == 2
    assert library.figure("ada sund").articles == 1


@pytest.mark.parametrize(
    "surname",
    [
        "Sund",
        "Le Quen",
        "de Varenne",
        "d'Ormeval",
        "Jean-Pierre",
        "M. Sund",
        "Mme Sund",
        "Sund Jr.",
    ],
)
def test_a_bare_surname_is_never_the_same_person_elsewhere(library, surname):
    library.add([article("One", [surname]), article("Two", [surname])])
    one, two = (library.appearances(article(title).id)[0].figure for title in ("One", "Two"))
    assert one.id != two.id
    assert (one.name, one.articles) == (surname, 1)
    (row,) = library.listing(Query(include=(one.id,)))
    assert row.title == "One"


def test_two_of_one_surname_in_one_article_stay_two(library):
    piece = article("One")
    people = (*article("", ["Sund"]).people, *article("", {"SUND": 3}).people)
    library.add([article("One", people=(), id=piece.id)])
    library.add([type(piece)(piece.id, piece.source, "One", "", (), people=people)])
    figures = [appearance.figure for appearance in library.appearances(piece.id)]
    assert [(figure.name, figure.mentions) for figure in figures] == [("SUND", 3), ("Sund", 1)]
    assert len({figure.id for figure in figures}) == 2


@pytest.mark.parametrize(
    ("name", "full"),
    [
        ("Ada Sund", True),
        ("Charles de Varenne", True),
        ("Marine Le Quen", True),
        ("Dr Ada Sund", True),
        ("J. D. Marsh", True),
        ("J.D. Marsh", True),
        ("J. Marsh", False),
        ("M. J. Marsh", False),
        ("J.-P. d'Ormeval", True),
        ("Ursula von der Aue", True),
        ("Van der Velde", False),
        ("김 정은", True),
        ("Sund", False),
        ("", False),
        ("… — !", False),
        ("Ada " * 1_000, False),
    ],
)
def test_what_a_full_name_is(name, full):
    assert is_full(name) is full


def test_a_title_makes_no_other_person(library):
    library.add([article("One", ["Ada Sund"]), article("Two", ["Dr Ada Sund"])])
    assert library.figure("ada sund").articles == 2


def test_initials_are_not_guessed(library):
    library.add([article("One", ["J.-P. Étang"]), article("Two", ["Jean-Pierre Étang"])])
    assert len(library.match_figures("", 10)) == 2


def test_appearances_most_mentioned_first_with_roles(library):
    piece = article("One", {"Ada Sund": 1, "Bo Lind": 4})
    ada, bo = piece.people
    ada = type(ada)(ada.name, ada.aliases, ("harbour master", "skipper"), ada.mentions)
    library.add([article("One", people=(), id=piece.id), article("Two", {"Ada Sund": 9})])
    library.add([type(piece)(piece.id, piece.source, "One", "", (), people=(ada, bo))])
    first, second = library.appearances(piece.id)
    assert (first.name, first.mentions, first.roles) == ("Bo Lind", 4, ())
    assert (second.name, second.mentions) == ("Ada Sund", 1)
    assert second.roles == ("harbour master", "skipper")
    assert (second.figure.articles, second.figure.mentions) == (2, 10)
    assert library.appearances("no such id") == ()


@pytest.fixture
def cast(library):
    library.add(
        [
            article(
                "One",
                {
                    "Élodie Marsan": 9,
                    "Samuel Mars": 8,
                    "Mario Elsner": 7,
                    "Max Arlt": 6,
                    "Anna Gomars": 5,
                    "Marsha Bly": 4,
                },
            )
        ]
    )
    return library


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("mars", ["Marsha Bly", "Élodie Marsan", "Samuel Mars", "Anna Gomars", "Mario Elsner"]),
        ("ELODIE", ["Élodie Marsan"]),
        ("élo mar", ["Élodie Marsan"]),
        ("mar elo", ["Élodie Marsan"]),
        (
            "ma",
            [
                "Mario Elsner",
                "Max Arlt",
                "Marsha Bly",
                "Élodie Marsan",
                "Samuel Mars",
                "Anna Gomars",
            ],
        ),
        ("me", ["Mario Elsner", "Samuel Mars"]),
        ("zz", []),
        ("12", []),
        ("1", []),
    ],
)
def test_what_typed_letters_mean_best_first(cast, typed, names):
    assert found(cast, typed) == names
    for limit in range(len(names)):
        assert found(cast, typed, limit) == names[:limit]


def test_no_letters_mean_the_most_mentioned(cast):
    assert found(cast, "", 2) == found(cast, " -!", 2) == ["Élodie Marsan", "Samuel Mars"]
    assert found(cast, "mars", 0) == []


@pytest.mark.parametrize(
    ("typed", "letters"),
    [
        ("mars", "Mars"),
        ("elo", "Élo"),
        ("mar el", "ÉlMar"),
        ("em", "ÉM"),
        ("ois", "oiMrs"),
        ("die m", "die M"),
    ],
)
def test_the_letters_that_were_met_are_told(library, typed, letters):
    library.add([article("One", ["Élodie Marsan"])])
    matches = library.match_figures(typed, 1)
    if letters == "oiMrs":
        assert [m.figure.name for m in matches] == ["Élodie Marsan"]
        assert [m.figure.name[at] for m in matches for at in m.positions] == ["o", "i", "s"]
    else:
        name = matches[0].figure.name
        assert "".join(name[at] for at in matches[0].positions) == letters


def test_names_with_ligatures_and_titles_are_still_marked(library):
    library.add([article("One", ["Mme Ana Straße-Œuvré"])])
    (match,) = library.match_figures("strasse", 1)
    assert "".join(match.figure.name[at] for at in match.positions) == "Straße"
    (match,) = library.match_figures("ana", 1)
    assert match.positions == (4, 5, 6)


def test_a_new_figure_is_met_at_once(library):
    assert found(library, "ada") == []
    library.add([article("One", ["Ada Sund"])])
    assert found(library, "ada") == ["Ada Sund"]


def test_pasted_nonsense_is_answered(library):
    library.add([article("One", ["a" * 100_000, "Ada Sund"])])
    assert found(library, "a" * 10_000) != []
    assert found(library, "\ud800\0\n\t") != []
    assert found(library, "[(.*+?^$\\") != []
