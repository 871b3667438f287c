"""Hints over a picture of the screen: typing the letters of one chooses what stands there.

The picture is taken once, from what the widgets have painted, so that nothing moves while letters
are typed; what a hint does is up to whoever made it.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import ClassVar, NamedTuple

from rich.segment import Segment
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.geometry import Region
from textual.screen import ModalScreen, Screen
from textual.strip import Strip
from textual.widget import Widget

from tui.session.hints import hint_words
from tui.view.keys import keymap_of, typed_key
from tui.view.widgets.looks import Looks


class Target(NamedTuple):
    """Something on the screen that can be chosen."""

    x: int
    """Column of the screen, in cells."""
    y: int
    """Line of the screen."""
    choose: Callable[[], None]


class Hint(NamedTuple):
    """The letters that choose a target, and where they stand."""

    x: int
    y: int
    word: str
    choose: Callable[[], None]


def placed(targets: Sequence[Target], width: int) -> list[Hint]:
    """Return a hint for each target, beside its place where another hint has taken that.

    Where there is no room near it, a target has none.
    """
    taken: set[tuple[int, int]] = set()
    hints = []
    for target, word in zip(targets, hint_words(len(targets)), strict=True):
        for x in (target.x, *range(target.x + 1, target.x + 5)):
            cells = {(x + n, target.y) for n in range(len(word))}
            if x + len(word) <= width and not cells & taken:
                taken |= cells
                hints.append(Hint(x, target.y, word, target.choose))
                break
    return hints


def picture(screen: Screen[None]) -> list[Strip]:
    """Return the lines of a screen as they are painted."""
    width, height = screen.size
    lines = [Strip.blank(width, screen.rich_style) for _ in range(height)]
    for widget in _painted(screen):
        place = widget.region
        strips = widget.render_lines(Region(0, 0, *place.size))
        for y, strip in enumerate(strips, place.y):
            if 0 <= y < height:
                lines[y] = laid_over(lines[y], place.x, strip.adjust_cell_length(place.width))
    return lines


def _painted(screen: Screen[None]) -> Iterator[Widget]:
    """Yield what is to be seen, what lies on top last."""
    for widget in screen.walk_children(Widget):
        if widget.region and all(node.display for node in widget.ancestors_with_self):
            yield widget
            if widget.show_vertical_scrollbar and widget.vertical_scrollbar.region:
                yield widget.vertical_scrollbar


def laid_over(line: Strip, x: int, strip: Strip) -> Strip:
    """Return a line with a strip over it from column `x` on; it stays as long as it is."""
    end = x + strip.cell_length
    width = line.cell_length
    return Strip.join([line.crop(0, x), strip, line.crop(end, width)]).crop(0, width)


class Hinted(Looks):
    """The picture with the hints that the letters typed so far leave."""

    ALLOW_SELECT = False

    def __init__(self, lines: list[Strip], hints: Sequence[Hint]) -> None:
        super().__init__()
        self.lines = lines
        self.hints = hints
        self.typed = ""

    def render_line(self, y: int) -> Strip:
        """Paint a line of the screen."""
        if y >= len(self.lines):
            return Strip.blank(self.size.width, self.rich_style)
        line = self.lines[y]
        style = (self.visual_style + self.look("hint")).rich_style
        for hint in self.hints:
            if hint.y == y and hint.word.startswith(self.typed):
                rest = hint.word[len(self.typed) :]
                x = hint.x + len(self.typed)
                line = laid_over(line, x, Strip([Segment(rest, style)], len(rest)))
        return line


class HintScreen(ModalScreen[Hint | None]):
    """Answers with the hint whose letters were typed, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", show=False, id="hints.close"),
        Binding("backspace", "untype", show=False, id="hints.untype"),
    ]
    CSS = "HintScreen { background: $background; } Hinted { width: 1fr; height: 1fr; }"

    def __init__(self, lines: list[Strip], hints: Sequence[Hint]) -> None:
        super().__init__()
        self._hinted = Hinted(lines, hints)

    def compose(self) -> ComposeResult:
        """The picture is all there is."""
        yield self._hinted

    def on_key(self, event: events.Key) -> None:
        """Take a letter of a hint; the key that opened the hints closes them too."""
        key = typed_key(event)
        if key in keymap_of(self).keys("view.hints"):
            event.stop()
            self.dismiss(None)
        elif event.is_printable and event.character:
            event.stop()
            self._type(event.character.lower())

    def _type(self, letter: str) -> None:
        typed = self._hinted.typed + letter
        left = [hint for hint in self._hinted.hints if hint.word.startswith(typed)]
        if left and left[0].word == typed:
            self.dismiss(left[0])
        elif left:
            self._show(typed)

    def action_untype(self) -> None:
        """Take back the last letter."""
        self._show(self._hinted.typed[:-1])

    def _show(self, typed: str) -> None:
        self._hinted.typed = typed
        self._hinted.refresh()

    def on_click(self) -> None:
        """Leave by a click anywhere."""
        self.dismiss(None)

    def on_resize(self, event: events.Resize) -> None:
        """Leave where the picture fits the screen no longer."""
        if event.size.height != len(self._hinted.lines):
            self.dismiss(None)
