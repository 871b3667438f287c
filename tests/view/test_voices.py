"""Who gets how many words, in a keystroke."""

from hypothesis import given
from hypothesis import strategies as st

from tui.view.screens.figure import FigureScreen
from tui.view.screens.voices import SIGNS, MonthList, VoiceList, VoicesScreen, bar, parted


async def _voices(user):
    await user.press("W")
    await user.until(lambda: isinstance(user.app.screen, VoicesScreen))
    rows = [*user.app.screen.query(VoiceList), *user.app.screen.query(MonthList)]
    await user.until(lambda: not any(each.reading for each in rows))
    return user.app.screen


async def test_i_see_who_gets_how_many_words_in_the_article(start):
    async with start() as user:
        await _voices(user)
        assert user.shows("#voices-title", "The harbour that lost its report")
        names = [voice.name for voice in user.app.screen.shown.rows]
        assert names == ["Anna Holt", "Tom Reyes", ""]
        assert user.shows("#voices-article", "11 words · 55%")
        assert user.shows("#voices-article", "speaker not said")
        await user.press("W")
        assert user.app.screen is user.reader


async def test_i_see_it_for_what_the_list_shows_and_by_month(start):
    async with start() as user:
        await user.press("3", "j", "enter")
        await _voices(user)
        await user.press("2")
        assert user.shows("#voices-title", "2 articles of the list")
        assert user.shows("#voices-list", "3 quotes in 2 articles")
        await user.press("tab")
        assert user.shows("#voices-months", "2026-05")
        await user.click("#voices-tabs", "In the article")
        assert user.app.screen.query_one("#voices-article").display


async def test_a_speaker_leads_to_their_page_and_to_their_articles(start):
    async with start() as user:
        voices = await _voices(user)
        await user.press("enter")
        assert isinstance(user.app.screen, FigureScreen)
        await user.press("escape")
        assert user.app.screen is voices
        await user.press("f")
        await user.until(lambda: user.reader.session.query.include == ("anna holt",))


async def test_an_empty_library_has_no_voices_and_says_so(start):
    async with start(articles=()) as user:
        await _voices(user)
        assert user.shows("#voices-list", "Nobody is quoted here.")


@given(st.integers(0, 1000), st.integers(1, 1000), st.integers(1, 100))
def test_a_bar_fits_and_shows_all_there_is(count, most, width):
    drawn = bar(min(count, most), most, width)
    assert len(drawn) <= width
    assert bool(drawn.strip()) == bool(min(count, most))


@given(st.dictionaries(st.sampled_from(sorted(SIGNS)), st.integers(0, 1000)), st.integers(1, 100))
def test_the_parts_of_a_bar_fill_it(counts, width):
    whole = sum(counts.values())
    assert len(parted(counts, whole, width)) == (width if whole else 0)
