"""What I have put right shows in every pane."""

from view.conftest import FERRY, HARBOUR

from tui.library.anchors import quoted
from tui.library.corrections import Correction


async def test_i_see_a_quote_under_the_speaker_i_gave_it(start, library):
    words = quoted(HARBOUR, HARBOUR.quotes[4])
    library.correct(
        Correction("speaker", "tom reyes", "Tom Reyes", article=HARBOUR.id, words=words)
    )
    async with start() as user:
        await user.press("3", "j", "enter")
        assert [q.speaker for _, q in user.reader.quotes_pane.rows] == ["Tom Reyes"] * 3
        assert 4 in user.reader.body.marking.quotes
        assert not user.shows("#quotes", "inferred")


async def test_i_see_two_figures_as_one(start, library):
    library.correct(Correction("merge", "anna holt", "Anna Holt", "tom reyes", "Tom Reyes"))
    async with start() as user:
        assert [row.name for row in user.reader.people_pane.rows] == ["Anna Holt"]
        await user.press("3", "enter")
        assert FERRY.title in user.titles()
        assert user.shows("#chips", "▸ Anna Holt")
        assert user.shows("#chips", "3 of 4 articles")
        assert len(user.reader.quotes_pane.rows) == 4


async def test_i_find_a_figure_by_the_name_i_gave_it(start, library):
    library.correct(Correction("rename", "tom reyes", "Tom Reyes", words="Captain Tom Reyes-Vane"))
    async with start() as user:
        await user.press("f")
        await user.type("vane")
        await user.press("enter")
        assert user.shows("#chips", "▸ Captain Tom Reyes-Vane")
        assert user.reader.body.marking.chosen == {"Captain Tom Reyes-Vane"}
        assert user.shows("#people", "Captain Tom Reyes-Vane")


async def test_i_do_not_see_who_is_no_person(start, library):
    library.correct(Correction("not-a-person", "tom reyes", "Tom Reyes"))
    async with start() as user:
        assert [row.name for row in user.reader.people_pane.rows] == ["Anna Holt"]
        assert user.shows("#quotes", "speaker not said")
        assert not user.shows("#quotes", "Tom Reyes")
