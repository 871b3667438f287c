"""The words of the three bars: chips, tabs and status line."""

from collections.abc import Mapping

from tui.layout import visible
from tui.library.interface import Figure, Query
from tui.library.query.unparse import unparse
from tui.model import Article
from tui.session.actions import PANES, in_scope, scope_of
from tui.view.widgets.row_list import Part

SEARCH = "/"
"""What the chip of the search stands for: no figure's id."""

KEY_NAMES = {
    "enter": "⏎",
    "space": "space",
    "pagedown": "pgdn",
    "pageup": "pgup",
    "escape": "esc",
    "asterisk": "*",
}
"""How keys are written where the terminal's name for them is long."""


def key_name(key: str) -> str:
    """Return a key as a reader knows it."""
    return KEY_NAMES.get(key, key)


def byline(article: Article) -> str:
    """Return who wrote an article, where and when it appeared."""
    parts = (", ".join(article.authors), article.site, (article.published or "")[:10])
    return " · ".join(filter(None, parts))


def chips(
    query: Query, figures: Mapping[str, Figure | None], count: str, total: int, reading: bool
) -> tuple[list[Part], list[Part]]:
    """Return the filter as chips, and how many articles it leaves."""
    left: list[Part] = []
    if query.searches:
        left += [(f" ⌕ {visible(unparse(query.search))} ", f"bar--chip:{SEARCH}"), (" ", "")]
    for figure_ids, mark in ((query.include, "▸"), (query.exclude, "✕ without")):
        for figure_id in figure_ids:
            figure = figures[figure_id]
            name = visible(figure.name if figure else figure_id)
            left += [(f" {mark} {name} ", f"bar--chip:{figure_id}"), (" ", "")]
    if not left:
        left = [("Broadsheet", "bar--strong")]
    else:
        left.append(("F clears", "bar--dim"))
    several = "article" if total == 1 else "articles"
    number = f"{count} of {total} {several}" if query != Query() else f"{total} {several}"
    return left, [("reading…  ", "bar--strong") if reading else ("", ""), (number, "bar--dim")]


def tabs(active: str, counts: Mapping[str, int], width: int) -> list[Part]:
    """Return the panes by number, the active one marked; set closer where `width` cells are few."""
    labels = [_tab_label(number, pane, counts) for number, pane in enumerate(PANES, 1)]
    pad = " " if sum(map(len, labels)) + 2 * len(labels) <= width else ""
    parts: list[Part] = []
    for pane, label in zip(PANES, labels, strict=True):
        look = "bar--tab-active" if pane == active else "bar--tab"
        parts += [(f"{pad}{label}{pad}", f"{look}:{pane}"), ("" if pad else " ", "")]
    return parts


def _tab_label(number: int, pane: str, counts: Mapping[str, int]) -> str:
    count = f" {counts[pane]}" if pane in ("people", "quotes", "related") else ""
    return f"{number} {pane.capitalize()}{count}"


def hints(active: str, room: int) -> list[Part]:
    """Return the keys worth knowing in a pane, as many as `room` cells hold."""
    parts: list[Part] = []
    for action in in_scope(scope_of(active), "everywhere"):
        key, word = key_name(action.keys[0]) if action.keys else "", f" {action.hint}  "
        if action.hint and len(key) + len(word) <= room:
            parts += [(key, "bar--key"), (word, "bar--dim")]
            room -= len(key) + len(word)
    return parts
