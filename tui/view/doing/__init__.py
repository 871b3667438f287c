"""What the reader does when a key asks for it, one module per matter, imported when first asked.

A function is named as its action's method (`figure.watch` is `figure_watch`) and takes the reader.
Nothing here is imported before the first paint.
"""

from collections.abc import Callable
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Final, cast

from textual.dom import DOMNode

if TYPE_CHECKING:
    from tui.view.screens.reader import ReaderScreen

PREFIX: Final = "action_"
"""How the toolkit calls the method of an action."""

MODULES: Final = {
    "app_changes": "undoing",
    "app_tour": "touring",
    "app_undo": "undoing",
    "article_browse": "browsing",
    "article_colour": "colouring",
    "article_copy_as": "copying",
    "article_copy_link": "copying",
    "article_copy_quote": "copying",
    "article_links": "linking",
    "article_pictures": "linking",
    "article_pipe": "piping",
    "article_pipe_json": "piping",
    "article_select": "selecting",
    "article_story": "stories",
    "article_unselect": "selecting",
    "feeds_failures": "fetching",
    "feeds_refresh": "fetching",
    "figure_page": "figure_page",
    "figure_watch": "watching",
    "library_export": "exporting",
    "library_highlights": "highlights",
    "library_read_all": "reading_all",
    "library_tag": "tagging",
    "library_voices": "voices",
    "people_merge": "correcting",
    "people_not_a_person": "correcting",
    "people_rename": "correcting",
    "people_split": "correcting",
    "quotes_speaker": "correcting",
    "related_fetch": "fetching",
    "view_hints": "hinting",
    "view_narrower": "measuring",
    "view_wider": "measuring",
}
"""The module of this package that has each function."""


class Doing:
    """A widget or screen of the reader that finds what does an action, when it is asked for."""

    def __getattr__(self, name: str) -> Callable[[], object]:
        """Return what does the action `name` ("action_figure_watch") in the reader."""
        method = name.removeprefix(PREFIX)
        if method == name or method not in MODULES:
            raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")
        return partial(function(method), cast("ReaderScreen", cast("DOMNode", self).screen))


def function(name: str) -> Callable[["ReaderScreen"], object]:
    """Import and return the function of a method's name ("figure_watch")."""
    found: Callable[[ReaderScreen], object] = getattr(
        import_module(f"{__name__}.{MODULES[name]}"), name
    )
    return found
