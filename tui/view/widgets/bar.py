"""One line across the screen, in parts at its left and right end."""

from textual import events
from textual.content import Content, Span
from textual.style import Style

from tui.view.messages import PartChosen
from tui.view.widgets.looks import Looks
from tui.view.widgets.row_list import Part, spread


class Bar(Looks):
    """A line of text parts that is set from outside."""

    ALLOW_SELECT = False

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._left: list[Part] = []
        self._right: list[Part] = []

    def set_parts(self, left: list[Part], right: list[Part] | None = None) -> None:
        """Show other parts; nothing happens where they are the same."""
        if (left, right or []) != (self._left, self._right):
            self._left, self._right = left, right or []
            self.refresh()

    def render(self) -> Content:
        """Paint the parts, cut to the width."""
        texts, spans, start = [], [], 0
        for text, component in spread(self._left, self._right, self.size.width):
            if component:
                spans.append(Span(start, start + len(text), self._style(component)))
            texts.append(text)
            start += len(text)
        return Content("".join(texts), spans=[s for s in spans if s.end > s.start])

    def _style(self, component: str) -> Style:
        """Return the look of a part; "CLASS:VALUE" is a part that answers to clicks."""
        name, _, value = component.partition(":")
        style = self.look(name)
        return style + Style.from_meta({"part": value}) if value else style

    def on_click(self, event: events.Click) -> None:
        """Say which part was clicked."""
        if value := event.style.meta.get("part"):
            self.post_message(PartChosen(self.id or "", value))
