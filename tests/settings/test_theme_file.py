"""Themes of the user's own, and what is said of one that is no good."""

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.settings.file import SettingsError
from tui.settings.theme_file import COLOURS, load_theme, palette_of
from tui.view.themes import THEMES, with_colours


@pytest.mark.parametrize(
    ("content", "line", "words"),
    [
        (b'background = "#000000"\nbackgruond = "#000000"', 2, "did you mean background?"),
        (b'\n\naccent = "red"', 3, 'accent: a colour is written "#rrggbb"'),
        (b"accent = 3", 1, "accent: a colour is written"),
        (b'base = "drak"', 1, "base: none of dark, light, contrast; did you mean dark?"),
        (b"[accent]\nx = 1", 1, "accent: a colour is written"),
        (b"accent = ", 1, "not TOML"),
        (b'\naccent = "\xe9"', 2, "not UTF-8"),
    ],
)
def test_a_mistake_is_told_with_its_line(content, line, words):
    (problem,) = palette_of("mine", content)[1]
    assert (problem.line, words in problem.reason) == (line, True)


@given(st.binary(max_size=80) | st.text('[]{}="#\n.base dark0f', max_size=60).map(str.encode))
def test_whatever_a_file_holds_is_a_theme_or_said_not_to_be(content: bytes):
    palette, problems = palette_of("mine", content)
    if problems:
        assert all("\n" not in problem.reason for problem in problems)
    else:
        read = tomllib.loads(content.decode("utf-8-sig"))
        assert {**palette.colours} == {k: v for k, v in read.items() if k != "base"}


def test_a_theme_that_is_not_there_is_told_with_the_file_it_would_be(tmp_path):
    with pytest.raises(SettingsError) as told:
        load_theme(tmp_path / "config.toml", "contrats")
    (line,) = told.value.lines()
    assert line.startswith(f"{tmp_path}/themes/contrats.toml: no such file")
    assert "did you mean contrast?" in line
    assert load_theme(tmp_path / "config.toml", "contrast") is None


def test_a_theme_of_mine_has_my_colours_and_those_of_its_base_for_the_rest(tmp_path):
    (tmp_path / "themes").mkdir()
    file = tmp_path / "themes" / "sea.toml"
    file.write_text('base = "light"\nbackground = "#eeffff"\nhit-background = "#00ff00"\n')
    palette = load_theme(tmp_path / "config.toml", "sea")
    assert palette is not None
    theme = with_colours(palette)
    light = THEMES[1]
    assert (theme.name, theme.background, theme.dark) == ("broadsheet-sea", "#eeffff", False)
    assert theme.variables == {**light.variables, "hit-background": "#00ff00"}
    assert theme.accent == light.accent
    assert light.background != "#eeffff"


def test_all_colours_of_our_themes_can_be_set():
    for theme in THEMES:
        own = [name for name in COLOURS if getattr(theme, name, None) or name in theme.variables]
        assert own == list(COLOURS)
        assert set(theme.variables) <= set(COLOURS)
