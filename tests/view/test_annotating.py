"""Stars, highlights and notes."""

from datetime import date

from tui.library.query import parse

DAY = date(2026, 11, 26)


def _titles(library, query):
    return [row.title for row in library.search(parse(query, DAY))]


async def test_i_give_an_article_a_star_and_find_it_by_it(start, library):
    async with start() as user:
        await user.press("j", "asterisk")
        assert user.shows("#status", "Starred: The ferry that nobody ordered")
        assert user.shows("#library", "★")
        assert _titles(library, "is:starred") == ["The ferry that nobody ordered"]
        await user.press("asterisk")
        assert _titles(library, "is:starred") == []


async def test_i_highlight_the_paragraph_i_read_and_take_it_back(start, library):
    async with start() as user:
        await user.press("2", "H")
        assert user.shows("#status", "Highlighted")
        (mark,) = user.reader.highlights
        article = user.reader.body.article
        assert article.text[mark.span.start : mark.span.end] == article.title
        assert _titles(library, "is:highlighted") == [article.title]
        await user.press("H")
        assert user.reader.highlights == ()
        assert _titles(library, "is:highlighted") == []


async def test_i_highlight_the_quote_i_went_to_and_write_a_note(start, library):
    async with start() as user:
        await user.press("4", "j", "enter", "a")
        assert user.app.screen.query("#naming")
        await user.type("ask him")
        await user.press("enter")
        (mark,) = user.reader.highlights
        words = user.reader.body.article.text[mark.span.start : mark.span.end]
        assert (words, mark.note) == ("She read it twice,", "ask him")
        assert len(_titles(library, "has:notes")) == 1
        assert user.style_of("#article", "She read").bgcolor is not None


async def test_a_note_is_there_again_when_i_come_back(start):
    async with start() as user:
        await user.press("4", "j", "enter", "a")
        await user.type("ask him")
        await user.press("enter", "J", "K", "4", "j", "enter", "a")
        assert user.app.focused.value == "ask him"
        await user.press("escape")
        (mark,) = user.reader.highlights
        assert mark.note == "ask him"


async def test_a_note_that_is_emptied_is_none(start, library):
    async with start() as user:
        await user.press("2", "a")
        await user.type("x")
        await user.press("enter", "a", "backspace", "enter")
        assert _titles(library, "has:notes") == []
        assert len(_titles(library, "is:highlighted")) == 1
