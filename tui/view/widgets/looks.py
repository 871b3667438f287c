"""How a part of a line is painted: looks by name, in the colours of the theme.

They are no rules of the stylesheet: those are read, and matched against each screen, before the
first paint, and took a twelfth of the time to it (measured on Textual 8.2.8).
"""

from typing import Final, NamedTuple

from textual.color import Color
from textual.style import Style
from textual.widget import Widget


class Look(NamedTuple):
    """Colours, by the names of the theme's variables, "" for what lies below; and text styles."""

    foreground: str = ""
    background: str = ""
    bold: bool | None = None
    italic: bool | None = None
    underline: bool | None = None
    reverse: bool | None = None


LOOKS: Final = {
    "row--cursor": Look(background="cursor-background"),
    "row--cursor-blurred": Look(background="cursor-blurred-background"),
    "row--strong": Look(bold=True),
    "row--dim": Look(foreground="dim-foreground"),
    "row--accent": Look(foreground="accent"),
    "row--chosen": Look(foreground="accent", bold=True),
    "row--match": Look(foreground="accent", bold=True, underline=True),
    "row--quote": Look(foreground="quote-foreground"),
    "row--reported": Look(italic=True),
    "article--title": Look(foreground="heading-foreground", bold=True),
    "article--byline": Look(foreground="dim-foreground"),
    "article--lede": Look(bold=True),
    "article--heading": Look(foreground="heading-foreground", bold=True),
    "article--caption": Look(foreground="dim-foreground", italic=True),
    "article--quotation": Look(italic=True),
    "article--preformatted": Look(foreground="secondary"),
    "article--margin": Look(foreground="secondary"),
    "article--link": Look(underline=True),
    "article--quote": Look(foreground="quote-foreground", background="quote-background"),
    "article--reported": Look(foreground="quote-foreground", italic=True),
    "article--person": Look(foreground="person-foreground", bold=True),
    "article--chosen": Look(
        foreground="chosen-foreground",
        background="chosen-background",
        bold=True,
        underline=True,
    ),
    "highlight--violet": Look(background="highlight-background", underline=True),
    "highlight--yellow": Look(background="highlight-yellow", underline=True),
    "highlight--green": Look(background="highlight-green", underline=True),
    "highlight--blue": Look(background="highlight-blue", underline=True),
    "highlight--red": Look(background="highlight-red", underline=True),
    "article--hit": Look(foreground="hit-foreground", background="hit-background", underline=True),
    "article--target": Look(bold=True, underline=True),
    "hint": Look(foreground="chosen-foreground", background="chosen-background", bold=True),
    "scroll--hit": Look(foreground="success"),
    "scroll--target": Look(foreground="accent", bold=True),
    "bar--strong": Look(bold=True),
    "bar--dim": Look(foreground="dim-foreground"),
    "bar--key": Look(foreground="accent", bold=True),
    "bar--chip": Look(foreground="chosen-foreground", background="chosen-background", bold=True),
    "bar--tab": Look(foreground="dim-foreground"),
    "bar--tab-active": Look(foreground="accent", bold=True, underline=True),
}
"""Every look there is."""

COLOURLESS: Final = {
    "row--cursor": Look(reverse=True),
    "row--cursor-blurred": Look(underline=True),
    "article--quote": Look(italic=True),
    "article--reported": Look(italic=True),
    "article--chosen": Look(bold=True, reverse=True),
    "article--hit": Look(underline=True, reverse=True),
    "hint": Look(bold=True, reverse=True),
    "bar--chip": Look(bold=True, reverse=True),
}
"""What tells apart, where no colour is wanted (NO_COLOR), what only colours would."""


class Looks(Widget):
    """A widget that paints parts of its lines in looks."""

    _looks: dict[str, Style] | None = None

    def look(self, name: str) -> Style:
        """Return a look in the colours of the theme, to lay over others."""
        if self._looks is None:
            self._looks = {}
        if (style := self._looks.get(name)) is None:
            style = self._looks[name] = self._in_theme(name, LOOKS[name])
        return style

    def _in_theme(self, name: str, look: Look) -> Style:
        colours = self.app.theme_variables
        if self.app.no_color:
            look = COLOURLESS.get(name, look)
        return Style(
            foreground=Color.parse(colours[look.foreground]) if look.foreground else None,
            background=Color.parse(colours[look.background]) if look.background else None,
            bold=look.bold,
            italic=look.italic,
            underline=look.underline,
            reverse=look.reverse,
        )

    def notify_style_update(self) -> None:
        """Forget the looks of another theme."""
        super().notify_style_update()
        self._looks = None
