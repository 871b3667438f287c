"""How a part is painted: the component classes of the stylesheet as styles to lay over others.

Textual's own partial styles leave out opaque backgrounds (measured on 8.2.8), and a highlight is
little else; so the rules of a component class are read one by one.
"""

from textual.style import Style
from textual.widget import Widget

LOOKS = frozenset(
    {
        "row--cursor",
        "row--cursor-blurred",
        "row--strong",
        "row--dim",
        "row--accent",
        "row--chosen",
        "row--match",
        "row--quote",
        "row--reported",
        "article--title",
        "article--lede",
        "article--heading",
        "article--caption",
        "article--quotation",
        "article--preformatted",
        "article--margin",
        "article--byline",
        "article--link",
        "article--quote",
        "article--reported",
        "article--person",
        "article--chosen",
        "article--highlight",
        "article--hit",
        "article--target",
        "bar--strong",
        "bar--dim",
        "bar--key",
        "bar--chip",
        "bar--tab",
        "bar--tab-active",
    }
)
"""The component classes of a screen that holds such widgets: once for all, since Textual works
through them anew for every widget that declares them."""


class Looks(Widget):
    """A widget that paints parts in the looks of its screen's component classes."""

    _looks: dict[str, Style] | None = None

    def look(self, component: str) -> Style:
        """Return what the stylesheet says of a component class, and nothing inherited."""
        if self._looks is None:
            self._looks = {}
        if (style := self._looks.get(component)) is None:
            style = self._looks[component] = self._read_look(component)
        return style

    def _read_look(self, component: str) -> Style:
        rules = self.screen.get_component_styles(component)
        text = rules.text_style
        return Style(
            background=rules.background if rules.has_rule("background") else None,
            foreground=rules.color if rules.has_rule("color") else None,
            bold=text.bold,
            dim=text.dim,
            italic=text.italic,
            underline=text.underline,
            reverse=text.reverse,
        )

    def notify_style_update(self) -> None:
        """Forget the looks of another theme."""
        super().notify_style_update()
        self._looks = None
