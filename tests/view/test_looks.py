"""What is painted has the colours of the theme, and means the same without colours."""

import pytest
from textual.color import Color

from tui.settings.theme_file import Palette
from tui.settings.values import DEFAULTS
from tui.view.themes import CONTRAST, THEMES
from tui.view.widgets.looks import LOOKS


async def test_looks_follow_the_theme(start):
    async with start() as user:
        for theme in (*THEMES, THEMES[0]):
            title = user.style_of("#article", "The harbour").color
            assert title is not None
            assert title.get_truecolor().hex == theme.variables["heading-foreground"]
            row = user.style_of("#library", "2026-05-03").color
            assert row is not None
            assert row.get_truecolor().hex == theme.variables["dim-foreground"]
            await user.app.run_action("screen.view_theme")
            await user.pilot.pause(0.1)


async def test_my_own_theme_is_the_one_i_start_in_and_come_back_to(start):
    mine = Palette("sea", "light", {"heading-foreground": "#123456"})
    async with start(settings=DEFAULTS._replace(theme="sea"), palette=mine) as user:
        for _ in range(2):
            title = user.style_of("#article", "The harbour").color
            assert title is not None
            assert title.get_truecolor().hex == "#123456"
            for _ in range(4):
                await user.app.run_action("screen.view_theme")
            await user.pilot.pause(0.1)


def ratio(one: Color, other: Color) -> float:
    """The contrast of two colours, by WCAG 2.2, success criterion 1.4.3."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: Color) -> float:
    parts = (part / 255 for part in colour.rgb)
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize(("theme", "least"), [(theme, 4.5) for theme in THEMES] + [(CONTRAST, 7)])
def test_every_look_can_be_read(theme, least):
    colours = {**theme.variables, "accent": theme.accent, "secondary": theme.secondary}
    colours |= {"success": theme.success, "": theme.foreground}
    below = {"": theme.background, "panel": theme.panel, "surface": theme.surface}
    pale = {
        name: round(ratio(Color.parse(colours[look.foreground]), Color.parse(back)), 1)
        for name, look in LOOKS.items()
        if not name.startswith("scroll")
        for back in (
            [theme.variables[look.background]]
            if look.background
            else [below["panel"], below["surface"]]
            if name.startswith("bar")
            else [below[""]]
        )
        if ratio(Color.parse(colours[look.foreground]), Color.parse(back)) < least
    }
    assert pale == {}


async def test_without_colours_everything_is_told_by_other_signs(start, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    async with start() as user:
        await user.press("2", "f")
        await user.type("reyes")
        await user.press("enter")
        chosen = user.style_of("#article", "Tom Reyes")
        quote = user.style_of("#article", "She read")
        plain = user.style_of("#article", "Nobody has")
        assert chosen.reverse
        assert chosen.bold
        assert quote.italic
        assert not plain.italic
        await user.press("slash")
        await user.type("quay")
        hit = user.style_of("#article", "quay")
        assert hit.reverse
        assert hit.underline
        assert user.style_of("#library", "The harbour").underline
        colours = {
            part.name
            for selector in ("#article", "#library", "#chips", "#status", "#quotes")
            for line in user.app.screen.query_one(selector).render_lines(
                user.app.screen.query_one(selector).size.region
            )
            for _, style, _ in line
            for part in (style.color, style.bgcolor)
            if part
        }
        assert colours == {"default"}
