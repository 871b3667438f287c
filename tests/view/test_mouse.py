"""Everything that the bars say can be had with the mouse."""

from tui.view.screens.help import HelpScreen
from tui.view.screens.picker import FigurePicker


async def test_i_click_on_what_the_status_line_offers(start):
    async with start() as user:
        await user.click("#status", "help")
        assert isinstance(user.app.screen, HelpScreen)
        await user.press("escape")
        await user.click("#status", "figure")
        assert isinstance(user.app.screen, FigurePicker)


async def test_what_a_pane_offers_is_done_in_it(start):
    async with start() as user:
        await user.press("3", "j")
        await user.click("#status", "filter")
        assert user.shows("#chips", "Tom Reyes")
        await user.click("#chips", "clears")
        assert user.shows("#chips", "Broadsheet")
        assert len(user.titles()) == 4


async def test_a_click_on_a_chip_takes_it_away(start):
    async with start() as user:
        await user.press("3", "enter")
        await user.click("#chips", "Anna Holt")
        assert user.shows("#chips", "Broadsheet")
