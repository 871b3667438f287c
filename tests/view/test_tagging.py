"""Tags of the user's own."""

from datetime import date

from tui.library.query import parse

DAY = date(2026, 11, 26)


def _titles(library, query):
    return [row.title for row in library.search(parse(query, DAY))]


async def test_i_file_an_article_under_tags_and_find_it_by_them(start, library):
    async with start() as user:
        await user.press("j", "t")
        await user.type("sea, slow travel")
        await user.press("enter")
        assert user.shows("#status", "Filed under sea, slow travel")
        assert _titles(library, "tag:travel") == ["The ferry that nobody ordered"]


async def test_the_tags_are_there_to_be_changed_and_escape_leaves_them(start, library):
    async with start() as user:
        await user.press("t")
        await user.type("sea,quay")
        await user.press("enter", "t")
        assert user.app.focused.value == "quay, sea, "
        await user.press("escape", "t")
        await user.type("old")
        await user.press("enter")
        assert user.shows("#status", "Filed under old, quay, sea")
        assert len(_titles(library, "tag:sea")) == 1
        await user.press("t", "ctrl+u", "enter")
        assert user.shows("#status", "No tags any more")
        assert _titles(library, "tag:sea") == []


async def test_a_filter_by_a_tag_shows_what_i_have_just_filed(start):
    async with start() as user:
        await user.press("t")
        await user.type("sea")
        await user.press("enter", "s")
        await user.type("tag:sea")
        await user.press("enter")
        assert len(user.reader.list_pane.rows) == 1


async def test_markup_in_a_tag_is_text(start, library):
    async with start() as user:
        await user.press("t")
        await user.burst("[b/red]x")
        await user.press("enter")
        assert user.shows("#status", "Filed under [b/red]x")


async def test_tags_that_i_gave_are_taken_back(start, library):
    async with start() as user:
        await user.press("t")
        await user.type("sea")
        await user.press("enter", "t")
        await user.type("quay")
        await user.press("enter", "U")
        assert user.shows("#status", "Taken back: Filed under quay, sea")
        assert len(_titles(library, "tag:sea")) == 1
        await user.press("U")
        assert _titles(library, "tag:sea") == []


async def test_i_see_over_the_article_what_it_is_filed_under(start):
    async with start() as user:
        await user.press("t")
        await user.type("sea, slow travel")
        await user.press("enter")
        assert user.shows("#article", "#sea")
        await user.press("J", "K")
        assert user.shows("#article", "#sea")
        await user.press("U")
        assert not user.shows("#article", "#sea")
