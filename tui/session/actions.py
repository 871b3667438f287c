"""Every action a reader can take, once: its id, its keys, where it works and what it does.

Bindings, the status line, help, the palette, the keymap check and the README's table are all made
from this registry. Ids are stable, so that a user can give an action other keys (`keymap`).
"""

from collections import defaultdict
from typing import Final, Literal, NamedTuple

Scope = Literal[
    "everywhere", "panes", "library", "article", "people", "quotes", "related", "facets"
]
"""Where an action works: in every state, in whichever pane has the focus, or in one pane."""


class Action(NamedTuple):
    """Something a key does."""

    id: str
    keys: tuple[str, ...]
    """A character as it is typed, else the key's name as the terminal toolkit has it, modifiers
    first and in the order of letters ("ctrl+shift+left"); two keys one after the other as "] q"."""
    scope: Scope
    description: str
    hint: str = ""
    """A word for the status line; "" keeps the action out of it."""
    instead_of: str = ""
    """The id of an action for everywhere whose keys mean this one in its pane."""

    @property
    def method(self) -> str:
        """The name of the view's method: `article.next_quote` is `article_next_quote`."""
        return self.id.replace(".", "_")

    @property
    def word(self) -> str:
        """A word for what it leads to: "quote" for `article.next_quote`."""
        last = self.id.partition(".")[2]
        return last.removeprefix("next_").removeprefix("previous_").replace("_", " ")


ACTIONS: tuple[Action, ...] = (
    Action("move.down", ("j", "down"), "panes", "Down a line or row"),
    Action("move.up", ("k", "up"), "panes", "Up a line or row"),
    Action("move.half_down", ("d", "ctrl+d"), "panes", "Down half a page"),
    Action("move.half_up", ("u", "ctrl+u"), "panes", "Up half a page"),
    Action("move.page_down", ("space", "pagedown"), "panes", "Down a page"),
    Action("move.page_up", ("b", "pageup"), "panes", "Up a page"),
    Action("move.top", ("g", "home"), "panes", "To the top"),
    Action("move.bottom", ("G", "end"), "panes", "To the bottom"),
    Action("article.next_paragraph", ("}",), "article", "Next paragraph"),
    Action("article.previous_paragraph", ("{",), "article", "Previous paragraph"),
    Action("article.select", ("x",), "article", "Select a sentence, or one more", "select"),
    Action("article.unselect", ("X",), "article", "Select one sentence less"),
    Action("library.open", ("enter",), "library", "Read the article", "read"),
    Action("people.choose", ("enter",), "people", "Filter by this figure", "filter"),
    Action("people.exclude", ("x",), "people", "Leave out articles with this figure", "leave out"),
    Action("people.add", ("+",), "people", "Add this figure to the filter", "add"),
    Action("people.merge", ("M",), "people", "Merge with another figure", "merge"),
    Action("people.split", ("X",), "people", "Split off who is somebody else"),
    Action("people.rename", ("=",), "people", "Rename the figure"),
    Action("people.not_a_person", ("delete",), "people", "Not a person"),
    Action("quotes.jump", ("enter",), "quotes", "Go to the quote in the article", "go there"),
    Action("quotes.speaker", ("=",), "quotes", "Change who says the quote", "speaker"),
    Action("related.open", ("enter",), "related", "Open the related piece", "open"),
    Action(
        "related.fetch",
        ("a",),
        "related",
        "Fetch the piece from the web and open it",
        "fetch",
        instead_of="article.note",
    ),
    Action("facets.choose", ("enter",), "facets", "Narrow the list to this", "narrow"),
    Action("pane.next", ("tab",), "everywhere", "Next pane"),
    Action("pane.previous", ("shift+tab",), "everywhere", "Previous pane"),
    Action("pane.parent", ("h", "left"), "everywhere", "Pane to the left"),
    Action("pane.child", ("l", "right"), "everywhere", "Pane to the right"),
    Action("pane.library", ("1",), "everywhere", "Go to the library"),
    Action("pane.article", ("2",), "everywhere", "Go to the article"),
    Action("pane.people", ("3",), "everywhere", "Go to the people"),
    Action("pane.quotes", ("4",), "everywhere", "Go to the quotes"),
    Action("pane.related", ("5",), "everywhere", "Go to the related pieces"),
    Action("figure.filter", ("f",), "everywhere", "Filter by a figure", "figure"),
    Action("figure.clear", ("F",), "everywhere", "Clear the filter"),
    Action("figure.page", ("i",), "everywhere", "A figure’s page: what they said and more"),
    Action("library.highlights", ("L",), "everywhere", "All highlights and notes"),
    Action("article.story", ("T",), "everywhere", "The story: copies, follow-ups, who quotes what"),
    Action("library.voices", ("W",), "everywhere", "Voices: who gets how many words"),
    Action("library.search", ("s",), "everywhere", "Search the library", "search"),
    Action(
        "library.facets", ("S",), "everywhere", "What the list comes to: figures, sites, months"
    ),
    Action("library.views", ("V",), "everywhere", "Saved views and watched figures"),
    Action("library.save_view", ("v",), "everywhere", "Save what the list shows as a view"),
    Action("figure.watch", ("w",), "everywhere", "Watch the figure, or no longer"),
    Action("article.find", ("/",), "everywhere", "Find in the article", "find"),
    Action("article.next_hit", ("n",), "everywhere", "Next hit, or mention of the figure"),
    Action("article.previous_hit", ("N",), "everywhere", "Previous hit or mention"),
    Action("article.next_quote", ("] q",), "everywhere", "Next quote"),
    Action("article.previous_quote", ("[ q",), "everywhere", "Previous quote"),
    Action("article.next_mention", ("] m",), "everywhere", "Next mention of the chosen figure"),
    Action("article.previous_mention", ("[ m",), "everywhere", "Previous mention"),
    Action("article.next_heading", ("] h",), "everywhere", "Next heading"),
    Action("article.previous_heading", ("[ h",), "everywhere", "Previous heading"),
    Action("library.next_unread", ("] u",), "everywhere", "Next unread article"),
    Action("library.previous_unread", ("[ u",), "everywhere", "Previous unread article"),
    Action("library.next", ("J",), "everywhere", "Next article", "next"),
    Action("library.previous", ("K",), "everywhere", "Previous article"),
    Action("library.toggle_read", ("r",), "everywhere", "Mark the article read or unread"),
    Action("library.star", ("*",), "everywhere", "Give the article a star, or take it away"),
    Action("library.tag", ("t",), "everywhere", "File the article under tags"),
    Action("article.highlight", ("H",), "everywhere", "Highlight what is selected, or read"),
    Action("article.colour", ("c",), "everywhere", "Highlight in a colour"),
    Action("article.note", ("a",), "everywhere", "Write a note on what is selected, or read"),
    Action("article.links", ("#",), "everywhere", "The article’s links and pictures by number"),
    Action("article.pictures", ("P",), "everywhere", "The article’s pictures, loaded when you ask"),
    Action("article.copy_link", ("y",), "everywhere", "Copy the link"),
    Action(
        "article.copy_quote", ("Y",), "everywhere", "Copy the quote or highlight with its source"
    ),
    Action("article.copy_as", (), "everywhere", "Copy the quote as Markdown, APA, BibTeX …"),
    Action(
        "article.browse", ("o",), "everywhere", "Open in the browser, after a look at the address"
    ),
    Action("article.pipe", ("|",), "everywhere", "Give the article to a command"),
    Action("article.pipe_json", (), "everywhere", "Give the article to a command, as Article JSON"),
    Action(
        "library.export", ("e",), "everywhere", "Export the article, the list or quotes to a file"
    ),
    Action("feeds.refresh", ("R",), "everywhere", "Ask the feeds for what is new"),
    Action("feeds.failures", ("E",), "everywhere", "What could not be fetched, and why"),
    Action("library.read_all", ("A",), "everywhere", "Mark all that is listed as read (asks)"),
    Action("app.undo", ("U",), "everywhere", "Take back what was done last"),
    Action("app.changes", ("C",), "everywhere", "What was changed, to take any of it back"),
    Action("history.back", ("ctrl+o", "alt+left"), "everywhere", "Back to where you were", "back"),
    Action("history.forward", ("alt+right",), "everywhere", "Forward again"),
    Action("view.hints", (";",), "everywhere", "Go to anything on the screen by its letters"),
    Action("view.quotes", ("Q",), "everywhere", "Show or hide quote marks"),
    Action("view.body_only", ("z",), "everywhere", "Only the article"),
    Action("view.narrower", ("<",), "everywhere", "Shorter lines in the article"),
    Action("view.wider", (">",), "everywhere", "Longer lines in the article"),
    Action("view.theme", (), "everywhere", "Next theme: dark, light, high contrast, your own"),
    Action("app.palette", ("ctrl+p",), "everywhere", "Command palette"),
    Action("app.help", ("?",), "everywhere", "Help for this pane", "help"),
    Action("app.tour", (), "everywhere", "A tour of the reader in six steps"),
    Action("app.back", ("q",), "everywhere", "Back one level; quit from the library"),
    Action("app.leave", ("escape",), "everywhere", "Back one level"),
    Action("app.quit", ("ctrl+q",), "everywhere", "Quit"),
)

