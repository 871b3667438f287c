"""Our themes: ink on paper, the same at night, and one for who needs strong contrast."""

from dataclasses import replace
from typing import TYPE_CHECKING

from textual.theme import Theme

if TYPE_CHECKING:
    from tui.settings.theme_file import Palette

DARK = Theme(
    name="broadsheet-dark",
    primary="#7aa2c8",
    secondary="#9a8f78",
    accent="#e0a458",
    foreground="#d9d4c7",
    background="#16171a",
    surface="#1b1c20",
    panel="#26282d",
    warning="#e0a458",
    error="#e06c5c",
    success="#8fb573",
    dark=True,
    variables={
        "quote-foreground": "#efe2b8",
        "quote-background": "#2b2920",
        "person-foreground": "#8fc1e8",
        "chosen-foreground": "#16171a",
        "chosen-background": "#e0a458",
        "highlight-background": "#3d2f45",
        "highlight-yellow": "#45400f",
        "highlight-green": "#1f4027",
        "highlight-blue": "#1d3a5c",
        "highlight-red": "#55272b",
        "hit-foreground": "#16171a",
        "hit-background": "#a8c98a",
        "dim-foreground": "#969288",
        "heading-foreground": "#e8c98f",
        "cursor-background": "#33363d",
        "cursor-blurred-background": "#222429",
    },
)

LIGHT = Theme(
    name="broadsheet-light",
    primary="#1f4e79",
    secondary="#6e6350",
    accent="#9a3b12",
    foreground="#26231d",
    background="#fbf8f1",
    surface="#f5f1e6",
    panel="#e8e2d2",
    warning="#9a5b12",
    error="#a3281a",
    success="#3f6b22",
    dark=False,
    variables={
        "quote-foreground": "#3d2f00",
        "quote-background": "#f5e9c4",
        "person-foreground": "#0f4c8a",
        "chosen-foreground": "#fffdf7",
        "chosen-background": "#9a3b12",
        "highlight-background": "#ead6ee",
        "highlight-yellow": "#f7e89b",
        "highlight-green": "#cdebc9",
        "highlight-blue": "#cfe2f7",
        "highlight-red": "#f7d3cf",
        "hit-foreground": "#10240a",
        "hit-background": "#b9dd9a",
        "dim-foreground": "#66614f",
        "heading-foreground": "#7a2e0e",
        "cursor-background": "#e3dac3",
        "cursor-blurred-background": "#f0eadb",
    },
)

CONTRAST = Theme(
    name="broadsheet-contrast",
    primary="#80c8ff",
    secondary="#d0d0d0",
    accent="#ffd400",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#383838",
    warning="#ffd400",
    error="#ff9090",
    success="#7dff7d",
    dark=True,
    variables={
        "quote-foreground": "#ffff9e",
        "quote-background": "#262600",
        "person-foreground": "#7fd4ff",
        "chosen-foreground": "#000000",
        "chosen-background": "#ffd400",
        "highlight-background": "#4a0060",
        "highlight-yellow": "#4d4400",
        "highlight-green": "#004d1a",
        "highlight-blue": "#00307a",
        "highlight-red": "#6e0018",
        "hit-foreground": "#000000",
        "hit-background": "#7dff7d",
        "dim-foreground": "#d0d0d0",
        "heading-foreground": "#ffd400",
        "cursor-background": "#002f5f",
        "cursor-blurred-background": "#262626",
    },
)

THEMES = (DARK, LIGHT, CONTRAST)


def theme_id(name: str) -> str:
    """Return what the app calls the theme that the settings call `name`."""
    return f"broadsheet-{name}"


def with_colours(palette: "Palette") -> Theme:
    """Return the user's own theme: the colours of its file over those of the theme it names."""
    base = next(theme for theme in THEMES if theme.name == theme_id(palette.base))
    variables = {name: palette.colours.get(name, given) for name, given in base.variables.items()}
    made = replace(base, name=theme_id(palette.name), variables=variables)
    for name, value in palette.colours.items():
        if name not in variables:
            setattr(made, name, value)
    return made
