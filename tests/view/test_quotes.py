"""Quotes: who said what, and where."""

from articles import article


async def test_i_see_the_quotes_with_their_speakers(start):
    async with start() as user:
        rows = "\n".join(user.painted("#quotes"))
        assert "Anna Holt" in rows
        assert "“We never saw any report,”" in rows


async def test_a_quote_whose_speaker_is_not_said_shows_that(start):
    async with start() as user:
        await user.press("4", "G")
        assert user.shows("#quotes", "speaker not said")


async def test_an_inferred_speaker_looks_different(start):
    doubtful = article(
        "Doubtful", "“Yes,” she said of Jo Mills.", people={"Jo Mills": []},
        quotes=[("Yes,", "Jo Mills")], confidence=0.6,
    )  # fmt: skip
    async with start(articles=(doubtful,)) as user:
        assert user.shows("#quotes", "Jo Mills (inferred)")


REPORTED = article(
    "The quay",
    "Lea Quint said that the quay was “a gift” to rats.",
    people={"Lea Quint": []},
    quotes=[("a gift", "Lea Quint")],
    reported=[("the quay was “a gift” to rats", "Lea Quint")],
)


async def test_reported_speech_stands_without_quotation_marks_and_says_so(start):
    async with start(size=(120, 40), articles=(REPORTED,)) as user:
        rows = [row.strip() for row in user.painted("#quotes")]
        assert "“a gift”" in rows
        assert "the quay was “a gift” to rats" in rows
        assert [row.endswith("reported") for row in rows if "Lea Quint" in row] == [False, True]


async def test_reported_speech_is_marked_paler_than_quoted_words(start):
    async with start(size=(120, 40), articles=(REPORTED,)) as user:
        plain = user.style_of("#article", "said that")
        reported = user.style_of("#article", "the quay was")
        assert (reported.bgcolor, reported.italic) == (plain.bgcolor, True)
        assert not plain.italic
        assert user.style_of("#article", "a gift").bgcolor != plain.bgcolor


async def test_i_click_reported_speech_to_see_whose_it_is(start):
    async with start(size=(120, 40), articles=(REPORTED,)) as user:
        await user.click("#article", "the quay")
        assert user.shows("#status", "Reported of Lea Quint")
        await user.click("#article", "a gift")
        assert user.shows("#status", "Said by Lea Quint")


async def test_i_go_to_a_quote_in_its_place(start):
    async with start() as user:
        await user.press("4", "G", "k", "enter")
        assert user.target == "I shall swim if I must,"
        assert user.shows("#article", "“I shall swim if I must,”")


async def test_i_step_through_the_quotes(start):
    async with start() as user:
        for _ in range(2):
            await user.press("right_square_bracket", "q")
        assert user.target == "She read it twice,"
        await user.press("left_square_bracket", "q")
        assert user.target == "We never saw any report,"
        await user.press("left_square_bracket", "q")
        assert user.shows("#status", "No quote before this")


async def test_stepping_keeps_to_the_quotes_of_the_chosen_figure(start):
    async with start() as user:
        await user.press("3", "enter")
        await user.press("right_square_bracket", "q", "right_square_bracket", "q")
        assert user.target == "I shall swim if I must,"


async def test_i_hide_the_quote_marks_and_show_them_again(start):
    async with start() as user:
        await user.press("Q")
        assert user.reader.body.marking.quotes == frozenset()
        await user.press("Q")
        assert user.reader.body.marking.quotes == {0, 1, 2, 3, 4}


async def test_i_click_a_quote_to_see_who_said_it(start):
    async with start() as user:
        await user.click("#article", "She read it twice")
        assert user.shows("#status", "Said by Tom Reyes")
        assert user.reader.quotes_pane.current[0] == 1


async def test_i_click_a_quote_in_the_list_to_go_there(start):
    async with start() as user:
        await user.click("#quotes", "We never saw")
        assert user.target == "We never saw any report,"


async def test_an_article_without_quotes_says_so(start):
    async with start() as user:
        await user.press("j", "j", "enter")
        assert user.shows("#quotes", "Nobody is quoted here.")


async def test_a_figure_who_says_nothing_here_is_said_to(start):
    async with start() as user:
        await user.press("j", "j", "enter", "3", "enter")
        assert "say nothing here" in " ".join(map(str.strip, user.painted("#quotes")))
