"""The pages of highlights and of a story: I find what I marked, and who quotes what."""

import pytest
from articles import article

from tui.view.screens.highlights import HighlightsScreen, MarkedList
from tui.view.screens.story import StoryList, StoryScreen

WIRE = (
    "“The harbour is as safe as it ever was,” said Anna Holt. The inquest into the dredger opens."
)
FIRST = article(
    "Dredger inquest opens",
    WIRE,
    people={"Anna Holt": []},
    quotes=[("The harbour is as safe as it ever was,", "Anna Holt")],
    teasers=["Dredger inquest adjourned"],
    published="2026-05-03",
    site="The Ister Post",
)
SECOND = article(
    "Dredger inquest adjourned",
    f"{WIRE} “We wait,” said Tom Reyes.",
    people={"Anna Holt": [], "Tom Reyes": []},
    quotes=[("The harbour is as safe as it ever was,", "Anna Holt"), ("We wait,", "Tom Reyes")],
    teasers=["Dredger inquest opens"],
    published="2026-05-04",
    site="The Merrin Packet",
)


async def _marked(user):
    await user.press("2", "right_square_bracket", "q", "H", "a")
    await user.type("ask her")
    await user.press("enter", "J", "2", "right_square_bracket", "q", "H", "L")
    assert isinstance(user.app.screen, HighlightsScreen)
    return user.app.screen.query_one(MarkedList)


async def test_i_see_all_i_highlighted_the_last_first_and_search_it(start):
    async with start() as user:
        rows = await _marked(user)
        assert [row.words for row in rows.rows] == ["It floats,", "We never saw any report,"]
        assert user.shows("#marked", "✎ ask her")
        await user.press("slash")
        await user.type("ASK")
        assert [row.note for row in rows.rows] == ["ask her"]
        assert user.shows("#highlights-title", "1 of 2")
        await user.type("zzz")
        assert user.shows("#marked", "No highlight and no note has these words.")


async def test_a_highlight_leads_to_its_place(start):
    async with start() as user:
        await _marked(user)
        await user.press("j", "enter")
        await user.until(lambda: user.target == "We never saw any report,")


async def test_i_take_a_highlight_away_there_and_bring_it_back(start, library):
    async with start() as user:
        rows = await _marked(user)
        await user.press("j", "x")
        assert [row.words for row in rows.rows] == ["It floats,"]
        await user.press("escape", "U", "L")
        rows = user.app.screen.query_one(MarkedList)
        assert {(row.words, row.note) for row in rows.rows} == {
            ("It floats,", ""),
            ("We never saw any report,", "ask her"),
        }


async def test_i_change_a_note_on_the_page(start):
    async with start() as user:
        rows = await _marked(user)
        await user.press("e")
        await user.type("why")
        await user.press("enter")
        assert rows.rows[0].note == "why"
        await user.press("escape", "U")
        assert "why" not in [highlight.note for highlight in user.reader.highlights]


async def test_i_am_told_where_no_editor_is_named(start, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv("EDITOR", raising=False)
    monkeypatch.delenv("VISUAL", raising=False)
    async with start() as user:
        await _marked(user)
        await user.press("E")
        assert user.shows("#highlights-status", "No editor is named: set EDITOR")


def test_an_editor_changes_a_note_in_a_file_and_no_shell_reads_it(tmp_path):
    from tui.view.screens.highlights import edited

    script = tmp_path / "an editor"
    script.write_text("#!/bin/sh\nprintf ' and $(more)' >> \"$1\"\n")
    script.chmod(0o755)
    assert edited([str(script)], "why; $HOME") == "why; $HOME and $(more)"
    assert edited(["false"], "why") is None


async def test_a_page_without_highlights_says_how_to_get_one(start):
    async with start() as user:
        await user.press("L")
        assert user.shows("#marked", "Nothing is highlighted yet: H marks")
        await user.press("L")
        assert user.app.screen is user.reader


async def test_i_see_a_story_in_the_order_of_time_and_who_quotes_what(start):
    async with start(articles=(FIRST, SECOND)) as user:
        await user.press("T")
        assert isinstance(user.app.screen, StoryScreen)
        rows = user.app.screen.query_one(StoryList)
        await user.until(lambda: not rows.reading)
        assert user.shows("#story-title", "2 articles · 2 outlets")
        assert [row.carried is None for row in rows.rows] == [True, False, True, False]
        assert user.shows("#story", "Anna Holt · also in The Merrin Packet")
        assert user.shows("#story", "2 quotes, 1 only here, 1 of them from before")
        assert rows.current.telling.article.title == SECOND.title
        await user.press("j", "enter")
        await user.until(lambda: user.target == "We wait,")


async def test_an_article_that_stands_alone_says_so(start):
    async with start(articles=(FIRST,)) as user:
        await user.press("T")
        rows = user.app.screen.query_one(StoryList)
        await user.until(lambda: not rows.reading)
        assert user.shows("#story-title", "nothing else in the library is on it")
        await user.press("enter")
        await user.until(lambda: user.app.screen is user.reader)
        assert user.title == FIRST.title
