from dataclasses import replace

import pytest
from library.articles import article

from tui.library import relating
from tui.model import Teaser


def related(library, piece):
    return list(library.related(piece.id))


def targets(library, piece):
    return [found.target and found.target.title for found in related(library, piece)]


def test_a_teaser_leads_to_the_article_at_its_address(library):
    goal = article("The goal is elsewhere now", url="https://www.example.org/goal/")
    link = "http://example.org/goal?utm_source=mail#top"
    page = article("The page", teasers=(Teaser("Another wording", url=link),))
    library.add([page, goal])
    (found,) = related(library, page)
    assert (found.title, found.target.title) == ("Another wording", goal.title)
    assert found.teaser == page.teasers[0]


def test_a_teaser_may_be_written_relative_to_its_page(library):
    goal = article("The goal is elsewhere now", url="https://example.org/news/goal")
    page = article(
        "The page", url="https://example.org/news/page", teasers=(Teaser("Words", url="goal"),)
    )
    library.add([page, goal])
    assert targets(library, page) == [goal.title]


@pytest.mark.parametrize(
    "title",
    [
        "Le port rouvre après l’orage",
        "LE PORT ROUVRE APRES L'ORAGE !",
        "Le port rouvre après l'orage, par Ada Sund",
        "Le port rouvre après l'orage - La Gazette du Quai",
        "Le port rouvre après l'orage | Économie",
        "Le port rouvre après l'orage, par Ada Sund - La Gazette",
    ],
)
def test_a_teaser_leads_to_the_article_with_its_title(library, title):
    goal = article("Le port rouvre après l'orage")
    page = article("The page", teasers=(Teaser(title),))
    library.add([page, goal])
    assert targets(library, page) == [goal.title]


@pytest.mark.parametrize(
    "title",
    [
        "Brèves",
        "Le port",
        "Le port rouvre",
        "Le port rouvre après l'orage de mardi",
        "",
        "\ud800",
        " - ",
    ],
)
def test_what_is_not_surely_the_article_stays_open(library, title):
    library.add([article("Brèves"), article("Le port"), article("Le port rouvre après l'orage")])
    page = article("The page", teasers=(Teaser(title, url="https://["), Teaser(title)))
    library.add([page])
    assert targets(library, page) == [None, None]
    assert [found.title for found in related(library, page)] == [title, title]


def test_two_articles_of_one_title_are_none_but_for_the_site(library):
    library.add(
        [
            article("The weather this week", id="1", site="The Quay"),
            article("The weather this week", id="2", site="The Hill"),
        ]
    )
    teasers = (Teaser("The weather this week"),)
    here = article("The page", teasers=teasers, site="The Hill")
    nowhere = article("Another page", teasers=teasers)
    library.add([here, nowhere])
    assert related(library, here)[0].target.id == "2"
    assert targets(library, nowhere) == [None]


def test_an_article_is_never_its_own_teaser(library):
    page = article(
        "A page about itself",
        url="https://example.org/page",
        teasers=(Teaser("x", url="https://example.org/page"), Teaser("A page about itself")),
    )
    library.add([page])
    assert targets(library, page) == [None, None]


def test_articles_that_share_rarer_people_come_first(library):
    page = article("The page", ["Ada Sund", "Bo Lind"])
    library.add([page, article("Rare", ["Bo Lind"]), article("Both", ["Bo Lind", "Ada Sund"])])
    library.add(article(f"Common {n}", ["Ada Sund"]) for n in range(5))
    library.add([article("Nothing shared", ["Cleo Marsh"])])
    found = related(library, page)
    assert [one.title for one in found][:2] == ["Both", "Rare"]
    assert found[0].shared == ("Bo Lind", "Ada Sund")
    assert found[1].shared == ("Bo Lind",)
    assert sorted(one.title for one in found[2:]) == [f"Common {n}" for n in range(5)]
    assert all(one.target.title == one.title and one.teaser is None for one in found)


def test_of_many_that_share_as_much_the_ten_newest(library):
    page = article("The page", ["Ada Sund"], published="2020-01-01")
    library.add([page])
    library.add(
        article(f"Piece {n}", ["Ada Sund"], published=f"20{n}-01-01") for n in range(10, 50)
    )
    assert [one.title for one in related(library, page)] == [
        f"Piece {n}" for n in range(49, 39, -1)
    ]


