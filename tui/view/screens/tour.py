"""The tour: six steps through the panes, each with the keys that matter there.

It lies at the foot of the reader and leaves the rest of the screen to be seen. Whatever key is not
its own ends it and does what it always does, so that nobody has to sit it out.
"""

from collections.abc import Callable
from typing import ClassVar, Final, NamedTuple

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.session.keymap import Keymap
from tui.view.keys import key_name, keymap_of
from tui.words import N_, _


class Step(NamedTuple):
    """One step."""

    pane: str
    """The pane that it is about."""
    words: str
    """What there is to see."""
    does: tuple[tuple[str, str], ...]
    """Actions by id, and what their keys do in words."""


STEPS: Final = (
    Step(
        "library",
        N_("Here are your articles, newest first. ● has not been read, ▶ is open."),
        (
            ("library.open", N_("reads the one under the cursor")),
            ("library.next", N_("goes to the next from anywhere")),
            ("library.search", N_("searches all of them as you type")),
        ),
    ),
    Step(
        "article",
        N_("The article. Names are bold, quotes are tinted; a click, or letters, work on both."),
        (
            ("move.page_down", N_("turns the page")),
            ("article.next_quote", N_("goes to the next quote")),
            ("article.find", N_("finds words")),
            ("view.hints", N_("puts letters on all that can be clicked")),
            ("view.body_only", N_("leaves only the article")),
        ),
    ),
    Step(
        "people",
        N_("Whom the article names, how often here and in the whole library, and what they are."),
        (
            ("people.choose", N_("filters everything by that figure")),
            ("figure.clear", N_("clears the filter")),
            ("figure.page", N_("shows all they ever said")),
        ),
    ),
    Step(
        "quotes",
        N_(
            "Who says what. “Inferred” means that the text does not name the speaker in so many"
            " words."
        ),
        (("quotes.jump", N_("goes to the quote in the article")),),
    ),
    Step(
        "related",
        N_("What the page leads to, and what shares its figures or its rare words; each says why."),
        (
            ("related.open", N_("opens it")),
            ("history.back", N_("comes back to where you were")),
        ),
    ),
    Step(
        "article",
        N_("That is all. The tour can be had again from the palette."),
        (
            ("app.help", N_("lists every key, and finds them by their words")),
            ("app.palette", N_("does anything by its name")),
            ("app.back", N_("goes back a level, and out from the library")),
        ),
    ),
)


class TourScreen(ModalScreen[None]):
    """The steps, one after the other."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space,right", "step(1)", show=False, id="tour.next"),
        Binding("backspace,left", "step(-1)", show=False, id="tour.previous"),
        Binding("escape,q", "dismiss(None)", show=False, id="tour.leave"),
    ]
    CSS = """
    TourScreen { align: center bottom; background: $background 0%; }
    #tour { width: 84; max-width: 100%; height: auto; max-height: 70%; padding: 0 1;
        background: $surface; border: round $accent; border-title-color: $accent;
        border-subtitle-color: $dim-foreground; }
    """
    OWN: ClassVar[set[str]] = {
        *("enter", "space", "right", "backspace", "left", "escape", "q"),
    }
    """The keys of the tour."""

    def __init__(self, show_pane: Callable[[str], None]) -> None:
        """`show_pane` brings a pane of the reader forward."""
        super().__init__()
        self._show_pane = show_pane
        self._at = 0
        self._words = Static()

    def compose(self) -> ComposeResult:
        """A box of words."""
        with Vertical(id="tour"):
            yield self._words

    def on_mount(self) -> None:
        """Begin."""
        self._show()

    def action_step(self, steps: int) -> None:
        """Go on, or back; the tour ends after its last step."""
        if self._at + steps >= len(STEPS):
            self.dismiss(None)
            return
        self._at = max(0, self._at + steps)
        self._show()

    def on_key(self, event: events.Key) -> None:
        """Leave by any other key, which then does what it does."""
        if event.key not in self.OWN:
            event.stop()
            self.dismiss(None)
            self.app.post_message(events.Key(event.key, event.character))

    def on_click(self) -> None:
        """Go on by a click."""
        self.action_step(1)

    def _show(self) -> None:
        step = STEPS[self._at]
        self._show_pane(step.pane)
        box = self.query_one("#tour")
        box.border_title = _(
            "{n} of {count} · {pane}",
            n=self._at + 1,
            count=len(STEPS),
            pane=_(step.pane).capitalize(),
        )
        last = self._at + 1 == len(STEPS)
        box.border_subtitle = (
            _("⏎ ends") if last else _("⏎ goes on   ← goes back   esc skips the tour")
        )
        self._words.update(words_of(step, keymap_of(self)))


def words_of(step: Step, keymap: Keymap) -> Content:
    """Return what a step says, with the keys as the user has them; what has none is left out."""
    lines = [Content(_(step.words))]
    for action_id, does in step.does:
        if key := keymap.key(action_id):
            lines.append(Content.assemble((f"{key_name(key):>8}", "bold"), f"  {_(does)}"))
    return Content("\n").join(lines)
