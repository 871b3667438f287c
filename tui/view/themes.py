"""Our two themes: ink on paper, and the same at night."""

from textual.theme import Theme

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
        "hit-foreground": "#16171a",
        "hit-background": "#a8c98a",
        "dim-foreground": "#8d897f",
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
        "hit-foreground": "#10240a",
        "hit-background": "#b9dd9a",
        "dim-foreground": "#6f6a5e",
        "heading-foreground": "#7a2e0e",
        "cursor-background": "#e3dac3",
        "cursor-blurred-background": "#f0eadb",
    },
)

THEMES = (DARK, LIGHT)
