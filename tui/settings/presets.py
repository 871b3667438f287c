"""Keymaps that other readers have taught: the actions that have other keys there, by id.

`newsboat`: the default keys of newsboat (its `src/keymap.cpp`) for what both do, and room for them.
`less`: the commands of less (its manual page, "Commands") for what both do.
What stands in neither keeps the keys of the registry, as long as nothing else takes them.
"""

from typing import Final

Keys = dict[str, tuple[str, ...]]

PRESETS: Final[dict[str, Keys]] = {
    "default": {},
    "newsboat": {
        "app.quit": ("Q", "ctrl+q"),
        "library.next_unread": ("n", "] u"),
        "library.previous_unread": ("p", "[ u"),
        "library.toggle_read": ("N",),
        "library.search": ("/",),
        "article.find": ("ctrl+g",),
        "article.next_hit": ("ctrl+n",),
        "article.previous_hit": ("ctrl+p",),
        "app.palette": (":",),
        "figure.filter": ("f", "F"),
        "figure.clear": ("ctrl+f",),
        "library.views": ("v", "V"),
        "library.save_view": ("ctrl+v",),
        "view.quotes": ("ctrl+t",),
    },
    "less": {
        "move.down": ("j", "ctrl+e", "ctrl+n", "down"),
        "move.up": ("k", "ctrl+y", "ctrl+k", "up"),
        "move.page_down": ("space", "f", "ctrl+f", "ctrl+v", "pagedown"),
        "move.page_up": ("b", "ctrl+b", "alt+v", "pageup"),
        "move.top": ("g", "<", "home"),
        "move.bottom": ("G", ">", "end"),
        "view.narrower": ("(",),
        "view.wider": (")",),
        "figure.filter": ("&",),
        "library.next": ("J", ": n"),
        "library.previous": ("K", ": p"),
        "app.help": ("h", "?"),
        "pane.parent": ("left",),
        "pane.child": ("right",),
        "app.quit": ("ctrl+q", ": q", "Z Z"),
    },
}