def test_very_frequent_figures_still_count(library, monkeypatch):
    monkeypatch.setattr("tui.library.related._BUDGET", 10)
    page = article("The page", ["Ada Sund", "Bo Lind"], published="2020-01-01")
    rare = article("Rare", ["Bo Lind", "Ada Sund"])
    library.add([page, rare])
    library.add(
        article(f"Piece {n}", ["Ada Sund"], published=f"20{n}-01-01") for n in range(10, 50)
    )
    found = related(library, page)
    assert [one.title for one in found[:3]] == ["Rare", "Piece 49", "Piece 48"]
    assert found[0].shared == ("Bo Lind", "Ada Sund")


def test_what_a_teaser_shows_is_not_shown_again(library):
    goal = article("The goal is elsewhere now", ["Ada Sund"])
    other = article("Other", ["Ada Sund"])
    page = article("The page", ["Ada Sund"], teasers=(Teaser(goal.title), Teaser("Not here")))
    library.add([page, goal, other])
    assert targets(library, page) == [goal.title, None, "Other"]


def test_a_bare_surname_relates_nothing(library):
    page = article("The page", ["Sund"])
    library.add([page, article("Other", ["Sund"])])
    assert related(library, page) == []
    assert library.related("no such id") == ()


def relate(library):
    return [progress.done for progress in library.relate()]


def test_what_leads_to_an_article_is_told(library):
    goal = article("The goal is elsewhere now", url="https://example.org/goal")
    page = article("The page", teasers=(Teaser("Words", url="https://example.org/goal"),))
    library.add([goal, page])
    (found,) = related(library, goal)
    assert (found.title, found.leads_here) == (page.title, True)
    library.add([article("The page", teasers=())])
    assert related(library, goal) == []


SPILL = """
    The tanker lost heavy crude overnight off the lighthouse and the lifeboat crews fought the
    slick with floating booms while cormorants washed ashore near the lighthouse covered in crude
"""
BOOMS = """
    Volunteers with shovels scraped crude from the rocks below the lighthouse where dead cormorants
    had been counted, and new booms arrived by lorry; the cormorants and the crude will stay
"""
SCHOOL = (
    "The headmaster rang the bell himself. The bell is older than the headmaster and the school."
)


def written(title, body, people=(), **fields):
    made = article(title, people, **fields)
    text = f"{title}\n\n{' '.join(body.split())} {' '.join(people)}"
    return replace(made, text=text)


def test_articles_with_the_same_rare_words_are_related(library):
    one, other = written("Crude on the rocks", SPILL), written("Cormorants counted", BOOMS)
    library.add([one, other, written("A school and its bell", SCHOOL)])
    assert targets(library, one) == []
    relate(library)
    (found,) = related(library, one)
    assert found.target.title == other.title
    assert {"crude", "lighthouse"} <= set(found.words)
    assert [back.target.title for back in related(library, other)] == [one.title]


def test_figures_and_words_are_told_together(library):
    one = written("Crude on the rocks", SPILL, ["Ada Sund", "Bo Lind"])
    other = written("Cormorants counted", BOOMS, ["Ada Sund"])
    library.add([one, other, written("A school and its bell", SCHOOL, ["Bo Lind"])])
    live = targets(library, one)
    assert sorted(live) == sorted([other.title, "A school and its bell"])
    relate(library)
    first, second = related(library, one)
    assert (first.target.title, first.shared) == (other.title, ("Ada Sund",))
    assert "crude" in first.words
    assert (second.shared, second.words) == (("Bo Lind",), ())


def test_an_article_that_changes_is_related_anew(library):
    one, other = written("Crude on the rocks", SPILL), written("Cormorants counted", BOOMS)
    library.add([one, other])
    relate(library)
    library.add([written("Cormorants counted", SCHOOL)])
    relate(library)
    assert related(library, one) == []


def test_relating_goes_on_where_it_stopped(library, monkeypatch):
    monkeypatch.setattr(relating, "BATCH", 2)
    library.add(written(f"Piece {n}", SPILL, published=f"20{n:02}-01-01") for n in range(5))
    run = library.relate()
    next(run)
    run.close()
    assert relate(library) == [2, 3]
    assert relate(library) == []


def test_copies_come_first_and_say_so(library):
    body = " ".join(f"The {word} was considerable that day." for word in SPILL.split())
    one = written("Crude on the rocks", body, site="Post", published="2026-01-02")
    copy = written("The same crude", body, site="Soir", published="2026-01-02")
    library.add([replace(one, teasers=(Teaser("The same crude"),)), copy])
    relate(library)
    (found,) = related(library, one)
    assert (found.target.title, found.copy) == (copy.title, True)
    (back,) = related(library, copy)
    assert (back.target.title, back.copy) == (one.title, True)
