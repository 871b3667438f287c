"""What I put right in the reader, and what I take back."""

from view.conftest import FERRY, HARBOUR, SCHOOL

from tui.view.screens.choice import ChoiceList


def _choices(user):
    return [row.told for row in user.app.screen.query_one(ChoiceList).rows]


async def _choose(user, words):
    rows = user.app.screen.query_one(ChoiceList)
    place = next(n for n, row in enumerate(rows.rows) if words in row.told)
    await user.press(*["j"] * place, "enter")


def _people(user):
    return [row.name for row in user.reader.people_pane.rows]


def _speakers(user):
    return [quote.speaker for _, quote in user.reader.quotes_pane.rows]


async def test_i_say_that_two_figures_are_one_and_take_it_back(start):
    async with start() as user:
        await user.press("3", "j", "M")
        await user.type("anna")
        await user.press("enter")
        assert _people(user) == ["Anna Holt"]
        assert user.shows("#status", "Tom Reyes is Anna Holt. U takes it back")
        assert user.focus == "people"
        await user.press("U")
        assert _people(user) == ["Anna Holt", "Tom Reyes"]
        assert user.shows("#status", "Taken back: Tom Reyes is Anna Holt")


async def test_the_filter_goes_on_with_whom_a_figure_was_merged_into(start):
    async with start() as user:
        await user.press("3", "j", "enter", "M")
        await user.type("anna")
        await user.press("enter")
        assert user.reader.session.query.include == ("anna holt",)
        assert user.shows("#chips", "▸ Anna Holt")
        assert set(user.titles()) == {HARBOUR.title, FERRY.title, SCHOOL.title}


async def test_a_figure_is_not_merged_with_itself(start, library):
    async with start() as user:
        await user.press("3", "M")
        await user.type("anna")
        await user.press("enter")
        assert user.shows("#status", "Anna Holt is one figure already")
        assert not library.corrections()


async def test_i_split_off_who_i_merged(start):
    async with start() as user:
        await user.press("3", "j", "M")
        await user.type("anna")
        await user.press("enter", "X")
        assert "Tom Reyes is somebody else" in _choices(user)
        await _choose(user, "Tom Reyes is somebody else")
        assert _people(user) == ["Anna Holt", "Tom Reyes"]


async def test_i_say_that_a_short_form_means_somebody_else_in_this_article(start):
    async with start() as user:
        await user.press("3", "X")
        await _choose(user, "“Holt” is somebody else here")
        assert sorted(_people(user)) == ["Anna Holt", "Holt", "Tom Reyes"]
        await user.press("U")
        assert _people(user) == ["Anna Holt", "Tom Reyes"]


async def test_i_rename_a_figure(start):
    async with start() as user:
        await user.press("3", "equals_sign", "end")
        await user.type(" Vane")
        await user.press("enter")
        assert "Anna Holt Vane" in _people(user)
        await user.press("U")
        assert "Anna Holt Vane" not in _people(user)


async def test_i_am_told_that_a_name_is_somebody_elses(start, library):
    async with start() as user:
        await user.press("3", "equals_sign", "ctrl+u")
        await user.type("Tom Reyes")
        await user.press("enter")
        assert user.shows("#status", "Tom Reyes is another figure: merge them instead")
        assert not library.corrections()


async def test_i_say_that_a_name_is_no_person(start):
    async with start() as user:
        await user.press("3", "j", "delete")
        assert _people(user) == ["Anna Holt"]
        assert "Tom Reyes" not in _speakers(user)
        await user.press("U")
        assert _people(user) == ["Anna Holt", "Tom Reyes"]


async def test_i_say_who_says_a_quote_and_that_nobody_does(start):
    async with start() as user:
        await user.press("4", "G", "equals_sign")
        assert _choices(user)[-2:] == ["Nobody is said to speak", "Somebody else of the library…"]
        await _choose(user, "Anna Holt")
        assert _speakers(user)[-1] == "Anna Holt"
        await user.press("g", "equals_sign")
        await _choose(user, "Nobody")
        assert _speakers(user)[0] is None
        await user.press("U", "U")
        assert (_speakers(user)[0], _speakers(user)[-1]) == ("Anna Holt", None)


async def test_i_give_a_quote_to_somebody_whom_the_article_does_not_name(start):
    async with start() as user:
        await user.press("4", "G", "equals_sign")
        await _choose(user, "Somebody else of the library")
        await user.type("marsh")
        await user.press("enter")
        assert _speakers(user)[-1] == "Lea Marsh"


async def test_i_take_back_stars_reading_highlights_and_notes(start, library):
    async with start() as user:
        await user.press("1", "*", "r", "2", "H")
        article_id = user.reader.session.article_id
        row = next(row for row in user.reader.list_pane.rows if row.id == article_id)
        assert (row.starred, row.read, len(user.reader.highlights)) == (True, True, 1)
        await user.press("a")
        await user.type("why")
        await user.press("enter")
        assert user.reader.highlights[0].note == "why"
        await user.press("U")
        assert user.reader.highlights[0].note == ""
        await user.press("H")
        assert user.reader.highlights == ()
        await user.press("U")
        assert len(user.reader.highlights) == 1
        await user.press("U", "U", "U")
        row = next(row for row in user.reader.list_pane.rows if row.id == article_id)
        assert (row.starred, row.read, user.reader.highlights) == (False, False, ())
        await user.press("U")
        assert user.shows("#status", "Nothing to take back in this session")


async def test_i_mark_everything_as_read_when_asked_and_take_it_back_as_one(start, library):
    async with start() as user:
        await user.press("A")
        assert _choices(user) == ["Leave them as they are", "Mark 4 articles as read"]
        await user.press("enter")
        assert not any(row.read for row in user.reader.list_pane.rows)
        await user.press("A")
        await _choose(user, "Mark 4")
        assert all(row.read for row in user.reader.list_pane.rows)
        await user.press("A")
        assert user.shows("#status", "Everything that the list shows has been read")
        await user.press("U")
        assert not any(row.read for row in user.reader.list_pane.rows)


async def test_i_take_back_watching_and_a_saved_view(start, library):
    async with start() as user:
        await user.press("3", "enter", "w", "v")
        await user.type("Anna")
        await user.press("enter")
        assert len(library.watches()) == len(library.views()) == 1
        await user.press("U", "U")
        assert not library.watches()
        assert not library.views()


async def test_i_see_what_was_changed_and_take_back_any_of_it(start, library):
    async with start() as user:
        await user.press("C")
        assert user.shows("#status", "Nothing has been changed")
        await user.press("3", "j", "delete", "1", "*", "C")
        assert _choices(user)[1] == "Tom Reyes is not a person"
        await user.press("j", "enter")
        assert "Tom Reyes" in _people(user)
        assert user.reader.session.journal.deeds[0].told.startswith("Starred")


async def test_corrections_of_other_days_are_among_what_was_changed(start, library):
    from tui.library.corrections import Correction

    library.correct(Correction("not-a-person", "tom reyes", "Tom Reyes"))
    async with start() as user:
        assert _people(user) == ["Anna Holt"]
        await user.press("C")
        assert _choices(user) == ["Tom Reyes is not a person"]
        await user.press("enter")
        assert _people(user) == ["Anna Holt", "Tom Reyes"]
        assert not library.corrections()
