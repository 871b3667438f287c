"""What is painted has the colours of the theme."""

from tui.view.themes import DARK, LIGHT


async def test_looks_follow_the_theme(start):
    async with start() as user:
        for theme in (DARK, LIGHT, DARK):
            title = user.style_of("#article", "The harbour").color
            assert title is not None
            assert title.get_truecolor().hex == theme.variables["heading-foreground"]
            row = user.style_of("#library", "2026-05-03").color
            assert row is not None
            assert row.get_truecolor().hex == theme.variables["dim-foreground"]
            await user.app.run_action("screen.view_theme")
            await user.pilot.pause(0.1)
