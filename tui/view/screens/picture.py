"""One picture on a screen of its own: loaded because it was asked for, and shown with its caption.

A thread fetches it, a child decodes it, and what comes of it is a message to the screen. Leaving
the screen stops both.
"""

from collections.abc import Callable
from typing import ClassVar, Final, Literal

from rich.color import Color
from rich.segment import ControlType, Segment
from rich.style import Style
from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.screen import ModalScreen
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Static
from textual.worker import get_current_worker

from tui.fetch.drawing import DrawingError, Drawn, Frame, drawn
from tui.layout import visible
from tui.reasons import worded
from tui.session.references import Reference
from tui.view.pictures import KITTY_GONE, Way, cells, frame_of, sequence
from tui.view.screens.page import PageBar
from tui.words import _

_HALF: Final = "▀"

Leaves = Literal["browse"]


class Gone(Message):
    """The terminal has been told to take the picture away."""


class PictureView(Widget):
    """The cells that a picture takes."""

    DEFAULT_CSS = "PictureView { width: 1fr; height: 1fr; }"
    ALLOW_SELECT = False

    def __init__(self, way: Way) -> None:
        super().__init__()
        self._way = way
        self._picture: Drawn | None = None
        self._frame: Frame | None = None
        self._over = ""

    def show(self, picture: Drawn, frame: Frame) -> None:
        """Show a picture that was fitted into a frame."""
        self._picture, self._frame = picture, frame
        columns, rows = cells(picture, frame)
        if self._way != "blocks":
            left, top = self._corner(columns, rows)
            place = self.region
            # The cursor goes where the picture begins, and back for what is painted next.
            goes = f"\x1b7\x1b[{place.y + top + 1};{place.x + left + 1}H"
            self._over = f"{goes}{sequence(self._way, picture, frame)}\x1b8"
        self.refresh()

    def clear(self) -> bool:
        """Take the picture off the screen; True where that takes a painting, which `Gone` follows.

        What kitty shows stays over whatever is painted later, until it is told to delete it.
        """
        self._picture = None
        lasts = self._way == "kitty" and bool(self._over)
        self._over = KITTY_GONE if lasts else ""
        self.refresh()
        return lasts

    def _corner(self, columns: int, rows: int) -> tuple[int, int]:
        return max(0, (self.size.width - columns) // 2), max(0, (self.size.height - rows) // 2)

    def render_line(self, y: int) -> Strip:
        """Paint a line of half-blocks; else nothing, and the picture over it with the last line."""
        width = self.size.width
        blank = Strip.blank(width, self.rich_style)
        if self._way != "blocks":
            if self._over and y == self.size.height - 1:
                if self._over == KITTY_GONE:
                    self.post_message(Gone())
                over = Segment(self._over, None, [(ControlType.CURSOR_FORWARD, 0)])
                return Strip([*blank, over], width)
            return blank
        picture, frame = self._picture, self._frame
        if picture is None or frame is None:
            return blank
        columns, rows = cells(picture, frame)
        left, top = self._corner(columns, rows)
        if not top <= y < top + rows:
            return blank
        ground = self.rich_style
        before = Segment(" " * left, ground)
        after = Segment(" " * max(0, width - left - columns), ground)
        line = list(_halves(picture, 2 * (y - top), ground))
        return Strip([before, *line, after]).adjust_cell_length(width)


def _halves(picture: Drawn, y: int, ground: Style) -> "list[Segment]":
    """Return two rows of pixels as a line of half-blocks; a last row alone stands on the ground."""
    wide, high = picture.drawn
    upper = picture.data[3 * wide * y : 3 * wide * (y + 1)]
    lower = picture.data[3 * wide * (y + 1) : 3 * wide * (y + 2)] if y + 1 < high else b""
    found = []
    for at in range(0, 3 * wide, 3):
        below = Color.from_rgb(*lower[at : at + 3]) if lower else ground.bgcolor
        found.append(
            Segment(_HALF, Style(color=Color.from_rgb(*upper[at : at + 3]), bgcolor=below))
        )
    return found


class Came(Message):
    """The bytes of the picture are here, or the reason why not."""

    def __init__(self, data: bytes, reason: str = "") -> None:
        super().__init__()
        self.data = data
        self.reason = reason


class Ready(Message):
    """The picture is fitted into the room that there is, or cannot be."""

    def __init__(self, picture: Drawn | None, frame: Frame, reason: str = "") -> None:
        super().__init__()
        self.picture = picture
        self.frame = frame
        self.reason = reason


class PictureScreen(ModalScreen[Leaves | None]):
    """Shows one picture; answers whether it is wanted in the browser."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,enter", "leave", show=False, id="picture.close"),
        Binding("o", "leave('browse')", show=False, id="picture.browse"),
    ]
    CSS = """
    PictureScreen { background: $background; }
    PictureScreen PageBar { height: 1; padding: 0 1; }
    PictureScreen Static { height: auto; max-height: 4; padding: 0 1; background: $surface; }
    """

    def __init__(
        self, reference: Reference, title: str, load: Callable[[], bytes], way: Way
    ) -> None:
        """`title` is what stands for a caption where there is none; `load` fetches the picture in a
        thread and raises ValueError or OSError with the reason where it cannot be had."""
        super().__init__()
        self._reference = reference
        self._title = title
        self._load = load
        self._way: Way = way
        self._data = b""
        self._leaving = False
        self._to: Leaves | None = None

    def compose(self) -> ComposeResult:
        """The caption, the picture, and what is to be known of it."""
        with Vertical():
            yield Static(Content(visible(self._reference.words or self._title)))
            yield PictureView(self._way)
            yield PageBar(id="picture-address")
            yield PageBar(id="picture-status")

    def on_mount(self) -> None:
        """Begin to load."""
        self.query_one("#picture-address", PageBar).set_parts(
            [(visible(self._reference.address), "bar--dim")]
        )
        self._tell(_("Loading …"))
        self._fetch()

    def _tell(self, words: str) -> None:
        keys = _("o in the browser   esc closes") if self._reference.on_web else _("esc closes")
        self.query_one("#picture-status", PageBar).set_parts(
            [(visible(words), "bar--strong")], [(keys, "bar--dim")]
        )

    # --- in threads

    @work(thread=True, exclusive=True, group="picture")
    def _fetch(self) -> None:
        worker = get_current_worker()
        try:
            came = Came(self._load())
        except (ValueError, OSError) as error:
            came = Came(b"", str(error))
        if not worker.is_cancelled:
            self.post_message(came)

    @work(thread=True, exclusive=True, group="picture")
    def _draw(self, frame: Frame) -> None:
        worker = get_current_worker()
        try:
            ready = Ready(drawn(self._data, frame, lambda: worker.is_cancelled), frame)
        except (DrawingError, OSError) as error:
            ready = Ready(None, frame, str(error))
        if not worker.is_cancelled:
            self.post_message(ready)

    # --- in the screen

    @on(Came)
    def _came(self, message: Came) -> None:
        self._data = message.data
        if message.reason:
            self._tell(worded(message.reason))
        else:
            self._fit()

    def on_resize(self) -> None:
        """Fit the picture into another room."""
        if self._data:
            self.call_after_refresh(self._fit)

    def _fit(self) -> None:
        room = self.query_one(PictureView).size
        if room.width and room.height:
            self._draw(frame_of(self._way, room.width, room.height))

    @on(Ready)
    def _ready(self, message: Ready) -> None:
        if self._leaving:
            return
        if message.picture is None:
            self._tell(worded(message.reason))
            return
        self.query_one(PictureView).show(message.picture, message.frame)
        wide, high = message.picture.size
        size = f"{wide} × {high}"
        weight = _("{n} kB", n=max(1, round(len(self._data) / 1000)))
        self._tell(" · ".join((message.picture.kind, size, weight)))

    def action_leave(self, to: Leaves | None = None) -> None:
        """Take the picture off the screen, then close."""
        if to == "browse" and not self._reference.on_web:
            return
        self._to = to
        if self._leaving or not self.query_one(PictureView).clear():
            self.dismiss(to)
        self._leaving = True

    @on(Gone)
    def _gone(self) -> None:
        # Once: it is painted again where the terminal changes meanwhile.
        if self.is_active:
            self.dismiss(self._to)
