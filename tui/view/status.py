"""The words of the three bars: chips, tabs and status line."""

from collections.abc import Mapping, Sequence
from typing import Final

from textual.screen import Screen

from tui.layout import visible
from tui.library.interface import Figure, Query
from tui.model import Article
from tui.session.actions import FACETS, PANES, scope_of
from tui.session.keymap import Keymap
from tui.view.keys import key_name
from tui.view.widgets.bar import Bar
from tui.view.widgets.row_list import Part
from tui.words import N_, _, day, ngettext

SEARCH = "/"
"""What the chip of the search stands for: no figure's id."""
CLEARS = "figure.clear"
"""What the words behind the chips stand for, as those of the status line do: an action."""

PANE_NAMES: Final = {
    "library": N_("Library"),
    "article": N_("Article"),
    "people": N_("People"),
    "quotes": N_("Quotes"),
    "related": N_("Related"),
}


def byline(article: Article, tags: Sequence[str] = ()) -> str:
    """Return who wrote an article, where and when it appeared, and what it is filed under."""
    parts = (
        ", ".join(article.authors),
        article.site,
        day(article.published),
        " ".join(f"#{tag}" for tag in tags),
    )
    return " · ".join(filter(None, parts))


def chips(
    query: Query,
    figures: Mapping[str, Figure | None],
    count: str,
    total: int,
    reading: bool,
    keymap: Keymap,
) -> tuple[list[Part], list[Part]]:
    """Return the filter as chips, and how many articles it leaves."""
    left: list[Part] = []
    if query.searches:
        from tui.library.query.unparse import unparse

        left += [(f" ⌕ {visible(unparse(query.search))} ", f"bar--chip:{SEARCH}"), (" ", "")]
    for figure_ids, mark in ((query.include, "▸"), (query.exclude, f"✕ {_('without')}")):
        for figure_id in figure_ids:
            figure = figures[figure_id]
            name = visible(figure.name if figure else figure_id)
            left += [(f" {mark} {name} ", f"bar--chip:{figure_id}"), (" ", "")]
    if not left:
        left = [("Broadsheet", "bar--strong")]
    else:
        key = keymap.key("figure.clear")
        left.append((f"{key_name(key)} {_('clears')}" if key else "", f"bar--dim:{CLEARS}"))
    if query == Query():
        articles = ngettext("{n} article", "{n} articles", total)
    else:
        articles = ngettext("{count} of {n} article", "{count} of {n} articles", total, count=count)
    busy = f"{_('reading…')}  " if reading else ""
    return left, [(busy, "bar--strong" if busy else ""), (articles, "bar--dim")]


def write_titles(
    screen: Screen[None], counts: Mapping[str, int], active: str, keymap: Keymap
) -> None:
    """Write the panes' titles and the tabs, with how much there is in each."""
    for name in PANES:
        title = pane_name(name, keymap)
        screen.query_one(f"#{name}").border_title = (
            f"{title} · {counts[name]}" if name in counts else title
        )
    screen.query_one(f"#{FACETS}").border_title = _("In this list")
    width = screen.app.size.width - 3
    screen.query_one("#tabs", Bar).set_parts(tabs(active, counts, width, keymap))


def tabs(active: str, counts: Mapping[str, int], width: int, keymap: Keymap) -> list[Part]:
    """Return the panes by key, the active one marked.

    They are set closer where `width` cells are few, and without counts where these are too many.
    """
    labels = [_tab_label(pane, counts, keymap) for pane in PANES]
    if sum(map(len, labels)) + len(labels) > width + 1:
        labels = [pane_name(pane, keymap) for pane in PANES]
    pad = " " if sum(map(len, labels)) + 2 * len(labels) <= width else ""
    parts: list[Part] = []
    for pane, label in zip(PANES, labels, strict=True):
        look = "bar--tab-active" if pane == active else "bar--tab"
        parts += [(f"{pad}{label}{pad}", f"{look}:{pane}"), ("" if pad else " ", "")]
    return parts


def _tab_label(pane: str, counts: Mapping[str, int], keymap: Keymap) -> str:
    count = f" {counts[pane]}" if pane in ("people", "quotes", "related") else ""
    return f"{pane_name(pane, keymap)}{count}"


def pane_name(pane: str, keymap: Keymap) -> str:
    """Return what stands over a pane: the key that leads to it, and its name."""
    return f"{key_name(keymap.key(f'pane.{pane}'))} {_(PANE_NAMES[pane])}".strip()


def hints(active: str, room: int, keymap: Keymap) -> list[Part]:
    """Return the keys worth knowing in a pane, as many as `room` cells hold."""
    parts: list[Part] = []
    for action in keymap.in_pane(scope_of(active)):
        key, word = key_name(action.keys[0]) if action.keys else "", f" {_(action.hint)}  "
        if action.hint and key and len(key) + len(word) <= room:
            parts += [(key, f"bar--key:{action.id}"), (word, f"bar--dim:{action.id}")]
            room -= len(key) + len(word)
    return parts
