"""Words that are cut at the ends of lines."""

import pytest
from articles import article

from tui.layout import hyphens
from tui.settings.values import DEFAULTS

LONG = article("Weather", "Thunderstorms everywhere, thunderstorms again. " * 12 + "The end it is.")


@pytest.fixture
def _cut_anywhere(monkeypatch):
    monkeypatch.setattr(hyphens, "points_of", lambda _: lambda word: range(2, len(word) - 2))


@pytest.mark.usefixtures("_cut_anywhere")
@pytest.mark.parametrize("justify", [False, True])
async def test_i_have_words_cut_and_find_those_that_were(start, justify):
    cut = DEFAULTS._replace(hyphenate=True, justify=justify, measure=45)
    async with start(articles=(LONG,), settings=cut, size=(80, 24)) as user:
        await user.press("2", "z")
        lines = [line.strip() for line in user.painted("#article")[1:]]
        ends = [line for line in lines if line.endswith("-")]
        assert ends
        assert max(map(len, lines)) <= 45
        if justify:
            assert {len(line) for line in ends} == {45}
        await user.press("slash")
        await user.type("everywhere")
        assert len(user.reader.body.marking.hits) == 12


async def test_words_stay_whole_where_i_have_not_asked(start):
    async with start(articles=(LONG,), size=(60, 24)) as user:
        await user.press("2")
        assert not any(line.strip().endswith("-") for line in user.painted("#article"))