PANES: tuple[Scope, ...] = ("library", "article", "people", "quotes", "related")
"""The panes in the order of their number keys."""

FACETS: Final[Scope] = "facets"
"""The pane that takes the place of those beside the article while it is asked for."""


def scope_of(pane: str) -> Scope:
    """Return the scope of the actions of a pane."""
    return next(scope for scope in (*PANES, FACETS) if scope == pane)


def in_pane(pane: Scope, actions: tuple[Action, ...] = ACTIONS) -> list[Action]:
    """Return what works while `pane` has the focus, its own actions first.

    What a pane's own action stands in for has only those keys left that are not the other's.
    """
    scopes: tuple[Scope, ...] = (pane, "panes", "everywhere")
    found = [action for scope in scopes for action in actions if action.scope == scope]
    taken = {action.instead_of: action.keys for action in found if action.instead_of}
    return [
        _without(action, taken[action.id]) if action.id in taken else action for action in found
    ]


def _without(action: Action, keys: tuple[str, ...]) -> Action:
    return action._replace(keys=tuple(key for key in action.keys if key not in keys))


def in_scope(*scopes: Scope) -> list[Action]:
    """Return the actions of the given scopes, in the registry's order."""
    return [action for action in ACTIONS if action.scope in scopes]


class Clash(NamedTuple):
    """A key that means two things in one pane."""

    key: str
    pane: Scope
    ids: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.key} in {self.pane}: {', '.join(self.ids)}"


def clashes(actions: tuple[Action, ...] = ACTIONS) -> list[Clash]:
    """Return each key that means two things in one pane; the first of two keys can mean no other.

    An action's id is unique, so that two actions of one id clash too, in its name.
    """
    found = []
    for pane in (*PANES, FACETS):
        owners: dict[str, list[str]] = defaultdict(list)
        for action in in_pane(pane, actions):
            for key in dict.fromkeys(action.keys):
                owners[key].append(action.id)
        for key in [key for key in owners if " " in key]:
            first = key.partition(" ")[0]
            if first in owners:
                owners[first] += owners[key]
        found += [Clash(key, pane, tuple(ids)) for key, ids in owners.items() if len(ids) > 1]
    return found
