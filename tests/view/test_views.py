"""What I come back to: saved views and watched figures, and what is new in them."""

from articles import article

from tui.view.screens.views import KeptList

NEWS = article(
    "Anna Holt opens the school",
    "Anna Holt rang the bell of the harbour school.",
    people={"Anna Holt": []},
    published="2026-06-01",
)


async def _kept(user):
    await user.press("V")
    rows = user.app.screen.query_one(KeptList)
    await user.until(lambda: rows.counted)
    return [
        (getattr(row, "name", None) or row.figure.name, row.unread, row.new) for row in rows.rows
    ]


async def _search(user, words, count):
    await user.press("s")
    await user.type(words)
    await user.until(lambda: len(user.titles()) == count)
    await user.press("enter")


async def test_i_save_what_i_searched_for_and_open_it_again(start, library):
    async with start() as user:
        await _search(user, "harbour", 1)
        await user.press("v")
        await user.type("Port")
        await user.press("enter")
        assert user.shows("#status", "Saved as “Port”")
        await user.press("F")
        assert len(user.titles()) == 4
        assert await _kept(user) == [("Port", 1, 0)]
        await user.press("enter")
        await user.until(lambda: len(user.titles()) == 1)
        assert user.focus == "library"


async def test_i_see_what_is_new_in_a_view_until_i_open_it(start, library):
    library.save_view("Port", "harbour")
    library.add([NEWS])
    async with start() as user:
        assert await _kept(user) == [("Port", 2, 1)]
        await user.press("enter")
        await user.until(lambda: len(user.titles()) == 2)
        assert await _kept(user) == [("Port", 2, 0)]


async def test_a_view_with_a_figure_names_it(start, library):
    async with start() as user:
        await user.press("3", "enter", "v")
        await user.type("Her")
        await user.press("enter")
    (view,) = library.views()
    assert (view.name, view.query) == ("Her", 'person:"Anna Holt"')


async def test_a_view_keeps_the_days_as_i_typed_them(start, library):
    async with start() as user:
        await user.press("s")
        for letters in ('date:"last week" ',):
            user.app.focused.insert_text_at_cursor(letters)
        await user.until(lambda: user.reader.session.query.searches)
        await user.press("enter", "v")
        await user.type("Week")
        await user.press("enter")
    assert library.views()[0].query.strip() == 'date:"last week"'


async def test_i_watch_a_figure_and_see_what_is_new_of_them(start, library):
    async with start() as user:
        await user.press("3", "w")
        assert user.shows("#status", "Watching Anna Holt")
        library.add([NEWS])
        assert await _kept(user) == [("Anna Holt", 3, 1)]
        await user.press("enter")
        assert NEWS.title in user.titles()
        await user.press("3", "w")
        assert user.shows("#status", "No longer watching Anna Holt")
        assert await _kept(user) == []


async def test_i_drop_a_view(start, library):
    library.save_view("Port", "harbour")
    async with start() as user:
        await _kept(user)
        await user.press("x")
        await user.until(lambda: not user.app.screen.query_one(KeptList).rows)
        await user.press("escape")
    assert library.views() == []


async def test_what_is_needed_is_said(start):
    async with start() as user:
        await user.press("v")
        assert user.shows("#status", "The list shows everything")
        await user.press("1", "w")
        assert user.shows("#status", "Whom?")
        assert await _kept(user) == []
        await user.press("escape")
        assert user.focus == "library"
