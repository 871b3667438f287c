"""The settings as the program uses them."""

from typing import Literal, NamedTuple

from tui.session.keymap import DEFAULT, Keymap


class Settings(NamedTuple):
    """What holds where nothing else is asked for; each is explained in `schema`."""

    theme: str = "dark"
    """One that is built in, or the name of a file of colours."""
    measure: int = 84
    """The widest a line of an article is set, in cells: beyond it the eye loses the next one."""
    justify: bool = False
    """Whether lines of prose end at one edge."""
    hyphenate: bool = False
    """Whether words of French and English are cut at the end of a line."""
    scroll: int = 2
    """Lines that a turn of the mouse wheel scrolls."""
    mark_read: Literal["end", "open", "never"] = "end"
    library: str | None = None
    """The library's file, with ~ written out; None for the usual place."""
    jobs: int | None = None
    """Processes that read; None for one for each processor."""
    allow_private: bool = False
    """Whether the reader fetches pieces from this machine and from private networks."""
    pictures: Literal["auto", "kitty", "iterm", "sixel", "blocks", "none"] = "auto"
    """How pictures are shown, when they are asked for."""
    copy_style: Literal["plain", "markdown", "apa", "bibtex", "csl-json"] = "plain"
    """How a quote is written that is copied."""
    pipe_limit: int = 30
    """Seconds that a command may take which gets an article."""
    language: Literal["auto", "en", "fr"] = "auto"
    """What the program speaks; "auto" for the language of the locale."""
    highlights: str = ""
    """What the colours of highlights mean, as `tui.session.colours.meanings` reads it."""
    preset: str = "default"
    keymap: Keymap = DEFAULT


DEFAULTS = Settings()
